//! A short run of the conversation under everything that may go wrong, in every test run.

use simulate::conversation::simulate;

const STEPS: u64 = 20_000;

#[test]
fn cv13_cv14_cv22_whatever_goes_wrong_all_see_one_history_without_a_gap() {
    let outcome = simulate(STEPS, 24);
    assert!(outcome.breaches.is_empty(), "{:#?}", outcome.breaches);
    assert!(outcome.acked > STEPS / 40, "{outcome:?}");
    assert!(outcome.crashes > STEPS / 200, "{outcome:?}");
}

#[test]
fn one_number_makes_it_all_happen_again() {
    let [one, other] = [7, 7].map(|seed| format!("{:?}", simulate(1_000, seed)));
    assert_eq!(one, other);
    assert_ne!(one, format!("{:?}", simulate(1_000, 8)));
}
