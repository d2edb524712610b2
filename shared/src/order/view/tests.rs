//! What is shown to whom, and what a view adds to what was told of a parcel.

use super::*;
use crate::order::{Gift, Item};

fn shown(carrier: Option<&str>, url: Option<&str>, number: &str) -> ParcelView {
    let order = Order {
        facts: Some(OrderFacts {
            postcode: Some("69003".into()),
            ..OrderFacts::default()
        }),
        parcels: vec![Parcel {
            number: number.into(),
            carrier: carrier.map(str::to_owned),
            url: url.map(str::to_owned),
            active: true,
            ..Parcel::default()
        }],
        ..Order::default()
    };
    let mut view = view(&OrderKey("shopify:1".into()), &order, Audience::Other).unwrap();
    view.parcels.remove(0)
}

#[test]
fn dw14_a_parcel_without_a_link_leads_to_its_carriers_page() {
    const UPS: &str = "1Z5R89390357567127";
    const UPS_PAGE: &str = "https://www.ups.com/track?tracknum=1Z5R89390357567127";
    const SHOP_PAGE: &str = "https://shop.example/track/1";
    for (told, url, number, carrier, page) in [
        // What was told stands.
        (
            Some("UPS"),
            Some(SHOP_PAGE),
            UPS,
            Some("UPS"),
            Some(SHOP_PAGE),
        ),
        (
            Some("Ours"),
            Some(SHOP_PAGE),
            UPS,
            Some("Ours"),
            Some(SHOP_PAGE),
        ),
        // The name gives the page, the number the name.
        (Some("ups"), None, UPS, Some("ups"), Some(UPS_PAGE)),
        (None, None, UPS, Some("UPS"), Some(UPS_PAGE)),
        (None, Some(SHOP_PAGE), UPS, Some("UPS"), Some(SHOP_PAGE)),
        // Nobody is sent to another carrier's page.
        (Some("Colissimo"), None, UPS, Some("Colissimo"), None),
        (Some("Ours"), None, UPS, Some("Ours"), None),
        (None, None, "986578788855", None, None),
        (None, None, "12345678", None, None),
    ] {
        let parcel = shown(told, url, number);
        assert_eq!(parcel.carrier.as_deref(), carrier, "{told:?} {number}");
        assert_eq!(parcel.url.as_deref(), page, "{told:?} {number}");
    }
}

#[test]
fn dw15_a_link_never_tells_the_postcode() {
    for name in ["Mondial Relay", "bpost", "Colis Privé"] {
        let url = shown(Some(name), None, "12345678").url;
        assert!(url.is_none_or(|url| !url.contains("69003")), "{name}");
    }
}

fn order(gift: Option<Gift>) -> Order {
    let facts = OrderFacts {
        number: "#1042".into(),
        items: vec![Item {
            title: "Ours en peluche".into(),
            quantity: 1,
        }],
        note: Some("Pour les six ans de Zoé".into()),
        gift,
        ..OrderFacts::default()
    };
    Order {
        facts: Some(facts),
        ..Order::default()
    }
}

#[test]
fn dw27_a_secret_present_is_named_to_its_payer_only() {
    for (gift, audience, named) in [
        (None, Audience::Other, true),
        (Some(Gift { secret: false }), Audience::Other, true),
        (Some(Gift { secret: true }), Audience::Other, false),
        (Some(Gift { secret: true }), Audience::Payer, true),
    ] {
        let key = OrderKey("shop:1".into());
        let view = view(&key, &order(gift), audience).unwrap();
        assert_eq!(view.secret, !named, "{gift:?} {audience:?}");
        let shown = serde_json::to_string(&view).unwrap();
        assert_eq!(shown.contains("Ours"), named, "{gift:?} {audience:?}");
        assert!(!shown.contains("Zoé"));
    }
}

#[test]
fn a_waiting_parcel_comes_with_the_hours_of_its_point() {
    let waiting = |status: Status, opening_hours: Option<&str>| {
        let parcel = Parcel {
            heard_upto: Timestamp::parse_rfc3339("2026-12-22T10:00:00Z"),
            pickup_point: Some(PickupPoint {
                opening_hours: opening_hours.map(str::to_owned),
                ..PickupPoint::default()
            }),
            ..Parcel::default()
        };
        let facts = OrderFacts {
            country: Some("FR".into()),
            ..OrderFacts::default()
        };
        pickup_hours(&parcel, status, &facts)
    };
    let known = Some("Mo-Fr 09:00-19:00; PH off");
    let hours = waiting(Status::AvailableForPickup, known).unwrap();
    let days: Vec<_> = hours.iter().map(|hours| hours.day.as_str()).collect();
    assert_eq!((days[0], days[15]), ("2026-12-22", "2027-01-06"));
    // Christmas Day is a Friday.
    assert!(!hours[2].open.is_empty() && hours[3].open.is_empty());
    assert_eq!(waiting(Status::InTransit, known), None);
    assert_eq!(waiting(Status::AvailableForPickup, None), None);
}
