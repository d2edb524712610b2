//! The parcels at risk, so that a merchant prevents rather than cures.

use leptos::prelude::*;
use shared::protocol::parcels::{Risk, RiskyParcel};

use crate::browser;
use crate::console::Console;
use crate::dates;
use crate::parcel_row::parcel_row;
use crate::watchlist::{Phase, Watchlist};

/// The view: which risks, what is known of it, the lines.
#[component]
pub fn ParcelsView() -> impl IntoView {
    let console = expect_context::<Console>();
    let t = &console.t().parcels;
    view! {
        <main class="parcels" id="case" tabindex="-1">
            <header class="parcels-head">
                <h2 id="parcels-title">{t.heading}</h2>
                <p class="quiet">{t.intro}</p>
            </header>
            <Filters/>
            <Standing/>
            <Trouble/>
            <Lines/>
        </main>
    }
}

#[component]
fn Filters() -> impl IntoView {
    let console = expect_context::<Console>();
    let t = &console.t().parcels;
    let chip = move |filter: Option<Risk>| {
        let count = Memo::new(move |_| console.watchlist.with(|list| list.count(filter)));
        let is_shown = move || console.watchlist.with(|list| list.filter == filter);
        view! {
            <button
                class="chip"
                aria-pressed=move || is_shown().to_string()
                on:click=move |_| console.watch(|list| Some(list.show(filter, browser::now())))
            >
                {filter.map_or(t.all, t.risk)}
                <span class="count">{count}</span>
            </button>
        }
    };
    let risks = Risk::ALL.map(|risk| chip(Some(risk)));
    view! {
        <div class="chips" role="group" aria-label=t.filters>
            {chip(None)}
            {risks}
        </div>
    }
}

/// How many lines there are, as of when.
#[component]
fn Standing() -> impl IntoView {
    let console = expect_context::<Console>();
    let t = &console.t().parcels;
    let found = Memo::new(move |_| {
        console.watchlist.with(|list| match list.told_at {
            Some(_) => (t.found)(list.count(list.filter)),
            None if list.is_reading() => t.loading.to_owned(),
            None => String::new(),
        })
    });
    let told_at = move || told_at(console).map(|hour| (t.told_at)(&hour));
    view! {
        <div class="standing">
            <p role="status">{found}</p>
            <p class="quiet">{told_at}</p>
            <button
                class="plain"
                on:click=move |_| console.watch(|list| Some(list.refresh(browser::now())))
            >
                {t.refresh}
            </button>
        </div>
    }
}

#[component]
fn Trouble() -> impl IntoView {
    let console = expect_context::<Console>();
    let t = &console.t().parcels;
    let failed = Memo::new(move |_| console.watchlist.with(|list| list.phase == Phase::Failed));
    let words = move || {
        let again = |hour: String| (t.failed_again)(&hour);
        failed
            .get()
            .then(|| told_at(console).map_or_else(|| t.failed.to_owned(), again))
    };
    view! {
        <div class="trouble" role="alert" class:shown=move || failed.get()>
            <p>{words}</p>
            <button
                class="secondary"
                on:click=move |_| console.watch(|list| Some(list.refresh(browser::now())))
            >
                {t.retry}
            </button>
        </div>
    }
}

#[component]
fn Lines() -> impl IntoView {
    let console = expect_context::<Console>();
    let t = &console.t().parcels;
    let lines = Memo::new(move |_| console.watchlist.with(|list| list.parcels.clone()));
    // How long a risk has been run is told to the minute at most.
    let minute = console.minute;
    let heads = [t.order, t.parcel, t.carrier, t.why, t.since, t.due, t.days];
    let heads = move || heads.map(|head| view! { <th scope="col" role="columnheader">{head}</th> });
    // Roles that a table has by itself are taken from it where its lines are laid out as cards.
    view! {
        <Show when=move || !lines.with(Vec::is_empty) fallback=|| view! { <Empty/> }>
            <table class="risks" role="table" aria-labelledby="parcels-title">
                <thead role="rowgroup">
                    <tr role="row">{heads()}</tr>
                </thead>
                <tbody role="rowgroup">
                    <For
                        each=move || lines.get()
                        key=RiskyParcel::clone
                        children=move |line| parcel_row(&line, minute)
                    />
                </tbody>
            </table>
            <More/>
        </Show>
    }
}

#[component]
fn Empty() -> impl IntoView {
    let console = expect_context::<Console>();
    let t = &console.t().parcels;
    let words = move || {
        console.watchlist.with(|list| match list.filter {
            _ if list.told_at.is_none() => "",
            None => t.empty,
            Some(_) => t.empty_here,
        })
    };
    view! { <p class="empty">{words}</p> }
}

/// Asks for the lines that follow, and leads to the first of them once it is there.
#[component]
fn More() -> impl IntoView {
    let console = expect_context::<Console>();
    let t = &console.t().parcels;
    let has_more = Memo::new(move |_| console.watchlist.with(Watchlist::has_more));
    let shown = StoredValue::new(None::<usize>);
    Effect::new(move || {
        let (reading, length) = console
            .watchlist
            .with(|list| (list.is_reading(), list.parcels.len()));
        let Some(before) = shown.get_value().filter(|_| !reading) else {
            return;
        };
        shown.set_value(None);
        if length > before {
            let first = format!(".risks tbody tr:nth-child({}) th", before + 1);
            request_animation_frame(move || browser::focus(&first));
        }
    });
    let ask = move |_| {
        shown.set_value(Some(
            console.watchlist.with_untracked(|list| list.parcels.len()),
        ));
        console.watch(|list| list.more(browser::now()));
    };
    view! {
        <Show when=move || has_more.get()>
            <button class="secondary" on:click=ask>{t.more}</button>
        </Show>
    }
}

fn told_at(console: Console) -> Option<String> {
    let at = console.watchlist.with(|list| list.told_at)?;
    Some(dates::hour(console.language(), at))
}
