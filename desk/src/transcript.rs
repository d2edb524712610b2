//! The conversation, as the shopper sees it, with what agents alone see between.

use dom::{Child, Memo, RwSignal, effect};
use leptos::prelude::request_animation_frame;
use web_sys::Element;

use crate::browser;
use crate::console::Console;
use crate::icons::{Icon, icon};
use crate::line::line_view;
use crate::shop_clock;
use crate::state::{CaseContent, DeskState};
use crate::timeline::{self, Content, Line};

/// How near to its end a conversation counts as read to the end, in pixels.
const NEAR_END: i32 = 80;

/// The id of what scrolls.
const SCROLLER: &str = "transcript";

/// The conversation of the open case.
pub fn transcript(console: Console) -> impl Child {
    let at_end = RwSignal::new(true);
    let lines = Memo::new(move |_| lines(console));
    let typing = Memo::new(move |_| is_typing(console));
    let sent = Memo::new(move |_| console.state.with(|state| state.outbox.len()));
    let mut sent_before = 0;
    effect(move || {
        lines.track();
        typing.track();
        // Behind the dossier a conversation has no end to go to, and what is promised takes its room.
        console.screen.track();
        console.pledges.track();
        // Whoever says something wants to see it.
        let sent_now = sent.get();
        let says = sent_now > sent_before;
        sent_before = sent_now;
        if says || at_end.get_untracked() {
            request_animation_frame(to_end);
        }
    });
    seek(console, lines);
    let rows = dom::list(
        move || lines.with(|lines| lines.iter().map(line_key).collect()),
        move |at| lines.with_untracked(|lines| line_view(console, &lines[at])),
    );
    let typist = dom::p()
        .live("class", move || {
            if typing.get() {
                "typing shown"
            } else {
                "typing"
            }
        })
        .child(move || typing.get().then(|| console.t().case.typing));
    let top = RwSignal::new(0);
    let scroller = dom::div()
        .class("transcript")
        .attr("id", SCROLLER)
        .attr("tabindex", "0")
        .attr("role", "log")
        .attr("aria-label", console.t().case.conversation)
        .on("scroll", move |_| scrolled(at_end, top))
        .child((
            earlier(console),
            dom::ol().class("lines").child(rows),
            typist,
        ));
    (scroller, latest(console, at_end))
}

fn earlier(console: Console) -> impl Child {
    let has_earlier = Memo::new(move |_| {
        console
            .state
            .with(|state| state.content().is_some_and(CaseContent::has_earlier))
    });
    move || {
        has_earlier.get().then(|| {
            dom::button()
                .class("plain earlier")
                .on("click", move |_| console.update(DeskState::fetch_earlier))
                .child(console.t().case.earlier)
        })
    }
}

/// Leads to the end, for whoever is elsewhere.
fn latest(console: Console, at_end: RwSignal<bool>) -> impl Child {
    let is_away = Memo::new(move |_| !at_end.get());
    move || {
        is_away.get().then(|| {
            dom::button()
                .class("latest")
                .on("click", |_| to_end())
                .child((icon(Icon::Down), console.t().case.latest))
        })
    }
}

/// Shows the event that is sought, reading earlier pages until it is there.
fn seek(console: Console, lines: Memo<Vec<Line>>) {
    let reach = Memo::new(move |_| {
        let sought = console.seek.get()?;
        let is_there = lines.with(|lines| lines.iter().any(|line| line.key == sought.to_string()));
        // A case that is being opened has everything yet to come.
        console.state.with(|state| {
            let case = state.content()?;
            let first = case.events.first_key_value().map(|(&seq, _)| seq);
            Some((sought, is_there, first.filter(|_| case.has_earlier())))
        })
    });
    effect(move || match reach.get() {
        Some((sought, true, _)) => {
            request_animation_frame(move || browser::show(&format!("#event-{sought}")));
            console.seek.set(None);
        }
        Some((sought, false, Some(first))) if sought < first => {
            console.update(DeskState::fetch_earlier);
        }
        Some(_) => console.seek.set(None),
        None => {}
    });
}

fn lines(console: Console) -> Vec<Line> {
    // Only a text on its way looks at the clock; without one the lines need not follow it.
    let waits = console.state.with(|state| !state.outbox.is_empty());
    let now = if waits {
        console.now.get()
    } else {
        console.now.get_untracked()
    };
    console.state.with(|state: &DeskState| {
        state.content().map_or_else(Vec::new, |case| {
            timeline::lines(case, &state.outbox, now, shop_clock::day_of)
        })
    })
}

fn is_typing(console: Console) -> bool {
    let until = console
        .state
        .with(|state| state.content().and_then(|case| case.typing_until));
    until.is_some_and(|until| console.now.get() < until)
}

/// What makes a line another line: its name, and whatever about it may still change.
fn line_key(line: &Line) -> String {
    match &line.content {
        Content::Said(said) => {
            let version = said.order.as_ref().map_or(0, |order| order.version);
            format!(
                "{} {version} {} {}",
                line.key, said.last_read, said.continued
            )
        }
        Content::Unsent {
            delivery, stuck, ..
        } => format!("{} {} {stuck}", line.key, delivery.stage()),
        Content::Passed { reason, .. } => format!("{} {}", line.key, reason.is_some()),
        Content::Settled { promise, .. } => format!("{} {}", line.key, promise.is_some()),
        Content::Day(_)
        | Content::Notice { .. }
        | Content::Note { .. }
        | Content::Solved { .. }
        | Content::Rated { .. }
        | Content::Scored { .. }
        | Content::Redress { .. } => line.key.clone(),
    }
}

fn to_end() {
    if let Some(scroller) = dom::by_id::<Element>(SCROLLER) {
        scroller.set_scroll_top(scroller.scroll_height());
    }
}

/// Only who goes up leaves the end: lines that come in the meantime push it down by themselves.
fn scrolled(at_end: RwSignal<bool>, top: RwSignal<i32>) {
    let Some(scroller) = dom::by_id::<Element>(SCROLLER) else {
        return;
    };
    let (now, before) = (scroller.scroll_top(), top.get_untracked());
    top.set(now);
    let below = scroller.scroll_height() - now - scroller.client_height();
    if below < NEAR_END {
        at_end.set(true);
    } else if now < before {
        at_end.set(false);
    }
}
