//! What Grelot reads in the words of each platform.

use chrono::NaiveDate;
use shared::hooks::{HookSource, Said};
use shared::order::{Gift as Present, OrderUpdate};

use super::*;
use crate::simulator::fixtures::{heard, hook, noon, order};
use crate::simulator::order::Gift;
use crate::simulator::story::Story;

fn said(platform: Platform, webhook: &Webhook) -> OrderUpdate {
    let source = HookSource::named(platform.name()).unwrap();
    match heard(source, webhook, noon()) {
        Said::Order(update) => *update,
        said => panic!("{platform:?}: {said:?}"),
    }
}

#[test]
fn grelot_reads_who_what_and_where_on_each_platform() {
    for platform in Platform::ALL {
        let mut order = order(Story::Late, noon() - chrono::TimeDelta::days(2));
        order.note = Some("Pour Lucie".to_owned());
        let facts = said(platform, &platform.placed(&hook(), &order))
            .facts
            .unwrap();
        assert_eq!(facts.number.trim_start_matches('#'), "1042", "{platform:?}");
        assert_eq!(facts.email.as_deref(), Some("camille.laurent@example.com"));
        assert_eq!(facts.customer_id.as_deref(), Some("7001"), "{platform:?}");
        assert_eq!(facts.postcode.as_deref(), Some("69001"), "{platform:?}");
        assert_eq!(facts.country.as_deref(), Some("FR"), "{platform:?}");
        assert_eq!(facts.placed_at.0, order.placed_at().timestamp_millis());
        assert_eq!(facts.note.as_deref(), Some("Pour Lucie"), "{platform:?}");
        let items: Vec<_> = facts
            .items
            .iter()
            .map(|i| (&*i.title, i.quantity))
            .collect();
        assert_eq!(items, [(order.lines[0].title.as_str(), 2)], "{platform:?}");
        assert_eq!((facts.gift, facts.deadline), (None, None), "{platform:?}");
        assert!(facts.service.unwrap().contains("Colissimo"), "{platform:?}");
    }
}

#[test]
fn grelot_reads_the_parcel_on_each_platform() {
    for platform in Platform::ALL {
        for story in [Story::Plain, Story::Pickup] {
            let mut order = order(story, noon() - chrono::TimeDelta::days(2));
            order.take(Step::Shipped, noon());
            let parcel = order.parcel.clone().unwrap();
            let told = platform.told(&hook(), &order, Step::Shipped);
            assert!(!told.is_empty(), "{platform:?}");
            for webhook in told {
                let shipments = said(platform, &webhook).shipments;
                let named = &shipments[0].parcels[0];
                assert_eq!(named.number, parcel.tracking_number, "{platform:?}");
                assert_eq!(named.carrier.as_deref(), Some(order.carrier().name()));
                let page = order.carrier().page(&named.number);
                assert_eq!(named.url, Some(page), "{platform:?}");
                assert_eq!(
                    shipments[0].created_at.0,
                    order.changed_at().timestamp_millis(),
                    "{platform:?}"
                );
            }
        }
    }
}

#[test]
fn wishes_are_read_where_the_platform_has_words_for_them() {
    let eve = NaiveDate::from_ymd_opt(2026, 12, 24);
    for platform in Platform::ALL {
        for (gift, secret) in [(Gift::Open, false), (Gift::Secret, true)] {
            let mut order = order(Story::Plain, noon());
            order.wishes.gift = Some(gift);
            order.wishes.deadline = eve;
            if !platform.can_say(order.wishes) {
                assert_eq!(platform, Platform::Prestashop);
                continue;
            }
            let facts = said(platform, &platform.changed(&hook(), &order)).facts;
            let facts = facts.unwrap();
            assert_eq!(facts.gift, Some(Present { secret }), "{platform:?}");
            assert_eq!(
                facts.deadline.unwrap().as_str(),
                "2026-12-24",
                "{platform:?}"
            );
        }
    }
}

#[test]
fn prestashop_knows_presents_but_no_secrets_and_no_deadlines() {
    let mut order = order(Story::Plain, noon());
    order.wishes.gift = Some(Gift::Open);
    let webhook = Platform::Prestashop.changed(&hook(), &order);
    assert!(Platform::Prestashop.can_say(order.wishes));
    let facts = said(Platform::Prestashop, &webhook).facts.unwrap();
    assert_eq!(facts.gift, Some(Present { secret: false }));
}

#[test]
fn a_missed_delivery_is_told_by_one_platform_alone() {
    let mut order = order(Story::Missed, noon());
    order.take(Step::Shipped, noon());
    order.take(Step::DeliveryAttempted, noon());
    for platform in Platform::ALL {
        let told = platform.told(&hook(), &order, Step::DeliveryAttempted);
        assert_eq!(
            told.len(),
            usize::from(platform == Platform::Shopify),
            "{platform:?}"
        );
    }
}
