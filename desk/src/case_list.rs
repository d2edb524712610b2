//! The list of cases, in tabs, the longest wait first.

use dom::{Child, El, Memo, RwSignal};
use leptos::prelude::AnyView;
use leptos::wasm_bindgen::JsCast;
use shared::ids::{AgentId, ContactId};
use shared::protocol::desk::{CaseSummary, HandoffReason, LastAuthor};
use shared::redress::{Redress, RedressStanding};
use web_sys::{Event, KeyboardEvent};

use crate::browser;
use crate::case_header::request_words;
use crate::clocks::row_clock;
use crate::console::Console;
use crate::duty::duty;
use crate::labels;
use crate::phrases::at_least;
use crate::picking::{bulk_bar, pick_button};
use crate::shop_clock;
use crate::sorting;
use crate::state::{Row, Tab};

/// How many lines are shown at first, and how many more each time that somebody asks.
const LINES: usize = 100;

/// The list and its tabs.
pub fn case_list(console: Console) -> El {
    let list = dom::div()
        .class("list")
        .attr("id", "list")
        .attr("role", "tabpanel")
        .live("aria-labelledby", move || tab_id(console.tab.get()))
        .child(rows(console));
    dom::nav()
        .class("list-pane")
        .attr("aria-label", console.t().list.heading)
        .child((
            duty(console),
            tabs(console),
            list_tools(console),
            list,
            bulk_bar(console),
        ))
}

fn rows(console: Console) -> impl Child {
    // How many lines, and of which tab: another one begins anew.
    let shown = RwSignal::new((Tab::default(), LINES));
    let limit = move || match shown.get() {
        (tab, lines) if tab == console.tab.get() => lines,
        _ => LINES,
    };
    let all = Memo::new(move |_| {
        let mut rows = console
            .state
            .with(|state| state.rows(console.tab.get(), console.minute.get()));
        rows.retain(|row| console.labels.shows(&row.case));
        rows
    });
    let rows = Memo::new(move |_| all.with(|rows| rows[..rows.len().min(limit())].to_vec()));
    let has_more = Memo::new(move |_| {
        let is_told = console
            .state
            .with(|state| state.has_more(console.tab.get()));
        is_told || all.with(Vec::len) > limit()
    });
    let show_more = move |_| {
        let (tab, lines) = (console.tab.get_untracked(), limit() + LINES);
        shown.set((tab, lines));
        if all.with_untracked(Vec::len) < lines {
            console.update(|state| state.fetch_more(tab));
        }
    };
    let more = move || {
        has_more.get().then(|| {
            dom::button()
                .class("plain earlier")
                .attr("id", "more-cases")
                .on("click", show_more)
                .child(console.t().list.more)
        })
    };
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
    let is_empty = Memo::new(move |_| rows.with(Vec::is_empty));
    move || {
        if is_empty.get() {
            // A label may hide every case that is known, and be on one that is not.
            return (empty(console), more).view();
        }
        let rows = dom::list(
            move || rows.with(|rows| rows.iter().map(row_key).collect()),
            move |at| {
                let row = rows.with_untracked(|rows| rows[at].clone());
                case_row(console, row, reachable, cursor)
            },
        );
        (dom::ul().child(rows), more).view()
    }
}

/// What makes a line another line.
fn row_key(row: &Row) -> String {
    let case = &row.case;
    let words = [
        case.contact.to_string(),
        case.head.to_string(),
        case.unread.to_string(),
        case.labels.join(" "),
        case.mentioned.iter().map(AgentId::as_str).collect(),
        row.place.unwrap_or_default().to_string(),
        row.open.to_string(),
    ];
    words.join("\n")
}

fn empty(console: Console) -> El {
    let t = console.t();
    let words = move || {
        if console.state.with(|state| state.loaded) {
            (t.list.empty)(console.tab.get())
        } else {
            t.frame.loading
        }
    };
    dom::p().class("empty").child(words)
}

/// Which label is shown alone, and the way to several cases at once.
fn list_tools(console: Console) -> El {
    dom::div()
        .class("list-tools")
        .child((labels::filter(console), pick_button(console)))
}

fn tabs(console: Console) -> El {
    let step = move |event: Event| {
        let by = match event.dyn_ref().map(KeyboardEvent::key).as_deref() {
            Some("ArrowRight") => 1,
            Some("ArrowLeft") => Tab::ALL.len() - 1,
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
    let tabs: Vec<El> = Tab::ALL.into_iter().map(|it| tab(console, it)).collect();
    dom::div()
        .class("tabs")
        .attr("role", "tablist")
        .attr("aria-label", console.t().list.tabs)
        .on("keydown", step)
        .child(tabs)
}

fn tab(console: Console, tab: Tab) -> El {
    let count = Memo::new(move |_| {
        console
            .state
            .with(|state| state.count(tab, console.minute.get()))
    });
    let more = Memo::new(move |_| console.state.with(|state| state.has_more(tab)));
    let shown = Memo::new(move |_| at_least(count.get(), more.get()));
    let selected = move || console.tab.get() == tab;
    let calls = move || matches!(tab, Tab::Waiting | Tab::Promised) && count.get() != 0;
    dom::button()
        .live("class", move || if calls() { "tab calls" } else { "tab" })
        .attr("role", "tab")
        .attr("id", tab_id(tab))
        .attr("aria-controls", "list")
        .live("aria-selected", move || selected().to_string())
        .live("tabindex", move || if selected() { "0" } else { "-1" })
        .on("click", move |_| console.tab.set(tab))
        .child((
            dom::span()
                .live("class", move || match shown.with(String::len) {
                    0..=3 => "count",
                    _ => "count long",
                })
                .child(move || shown.get()),
            dom::span()
                .class("tab-name")
                .child((console.t().list.tab)(tab)),
        ))
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

fn case_row(
    console: Console,
    row: Row,
    reachable: Memo<Option<ContactId>>,
    cursor: RwSignal<Option<ContactId>>,
) -> El {
    let Row { case, place, open } = row;
    let contact = case.contact.clone();
    let [focused, opened, picked] = [contact.clone(), contact.clone(), contact.clone()];
    let picking = console.picking;
    let unread = case.unread != 0;
    let name = (console.t().who)(&case.identity, &case.orders);
    let press = move |_| {
        if picking.on.get_untracked() {
            picking.toggle(&opened);
        } else {
            console.open(opened.clone());
        }
    };
    let row = dom::button()
        .class(if unread {
            "case-row unread"
        } else {
            "case-row"
        })
        .attr("aria-current", open.then_some("true"))
        .live("tabindex", move || {
            if reachable.with(|it| it.as_ref() == Some(&contact)) {
                "0"
            } else {
                "-1"
            }
        })
        .live("aria-pressed", move || {
            picking.state_of(&picked).map(|it| it.to_string())
        })
        .on("focus", move |_| cursor.set(Some(focused.clone())))
        .on("click", press)
        .child((
            dom::span().class("case-top").child((
                dom::span().class("case-name").child(name),
                row_clock(console, &case),
            )),
            dom::span()
                .class("case-preview")
                .child(preview(console, &case)),
            dom::span()
                .class("case-tags")
                .child(tags(console, &case, place)),
        ));
    dom::li().child(row)
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
        let today = shop_clock::day_of(browser::now());
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
