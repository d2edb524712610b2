//! An order: briefly in the conversation, fully in the dossier.

use leptos::prelude::*;
use shared::order::{HistoryLine, OrderView, ParcelStep, ParcelView, StepState};
use shared::time::Day;

use crate::compare::{self, Change};
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

/// An order with its parcels. `before` is absent where there is no handoff to compare with, and
/// holds nothing where the order was not known at handoff.
#[component]
pub fn OrderCard(order: OrderView, before: Option<Option<OrderView>>) -> impl IntoView {
    let console = expect_context::<Console>();
    let t = &console.t().dossier;
    let changes = before.as_ref().map(|before| compare::changes(before.as_ref(), &order));
    let before = before.flatten();
    let parcels: Vec<_> = order
        .parcels
        .into_iter()
        .map(|parcel| view! { <Parcel parcel before=before.clone()/> })
        .collect();
    let items = order.items.into_iter().map(|item| {
        view! { <li>{format!("{} × {}", item.quantity, item.title)}</li> }
    });
    let placed = dates::moment(console.language(), order.placed_at, true);
    view! {
        <article class="order">
            <header>
                <h4>{order.number}</h4>
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
    let lines = changes.iter().map(|change| view! { <li>{change_words(console, change)}</li> });
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

#[component]
fn Parcel(parcel: ParcelView, before: Option<OrderView>) -> impl IntoView {
    let console = expect_context::<Console>();
    let t = &console.t().dossier;
    let carrier = parcel.carrier.clone().unwrap_or_default();
    let pickup = parcel.pickup_point.clone().map(|point| {
        let kept = point.kept_until.map(|day| (t.kept_until)(&dates::day(console.language(), &day)));
        let parts = [Some(point.name), point.address, kept];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    });
    let url = parcel.url.clone().filter(|url| url.starts_with("https://"));
    let count = parcel.history.len();
    let number = parcel.number.clone();
    let history = parcel.history.clone().into_iter().map(|line| {
        let is_new = compare::is_new_line(before.as_ref(), &parcel.number, &line);
        view! { <HistoryRow line is_new/> }
    });
    let history = history.collect_view();
    view! {
        <div class="parcel">
            <p class="parcel-status">
                {icon(Icon::Parcel)}
                <strong>{parcel_words(console, &parcel)}</strong>
            </p>
            <Steps steps=parcel.steps.clone()/>
            <p class="quiet">{carrier}{" "}<span class="number">{number}</span></p>
            {estimate_words(console, &parcel).map(|words| view! { <p>{words}</p> })}
            {pickup.map(|pickup| view! { <p>{pickup}</p> })}
            {url.map(|url| view! {
                <p><a href=url target="_blank" rel="noopener noreferrer">{t.track}</a></p>
            })}
            {(count != 0).then(|| view! {
                <details open=true>
                    <summary>{(t.history)(count)}</summary>
                    <ol class="history">{history}</ol>
                </details>
            })}
        </div>
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
    let promised = parcel.estimate.promised.as_ref().filter(|promised| *promised != current);
    Some(promised.map_or(expected.clone(), |promised| {
        format!("{expected}, {}", (t.promised)(&day(promised)))
    }))
}
