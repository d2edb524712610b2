//! How long a shopper has waited, and how long is left to serve them.

use dom::{El, Memo};
use shared::protocol::desk::CaseSummary;
use shared::sla::Clock;
use shared::time::Timestamp;

use crate::browser;
use crate::console::Console;
use crate::dates;
use crate::icons::{Icon, icon};
use crate::phrases::minutes_between;
use crate::shop_clock;
use crate::state::{DeskState, waiting_since};

/// From how much of its time left, in percent, a clock asks for attention.
const SCARCE_PERCENT: u8 = 34;

/// From how many minutes on what is left is not counted down.
const COUNTED_MINUTES: i64 = 120;

/// How long the shopper of a line has waited, or when the case last changed.
pub fn row_clock(console: Console, case: &CaseSummary) -> El {
    let Some(since) = waiting_since(case) else {
        let at = latest(console, case.updated_at);
        return dom::time().class("clock").child(at);
    };
    let case = case.clone();
    let clock = Memo::new(move |_| console.state.with(|state| state.answer_clock(&case)));
    // What is shown changes with the minute, not with every sign of life.
    let shown = Memo::new(move |_| row_words(console, since, clock.get(), console.now.get()));
    dom::span()
        .live("class", move || shown.with(|shown| shown.class))
        .child((
            icon(Icon::Clock),
            dom::span()
                .attr("aria-hidden", "true")
                .child(move || shown.with(|shown| shown.short.clone())),
            dom::span()
                .class("unseen")
                .child(move || shown.with(|shown| shown.whole.clone())),
        ))
}

/// What a line says of a wait: briefly for the eye, wholly for the ear.
#[derive(Clone, Debug, PartialEq, Eq)]
struct RowWords {
    class: &'static str,
    short: String,
    whole: String,
}

fn row_words(console: Console, since: Timestamp, clock: Option<Clock>, now: Timestamp) -> RowWords {
    let t = console.t();
    let wait = (t.wait)(minutes_between(since, now));
    let waits = (t.list.waiting_for)(&wait);
    let Some(clock) = clock else {
        return RowWords {
            class: "clock waits",
            short: wait,
            whole: waits,
        };
    };
    let whole = format!("{waits}. {}", clock_words(console, clock, now));
    if clock.is_over(now) {
        let late = (t.wait)(minutes_between(clock.due, now));
        return RowWords {
            class: "clock waits too-long",
            short: (t.clocks.late)(&late),
            whole,
        };
    }
    let class = if clock.percent_left(now) < SCARCE_PERCENT {
        "clock waits long"
    } else {
        "clock waits"
    };
    RowWords {
        class,
        short: wait,
        whole,
    }
}

/// The clocks of the open case, in words.
pub fn case_clocks(console: Console) -> El {
    let clocks = Memo::new(move |_| console.state.with(DeskState::open_clocks));
    let lines = move || {
        let now = console.minute.get();
        let clocks = clocks.get().into_iter();
        clocks
            .map(|clock| line(console, clock, now))
            .collect::<Vec<El>>()
    };
    dom::p().class("clocks").child(lines)
}

fn line(console: Console, clock: Clock, now: Timestamp) -> El {
    let class = if clock.is_over(now) {
        "late"
    } else if clock.percent_left(now) < SCARCE_PERCENT {
        "scarce"
    } else {
        "quiet"
    };
    dom::span()
        .class(class)
        .child(clock_words(console, clock, now))
}

/// Until when a clock runs, and how much of it is left.
fn clock_words(console: Console, clock: Clock, now: Timestamp) -> String {
    let t = console.t();
    let kind = (t.clocks.kind)(clock.kind);
    let when = near(console, clock.due);
    if clock.is_over(now) {
        let late = (t.wait)(minutes_between(clock.due, now));
        (t.clocks.over)(kind, &when, &late)
    } else {
        let left = minutes_between(now, clock.due);
        let left = (left < COUNTED_MINUTES).then(|| (t.clocks.left)(&(t.wait)(left)));
        let until = Some((t.clocks.runs)(kind, &when));
        until.into_iter().chain(left).collect::<Vec<_>>().join(", ")
    }
}

/// The hour, and the day where it is another one.
fn near(console: Console, at: Timestamp) -> String {
    if is_today(at) {
        dates::hour(console.language(), at)
    } else {
        dates::moment(console.language(), at, true)
    }
}

fn latest(console: Console, at: Timestamp) -> String {
    if is_today(at) {
        dates::hour(console.language(), at)
    } else {
        dates::short_day(console.language(), at)
    }
}

fn is_today(at: Timestamp) -> bool {
    shop_clock::day_of(browser::now()) == shop_clock::day_of(at)
}
