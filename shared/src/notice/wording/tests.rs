//! Every notice in both languages, with and without what may be unknown.

use proptest::prelude::*;

use super::*;
use crate::ids::OrderKey;
use crate::order::{EstimatedDelivery, OrderView};
use crate::time::{Day, Timestamp};
use crate::tracking::Status;

const KINDS: [NoticeKind; 6] = [
    NoticeKind::Shipped,
    NoticeKind::OutForDelivery,
    NoticeKind::ReadyForPickup,
    NoticeKind::Delivered,
    NoticeKind::DeliveryAttempted,
    NoticeKind::Delayed,
];

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
        proof: None,
    }
}

/// A parcel of which everything is known.
fn told() -> ParcelView {
    ParcelView {
        carrier: Some("Colissimo".into()),
        estimate: EstimatedDelivery {
            promised: Day::parse("2026-12-22"),
            current: Day::parse("2026-12-24"),
        },
        pickup_point: Some(PickupPoint {
            name: "Tabac de la Gare".into(),
            address: Some("2 place Béraudier, 69003 Lyon".into()),
            kept_until: Day::parse("2027-01-01"),
            ..PickupPoint::default()
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
            parcels,
            version: 1,
        },
        day: None,
        silent_days: None,
    }
}

fn all(parcels: &[ParcelView], speaking: usize, language: Language) -> String {
    let said: Vec<_> = KINDS
        .iter()
        .map(|&kind| wording(&notice(kind, parcels.to_vec(), speaking), language))
        .collect();
    said.join("\n")
}

#[test]
fn all_is_known_of_one_parcel() {
    insta::assert_snapshot!(all(&[told()], 1, Language::French));
    insta::assert_snapshot!(all(&[told()], 1, Language::English));
}

#[test]
fn nothing_is_known_of_one_parcel() {
    insta::assert_snapshot!(all(&[parcel("A1")], 1, Language::French));
    insta::assert_snapshot!(all(&[parcel("A1")], 1, Language::English));
}

#[test]
fn one_of_two_parcels_speaks() {
    insta::assert_snapshot!(all(&[told(), parcel("B2")], 1, Language::French));
    insta::assert_snapshot!(all(&[told(), parcel("B2")], 1, Language::English));
}

#[test]
fn two_parcels_speak_as_one() {
    insta::assert_snapshot!(all(&[told(), parcel("B2")], 2, Language::French));
    insta::assert_snapshot!(all(&[told(), parcel("B2")], 2, Language::English));
}

#[test]
fn two_of_three_parcels_speak() {
    let parcels = [told(), parcel("B2"), parcel("C3")];
    insta::assert_snapshot!(all(&parcels, 2, Language::French));
    insta::assert_snapshot!(all(&parcels, 2, Language::English));
}

fn some_parcel(number: &'static str) -> impl Strategy<Value = ParcelView> {
    let mask = prop::array::uniform5(any::<bool>());
    mask.prop_map(move |[carrier, promised, current, point, address]| {
        let mut parcel = ParcelView {
            number: number.into(),
            ..told()
        };
        parcel.carrier = parcel.carrier.filter(|_| carrier);
        parcel.estimate.promised = parcel.estimate.promised.filter(|_| promised);
        parcel.estimate.current = parcel.estimate.current.filter(|_| current);
        parcel.pickup_point = parcel.pickup_point.filter(|_| point);
        if let Some(point) = &mut parcel.pickup_point {
            point.address = point.address.take().filter(|_| address);
        }
        parcel
    })
}

proptest! {
    #[test]
    fn no_sentence_has_a_hole(
        first in some_parcel("A1"),
        second in some_parcel("B2"),
        speaking in 1_usize..=2,
        kind in prop::sample::select(&KINDS[..]),
    ) {
        let notice = notice(kind, vec![first, second], speaking);
        for language in [Language::French, Language::English] {
            let said = wording(&notice, language);
            prop_assert!(said.contains("1042") && said.ends_with('.'), "{said}");
            for hole in ["  ", " .", " ,", ",.", "()", "None", "Some", "'"] {
                prop_assert!(!said.contains(hole), "{said}");
            }
        }
        let french = wording(&notice, Language::French);
        for loose in [" :", " ;", " !", " ?", "n° "] {
            prop_assert!(!french.contains(loose), "{french}");
        }
    }
}
