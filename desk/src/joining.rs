//! The page where somebody takes an invitation: a name, a password, and the desk is open.

use dom::{Child, El, RwSignal, effect};
use leptos::prelude::*;
use shared::protocol::staff::Joining;
use web_sys::Event;

use crate::api::{self, Problem};
use crate::app::{Chrome, Session};
use crate::browser;
use crate::fields::typed;
use crate::icons::{Icon, icon};
use crate::phrases::phrases;

/// The fewest characters of a password that the edge takes.
const MIN_PASSWORD: usize = 12;

/// The page, for the token of an invitation.
pub fn joining(chrome: Chrome, token: String) -> El {
    let t = move || &phrases(chrome.language.get()).staff;
    let (name, password) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let trouble = RwSignal::new(None::<Problem>);
    effect(move || document().set_title(t().join_title));
    let is_complete = move || {
        let named = name.with(|name| !name.trim().is_empty());
        named && password.with(|password| password.chars().count() >= MIN_PASSWORD)
    };
    let submit = move |event: Event| {
        event.prevent_default();
        let joining = Joining {
            token: token.clone(),
            name: name.get_untracked(),
            password: password.get_untracked(),
        };
        leptos::task::spawn_local(async move {
            match api::staff::join(&joining).await {
                Ok(()) => {
                    browser::forget_fragment();
                    chrome.enter(Session::SignedOut { expired: false });
                }
                Err(problem) => trouble.set(Some(problem)),
            }
        });
    };
    let problem = move || {
        trouble.get().map(|problem| {
            let t = t();
            dom::p().class("trouble shown").child(match problem {
                Problem::Missing => t.join_over,
                Problem::Malformed => t.join_malformed,
                Problem::Unreachable => phrases(chrome.language.get()).sign_in.unreachable,
                _ => t.failed,
            })
        })
    };
    let form = dom::form()
        .class("sign-in-card")
        .on("submit", submit)
        .child((
            dom::p().class("mark").child((icon(Icon::Bell), "Grelot")),
            dom::h1().child(move || t().join_title),
            dom::p().class("quiet").child(move || t().join_intro),
            dom::div().attr("role", "alert").child(problem),
            field("join-name", "text", "name", name, move || t().join_name),
            field(
                "join-password",
                "password",
                "new-password",
                password,
                move || t().join_password,
            ),
            dom::button()
                .class("primary wide")
                .attr("type", "submit")
                .live("disabled", move || !is_complete())
                .child(move || t().join),
        ));
    dom::main().class("sign-in").child(form)
}

fn field(
    id: &'static str,
    kind: &'static str,
    autocomplete: &'static str,
    text: RwSignal<String>,
    name: impl Fn() -> &'static str + Send + 'static,
) -> impl Child {
    let input = dom::input()
        .attr("id", id)
        .attr("type", kind)
        .attr("autocomplete", autocomplete)
        .value(move || text.get())
        .on("input", move |event| text.set(typed(&event)));
    dom::label()
        .class("field")
        .child((dom::span().child(name), input))
}
