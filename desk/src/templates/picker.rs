//! The list of templates over the composer: searched, walked and chosen by keys.

use dom::{Child, El, Memo};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use shared::ids::ContactId;
use shared::protocol::templates::Template;
use shared::template::Subject;
use web_sys::{Event, HtmlInputElement, HtmlSelectElement, KeyboardEvent};

use super::Templates;
use crate::browser;
use crate::console::Console;

/// How many lines are shown at once: more are found by searching.
const MAX_SHOWN: usize = 60;

/// The list, while it is open.
pub fn picker(console: Console, contact: StoredValue<ContactId>) -> impl Child {
    let templates = console.templates;
    move || {
        templates
            .open
            .get()
            .then(|| opened(console, templates, contact))
    }
}

fn opened(console: Console, templates: Templates, contact: StoredValue<ContactId>) -> El {
    let t = &console.t().templates;
    let found = Memo::new(move |_| {
        let mut found = templates.found(console);
        found.truncate(MAX_SHOWN);
        found
    });
    let search = dom::input()
        .attr("id", "template-search")
        .attr("type", "text")
        .attr("role", "combobox")
        .attr("aria-label", t.search)
        .attr("placeholder", t.search)
        .attr("autocomplete", "off")
        .attr("aria-controls", "template-list")
        .attr("aria-expanded", "true")
        .live("aria-activedescendant", move || {
            line_id(templates.chosen.get())
        })
        .value(move || templates.wanted.get())
        .on("input", move |event| {
            templates.wanted.set(typed(&event));
            templates.chosen.set(0);
        })
        .on("keydown", move |event| {
            pressed(console, templates, found, contact, &event);
        });
    let close = dom::button()
        .class("plain")
        .attr("type", "button")
        .on("click", move |_| templates.hide())
        .child(console.t().frame.close);
    dom::section()
        .class("picker")
        .attr("aria-label", t.heading)
        .child((
            dom::div()
                .class("picker-top")
                .child((search, subject(console, templates), close)),
            move || lines(console, templates, found, contact),
            move || {
                templates
                    .failed
                    .get()
                    .then(|| dom::p().class("failed").child(t.failed))
            },
            dom::p().class("hint").child(t.keys),
        ))
}

fn lines(
    console: Console,
    templates: Templates,
    found: Memo<Vec<Template>>,
    contact: StoredValue<ContactId>,
) -> El {
    let t = &console.t().templates;
    let found = found.get();
    if found.is_empty() {
        return dom::p().class("empty").child(t.none);
    }
    let lines: Vec<El> = found
        .into_iter()
        .enumerate()
        .map(|(at, template)| line(console, templates, contact, at, template))
        .collect();
    dom::ul()
        .attr("id", "template-list")
        .attr("role", "listbox")
        .attr("aria-label", t.heading)
        .child(lines)
}

fn line(
    console: Console,
    templates: Templates,
    contact: StoredValue<ContactId>,
    at: usize,
    template: Template,
) -> El {
    let t = &console.t().templates;
    let own = template
        .own
        .is_some()
        .then(|| dom::span().class("tag").child(t.own));
    let language = dom::span()
        .class("tag strong")
        .child(template.language.tag().to_uppercase());
    let title = template.pattern.title.clone();
    let body = template.pattern.body.clone();
    dom::li()
        .class("picker-line")
        .attr("id", line_id(at))
        .attr("role", "option")
        .live("aria-selected", move || {
            (templates.chosen.get() == at).to_string()
        })
        .on("mousemove", move |_| {
            if templates.chosen.get_untracked() != at {
                templates.chosen.set(at);
            }
        })
        .on("click", move |_| {
            templates.use_template(console, contact.get_value(), template.clone());
        })
        .child((
            dom::span()
                .class("picker-title")
                .child((dom::strong().child(title), language, own)),
            dom::span().class("picker-body").child(body),
        ))
}

/// Which order and parcel the text is about, where there are several.
fn subject(console: Console, templates: Templates) -> Option<El> {
    let subjects = console.state.with(|state| {
        state.content().map_or_else(Vec::new, |case| {
            let orders = case.present.orders.iter();
            orders
                .flat_map(|order| {
                    let of = |parcel: Option<String>| Subject {
                        order: Some(order.number.clone()),
                        parcel,
                    };
                    let parcels = order.parcels.iter().map(|it| Some(it.number.clone()));
                    let any = order.parcels.is_empty().then_some(None);
                    any.into_iter().chain(parcels).map(of).collect::<Vec<_>>()
                })
                .collect::<Vec<_>>()
        })
    });
    if subjects.len() < 2 {
        return None;
    }
    let t = &console.t().templates;
    let options: Vec<El> = subjects
        .iter()
        .map(|subject| {
            let words = [&subject.order, &subject.parcel].into_iter().flatten();
            dom::option().child(words.cloned().collect::<Vec<_>>().join(" · "))
        })
        .collect();
    let first = dom::option().child(t.about_unsaid);
    let choose = move |event: Event| {
        let select = event
            .target()
            .and_then(|it| it.dyn_into::<HtmlSelectElement>().ok());
        let at = select.map_or(0, |select| select.selected_index());
        let chosen = usize::try_from(at - 1).ok().and_then(|at| subjects.get(at));
        templates.about.set(chosen.cloned());
    };
    let select = dom::select()
        .attr("aria-label", t.about)
        .on("change", choose)
        .child((first, options));
    Some(select)
}

fn pressed(
    console: Console,
    templates: Templates,
    found: Memo<Vec<Template>>,
    contact: StoredValue<ContactId>,
    event: &Event,
) {
    let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    let count = found.with_untracked(Vec::len);
    let here = templates.chosen.get_untracked();
    match event.key().as_str() {
        "ArrowDown" => walk(templates, (here + 1).min(count.saturating_sub(1))),
        "ArrowUp" => walk(templates, here.saturating_sub(1)),
        "Escape" => templates.hide(),
        "Enter" if !event.is_composing() => {
            if let Some(template) = found.with_untracked(|found| found.get(here).cloned()) {
                templates.use_template(console, contact.get_value(), template);
            }
        }
        _ => return,
    }
    event.prevent_default();
    event.stop_propagation();
}

fn walk(templates: Templates, to: usize) {
    templates.chosen.set(to);
    if let Some(line) = browser::find(&format!("#{}", line_id(to))) {
        line.scroll_into_view_with_bool(false);
    }
}

fn line_id(at: usize) -> String {
    format!("template-{at}")
}

fn typed(event: &Event) -> String {
    event
        .target()
        .and_then(|it| it.dyn_into::<HtmlInputElement>().ok())
        .map(|field| field.value())
        .unwrap_or_default()
}
