//! Every notice in both languages, with and without what may be unknown.

use proptest::prelude::*;

use super::*;
use crate::ids::OrderKey;
use crate::order::{EstimatedDelivery, ParcelView};
use crate::time::Timestamp;
use crate::tracking::{DeliveryProof, IncidentReason, PickupPoint, Status};
use crate::words::tests::assert_well_set;

fn parcel(number: &str) -> ParcelView {
    ParcelView {
        number: number.into(),
        carrier: None,
        url: None,
        status: Status::InTransit,
        reason: None,
        steps: Vec::new(),
        estimate: EstimatedDelivery::default(),
        pickup_point: None,
        history: Vec::new(),
        pickup_hours: Vec::new(),
        proof: None,
    }
}

/// A parcel of which everything is known.
fn known() -> ParcelView {
    ParcelView {
        carrier: Some("Colissimo".into()),
        estimate: EstimatedDelivery {
            promised: Day::parse("2026-12-22"),
            current: Day::parse("2026-12-26"),
        },
        pickup_point: Some(PickupPoint {
            name: "Tabac de la Gare".into(),
            address: Some("2 place Béraudier, 69003 Lyon".into()),
            kept_until: Day::parse("2027-01-01"),
            ..PickupPoint::default()
        }),
        proof: Some(DeliveryProof {
            signed_by: Some("Mme Petit".into()),
            url: None,
        }),
        ..parcel("A1")
    }
}

fn notice(kind: NoticeKind, parcels: Vec<ParcelView>, speaking: usize) -> Notice {
    Notice {
        key: String::new(),
        kind,
        parcels: parcels
            .iter()
            .take(speaking)
            .map(|parcel| parcel.number.clone())
            .collect(),
        occurred_at: Timestamp(0),
        order: OrderView {
            key: OrderKey("shop:1".into()),
            number: "#1042".into(),
            placed_at: Timestamp(0),
            cancelled: false,
            items: Vec::new(),
            secret: false,
            parcels,
            version: 1,
        },
        day: None,
        silent_days: None,
    }
}

/// The day that a notice of this kind is about.
fn day_of(kind: NoticeKind) -> Option<Day> {
    Day::parse(match kind {
        NoticeKind::Delayed => "2026-12-26",
        NoticeKind::Sooner => "2026-12-21",
        NoticeKind::Late => "2026-12-22",
        NoticeKind::WillMissDeadline => "2026-12-24",
        NoticeKind::PickupReminder => "2027-01-01",
        _ => return None,
    })
}

/// All kinds as they are said, one a line: what happened, then what comes next.
fn all(parcels: &[ParcelView], speaking: usize, language: Language) -> String {
    let lines = NoticeKind::ALL.map(|kind| {
        let is_known = parcels[0].carrier.is_some();
        let notice = Notice {
            day: day_of(kind).filter(|_| is_known),
            silent_days: is_known.then_some(4),
            ..notice(kind, parcels.to_vec(), speaking)
        };
        let words = say(&notice, language);
        format!("{}\n    {}", words.text, words.next.unwrap())
    });
    lines.join("\n")
}

#[test]
fn all_is_known_of_one_parcel() {
    insta::assert_snapshot!(all(&[known()], 1, Language::French));
    insta::assert_snapshot!(all(&[known()], 1, Language::English));
}

#[test]
fn nothing_is_known_of_one_parcel() {
    insta::assert_snapshot!(all(&[parcel("A1")], 1, Language::French));
    insta::assert_snapshot!(all(&[parcel("A1")], 1, Language::English));
}

#[test]
fn one_of_two_parcels_speaks() {
    insta::assert_snapshot!(all(&[known(), parcel("B2")], 1, Language::French));
    insta::assert_snapshot!(all(&[known(), parcel("B2")], 1, Language::English));
}

#[test]
fn two_parcels_speak_as_one() {
    let parcels = [
        known(),
        ParcelView {
            number: "B2".into(),
            ..known()
        },
    ];
    insta::assert_snapshot!(all(&parcels, 2, Language::French));
    insta::assert_snapshot!(all(&parcels, 2, Language::English));
}

#[test]
fn two_of_three_parcels_speak() {
    let parcels = [parcel("A1"), parcel("B2"), parcel("C3")];
    insta::assert_snapshot!(all(&parcels, 2, Language::French));
    insta::assert_snapshot!(all(&parcels, 2, Language::English));
}

#[test]
fn what_the_source_said_of_a_trouble_chooses_the_words() {
    let with = |reason, status| ParcelView {
        status,
        reason,
        ..known()
    };
    for (kind, reason, status, words) in [
        (
            NoticeKind::PickupPointChanged,
            Some(IncidentReason::PointClosed),
            Status::Exception,
            "is closed, says the carrier.",
        ),
        (
            NoticeKind::PickupPointChanged,
            Some(IncidentReason::PointFull),
            Status::Exception,
            "is full, says the carrier.",
        ),
        (
            NoticeKind::PickupPointChanged,
            Some(IncidentReason::PointMoved),
            Status::InTransit,
            "goes to another pickup point: Tabac de la Gare, 2 place Béraudier, 69003 Lyon.",
        ),
        (
            NoticeKind::PresumedLost,
            None,
            Status::Lost,
            "is lost, says the carrier.",
        ),
    ] {
        let said = say(
            &notice(kind, vec![with(reason, status)], 1),
            Language::English,
        );
        assert!(said.text.ends_with(words), "{}", said.text);
    }
}

#[test]
fn an_estimate_says_what_comes_next_only_while_it_lies_ahead_of_the_day() {
    for (estimate, next) in [
        ("2026-12-22", "The carrier has given no new date"),
        (
            "2026-12-23",
            "Delivery is now estimated for Wednesday 23 December.",
        ),
    ] {
        let mut parcel = known();
        parcel.estimate.current = Day::parse(estimate);
        let late = Notice {
            day: Day::parse("2026-12-22"),
            ..notice(NoticeKind::Late, vec![parcel], 1)
        };
        let said = say(&late, Language::English).next.unwrap();
        assert!(said.starts_with(next), "{said}");
    }
}

#[test]
fn dw20_an_estimate_that_has_passed_is_not_told() {
    for (estimate, next) in [
        ("2026-12-20", "You can follow the journey here."),
        (
            "2026-12-21",
            "Delivery is estimated for Monday 21 December.",
        ),
    ] {
        let mut parcel = known();
        parcel.estimate.current = Day::parse(estimate);
        let shipped = Notice {
            occurred_at: Timestamp::parse_rfc3339("2026-12-21T09:00:00Z").unwrap(),
            ..notice(NoticeKind::Shipped, vec![parcel], 1)
        };
        assert_eq!(say(&shipped, Language::English).next.as_deref(), Some(next));
    }
}

#[test]
fn an_order_of_which_nothing_was_sent_is_no_parcel() {
    let unsent = Notice {
        day: Day::parse("2026-12-24"),
        ..notice(NoticeKind::WillMissDeadline, Vec::new(), 0)
    };
    let said = say(&unsent, Language::French);
    assert_eq!(
        said.text,
        "Votre commande n°\u{a0}1042 n’est pas encore partie, et ne devrait pas arriver pour le \
         jeudi 24 décembre."
    );
}

#[test]
fn a_day_between_two_that_were_told_is_news_of_its_own() {
    for (kind, day, words) in [
        (
            NoticeKind::Delayed,
            "2026-12-23",
            "instead of Tuesday 22 December.",
        ),
        (
            NoticeKind::Delayed,
            "2026-12-21",
            "now estimated for Monday 21 December.",
        ),
        (
            NoticeKind::Sooner,
            "2026-12-21",
            "instead of Tuesday 22 December.",
        ),
        (
            NoticeKind::Sooner,
            "2026-12-23",
            "brought forward to Wednesday 23 December.",
        ),
    ] {
        let moved = Notice {
            day: Day::parse(day),
            ..notice(kind, vec![known()], 1)
        };
        let said = say(&moved, Language::English).text;
        assert!(said.ends_with(words), "{said}");
    }
}

#[test]
fn parcels_that_wait_at_two_places_name_none() {
    let mut elsewhere = known();
    elsewhere.number = "B2".into();
    elsewhere.pickup_point.as_mut().unwrap().name = "Fleuriste".into();
    let both = notice(NoticeKind::ReadyForPickup, vec![known(), elsewhere], 2);
    let said = say(&both, Language::English);
    assert!(
        said.text
            .ends_with("are ready for pickup, says the carrier.")
    );
}

fn some_parcel(number: &'static str) -> impl Strategy<Value = ParcelView> {
    let reasons = [
        None,
        Some(IncidentReason::PointClosed),
        Some(IncidentReason::PointMoved),
    ];
    let mask = prop::array::uniform6(any::<bool>());
    (mask, prop::sample::select(reasons.to_vec())).prop_map(
        move |([carrier, promised, current, point, address, blank], reason)| {
            let mut parcel = ParcelView {
                number: number.into(),
                reason,
                ..known()
            };
            let name = if blank { " " } else { "Colissimo" };
            parcel.carrier = carrier.then(|| name.to_owned());
            parcel.estimate.promised = parcel.estimate.promised.filter(|_| promised);
            parcel.estimate.current = parcel.estimate.current.filter(|_| current);
            parcel.pickup_point = parcel.pickup_point.filter(|_| point);
            if let Some(point) = &mut parcel.pickup_point {
                point.address = point.address.take().filter(|_| address);
                point.kept_until = point.kept_until.take().filter(|_| !blank);
            }
            parcel
        },
    )
}

proptest! {
    #[test]
    fn dw20_no_sentence_has_a_hole(
        first in some_parcel("A1"),
        second in some_parcel("B2"),
        speaking in 0_usize..=2,
        kind in prop::sample::select(&NoticeKind::ALL[..]),
        day in prop::sample::select(vec![None, Some("2026-12-20"), Some("2026-12-24")]),
        silent_days in prop::option::of(0_u32..40),
        number in prop::sample::select(vec!["#1042", "1042", "#", ""]),
    ) {
        let mut notice = notice(kind, vec![first, second], speaking);
        notice.day = day.and_then(Day::parse);
        notice.silent_days = silent_days;
        notice.order.number = number.into();
        for language in Language::ALL {
            let words = say(&notice, language);
            assert_well_set(&words.text, language);
            assert_well_set(&words.next.unwrap(), language);
            prop_assert_eq!(words.text.contains("1042"), number.contains("1042"));
        }
    }
}
