//! A parcel of an order: its steps on a line, its day of delivery, where it waits, what happened.

use leptos::prelude::*;
use shared::client::reading::Named;
use shared::order::{HistoryLine, ParcelStep, ParcelView, StepState};
use shared::tracking::Status;

use crate::dates;
use crate::dom::{self, Child, El};
use crate::icons::{TICK, icon};
use crate::panel::Panel;
use crate::pickup::pickup_point;
use crate::words::Words;

/// A parcel; the title tells it from its siblings.
pub fn parcel(panel: Panel, title: Option<String>, view: &ParcelView) -> El {
    let say = panel.words();
    let reason = view
        .reason
        .map(|reason| dom::p().class("soft").child(say.reason(reason.wire_name())));
    dom::section().class("parcel").child((
        title.map(|title| dom::h3().child(title)),
        dom::p()
            .class("headline")
            .child(say.status(view.status.wire_name())),
        reason,
        steps(panel, &view.steps),
        estimate(panel, view),
        view.pickup_point
            .as_ref()
            .map(|point| pickup_point(panel, point, &view.pickup_hours)),
        carrier(panel, view),
        history(panel, &view.history),
    ))
}

fn steps(panel: Panel, steps: &[ParcelStep]) -> El {
    let language = panel.language.get();
    let say = panel.words();
    let views = steps.iter().map(|view| {
        let (class, current) = match view.state {
            StepState::Done => ("done", "false"),
            StepState::Current => ("current", "step"),
            StepState::Ahead => ("ahead", "false"),
        };
        let when = view
            .at
            .map(|at| dates::short_day(language, at, view.hour_known));
        dom::li().class(class).attr("aria-current", current).child((
            dom::span()
                .class("dot")
                .child((view.state != StepState::Ahead).then(|| icon(TICK))),
            dom::span()
                .class("name")
                .child(say.step(view.name.wire_name())),
            dom::span().class("when").child(when),
        ))
    });
    dom::ol().class("steps").child(views.collect::<Vec<_>>())
}

/// The day as it stands, beside the day that was first told when the two differ.
fn estimate(panel: Panel, view: &ParcelView) -> Option<El> {
    let is_over = matches!(
        view.status,
        Status::Delivered | Status::Returning | Status::Returned | Status::Cancelled | Status::Lost
    );
    let current = view.estimate.current.as_ref().filter(|_| !is_over)?;
    let language = panel.language.get();
    let say = panel.words();
    let promised = view
        .estimate
        .promised
        .as_ref()
        .filter(|promised| *promised != current);
    Some(dom::dl().class("facts").child((
        dom::dt().child(say.expected()),
        dom::dd().child((
            dom::strong().child(dates::calendar_day(language, current)),
            promised.map(|day| {
                let day = dates::calendar_day(language, day);
                dom::span().class("soft").child(say.first_promised(&day))
            }),
        )),
    )))
}

fn carrier(panel: Panel, view: &ParcelView) -> (El, Option<El>) {
    let say = panel.words();
    let words = match &view.carrier {
        Some(carrier) => say.track_at(carrier),
        None => say.track(),
    };
    // The edge sends https only; a browser that follows links asks once more.
    let address = view.url.clone().filter(|url| url.starts_with("https://"));
    let link = address.map(|address| outward(say, "action", address, words));
    let name = view
        .carrier
        .clone()
        .map(|name| (dom::dt().child(say.carrier()), dom::dd().child(name)));
    (
        dom::dl().class("facts").child((
            name,
            dom::dt().child(say.tracking_number()),
            dom::dd().class("number").child(view.number.clone()),
        )),
        link,
    )
}

/// A link that leads out of the panel.
pub fn outward(say: Words, class: &'static str, address: String, words: impl Child) -> El {
    dom::a()
        .class(class)
        .attr("href", address)
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .child((words, dom::span().class("unseen").child(say.new_tab())))
}

fn history(panel: Panel, lines: &[HistoryLine]) -> Option<El> {
    if lines.is_empty() {
        return None;
    }
    let language = panel.language.get();
    let say = panel.words();
    let views = lines.iter().map(|line| {
        let words = if line.text.is_empty() {
            say.status(line.status.wire_name())
        } else {
            line.text.clone()
        };
        let place = line.place.as_ref().map(|place| [" · ", place].concat());
        dom::li().child((
            dom::span().child(words),
            dom::span()
                .class("soft")
                .child((dates::moment(language, line.at, line.hour_known), place)),
        ))
    });
    Some(dom::details().class("history").child((
        dom::summary().child(say.history(lines.len())),
        dom::ol().child(views.collect::<Vec<_>>()),
    )))
}
