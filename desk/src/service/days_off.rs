//! Days on which nobody answers, whatever their weekday.

use dom::{El, RwSignal};
use shared::settings::Week;
use shared::time::Day;
use shared::tracking::Closure;
use web_sys::Event;

use super::Service;
use super::fields::day;
use super::hours::change_week;
use crate::dates;

/// The list, and the fields for another one.
pub(super) fn days_off(service: Service) -> El {
    let t = &service.console.t().service;
    let lines = move || {
        let off = service.rules.with(|rules| {
            let week = rules.hours.text().and_then(Week::read);
            week.map_or_else(Vec::new, |week| week.off)
        });
        off.into_iter()
            .enumerate()
            .map(|(at, off)| line(service, at, &off))
            .collect::<Vec<_>>()
    };
    dom::div().class("days-off").child((
        dom::p().class("quiet").child(t.days_off),
        dom::ul().class("plain-list").child(lines),
        another(service),
    ))
}

fn line(service: Service, at: usize, off: &Closure) -> El {
    let t = &service.console.t().service;
    let language = service.console.language();
    let (first, last) = (
        dates::day(language, &off.first),
        dates::day(language, &off.last),
    );
    let words = if off.first == off.last {
        first
    } else {
        (t.from_to)(&first, &last)
    };
    let remove = dom::button()
        .class("link")
        .attr("type", "button")
        .attr("aria-label", (t.remove_day)(&words))
        .on("click", move |_| {
            change_week(service, |week| drop(week.off.remove(at)));
        })
        .child(service.console.t().labels.remove);
    dom::li().child((words, remove))
}

fn another(service: Service) -> El {
    let t = &service.console.t().service;
    let first = RwSignal::new(None::<Day>);
    let last = RwSignal::new(None::<Day>);
    // Adding makes the two fields anew, which empties them.
    let added = RwSignal::new(0_u32);
    let submit = move |event: Event| {
        event.prevent_default();
        let Some(from) = first.get_untracked() else {
            return;
        };
        let until = last.get_untracked().filter(|until| *until >= from);
        change_week(service, |week| {
            week.off.push(Closure {
                last: until.unwrap_or_else(|| from.clone()),
                first: from,
            });
            week.off.sort_by(|a, b| a.first.cmp(&b.first));
        });
        first.set(None);
        last.set(None);
        added.update(|added| *added += 1);
    };
    let fields = move || {
        added.get();
        (
            day(t.first_day, None, move |day| first.set(day)),
            day(t.last_day, None, move |day| last.set(day)),
        )
    };
    dom::form().class("invite").on("submit", submit).child((
        fields,
        dom::button()
            .class("plain")
            .attr("type", "submit")
            .live("disabled", move || first.with(Option::is_none))
            .child(service.console.t().labels.add),
    ))
}
