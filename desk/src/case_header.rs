//! Whose case it is, where it stands, and what can be done with it.

use dom::{Child, El};
use leptos::prelude::*;
use shared::protocol::request::Request;
use shared::protocol::widget::ConversationState;

use crate::case_menu::case_menu;
use crate::clocks::case_clocks;
use crate::console::{Console, Screen};
use crate::dates;
use crate::icons::{Icon, icon};
use crate::labels;
use crate::redress::redress_button;
use crate::sorting;
use crate::state::{Act, CaseContent};

/// The header of the open case.
#[component]
pub fn CaseHeader() -> impl IntoView {
    let console = expect_context::<Console>();
    let t = move || &console.t().case;
    view! {
        <header class="case-header">
            <button
                class="plain back"
                aria-label=move || t().back
                on:click=move |_| console.leave()
            >
                {icon(Icon::Back)}
            </button>
            <div class:case-heading=true>
                <h2 id="case-title" tabindex="-1">{move || who(console)}</h2>
                <p class="quiet">{move || state_words(console)}</p>
                <p class="asked">{move || asked(console)}</p>
                <p class="also-here" role="status">{move || also_here(console)}</p>
                {case_clocks(console).view()}
                <p class="case-tags">{(move || sorted(console)).view()}</p>
            </div>
            <div class:case-actions=true>
                <TakeButton/>
                <ResolveButton/>
                {redress_button(console).view()}
                {case_menu(console).view()}
                <button class="plain to-dossier" on:click=move |_| console.screen.set(Screen::Dossier)>
                    {move || t().open_dossier}
                </button>
            </div>
        </header>
    }
}

/// Takes the open case; absent when it is the agent's own, or out of the agent's reach.
#[component]
pub fn TakeButton() -> impl IntoView {
    let console = expect_context::<Console>();
    let may_take = Memo::new(move |_| console.state.with(|state| state.offers().take));
    view! {
        <Show when=move || may_take.get()>
            <button
                id="take"
                class="primary"
                aria-keyshortcuts="t"
                disabled=move || is_changing(console)
                on:click=move |_| console.handle(Act::Take)
            >
                {move || take_words(console)}
            </button>
        </Show>
    }
}

#[component]
fn ResolveButton() -> impl IntoView {
    let console = expect_context::<Console>();
    let mine = Memo::new(move |_| {
        console
            .state
            .with(crate::state::DeskState::open_case_is_mine)
    });
    view! {
        <Show when=move || mine.get()>
            <button
                id="resolve"
                class="secondary"
                aria-keyshortcuts="e"
                disabled=move || is_changing(console)
                on:click=move |_| console.handle(Act::Resolve)
            >
                {icon(Icon::Check)}
                {move || console.t().case.resolve}
            </button>
        </Show>
    }
}

fn is_changing(console: Console) -> bool {
    console
        .state
        .with(crate::state::DeskState::open_case_is_changing)
}

fn with_case<T: Default>(console: Console, read: impl FnOnce(&CaseContent) -> T) -> T {
    console
        .state
        .with(|state| state.content().map(read))
        .unwrap_or_default()
}

fn who(console: Console) -> String {
    let t = console.t();
    with_case(console, |case| {
        let orders: Vec<_> = case
            .present
            .orders
            .iter()
            .map(|order| order.number.clone())
            .collect();
        (t.who)(&case.present.identity, &orders)
    })
}

fn state_words(console: Console) -> String {
    let t = &console.t().case;
    let mine = console
        .state
        .with(crate::state::DeskState::open_case_is_mine);
    with_case(console, |case| match &case.present.state {
        ConversationState::Pending => t.state_bot.to_owned(),
        ConversationState::Queued { .. } => t.state_waiting.to_owned(),
        ConversationState::Open { .. } if mine => t.state_mine.to_owned(),
        ConversationState::Open { assignee } => (t.state_held)(&assignee.name),
        ConversationState::Snoozed { assignee, until } => {
            let until = dates::moment(console.language(), *until, true);
            (t.set_aside)(&assignee.name, &until)
        }
        ConversationState::Resolved => t.state_closed.to_owned(),
    })
}

/// Who else is looking at the case.
fn also_here(console: Console) -> Option<String> {
    let others = console.state.with(crate::state::DeskState::others_here);
    (!others.is_empty()).then(|| (console.t().sorting.also_here)(&others.join(", ")))
}

/// What the queue knows of the case.
fn sorted(console: Console) -> Vec<El> {
    console.state.with(|state| {
        let contact = state.content().map(|case| &case.contact);
        let case = contact.and_then(|contact| state.cases.get(contact));
        let place = state.open_case_place();
        case.map_or_else(Vec::new, |case| {
            let mut tags = labels::chips(console, case);
            tags.extend(sorting::tags(console, case, place));
            tags
        })
    })
}

/// What the shopper asks to have carried out, with its day.
fn asked(console: Console) -> Option<String> {
    with_case(console, |case| {
        let request = case.present.request.as_ref()?;
        let mut words = vec![request_words(console, request), request.order.clone()];
        words.extend(request.parcels.iter().cloned());
        Some(words.join(" · "))
    })
}

/// A request in a few words, with the day by which the shopper was promised an answer.
pub fn request_words(console: Console, request: &Request) -> String {
    let t = console.t();
    let kind = (t.request)(request.kind);
    match &request.promise_by {
        Some(day) => (t.promised)(kind, &dates::day(console.language(), day)),
        None => kind.to_owned(),
    }
}

fn take_words(console: Console) -> String {
    let t = &console.t().case;
    with_case(console, |case| match &case.present.state {
        ConversationState::Open { assignee } | ConversationState::Snoozed { assignee, .. } => {
            (t.take_over)(&assignee.name)
        }
        ConversationState::Resolved => t.reopen.to_owned(),
        ConversationState::Pending | ConversationState::Queued { .. } => t.take.to_owned(),
    })
}
