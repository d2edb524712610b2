//! Fields of the form: each takes what can be read, and says beside itself what can't.

use dom::{El, RwSignal};
use shared::time::Day;

use super::Service;
use crate::fields::{named, typed};

/// A field with its name, of which `take` takes what is typed or says what is wrong.
pub(super) fn field(
    name: &'static str,
    input: El,
    take: impl Fn(String) -> Result<(), &'static str> + 'static,
) -> El {
    let wrong = RwSignal::new(None::<&'static str>);
    let input = input
        .live("aria-invalid", move || wrong.get().map(|_| "true"))
        .on("change", move |event| wrong.set(take(typed(&event)).err()));
    dom::div().class("service-field").child((
        named(name, input),
        dom::span()
            .class("trouble-beside")
            .attr("role", "alert")
            .child(move || wrong.get()),
    ))
}

/// A number of minutes.
pub(super) fn number(
    service: Service,
    name: &'static str,
    now: u32,
    take: impl Fn(u32) + 'static,
) -> El {
    let input = dom::input()
        .attr("type", "number")
        .attr("inputmode", "numeric")
        .attr("min", "1")
        .attr("value", now.to_string());
    field(name, input, move |typed| match typed.trim().parse() {
        Ok(minutes) if minutes > 0 => {
            take(minutes);
            Ok(())
        }
        _ => Err(service.console.t().service.not_minutes),
    })
}

/// A day, or none.
pub(super) fn day(
    name: &'static str,
    now: Option<&Day>,
    take: impl Fn(Option<Day>) + 'static,
) -> El {
    let input = dom::input()
        .attr("type", "date")
        .attr("value", now.map(|day| day.as_str().to_owned()));
    field(name, input, move |typed| {
        // While a year is typed, its first digits are one of long ago.
        let day = Day::parse(&typed).filter(|day| day.as_str() >= "2000");
        if day.is_some() || typed.is_empty() {
            take(day);
        }
        Ok(())
    })
}
