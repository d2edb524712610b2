//! The link as tables: what happens, what follows.

use super::*;

/// Plays inputs at instants (milliseconds), with the same draw each time.
fn play(link: Link, draw: u32, inputs: &[(i64, Input)]) -> (Link, Vec<Output>) {
    inputs
        .iter()
        .fold((link, Vec::new()), |(link, mut all), &(at, input)| {
            let (link, outputs) = link.step(input, Timestamp(at), draw);
            all.extend(outputs);
            (link, all)
        })
}

fn up(at: i64) -> Link {
    play(
        Link::default(),
        0,
        &[(at, Input::Tick), (at, Input::Opened)],
    )
    .0
}

#[test]
fn a_new_link_connects_at_once() {
    let (link, outputs) = play(Link::default(), 0, &[(1, Input::Tick)]);
    assert_eq!(outputs, [Output::Connect]);
    assert_eq!(link.status(), LinkStatus::Connecting);
}

#[test]
fn cv24_waits_are_drawn_below_a_ceiling_that_doubles() {
    for (first, failures, ceiling) in [
        (WATCHED_CEILING_MILLIS, 0, 1_000),
        (WATCHED_CEILING_MILLIS, 1, 2_000),
        (WATCHED_CEILING_MILLIS, 4, 16_000),
        (WATCHED_CEILING_MILLIS, 5, 30_000),
        (WATCHED_CEILING_MILLIS, 900, 30_000),
        (UNWATCHED_CEILING_MILLIS, 0, 8_000),
        (UNWATCHED_CEILING_MILLIS, 1, 16_000),
        (UNWATCHED_CEILING_MILLIS, 2, 30_000),
    ] {
        assert_eq!(
            wait_millis(first, failures, 0),
            MIN_WAIT_MILLIS,
            "{failures} failures"
        );
        assert_eq!(
            wait_millis(first, failures, u32::MAX),
            ceiling,
            "{failures} failures"
        );
    }
}

#[test]
fn a_link_that_flaps_waits_longer_each_time() {
    let mut link = up(0);
    let mut now = 0;
    let mut waits = Vec::new();
    for _ in 0..3 {
        link = link.step(Input::Closed, Timestamp(now), u32::MAX).0;
        let at = link.wake_at().unwrap().0;
        waits.push(at - now);
        now = at;
        link = play(link, 0, &[(now, Input::Tick), (now, Input::Opened)]).0;
    }
    assert_eq!(waits, [1_000, 2_000, 4_000]);
}

#[test]
fn cv24_a_link_that_held_starts_again_from_the_shortest_wait() {
    let failed = play(up(0), u32::MAX, &[(1, Input::Closed), (2_000, Input::Tick)]).0;
    let held = play(
        failed,
        u32::MAX,
        &[(2_000, Input::Opened), (12_000, Input::Closed)],
    )
    .0;
    assert_eq!(held.wake_at(), Some(Timestamp(13_000)));
}

#[test]
fn silence_is_pinged_and_an_unanswered_ping_drops_the_socket() {
    let (link, outputs) = play(up(0), 0, &[(24_999, Input::Tick), (25_000, Input::Tick)]);
    assert_eq!(outputs, [Output::Ping]);
    let (answered, outputs) = play(
        link.clone(),
        0,
        &[(25_100, Input::Heard), (33_100, Input::Tick)],
    );
    assert_eq!((answered.status(), outputs), (LinkStatus::Up, vec![]));
    let (lost, outputs) = play(link, 0, &[(33_000, Input::Tick)]);
    assert_eq!(outputs, [Output::Drop]);
    assert_eq!(
        lost.status(),
        LinkStatus::Waiting {
            until: Timestamp(33_500)
        }
    );
}

#[test]
fn a_socket_that_never_opens_is_dropped() {
    let (link, outputs) = play(
        Link::default(),
        0,
        &[(0, Input::Tick), (15_000, Input::Tick)],
    );
    assert_eq!(outputs, [Output::Connect, Output::Drop]);
    assert_eq!(link.wake_at(), Some(Timestamp(15_500)));
}

#[test]
fn cv24_the_edge_may_ask_for_a_longer_wait_which_waking_respects() {
    let told = [(0, Input::ToldToWait { seconds: 60 }), (10, Input::Closed)];
    let (link, _) = play(up(0), u32::MAX, &told);
    assert_eq!(link.wake_at(), Some(Timestamp(60_000)));
    assert_eq!(play(link.clone(), 0, &[(59_999, Input::Woken)]).1, []);
    assert_eq!(
        play(link, 0, &[(60_000, Input::Woken)]).1,
        [Output::Connect]
    );
}

#[test]
fn waking_retries_now_and_tests_a_link_that_looks_up() {
    let down = play(up(0), u32::MAX, &[(0, Input::Closed)]).0;
    assert_eq!(play(down, 0, &[(1, Input::Woken)]).1, [Output::Connect]);
    assert_eq!(
        play(up(0), 0, &[(1, Input::Woken), (2, Input::Woken)]).1,
        [Output::Ping]
    );
}

#[test]
fn a_stopped_link_stays_stopped() {
    let late = [
        (1, Input::Stop),
        (2, Input::Closed),
        (3, Input::Woken),
        (99_000, Input::Tick),
    ];
    let (link, outputs) = play(up(0), 0, &late);
    assert_eq!(outputs, [Output::Drop]);
    assert_eq!((link.status(), link.wake_at()), (LinkStatus::Stopped, None));
}

#[test]
fn cv24_a_crowd_that_is_cut_off_comes_back_over_seconds() {
    const CROWD: u32 = 5_000;
    let down = |draw: u32| {
        let link = play(
            Link::unwatched(),
            0,
            &[(0, Input::Tick), (0, Input::Opened)],
        )
        .0;
        play(link, draw, &[(0, Input::Closed)])
            .0
            .wake_at()
            .unwrap()
            .0
    };
    let mut by_second = [0_u32; 9];
    for client in 0..CROWD {
        let draw =
            u32::try_from(u64::from(client) * u64::from(u32::MAX) / u64::from(CROWD)).unwrap();
        by_second[usize::try_from(down(draw) / 1_000).unwrap()] += 1;
    }
    assert!(
        by_second.iter().all(|&back| back <= CROWD / 5),
        "{by_second:?}"
    );
    assert_eq!(by_second.iter().sum::<u32>(), CROWD);
}

#[test]
fn a_client_that_talks_is_tested_all_the_same() {
    let talk: Vec<_> = (1..25)
        .map(|second| (second * 1_000, Input::Heard))
        .collect();
    let (link, _) = play(up(0), 0, &talk);
    assert_eq!(play(link, 0, &[(25_000, Input::Tick)]).1, [Output::Ping]);
}
