//! The end of a case, which waits for a second word while something is promised.

use dom::{Child, El, Memo, RwSignal};
use leptos::prelude::request_animation_frame;
use shared::protocol::promise::Promise;

use crate::browser;
use crate::console::Console;
use crate::icons::{Icon, icon};
use crate::ledger::promise_words;
use crate::state::{Act, DeskState};

/// The promises that the agent was asked about, by number: what is promised later brings no question back.
type Asked = RwSignal<Vec<u64>>;

/// The button that closes the open case, and the question that comes first while something is promised.
pub fn closing(console: Console) -> (impl Child, impl Child) {
    let asked = Asked::new(Vec::new());
    (resolve_button(console, asked), question(console, asked))
}

fn resolve_button(console: Console, asked: Asked) -> impl Child {
    let mine = Memo::new(move |_| console.state.with(DeskState::open_case_is_mine));
    move || {
        mine.get().then(|| {
            dom::button()
                .attr("id", "resolve")
                .class("secondary")
                .attr("aria-keyshortcuts", "e")
                .live("disabled", move || {
                    console.state.with(DeskState::open_case_is_changing)
                })
                .on("click", move |_| resolve(console, asked))
                .child((icon(Icon::Check), console.t().case.resolve))
        })
    }
}

fn resolve(console: Console, asked: Asked) {
    let promised: Vec<u64> = console
        .state
        .with_untracked(DeskState::promised_here)
        .iter()
        .map(|promise| promise.id)
        .collect();
    if promised.is_empty() {
        return console.handle(Act::Resolve);
    }
    asked.set(promised);
    request_animation_frame(|| browser::focus("#leave-open"));
}

fn question(console: Console, asked: Asked) -> impl Child {
    let promised = Memo::new(move |_| {
        let mut promised = console.state.with(DeskState::promised_here);
        asked.with(|asked| promised.retain(|promise| asked.contains(&promise.id)));
        promised
    });
    move || {
        promised.with(|promised| (!promised.is_empty()).then(|| asking(console, asked, promised)))
    }
}

fn asking(console: Console, asked: Asked, promised: &[Promise]) -> El {
    let t = &console.t().promises;
    let words: Vec<_> = promised
        .iter()
        .map(|promise| promise_words(console, promise))
        .collect();
    let stop_asking = move || {
        asked.set(Vec::new());
        browser::focus("#case-title");
    };
    let leave = dom::button()
        .attr("id", "leave-open")
        .class("secondary")
        .attr("aria-describedby", "still-promised")
        .on("click", move |_| stop_asking())
        .child(t.leave_open);
    let close = dom::button()
        .class("plain")
        .attr("aria-describedby", "still-promised")
        .on("click", move |_| {
            stop_asking();
            console.handle(Act::Resolve);
        })
        .child(t.close_anyway);
    let words = dom::p()
        .attr("id", "still-promised")
        .child((t.still_promised)(&words.join(" · ")));
    dom::div()
        .class("closing")
        .attr("role", "group")
        .attr("aria-labelledby", "still-promised")
        .child((words, leave, close))
}
