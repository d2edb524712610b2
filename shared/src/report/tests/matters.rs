//! First-contact resolution, and what the notices prevented.

use proptest::prelude::*;

use super::*;

/// How the only matter of some concerns ended.
fn ending(concerns: &[Concern], now: i64) -> (usize, Ending) {
    let found = matters(concerns, at(now));
    let [matter] = found.as_slice() else {
        panic!("one matter: {found:?}");
    };
    (matter.contacts, matter.ending)
}

#[test]
fn rp1_what_the_bot_has_is_settled_after_three_days_without_a_word() {
    let open = open(0);
    assert_eq!(open.ending(at(3 * DAY - 1)), None);
    let silence = Settled {
        at: START,
        by: Settler::Silence,
    };
    assert_eq!(open.ending(at(3 * DAY)), Some(silence));
    let handed = Concern {
        handed: Some(Handed {
            at: at(HOUR),
            reason: HandoffReason::Requested,
            vip: false,
            answered_at: None,
        }),
        ..open
    };
    assert_eq!(handed.ending(at(30 * DAY)), None);
}

#[test]
fn rp2_a_matter_is_resolved_at_first_contact_once_a_week_has_passed() {
    let once = [concern(0)];
    let week = HOUR + 7 * DAY;
    assert_eq!(ending(&once, week), (1, Ending::Undecided));
    assert_eq!(ending(&once, week + 1), (1, Ending::FirstContact));
    assert_eq!(ending(&[open(0)], DAY), (1, Ending::Undecided));
    assert_eq!(ending(&[open(0)], 8 * DAY), (1, Ending::FirstContact));
}

#[test]
fn rp2_who_comes_back_within_a_week_was_not_served_at_first_contact() {
    let week = HOUR + 7 * DAY;
    let twice = [concern(0), concern(week)];
    assert_eq!(ending(&twice, 60 * DAY), (2, Ending::CameAgain));
    let later = [concern(0), concern(week + 1)];
    assert_eq!(matters(&later, at(60 * DAY)).len(), 2);
    // It is not counted before it would have been had nobody come back.
    assert_eq!(ending(&twice, week), (2, Ending::Undecided));
    // A third time counts from the second.
    let thrice = [concern(0), concern(5 * DAY), concern(10 * DAY)];
    assert_eq!(ending(&thrice, 60 * DAY), (3, Ending::CameAgain));
}

#[test]
fn rp2_another_topic_or_another_order_is_another_matter_unless_it_was_reopened() {
    let refund = |reopens| Concern {
        topic: Topic::Refund,
        reopens,
        ..concern(DAY)
    };
    assert_eq!(matters(&[concern(0), refund(false)], at(60 * DAY)).len(), 2);
    assert_eq!(matters(&[concern(0), refund(true)], at(60 * DAY)).len(), 1);
    let of = |opened, name| Concern {
        order: Some(order(name)),
        ..concern(opened)
    };
    assert_eq!(matters(&[of(0, "a"), of(DAY, "b")], at(60 * DAY)).len(), 2);
    assert_eq!(matters(&[of(0, "a"), of(DAY, "a")], at(60 * DAY)).len(), 1);
    // Who names no order may mean that one.
    assert_eq!(matters(&[of(0, "a"), concern(DAY)], at(60 * DAY)).len(), 1);
    // What comes between keeps the two apart from nobody.
    let between = [concern(0), refund(false), concern(2 * DAY)];
    let found = matters(&between, at(60 * DAY));
    assert_eq!((found.len(), found[0].contacts), (2, 2));
}

#[test]
fn rp3_a_notice_prevented_a_question_if_none_came_within_three_days() {
    let told = told(24, "a");
    let quiet = |concerns: &[Concern]| kept_quiet(&told, concerns, at(60 * DAY));
    assert_eq!(quiet(&[]), Some(true));
    assert_eq!(quiet(&[concern(2 * DAY)]), Some(false));
    assert_eq!(quiet(&[concern(4 * DAY)]), Some(false));
    assert_eq!(quiet(&[concern(4 * DAY + 1)]), Some(true));
    // What was settled before, and what is about another order, was no question about this one.
    assert_eq!(quiet(&[concern(0)]), Some(true));
    let elsewhere = Concern {
        order: Some(order("b")),
        ..concern(2 * DAY)
    };
    assert_eq!(quiet(&[elsewhere]), Some(true));
    // Whoever was waiting for an answer asked already.
    let waiting = Concern {
        settled: None,
        handed: Some(Handed {
            at: at(HOUR),
            reason: HandoffReason::Requested,
            vip: false,
            answered_at: None,
        }),
        ..concern(0)
    };
    assert_eq!(quiet(&[waiting]), Some(false));
}

#[test]
fn rp3_before_three_days_are_over_nothing_is_known_to_be_prevented() {
    let told = told(24, "a");
    assert_eq!(kept_quiet(&told, &[], at(4 * DAY)), None);
    assert_eq!(kept_quiet(&told, &[], at(4 * DAY + 1)), Some(true));
    // Not even that somebody has asked: those who have not are not known yet.
    assert_eq!(kept_quiet(&told, &[open(2 * DAY)], at(3 * DAY)), None);
}

/// A shopper's concerns, oldest first, a few hours or days apart.
fn concerns() -> impl Strategy<Value = Vec<Concern>> {
    let one = (1..400_i64, 0..200_i64, 0..3_usize, 0..3_u8, any::<bool>());
    prop::collection::vec(one, 0..12).prop_map(|steps| {
        let mut opened = 0;
        steps
            .into_iter()
            .map(|(gap, lasts, topic, of, reopens)| {
                opened += gap * HOUR;
                Concern {
                    topic: Topic::ALL[topic],
                    order: (of > 0).then(|| order(&of.to_string())),
                    reopens,
                    settled: (lasts > 0).then(|| Settled {
                        at: at(opened + lasts * HOUR),
                        by: Settler::Agent,
                    }),
                    ..open(opened)
                }
            })
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn rp2_each_concern_is_of_one_matter_and_time_takes_nothing_back(
        concerns in concerns(),
        now in 0..400_i64,
        later in 0..400_i64,
    ) {
        let last = concerns.last().map_or(START, |concern| concern.opened_at);
        let now = last.plus_millis(now * DAY / 4);
        let before = matters(&concerns, now);
        let contacts: usize = before.iter().map(|matter| matter.contacts).sum();
        prop_assert_eq!(contacts, concerns.len());
        for matter in &before {
            match matter.ending {
                Ending::FirstContact => prop_assert_eq!(matter.contacts, 1),
                Ending::CameAgain => prop_assert!(matter.contacts > 1),
                Ending::Undecided => {}
            }
        }
        let after = matters(&concerns, now.plus_millis(later * DAY / 4));
        prop_assert_eq!(before.len(), after.len());
        for (before, after) in before.iter().zip(&after) {
            let is_final = before.ending != Ending::Undecided;
            prop_assert!(!is_final || before.ending == after.ending);
        }
        // Long after all of them, only what a human still has is undecided.
        for matter in matters(&concerns, last.plus_millis(100 * DAY)) {
            prop_assert!(matter.ending != Ending::Undecided);
        }
    }

    #[test]
    fn rp2_a_concern_more_changes_nothing_but_its_own_matter(
        concerns in concerns(),
    ) {
        let now = START.plus_millis(10_000 * DAY);
        if let Some((_, earlier)) = concerns.split_last() {
            let (before, after) = (matters(earlier, now), matters(&concerns, now));
            let changed = before
                .iter()
                .zip(&after)
                .filter(|(before, after)| before != after)
                .count();
            let new = after.len() - before.len();
            prop_assert_eq!(changed + new, 1);
        }
    }
}
