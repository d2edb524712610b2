//! A parcel of an order: its steps on a line, its day of delivery, where it waits, what happened.

use leptos::html;
use leptos::prelude::*;
use shared::order::{HistoryLine, ParcelStep, ParcelView, StepState};
use shared::tracking::{PickupPoint, Status};

use crate::dates;
use crate::icons::{PIN, TICK, icon};
use crate::panel::Panel;

/// A parcel; the title tells it from its siblings.
pub fn parcel(panel: Panel, title: Option<String>, view: &ParcelView) -> impl IntoView + use<> {
    let phrases = panel.phrases();
    let reason = view
        .reason
        .map(|reason| html::p().class("soft").child((phrases.reason)(reason)));
    html::section().class("parcel").child((
        title.map(|title| html::h3().child(title)),
        html::p()
            .class("headline")
            .child((phrases.status)(view.status)),
        reason,
        steps(panel, &view.steps),
        estimate(panel, view),
        view.pickup_point
            .as_ref()
            .map(|point| pickup_point(panel, point)),
        carrier(panel, view),
        history(panel, &view.history),
    ))
}

fn steps(panel: Panel, steps: &[ParcelStep]) -> impl IntoView + use<> {
    let language = panel.language.get();
    let step = panel.phrases().step;
    let views = steps.iter().map(|view| {
        let (class, current) = match view.state {
            StepState::Done => ("done", None),
            StepState::Current => ("current", Some("step")),
            StepState::Ahead => ("ahead", None),
        };
        let when = view
            .at
            .map(|at| dates::short_day(language, at, view.hour_known));
        html::li()
            .class(class)
            .attr("aria-current", current)
            .child((
                html::span()
                    .class("dot")
                    .child((view.state != StepState::Ahead).then(|| icon(TICK))),
                html::span().class("name").child(step(view.name)),
                html::span().class("when").child(when),
            ))
    });
    html::ol().class("steps").child(views.collect::<Vec<_>>())
}

/// The day as it stands, beside the day that was first told when the two differ.
fn estimate(panel: Panel, view: &ParcelView) -> Option<impl IntoView + use<>> {
    let is_over = matches!(
        view.status,
        Status::Delivered | Status::Returning | Status::Returned | Status::Cancelled | Status::Lost
    );
    let current = view.estimate.current.as_ref().filter(|_| !is_over)?;
    let language = panel.language.get();
    let phrases = panel.phrases();
    let promised = view
        .estimate
        .promised
        .as_ref()
        .filter(|promised| *promised != current);
    Some(html::dl().class("facts").child((
        html::dt().child(phrases.expected),
        html::dd().child((
            html::strong().child(dates::calendar_day(language, current)),
            promised.map(|day| {
                let day = dates::calendar_day(language, day);
                html::span()
                    .class("soft")
                    .child((phrases.first_promised)(&day))
            }),
        )),
    )))
}

fn pickup_point(panel: Panel, point: &PickupPoint) -> impl IntoView + use<> {
    let phrases = panel.phrases();
    let kept = point.kept_until.as_ref().map(|day| {
        let day = dates::calendar_day(panel.language.get(), day);
        html::p().child((phrases.kept_until)(&day))
    });
    html::div().class("point").child((
        icon(PIN),
        html::div().child((
            html::p().class("soft").child(phrases.pickup_point),
            html::p().child(html::strong().child(point.name.clone())),
            point
                .address
                .clone()
                .map(|address| html::p().child(address)),
            kept,
        )),
    ))
}

fn carrier(panel: Panel, view: &ParcelView) -> impl IntoView + use<> {
    let phrases = panel.phrases();
    let words = match &view.carrier {
        Some(carrier) => (phrases.track_at)(carrier),
        None => phrases.track.to_owned(),
    };
    // The edge sends https only; a browser that follows links asks once more.
    let address = view.url.clone().filter(|url| url.starts_with("https://"));
    let link = address.map(|address| {
        html::a()
            .class("action")
            .attr("href", address)
            .attr("target", "_blank")
            .attr("rel", "noopener noreferrer")
            .child((words, html::span().class("unseen").child(phrases.new_tab)))
    });
    let name = view
        .carrier
        .clone()
        .map(|name| (html::dt().child(phrases.carrier), html::dd().child(name)));
    (
        html::dl().class("facts").child((
            name,
            html::dt().child(phrases.tracking_number),
            html::dd().class("number").child(view.number.clone()),
        )),
        link,
    )
}

fn history(panel: Panel, lines: &[HistoryLine]) -> Option<impl IntoView + use<>> {
    if lines.is_empty() {
        return None;
    }
    let language = panel.language.get();
    let phrases = panel.phrases();
    let views = lines.iter().map(|line| {
        let words = if line.text.is_empty() {
            (phrases.status)(line.status).to_owned()
        } else {
            line.text.clone()
        };
        let place = line.place.as_ref().map(|place| [" · ", place].concat());
        html::li().child((
            html::span().child(words),
            html::span()
                .class("soft")
                .child((dates::moment(language, line.at, line.hour_known), place)),
        ))
    });
    Some(html::details().class("history").child((
        html::summary().child((phrases.history)(lines.len())),
        html::ol().child(views.collect::<Vec<_>>()),
    )))
}
