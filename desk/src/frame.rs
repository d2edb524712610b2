//! The desk as a whole: the bar at the top, the panes, what is told to everyone.

use dom::{Child, El};
use gloo::events::{EventListener, EventListenerOptions};
use gloo::timers::callback::Interval;
use leptos::prelude::*;
use shared::client::link::LinkStatus;

use crate::app::Chrome;
use crate::case_list::CaseList;
use crate::case_view::CaseView;
use crate::console::{Console, Screen};
use crate::dossier::dossier_pane;
use crate::help::Help;
use crate::icons::{Icon, icon};
use crate::keeping::keep_over_reloads;
use crate::news::news;
use crate::overview::overview;
use crate::palette::{self, palette};
use crate::parcels::ParcelsView;
use crate::quarantine::QuarantineView;
use crate::staff::staff_view;
use crate::state::{DeskState, OpenCase, Tab};
use crate::watchlist::{OLD_ON_RETURN_MILLIS, OLD_WHILE_SEEN_MILLIS};
use crate::{browser, keyboard};

/// The desk of the agent who is signed in.
#[component]
pub fn Desk() -> impl IntoView {
    let console = Console::new(expect_context::<Chrome>());
    provide_context(console);
    keep_over_reloads(console);
    console.connect();
    console.refresh_parcels(0);
    console.labels.refresh();
    live_with_the_page(console);
    follow_the_open_case(console);
    move || {
        console.track_language();
        view! { <Panes/> }
    }
}

/// What stands beside the list of cases, or in its place.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Beside {
    Case,
    Quarantine,
    Parcels,
    Staff,
    Overview,
}

#[component]
fn Panes() -> impl IntoView {
    let console = expect_context::<Console>();
    let screen = move || match console.screen.get() {
        Screen::List => "list",
        Screen::Case => "case",
        Screen::Dossier => "dossier",
        Screen::Quarantine => "quarantine",
        Screen::Parcels => "parcels",
        Screen::Staff => "staff",
        Screen::Overview => "overview",
    };
    let beside = Memo::new(move |_| match console.screen.get() {
        Screen::List | Screen::Case | Screen::Dossier => Beside::Case,
        Screen::Quarantine => Beside::Quarantine,
        Screen::Parcels => Beside::Parcels,
        Screen::Staff => Beside::Staff,
        Screen::Overview => Beside::Overview,
    });
    view! {
        <div class="desk" data-screen=screen>
            <a class="skip" href="#case">{move || console.t().frame.skip}</a>
            <Bar/>
            <LinkBanner/>
            <Problem/>
            {news(console).view()}
            <div class:panes=true>
                <CaseList/>
                {move || match beside.get() {
                    Beside::Case => view! { <CaseView/>{dossier_pane(console).view()} }.into_any(),
                    Beside::Quarantine => view! { <QuarantineView/> }.into_any(),
                    Beside::Parcels => view! { <ParcelsView/> }.into_any(),
                    Beside::Staff => staff_view(console).view(),
                    Beside::Overview => overview(console).view(),
                }}
            </div>
            <p class="unseen" role="status">{move || console.announcement.get()}</p>
            <Help/>
            {palette(console).view()}
        </div>
    }
}

#[component]
fn Bar() -> impl IntoView {
    let console = expect_context::<Console>();
    let t = move || &console.t().frame;
    let me = move || {
        console
            .state
            .with(|state| state.me.as_ref().map(|me| me.name.clone()))
    };
    let payloads = Memo::new(move |_| console.state.with(DeskState::waiting_payloads));
    view! {
        <header class="bar">
            <h1 class="mark">
                {icon(Icon::Bell)}
                <strong>{move || console.state.with(|state| state.site_name.clone())}</strong>
                <span class:quiet=true>{move || t().desk}</span>
            </h1>
            <Views/>
            <div class:bar-actions=true>
                {palette::opener(console).view()}
                <Show when=move || payloads.get() != 0>
                    <button class="warn" on:click=move |_| console.screen.set(Screen::Quarantine)>
                        {icon(Icon::Alert)}
                        <span class:long-label=true>{move || (console.t().quarantine.button)(payloads.get())}</span>
                        <span class:short-label=true aria-hidden="true">{payloads}</span>
                    </button>
                </Show>
                <button
                    id="language"
                    class="plain"
                    lang=move || t().other_language_tag
                    on:click=move |_| console.switch_language()
                >
                    <span class:long-label=true>{move || t().other_language}</span>
                    <span class:short-label=true aria-hidden="true">{move || t().other_language_tag}</span>
                </button>
                <button class="plain wide-only" on:click=move |_| console.help.set(true)>
                    {move || t().help}
                    <kbd>{"?"}</kbd>
                </button>
                <span class="me">{me}</span>
                <button class="plain" on:click=move |_| console.sign_out()>
                    {icon(Icon::Leave)}
                    <span class:long-label=true>{move || t().sign_out}</span>
                </button>
            </div>
        </header>
    }
}

/// The views of the desk.
#[component]
fn Views() -> impl IntoView {
    let console = expect_context::<Console>();
    let t = console.t();
    let on_parcels = move || console.screen.get() == Screen::Parcels;
    let on_cases = move || console.screen.get().is_of_cases();
    let parcels = Memo::new(move |_| console.watchlist.with(|list| list.count(None)));
    let leads = Memo::new(move |_| console.state.with(DeskState::i_lead));
    let current = |is_current: bool| is_current.then_some("page");
    view! {
        <nav class="views" aria-label=t.frame.views>
            <button
                class="view"
                id="view-cases"
                aria-keyshortcuts="1"
                aria-current=move || current(on_cases())
                on:click=move |_| console.screen.set(Screen::List)
            >
                {t.list.heading}
            </button>
            <button
                class="view"
                id="view-parcels"
                aria-keyshortcuts="2"
                aria-current=move || current(on_parcels())
                on:click=move |_| console.screen.set(Screen::Parcels)
            >
                {t.parcels.heading}
                <span class="count" class:none=move || parcels.get() == 0>{parcels}</span>
            </button>
            {(move || leads.get().then(|| (staff_tab(console), overview_tab(console)))).view()}
        </nav>
    }
}

/// Leads and owners see to who works at the desk.
fn staff_tab(console: Console) -> El {
    let current = move || (console.screen.get() == Screen::Staff).then_some("page");
    dom::button()
        .class("view")
        .attr("id", "view-staff")
        .attr("aria-keyshortcuts", "3")
        .live("aria-current", current)
        .on("click", move |_| console.screen.set(Screen::Staff))
        .child(console.t().staff.heading)
}

/// Leads and owners see how it stands, and how the service did.
fn overview_tab(console: Console) -> El {
    let current = move || (console.screen.get() == Screen::Overview).then_some("page");
    dom::button()
        .class("view")
        .attr("id", "view-overview")
        .attr("aria-keyshortcuts", "4")
        .live("aria-current", current)
        .on("click", move |_| console.screen.set(Screen::Overview))
        .child(console.t().overview.heading)
}

#[component]
fn LinkBanner() -> impl IntoView {
    let console = expect_context::<Console>();
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
    view! {
        <div class="link-banner" class:shown=move || words().is_some()>
            <span>{words}</span>
            <Show when=move || down.get()>
                <button class="plain" on:click=move |_| console.wake()>
                    {move || console.t().frame.try_now}
                </button>
            </Show>
        </div>
    }
}

#[component]
fn Problem() -> impl IntoView {
    let console = expect_context::<Console>();
    let words = move || {
        console
            .problem
            .get()
            .map(|code| (console.t().refusal)(code))
    };
    view! {
        <div class="problem" role="alert" class:shown=move || console.problem.get().is_some()>
            <span>{words}</span>
            <button class="plain" on:click=move |_| console.problem.set(None)>
                {move || console.t().frame.close}
            </button>
        </div>
    }
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
    Effect::new(move || {
        let watched = visible.get() && console.screen.get().is_of_cases();
        console.update(|state| state.set_watched(watched));
    });
    Effect::new(move || {
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
    Effect::new(move || {
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
    Effect::new(move |before: Option<Option<_>>| {
        let now = open.get();
        let same_case = |before: &(_, Tab), now: &(_, Tab)| before.0 == now.0 && before.1 != now.1;
        if let (Some(Some(before)), Some(now)) = (&before, &now)
            && same_case(before, now)
            && now.1 == Tab::Mine
        {
            console.tab.set(Tab::Mine);
        }
        now
    });
}
