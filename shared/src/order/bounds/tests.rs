//! What goes beyond the bounds is refused where it names something, else cut or left out.

use super::*;
use crate::order::Refund;
use crate::time::Timestamp;
use crate::tracking::{Status, TrackingSource};

fn long(chars: usize) -> String {
    "é".repeat(chars)
}

fn told() -> OrderUpdate {
    OrderUpdate {
        delivery_id: "d".into(),
        order_id: "1".into(),
        facts: Some(OrderFacts {
            external_id: "1".into(),
            number: "#1042".into(),
            country: Some("FR".into()),
            ..OrderFacts::default()
        }),
        shipments: vec![shipment_of(vec![parcel("A1")])],
        ..OrderUpdate::default()
    }
}

fn shipment_of(parcels: Vec<ParcelFacts>) -> ShipmentFacts {
    ShipmentFacts {
        external_id: "10".into(),
        active: true,
        created_at: Timestamp(0),
        updated_at: Timestamp(0),
        parcels,
        word: None,
    }
}

fn parcel(number: &str) -> ParcelFacts {
    ParcelFacts {
        number: number.into(),
        carrier: Some("Colissimo".into()),
        url: Some("https://exemple.fr".into()),
    }
}

fn with_facts(change: impl FnOnce(&mut OrderFacts)) -> Result<OrderFacts, Malformed> {
    let mut update = told();
    change(update.facts.as_mut().unwrap());
    update.bounded().map(|update| update.facts.unwrap())
}

#[test]
fn what_shops_send_is_kept_as_it_is() {
    assert_eq!(told().bounded(), Ok(told()));
}

#[test]
fn names_that_are_too_long_refuse_the_delivery() {
    let named = |delivery: usize, order: usize| OrderUpdate {
        delivery_id: long(delivery),
        order_id: long(order),
        ..told()
    };
    for (update, is_taken) in [
        (named(300, 128), true),
        (named(301, 1), false),
        (named(1, 129), false),
    ] {
        assert_eq!(update.bounded().is_ok(), is_taken);
    }
    assert!(with_facts(|facts| facts.number = long(129)).is_err());
}

#[test]
fn facts_are_cut_or_left_out() {
    let facts = with_facts(|facts| {
        facts.email = Some(long(321));
        facts.customer_id = Some(long(129));
        facts.postcode = Some(long(17));
        facts.locale = Some(long(36));
        facts.note = Some(long(4_001));
        facts.service = Some(long(251));
        facts.refund = Refund::Partial;
        facts.items = vec![
            Item {
                title: long(251),
                quantity: 3,
            };
            201
        ];
    })
    .unwrap();
    assert_eq!((facts.email, facts.customer_id), (None, None));
    assert_eq!((facts.postcode, facts.locale), (None, None));
    assert_eq!(facts.note, Some(long(4_000)));
    assert_eq!(facts.service, Some(long(250)));
    assert_eq!(facts.refund, Refund::Partial);
    assert_eq!(facts.items.len(), 200);
    assert_eq!(
        (&facts.items[0].title, facts.items[0].quantity),
        (&long(250), 3)
    );
}

#[test]
fn a_country_is_a_code_of_two_letters() {
    for (country, kept) in [("FR", true), ("fr", false), ("FRA", false), ("É", false)] {
        let facts = with_facts(|facts| facts.country = Some(country.into())).unwrap();
        assert_eq!(facts.country.is_some(), kept, "{country}");
    }
}

#[test]
fn shipments_are_bounded_in_number_and_size() {
    let many = OrderUpdate {
        shipments: (0..101)
            .map(|id| ShipmentFacts {
                external_id: id.to_string(),
                ..shipment_of(Vec::new())
            })
            .collect(),
        ..told()
    };
    assert_eq!(many.bounded().unwrap().shipments.len(), 100);

    let mut parcels = vec![parcel("A1"); 101];
    parcels[0].number = "A".repeat(51);
    parcels[1].url = Some(long(2_001));
    parcels[1].carrier = Some(long(251));
    let nameless = ShipmentFacts {
        external_id: long(129),
        ..shipment_of(Vec::new())
    };
    let update = OrderUpdate {
        shipments: vec![nameless, shipment_of(parcels)],
        ..told()
    };
    let shipments = update.bounded().unwrap().shipments;
    assert_eq!(shipments.len(), 1);
    assert_eq!(shipments[0].parcels.len(), 100);
    assert_eq!(shipments[0].parcels[0].number, "A1");
    assert_eq!(shipments[0].parcels[0].url, None);
    assert_eq!(shipments[0].parcels[0].carrier, Some(long(250)));
}

#[test]
fn a_shipment_that_is_told_twice_is_one() {
    let shipment = |number: &str, updated_at| ShipmentFacts {
        updated_at: Timestamp(updated_at),
        ..shipment_of(vec![parcel(number)])
    };
    for (first, second, kept) in [
        (shipment("A1", 5), shipment("A2", 5), "A2"),
        (shipment("A1", 5), shipment("A2", 6), "A2"),
        (shipment("A1", 6), shipment("A2", 5), "A1"),
    ] {
        let update = OrderUpdate {
            shipments: vec![first, second],
            ..told()
        };
        let shipments = update.bounded().unwrap().shipments;
        assert_eq!(shipments.len(), 1);
        assert_eq!(shipments[0].parcels[0].number, kept);
    }
}

#[test]
fn words_are_cut() {
    let event = TrackingEvent {
        source: TrackingSource::Shopify,
        status: Status::InTransit,
        raw_code: long(251),
        reason: None,
        description: long(251),
        place: Some(long(251)),
        occurred_at: Timestamp(0),
        zone_known: true,
    };
    let word = |shipment: String| ShipmentWord {
        shipment,
        event: event.clone(),
        estimated: None,
    };
    let update = OrderUpdate {
        shipments: vec![ShipmentFacts {
            word: Some(event.clone()),
            ..shipment_of(Vec::new())
        }],
        word: Some(word("10".into())),
        ..told()
    };
    let update = update.bounded().unwrap();
    let dated = update.word.unwrap().event;
    assert_eq!(
        (&dated.raw_code, &dated.description),
        (&long(250), &long(250))
    );
    assert_eq!(dated.place, Some(long(250)));
    assert_eq!(update.shipments[0].word, Some(dated));

    let nameless = OrderUpdate {
        word: Some(word(long(129))),
        ..told()
    };
    assert_eq!(nameless.bounded().unwrap().word, None);
}
