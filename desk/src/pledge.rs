//! What a message promises: chosen beside the text, entered in the ledger when it is sent.

use dom::{Child, El, Memo};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use shared::ids::ContactId;
use shared::protocol::promise::{Pledge, PromiseKind};
use shared::time::{Day, Timestamp};
use web_sys::{Event, HtmlInputElement, HtmlSelectElement};

use crate::browser;
use crate::console::Console;
use crate::dates;
use crate::shop_clock;
use crate::state::{DeskState, Word};

/// What can be promised, in the order in which it is offered.
const KINDS: [PromiseKind; 4] = [
    PromiseKind::Answer,
    PromiseKind::Callback,
    PromiseKind::Refund,
    PromiseKind::Replacement,
];

/// How many days ahead a promise may lie.
const MAX_DAYS: i64 = 90;

/// The button that offers to promise something with the answer.
pub fn pledge_button(console: Console, contact: StoredValue<ContactId>) -> impl Child {
    move || {
        let offered = console.word.get() == Word::Reply
            && console.state.with(DeskState::open_case_is_mine)
            && pledge(console, contact).is_none();
        offered.then(|| {
            dom::button()
                .class("plain")
                .attr("id", "promise")
                .attr("type", "button")
                .attr("aria-keyshortcuts", "p")
                .on("click", move |_| begin(console, contact))
                .child(console.t().promises.button)
        })
    }
}

/// What is promised, while something is.
pub fn pledge_row(console: Console, contact: StoredValue<ContactId>) -> impl Child {
    let is_there = Memo::new(move |_| {
        let may_reply = console.state.with(DeskState::open_case_is_mine);
        may_reply && console.word.get() == Word::Reply && pledge(console, contact).is_some()
    });
    move || is_there.get().then(|| row(console, contact))
}

/// Whether what is promised can still be kept.
pub fn is_in_time(console: Console, contact: StoredValue<ContactId>) -> bool {
    pledge(console, contact).is_none_or(|pledge| pledge.by >= today())
}

fn row(console: Console, contact: StoredValue<ContactId>) -> El {
    let t = &console.t().promises;
    // Drawn once: the choice itself is the field's.
    let chosen = untrack(|| pledge(console, contact)).map(|pledge| pledge.kind);
    let kinds: Vec<El> = KINDS
        .iter()
        .map(|kind| {
            dom::option()
                .attr("selected", chosen == Some(*kind))
                .child((t.kind)(*kind))
        })
        .collect();
    let what = dom::select()
        .attr("id", "promise-kind")
        .attr("aria-label", t.what)
        .on("change", move |event| {
            if let Some(kind) = chosen_kind(&event) {
                change(console, contact, |pledge| pledge.kind = kind);
            }
        })
        .child(kinds);
    let last = today().plus_days(MAX_DAYS);
    let by = dom::input()
        .attr("type", "date")
        .attr("min", today().as_str().to_owned())
        .attr(
            "max",
            last.map(|day| day.as_str().to_owned()).unwrap_or_default(),
        )
        .attr("aria-describedby", "promise-hint")
        .live("aria-invalid", move || {
            (!is_in_time(console, contact)).to_string()
        })
        .value(move || {
            let day = pledge(console, contact).map(|pledge| pledge.by);
            day.map_or_else(String::new, |day| day.as_str().to_owned())
        })
        .on("change", move |event| match chosen_day(&event) {
            Some(by) => change(console, contact, |pledge| pledge.by = by),
            None => show_again(console, contact, &event),
        });
    // Browsers write dates in a way of their own: words leave no doubt which day is promised.
    let in_words = move || {
        let pledge = pledge(console, contact);
        pledge.map(|pledge| dates::day(console.language(), &pledge.by))
    };
    let remove = dom::button()
        .class("plain")
        .attr("type", "button")
        .on("click", move |_| {
            console
                .pledges
                .update(|pledges| drop(pledges.remove(&contact.get_value())));
            browser::focus(crate::keyboard::WRITING_FIELD);
        })
        .child(t.remove);
    let hint = move || {
        if is_in_time(console, contact) {
            t.told
        } else {
            t.past
        }
    };
    dom::div()
        .class("pledge")
        .attr("role", "group")
        .attr("aria-label", t.group)
        .child((
            what,
            dom::label().child((dom::span().child(t.by), by)),
            dom::strong().child(in_words),
            remove,
            dom::p()
                .class("hint")
                .attr("id", "promise-hint")
                .child(hint),
        ))
}

/// Promises news by tomorrow, until something else is chosen.
fn begin(console: Console, contact: StoredValue<ContactId>) {
    let by = today().plus_days(1).unwrap_or_else(today);
    let kind = PromiseKind::Answer;
    console.pledges.update(|pledges| {
        pledges.insert(contact.get_value(), Pledge { kind, by });
    });
    request_animation_frame(|| browser::focus("#promise-kind"));
}

fn change(console: Console, contact: StoredValue<ContactId>, change: impl FnOnce(&mut Pledge)) {
    console.pledges.update(|pledges| {
        if let Some(pledge) = pledges.get_mut(&contact.get_value()) {
            change(pledge);
        }
    });
}

fn pledge(console: Console, contact: StoredValue<ContactId>) -> Option<Pledge> {
    let contact = contact.get_value();
    console
        .pledges
        .with(|pledges| pledges.get(&contact).cloned())
}

fn chosen_kind(event: &Event) -> Option<PromiseKind> {
    let select: HtmlSelectElement = event.target()?.dyn_into().ok()?;
    let at = usize::try_from(select.selected_index()).ok()?;
    KINDS.get(at).copied()
}

fn chosen_day(event: &Event) -> Option<Day> {
    let field: HtmlInputElement = event.target()?.dyn_into().ok()?;
    Day::parse(&field.value())
}

/// An emptied field promises what it did before, and says so.
fn show_again(console: Console, contact: StoredValue<ContactId>, event: &Event) {
    let field = event.target().and_then(|it| it.dyn_into().ok());
    let field: Option<HtmlInputElement> = field;
    if let Some((field, pledge)) = field.zip(pledge(console, contact)) {
        field.set_value(pledge.by.as_str());
    }
}

fn today() -> Day {
    let now: Timestamp = browser::now();
    shop_clock::day_of(now)
}
