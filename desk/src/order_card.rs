//! An order: briefly in the conversation, fully in the dossier.

use leptos::prelude::*;
use shared::order::{HistoryLine, OrderView, ParcelStep, ParcelView, StepState};
use shared::time::Day;

use crate::compare::{self, Before, Change};
use crate::console::Console;
use crate::dates;
use crate::icons::{Icon, icon};

/// An order in one or two lines.
#[component]
pub fn BriefOrder(order: OrderView) -> impl IntoView {
    let console = expect_context::<Console>();
    let t = console.t();
    let state = match order.parcels.first() {
        _ if order.cancelled => t.dossier.cancelled.to_owned(),
        None => t.dossier.not_shipped.to_owned(),
        Some(parcel) => parcel_words(console, parcel),
    };
    view! {
        <p class="brief-order">
            {icon(Icon::Parcel)}
            <strong>{order.number}</strong>
            <span>{state}</span>
        </p>
    }
}

/// An order with its parcels, and what is different in it since the handoff.
pub fn order_card(order: &OrderView, before: &Before) -> impl IntoView + use<> {
    let console = expect_context::<Console>();
    let t = &console.t().dossier;
    let changes = compare::changes(before, order);
    let parcels: Vec<_> = order
        .parcels
        .iter()
        .map(|parcel| parcel_card(parcel, before))
        .collect();
    let items = order.items.iter().map(|item| {
        view! { <li>{format!("{} × {}", item.quantity, item.title)}</li> }
    });
    let placed = dates::moment(console.language(), order.placed_at, true);
    view! {
        <article class="order" data-order=order.key.as_str().to_owned()>
            <header>
                <h4>{order.number.clone()}</h4>
                {order.cancelled.then(|| view! { <span class="tag bad">{t.cancelled}</span> })}
                <span class="quiet">{(t.placed)(&placed)}</span>
            </header>
            {changes.map(|changes| view! { <Changes changes/> })}
            <ul class="items">{items.collect_view()}</ul>
            {parcels.is_empty().then(|| view! { <p class="quiet">{t.not_shipped}</p> })}
            {parcels}
        </article>
    }
}

#[component]
fn Changes(changes: Vec<Change>) -> AnyView {
    let console = expect_context::<Console>();
    let t = &console.t().dossier;
    if changes.is_empty() {
        return view! { <p class="quiet">{t.unchanged}</p> }.into_any();
    }
    let lines = changes
        .iter()
        .map(|change| view! { <li>{change_words(console, change)}</li> });
    view! {
        <div class="changes">
            <p>{t.changed}</p>
            <ul>{lines.collect_view()}</ul>
        </div>
    }
    .into_any()
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

fn parcel_card(parcel: &ParcelView, before: &Before) -> impl IntoView + use<> {
    let console = expect_context::<Console>();
    let t = &console.t().dossier;
    let carrier = parcel.carrier.clone().unwrap_or_default();
    let url = parcel.url.clone().filter(|url| url.starts_with("https://"));
    let number = parcel.number.clone();
    view! {
        <div class="parcel">
            <p class="parcel-status">
                {icon(Icon::Parcel)}
                <strong>{parcel_words(console, parcel)}</strong>
            </p>
            <Steps steps=parcel.steps.clone()/>
            <p class="quiet">{carrier}{" "}<span class="number">{number}</span></p>
            {estimate_words(console, parcel).map(|words| view! { <p>{words}</p> })}
            {pickup_words(console, parcel).map(|words| view! { <p>{words}</p> })}
            {url.map(|url| view! {
                <p><a href=url target="_blank" rel="noopener noreferrer">{t.track}</a></p>
            })}
            {(!parcel.history.is_empty()).then(|| history(console, parcel, before))}
        </div>
    }
}

fn history(console: Console, parcel: &ParcelView, before: &Before) -> impl IntoView + use<> {
    let rows = parcel.history.iter().map(|line| {
        let is_new = compare::is_new_line(before, &parcel.number, line);
        view! { <HistoryRow line=line.clone() is_new/> }
    });
    let rows = rows.collect_view();
    view! {
        <details open=true>
            <summary>{(console.t().dossier.history)(parcel.history.len())}</summary>
            <ol class="history">{rows}</ol>
        </details>
    }
}

#[component]
fn Steps(steps: Vec<ParcelStep>) -> impl IntoView {
    let console = expect_context::<Console>();
    let steps = steps.into_iter().map(|step| {
        let current = step.state == StepState::Current;
        view! {
            <li
                class:done=step.state == StepState::Done
                class:current=current
                aria-current=current.then_some("step")
            >
                {(console.t().step)(step.name)}
            </li>
        }
    });
    view! { <ol class="steps">{steps.collect_view()}</ol> }
}

#[component]
fn HistoryRow(line: HistoryLine, is_new: bool) -> impl IntoView {
    let console = expect_context::<Console>();
    let words = if line.text.is_empty() {
        (console.t().status)(line.status).to_owned()
    } else {
        line.text
    };
    let place = line.place.map(|place| format!(" · {place}"));
    let when = dates::moment(console.language(), line.at, line.hour_known);
    let tag = is_new.then(|| view! { <span class="tag new">{console.t().dossier.new}</span> });
    view! {
        <li class:fresh=is_new>
            <time>{when}</time>
            <span>{words}{place}{tag}</span>
        </li>
    }
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
