//! Where an agent answers the shopper or leaves a note.

use dom::{Child, El, Memo, effect};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use shared::claims::Finding;
use shared::ids::ContactId;
use shared::protocol::MAX_TEXT_CHARS;
use shared::template::guard::Flaw;
use shared::template::marks::marks;
use web_sys::{Event, HtmlTextAreaElement, KeyboardEvent};

use crate::browser;
use crate::console::Console;
use crate::icons::{Icon, icon};
use crate::keyboard::WRITING_FIELD;
use crate::mentions;
use crate::pledge::{is_in_time, pledge_button, pledge_row};
use crate::state::{DeskState, Word};
use crate::templates;
use crate::templates::findings::{findings, unsupported};
use crate::templates::picker::picker;

/// The id of the field, which [`WRITING_FIELD`] selects.
const FIELD: &str = "writing";

/// What is written in a case, and whether it may be sent.
#[derive(Clone, Copy)]
struct Writing {
    console: Console,
    contact: StoredValue<ContactId>,
    may_write: Memo<bool>,
    excess: Memo<usize>,
    flaws: Memo<Vec<Flaw>>,
    claims: Memo<Vec<Finding>>,
}

/// The composer of a case.
pub fn composer(console: Console, contact: ContactId) -> El {
    let writing = Writing::new(console, contact);
    go_to_field_once_taken(console);
    dom::section()
        .live("class", move || match console.word.get() {
            Word::Reply => "composer",
            Word::Note => "composer noting",
        })
        .child((
            picker(console, writing.contact),
            findings(console, move || writing.flaws.get()),
            unsupported(console, move || writing.claims.get()),
            dom::div().class("composer-top").child((
                word_switch(console),
                templates_button(writing),
                pledge_button(console, writing.contact),
                hint(writing),
            )),
            pledge_row(console, writing.contact),
            mentions::offers(console, writing.contact),
            dom::div()
                .class("composer-row")
                .child((field(writing), send_button(writing))),
        ))
}

impl Writing {
    fn new(console: Console, contact: ContactId) -> Self {
        let contact = StoredValue::new(contact);
        let mine = Memo::new(move |_| console.state.with(DeskState::open_case_is_mine));
        let draft = move || draft(console, &contact.get_value());
        let excess = move |_: Option<&usize>| {
            let chars = draft().trim().chars().count();
            chars.saturating_sub(MAX_TEXT_CHARS)
        };
        // A text that waits for its case to be taken again is no one's to mend yet.
        let flaws = move |_: Option<&Vec<Flaw>>| match console.word.get() {
            Word::Reply if mine.get() => templates::flaws(console, &contact.get_value(), &draft()),
            _ => Vec::new(),
        };
        let claims = move |_: Option<&Vec<Finding>>| match console.word.get() {
            Word::Reply if mine.get() => templates::claims(console, &draft()),
            _ => Vec::new(),
        };
        Self {
            console,
            contact,
            may_write: Memo::new(move |_| mine.get() || console.word.get() == Word::Note),
            excess: Memo::new(excess),
            flaws: Memo::new(flaws),
            claims: Memo::new(claims),
        }
    }

    fn can_send(self) -> bool {
        self.may_write.get()
            && self.excess.get() == 0
            && self.flaws.with(Vec::is_empty)
            && (self.console.word.get() == Word::Note || is_in_time(self.console, self.contact))
            && !draft(self.console, &self.contact.get_value())
                .trim()
                .is_empty()
    }

    fn wrote(self, text: String) {
        let word = self.console.word.get_untracked();
        if word == Word::Reply && text == "/" {
            self.console.templates.show();
            return self.keep(String::new());
        }
        if word == Word::Reply && !text.trim().is_empty() {
            self.console.typing(self.contact.get_value());
        }
        self.keep(text);
    }

    fn keep(self, text: String) {
        let key = (self.contact.get_value(), self.console.word.get_untracked());
        self.console.drafts.update(|drafts| {
            drafts.insert(key, text);
        });
    }

    fn send(self) {
        let word = self.console.word.get_untracked();
        let key = (self.contact.get_value(), word);
        let text = self
            .console
            .drafts
            .try_update(|drafts| drafts.remove(&key))
            .flatten()
            .map(|text| text.trim().to_owned())
            .filter(|text| !text.is_empty());
        if let Some(text) = text {
            self.console.say(word, text);
        }
    }

    fn pressed(self, event: &Event) {
        let Some(event) = event.dyn_ref::<KeyboardEvent>() else {
            return;
        };
        // While a character is being composed, keys belong to the input method.
        if event.is_composing() || event.shift_key() {
            return;
        }
        match event.key().as_str() {
            "Enter" => {
                event.prevent_default();
                if self.can_send() {
                    self.send();
                }
            }
            "Tab" if mentions::take_first(self.console, &self.contact.get_value()) => {
                event.prevent_default();
            }
            // After the last place that is to be filled, Tab leaves the field as anywhere.
            "Tab" if go_to_next_mark() => event.prevent_default(),
            _ => {}
        }
    }
}

fn draft(console: Console, contact: &ContactId) -> String {
    let key = (contact.clone(), console.word.get());
    console
        .drafts
        .with(|drafts| drafts.get(&key).cloned().unwrap_or_default())
}

fn field(writing: Writing) -> El {
    let console = writing.console;
    let t = move || &console.t().case;
    dom::textarea()
        .attr("id", FIELD)
        .attr("rows", "2")
        .attr("aria-describedby", "findings")
        .live("aria-label", move || match console.word.get() {
            Word::Reply => t().reply,
            Word::Note => t().note,
        })
        .live("placeholder", move || match console.word.get() {
            Word::Reply => t().reply_placeholder,
            Word::Note => t().note_placeholder,
        })
        .live("disabled", move || !writing.may_write.get())
        .value(move || draft(console, &writing.contact.get_value()))
        .on("input", move |event| {
            let field = event.target();
            let field = field.and_then(|it| it.dyn_into::<HtmlTextAreaElement>().ok());
            writing.wrote(field.map(|field| field.value()).unwrap_or_default());
        })
        .on("keydown", move |event| writing.pressed(&event))
}

fn send_button(writing: Writing) -> El {
    let console = writing.console;
    dom::button()
        .class("primary")
        .live("disabled", move || !writing.can_send())
        .on("click", move |_| writing.send())
        .child(move || match console.word.get() {
            Word::Reply => console.t().case.send,
            Word::Note => console.t().case.save_note,
        })
}

fn templates_button(writing: Writing) -> impl Child {
    let console = writing.console;
    move || {
        let offered = writing.may_write.get() && console.word.get() == Word::Reply;
        offered.then(|| {
            dom::button()
                .class("plain")
                .attr("id", "templates")
                .attr("type", "button")
                .attr("aria-keyshortcuts", "/")
                .on("click", move |_| console.templates.show())
                .child((console.t().templates.button, dom::kbd().child("/")))
        })
    }
}

fn word_switch(console: Console) -> El {
    let button = |word: Word| {
        dom::button()
            .class("segment")
            .attr("type", "button")
            .live("aria-pressed", move || {
                (console.word.get() == word).to_string()
            })
            .attr(
                "aria-keyshortcuts",
                match word {
                    Word::Reply => "r",
                    Word::Note => "n",
                },
            )
            .on("click", move |_| console.word.set(word))
            .child((
                (word == Word::Note).then(|| icon(Icon::Note)),
                move || match word {
                    Word::Reply => console.t().case.reply,
                    Word::Note => console.t().case.note,
                },
            ))
    };
    dom::div()
        .class("segments")
        .attr("role", "group")
        .live("aria-label", move || console.t().case.word)
        .child((button(Word::Reply), button(Word::Note)))
}

fn hint(writing: Writing) -> El {
    let console = writing.console;
    let words = move || {
        let t = &console.t().case;
        if writing.excess.get() != 0 {
            return (t.too_long)(writing.excess.get());
        }
        match console.word.get() {
            Word::Reply if !writing.may_write.get() => t.take_first.to_owned(),
            Word::Reply => match foreign_language(console) {
                Some(language) => format!("{language} · {}", t.reply_hint),
                None => t.reply_hint.to_owned(),
            },
            Word::Note => t.note_hint.to_owned(),
        }
    };
    dom::p()
        .live("class", move || match writing.excess.get() {
            0 => "hint",
            _ => "hint failed",
        })
        .child(words)
}

/// The shopper's language, where it is another than the desk's: the answer is to be in it.
fn foreign_language(console: Console) -> Option<&'static str> {
    let spoken = console
        .state
        .with(|state| state.content().map(|case| case.present.language))?;
    (spoken != console.language()).then(|| (console.t().language)(spoken))
}

/// Whoever has just taken a case wants to write.
fn go_to_field_once_taken(console: Console) {
    let mine = Memo::new(move |_| console.state.with(DeskState::open_case_is_mine));
    let mut was_mine = true;
    effect(move || {
        let mine = mine.get();
        if mine && !was_mine {
            request_animation_frame(|| browser::focus(WRITING_FIELD));
        }
        was_mine = mine;
    });
}

/// Selects the next place that is to be filled. Says whether there is one.
fn go_to_next_mark() -> bool {
    let Some(field) = dom::by_id::<HtmlTextAreaElement>(FIELD) else {
        return false;
    };
    let after = field.selection_end().ok().flatten().unwrap_or_default();
    select_mark_after(after)
}

/// Selects the first mark at or after a place, in UTF-16 units as browsers count them. Says
/// whether there is one.
pub fn select_mark_after(after: u32) -> bool {
    let Some(field) = dom::by_id::<HtmlTextAreaElement>(FIELD) else {
        return false;
    };
    let text = field.value();
    let units = |end: usize| u32::try_from(text[..end].encode_utf16().count()).unwrap_or(u32::MAX);
    let next = marks(&text)
        .into_iter()
        .map(|mark| (units(mark.start), units(mark.end)))
        .find(|(start, _)| *start >= after);
    let Some((start, end)) = next else {
        return false;
    };
    // A field that is on the screen takes the selection.
    let _ = field.set_selection_range(start, end);
    true
}
