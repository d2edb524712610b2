//! When somebody answers: a week in seven fields, holidays, days off. Hours that say more than that
//! are shown as they are written.

use dom::{Child, El};
use shared::pickup::Span;
use shared::settings::{AnsweringHours, Week, spans_to_type, typed_spans};

use super::fields::field;
use super::{Service, days_off, part};
use crate::dates;
use crate::fields::plain;

/// A week to begin with, in minutes of the day.
const OFFICE: Span = Span {
    opens: 9 * 60,
    closes: 18 * 60,
};

/// The part of the form.
pub(super) fn hours(service: Service, country: &str) -> El {
    let t = &service.console.t().service;
    let text = service
        .rules
        .with_untracked(|rules| rules.hours.text().map(str::to_owned));
    let country = dates::country(service.console.language(), country);
    let holidays = (t.holidays)(&country);
    let fields = match text {
        None => always(service).view(),
        Some(text) => match Week::read(&text) {
            Some(week) => of_week(service, &week, holidays).view(),
            None => written(service, text).view(),
        },
    };
    part(t.hours, fields)
}

/// Sets other hours, and shows the fields that go with them.
fn set(service: Service, hours: AnsweringHours) {
    service.change(|rules| rules.hours = hours);
    service.show_anew();
}

/// Changes the week that is set.
pub(super) fn change_week(service: Service, change: impl FnOnce(&mut Week)) {
    service.change(|rules| {
        if let Some(mut week) = rules.hours.text().and_then(Week::read) {
            change(&mut week);
            rules.hours = AnsweringHours::from(week.to_string().as_str());
        }
    });
}

fn always(service: Service) -> impl Child {
    let t = &service.console.t().service;
    let begin = move |_| {
        let mut week = Week {
            holidays_off: true,
            ..Week::default()
        };
        week.days[..5].fill(vec![OFFICE]);
        set(service, AnsweringHours::from(week.to_string().as_str()));
    };
    (
        dom::p().child(t.always),
        plain(t.set_hours).on("click", begin),
    )
}

fn of_week(service: Service, week: &Week, holidays: String) -> impl Child {
    let t = &service.console.t().service;
    let days: Vec<El> = (0..week.days.len())
        .map(|at| of_day(service, at, &week.days[at]))
        .collect();
    let holidays = dom::label().class("check").child((
        dom::input()
            .attr("type", "checkbox")
            .attr("checked", week.holidays_off)
            .on("change", move |_| {
                change_week(service, |week| week.holidays_off = !week.holidays_off);
            }),
        dom::span().child(holidays),
    ));
    (
        dom::p().class("hint").child(t.hours_hint),
        dom::div().class("weekdays").child(days),
        holidays,
        days_off::days_off(service),
        plain(t.set_always).on("click", move |_| set(service, AnsweringHours::default())),
    )
}

fn of_day(service: Service, at: usize, spans: &[Span]) -> El {
    let t = &service.console.t().service;
    let input = dom::input()
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("placeholder", t.closed)
        .attr("value", spans_to_type(spans));
    field(t.weekdays[at], input, move |typed| {
        let spans = typed_spans(&typed).ok_or(t.not_hours)?;
        let mut is_open = true;
        change_week(service, |week| {
            let before = std::mem::replace(&mut week.days[at], spans);
            if week.is_empty() {
                week.days[at] = before;
                is_open = false;
            }
        });
        if is_open { Ok(()) } else { Err(t.never_open) }
    })
}

/// Hours as they are written.
fn written(service: Service, text: String) -> impl Child {
    let t = &service.console.t().service;
    let input = dom::input().attr("type", "text").attr("value", text);
    (
        dom::p().class("hint").child(t.written_hint),
        field(t.written, input, move |typed| {
            service.change(|rules| rules.hours = AnsweringHours::from(typed.trim()));
            Ok(())
        }),
        plain(t.set_always).on("click", move |_| set(service, AnsweringHours::default())),
    )
}
