//! The list as a merchant looks at it.

use shared::ids::OrderKey;

use super::*;

const NOW: Timestamp = Timestamp(1_000_000);

fn line(parcel: &str, risk: Risk) -> RiskyParcel {
    RiskyParcel {
        order: OrderKey("shopify:1".into()),
        number: "#1042".into(),
        parcel: Some(parcel.into()),
        carrier: None,
        url: None,
        risk,
        since: NOW,
        due: None,
        promised: None,
        estimate: None,
        contact: None,
    }
}

fn lines(parcels: &[&str]) -> Vec<RiskyParcel> {
    let line = |parcel: &&str| line(parcel, Risk::Late);
    parcels.iter().map(line).collect()
}

fn page(parcels: &[&str], next: Option<&str>) -> RiskPage {
    RiskPage {
        counts: [(Risk::Late, 3), (Risk::Lost, 1)].into(),
        parcels: lines(parcels),
        next: next.map(str::to_owned),
    }
}

fn later(millis: i64) -> Timestamp {
    NOW.plus_millis(millis)
}

/// A list of three lines in two pages, both shown.
fn two_pages() -> Watchlist {
    let mut list = Watchlist::default();
    let first = list.refresh(NOW);
    assert_eq!(first.after, None);
    assert_eq!(list.told(&first, page(&["a", "b"], Some("p2")), NOW), None);
    let second = list.more(NOW).expect("there is more");
    assert_eq!(second.after.as_deref(), Some("p2"));
    assert_eq!(list.told(&second, page(&["c"], None), NOW), None);
    list
}

#[test]
fn pages_follow_one_another() {
    let mut list = two_pages();
    assert_eq!(list.parcels, lines(&["a", "b", "c"]));
    assert!(!list.has_more());
    assert_eq!(list.more(NOW), None);
    let counts = [None, Some(Risk::Late), Some(Risk::Stalled)].map(|it| list.count(it));
    assert_eq!(counts, [4, 3, 0]);
}

#[test]
fn reading_again_keeps_the_length_and_swaps_at_once() {
    let mut list = two_pages();
    let first = list.refresh(later(5));
    let before = list.parcels.clone();
    let second = list.told(&first, page(&["x", "a"], Some("p2")), later(6));
    let second = second.expect("three lines are shown, and two are read");
    assert_eq!(second.after.as_deref(), Some("p2"));
    assert_eq!(list.parcels, before);
    // One line moved to the next page while the first was read.
    assert_eq!(list.told(&second, page(&["a", "b"], None), later(7)), None);
    assert_eq!(list.parcels, lines(&["x", "a", "b"]));
    assert_eq!(list.told_at, Some(later(7)));
}

#[test]
fn one_parcel_may_run_two_risks() {
    let mut list = Watchlist::default();
    let question = list.refresh(NOW);
    let both = vec![line("a", Risk::Late), line("a", Risk::Stalled)];
    let page = RiskPage {
        parcels: both.clone(),
        ..RiskPage::default()
    };
    list.told(&question, page, NOW);
    assert_eq!(list.parcels, both);
}

#[test]
fn an_edge_that_repeats_itself_is_not_asked_forever() {
    let mut list = two_pages();
    let first = list.refresh(NOW);
    let second = list.told(&first, page(&["a"], Some("p2")), NOW).unwrap();
    assert_eq!(list.told(&second, page(&["a"], Some("p2")), NOW), None);
    assert_eq!(list.parcels, lines(&["a"]));
    assert!(!list.has_more());
}

#[test]
fn another_filter_begins_anew_and_drops_what_was_asked_before() {
    let mut list = two_pages();
    let before = list.refresh(NOW);
    let anew = list.show(Some(Risk::Lost), NOW);
    assert_eq!(anew.risk, Some(Risk::Lost));
    assert!(list.parcels.is_empty() && list.told_at.is_none());
    assert_eq!(list.told(&before, page(&["a"], None), NOW), None);
    list.failed(&before);
    assert!(list.is_reading() && list.parcels.is_empty());
    list.told(&anew, page(&["z"], None), NOW);
    assert_eq!(list.parcels, lines(&["z"]));
}

#[test]
fn a_failure_leaves_what_was_told() {
    let mut list = two_pages();
    let question = list.refresh(later(5));
    list.failed(&question);
    assert_eq!(list.phase, Phase::Failed);
    assert_eq!(list.parcels.len(), 3);
    assert_eq!(list.told_at, Some(NOW));
    let again = list.refresh(later(6));
    list.told(&again, page(&["a", "b", "c"], None), later(7));
    assert_eq!(list.phase, Phase::Told);
}

#[test]
fn a_list_grows_old_from_when_it_was_asked_for() {
    for (millis, old) in [(0, false), (59_999, false), (60_000, true)] {
        let list = two_pages();
        let is_old = list.is_older_than(OLD_WHILE_SEEN_MILLIS, later(millis));
        assert_eq!(is_old, old, "{millis}");
    }
    assert!(Watchlist::default().is_older_than(OLD_WHILE_SEEN_MILLIS, NOW));
    let mut list = two_pages();
    list.refresh(later(60_000));
    assert!(!list.is_older_than(OLD_WHILE_SEEN_MILLIS, later(60_001)));
}

#[test]
fn a_long_list_is_read_again_only_on_demand() {
    let mut list = Watchlist::default();
    let question = list.refresh(NOW);
    let names: Vec<String> = (0..=MOST_READ_AGAIN).map(|it| it.to_string()).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    list.told(&question, page(&names, Some("p2")), NOW);
    assert!(!list.is_older_than(OLD_WHILE_SEEN_MILLIS, later(600_000)));
}

#[test]
fn a_list_that_is_read_again_while_a_page_is_on_its_way_gets_that_page() {
    let mut list = Watchlist::default();
    let first = list.refresh(NOW);
    list.told(&first, page(&["a", "b"], Some("p2")), NOW);
    let dropped = list.more(NOW).unwrap();
    let again = list.refresh(NOW);
    assert_eq!(list.told(&dropped, page(&["c"], None), NOW), None);
    let second = list.told(&again, page(&["a", "b"], Some("p2")), NOW);
    list.told(&second.unwrap(), page(&["c"], None), NOW);
    assert_eq!(list.parcels, lines(&["a", "b", "c"]));
}
