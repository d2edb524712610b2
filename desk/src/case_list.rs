//! The list of cases, in tabs, the longest wait first.

use dom::{Child, El};
use leptos::prelude::*;
use shared::ids::ContactId;
use shared::protocol::desk::{CaseSummary, HandoffReason, LastAuthor};
use shared::redress::{Redress, RedressStanding};
use web_sys::KeyboardEvent;

use crate::browser;
use crate::case_header::request_words;
use crate::clocks::row_clock;
use crate::console::Console;
use crate::duty::duty;
use crate::labels;
use crate::picking::{bulk_bar, pick_button};
use crate::sorting;
use crate::state::{Row, Tab};

/// The list and its tabs.
#[component]
pub fn CaseList() -> impl IntoView {
    let console = expect_context::<Console>();
    let rows = Memo::new(move |_| {
        let mut rows = console
            .state
            .with(|state| state.rows(console.tab.get(), console.minute.get()));
        rows.retain(|row| console.labels.shows(&row.case));
        rows
    });
    let cursor = RwSignal::new(None::<ContactId>);
    // One line at a time takes part in the tab order; the arrows and letters move among them.
    let reachable = Memo::new(move |_| {
        let cursor = cursor.get();
        rows.with(|rows| {
            let listed = |contact: &ContactId| rows.iter().any(|row| &row.case.contact == contact);
            cursor
                .filter(listed)
                .or_else(|| rows.first().map(|row| row.case.contact.clone()))
        })
    });
    let empty = move || {
        let state_loaded = console.state.with(|state| state.loaded);
        let words = if state_loaded {
            (console.t().list.empty)(console.tab.get())
        } else {
            console.t().frame.loading
        };
        view! { <p class="empty">{words}</p> }
    };
    view! {
        <nav class="list-pane" aria-label=move || console.t().list.heading>
            {duty(console).view()}
            <Tabs/>
            {list_tools(console).view()}
            <div class="list" id="list" role="tabpanel" aria-labelledby=move || tab_id(console.tab.get())>
                <Show when=move || !rows.with(Vec::is_empty) fallback=empty>
                    <ul>
                        <For
                            each=move || rows.get()
                            key=|row| (row.case.contact.clone(), row.case.head, row.case.unread, row.case.labels.clone(), row.case.mentioned.clone(), row.place, row.open)
                            children=move |row| view! { <CaseRow row reachable cursor/> }
                        />
                    </ul>
                </Show>
            </div>
            {bulk_bar(console).view()}
        </nav>
    }
}

/// Which label is shown alone, and the way to several cases at once.
fn list_tools(console: Console) -> El {
    dom::div()
        .class("list-tools")
        .child((labels::filter(console), pick_button(console)))
}

#[component]
fn Tabs() -> impl IntoView {
    let console = expect_context::<Console>();
    let step = move |event: KeyboardEvent| {
        let by = match event.key().as_str() {
            "ArrowRight" => 1,
            "ArrowLeft" => Tab::ALL.len() - 1,
            _ => return,
        };
        event.prevent_default();
        let here = Tab::ALL
            .iter()
            .position(|tab| *tab == console.tab.get_untracked());
        let next = Tab::ALL[(here.unwrap_or_default() + by) % Tab::ALL.len()];
        console.tab.set(next);
        browser::focus(&format!("#{}", tab_id(next)));
    };
    let tab = move |tab: Tab| {
        let count = Memo::new(move |_| {
            console
                .state
                .with(|state| state.count(tab, console.minute.get()))
        });
        let selected = move || console.tab.get() == tab;
        view! {
            <button
                class="tab"
                role="tab"
                id=tab_id(tab)
                aria-controls="list"
                aria-selected=move || selected().to_string()
                tabindex=move || if selected() { "0" } else { "-1" }
                class:calls=move || matches!(tab, Tab::Waiting | Tab::Promised) && count.get() != 0
                on:click=move |_| console.tab.set(tab)
            >
                <span class:count=true>{count}</span>
                <span class:tab-name=true>{move || (console.t().list.tab)(tab)}</span>
            </button>
        }
    };
    view! {
        <div
            class="tabs"
            role="tablist"
            aria-label=move || console.t().list.tabs
            on:keydown=step
        >
            {Tab::ALL.map(tab)}
        </div>
    }
}

fn tab_id(tab: Tab) -> &'static str {
    match tab {
        Tab::Waiting => "tab-waiting",
        Tab::Mine => "tab-mine",
        Tab::Promised => "tab-promised",
        Tab::Team => "tab-team",
        Tab::Bot => "tab-bot",
        Tab::Closed => "tab-closed",
    }
}

#[component]
fn CaseRow(
    row: Row,
    reachable: Memo<Option<ContactId>>,
    cursor: RwSignal<Option<ContactId>>,
) -> impl IntoView {
    let console = expect_context::<Console>();
    let Row { case, place, open } = row;
    let contact = case.contact.clone();
    let [focused, opened, picked] = [contact.clone(), contact.clone(), contact.clone()];
    let picking = console.picking;
    let t = console.t();
    view! {
        <li>
            <button
                class="case-row"
                class:unread=case.unread != 0
                aria-current=open.then_some("true")
                tabindex=move || {
                    if reachable.with(|it| it.as_ref() == Some(&contact)) { "0" } else { "-1" }
                }
                on:focus=move |_| cursor.set(Some(focused.clone()))
                aria-pressed=move || picking.state_of(&picked).map(|it| it.to_string())
                on:click=move |_| {
                    if picking.on.get_untracked() {
                        picking.toggle(&opened);
                    } else {
                        console.open(opened.clone());
                    }
                }
            >
                <span class:case-top=true>
                    <span class:case-name=true>{(t.who)(&case.identity, &case.orders)}</span>
                    {row_clock(console, &case).view()}
                </span>
                <span class:case-preview=true>{preview(console, &case)}</span>
                <span class:case-tags=true>{tags(console, &case, place)}</span>
            </button>
        </li>
    }
}

fn preview(console: Console, case: &CaseSummary) -> String {
    let t = &console.t().list;
    if case.preview.is_empty() {
        return t.no_message.to_owned();
    }
    match case.last_author {
        LastAuthor::Nobody | LastAuthor::Shopper => case.preview.clone(),
        LastAuthor::Bot => format!("{} · {}", t.bot, case.preview),
        LastAuthor::Agent => format!("{} · {}", t.you, case.preview),
    }
}

fn tags(console: Console, case: &CaseSummary, place: Option<u32>) -> AnyView {
    let t = console.t();
    let promise = promise_tag(console, case);
    let request = case.request.as_ref().map(|request| {
        let today = browser::local_day(browser::now());
        let is_overdue = request.promise_by.as_ref().is_some_and(|day| *day < today);
        let class = if is_overdue { "tag bad" } else { "tag strong" };
        dom::span()
            .class(class)
            .child(request_words(console, request))
    });
    let asked = |it: &Redress| it.standing == RedressStanding::Asked;
    let approval = case.approvals.iter().any(asked);
    let approval = approval.then(|| dom::span().class("tag warn").child(t.redress.asked_tag));
    // A request says itself why the case came, and most come because somebody asked.
    let is_telling = |reason: &HandoffReason| {
        !matches!(reason, HandoffReason::Action | HandoffReason::Requested)
    };
    let reason = case.reason.filter(is_telling);
    let reason = reason.map(|reason| dom::span().class("tag").child((t.reason)(reason)));
    let unread = (case.unread != 0).then(|| {
        spoken(
            "unread-count",
            case.unread.to_string(),
            (t.list.unread)(case.unread),
        )
    });
    let named = console.state.with_untracked(|state| state.names_me(case));
    let named = named.then(|| dom::span().class("tag warn").child(t.news.mention_tag));
    let language = spoken(
        "tag strong",
        case.language.tag().to_uppercase(),
        (t.language)(case.language).to_owned(),
    );
    (
        (unread, language, named),
        labels::chips(console, case),
        sorting::tags(console, case, place),
        promise,
        approval,
        request,
        reason,
    )
        .view()
}

/// The promise of a case that this agent has to see to today.
fn promise_tag(console: Console, case: &CaseSummary) -> Option<El> {
    let t = &console.t().promises;
    let now = console.minute.get_untracked();
    console.state.with_untracked(|state| {
        let promise = state.due_promise(case, now)?;
        let kind = (t.kind)(promise.kind);
        Some(if promise.is_broken() {
            dom::span().class("tag bad").child((t.broken)(kind))
        } else {
            dom::span().class("tag warn").child((t.due_today)(kind))
        })
    })
}

/// A tag with short words for the eye and whole ones for the ear and the pointer.
fn spoken(class: &'static str, short: String, whole: String) -> El {
    dom::span()
        .class(class)
        .attr("title", whole.clone())
        .child((
            dom::span().attr("aria-hidden", "true").child(short),
            dom::span().class("unseen").child(whole),
        ))
}
