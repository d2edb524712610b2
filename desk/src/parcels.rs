//! The parcels at risk, so that a merchant prevents rather than cures.

use dom::{Child, El, Memo, effect};
use leptos::prelude::*;
use shared::protocol::parcels::{Risk, RiskyParcel};
use shared::time::Day;

use crate::browser;
use crate::console::Console;
use crate::dates;
use crate::parcel_row::parcel_row;
use crate::watchlist::{Phase, Watchlist};

/// The view: which risks, what is known of it, the lines.
pub fn parcels_view(console: Console) -> El {
    let t = &console.t().parcels;
    let head = dom::header().class("parcels-head").child((
        dom::h2().attr("id", "parcels-title").child(t.heading),
        dom::p().class("quiet").child(t.intro),
    ));
    dom::main()
        .class("parcels")
        .attr("id", "case")
        .attr("tabindex", "-1")
        .child((
            head,
            filters(console),
            standing(console),
            trouble(console),
            lines(console),
        ))
}

fn filters(console: Console) -> El {
    let t = &console.t().parcels;
    let risks: Vec<El> = Risk::ALL
        .into_iter()
        .map(|risk| chip(console, Some(risk)))
        .collect();
    dom::div()
        .class("chips")
        .attr("role", "group")
        .attr("aria-label", t.filters)
        .child((chip(console, None), risks))
}

fn chip(console: Console, filter: Option<Risk>) -> El {
    let t = &console.t().parcels;
    let count = Memo::new(move |_| console.watchlist.with(|list| list.count(filter)));
    let is_shown = move || console.watchlist.with(|list| list.filter == filter);
    dom::button()
        .class("chip")
        .live("aria-pressed", move || is_shown().to_string())
        .on("click", move |_| {
            console.watch(|list| Some(list.show(filter, browser::now())));
        })
        .child((
            filter.map_or(t.all, t.risk),
            dom::span()
                .class("count")
                .child(move || count.get().to_string()),
        ))
}

/// How many lines there are, as of when.
fn standing(console: Console) -> El {
    let t = &console.t().parcels;
    let found = Memo::new(move |_| {
        console.watchlist.with(|list| match list.told_at {
            Some(_) => (t.found)(list.count(list.filter)),
            None if list.is_reading() => t.loading.to_owned(),
            None => String::new(),
        })
    });
    let told_at = move || told_at(console).map(|hour| (t.told_at)(&hour));
    dom::div().class("standing").child((
        dom::p().attr("role", "status").child(move || found.get()),
        dom::p().class("quiet").child(told_at),
        refresh(console, "plain", t.refresh),
    ))
}

fn refresh(console: Console, class: &'static str, words: &'static str) -> El {
    dom::button()
        .class(class)
        .on("click", move |_| {
            console.watch(|list| Some(list.refresh(browser::now())));
        })
        .child(words)
}

fn trouble(console: Console) -> El {
    let t = &console.t().parcels;
    let failed = Memo::new(move |_| console.watchlist.with(|list| list.phase == Phase::Failed));
    let words = move || {
        let again = |hour: String| (t.failed_again)(&hour);
        failed
            .get()
            .then(|| told_at(console).map_or_else(|| t.failed.to_owned(), again))
    };
    dom::div()
        .attr("role", "alert")
        .live("class", move || {
            if failed.get() {
                "trouble shown"
            } else {
                "trouble"
            }
        })
        .child((
            dom::p().child(words),
            refresh(console, "secondary", t.retry),
        ))
}

fn lines(console: Console) -> impl Child {
    let lines = Memo::new(move |_| console.watchlist.with(|list| list.parcels.clone()));
    let is_empty = Memo::new(move |_| lines.with(Vec::is_empty));
    move || {
        if is_empty.get() {
            empty(console).view()
        } else {
            (table(console, lines), more(console)).view()
        }
    }
}

/// Roles that a table has by itself are taken from it where its lines are laid out as cards.
fn table(console: Console, lines: Memo<Vec<RiskyParcel>>) -> El {
    let t = &console.t().parcels;
    let heads = [t.order, t.parcel, t.carrier, t.why, t.since, t.due, t.days];
    let heads: Vec<El> = heads
        .into_iter()
        .map(|head| {
            dom::th()
                .attr("scope", "col")
                .attr("role", "columnheader")
                .child(head)
        })
        .collect();
    // How long a risk has been run is told to the minute at most.
    let minute = console.minute;
    let rows = dom::list(
        move || lines.with(|lines| lines.iter().map(line_key).collect()),
        move |at| lines.with_untracked(|lines| parcel_row(console, &lines[at], minute)),
    );
    dom::table()
        .class("risks")
        .attr("role", "table")
        .attr("aria-labelledby", "parcels-title")
        .child((
            dom::thead()
                .attr("role", "rowgroup")
                .child(dom::tr().attr("role", "row").child(heads)),
            dom::tbody().attr("role", "rowgroup").child(rows),
        ))
}

/// What makes a line another line: whatever it shows.
fn line_key(line: &RiskyParcel) -> String {
    let day = |day: &Option<Day>| day.as_ref().map(|day| day.as_str().to_owned());
    let words = [
        Some(line.number.clone()),
        line.parcel.clone(),
        line.carrier.clone(),
        line.url.clone(),
        line.contact
            .as_ref()
            .map(|contact| contact.as_str().to_owned()),
        day(&line.due),
        day(&line.promised),
        day(&line.estimate),
    ];
    let words = words.map(Option::unwrap_or_default).join("\n");
    format!("{}\n{}\n{words}", line.risk.name(), line.since.0)
}

fn empty(console: Console) -> El {
    let t = &console.t().parcels;
    let words = move || {
        console.watchlist.with(|list| match list.filter {
            _ if list.told_at.is_none() => "",
            None => t.empty,
            Some(_) => t.empty_here,
        })
    };
    dom::p().class("empty").child(words)
}

/// Asks for the lines that follow, and leads to the first of them once it is there.
fn more(console: Console) -> impl Child {
    let has_more = Memo::new(move |_| console.watchlist.with(Watchlist::has_more));
    let shown = StoredValue::new(None::<usize>);
    effect(move || {
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
    let ask = move || {
        shown.set_value(Some(
            console.watchlist.with_untracked(|list| list.parcels.len()),
        ));
        console.watch(|list| list.more(browser::now()));
    };
    move || {
        has_more.get().then(|| {
            dom::button()
                .class("secondary")
                .on("click", move |_| ask())
                .child(console.t().parcels.more)
        })
    }
}

fn told_at(console: Console) -> Option<String> {
    let at = console.watchlist.with(|list| list.told_at)?;
    Some(dates::hour(console.language(), at))
}
