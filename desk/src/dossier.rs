//! What is known of the shopper: at handoff, and now.

use std::collections::BTreeSet;

use dom::{Child, El, Memo, RwSignal};
use shared::language::Language;
use shared::order::OrderView;
use shared::protocol::desk::{Dossier, Identity};
use shared::protocol::widget::{Event, Fact};

use crate::brief::{earlier, in_brief};
use crate::case_header::request_words;
use crate::compare::Before;
use crate::console::{Console, Screen};
use crate::dates;
use crate::household::household;
use crate::icons::{Icon, icon};
use crate::ledger::ledger;
use crate::order_card::{Folded, order_card};
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

/// The orders of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Orders {
    then: Option<Vec<OrderView>>,
    now: Vec<OrderView>,
}

impl Orders {
    /// Those of a moment, and what they are compared with.
    fn at(&self, moment: Moment) -> (&[OrderView], Option<&[OrderView]>) {
        match (moment, &self.then) {
            (Moment::Handoff, Some(then)) => (then, None),
            (_, then) => (&self.now, then.as_deref()),
        }
    }

    /// One of them, beside what it was.
    fn compared(&self, moment: Moment, key: &str) -> Option<(OrderView, Before)> {
        let (shown, then) = self.at(moment);
        let of_key = |order: &&OrderView| order.key.as_str() == key;
        let order = shown.iter().find(of_key)?;
        let before = match then {
            None => Before::NoHandoff,
            Some(then) => {
                let known = then.iter().find(of_key);
                known.map_or(Before::NotKnown, |known| Before::Known(known.clone()))
            }
        };
        Some((order.clone(), before))
    }
}

/// The right pane.
pub fn dossier_pane(console: Console) -> El {
    let known = of_case(console, |case| Known {
        identity: case.present.identity.clone(),
        language: case.present.language,
        dossier: case.dossier.clone(),
    });
    let orders = of_case(console, |case| Orders {
        then: case.dossier.as_ref().map(|dossier| dossier.orders.clone()),
        now: case.present.orders.clone(),
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
    let back = dom::button()
        .class("plain from-dossier")
        .on("click", move |_| console.screen.set(Screen::Case))
        .child((icon(Icon::Back), console.t().case.close_dossier));
    dom::aside()
        .live("class", move || {
            if known.with(Option::is_none) {
                "dossier-pane empty-pane"
            } else {
                "dossier-pane"
            }
        })
        .attr("aria-label", console.t().dossier.heading)
        .child((
            back,
            move || {
                let (dossier, present) = brief.get()?;
                in_brief(console, dossier.as_ref(), &present)
            },
            move || {
                let known = known.get()?;
                let tried = known.dossier.as_ref();
                let tried = tried.map(|dossier| asked_and_tried(console, dossier));
                Some((shopper(console, &known), tried))
            },
            move || promises.get().map(|promises| ledger(console, &promises)),
            orders_section(console, orders),
            household(console),
            move || notices.get().map(|notices| told(console, &notices)),
        ))
}

/// A part of the open case, which changes when that part does.
fn of_case<T>(console: Console, part: fn(&CaseContent) -> T) -> Memo<Option<T>>
where
    T: PartialEq + Send + Sync + 'static,
{
    Memo::new(move |_| console.state.with(|state| state.content().map(part)))
}

fn shopper(console: Console, known: &Known) -> El {
    let t = console.t();
    let email = match &known.identity {
        Identity::Verified { email, .. } => email.clone(),
        _ => None,
    };
    let dossier = known.dossier.as_ref();
    let reason = dossier.map(|dossier| (t.reason)(dossier.reason).to_owned());
    let request = dossier.and_then(|dossier| dossier.request.as_ref());
    let request = request.map(|request| request_words(console, request));
    let handed_off = dossier.map_or_else(
        || t.dossier.with_bot.to_owned(),
        |dossier| (t.dossier.handed_off_at)(&dates::moment(console.language(), dossier.at, true)),
    );
    let facts = (
        email.map(|email| fact(t.dossier.email, email)),
        fact(t.dossier.language, (t.language)(known.language).to_owned()),
        request.map(|request| fact(t.dossier.request, request)),
        reason.map(|reason| fact(t.dossier.reason, reason)),
    );
    dom::section().child((
        dom::h3().child(t.dossier.who),
        dom::p().child((t.identity)(&known.identity)),
        dom::dl().class("facts").child(facts),
        dom::p().class("quiet").child(handed_off),
    ))
}

fn fact(name: &'static str, value: String) -> impl Child {
    (dom::dt().child(name), dom::dd().child(value))
}

fn asked_and_tried(console: Console, dossier: &Dossier) -> impl Child + use<> {
    let t = console.t();
    let asked = dossier.asked.iter().map(|asked| asked.text.clone());
    let tried = dossier.tried.iter();
    let tried = tried.map(|tried| (t.attempt)(*tried).to_owned());
    (
        earlier(console, &dossier.earlier),
        section(
            t.dossier.asked,
            list(asked.collect(), t.dossier.asked_nothing),
        ),
        section(
            t.dossier.tried,
            list(tried.collect(), t.dossier.tried_nothing),
        ),
    )
}

fn section(heading: &'static str, content: El) -> El {
    dom::section().child((dom::h3().child(heading), content))
}

fn list(lines: Vec<String>, empty: &'static str) -> El {
    if lines.is_empty() {
        return dom::p().class("quiet").child(empty);
    }
    let lines = lines.into_iter();
    let lines: Vec<El> = lines
        .map(|line| dom::li().class("text").child(line))
        .collect();
    dom::ol().class("plain-list").child(lines)
}

fn orders_section(console: Console, orders: Memo<Option<Orders>>) -> impl Child {
    let moment = RwSignal::new(Moment::Now);
    let folded: Folded = RwSignal::new(BTreeSet::new());
    let is_there = Memo::new(move |_| orders.with(Option::is_some));
    let compares = Memo::new(move |_| {
        orders.with(|orders| orders.as_ref().is_some_and(|it| it.then.is_some()))
    });
    let none = Memo::new(move |_| {
        let none = |orders: &Orders| orders.at(moment.get()).0.is_empty();
        orders.with(|orders| orders.as_ref().is_some_and(none))
    });
    let t = &console.t().dossier;
    move || {
        let head = dom::div()
            .class("orders-head")
            .child((dom::h3().child(t.orders), move || {
                compares.get().then(|| moment_switch(console, moment))
            }));
        let nothing = move || {
            none.get()
                .then(|| dom::p().class("quiet").child(t.no_orders))
        };
        is_there
            .get()
            .then(|| dom::section().child((head, nothing, cards(console, orders, moment, folded))))
    }
}

/// Every order as a card, beside the orders of the handoff where there was one. News of one leaves the
/// others as they are, and none opens or closes what the agent has.
fn cards(
    console: Console,
    orders: Memo<Option<Orders>>,
    moment: RwSignal<Moment>,
    folded: Folded,
) -> impl Child {
    let keys = move || {
        let keys = |orders: &Orders| {
            let (shown, _) = orders.at(moment.get());
            shown.iter().map(|it| it.key.as_str().to_owned()).collect()
        };
        orders.with(|orders| orders.as_ref().map(keys).unwrap_or_default())
    };
    dom::list(keys, move |at| {
        let key = keys().into_iter().nth(at).unwrap_or_default();
        let card = Memo::new(move |_| {
            let compared = |orders: &Orders| orders.compared(moment.get(), &key);
            orders.with(|orders| orders.as_ref().and_then(compared))
        });
        move || {
            let (order, before) = card.get()?;
            Some(order_card(console, &order, &before, folded))
        }
    })
}

fn moment_switch(console: Console, moment: RwSignal<Moment>) -> El {
    let t = &console.t().dossier;
    let button = |shown: Moment, words: &'static str| {
        dom::button()
            .class("segment")
            .live("aria-pressed", move || (moment.get() == shown).to_string())
            .on("click", move |_| moment.set(shown))
            .child(words)
    };
    dom::div()
        .class("segments")
        .attr("role", "group")
        .attr("aria-label", t.when)
        .child((
            button(Moment::Now, t.now),
            button(Moment::Handoff, t.at_handoff),
        ))
}

/// The notices that the shopper was told.
fn told(console: Console, notices: &[Event]) -> El {
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
    section(t.dossier.notices, list(told, t.dossier.no_notices))
}
