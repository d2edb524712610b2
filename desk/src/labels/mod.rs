//! The labels that agents sort cases by: shown, filtered by, put on and taken off.

mod editor;

use dom::{Child, El, Memo, RwSignal};
use leptos::wasm_bindgen::JsCast;
use shared::ids::ContactId;
use shared::protocol::desk::CaseSummary;
use shared::protocol::labels::Label;
use web_sys::{Event, HtmlSelectElement};

use crate::api;
use crate::console::Console;
use crate::state::Act;

pub use editor::editor;

/// What the desk knows of the shop's labels. A copy is the same.
#[derive(Clone, Copy)]
pub struct Labels {
    /// The shop's list, once the edge has told it.
    pub listed: RwSignal<Vec<Label>>,
    /// The label that the list of cases shows alone.
    wanted: RwSignal<Option<String>>,
}

impl Labels {
    /// Nothing is known yet.
    pub fn new() -> Self {
        Self {
            listed: RwSignal::new(Vec::new()),
            wanted: RwSignal::new(None),
        }
    }

    /// Reads the list anew.
    pub fn refresh(self) {
        leptos::task::spawn_local(async move {
            // Without an answer the list is as it was: a label less is no reason to stop work.
            if let Ok(listed) = api::labels::labels().await {
                self.listed.set(listed);
            }
        });
    }

    /// Whether the list of cases shows a case.
    pub fn shows(self, case: &CaseSummary) -> bool {
        self.wanted
            .with(|wanted| wanted.as_ref().is_none_or(|it| case.labels.contains(it)))
    }
}

/// The labels of a case, in the order of the shop's list. One that the shop has dropped is not
/// shown.
pub fn chips(console: Console, case: &CaseSummary) -> Vec<El> {
    console.labels.listed.with(|listed| {
        let borne = listed
            .iter()
            .filter(|label| case.labels.contains(&label.id));
        borne.map(chip).collect()
    })
}

/// A label as it is shown.
pub fn chip(label: &Label) -> El {
    dom::span()
        .class("tag label")
        .attr("data-color", label.color.name())
        .child(label.name.clone())
}

/// Which label the list of cases shows alone, where the shop has any.
pub fn filter(console: Console) -> impl Child {
    let labels = console.labels;
    move || {
        let listed = labels.listed.get();
        if listed.is_empty() {
            return None;
        }
        let t = &console.t().labels;
        let wanted = labels.wanted.get_untracked();
        let option = |label: &Label| {
            dom::option()
                .attr("selected", wanted.as_ref() == Some(&label.id))
                .child(label.name.clone())
        };
        let options: Vec<El> = listed.iter().map(option).collect();
        let ids: Vec<String> = listed.into_iter().map(|label| label.id).collect();
        let choose = move |event: Event| labels.wanted.set(chosen(&event, &ids));
        let select = dom::select()
            .attr("id", "label-filter")
            .attr("aria-label", t.filter)
            .on("change", choose)
            .child((dom::option().child(t.all), options));
        Some(select)
    }
}

/// What the menu of the open case offers: each label, on or off.
pub fn toggles(console: Console, contact: &ContactId) -> Option<El> {
    let listed = console.labels.listed.get();
    if listed.is_empty() {
        return None;
    }
    let t = &console.t().labels;
    let toggle = |label: &Label| {
        let (contact, id) = (contact.clone(), label.id.clone());
        let is_on = Memo::new(move |_| {
            console.state.with(|state| {
                let case = state.cases.get(&contact);
                case.is_some_and(|case| case.labels.contains(&id))
            })
        });
        let id = label.id.clone();
        dom::button()
            .class("plain label-toggle")
            .attr("type", "button")
            .live("aria-pressed", move || is_on.get().to_string())
            .on("click", move |_| {
                let on = !is_on.get_untracked();
                let label = id.clone();
                console.handle(Act::Label { label, on });
            })
            .child(chip(label))
    };
    let toggles: Vec<El> = listed.iter().map(toggle).collect();
    let group = dom::div()
        .class("label-toggles")
        .attr("role", "group")
        .attr("aria-label", t.heading)
        .child((dom::h3().child(t.heading), toggles));
    Some(group)
}

/// What was chosen in a field whose first option stands for none.
pub fn chosen<T: Clone>(event: &Event, values: &[T]) -> Option<T> {
    let select = event.target()?.dyn_into::<HtmlSelectElement>().ok()?;
    let at = usize::try_from(select.selected_index() - 1).ok()?;
    values.get(at).cloned()
}
