//! What can be done for whom: by example, and whatever comes.

use proptest::prelude::*;

use super::*;
use crate::order::{EstimatedDelivery, HistoryLine, OrderView, ParcelView};
use crate::protocol::desk::BotAttempt;
use crate::protocol::request::{Request, RequestKind};
use crate::season::Zone;
use crate::tracking::{IncidentReason, Status};

const DAY: i64 = 86_400_000;
/// 2026-12-10T11:00:00+01:00.
const NOW: Timestamp = Timestamp(1_796_896_800_000);

/// An order with one Colissimo parcel, of which the carrier said something so many days ago.
fn order(status: Status, days_ago: i64) -> OrderView {
    OrderView {
        key: OrderKey("shop:1".into()),
        number: "#1042".into(),
        placed_at: NOW.plus_millis(-30 * DAY),
        cancelled: false,
        items: Vec::new(),
        secret: false,
        parcels: vec![ParcelView {
            number: "6A12345678901".into(),
            carrier: Some("Colissimo".into()),
            url: None,
            status,
            reason: None,
            steps: Vec::new(),
            estimate: EstimatedDelivery::default(),
            pickup_point: None,
            history: vec![HistoryLine {
                status,
                text: String::new(),
                place: None,
                at: NOW.plus_millis(-days_ago * DAY),
                hour_known: true,
            }],
            pickup_hours: Vec::new(),
            proof: None,
        }],
        version: 1,
    }
}

fn situation(orders: &[OrderView]) -> Situation<'_> {
    Situation {
        orders,
        request: None,
        tried: &[],
        misses_its_day: &[],
        chosen: &[],
        zone: Zone::default(),
        now: NOW,
    }
}

fn redress(remedy: Remedy, standing: RedressStanding) -> Redress {
    Redress {
        id: 7,
        order: "#1042".into(),
        parcel: Some("6A12345678901".into()),
        harm: Harm::Lost,
        remedy,
        by: lead(),
        standing,
    }
}

fn lead() -> AgentName {
    AgentName {
        id: crate::ids::AgentId("lea".into()),
        name: "Léa".into(),
    }
}

fn only(situation: Situation<'_>) -> Guide {
    let mut guides = guides(situation);
    assert_eq!(guides.len(), 1);
    guides.remove(0)
}

fn harms(guide: &Guide) -> Vec<Harm> {
    guide.harms.iter().map(|harm| harm.harm).collect()
}

/// What can be done about a harm, and who decides.
fn steps(guide: &Guide, harm: Harm) -> Vec<(Remedy, Authority)> {
    let of_harm = guide.harms.iter().find(|it| it.harm == harm).unwrap();
    let steps = of_harm.steps.iter();
    steps.map(|step| (step.remedy, step.needs)).collect()
}

fn missing(guide: &Guide, harm: Harm) -> &[Missing] {
    let of_harm = guide.harms.iter().find(|it| it.harm == harm).unwrap();
    &of_harm.missing
}

#[test]
fn rd1_what_may_have_gone_wrong_follows_from_where_the_parcel_stands() {
    for (status, days_ago, expected) in [
        (Status::InTransit, 1, &[Harm::Late, Harm::Lost][..]),
        // Colissimo may be asked to search, and the parcel is presumed lost, after fifteen days.
        (Status::InTransit, 15, &[Harm::Lost, Harm::Late]),
        (Status::Lost, 1, &[Harm::Lost]),
        (Status::Returned, 1, &[Harm::Lost]),
        (
            Status::Delivered,
            1,
            &[
                Harm::NotReceived,
                Harm::Damaged,
                Harm::Wrong,
                Harm::Unwanted,
            ],
        ),
    ] {
        let orders = [order(status, days_ago)];
        assert_eq!(harms(&only(situation(&orders))), expected, "{status:?}");
    }
    let mut orders = [order(Status::Exception, 1)];
    orders[0].parcels[0].reason = Some(IncidentReason::Damaged);
    assert_eq!(harms(&only(situation(&orders)))[0], Harm::Damaged);
    orders[0].parcels.clear();
    assert_eq!(harms(&only(situation(&orders))), [Harm::Late]);
    orders[0].cancelled = true;
    assert_eq!(guides(situation(&orders)), []);
}

#[test]
fn rd1_a_guide_names_its_facts_and_what_is_missing() {
    let mut orders = [order(Status::InTransit, 4)];
    orders[0].parcels[0].estimate.promised = Day::parse("2026-12-08");
    let guide = only(situation(&orders));
    assert_eq!(
        guide.grounds,
        [
            Ground::Status {
                status: Status::InTransit,
                at: Some(NOW.plus_millis(-4 * DAY)),
            },
            Ground::Silent {
                days: 4,
                lost_after: 15,
            },
            Ground::Promised {
                by: Day::parse("2026-12-08").unwrap(),
            },
        ]
    );
    let delivered = [order(Status::Delivered, 1)];
    let guide = only(situation(&delivered));
    assert_eq!(
        missing(&guide, Harm::Damaged),
        [Missing::Photo, Missing::Wish]
    );
    assert_eq!(
        missing(&guide, Harm::NotReceived),
        [
            Missing::UsualPlaces,
            Missing::ProofOfDelivery,
            Missing::Wish
        ]
    );
    let request = Request {
        kind: RequestKind::Inquiry,
        order: "#1042".into(),
        parcels: vec![],
        promise_by: None,
    };
    let guide = only(Situation {
        request: Some(&request),
        tried: &[BotAttempt::NamedUsualPlaces],
        ..situation(&delivered)
    });
    assert_eq!(
        missing(&guide, Harm::NotReceived),
        [Missing::ProofOfDelivery]
    );
}

#[test]
fn rd2_a_lost_parcel_is_paid_back_first_and_waits_for_no_carrier() {
    let orders = [order(Status::Lost, 1)];
    assert_eq!(
        steps(&only(situation(&orders)), Harm::Lost),
        [
            (Remedy::Refund, Authority::Regular),
            (Remedy::Replacement, Authority::Regular),
            (Remedy::Inquiry, Authority::Newcomer),
        ]
    );
}

#[test]
fn rd2_until_the_carriers_delay_is_over_the_carrier_searches_first() {
    let orders = [order(Status::InTransit, 4)];
    let guide = only(situation(&orders));
    assert_eq!(
        steps(&guide, Harm::Lost),
        [
            (Remedy::Inquiry, Authority::Newcomer),
            (Remedy::Refund, Authority::Lead),
            (Remedy::Replacement, Authority::Lead),
        ]
    );
    let eased = &guide.harms[1].steps[1].eased_from;
    assert_eq!(*eased, Day::parse("2026-12-21"));
    // A present that misses its day has no time for that.
    let missed = ["#1042".to_owned()];
    let guide = only(Situation {
        misses_its_day: &missed,
        ..situation(&orders)
    });
    assert_eq!(
        steps(&guide, Harm::Lost)[1],
        (Remedy::Refund, Authority::Expert)
    );
    assert_eq!(
        steps(&guide, Harm::Late)[1],
        (Remedy::Refund, Authority::Regular)
    );
}

#[test]
fn rd2_a_search_under_way_eases_what_was_not_received() {
    let orders = [order(Status::Delivered, 1)];
    let before = steps(&only(situation(&orders)), Harm::NotReceived);
    assert_eq!(before[1], (Remedy::Refund, Authority::Expert));
    let searched = [redress(Remedy::Inquiry, RedressStanding::Decided)];
    let guide = only(Situation {
        chosen: &searched,
        ..situation(&orders)
    });
    assert_eq!(
        steps(&guide, Harm::NotReceived),
        [
            (Remedy::Refund, Authority::Regular),
            (Remedy::Replacement, Authority::Regular),
        ]
    );
}

#[test]
fn rd3_a_voucher_is_only_on_top_of_what_is_granted() {
    let orders = [order(Status::Lost, 1)];
    let after = |standing| {
        let chosen = [redress(Remedy::Refund, standing)];
        let guide = only(Situation {
            chosen: &chosen,
            ..situation(&orders)
        });
        let steps = steps(&guide, Harm::Lost).into_iter();
        steps.map(|(remedy, _)| remedy).collect::<Vec<_>>()
    };
    let by = lead();
    assert_eq!(after(RedressStanding::Decided), [Remedy::Voucher]);
    assert_eq!(
        after(RedressStanding::Approved { by: by.clone() }),
        [Remedy::Voucher]
    );
    // While a lead is asked, nothing else is promised; after a no, all is open again.
    assert_eq!(after(RedressStanding::Asked), []);
    assert_eq!(
        after(RedressStanding::Declined { by }),
        [Remedy::Refund, Remedy::Replacement, Remedy::Inquiry]
    );
}

#[test]
fn rd4_returns_come_first_from_26_december() {
    let orders = [order(Status::Delivered, 1)];
    for (at, first) in [
        ("2026-12-25T23:59:00+01:00", Harm::NotReceived),
        ("2026-12-26T00:01:00+01:00", Harm::Unwanted),
        ("2027-01-31T12:00:00+01:00", Harm::Unwanted),
        ("2027-02-01T00:01:00+01:00", Harm::NotReceived),
    ] {
        let guide = only(Situation {
            now: Timestamp::parse_rfc3339(at).unwrap(),
            ..situation(&orders)
        });
        assert_eq!(harms(&guide)[0], first, "{at}");
        assert_eq!(steps(&guide, Harm::Unwanted)[0].0, Remedy::Return);
    }
}

#[test]
fn authority_grows_with_role_and_level() {
    assert_eq!(
        Authority::of(Role::Agent, Level::Newcomer),
        Authority::Newcomer
    );
    assert_eq!(Authority::of(Role::Agent, Level::Expert), Authority::Expert);
    assert_eq!(Authority::of(Role::Lead, Level::Newcomer), Authority::Lead);
    assert!(Authority::Lead > Authority::Expert);
}

#[test]
fn every_harm_and_every_remedy_has_words_for_the_shopper() {
    let starters = crate::template::starters(crate::language::Language::French);
    for harm in [
        Harm::Lost,
        Harm::Late,
        Harm::NotReceived,
        Harm::Damaged,
        Harm::Wrong,
        Harm::Unwanted,
    ] {
        let is_known = |name| starters.iter().any(|starter| starter.id == name);
        assert!(is_known(harm.template()), "{harm:?}");
        for remedy in REMEDIES {
            let told = Redress {
                harm,
                ..redress(remedy, RedressStanding::Decided)
            };
            assert!(is_known(told.template()), "{told:?}");
        }
    }
}

const REMEDIES: [Remedy; 6] = [
    Remedy::Inquiry,
    Remedy::Return,
    Remedy::Exchange,
    Remedy::Refund,
    Remedy::Replacement,
    Remedy::Voucher,
];

fn any_status() -> impl Strategy<Value = Status> {
    (0..Status::ALL.len()).prop_map(|at| Status::ALL[at])
}

proptest! {
    #[test]
    fn rd3_no_voucher_stands_alone_and_nobody_gets_money_and_goods(
        status in any_status(),
        days_ago in 0_i64..60,
        later in 0_i64..90,
        chosen in proptest::collection::vec((0_usize..6, 0_usize..4), 0..4),
    ) {
        let chosen: Vec<Redress> = chosen.into_iter().map(|(remedy, standing)| {
            let standing = match standing {
                0 => RedressStanding::Decided,
                1 => RedressStanding::Asked,
                2 => RedressStanding::Approved { by: lead() },
                _ => RedressStanding::Declined { by: lead() },
            };
            redress(REMEDIES[remedy], standing)
        }).collect();
        let orders = [order(status, days_ago)];
        let guides = guides(Situation {
            chosen: &chosen,
            now: NOW.plus_millis(later * DAY),
            ..situation(&orders)
        });
        let granted = chosen.iter().any(|it| it.is_granted() && it.remedy.makes_good());
        let settled = chosen.iter().any(|it| !it.is_declined() && it.remedy.makes_good());
        for step in guides.iter().flat_map(|it| &it.harms).flat_map(|it| &it.steps) {
            prop_assert!(step.remedy != Remedy::Voucher || granted);
            prop_assert!(step.remedy == Remedy::Voucher || !settled);
        }
    }
}
