//! The log: everything that was said, oldest first, with what may be answered at its end.

use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::wasm_bindgen::prelude::Closure;
use shared::protocol::widget::{ConversationState, Fact};
use web_sys::{HtmlElement, ResizeObserver};

use crate::dom::{self, Child, El};
use crate::lines::Lines;
use crate::message::{mine, past, said};
use crate::notice_card::notice_card;
use crate::panel::{Panel, now, use_panel};
use crate::rows::{Row, rows};
use crate::statuses::status;
use crate::words::Words;
use crate::{choices, dates};

/// This near to the end, in pixels, the log follows what is said.
const NEAR: i32 = 80;
/// What stays free above a line that is read from its top, in pixels.
const MARGIN: i32 = 12;
const ID: &str = "log";
const LINES: &str = "lines";

/// The log.
pub fn log() -> El {
    let panel = use_panel();
    let place = StoredValue::new(Place {
        follows: true,
        put_at: 0,
        is_due: false,
    });
    keep(panel, place);
    Effect::new(move || {
        panel.typing.track();
        panel.visible.track();
        show_end_soon(place);
    });
    Effect::new(move || follow_size(place));
    dom::div()
        .class("log")
        .attr("id", ID)
        .attr("tabindex", "0")
        .on("scroll", move |_| {
            if let Some(log) = element() {
                place.update_value(|place| place.scrolled(&log));
            }
        })
        .child(move || has_earlier(panel).then(|| earlier_button(panel)))
        .child(move || (!panel.is_known()).then(|| dom::div().class("waiting")))
        .child(list(panel))
        .child(typing(panel))
        .child(choices::choices())
}

fn list(panel: Panel) -> El {
    // What was said before the panel opened is not read out all at once.
    let politeness = move || {
        if panel.visible.get() && panel.is_known() {
            "polite"
        } else {
            "off"
        }
    };
    dom::div()
        .class("lines")
        .attr("id", LINES)
        .attr("role", "log")
        .live("aria-live", politeness)
        .live("aria-label", move || panel.words().transcript())
}

/// Keeps the lines in step with what is said, and the end in sight until the shopper scrolls away
/// from it, and again once they say something.
fn keep(panel: Panel, place: StoredValue<Place>) {
    let mut lines = Lines::default();
    let mut spoken = panel.language.get_untracked();
    // Lines outlive what follows here, which begins anew with every word.
    let owner = Owner::current();
    Effect::new(move || {
        let rows = current(panel);
        let language = panel.language.get();
        let (Some(owner), Some(element)) = (&owner, dom::by_id(LINES)) else {
            return;
        };
        let is_mine = matches!(rows.last(), Some(Row::State(_)));
        if is_mine && rows.len() > lines.len() {
            place.update_value(|place| place.follows = true);
        }
        let mut show = |rows| {
            let draw = |row: &Row| line(panel, row);
            owner.with(|| untrack(|| lines.show(rows, &element, draw)));
        };
        // A line speaks one language: ten thousand that each listen for the next would weigh more
        // than their words.
        if spoken != language {
            spoken = language;
            show(Vec::new());
        }
        show(rows);
        show_end_soon(place);
    });
}

fn current(panel: Panel) -> Vec<Row> {
    let (divider, past) = (panel.divider.get(), panel.past());
    let rows = |timeline: &_| {
        panel
            .outbox
            .with(|outbox| rows(timeline, outbox, divider, past))
    };
    panel.timeline.with(rows)
}

/// The log's element, once it is there.
pub fn element() -> Option<HtmlElement> {
    dom::by_id(ID)
}

fn line(panel: Panel, row: &Row) -> AnyView {
    match row {
        Row::Day(seq) => day(panel, *seq).view(),
        Row::Unread => dom::p().class("unread").child(Words::now().unread()).view(),
        Row::Mine { cid, seq } => mine(cid, *seq).view(),
        Row::State(cid) => status(cid.clone()).view(),
        Row::Past(seq) => past(*seq).view(),
        Row::Said { seq, opens, .. } => said(*seq, *opens).view(),
        Row::Notice(seq) => notice_card(*seq).view(),
        Row::Turn(seq) => turn(panel, *seq).view(),
    }
}

fn day(panel: Panel, seq: u64) -> El {
    let at = panel
        .timeline
        .with_untracked(|timeline| timeline.event(seq).map(|event| event.at));
    let words = at.map(|at| {
        let say = Words::now();
        match dates::day_number(now()) - dates::day_number(at) {
            0 => say.today(),
            1 => say.yesterday(),
            _ => dates::long_day(panel.language.get_untracked(), at),
        }
    });
    dom::p().class("day").child(words)
}

fn turn(panel: Panel, seq: u64) -> El {
    let state = panel
        .timeline
        .with_untracked(|timeline| match timeline.event(seq)?.fact.clone() {
            Fact::StateChanged { state } => Some(state),
            _ => None,
        });
    let words = move || {
        let say = panel.words();
        Some(match state.as_ref()? {
            // That an agent has set it aside changes nothing for the shopper.
            ConversationState::Snoozed { .. } => return None,
            ConversationState::Pending => say.back_to_assistant(),
            ConversationState::Queued { .. } => say.handed_over(),
            ConversationState::Open { assignee } => say.took_over(&assignee.name),
            ConversationState::Resolved if is_latest_turn(panel, seq) => say.resolved(),
            ConversationState::Resolved => say.closed(),
        })
    };
    dom::p().class("turn").child(words)
}

fn is_latest_turn(panel: Panel, seq: u64) -> bool {
    panel.timeline.with(|timeline| {
        let mut later = timeline
            .events()
            .iter()
            .rev()
            .take_while(|event| event.seq > seq);
        !later.any(|event| matches!(event.fact, Fact::StateChanged { .. }))
    })
}

fn typing(panel: Panel) -> impl Child {
    let words = move || {
        panel.timeline.with(|timeline| match timeline.state() {
            ConversationState::Open { assignee } | ConversationState::Snoozed { assignee, .. } => {
                panel.words().typing(&assignee.name)
            }
            _ => panel.words().typing_somebody(),
        })
    };
    let dots = || {
        dom::span()
            .class("dots")
            .attr("aria-hidden", "true")
            .child((dom::span(), dom::span(), dom::span()))
    };
    move || {
        panel
            .typing
            .get()
            .then(|| dom::p().class("typing").child((dots(), words)))
    }
}

fn earlier_button(panel: Panel) -> El {
    dom::button()
        .class("quiet earlier")
        .attr("type", "button")
        .on("click", move |_| panel.fetch_earlier())
        .child(move || panel.words().earlier())
}

fn has_earlier(panel: Panel) -> bool {
    panel
        .timeline
        .with(|timeline| timeline.earlier(1).is_some())
}

/// Where the log stands.
struct Place {
    /// Whether it follows what is said.
    follows: bool,
    /// Where it was put last, in pixels from its top: being there is nobody's scrolling.
    put_at: i32,
    /// Whether its end is shown with the next frame.
    is_due: bool,
}

impl Place {
    fn scrolled(&mut self, log: &HtmlElement) {
        if log.scroll_top() == self.put_at {
            return;
        }
        let left = log.scroll_height() - log.scroll_top() - log.client_height();
        self.follows = left < NEAR;
    }
}

/// Shows the end once what is new is laid out, where the log follows it.
fn show_end_soon(place: StoredValue<Place>) {
    let is_first = |place: &mut Place| place.follows && !std::mem::replace(&mut place.is_due, true);
    if place.try_update_value(is_first) == Some(true) {
        request_animation_frame(move || show_end(place));
    }
}

/// Keeps the end in sight also while the log has less height: a keyboard comes, a field grows.
fn follow_size(place: StoredValue<Place>) {
    let resized = Closure::<dyn Fn()>::new(move || show_end_soon(place)).into_js_value();
    // Every browser that runs the panel can watch sizes.
    let observer = ResizeObserver::new(resized.unchecked_ref());
    if let (Ok(observer), Some(log)) = (observer, element()) {
        observer.observe(&log);
    }
}

/// Scrolls to the end, but never past the beginning of the last line: a card taller than the
/// panel is read from its top.
fn show_end(place: StoredValue<Place>) {
    place.update_value(|place| place.is_due = false);
    let Some(log) = element() else { return };
    let end = log.scroll_height() - log.client_height();
    let lines: Option<HtmlElement> = dom::by_id(LINES);
    let last = lines.and_then(|lines| lines.last_element_child()?.dyn_into().ok());
    let top = last.map_or(end, |line: HtmlElement| line.offset_top() - MARGIN);
    log.set_scroll_top(end.min(top));
    // The page may have shifted the log while lines changed; that was nobody's scrolling either.
    place.update_value(|place| {
        place.put_at = log.scroll_top();
        place.follows = true;
    });
}
