//! The desk as a whole: the bar at the top, the panes, what is told to everyone.

use dom::{Child, El, Memo, RwSignal, effect};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Interval;
use leptos::prelude::*;
use shared::client::link::LinkStatus;

use crate::account::account;
use crate::app::Chrome;
use crate::case_list::case_list;
use crate::case_view::case_view;
use crate::console::{Console, Screen};
use crate::dossier::dossier_pane;
use crate::help::help;
use crate::icons::{Icon, icon};
use crate::keeping::keep_over_reloads;
use crate::news::news;
use crate::overview::overview;
use crate::palette::{self, palette};
use crate::parcels::parcels_view;
use crate::quarantine::quarantine_view;
use crate::staff::staff_view;
use crate::state::{DeskState, OpenCase, Tab};
use crate::watchlist::{OLD_ON_RETURN_MILLIS, OLD_WHILE_SEEN_MILLIS};
use crate::{browser, erasing, keyboard};

/// The desk of the agent who is signed in.
pub fn desk(chrome: Chrome) -> impl Child {
    let console = Console::new(chrome);
    keep_over_reloads(console);
    console.connect();
    console.refresh_parcels(0);
    console.labels.refresh();
    live_with_the_page(console);
    follow_the_open_case(console);
    move || {
        console.track_language();
        panes(console)
    }
}

fn panes(console: Console) -> El {
    let t = &console.t().frame;
    let list_and_more = dom::div()
        .class("panes")
        .child((case_list(console), beside(console)));
    let announcement = dom::p()
        .class("unseen")
        .attr("role", "status")
        .child(move || console.announcement.get());
    dom::div()
        .class("desk")
        .live("data-screen", move || console.screen.get().name())
        .child((
            dom::a().class("skip").attr("href", "#case").child(t.skip),
            bar(console),
            (link_banner(console), problem(console), news(console)),
            list_and_more,
            announcement,
            help(console),
            palette(console),
            erasing::dialog(console),
        ))
}

/// What stands beside the list of cases, or in its place. Each is made anew, and so begins at its top.
fn beside(console: Console) -> AnyView {
    let shown = Memo::new(move |_| {
        let screen = console.screen.get();
        if screen.is_of_cases() {
            Screen::Case
        } else {
            screen
        }
    });
    dom::list(
        move || vec![shown.get().name().to_owned()],
        move |_| match shown.get_untracked() {
            Screen::List | Screen::Case | Screen::Dossier => {
                (case_view(console), dossier_pane(console)).view()
            }
            Screen::Quarantine => quarantine_view(console).view(),
            Screen::Parcels => parcels_view(console).view(),
            Screen::Staff => staff_view(console).view(),
            Screen::Overview => overview(console).view(),
            Screen::Account => account(console).view(),
        },
    )
}

fn bar(console: Console) -> El {
    let name = move || console.state.with(|state| state.site_name.clone());
    let mark = dom::h1().class("mark").child((
        icon(Icon::Bell),
        dom::strong().child(name),
        dom::span().class("quiet").child(console.t().frame.desk),
    ));
    dom::header()
        .class("bar")
        .child((mark, views(console), bar_actions(console)))
}

fn bar_actions(console: Console) -> El {
    let t = &console.t().frame;
    let language = dom::button()
        .attr("id", "language")
        .class("plain")
        .attr("lang", t.other_language_tag)
        .on("click", move |_| console.switch_language())
        .child((
            long_label(t.other_language),
            short_label(t.other_language_tag),
        ));
    let help = dom::button()
        .class("plain wide-only")
        .on("click", move |_| console.help.set(true))
        .child((t.help, dom::kbd().child("?")));
    let leave = dom::button()
        .class("plain leave")
        .attr("title", t.sign_out)
        .on("click", move |_| console.sign_out())
        .child((icon(Icon::Leave), long_label(t.sign_out)));
    dom::div().class("bar-actions").child((
        palette::opener(console),
        payloads(console),
        language,
        help,
        own_name(console),
        leave,
    ))
}

/// The agent's own name leads to where they are signed in. Where there is no room for it, its initials do.
fn own_name(console: Console) -> El {
    let me = move || {
        let name = |state: &DeskState| state.me.as_ref().map(|me| me.name.clone());
        console.state.with(name).unwrap_or_default()
    };
    let is_shown = move || console.screen.get() == Screen::Account;
    dom::button()
        .class("plain me")
        .attr("id", "view-account")
        .attr("title", console.t().account.heading)
        .live("aria-current", move || is_shown().then_some("page"))
        .on("click", move |_| console.screen.set(Screen::Account))
        .child((
            long_label(me),
            short_label(move || {
                let name = me();
                let initials = name.split_whitespace().filter_map(|it| it.chars().next());
                initials.take(2).collect::<String>()
            }),
        ))
}

/// Leads to the payloads that could not be understood, while there are any.
fn payloads(console: Console) -> impl Child {
    let payloads = Memo::new(move |_| console.state.with(DeskState::waiting_payloads));
    let are_there = Memo::new(move |_| payloads.get() != 0);
    move || {
        are_there.get().then(|| {
            dom::button()
                .class("warn")
                .on("click", move |_| console.screen.set(Screen::Quarantine))
                .child((
                    icon(Icon::Alert),
                    long_label(move || (console.t().quarantine.button)(payloads.get())),
                    short_label(move || payloads.get().to_string()),
                ))
        })
    }
}

/// What a button says where there is room for it.
fn long_label(words: impl Child) -> El {
    dom::span().class("long-label").child(words)
}

/// What it says where there is not, which the long one tells the ear all the same.
fn short_label(words: impl Child) -> El {
    dom::span()
        .class("short-label")
        .attr("aria-hidden", "true")
        .child(words)
}

/// The views of the desk.
fn views(console: Console) -> El {
    let t = console.t();
    let parcels = Memo::new(move |_| console.watchlist.with(|list| list.count(None)));
    let leads = Memo::new(move |_| console.state.with(DeskState::i_lead));
    let count = dom::span()
        .live("class", move || match parcels.get() {
            0 => "count none",
            _ => "count",
        })
        .child(move || parcels.get().to_string());
    let of_leads = move || {
        leads.get().then(|| {
            (
                tab(console, Screen::Staff, "3", t.staff.heading),
                tab(console, Screen::Overview, "4", t.overview.heading),
            )
        })
    };
    dom::nav()
        .class("views")
        .attr("aria-label", t.frame.views)
        .child((
            tab(console, Screen::List, "1", t.list.heading),
            tab(console, Screen::Parcels, "2", (t.parcels.heading, count)),
            of_leads,
        ))
}

/// Leads to a view; the same is said of its key.
fn tab(console: Console, view: Screen, key: &'static str, words: impl Child) -> El {
    let is_shown = move || match view {
        Screen::List => console.screen.get().is_of_cases(),
        _ => console.screen.get() == view,
    };
    let id = match view {
        Screen::List => "view-cases".to_owned(),
        _ => format!("view-{}", view.name()),
    };
    dom::button()
        .class("view")
        .attr("id", id)
        .attr("aria-keyshortcuts", key)
        .live("aria-current", move || is_shown().then_some("page"))
        .on("click", move |_| console.screen.set(view))
        .child(words)
}

fn link_banner(console: Console) -> El {
    // A link that is only being opened for the first time is no news.
    let words = move || {
        let t = &console.t().frame;
        match console.link.get() {
            LinkStatus::Waiting { until } => {
                let seconds = until.millis_since(console.now.get()).max(0) / 1_000 + 1;
                Some((t.offline)(seconds))
            }
            LinkStatus::Connecting if console.state.with(|state| state.loaded) => {
                Some(t.connecting.to_owned())
            }
            LinkStatus::Connecting | LinkStatus::Up | LinkStatus::Stopped => None,
        }
    };
    let down = Memo::new(move |_| matches!(console.link.get(), LinkStatus::Waiting { .. }));
    let try_now = move || {
        down.get().then(|| {
            dom::button()
                .class("plain")
                .on("click", move |_| console.wake())
                .child(console.t().frame.try_now)
        })
    };
    dom::div()
        .live("class", move || match words() {
            Some(_) => "link-banner shown",
            None => "link-banner",
        })
        .child((dom::span().child(words), try_now))
}

fn problem(console: Console) -> El {
    let problem = console.problem;
    let words = move || problem.get().map(|code| (console.t().refusal)(code));
    let close = dom::button()
        .class("plain")
        .on("click", move |_| problem.set(None))
        .child(console.t().frame.close);
    dom::div()
        .attr("role", "alert")
        .live("class", move || match problem.get() {
            Some(_) => "problem shown",
            None => "problem",
        })
        .child((dom::span().child(words), close))
}

/// Follows the clock, the network, the keyboard and whether the page is seen.
fn live_with_the_page(console: Console) {
    let visible = RwSignal::new(browser::is_visible());
    let clock = Interval::new(1_000, move || console.now.set(browser::now()));
    let seen = EventListener::new(&document(), "visibilitychange", move |_| {
        visible.set(browser::is_visible());
        console.wake();
    });
    let online = EventListener::new(&window(), "online", move |_| console.wake());
    let keys = EventListener::new_with_options(
        &window(),
        "keydown",
        EventListenerOptions::enable_prevent_default(),
        move |event| keyboard::pressed(console, event),
    );
    let focused = EventListener::new(&window(), "focus", move |_| {
        console.refresh_parcels(OLD_ON_RETURN_MILLIS);
    });
    let kept = StoredValue::new_local(Some((clock, [seen, online, keys, focused])));
    on_cleanup(move || {
        kept.set_value(None);
        console.disconnect();
    });
    effect(move || {
        let watched = visible.get() && console.screen.get().is_of_cases();
        console.update(|state| state.set_watched(watched));
    });
    effect(move || {
        if visible.get() && console.screen.get() == Screen::Parcels {
            console.now.track();
            console.refresh_parcels(OLD_WHILE_SEEN_MILLIS);
        }
    });
    let waiting = Memo::new(move |_| {
        console.state.with(|state| {
            (
                state.count(Tab::Waiting, console.minute.get_untracked()),
                state.site_name.clone(),
            )
        })
    });
    effect(move || {
        let (count, site) = waiting.get();
        console.track_language();
        document().set_title(&(console.t().frame.title)(count, &site));
    });
}

/// Keeps the list on the tab of the open case when that case becomes the agent's own.
fn follow_the_open_case(console: Console) {
    let open = Memo::new(move |_| {
        console.state.with(|state| {
            let contact = state.open.as_ref().map(OpenCase::contact)?;
            Some((contact.clone(), state.tab_of(contact)?))
        })
    });
    let mut shown = None;
    effect(move || {
        let before = std::mem::replace(&mut shown, open.get());
        if let (Some((contact, before)), Some((same, Tab::Mine))) = (&before, &shown)
            && contact == same
            && *before != Tab::Mine
        {
            console.tab.set(Tab::Mine);
        }
    });
}
