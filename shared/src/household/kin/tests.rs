//! What links a contact to others, and what of it is told.

use super::*;
use crate::order::ParcelView;

fn mark(name: &str) -> Mark {
    Mark(name.to_owned())
}

fn order(key: &str, address: &str, payer: &str) -> Order {
    Order {
        key: OrderKey(key.to_owned()),
        address: Some(mark(address)),
        payer: Some(mark(payer)),
        gift: false,
    }
}

fn present(key: &str, address: &str, payer: &str) -> Order {
    Order {
        gift: true,
        ..order(key, address, payer)
    }
}

fn own(order: Order, paid: bool) -> Own {
    Own { order, paid }
}

/// The keys that are linked by address, and those by payer.
fn keys(own: &[Own], orders: &[Order], signed: Option<&Mark>) -> (Vec<String>, Vec<String>) {
    let linked = linked(own, &Ties::of(own), orders, signed);
    let keys = |orders: Vec<Order>| orders.into_iter().map(|order| order.key.0).collect();
    (keys(linked.address), keys(linked.payer))
}

#[test]
fn hh2_orders_to_one_address_are_linked_and_ones_own_are_not() {
    let mine = order("mine", "home", "ada");
    let own = [own(mine.clone(), true)];
    let others = [
        mine,
        order("theirs", "home", "ben"),
        order("far", "away", "cy"),
    ];
    assert_eq!(
        keys(&own, &others, None),
        (vec!["theirs".to_owned()], vec![])
    );
}

#[test]
fn hh2_a_payer_links_only_who_has_shown_to_be_it() {
    let orders = [order("other", "away", "ada")];
    let paid = [own(order("mine", "home", "ada"), true)];
    assert_eq!(
        keys(&paid, &orders, None),
        (vec![], vec!["other".to_owned()])
    );
    // Whoever gets a parcel and knows its postcode is not who paid for it.
    let received = [own(order("mine", "home", "ada"), false)];
    assert_eq!(keys(&received, &orders, None), (vec![], vec![]));
}

#[test]
fn hh3_a_present_is_not_linked_to_who_may_be_surprised() {
    let secret = [
        present("surprise", "home", "ben"),
        present("mine too", "home", "ada"),
    ];
    for paid in [true, false] {
        let own = [own(order("mine", "home", "ada"), paid)];
        assert_eq!(keys(&own, &secret, None), (vec![], vec![]), "paid: {paid}");
    }
    // The shop's own word shows the payer, who knows of it; not of the others'.
    let ada = mark("ada");
    let own = [own(order("mine", "home", "ada"), true)];
    assert_eq!(
        keys(&own, &secret, Some(&ada)),
        (vec![], vec!["mine too".to_owned()])
    );
}

#[test]
fn hh3_the_address_of_a_present_links_its_recipient_alone() {
    let orders = [order("granny's", "granny", "granny")];
    let paid = [own(present("mine", "granny", "ada"), true)];
    assert_eq!(keys(&paid, &orders, None), (vec![], vec![]));
    let received = [own(present("got", "granny", "ada"), false)];
    assert_eq!(
        keys(&received, &orders, None),
        (vec!["granny's".to_owned()], vec![])
    );
}

#[test]
fn hh4_where_many_pay_nobody_lives() {
    let own = [own(order("mine", "counter", "ada"), false)];
    let several = |count: usize| -> Vec<Order> {
        let payer = |n: usize| order(&format!("{n}"), "counter", &format!("payer {n}"));
        (0..count).map(payer).collect()
    };
    assert_eq!(
        keys(&own, &several(MAX_PAYERS - 1), None).0.len(),
        MAX_PAYERS - 1
    );
    assert_eq!(keys(&own, &several(MAX_PAYERS), None).0.len(), 0);
    let nameless: Vec<Order> = several(MAX_PAYERS)
        .into_iter()
        .map(|order| Order {
            payer: None,
            ..order
        })
        .collect();
    assert_eq!(keys(&own, &nameless, None).0.len(), 0);
}

#[test]
fn hh4_what_is_told_has_no_name_and_no_number() {
    let orders = [
        order("theirs", "home", "ben"),
        present("gift", "home", "ben"),
    ];
    let views = [
        view("theirs", Status::InTransit),
        view("theirs", Status::Delivered),
    ];
    let kin = Kin::of(&orders, &views);
    let on_its_way = OpenParcel {
        status: Status::InTransit,
        estimate: Day::parse("2026-11-25"),
    };
    assert_eq!((kin.orders, kin.gifts), (2, 1));
    assert_eq!(kin.parcels, [on_its_way]);
    let told = serde_json::to_string(&kin).unwrap();
    for secret in ["theirs", "number of", "6A1", "Train", "Colissimo"] {
        assert!(!told.contains(secret), "{told}");
    }
}

#[test]
fn hh4_a_cancelled_order_and_another_one_tell_of_no_parcel() {
    let cancelled = OrderView {
        cancelled: true,
        ..view("theirs", Status::InTransit)
    };
    let other = view("another", Status::InTransit);
    let kin = Kin::of(&[order("theirs", "home", "ben")], &[cancelled, other]);
    assert_eq!(kin.parcels, []);
}

fn view(key: &str, status: Status) -> OrderView {
    let parcel = ParcelView {
        number: "6A1".to_owned(),
        carrier: Some("Colissimo".to_owned()),
        url: None,
        status,
        reason: None,
        steps: Vec::new(),
        estimate: crate::order::EstimatedDelivery {
            promised: None,
            current: Day::parse("2026-11-25"),
        },
        pickup_point: None,
        pickup_hours: Vec::new(),
        proof: None,
        history: Vec::new(),
    };
    OrderView {
        key: OrderKey(key.to_owned()),
        number: "number of it".to_owned(),
        placed_at: crate::time::Timestamp(0),
        cancelled: false,
        items: vec![crate::order::ItemView {
            title: "Train".to_owned(),
            quantity: 1,
        }],
        secret: false,
        parcels: vec![parcel],
        version: 1,
    }
}
