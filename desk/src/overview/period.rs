//! Which days the report is about, and the same for spreadsheets.

use dom::El;
use leptos::wasm_bindgen::JsCast;
use shared::time::Day;
use web_sys::{Event, HtmlInputElement};

use super::{Overview, last_days};
use crate::{api, browser, shop_clock};

/// Spans that are chosen with one touch, in days.
const SPANS: [i64; 3] = [7, 30, 90];

/// The choice.
pub(super) fn period(overview: Overview) -> El {
    let t = &overview.console.t().overview;
    let spans = Vec::from(SPANS.map(|days| span(overview, days)));
    let from = move || overview.span.with(|(from, _)| from.as_str().to_owned());
    let to = move || overview.span.with(|(_, to)| to.as_str().to_owned());
    let set_from = move |day| {
        let (_, to) = overview.span.get_untracked();
        overview.show(day, to);
    };
    let set_to = move |day| {
        let (from, _) = overview.span.get_untracked();
        overview.show(from, day);
    };
    dom::div().class("period").child((
        dom::div()
            .class("chips")
            .attr("role", "group")
            .attr("aria-label", t.spans)
            .child(spans),
        day("report-from", t.from, from, set_from),
        day("report-to", t.to, to, set_to),
        sheet(overview),
    ))
}

fn span(overview: Overview, days: i64) -> El {
    let t = &overview.console.t().overview;
    let wanted = move || last_days(&shop_clock::day_of(browser::now()), days);
    let is_shown = move || overview.span.with(|span| *span == wanted());
    dom::button()
        .class("chip")
        .attr("type", "button")
        .live("aria-pressed", move || is_shown().to_string())
        .on("click", move |_| {
            let (from, to) = wanted();
            overview.show(from, to);
        })
        .child((t.last_days)(days))
}

fn day(
    id: &'static str,
    name: &'static str,
    shown: impl Fn() -> String + Send + 'static,
    set: impl Fn(Day) + 'static,
) -> El {
    let changed = move |event: Event| {
        let field: Option<HtmlInputElement> = event.target().and_then(|it| it.dyn_into().ok());
        // While a date is being typed there is none.
        if let Some(day) = field.and_then(|field| Day::parse(&field.value())) {
            set(day);
        }
    };
    let field = dom::input()
        .attr("type", "date")
        .attr("id", id)
        .value(shown)
        .on("change", changed);
    dom::label().child((dom::span().class("quiet").child(name), field))
}

/// The report for spreadsheets, as a link that the browser keeps.
fn sheet(overview: Overview) -> El {
    let language = overview.console.language();
    let address = move || {
        overview
            .span
            .with(|(from, to)| api::report::sheet(from, to, language))
    };
    dom::a()
        .class("secondary download")
        .live("href", address)
        .attr("download", "")
        .child(overview.console.t().overview.sheet)
}
