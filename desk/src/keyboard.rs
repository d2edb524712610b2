//! The keys of the desk. Letters work only outside fields, without modifiers, and can be turned
//! off for people whose voice or hand would press them by accident.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

use crate::browser;
use crate::console::{Console, Screen};
use crate::state::Word;

/// The field where an agent writes.
pub const WRITING_FIELD: &str = "#writing";

/// A line of the list.
const ROW: &str = ".case-row";

/// Takes a key that was pressed anywhere on the page.
pub fn pressed(console: Console, event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    if is_search(event) && !console.help.get_untracked() {
        event.prevent_default();
        return console.palette.toggle();
    }
    if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    if event.key() == "Escape" {
        return escape(console);
    }
    let is_covered = console.help.get_untracked() || console.palette.open.get_untracked();
    if is_covered || in_field() {
        return;
    }
    let done = match event.key().as_str() {
        "ArrowDown" if in_list() => move_focus(1),
        "ArrowUp" if in_list() => move_focus(-1),
        key if browser::single_keys() => press(console, key),
        _ => false,
    };
    if done {
        event.prevent_default();
    }
}

/// Ctrl K, or Cmd K where keys are those of a Mac.
fn is_search(event: &KeyboardEvent) -> bool {
    let chord = (event.ctrl_key() || event.meta_key()) && !event.alt_key() && !event.shift_key();
    chord && event.key() == "k"
}

/// Does what a letter stands for, if the screen offers it. Says whether it was done.
pub fn press(console: Console, key: &str) -> bool {
    match key {
        "j" => move_focus(1),
        "k" => move_focus(-1),
        "r" => write(console, Word::Reply),
        "n" => write(console, Word::Note),
        "t" => click("#take"),
        "e" => click("#resolve"),
        "d" => click("#ready"),
        "m" => menu(),
        "p" => click("#promise"),
        "1" => view("#view-cases"),
        "2" => view("#view-parcels"),
        "3" => view("#view-staff"),
        "4" => view("#view-overview"),
        "?" => {
            console.help.set(true);
            true
        }
        _ => false,
    }
}

fn escape(console: Console) {
    // The browser closes what lies over the desk.
    if console.help.get_untracked() || console.palette.open.get_untracked() {
        return;
    }
    if console.screen.get_untracked() == Screen::Dossier {
        console.screen.set(Screen::Case);
    }
    browser::focus("#case-title");
}

fn write(console: Console, word: Word) -> bool {
    console.word.set(word);
    browser::focus(WRITING_FIELD);
    true
}

/// Opens the menu of the case, and goes to what it offers first.
fn menu() -> bool {
    let opened = click("#case-menu > summary");
    if opened {
        request_animation_frame(|| browser::focus("#case-menu[open] button"));
    }
    opened
}

/// Goes to another view. The focus goes to its tab: where it was may be gone.
fn view(tab: &str) -> bool {
    browser::focus(tab);
    click(tab)
}

/// Presses a button that is there and enabled, so that keys do just what the screen offers.
fn click(selector: &str) -> bool {
    let Some(button) = browser::find(&format!("{selector}:not([disabled])")) else {
        return false;
    };
    if let Some(button) = button.dyn_ref::<web_sys::HtmlElement>() {
        button.click();
    }
    true
}

/// Moves the focus through the list, beginning at the open case or at the top.
fn move_focus(by: isize) -> bool {
    let rows = browser::find_all(ROW);
    let here = rows
        .iter()
        .position(|row| Some(row) == document().active_element().as_ref())
        .or_else(|| {
            rows.iter()
                .position(|row| row.get_attribute("aria-current").is_some())
        });
    let next = match here {
        Some(here) => here
            .saturating_add_signed(by)
            .min(rows.len().saturating_sub(1)),
        None => 0,
    };
    if let Some(row) = rows.get(next) {
        browser::focus_element(row);
    }
    true
}

fn in_list() -> bool {
    active().is_some_and(|element| element.matches(ROW).unwrap_or(false))
}

fn in_field() -> bool {
    active().is_some_and(|element| {
        element
            .matches("input, textarea, select, [contenteditable]")
            .unwrap_or(false)
    })
}

fn active() -> Option<Element> {
    document().active_element()
}
