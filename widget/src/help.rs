//! The search for answers in the merchant's own help.

use leptos::prelude::*;

use crate::dom::{self, Child, El};
use crate::feed::{self, Search};
use crate::icons::{LENS, icon};
use crate::message::text;
use crate::panel::Panel;

/// The search, where the shop has answers to find.
pub fn search(panel: Panel) -> impl Child {
    let has_help = Memo::new(move |_| {
        panel
            .shop
            .with(|shop| shop.as_ref().is_some_and(|shop| shop.help))
    });
    move || has_help.get().then(|| form(panel))
}

fn form(panel: Panel) -> El {
    let question = RwSignal::new(String::new());
    let seek = move || panel.words().seek();
    let field = dom::input()
        .attr("type", "search")
        .attr("enterkeyhint", "search")
        .attr("maxlength", "400")
        .live("aria-label", seek)
        .live("placeholder", seek)
        .value(move || question.get())
        .on("input", move |event| {
            question.set(event_target_value(&event));
        });
    let button = dom::button()
        .class("send")
        .attr("type", "submit")
        .live("aria-label", seek)
        .child(icon(LENS));
    dom::form()
        .attr("role", "search")
        .on("submit", move |event| {
            event.prevent_default();
            question.with_untracked(|question| feed::search(question));
        })
        .child((
            dom::div().class("write").child((field, button)),
            dom::div()
                .attr("role", "status")
                .child(move || panel.found.get().map(|search| answers(panel, &search))),
        ))
}

fn answers(panel: Panel, search: &Search) -> AnyView {
    let hint = |words: String| dom::p().class("hint").child(words).view();
    let found = match search {
        Search::Unanswered => return hint(panel.words().unsought()),
        Search::Found(found) if found.is_empty() => return hint(panel.words().no_answer()),
        Search::Found(found) => found,
    };
    let articles = found.iter().map(|article| {
        dom::details().class("answer").attr("dir", "auto").child((
            dom::summary().child(article.title.clone()),
            dom::p().class("words").child(text(&article.text)),
        ))
    });
    articles.collect::<Vec<_>>().view()
}
