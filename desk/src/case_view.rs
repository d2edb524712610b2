//! The case on the screen: its header, its conversation, the composer.

use dom::Child;
use leptos::prelude::*;

use crate::browser;
use crate::case_header::CaseHeader;
use crate::composer::Composer;
use crate::console::Console;
use crate::redress::redress_panel;
use crate::state::OpenCase;
use crate::transcript::Transcript;

/// Which of its faces the pane shows.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Face {
    Nothing,
    Loading,
    Missing,
    /// A case; another contact is another case.
    Case(shared::ids::ContactId),
}

/// The middle pane.
#[component]
pub fn CaseView() -> impl IntoView {
    let console = expect_context::<Console>();
    let face = Memo::new(move |_| {
        console.state.with(|state| match &state.open {
            None => Face::Nothing,
            Some(OpenCase::Loading { .. }) => Face::Loading,
            Some(OpenCase::Missing { .. }) => Face::Missing,
            Some(OpenCase::Ready(content)) => Face::Case(content.contact.clone()),
        })
    });
    let t = move || &console.t().case;
    view! {
        <main class="case-pane" id="case" tabindex="-1">
            {move || match face.get() {
                Face::Nothing => view! {
                    <div class:placeholder=true>
                        <h2>{move || t().none_open}</h2>
                        <p class="quiet wide-only">{move || t().none_open_hint}</p>
                    </div>
                }
                .into_any(),
                Face::Loading => message(move || t().loading).into_any(),
                Face::Missing => message(move || t().missing).into_any(),
                Face::Case(contact) => view! { <OpenedCase contact/> }.into_any(),
            }}
        </main>
    }
}

fn message(words: impl Fn() -> &'static str + Send + 'static) -> impl IntoView {
    view! { <div class:placeholder=true><p class="quiet" role="status">{words}</p></div> }
}

#[component]
fn OpenedCase(contact: shared::ids::ContactId) -> impl IntoView {
    let console = expect_context::<Console>();
    // The title, not the field: letters go on working, and a screen reader says whose case it is.
    request_animation_frame(|| browser::focus("#case-title"));
    view! {
        <CaseHeader/>
        {redress_panel(console).view()}
        <Transcript/>
        <Composer contact/>
    }
}
