//! Whether the agent is to be given cases, and who else is there.

use dom::{El, Memo};
use shared::routing::{Presence, Teammate};

use crate::console::Console;
use crate::state::DeskState;

/// The strip over the list.
pub fn duty(console: Console) -> El {
    dom::section()
        .class("duty")
        .attr("aria-label", console.t().duty.heading)
        .child((ready_switch(console), team(console)))
}

fn ready_switch(console: Console) -> El {
    let t = &console.t().duty;
    let seat = Memo::new(move |_| console.state.with(|state| state.my_seat().cloned()));
    let ready = move || seat.with(|seat| seat.as_ref().is_some_and(is_ready));
    let button = dom::button()
        .class("switch")
        .attr("id", "ready")
        .attr("role", "switch")
        .attr("type", "button")
        .attr("aria-keyshortcuts", "d")
        .live("aria-checked", move || ready().to_string())
        .on("click", move |_| console.switch_ready())
        .child((dom::span().class("knob"), move || {
            if ready() { t.ready } else { t.not_ready }
        }));
    let hint = move || {
        seat.with(|seat| match seat {
            Some(seat) if is_ready(seat) => (t.given_hint)(seat.profile.capacity),
            _ => t.by_hand_hint.to_owned(),
        })
    };
    dom::div()
        .class("duty-row")
        .child((button, dom::p().class("hint").child(hint)))
}

/// Who is at the desk, and what each holds.
pub fn team(console: Console) -> El {
    let t = &console.t().duty;
    let team = Memo::new(move |_| console.state.with(|state| state.team.clone()));
    let summary = move || {
        team.with(|team| {
            let here = team.iter().filter(|mate| mate.presence != Presence::Away);
            (t.team)(
                here.count(),
                team.iter().filter(|mate| is_ready(mate)).count(),
            )
        })
    };
    let lines = move || {
        let mut team = team.get();
        team.sort_by_key(|mate| mate.presence == Presence::Away);
        team.iter()
            .map(|mate| line(console, mate))
            .collect::<Vec<_>>()
    };
    dom::details()
        .class("team")
        .child((dom::summary().child(summary), dom::ul().child(lines)))
}

fn line(console: Console, mate: &Teammate) -> El {
    let t = &console.t().duty;
    let is_me = |state: &DeskState| state.me.as_ref() == Some(&mate.agent);
    let me = console.state.with_untracked(is_me);
    let tag = |words: &'static str| dom::span().class("tag").child(words);
    dom::li().class("mate").child((
        presence_dot(mate.presence),
        dom::span()
            .class("mate-name")
            .child(mate.agent.name.clone()),
        me.then(|| dom::span().class("quiet").child(t.you)),
        mate.lead.then(|| tag(t.lead)),
        (t.level)(mate.profile.level).map(tag),
        dom::span().class("mate-load").child((
            dom::span()
                .class("unseen")
                .child((t.presence)(mate.presence)),
            (t.holds)(mate.open, mate.profile.capacity),
        )),
    ))
}

/// A dot that tells who is there; its words stand beside it for who can't see it.
pub fn presence_dot(presence: Presence) -> El {
    dom::span().class(match presence {
        Presence::Away => "dot away",
        Presence::ByHand => "dot here",
        Presence::Ready => "dot ready",
    })
}

fn is_ready(mate: &Teammate) -> bool {
    mate.presence == Presence::Ready
}
