//! What was promised in the open case, and what became of it.

use dom::El;
use shared::protocol::promise::{Promise, Standing};

use crate::console::Console;
use crate::dates;
use crate::state::Act;

/// The part of the dossier.
pub fn ledger(console: Console, promises: &[Promise]) -> El {
    let t = &console.t().promises;
    let lines: Vec<El> = promises.iter().rev().map(|it| line(console, it)).collect();
    let none = lines
        .is_empty()
        .then(|| dom::p().class("quiet").child(t.none));
    dom::section().child((
        dom::h3().child(t.heading),
        none,
        dom::ul().class("plain-list").child(lines),
    ))
}

/// A promise in a few words: what, and by when.
pub fn promise_words(console: Console, promise: &Promise) -> String {
    let t = &console.t().promises;
    let day = dates::day(console.language(), &promise.by);
    (t.until)((t.kind)(promise.kind), &day)
}

fn line(console: Console, promise: &Promise) -> El {
    let t = &console.t().promises;
    let owner = promise.owner.as_ref();
    let owner = owner.map_or_else(|| t.by_bot.to_owned(), |owner| (t.by_whom)(&owner.name));
    // A word keeps the others by itself.
    let by_hand = promise.is_outstanding() && !promise.kind.is_kept_by_a_word();
    let id = promise.id;
    let keep = by_hand.then(|| {
        dom::button()
            .class("secondary")
            .attr("type", "button")
            .on("click", move |_| console.handle(Act::Keep { promise: id }))
            .child(t.keep)
    });
    dom::li().class("promise").child((
        dom::strong().child(promise_words(console, promise)),
        standing(console, promise.standing),
        dom::span().class("quiet part").child(owner),
        keep,
    ))
}

fn standing(console: Console, standing: Standing) -> El {
    let t = &console.t().promises;
    let when = |at| dates::moment(console.language(), at, true);
    let (class, words) = match standing {
        Standing::Open => ("tag warn", t.open.to_owned()),
        Standing::Kept { at } => ("tag", (t.kept_at)(&when(at))),
        Standing::Broken { .. } => ("tag bad", t.overdue.to_owned()),
        Standing::Late { at } => ("tag bad", (t.late_at)(&when(at))),
    };
    dom::span().class(class).child(words)
}
