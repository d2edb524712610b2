//! What may be told on several days: going out, and coming in vain.

use super::*;

#[test]
fn dw6_every_day_on_which_the_carrier_came_in_vain_is_told() {
    let mut watch = Watch::default();
    let attempted = Some(NoticeKind::DeliveryAttempted);
    assert_eq!(watch.see_events(&[(DeliveryAttempted, 0)]), attempted);
    assert_eq!(watch.see_events(&[(DeliveryAttempted, 60 * MINUTE)]), None);
    assert_eq!(
        watch.see_events(&[(DeliveryAttempted, 0), (DeliveryAttempted, DAY)]),
        attempted
    );
}

#[test]
fn dw6_every_day_on_which_the_parcel_goes_out_is_told() {
    let mut watch = Watch::default();
    let out = Some(NoticeKind::OutForDelivery);
    let mut history = vec![(OutForDelivery, 0)];
    assert_eq!(watch.see_events(&history), out);
    history.push((DeliveryAttempted, 120 * MINUTE));
    assert_eq!(
        watch.see_events(&history),
        Some(NoticeKind::DeliveryAttempted)
    );
    history.push((InTransit, 600 * MINUTE));
    assert_eq!(watch.see_events(&history), None);
    history.push((OutForDelivery, DAY));
    assert_eq!(watch.see_events(&history), out);
    history.push((OutForDelivery, DAY + 30 * MINUTE));
    assert_eq!(watch.see_events(&history), None);
    history.push((AvailableForPickup, DAY + 600 * MINUTE));
    assert_eq!(watch.see_events(&history), Some(NoticeKind::ReadyForPickup));
}

#[test]
fn dw1_what_the_shop_told_before_the_carrier_is_not_told_again() {
    for (apart, told) in [
        (11 * 60 * MINUTE, None),
        (13 * 60 * MINUTE, Some(NoticeKind::DeliveryAttempted)),
    ] {
        let mut watch = Watch::default();
        // The shop's word comes after midnight, the carrier's time is of the evening before.
        let mut words = parcel("A1", &[(DeliveryAttempted, DAY)]);
        words.history[0].source = TrackingSource::Shopify;
        assert!(watch.see(vec![words.clone()]).is_some());
        let mut both = parcel("A1", &[(DeliveryAttempted, DAY - apart)]);
        both.echoes = words.history;
        assert_eq!(watch.see(vec![both]).map(|(kind, _)| kind), told, "{apart}");
    }
}
