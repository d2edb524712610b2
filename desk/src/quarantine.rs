//! The payloads that could not be understood.

use dom::{Child, El, Memo, RwSignal, effect};
use leptos::prelude::*;
use shared::protocol::desk::{QuarantineEntry, QuarantineState};
use shared::time::Timestamp;

use crate::browser;
use crate::console::{Console, Screen};
use crate::dates;
use crate::icons::{Icon, icon};

/// How long an answer may take before the agent is told that there is none, in milliseconds.
const LATE_AFTER_MILLIS: i64 = 10_000;

/// What was asked of an entry, as the entry was then.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Wish {
    at: Timestamp,
    tried_before: Option<Timestamp>,
}

/// What became of an entry and of what was asked of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Nothing was asked.
    Untouched,
    /// There is no answer yet.
    Asking,
    /// No answer came.
    Unanswered,
    /// It was read again, and is still not understood.
    NotUnderstood(Timestamp),
    /// It was understood and took effect.
    Replayed,
    /// It was put away.
    Discarded,
}

impl Outcome {
    fn of(entry: &QuarantineEntry, wish: Option<Wish>, now: Timestamp) -> Self {
        let pending = wish.filter(|wish| wish.tried_before == entry.tried_at);
        match (entry.state, pending, entry.tried_at) {
            (QuarantineState::Replayed, ..) => Self::Replayed,
            (QuarantineState::Discarded, ..) => Self::Discarded,
            (_, Some(wish), _) if now.millis_since(wish.at) > LATE_AFTER_MILLIS => Self::Unanswered,
            (_, Some(_), _) => Self::Asking,
            (_, None, Some(at)) => Self::NotUnderstood(at),
            (_, None, None) => Self::Untouched,
        }
    }

    fn is_settled(self) -> bool {
        matches!(self, Self::Replayed | Self::Discarded)
    }
}

/// The list of them, each with its body on demand.
pub fn quarantine_view(console: Console) -> El {
    let t = &console.t().quarantine;
    let ids = Memo::new(move |_| {
        let id = |entry: &QuarantineEntry| entry.id;
        console
            .state
            .with(|state| state.quarantine.iter().map(id).collect::<Vec<_>>())
    });
    on_cleanup(move || {
        console.update(|state| {
            state.forget_settled_payloads();
            Vec::new()
        });
    });
    let back = dom::button()
        .class("plain")
        .on("click", move |_| console.screen.set(Screen::List))
        .child((icon(Icon::Back), t.back));
    let intro = move || {
        if ids.with(Vec::is_empty) {
            t.empty
        } else {
            t.intro
        }
    };
    let entries = dom::list(
        move || ids.with(|ids| ids.iter().map(u64::to_string).collect()),
        move |at| entry(console, ids.with_untracked(|ids| ids[at])),
    );
    dom::main()
        .class("quarantine")
        .attr("id", "case")
        .attr("tabindex", "-1")
        .child((
            back,
            dom::h2().child(t.heading),
            dom::p().class("quiet").child(intro),
            dom::ul().child(entries),
        ))
}

/// An entry. It stays where it is while it changes, and so does the focus.
fn entry(console: Console, id: u64) -> El {
    let entry = Memo::new(move |_| {
        console
            .state
            .with(|state| state.quarantine.iter().find(|it| it.id == id).cloned())
    });
    let wish = RwSignal::new(None::<Wish>);
    let outcome = Memo::new(move |_| {
        let now = wish.get().map_or(Timestamp(0), |_| console.now.get());
        entry.with(|entry| {
            let of = |entry| Outcome::of(entry, wish.get(), now);
            entry.as_ref().map_or(Outcome::Discarded, of)
        })
    });
    // The buttons go with the wish; the focus goes to what became of it.
    let result = format!("payload-{id}");
    let result_of = format!("#{result}");
    effect(move || {
        if outcome.get().is_settled() && wish.get_untracked().is_some() {
            let result = result_of.clone();
            request_animation_frame(move || browser::focus(&result));
        }
    });
    let ask = move |command: fn(Console, u64)| {
        let tried_before = entry.with_untracked(|entry| entry.as_ref()?.tried_at);
        let at = browser::now();
        wish.set(Some(Wish { at, tried_before }));
        command(console, id);
    };
    let is_open = Memo::new(move |_| !outcome.get().is_settled());
    dom::li().class("entry").child((
        facts(console, entry),
        dom::p()
            .attr("role", "status")
            .attr("id", result)
            .attr("tabindex", "-1")
            .child(move || outcome_words(console, outcome.get())),
        move || {
            let acts = is_open.get().then(|| acts(console, outcome, ask));
            acts.map(|acts| (acts, body(console, id)))
        },
    ))
}

/// What can be done with an entry.
fn acts(
    console: Console,
    outcome: Memo<Outcome>,
    ask: impl Fn(fn(Console, u64)) + Copy + Send + 'static,
) -> El {
    let t = &console.t().quarantine;
    let button = |class, command: fn(Console, u64), words| {
        let busy = move || outcome.get() == Outcome::Asking;
        dom::button()
            .class(class)
            .live("aria-disabled", move || busy().to_string())
            .on("click", move |_| ask(command))
            .child(words)
    };
    dom::div().class("entry-actions").child((
        button("secondary", Console::replay_quarantined, t.again),
        button("plain", Console::discard_quarantined, t.discard),
    ))
}

/// Where it came from, when, and what is wrong with it.
fn facts(console: Console, entry: Memo<Option<QuarantineEntry>>) -> impl Child {
    let t = &console.t().quarantine;
    move || {
        let entry = entry.get()?;
        let topic = entry.topic.map(|topic| format!(" · {topic}"));
        let when = dates::moment(console.language(), entry.at, true);
        let size = format!("{when} · {}", (t.size)(entry.size));
        Some((
            dom::p().child(dom::strong().child((entry.source, topic))),
            dom::p().child((t.problem)(entry.problem)),
            dom::p().class("quiet").child(size),
        ))
    }
}

/// The payload as it came, on demand.
fn body(console: Console, id: u64) -> impl Child {
    let t = &console.t().quarantine;
    let shown = RwSignal::new(false);
    let body = move || console.state.with(|state| state.bodies.get(&id).cloned());
    let toggle = move |_| {
        shown.update(|shown| *shown = !*shown);
        if shown.get_untracked()
            && console
                .state
                .with_untracked(|it| !it.bodies.contains_key(&id))
        {
            console.show_quarantined(id);
        }
    };
    let words = move || if shown.get() { t.hide } else { t.show };
    let button = dom::button()
        .class("plain")
        .live("aria-expanded", move || shown.get().to_string())
        .on("click", toggle)
        .child(words);
    let payload = move || {
        shown.get().then(|| {
            dom::pre()
                .attr("tabindex", "0")
                .child(move || body().unwrap_or_else(|| t.loading.to_owned()))
        })
    };
    (button, payload)
}

fn outcome_words(console: Console, outcome: Outcome) -> Option<String> {
    let t = &console.t().quarantine;
    let words = match outcome {
        Outcome::Untouched => return None,
        Outcome::NotUnderstood(at) => {
            return Some((t.tried)(&dates::moment(console.language(), at, true)));
        }
        Outcome::Asking => t.asking,
        Outcome::Unanswered => t.unanswered,
        Outcome::Replayed => t.replayed,
        Outcome::Discarded => t.discarded,
    };
    Some(words.to_owned())
}

#[cfg(test)]
mod tests {
    use QuarantineState::{Discarded, Replayed, Waiting};
    use shared::source::Malformed;

    use super::*;

    #[test]
    fn what_was_asked_has_an_outcome() {
        let wish = |tried_before: Option<i64>| Wish {
            at: Timestamp(1_000),
            tried_before: tried_before.map(Timestamp),
        };
        for (state, tried_at, wish, now, outcome) in [
            (Waiting, None, None, 1_000, Outcome::Untouched),
            (Waiting, None, Some(wish(None)), 2_000, Outcome::Asking),
            (Waiting, None, Some(wish(None)), 11_001, Outcome::Unanswered),
            (
                Waiting,
                Some(1_500),
                Some(wish(None)),
                2_000,
                Outcome::NotUnderstood(Timestamp(1_500)),
            ),
            (
                Waiting,
                Some(1_500),
                Some(wish(None)),
                99_000,
                Outcome::NotUnderstood(Timestamp(1_500)),
            ),
            (
                Waiting,
                Some(7),
                Some(wish(Some(7))),
                2_000,
                Outcome::Asking,
            ),
            (
                Waiting,
                Some(7),
                None,
                2_000,
                Outcome::NotUnderstood(Timestamp(7)),
            ),
            (
                Replayed,
                Some(1_500),
                Some(wish(None)),
                2_000,
                Outcome::Replayed,
            ),
            (Discarded, Some(1_500), None, 2_000, Outcome::Discarded),
        ] {
            let entry = QuarantineEntry {
                id: 1,
                at: Timestamp(0),
                source: "shopify".into(),
                topic: None,
                problem: Malformed::NotAnObject,
                size: 7,
                state,
                tried_at: tried_at.map(Timestamp),
            };
            assert_eq!(Outcome::of(&entry, wish, Timestamp(now)), outcome);
        }
    }
}
