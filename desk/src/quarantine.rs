//! The payloads that could not be understood.

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
#[component]
pub fn QuarantineView() -> impl IntoView {
    let console = expect_context::<Console>();
    let t = move || &console.t().quarantine;
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
    view! {
        <main class="quarantine" id="case" tabindex="-1">
            <button class="plain" on:click=move |_| console.screen.set(Screen::List)>
                {icon(Icon::Back)}
                {move || t().back}
            </button>
            <h2>{move || t().heading}</h2>
            <p class="quiet">
                {move || if ids.with(Vec::is_empty) { t().empty } else { t().intro }}
            </p>
            <ul>
                <For each=move || ids.get() key=|id| *id children=|id| view! { <Entry id/> }/>
            </ul>
        </main>
    }
}

/// An entry. It stays where it is while it changes, and so does the focus.
#[component]
fn Entry(id: u64) -> impl IntoView {
    let console = expect_context::<Console>();
    let t = &console.t().quarantine;
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
    let ask = move |command: fn(Console, u64)| {
        let tried_before = entry.with_untracked(|entry| entry.as_ref()?.tried_at);
        let at = browser::now();
        wish.set(Some(Wish { at, tried_before }));
        command(console, id);
    };
    // The buttons go with the wish; the focus goes to what became of it.
    let result = format!("payload-{id}");
    let result_of = format!("#{result}");
    Effect::new(move || {
        if outcome.get().is_settled() && wish.get_untracked().is_some() {
            let result = result_of.clone();
            request_animation_frame(move || browser::focus(&result));
        }
    });
    let busy = move || outcome.get() == Outcome::Asking;
    view! {
        <li class="entry">
            <Facts entry/>
            <p role="status" id=result tabindex="-1">{move || outcome_words(console, outcome.get())}</p>
            <Show when=move || !outcome.get().is_settled()>
                <div class="entry-actions">
                    <button
                        class="secondary"
                        aria-disabled=move || busy().to_string()
                        on:click=move |_| ask(Console::replay_quarantined)
                    >
                        {t.again}
                    </button>
                    <button
                        class="plain"
                        aria-disabled=move || busy().to_string()
                        on:click=move |_| ask(Console::discard_quarantined)
                    >
                        {t.discard}
                    </button>
                </div>
                <Body id/>
            </Show>
        </li>
    }
}

/// Where it came from, when, and what is wrong with it.
#[component]
fn Facts(entry: Memo<Option<QuarantineEntry>>) -> impl IntoView {
    let console = expect_context::<Console>();
    let t = &console.t().quarantine;
    move || {
        let entry = entry.get()?;
        let topic = entry.topic.map(|topic| format!(" · {topic}"));
        let when = dates::moment(console.language(), entry.at, true);
        Some(view! {
            <p><strong>{entry.source}{topic}</strong></p>
            <p>{(t.problem)(entry.problem)}</p>
            <p class="quiet">{format!("{when} · {}", (t.size)(entry.size))}</p>
        })
    }
}

/// The payload as it came, on demand.
#[component]
fn Body(id: u64) -> impl IntoView {
    let console = expect_context::<Console>();
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
    view! {
        <button class="plain" aria-expanded=move || shown.get().to_string() on:click=toggle>
            {move || if shown.get() { t.hide } else { t.show }}
        </button>
        <Show when=move || shown.get()>
            <pre tabindex="0">{move || body().unwrap_or_else(|| t.loading.to_owned())}</pre>
        </Show>
    }
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
