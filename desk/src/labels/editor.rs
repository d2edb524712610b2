//! The shop's list of labels, as leads keep it.

use dom::{El, RwSignal};
use leptos::wasm_bindgen::JsCast;
use shared::protocol::labels::{Label, LabelColor, MAX_LABELS, MAX_NAME_CHARS, check_labels};
use web_sys::{Event, HtmlSelectElement};

use super::chip;
use crate::api;
use crate::console::Console;
use crate::fields::{plain, typed};
use crate::ids::new_id;

/// What is being edited. A copy is the same.
#[derive(Clone, Copy)]
struct Editor {
    console: Console,
    /// The list as it would be kept.
    draft: RwSignal<Vec<Label>>,
    /// The lists before the latest changes of this sitting, to go back to.
    before: RwSignal<Vec<Vec<Label>>>,
    /// Whether the latest change was not kept.
    failed: RwSignal<bool>,
}

/// The editor.
pub fn editor(console: Console) -> El {
    let t = &console.t().labels;
    let editor = Editor {
        console,
        draft: RwSignal::new(console.labels.listed.get_untracked()),
        before: RwSignal::new(Vec::new()),
        failed: RwSignal::new(false),
    };
    let lines = move || {
        let labels = editor.draft.get().into_iter().enumerate();
        labels
            .map(|(at, label)| line(editor, at, &label))
            .collect::<Vec<_>>()
    };
    let undo = move || {
        let has_any = editor.before.with(|before| !before.is_empty());
        has_any.then(|| plain(t.undo).on("click", move |_| editor.undo()))
    };
    let failed = move || {
        editor
            .failed
            .get()
            .then(|| dom::p().class("trouble shown").child(t.failed))
    };
    dom::section()
        .class("invitations labels-editor")
        .attr("aria-label", t.heading)
        .child((
            dom::h2().child(t.heading),
            dom::p().class("quiet").child(t.intro),
            dom::ul().class("plain-list").child(lines),
            new_label(editor),
            undo,
            dom::div().attr("role", "alert").child(failed),
        ))
}

impl Editor {
    /// Keeps a changed list at once; the one before can be had back.
    fn change(self, change: impl FnOnce(&mut Vec<Label>)) {
        let before = self.draft.get_untracked();
        let mut after = before.clone();
        change(&mut after);
        if after == before {
            return;
        }
        self.before.update(|lists| lists.push(before));
        self.keep(after);
    }

    fn undo(self) {
        if let Some(before) = self.before.try_update(Vec::pop).flatten() {
            self.keep(before);
        }
    }

    fn keep(self, labels: Vec<Label>) {
        self.draft.set(labels.clone());
        if check_labels(&labels).is_err() {
            return self.failed.set(true);
        }
        leptos::task::spawn_local(async move {
            let kept = api::labels::keep(labels).await;
            self.failed.set(kept.is_err());
            self.console.labels.refresh();
        });
    }
}

fn line(editor: Editor, at: usize, label: &Label) -> El {
    let t = &editor.console.t().labels;
    let named = label.name.clone();
    let name = dom::input()
        .attr("type", "text")
        .attr("aria-label", t.name)
        .attr("maxlength", MAX_NAME_CHARS.to_string())
        .value(move || named.clone())
        .on("change", move |event| {
            let name = typed(&event).trim().to_owned();
            editor.change(|labels| labels[at].name = name);
        });
    let color = colors(editor, label.color, move |color| {
        editor.change(|labels| labels[at].color = color);
    });
    let remove = dom::button()
        .class("plain")
        .attr("type", "button")
        .attr("aria-label", (t.remove_label)(&label.name))
        .on("click", move |_| {
            editor.change(|labels| drop(labels.remove(at)));
        })
        .child(t.remove);
    dom::li()
        .class("label-line")
        .child((chip(label), name, color, remove))
}

fn new_label(editor: Editor) -> El {
    let t = &editor.console.t().labels;
    let name = RwSignal::new(String::new());
    let color = RwSignal::new(LabelColor::default());
    let is_full = move || editor.draft.with(Vec::len) >= MAX_LABELS;
    let submit = move |event: Event| {
        event.prevent_default();
        let words = name.get_untracked().trim().to_owned();
        let color = color.get_untracked();
        editor.change(|labels| {
            let is_free = |id: &str| labels.iter().all(|label| label.id != id);
            let id = new_id(&words, "label", is_free);
            labels.push(Label {
                id,
                name: words,
                color,
            });
        });
        name.set(String::new());
    };
    dom::form().class("label-line").on("submit", submit).child((
        dom::input()
            .attr("type", "text")
            .attr("id", "new-label")
            .attr("aria-label", t.new)
            .attr("placeholder", t.new)
            .attr("maxlength", MAX_NAME_CHARS.to_string())
            .value(move || name.get())
            .on("input", move |event| name.set(typed(&event))),
        colors(editor, LabelColor::default(), move |chosen| {
            color.set(chosen);
        }),
        dom::button()
            .class("primary")
            .attr("type", "submit")
            .live("disabled", move || {
                is_full() || name.with(|name| name.trim().is_empty())
            })
            .child(t.add),
    ))
}

fn colors(editor: Editor, now: LabelColor, choose: impl Fn(LabelColor) + 'static) -> El {
    let t = &editor.console.t().labels;
    let options: Vec<El> = LabelColor::ALL
        .into_iter()
        .map(|color| {
            dom::option()
                .attr("selected", color == now)
                .child((t.color)(color))
        })
        .collect();
    dom::select()
        .attr("aria-label", t.color_name)
        .on("change", move |event| {
            let select = event.target();
            let select = select.and_then(|it| it.dyn_into::<HtmlSelectElement>().ok());
            let at = select.map_or(0, |select| select.selected_index());
            let color = usize::try_from(at)
                .ok()
                .and_then(|at| LabelColor::ALL.get(at));
            choose(color.copied().unwrap_or_default());
        })
        .child(options)
}
