//! What is past its time, by a clock of its own.

use super::*;
use crate::conversation::{Heard, Rest, Retained, retain};
use crate::order::HistoryLine;
use crate::protocol::promise::PromiseKind;

/// A contact, with the times of its events.
struct Life {
    contact: Contact,
    events: Vec<Timestamp>,
    words: Vec<Timestamp>,
}

impl Life {
    fn new() -> Self {
        Self {
            contact: Contact::new(),
            events: Vec::new(),
            words: Vec::new(),
        }
    }

    /// Takes inputs so many days after the beginning.
    fn on_day(mut self, day: i64, inputs: &[Input]) -> Self {
        self.contact.now = START.plus_millis(day * DAY);
        for input in inputs {
            let events = self.contact.take(input).unwrap();
            self.events.extend(events.iter().map(|_| self.contact.now));
            if matches!(input, Input::Said { .. }) {
                self.words.push(self.contact.now);
            }
        }
        self
    }

    /// What a look finds when everything from before a day is past.
    fn look(&self, before: i64) -> Retained {
        let heard = Heard {
            latest: self.events.last().copied().unwrap_or(START),
            oldest_word: self.words.first().copied(),
        };
        retain(&self.contact.state, heard, START.plus_millis(before * DAY))
    }

    fn rest(&self, before: i64) -> Rest {
        match self.look(before) {
            Retained::Rest(rest) => *rest,
            Retained::Nothing => panic!("nothing is kept"),
        }
    }

    /// The same life after a look.
    fn looked(mut self, before: i64) -> Self {
        self.contact.state = self.rest(before).next;
        let before = START.plus_millis(before * DAY);
        self.words.retain(|at| *at >= before);
        self
    }
}

/// An order that was handed over so many days after the beginning.
fn delivered_on(day: i64) -> OrderView {
    let mut order = order(Status::Delivered, 1);
    order.parcels[0].history.push(HistoryLine {
        status: Status::Delivered,
        text: String::new(),
        place: None,
        at: START.plus_millis(day * DAY),
        hour_known: true,
    });
    order
}

/// A key as the watch makes it.
const TOLD: &str = "shop:1/A1/delivered";

fn human() -> Input {
    Input::HumanRequested { cid: cid() }
}

/// An agent's word with a promise of money.
fn promised() -> Input {
    Input::AgentSaid {
        cid: cid(),
        agent: agent("Ana"),
        text: "C’est promis.".into(),
        promise: Some(TimedPledge {
            kind: PromiseKind::Refund,
            term: term("2026-12-22"),
        }),
        fills: vec![],
        today: START.utc_day().unwrap(),
    }
}

#[test]
fn tr28_a_contact_of_which_nothing_was_heard_is_kept_no_more() {
    let life = Life::new().on_day(0, &[said("bonjour")]);
    assert!(matches!(life.look(0), Retained::Rest(_)));
    assert_eq!(life.look(1), Retained::Nothing);
    // News of an order is a sign of life as good as a word.
    let told = news(NoticeKind::Shipped, order(Status::InTransit, 1));
    let life = life.on_day(5, &[told]);
    assert!(matches!(life.look(5), Retained::Rest(_)));
    assert_eq!(life.look(6), Retained::Nothing);
}

#[test]
fn tr28_what_humans_have_stays_until_it_is_settled() {
    let life = Life::new().on_day(0, &[said("bonjour"), human()]);
    let rest = life.rest(1_000);
    assert_eq!(rest.spared, Some(1));
    assert_eq!(rest.next.asked, life.contact.state.asked);
    assert!(rest.next.dossier.is_some());
    let settled = life.on_day(1, &[taken("Ana", false), resolved("Ana")]);
    assert_eq!(settled.look(2), Retained::Nothing);
}

#[test]
fn tr28_what_is_owed_stays_until_it_is_settled() {
    let life = Life::new().on_day(0, &[human(), promised(), resolved("Ana")]);
    let rest = life.rest(1_000);
    assert_eq!(rest.next.promises, life.contact.state.promises);
    let promise = life.contact.state.promises[0].id;
    let kept = Input::PromiseKept {
        cid: cid(),
        agent: agent("Ana"),
        promise,
    };
    let life = life.on_day(3, &[kept]);
    assert_eq!(life.rest(3).next.promises.len(), 1);
    assert_eq!(life.look(4), Retained::Nothing);
}

#[test]
fn tr28_who_comes_back_keeps_what_is_young() {
    let life = Life::new()
        .on_day(0, &[said("où est mon colis"), human(), promised()])
        .on_day(1, &[resolved("Ana")]);
    let promise = life.contact.state.promises[0].id;
    let life = life
        .on_day(
            1,
            &[Input::PromiseKept {
                cid: cid(),
                agent: agent("Ana"),
                promise,
            }],
        )
        .on_day(40, &[said("me revoilà")]);
    let state = &life.contact.state;
    assert_eq!((state.handoffs.len(), state.promises.len()), (1, 1));
    let rest = life.rest(10);
    assert_eq!((rest.next.handoffs.len(), rest.next.promises.len()), (0, 0));
    assert_eq!(rest.spared, None);
    // Its words are remembered without their times, and go together.
    assert!(rest.next.asked.is_empty());
    let young = life.looked(10).on_day(41, &[said("encore moi")]);
    assert_eq!(young.rest(20).next.asked, young.contact.state.asked);
}

#[test]
fn tr28_an_order_whose_way_has_ended_is_left_with_all_that_was_told_of_it() {
    let told = news(NoticeKind::Delivered, delivered_on(2));
    let mut life = Life::new().on_day(2, &[told]).on_day(9, &[said("merci")]);
    life.contact.state.told.insert(TOLD.into());
    assert_eq!(life.rest(2).left, []);
    assert!(life.rest(2).next.told.contains(TOLD));
    let rest = life.rest(3);
    assert_eq!(rest.left, [OrderKey("shop:1".into())]);
    let next = &rest.next;
    assert!(next.orders.is_empty() && next.offers.is_empty() && next.notices.is_empty());
    assert!(!next.told.contains(TOLD), "{:?}", next.told);
    // One that is still on its way is not.
    let told = news(NoticeKind::Shipped, order(Status::InTransit, 1));
    let life = Life::new().on_day(2, &[told]).on_day(9, &[said("alors")]);
    assert_eq!(life.rest(5).left, []);
    assert_eq!(life.rest(5).next.orders.len(), 1);
}

#[test]
fn tr28_missed_looks_are_made_up_for_and_a_second_one_does_nothing() {
    let life = || {
        Life::new()
            .on_day(0, &[news(NoticeKind::Delivered, delivered_on(0))])
            .on_day(1, &[said("bonjour"), human()])
            .on_day(2, &[taken("Ana", false), resolved("Ana")])
            .on_day(30, &[said("une question")])
    };
    let weekly = (0..=4).fold(life(), |life, week| life.looked(7 * week));
    let late = life().looked(28);
    assert_eq!(weekly.contact.state, late.contact.state);
    let again = late.rest(28);
    assert_eq!((&again.next, again.left.len()), (&late.contact.state, 0));
}
