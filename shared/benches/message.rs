//! What a shopper's message costs in decisions while a human has the case: most messages are such.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use shared::bot;
use shared::conversation::{Input, State, step};
use shared::ids::Cid;
use shared::language::Language;
use shared::mood;
use shared::time::Timestamp;

/// 2026-12-23T09:00:00Z.
const NOW: Timestamp = Timestamp(1_798_016_400_000);

const TEXT: &str = "Bonjour, la commande de ma fille devait arriver hier, et le suivi ne bouge plus \
                    depuis lundi. Pouvez-vous regarder où se trouve le colis ?";

/// A conversation that waits for a human.
fn queued() -> State {
    let asked = Input::HumanRequested {
        cid: Cid("first".into()),
    };
    let state = State::new(Language::French);
    let outcome = step(&state, 0, &asked, NOW).expect("a human may be asked for");
    outcome.next.expect("the phase has changed")
}

fn message(c: &mut Criterion) {
    let state = queued();
    let said = Input::Said {
        cid: Cid("second".into()),
        text: TEXT.into(),
        season: None,
        help: None,
    };
    c.bench_function("what a message needs", |b| {
        b.iter(|| bot::source_for(black_box(&state), black_box(TEXT)));
    });
    c.bench_function("the mood of a message", |b| {
        b.iter(|| mood::read(black_box(TEXT)));
    });
    c.bench_function("a message's step", |b| {
        b.iter(|| step(black_box(&state), 2, black_box(&said), NOW));
    });
}

criterion_group!(benches, message);
criterion_main!(benches);
