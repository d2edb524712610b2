//! What is known of the shopper: at handoff, and now.

use dom::Child;
use leptos::prelude::*;
use shared::language::Language;
use shared::order::OrderView;
use shared::protocol::desk::{Dossier, Identity};
use shared::protocol::widget::{Event, Fact};

use crate::brief::{earlier, in_brief};
use crate::case_header::request_words;
use crate::compare::Before;
use crate::console::{Console, Screen};
use crate::dates;
use crate::icons::{Icon, icon};
use crate::ledger::ledger;
use crate::order_card::order_card;
use crate::state::CaseContent;

/// Which moment the orders are shown at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Moment {
    Now,
    Handoff,
}

/// What the dossier tells of the shopper, apart from orders and notices: each part is drawn
/// again only when it changes itself.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Known {
    identity: Identity,
    language: Language,
    dossier: Option<Dossier>,
}

/// The right pane.
#[component]
pub fn DossierPane() -> impl IntoView {
    let console = expect_context::<Console>();
    let known = of_case(console, |case| Known {
        identity: case.present.identity.clone(),
        language: case.present.language,
        dossier: case.dossier.clone(),
    });
    let orders = of_case(console, |case| {
        let then = case.dossier.as_ref().map(|dossier| dossier.orders.clone());
        (then, case.present.orders.clone())
    });
    let notices = of_case(console, |case| {
        let is_notice = |event: &&Event| matches!(event.fact, Fact::Notice { .. });
        case.events
            .values()
            .filter(is_notice)
            .cloned()
            .collect::<Vec<_>>()
    });
    let promises = of_case(console, |case| case.present.promises.clone());
    let brief = of_case(console, |case| (case.dossier.clone(), case.present.clone()));
    let moment = RwSignal::new(Moment::Now);
    view! {
        <aside
            class="dossier-pane"
            aria-label=move || console.t().dossier.heading
            class:empty-pane=move || known.with(Option::is_none)
        >
            <button class="plain from-dossier" on:click=move |_| console.screen.set(Screen::Case)>
                {icon(Icon::Back)}
                {move || console.t().case.close_dossier}
            </button>
            {move || brief.get().map(|(dossier, present)| {
                in_brief(console, dossier.as_ref(), &present).view()
            })}
            {move || known.get().map(|known| view! {
                <Shopper known=known.clone()/>
                <AskedAndTried dossier=known.dossier/>
            })}
            {move || promises.get().map(|promises| ledger(console, &promises).view())}
            {move || orders.get().map(|(then, now)| view! { <Orders then now moment/> })}
            {move || notices.get().map(|notices| view! { <Notices notices/> })}
        </aside>
    }
}

/// A part of the open case, which changes when that part does.
fn of_case<T>(console: Console, part: fn(&CaseContent) -> T) -> Memo<Option<T>>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| console.state.with(|state| state.content().map(part)))
}

#[component]
fn Shopper(known: Known) -> impl IntoView {
    let console = expect_context::<Console>();
    let t = console.t();
    let email = match &known.identity {
        Identity::Verified {
            email: Some(email), ..
        } => Some(email.clone()),
        _ => None,
    };
    let reason = known.dossier.as_ref().map(|dossier| dossier.reason);
    let request = known
        .dossier
        .as_ref()
        .and_then(|dossier| dossier.request.as_ref());
    let request = request.map(|request| request_words(console, request));
    let handed_off = known.dossier.as_ref().map(|dossier| {
        (t.dossier.handed_off_at)(&dates::moment(console.language(), dossier.at, true))
    });
    view! {
        <section>
            <h3>{t.dossier.who}</h3>
            <p>{(t.identity)(&known.identity)}</p>
            <dl class:facts=true>
                {email.map(|email| fact(t.dossier.email, email))}
                {fact(t.dossier.language, (t.language)(known.language).to_owned())}
                {request.map(|request| fact(t.dossier.request, request))}
                {reason.map(|reason| fact(t.dossier.reason, (t.reason)(reason).to_owned()))}
            </dl>
            <p class="quiet">{handed_off.unwrap_or_else(|| t.dossier.with_bot.to_owned())}</p>
        </section>
    }
}

fn fact(name: &'static str, value: String) -> impl IntoView {
    view! { <dt>{name}</dt><dd>{value}</dd> }
}

#[component]
fn AskedAndTried(dossier: Option<Dossier>) -> impl IntoView {
    let console = expect_context::<Console>();
    let t = console.t();
    dossier.map(|dossier| {
        let tried = dossier
            .tried
            .iter()
            .map(|tried| (t.attempt)(*tried).to_owned())
            .collect();
        let asked = dossier.asked.into_iter().map(|asked| asked.text).collect();
        view! {
            {earlier(console, &dossier.earlier).view()}
            <section>
                <h3>{t.dossier.asked}</h3>
                {list(asked, t.dossier.asked_nothing)}
            </section>
            <section>
                <h3>{t.dossier.tried}</h3>
                {list(tried, t.dossier.tried_nothing)}
            </section>
        }
    })
}

fn list(lines: Vec<String>, empty: &'static str) -> AnyView {
    if lines.is_empty() {
        return view! { <p class="quiet">{empty}</p> }.into_any();
    }
    let lines = lines
        .into_iter()
        .map(|line| view! { <li class:text=true>{line}</li> });
    view! { <ol class="plain-list">{lines.collect_view()}</ol> }.into_any()
}

#[component]
fn Orders(
    then: Option<Vec<OrderView>>,
    now: Vec<OrderView>,
    moment: RwSignal<Moment>,
) -> impl IntoView {
    let console = expect_context::<Console>();
    let t = &console.t().dossier;
    let switch = then.is_some().then(|| view! { <MomentSwitch moment/> });
    let cards = move || match (moment.get(), &then) {
        (Moment::Handoff, Some(then)) => cards(then, None),
        (_, then) => cards(&now, then.as_deref()),
    };
    view! {
        <section>
            <div class:orders-head=true>
                <h3>{t.orders}</h3>
                {switch}
            </div>
            {cards}
        </section>
    }
}

/// Every order as a card, beside the orders of the handoff where there was one.
fn cards(orders: &[OrderView], then: Option<&[OrderView]>) -> AnyView {
    let console = expect_context::<Console>();
    if orders.is_empty() {
        return view! { <p class="quiet">{console.t().dossier.no_orders}</p> }.into_any();
    }
    let before = |order: &OrderView| match then {
        None => Before::NoHandoff,
        Some(then) => {
            let known = then.iter().find(|known| known.key == order.key);
            known.map_or(Before::NotKnown, |known| Before::Known(known.clone()))
        }
    };
    let cards = orders.iter().map(|order| order_card(order, &before(order)));
    cards.collect_view().into_any()
}

#[component]
fn MomentSwitch(moment: RwSignal<Moment>) -> impl IntoView {
    let console = expect_context::<Console>();
    let t = &console.t().dossier;
    let button = move |shown: Moment, words: &'static str| {
        view! {
            <button
                class="segment"
                aria-pressed=move || (moment.get() == shown).to_string()
                on:click=move |_| moment.set(shown)
            >
                {words}
            </button>
        }
    };
    view! {
        <div class="segments" role="group" aria-label=t.when>
            {button(Moment::Now, t.now)}
            {button(Moment::Handoff, t.at_handoff)}
        </div>
    }
}

#[component]
fn Notices(notices: Vec<Event>) -> impl IntoView {
    let console = expect_context::<Console>();
    let t = console.t();
    let words = |event: &Event| match &event.fact {
        Fact::Notice { notice, order, .. } => {
            let when = dates::moment(console.language(), event.at, true);
            Some(format!(
                "{} · {} · {when}",
                (t.notice)(*notice),
                order.number
            ))
        }
        _ => None,
    };
    let told = notices.iter().filter_map(words).collect();
    view! {
        <section>
            <h3>{t.dossier.notices}</h3>
            {list(told, t.dossier.no_notices)}
        </section>
    }
}
