//! Where an agent answers the shopper or leaves a note.

use leptos::html;
use leptos::prelude::*;
use shared::ids::ContactId;
use shared::protocol::MAX_TEXT_CHARS;
use web_sys::KeyboardEvent;

use crate::browser;
use crate::console::Console;
use crate::icons::{Icon, icon};
use crate::state::{DeskState, Word};

/// The composer of a case.
#[component]
pub fn Composer(contact: ContactId) -> impl IntoView {
    let console = expect_context::<Console>();
    let contact = StoredValue::new(contact);
    let field = NodeRef::<html::Textarea>::new();
    let mine = Memo::new(move |_| console.state.with(DeskState::open_case_is_mine));
    let word = Memo::new(move |_| console.word.get());
    let may_write = Memo::new(move |_| mine.get() || word.get() == Word::Note);
    go_to_field_once_taken(mine, field);
    let draft = move || {
        let key = (contact.get_value(), word.get());
        console
            .drafts
            .with(|drafts| drafts.get(&key).cloned().unwrap_or_default())
    };
    let wrote = move |text: String| {
        if word.get_untracked() == Word::Reply && !text.trim().is_empty() {
            console.typing(contact.get_value());
        }
        console.drafts.update(|drafts| {
            drafts.insert((contact.get_value(), word.get_untracked()), text);
        });
    };
    let send = move || send(console, &contact.get_value(), word.get_untracked());
    let excess = Memo::new(move |_| {
        draft()
            .trim()
            .chars()
            .count()
            .saturating_sub(MAX_TEXT_CHARS)
    });
    let can_send = move || may_write.get() && excess.get() == 0 && !draft().trim().is_empty();
    let key = move |event: KeyboardEvent| {
        // While a character is being composed, Enter belongs to the input method.
        if event.key() != "Enter" || event.shift_key() || event.is_composing() {
            return;
        }
        event.prevent_default();
        if can_send() {
            send();
        }
    };
    let t = move || &console.t().case;
    let name = move || match word.get() {
        Word::Reply => t().reply,
        Word::Note => t().note,
    };
    view! {
        <section class="composer" class:noting=move || word.get() == Word::Note>
            <div class:composer-top=true>
                <WordSwitch/>
                <p class="hint" class:failed=move || excess.get() != 0>
                    {move || hint(console, may_write.get(), word.get(), excess.get())}
                </p>
            </div>
            <div class:composer-row=true>
                <textarea
                    id="writing"
                    rows="2"
                    node_ref=field
                    aria-label=name
                    placeholder=move || match word.get() {
                        Word::Reply => t().reply_placeholder,
                        Word::Note => t().note_placeholder,
                    }
                    disabled=move || !may_write.get()
                    prop:value=draft
                    on:input:target=move |event| wrote(event.target().value())
                    on:keydown=key
                ></textarea>
                <button class="primary" disabled=move || !can_send() on:click=move |_| send()>
                    {move || match word.get() {
                        Word::Reply => t().send,
                        Word::Note => t().save_note,
                    }}
                </button>
            </div>
        </section>
    }
}

#[component]
fn WordSwitch() -> impl IntoView {
    let console = expect_context::<Console>();
    let button = move |word: Word| {
        view! {
            <button
                class="segment"
                aria-pressed=move || (console.word.get() == word).to_string()
                aria-keyshortcuts=match word {
                    Word::Reply => "r",
                    Word::Note => "n",
                }
                on:click=move |_| console.word.set(word)
            >
                {(word == Word::Note).then(|| icon(Icon::Note))}
                {move || match word {
                    Word::Reply => console.t().case.reply,
                    Word::Note => console.t().case.note,
                }}
            </button>
        }
    };
    view! {
        <div class="segments" role="group" aria-label=move || console.t().case.word>
            {[Word::Reply, Word::Note].map(button)}
        </div>
    }
}

fn send(console: Console, contact: &ContactId, word: Word) {
    let key = (contact.clone(), word);
    let text = console
        .drafts
        .try_update(|drafts| drafts.remove(&key))
        .flatten();
    if let Some(text) = text
        .map(|text| text.trim().to_owned())
        .filter(|text| !text.is_empty())
    {
        console.say(word, text);
    }
}

fn hint(console: Console, may_write: bool, word: Word, excess: usize) -> String {
    let t = &console.t().case;
    if excess != 0 {
        return (t.too_long)(excess);
    }
    match word {
        Word::Reply if !may_write => t.take_first.to_owned(),
        Word::Reply => t.reply_hint.to_owned(),
        Word::Note => t.note_hint.to_owned(),
    }
}

/// Whoever has just taken a case wants to write.
fn go_to_field_once_taken(mine: Memo<bool>, field: NodeRef<html::Textarea>) {
    Effect::new(move |before: Option<bool>| {
        let mine = mine.get();
        if mine && before == Some(false) {
            request_animation_frame(move || {
                if let Some(field) = field.get_untracked() {
                    browser::focus_element(&field);
                }
            });
        }
        mine
    });
}
