//! Whose case it is, where it stands, and what can be done with it.

use dom::{Child, El, Memo};
use shared::protocol::request::Request;
use shared::protocol::widget::ConversationState;

use crate::case_menu::case_menu;
use crate::clocks::case_clocks;
use crate::closing::closing;
use crate::console::{Console, Screen};
use crate::dates;
use crate::icons::{Icon, icon};
use crate::labels;
use crate::redress::redress_button;
use crate::sorting;
use crate::state::{Act, CaseContent, DeskState};

/// The header of the open case.
pub fn case_header(console: Console) -> El {
    let t = &console.t().case;
    let back = dom::button()
        .class("plain back")
        .attr("aria-label", t.back)
        .on("click", move |_| console.leave())
        .child(icon(Icon::Back));
    let to_dossier = dom::button()
        .class("plain to-dossier")
        .on("click", move |_| console.screen.set(Screen::Dossier))
        .child(t.open_dossier);
    let (resolve, question) = closing(console);
    let acts = dom::div().class("case-actions").child((
        take_button(console),
        resolve,
        redress_button(console),
        case_menu(console),
        to_dossier,
    ));
    dom::header()
        .class("case-header")
        .child((back, heading(console), acts, question))
}

fn heading(console: Console) -> El {
    let title = dom::h2()
        .attr("id", "case-title")
        .attr("tabindex", "-1")
        .child(move || who(console));
    let others = dom::p()
        .class("also-here")
        .attr("role", "status")
        .child(move || also_here(console));
    dom::div().class("case-heading").child((
        title,
        dom::p().class("quiet").child(move || state_words(console)),
        dom::p().class("asked").child(move || asked(console)),
        others,
        case_clocks(console),
        dom::p().class("case-tags").child(move || sorted(console)),
    ))
}

/// Takes the open case; absent when it is the agent's own, or out of the agent's reach.
fn take_button(console: Console) -> impl Child {
    let may_take = Memo::new(move |_| console.state.with(|state| state.offers().take));
    move || {
        may_take.get().then(|| {
            dom::button()
                .attr("id", "take")
                .class("primary")
                .attr("aria-keyshortcuts", "t")
                .live("disabled", move || is_changing(console))
                .on("click", move |_| console.handle(Act::Take))
                .child(move || take_words(console))
        })
    }
}

fn is_changing(console: Console) -> bool {
    console.state.with(DeskState::open_case_is_changing)
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
    let mine = console.state.with(DeskState::open_case_is_mine);
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
    let others = console.state.with(DeskState::others_here);
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
