//! The shop's own templates, as leads write them: the list of a language, and the form of one.

use dom::{El, Memo, RwSignal};
use leptos::prelude::*;
use shared::language::Language;
use shared::protocol::templates::{MAX_LINE_CHARS, Pattern, Template, Unfit};
use shared::template::{Field, Unreadable};
use web_sys::{Event, HtmlTextAreaElement};

use crate::api;
use crate::browser;
use crate::console::Console;
use crate::fields::{named, plain, typed};
use crate::ids::new_id;

/// The languages in which templates are written.
const LANGUAGES: [Language; 2] = [Language::French, Language::English];

const BODY: &str = "template-body";

/// What is being written. A copy is the same.
#[derive(Clone, Copy)]
struct Editor {
    console: Console,
    /// All templates, once the edge has told them.
    listed: RwSignal<Vec<Template>>,
    /// The language whose templates are shown.
    language: RwSignal<Language>,
    /// The template that is being written; its id is empty for a new one.
    edited: RwSignal<Option<Template>>,
    /// How templates were before the latest changes of this sitting, to go back to.
    before: RwSignal<Vec<Before>>,
    /// Whether the latest change was not kept.
    failed: RwSignal<bool>,
}

/// A template as it was: the shop's own text, if it had one.
#[derive(Clone)]
struct Before {
    language: Language,
    id: String,
    own: Option<Pattern>,
}

/// The editor.
pub fn editor(console: Console) -> El {
    let editor = Editor {
        console,
        listed: RwSignal::new(Vec::new()),
        language: RwSignal::new(console.language()),
        edited: RwSignal::new(None),
        before: RwSignal::new(Vec::new()),
        failed: RwSignal::new(false),
    };
    editor.reload();
    let t = &console.t().editor;
    let failed = move || {
        let words = t.failed;
        let failed = editor.failed.get();
        failed.then(|| dom::p().class("trouble shown").child(words))
    };
    dom::section()
        .class("invitations templates-editor")
        .attr("aria-label", t.heading)
        .child((
            dom::h2().child(t.heading),
            dom::p().class("quiet").child(t.intro),
            move || match editor.edited.get() {
                Some(template) => form(editor, template),
                None => list(editor),
            },
            dom::div().attr("role", "alert").child(failed),
        ))
}

impl Editor {
    fn reload(self) {
        leptos::task::spawn_local(async move {
            match api::templates::templates().await {
                Ok(listed) => self.listed.set(listed.templates),
                Err(_) => self.failed.set(true),
            }
        });
    }

    /// Has the edge keep a template, or forget the shop's own; what it was before can be had back.
    fn change(self, language: Language, id: String, own: Option<Pattern>, remember: bool) {
        let before = Before {
            language,
            own: self.own(language, &id),
            id: id.clone(),
        };
        leptos::task::spawn_local(async move {
            let kept = match &own {
                Some(pattern) => api::templates::keep(language, &id, pattern).await,
                None => api::templates::forget(language, &id).await,
            };
            self.failed.set(kept.is_err());
            if kept.is_ok() {
                if remember {
                    self.before.update(|states| states.push(before));
                }
                self.edited.set(None);
                self.console.templates.refresh();
                self.reload();
            }
        });
    }

    fn undo(self) {
        if let Some(before) = self.before.try_update(Vec::pop).flatten() {
            self.change(before.language, before.id, before.own, false);
        }
    }

    /// The shop's own text of a name.
    fn own(self, language: Language, id: &str) -> Option<Pattern> {
        self.listed.with_untracked(|listed| {
            let own = listed.iter().filter(|template| template.own.is_some());
            let same = |template: &&Template| template.language == language && template.id == id;
            own.into_iter()
                .find(same)
                .map(|template| template.pattern.clone())
        })
    }

    /// A new name, made of a title.
    fn new_id(self, title: &str) -> String {
        self.listed.with_untracked(|listed| {
            new_id(title, "modele", |id| {
                listed.iter().all(|template| template.id != id)
            })
        })
    }
}

fn list(editor: Editor) -> El {
    let t = &editor.console.t().editor;
    let languages: Vec<El> = LANGUAGES
        .into_iter()
        .map(|language| {
            dom::button()
                .class("chip")
                .attr("type", "button")
                .live("aria-pressed", move || {
                    let shown = editor.language.get() == language;
                    if shown { "true" } else { "false" }
                })
                .on("click", move |_| editor.language.set(language))
                .child((editor.console.t().language)(language))
        })
        .collect();
    let lines = move || {
        let language = editor.language.get();
        let listed = editor.listed.get().into_iter();
        listed
            .filter(|template| template.language == language)
            .map(|template| line(editor, template))
            .collect::<Vec<_>>()
    };
    let undo = move || {
        let has_any = editor.before.with(|before| !before.is_empty());
        has_any.then(|| plain(editor.console.t().labels.undo).on("click", move |_| editor.undo()))
    };
    let begin = move |_| {
        editor.edited.set(Some(Template {
            id: String::new(),
            language: editor.language.get_untracked(),
            pattern: Pattern {
                title: String::new(),
                subject: String::new(),
                body: String::new(),
            },
            own: None,
        }));
    };
    dom::div().class("templates-list").child((
        dom::div().class("chips").child(languages),
        dom::ul().class("plain-list").child(lines),
        dom::div().class("service-end").child((
            plain(t.new).attr("id", "new-template").on("click", begin),
            undo,
        )),
    ))
}

fn line(editor: Editor, template: Template) -> El {
    let t = editor.console.t();
    let title = template.pattern.title.clone();
    let own = template.own.as_ref().map(|own| {
        dom::span()
            .class("tag")
            .attr("title", own.by.clone())
            .child(t.templates.own)
    });
    let edit = dom::button()
        .class("link")
        .attr("type", "button")
        .attr("aria-label", (t.editor.change_one)(&title))
        .on("click", move |_| editor.edited.set(Some(template.clone())))
        .child(t.editor.change);
    dom::li().child((title, own, edit))
}

fn form(editor: Editor, template: Template) -> El {
    let t = &editor.console.t().editor;
    let pattern = RwSignal::new(template.pattern.clone());
    let unfit = Memo::new(move |_| pattern.with(Pattern::check).err());
    let own = template.own.as_ref().map(|own| own.replaces);
    let kept = StoredValue::new(template);
    let submit = move |event: Event| {
        event.prevent_default();
        let pattern = pattern.get_untracked();
        let (language, id) = kept.with_value(|kept| (kept.language, kept.id.clone()));
        let id = if id.is_empty() {
            editor.new_id(&pattern.title)
        } else {
            id
        };
        editor.change(language, id, Some(pattern), true);
    };
    let drop_own = own.map(|replaces| {
        plain(if replaces { t.as_begun } else { t.remove }).on("click", move |_| {
            let (language, id) = kept.with_value(|kept| (kept.language, kept.id.clone()));
            editor.change(language, id, None, true);
        })
    });
    let says = move || {
        let unfit = unfit.get().map(|unfit| unfit_words(editor, &unfit));
        dom::p().class("hint").attr("role", "status").child(unfit)
    };
    dom::form()
        .class("template-form")
        .on("submit", submit)
        .child((
            text_field(t.title, pattern, |pattern| &mut pattern.title),
            text_field(t.subject, pattern, |pattern| &mut pattern.subject),
            body_field(editor, pattern),
            fields(editor, pattern),
            says,
            dom::div().class("service-end").child((
                dom::button()
                    .class("primary")
                    .attr("type", "submit")
                    .live("disabled", move || unfit.with(Option::is_some))
                    .child(t.keep),
                plain(t.cancel).on("click", move |_| editor.edited.set(None)),
                drop_own,
            )),
        ))
}

fn text_field(
    name: &'static str,
    pattern: RwSignal<Pattern>,
    part: fn(&mut Pattern) -> &mut String,
) -> El {
    let value = part(&mut pattern.get_untracked()).clone();
    named(
        name,
        dom::input()
            .attr("type", "text")
            .attr("maxlength", MAX_LINE_CHARS.to_string())
            .attr("value", value)
            .on("input", move |event| {
                pattern.update(|pattern| *part(pattern) = typed(&event));
            }),
    )
}

fn body_field(editor: Editor, pattern: RwSignal<Pattern>) -> El {
    named(
        editor.console.t().editor.body,
        dom::textarea()
            .attr("id", BODY)
            .attr("rows", "9")
            .value(move || pattern.with(|pattern| pattern.body.clone()))
            .on("input", move |_| {
                if let Some(body) = dom::by_id::<HtmlTextAreaElement>(BODY) {
                    pattern.update(|pattern| pattern.body = body.value());
                }
            }),
    )
}

/// What a text may be filled with: each is put where the text is being written.
fn fields(editor: Editor, pattern: RwSignal<Pattern>) -> El {
    let t = &editor.console.t().editor;
    let language = editor.console.language();
    let chips: Vec<El> = Field::ALL
        .into_iter()
        .map(|field| {
            dom::button()
                .class("chip")
                .attr("type", "button")
                .on("click", move |_| insert(pattern, field))
                .child(field.label(language))
        })
        .collect();
    dom::div()
        .class("chips")
        .attr("role", "group")
        .attr("aria-label", t.fields)
        .child((dom::span().class("hint").child(t.fields), chips))
}

fn insert(pattern: RwSignal<Pattern>, field: Field) {
    let Some(body) = dom::by_id::<HtmlTextAreaElement>(BODY) else {
        return;
    };
    let place = format!("{{ ${} }}", field.variable());
    // The field of a page takes any text at any place.
    let _ = body.set_range_text(&place);
    let end = body.selection_end().ok().flatten();
    let _ = body.set_selection_start(end);
    pattern.update(|pattern| pattern.body = body.value());
    browser::focus_element(&body);
}

fn unfit_words(editor: Editor, unfit: &Unfit) -> String {
    let t = &editor.console.t().editor;
    match unfit {
        Unfit::Untitled => t.untitled.to_owned(),
        Unfit::TooLong => t.too_long.to_owned(),
        Unfit::Subject(unreadable) => {
            format!("{} {}", t.subject, unreadable_words(editor, unreadable))
        }
        Unfit::Body(unreadable) => format!("{} {}", t.body, unreadable_words(editor, unreadable)),
    }
}

fn unreadable_words(editor: Editor, unreadable: &Unreadable) -> String {
    let t = &editor.console.t().editor;
    match unreadable {
        Unreadable::Braces => t.braces.to_owned(),
        Unreadable::UnknownField { name } => (t.unknown_field)(name),
        Unreadable::Empty => t.empty.to_owned(),
    }
}
