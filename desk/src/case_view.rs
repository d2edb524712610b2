//! The case on the screen: its header, its conversation, the composer.

use dom::{Child, El, Memo};
use leptos::prelude::request_animation_frame;
use shared::ids::ContactId;

use crate::browser;
use crate::case_header::case_header;
use crate::composer::composer;
use crate::console::Console;
use crate::redress::redress_panel;
use crate::state::OpenCase;
use crate::transcript::transcript;

/// Which of its faces the pane shows.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Face {
    Nothing,
    Loading,
    Missing,
    /// A case; another contact is another case.
    Case(ContactId),
}

/// The middle pane.
pub fn case_view(console: Console) -> El {
    let face = Memo::new(move |_| {
        console.state.with(|state| match &state.open {
            None => Face::Nothing,
            Some(OpenCase::Loading { .. }) => Face::Loading,
            Some(OpenCase::Missing { .. }) => Face::Missing,
            Some(OpenCase::Ready(content)) => Face::Case(content.contact.clone()),
        })
    });
    let t = &console.t().case;
    let content = move || match face.get() {
        Face::Nothing => nothing_open(console).view(),
        Face::Loading => message(t.loading).view(),
        Face::Missing => message(t.missing).view(),
        Face::Case(contact) => opened_case(console, contact).view(),
    };
    dom::main()
        .class("case-pane")
        .attr("id", "case")
        .attr("tabindex", "-1")
        .child(content)
}

fn nothing_open(console: Console) -> El {
    let t = &console.t().case;
    dom::div().class("placeholder").child((
        dom::h2().child(t.none_open),
        dom::p().class("quiet wide-only").child(t.none_open_hint),
    ))
}

fn message(words: &'static str) -> El {
    let words = dom::p().class("quiet").attr("role", "status").child(words);
    dom::div().class("placeholder").child(words)
}

fn opened_case(console: Console, contact: ContactId) -> impl Child {
    // The title, not the field: letters go on working, and a screen reader says whose case it is.
    request_animation_frame(|| browser::focus("#case-title"));
    (
        case_header(console),
        redress_panel(console),
        transcript(console),
        composer(console, contact),
    )
}
