//! The page of keys.

use dom::{Child, El, RwSignal, effect};
use web_sys::HtmlDialogElement;

use crate::browser;
use crate::console::Console;
use crate::phrases::Keys;

/// The id of the dialog.
const DIALOG: &str = "help";

/// The page, which opens over the desk.
pub fn help(console: Console) -> El {
    let t = &console.t().keys;
    effect(move || {
        let open = console.help.get();
        let Some(dialog) = dom::by_id::<HtmlDialogElement>(DIALOG) else {
            return;
        };
        if open {
            // Fails only when it is open already.
            let _ = dialog.show_modal();
        } else {
            dialog.close();
        }
    });
    let keys: Vec<_> = rows(t)
        .into_iter()
        .map(|(key, words)| {
            (
                dom::dt().child(dom::kbd().child(key)),
                dom::dd().child(words),
            )
        })
        .collect();
    dom::dialog()
        .class("help")
        .attr("id", DIALOG)
        .attr("aria-labelledby", "help-title")
        .on("close", move |_| console.help.set(false))
        .child((
            dom::h2().attr("id", "help-title").child(t.heading),
            dom::dl().class("keys").child(keys),
            letters(t),
            dom::button()
                .class("primary")
                .on("click", move |_| console.help.set(false))
                .child(console.t().frame.close),
        ))
}

/// Whether keys of one letter are on.
fn letters(t: &'static Keys) -> impl Child {
    let letters = RwSignal::new(browser::single_keys());
    effect(move || browser::set_single_keys(letters.get()));
    let switch = dom::input()
        .attr("type", "checkbox")
        .checked(move || letters.get())
        .on("change", move |_| letters.update(|on| *on = !*on));
    dom::label().class("check").child((switch, t.letters))
}

fn rows(t: &'static Keys) -> [(&'static str, &'static str); 19] {
    [
        ("Ctrl K", t.palette),
        ("1", t.cases),
        ("2", t.parcels),
        ("3", t.staff),
        ("4", t.overview),
        ("J  ↓", t.next),
        ("K  ↑", t.previous),
        ("↵", t.open),
        ("R", t.reply),
        ("N", t.note),
        ("T", t.take),
        ("E", t.resolve),
        ("M", t.more),
        ("P", t.promise),
        ("D", t.ready),
        ("/", t.templates),
        ("↵", t.send),
        ("Esc", t.leave_field),
        ("?", t.help),
    ]
}
