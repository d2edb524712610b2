//! What is known of the shopper: at handoff, and now.

use leptos::prelude::*;
use shared::order::OrderView;
use shared::protocol::desk::{Dossier, Identity};
use shared::protocol::widget::{Event, Fact};

use crate::console::{Console, Screen};
use crate::dates;
use crate::icons::{Icon, icon};
use crate::order_card::OrderCard;
use crate::state::CaseContent;

/// Which moment the orders are shown at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Moment {
    Now,
    Handoff,
}

/// The right pane.
#[component]
pub fn DossierPane() -> impl IntoView {
    let console = expect_context::<Console>();
    let case = Memo::new(move |_| console.state.with(|state| state.content().cloned()));
    view! {
        <aside
            class="dossier-pane"
            aria-label=move || console.t().dossier.heading
            class:empty-pane=move || case.with(Option::is_none)
        >
            <button class="plain from-dossier" on:click=move |_| console.screen.set(Screen::Case)>
                {icon(Icon::Back)}
                {move || console.t().case.back_to_case}
            </button>
            {move || case.get().map(|case| view! {
                <Shopper case=case.clone()/>
                <Before dossier=case.dossier.clone()/>
                <Orders case=case.clone()/>
                <Notices case/>
            })}
        </aside>
    }
}

#[component]
fn Shopper(case: CaseContent) -> impl IntoView {
    let console = expect_context::<Console>();
    let t = console.t();
    let email = match &case.present.identity {
        Identity::Verified { email: Some(email), .. } => Some(email.clone()),
        _ => None,
    };
    let reason = case.dossier.as_ref().map(|dossier| dossier.reason);
    let handed_off = case.dossier.as_ref().map(|dossier| {
        (t.dossier.handed_off_at)(&dates::moment(console.language(), dossier.at, true))
    });
    view! {
        <section>
            <h3>{t.dossier.who}</h3>
            <p>{(t.identity)(&case.present.identity)}</p>
            <dl class:facts=true>
                {email.map(|email| fact(t.dossier.email, email))}
                {fact(t.dossier.language, (t.language)(case.present.language).to_owned())}
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
fn Before(dossier: Option<Dossier>) -> impl IntoView {
    let console = expect_context::<Console>();
    let t = console.t();
    dossier.map(|dossier| {
        let tried = dossier.tried.iter().map(|tried| (t.attempt)(*tried).to_owned()).collect();
        view! {
            <section>
                <h3>{t.dossier.asked}</h3>
                {list(dossier.asked, t.dossier.asked_nothing)}
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
    let lines = lines.into_iter().map(|line| view! { <li class:text=true>{line}</li> });
    view! { <ol class="plain-list">{lines.collect_view()}</ol> }.into_any()
}

#[component]
fn Orders(case: CaseContent) -> impl IntoView {
    let console = expect_context::<Console>();
    let t = &console.t().dossier;
    let moment = expect_context::<RwSignal<Moment>>();
    let CaseContent { dossier, present, .. } = case;
    let switch = dossier.is_some().then(|| view! { <MomentSwitch moment/> });
    let then = dossier.map(|dossier| dossier.orders);
    let cards = move || match (moment.get(), &then) {
        (Moment::Handoff, Some(then)) => cards(then, None),
        (_, then) => cards(&present.orders, then.as_deref()),
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
    let cards = orders.iter().map(|order| {
        let before = then.map(|then| then.iter().find(|known| known.key == order.key).cloned());
        view! { <OrderCard order=order.clone() before/> }
    });
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
fn Notices(case: CaseContent) -> impl IntoView {
    let console = expect_context::<Console>();
    let t = console.t();
    let told = |event: &Event| match &event.fact {
        Fact::Notice { notice, order, .. } => Some(format!(
            "{} · {} · {}",
            (t.notice)(*notice),
            order.number,
            dates::moment(console.language(), event.at, true),
        )),
        _ => None,
    };
    let told = case.events.values().filter_map(told).collect();
    view! {
        <section>
            <h3>{t.dossier.notices}</h3>
            {list(told, t.dossier.no_notices)}
        </section>
    }
}
