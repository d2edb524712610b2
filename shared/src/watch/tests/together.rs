//! Several parcels of one order.

use super::*;

#[test]
fn dw4_parcels_at_one_milestone_speak_once() {
    let mut watch = Watch::default();
    let both = || {
        vec![
            parcel("A1", &[(Delivered, 1)]),
            parcel("B2", &[(Delivered, 2)]),
        ]
    };
    assert_eq!(
        watch.see(both()),
        Some((NoticeKind::Delivered, numbers(&["A1", "B2"])))
    );
    assert_eq!(watch.see(both()), None);
}

#[test]
fn dw4_progress_just_told_of_another_parcel_is_not_told_again() {
    for (apart, told) in [
        (30 * MINUTE, None),
        (31 * MINUTE, Some(NoticeKind::OutForDelivery)),
    ] {
        let mut watch = Watch::default();
        let first = parcel("A1", &[(OutForDelivery, 0)]);
        assert!(watch.see(vec![first.clone()]).is_some());
        let second = parcel("B2", &[(OutForDelivery, apart)]);
        let kind = watch.see(vec![first, second]).map(|(kind, _)| kind);
        assert_eq!(kind, told, "{apart}");
    }
}

#[test]
fn dw4_every_handing_over_is_told() {
    let mut watch = Watch::default();
    let first = parcel("A1", &[(Delivered, 1)]);
    assert!(watch.see(vec![first.clone(), parcel("B2", &[])]).is_some());
    let both = vec![first, parcel("B2", &[(Delivered, 2)])];
    assert_eq!(
        watch.see(both),
        Some((NoticeKind::Delivered, numbers(&["B2"])))
    );
}

#[test]
fn dw4_parcels_at_different_milestones_speak_in_turn() {
    let mut watch = Watch::default();
    let both = || {
        vec![
            parcel("A1", &[(Delivered, 2)]),
            parcel("B2", &[(InTransit, 1)]),
        ]
    };
    assert_eq!(
        watch.see(both()),
        Some((NoticeKind::Shipped, numbers(&["B2"])))
    );
    assert_eq!(
        watch.see(both()),
        Some((NoticeKind::Delivered, numbers(&["A1"])))
    );
    assert_eq!(watch.see(both()), None);
}
