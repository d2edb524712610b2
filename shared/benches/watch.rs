//! What a webhook costs in decisions: folding a parcel of forty events, and a whole look at its
//! order, with and without news.

use std::collections::BTreeSet;
use std::hint::black_box;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use shared::ids::OrderKey;
use shared::order::{Order, OrderFacts, OrderUpdate, ParcelFacts, ShipmentFacts};
use shared::time::{Day, Timestamp};
use shared::tracking::{Status, TrackingEvent, TrackingSource, TrackingUpdate, fold};
use shared::watch::{Setting, look};

const HOUR: i64 = 60 * 60 * 1000;
/// 2026-12-14T08:00:00Z.
const START: i64 = 1_797_235_200_000;
const EVENTS: i64 = 40;
/// How far apart the events are.
const EVERY: i64 = 4 * HOUR;

fn key() -> OrderKey {
    OrderKey("shopify:6214598172903114752".into())
}

/// The event of a place in the history: depots, two rounds, an attempt in between.
fn event(place: i64) -> TrackingEvent {
    let status = match place {
        0 => Status::PreTransit,
        20 | 38 => Status::OutForDelivery,
        21 => Status::DeliveryAttempted,
        39 => Status::Delivered,
        _ => Status::InTransit,
    };
    TrackingEvent {
        source: TrackingSource::Easypost,
        status,
        raw_code: format!("in_transit/scan_{place}"),
        reason: None,
        description: "Votre colis est arrivé sur son site de traitement.".into(),
        place: Some("LYON, FR".into()),
        occurred_at: Timestamp(START + place * EVERY),
        zone_known: true,
    }
}

/// An order as it stands after so many events, each heard when it happens.
fn order(events: i64) -> Order {
    let facts = OrderFacts {
        external_id: "6214598172903114752".into(),
        number: "#1042".into(),
        country: Some("FR".into()),
        postcode: Some("69003".into()),
        placed_at: Timestamp(START),
        updated_at: Timestamp(START),
        deadline: Day::parse("2026-12-24"),
        ..OrderFacts::default()
    };
    let shipment = ShipmentFacts {
        external_id: "1".into(),
        active: true,
        created_at: Timestamp(START),
        updated_at: Timestamp(START),
        parcels: vec![ParcelFacts {
            number: "6A12345678901".into(),
            carrier: Some("Colissimo".into()),
            url: None,
        }],
        word: None,
    };
    let mut order = Order::default();
    let update = OrderUpdate {
        order_id: facts.external_id.clone(),
        facts: Some(facts),
        shipments: vec![shipment],
        ..OrderUpdate::default()
    };
    order.apply_order(update, Timestamp(START));
    for place in 0..events {
        let update = TrackingUpdate {
            number: "6A12345678901".into(),
            estimated: Day::parse("2026-12-21"),
            events: vec![event(place)],
            ..TrackingUpdate::default()
        };
        order.apply_tracking(&update, Timestamp(START + place * EVERY));
    }
    order
}

fn watch(criterion: &mut Criterion) {
    let (key, setting) = (key(), Setting::default());
    let after = |events: i64| Timestamp(START + (events - 1) * EVERY);

    let delivered = order(EVENTS);
    let history = &delivered.parcels[0].history;
    assert_eq!(history.len(), 40);
    criterion.bench_function("fold 40 events", |bench| {
        bench.iter(|| fold(black_box(history)));
    });

    // One event before the end: everything that time can bring is still to come.
    let under_way = order(EVENTS - 1);
    let now = after(EVENTS - 1);
    let mut told = BTreeSet::new();
    look(&key, &under_way, &mut told, now, &setting);
    criterion.bench_function("look at 39 events, nothing new", |bench| {
        bench.iter(|| look(&key, black_box(&under_way), &mut told, now, &setting));
    });

    let now = after(EVENTS);
    let news = look(&key, &delivered, &mut told.clone(), now, &setting);
    assert_eq!(news.notices.len(), 1);
    criterion.bench_function("look at 40 events, one notice", |bench| {
        bench.iter_batched_ref(
            || told.clone(),
            |told| look(&key, black_box(&delivered), told, now, &setting),
            BatchSize::SmallInput,
        );
    });
}

criterion_group!(benches, watch);
criterion_main!(benches);
