//! An order: briefly in the conversation, fully in the dossier.

use std::collections::BTreeSet;

use dom::{El, RwSignal};
use leptos::wasm_bindgen::JsCast;
use shared::order::{HistoryLine, OrderView, ParcelStep, ParcelView, StepState};
use shared::time::Day;
use web_sys::{Element, Event};

use crate::compare::{self, Before, Change};
use crate::console::Console;
use crate::dates;
use crate::icons::{Icon, icon};

/// Whose history the agent has closed, by the parcel's number: a card that is drawn anew leaves it so.
pub type Folded = RwSignal<BTreeSet<String>>;

/// An order in one or two lines.
pub fn brief_order(console: Console, order: &OrderView) -> El {
    let t = &console.t().dossier;
    let state = match order.parcels.first() {
        _ if order.cancelled => t.cancelled.to_owned(),
        None => t.not_shipped.to_owned(),
        Some(parcel) => parcel_words(console, parcel),
    };
    dom::p().class("brief-order").child((
        icon(Icon::Parcel),
        dom::strong().child(order.number.clone()),
        dom::span().child(state),
    ))
}

/// An order with its parcels, and what is different in it since the handoff.
pub fn order_card(console: Console, order: &OrderView, before: &Before, folded: Folded) -> El {
    let t = &console.t().dossier;
    let parcels: Vec<El> = order
        .parcels
        .iter()
        .map(|parcel| parcel_card(console, parcel, before, folded))
        .collect();
    let not_shipped = parcels
        .is_empty()
        .then(|| dom::p().class("quiet").child(t.not_shipped));
    let items: Vec<El> = order
        .items
        .iter()
        .map(|item| dom::li().child(format!("{} × {}", item.quantity, item.title)))
        .collect();
    dom::article()
        .class("order")
        .attr("data-order", order.key.as_str().to_owned())
        .child((
            heading(console, order),
            compare::changes(before, order).map(|changes| since_handoff(console, &changes)),
            dom::ul().class("items").child(items),
            not_shipped,
            parcels,
        ))
}

fn heading(console: Console, order: &OrderView) -> El {
    let t = &console.t().dossier;
    let cancelled = order
        .cancelled
        .then(|| dom::span().class("tag bad").child(t.cancelled));
    let placed = dates::moment(console.language(), order.placed_at, true);
    dom::header().child((
        dom::h4().child(order.number.clone()),
        cancelled,
        dom::span().class("quiet").child((t.placed)(&placed)),
    ))
}

fn since_handoff(console: Console, changes: &[Change]) -> El {
    let t = &console.t().dossier;
    if changes.is_empty() {
        return dom::p().class("quiet").child(t.unchanged);
    }
    let lines: Vec<El> = changes
        .iter()
        .map(|change| dom::li().child(change_words(console, change)))
        .collect();
    dom::div()
        .class("changes")
        .child((dom::p().child(t.changed), dom::ul().child(lines)))
}

fn change_words(console: Console, change: &Change) -> String {
    let t = console.t();
    let day = |day: &Option<Day>| {
        day.as_ref().map_or_else(
            || t.dossier.no_estimate.to_owned(),
            |day| dates::day(console.language(), day),
        )
    };
    match change {
        Change::NewOrder => t.dossier.new_order.to_owned(),
        Change::Cancelled => t.dossier.cancelled_since.to_owned(),
        Change::NewParcel { number } => (t.dossier.new_parcel)(number),
        Change::Status { from, to } => {
            (t.dossier.status_changed)((t.status)(*from), (t.status)(*to))
        }
        Change::Estimate { from, to } => (t.dossier.estimate_changed)(&day(from), &day(to)),
    }
}

fn parcel_card(console: Console, parcel: &ParcelView, before: &Before, folded: Folded) -> El {
    let paragraph = |words: String| dom::p().child(words);
    let status = dom::p().class("parcel-status").child((
        icon(Icon::Parcel),
        dom::strong().child(parcel_words(console, parcel)),
    ));
    let carried = dom::p().class("quiet").child((
        parcel.carrier.clone(),
        " ",
        dom::span().class("number").child(parcel.number.clone()),
    ));
    let history = (!parcel.history.is_empty()).then(|| history(console, parcel, before, folded));
    dom::div().class("parcel").child((
        status,
        steps(console, &parcel.steps),
        carried,
        estimate_words(console, parcel).map(paragraph),
        pickup_words(console, parcel).map(paragraph),
        tracking_link(console, parcel),
        history,
    ))
}

fn tracking_link(console: Console, parcel: &ParcelView) -> Option<El> {
    let url = parcel
        .url
        .clone()
        .filter(|url| url.starts_with("https://"))?;
    let link = dom::a()
        .attr("href", url)
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .child(console.t().dossier.track);
    Some(dom::p().child(link))
}

fn steps(console: Console, steps: &[ParcelStep]) -> El {
    let step = |step: &ParcelStep| {
        let class = match step.state {
            StepState::Done => Some("done"),
            StepState::Current => Some("current"),
            StepState::Ahead => None,
        };
        dom::li()
            .attr("class", class)
            .attr(
                "aria-current",
                (step.state == StepState::Current).then_some("step"),
            )
            .child((console.t().step)(step.name))
    };
    let steps: Vec<El> = steps.iter().map(step).collect();
    dom::ol().class("steps").child(steps)
}

fn history(console: Console, parcel: &ParcelView, before: &Before, folded: Folded) -> El {
    let rows: Vec<El> = parcel
        .history
        .iter()
        .map(|line| {
            let is_new = compare::is_new_line(before, &parcel.number, line);
            history_row(console, line, is_new)
        })
        .collect();
    let heading = (console.t().dossier.history)(parcel.history.len());
    let number = parcel.number.clone();
    let is_open = !folded.with_untracked(|folded| folded.contains(&number));
    dom::details()
        .attr("open", is_open)
        .on("toggle", move |event| {
            folded.update(|folded| {
                if is_closed(&event) {
                    folded.insert(number.clone());
                } else {
                    folded.remove(&number);
                }
            });
        })
        .child((
            dom::summary().child(heading),
            dom::ol().class("history").child(rows),
        ))
}

fn is_closed(event: &Event) -> bool {
    let details: Option<Element> = event.target().and_then(|it| it.dyn_into().ok());
    details.is_some_and(|details| !details.has_attribute("open"))
}

fn history_row(console: Console, line: &HistoryLine, is_new: bool) -> El {
    let words = if line.text.is_empty() {
        (console.t().status)(line.status).to_owned()
    } else {
        line.text.clone()
    };
    let place = line.place.as_ref().map(|place| format!(" · {place}"));
    let when = dates::moment(console.language(), line.at, line.hour_known);
    let tag = is_new.then(|| dom::span().class("tag new").child(console.t().dossier.new));
    dom::li().attr("class", is_new.then_some("fresh")).child((
        dom::time().child(when),
        dom::span().child((words, place, tag)),
    ))
}

fn parcel_words(console: Console, parcel: &ParcelView) -> String {
    let t = console.t();
    let status = (t.status)(parcel.status);
    parcel.reason.map_or_else(
        || status.to_owned(),
        |reason| format!("{status} ({})", (t.incident)(reason)),
    )
}

/// The day as it stands, and the one that was told first where it was another.
fn estimate_words(console: Console, parcel: &ParcelView) -> Option<String> {
    let t = &console.t().dossier;
    let day = |day: &Day| dates::day(console.language(), day);
    let current = parcel.estimate.current.as_ref()?;
    let expected = (t.expected)(&day(current));
    let promised = parcel
        .estimate
        .promised
        .as_ref()
        .filter(|promised| *promised != current);
    Some(promised.map_or(expected.clone(), |promised| {
        format!("{expected}, {}", (t.promised)(&day(promised)))
    }))
}

/// Where the parcel waits or will wait, and until when.
fn pickup_words(console: Console, parcel: &ParcelView) -> Option<String> {
    let t = &console.t().dossier;
    let point = parcel.pickup_point.as_ref()?;
    let kept = point.kept_until.as_ref();
    let kept = kept.map(|day| (t.kept_until)(&dates::day(console.language(), day)));
    let parts = [Some(point.name.clone()), point.address.clone(), kept];
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join(" · "))
}
