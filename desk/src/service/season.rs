//! Who helps in the season: agents of the mail are given chats on some days.

use dom::El;
use shared::routing::QueueRules;
use shared::time::Day;

use super::fields::day;
use super::{Service, part};

/// The part of the form.
pub(super) fn season(service: Service) -> El {
    let t = &service.console.t().service;
    let queue = service.rules.with_untracked(|rules| rules.queue.clone());
    let field = |name, now: Option<&Day>, set: fn(&mut QueueRules, Option<Day>)| {
        day(name, now, move |day| {
            service.change(|rules| set(&mut rules.queue, day));
        })
    };
    part(
        t.season,
        (
            dom::p().class("hint").child(t.season_hint),
            field(
                t.first_day,
                queue.mail_agents_from.as_ref(),
                |queue, day| {
                    queue.mail_agents_from = day;
                },
            ),
            field(
                t.last_day,
                queue.mail_agents_until.as_ref(),
                |queue, day| {
                    queue.mail_agents_until = day;
                },
            ),
        ),
    )
}
