//! A few days, and what must hold on each.

use super::*;

#[test]
fn the_vip_cell_hardly_waits_and_simple_cases_wait_no_longer() {
    for seed in [24, 25, 26] {
        let report = simulate(1.0, seed);
        assert!(report.holds(), "seed {seed}\n{report}");
    }
}

#[test]
fn a_simple_case_waits_no_more_than_twice_as_long_whenever_it_comes() {
    let season = season::Season::run(1.0, 24, 12);
    assert!(season.holds(), "{season}");
    assert!(season.worse < 2 * season.worse_by_chance, "{season}");
}

#[test]
fn the_same_seed_is_the_same_day() {
    let [first, second] = [simulate(0.5, 7), simulate(0.5, 7)].map(|report| report.to_string());
    assert_eq!(first, second);
}

#[test]
fn everybody_is_answered_and_nobody_before_coming() {
    let day = Day::draw(1.3, 24);
    for way in [Way::FirstComeFirstServed, Way::Routed] {
        let waits = run::run(&day, way);
        assert_eq!(waits.len(), day.cases.len());
        assert!(waits.iter().all(|wait| *wait >= 0));
    }
}
