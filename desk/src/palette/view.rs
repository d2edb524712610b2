//! The palette over the desk.

use dom::{El, Memo, effect};
use leptos::wasm_bindgen::JsCast;
use web_sys::{Event, HtmlDialogElement, HtmlInputElement, KeyboardEvent};

use super::lines::{Line, lines};
use super::{Asking, Palette, Target};
use crate::browser;
use crate::console::Console;

/// The id of the dialog.
const DIALOG: &str = "palette";

/// The button that opens it.
pub fn opener(console: Console) -> El {
    let t = console.t();
    dom::button()
        .class("plain palette-opener")
        .attr("id", "search")
        .attr("type", "button")
        .attr("aria-keyshortcuts", "Control+K Meta+K")
        .on("click", move |_| console.palette.toggle())
        .child((t.palette.button, dom::kbd().child("Ctrl K")))
}

/// The palette, which opens over the desk.
pub fn palette(console: Console) -> El {
    let palette = console.palette;
    let found = Memo::new(move |_| {
        if palette.open.get() {
            lines(console, palette)
        } else {
            Vec::new()
        }
    });
    show_and_hide(palette);
    let t = &console.t().palette;
    let said = move || {
        let typed = !palette.typed.with(String::is_empty);
        match palette.asking.get() {
            Asking::Going => t.searching.to_owned(),
            Asking::Failed => t.failed.to_owned(),
            Asking::Done if typed && found.with(Vec::is_empty) => t.none.to_owned(),
            Asking::Done => (t.found)(found.with(Vec::len)),
        }
    };
    dom::dialog()
        .class("palette")
        .attr("id", DIALOG)
        .attr("aria-label", t.heading)
        .on("close", move |_| palette.open.set(false))
        .child((
            field(console, found),
            move || listed(console, found),
            dom::div().class("palette-foot").child((
                dom::p().attr("role", "status").child(said),
                dom::p().class("hint").child(t.hint),
            )),
        ))
}

fn show_and_hide(palette: Palette) {
    effect(move || {
        let open = palette.open.get();
        let Some(dialog) = dom::by_id::<HtmlDialogElement>(DIALOG) else {
            return;
        };
        if open {
            // Fails only when it is open already.
            let _ = dialog.show_modal();
            browser::focus("#palette-search");
        } else {
            dialog.close();
        }
    });
}

fn field(console: Console, found: Memo<Vec<Line>>) -> El {
    let palette = console.palette;
    let t = &console.t().palette;
    dom::input()
        .attr("id", "palette-search")
        .attr("type", "text")
        .attr("role", "combobox")
        .attr("aria-controls", "palette-list")
        .attr("aria-expanded", "true")
        .attr("aria-label", t.heading)
        .attr("placeholder", t.search)
        .attr("autocomplete", "off")
        .live("aria-activedescendant", move || {
            found.with(|found| (!found.is_empty()).then(|| line_id(palette.chosen.get())))
        })
        .value(move || palette.typed.get())
        .on("input", move |event| {
            let field = event.target();
            let field = field.and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
            palette.take_typed(field.map(|field| field.value()).unwrap_or_default());
        })
        .on("keydown", move |event| pressed(console, found, &event))
}

fn listed(console: Console, found: Memo<Vec<Line>>) -> El {
    let lines: Vec<El> = found
        .get()
        .into_iter()
        .enumerate()
        .map(|(at, line)| row(console, at, line))
        .collect();
    dom::ul()
        .attr("id", "palette-list")
        .attr("role", "listbox")
        .attr("aria-label", console.t().palette.heading)
        .child(lines)
}

fn row(console: Console, at: usize, line: Line) -> El {
    let palette = console.palette;
    let Line {
        target,
        what,
        words,
        excerpt,
        aside,
    } = line;
    let disabled = (target == Target::Nowhere).then_some("true");
    let pieces: Vec<El> = excerpt
        .into_iter()
        .map(|piece| {
            let part = if piece.found {
                dom::mark()
            } else {
                dom::span()
            };
            part.child(piece.text)
        })
        .collect();
    dom::li()
        .class("picker-line")
        .attr("id", line_id(at))
        .attr("role", "option")
        .attr("aria-disabled", disabled)
        .live("aria-selected", move || {
            (palette.chosen.get() == at).to_string()
        })
        .on("mousemove", move |_| {
            if palette.chosen.get_untracked() != at {
                palette.chosen.set(at);
            }
        })
        .on("click", move |_| palette.go(console, &target))
        .child((
            dom::span().class("picker-title").child((
                dom::strong().child(words),
                dom::span().class("tag").child(what),
                aside.map(|aside| dom::span().class("quiet palette-aside").child(aside)),
            )),
            (!pieces.is_empty()).then(|| dom::span().class("picker-body").child(pieces)),
        ))
}

fn pressed(console: Console, found: Memo<Vec<Line>>, event: &Event) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    let palette = console.palette;
    let here = palette.chosen.get_untracked();
    let count = found.with_untracked(Vec::len);
    match event.key().as_str() {
        "ArrowDown" => walk(palette, (here + 1).min(count.saturating_sub(1))),
        "ArrowUp" => walk(palette, here.saturating_sub(1)),
        "Enter" if !event.is_composing() => {
            let target = found.with_untracked(|found| Some(found.get(here)?.target.clone()));
            if let Some(target) = target {
                palette.go(console, &target);
            }
        }
        _ => return,
    }
    event.prevent_default();
}

fn walk(palette: Palette, to: usize) {
    palette.chosen.set(to);
    if let Some(line) = browser::find(&format!("#{}", line_id(to))) {
        line.scroll_into_view_with_bool(false);
    }
}

fn line_id(at: usize) -> String {
    format!("palette-{at}")
}
