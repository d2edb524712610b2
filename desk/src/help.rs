//! The page of keys.

use leptos::html;
use leptos::prelude::*;

use crate::browser;
use crate::console::Console;
use crate::phrases::Keys;

/// The page, which opens over the desk.
#[component]
pub fn Help() -> impl IntoView {
    let console = expect_context::<Console>();
    let dialog = NodeRef::<html::Dialog>::new();
    let letters = RwSignal::new(browser::single_keys());
    let t = move || &console.t().keys;
    Effect::new(move || {
        let Some(dialog) = dialog.get() else { return };
        if console.help.get() {
            // Fails only when it is open already.
            let _ = dialog.show_modal();
        } else {
            dialog.close();
        }
    });
    Effect::new(move || browser::set_single_keys(letters.get()));
    view! {
        <dialog
            class="help"
            node_ref=dialog
            aria-labelledby="help-title"
            on:close=move |_| console.help.set(false)
        >
            <h2 id="help-title">{move || t().heading}</h2>
            <dl class:keys=true>
                {move || {
                    rows(t()).map(|(key, words)| view! { <dt><kbd>{key}</kbd></dt><dd>{words}</dd> })
                }}
            </dl>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || letters.get()
                    on:change=move |_| letters.update(|on| *on = !*on)
                />
                {move || t().letters}
            </label>
            <button class="primary" on:click=move |_| console.help.set(false)>
                {move || console.t().frame.close}
            </button>
        </dialog>
    }
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
