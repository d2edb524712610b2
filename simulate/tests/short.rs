//! A short Christmas, in every test run.

use shared::notice::NoticeKind;
use simulate::simulate;

const ORDERS: u64 = 2_000;

#[test]
fn a_short_christmas_breaks_no_promise() {
    let outcome = simulate(ORDERS, 24);
    assert!(outcome.verdict.is_clean(), "{:#?}", outcome.verdict.shown);
    for kind in NoticeKind::ALL {
        assert!(
            outcome.table.of_kind(kind) > 0,
            "{} was never tried",
            kind.name()
        );
    }
    assert!(outcome.table.total() > 2 * ORDERS);
    assert!(outcome.verdict.late_presents > 0);
}

#[test]
fn one_number_makes_it_all_happen_again() {
    let one = simulate(50, 7);
    let other = simulate(50, 7);
    assert_eq!(one.table.to_string(), other.table.to_string());
    assert_ne!(one.table.to_string(), simulate(50, 8).table.to_string());
}
