//! A line of the parcels at risk: a row of the table, or a card where there is no room for one.

use dom::{Child, El, Memo};
use leptos::prelude::AnyView;
use shared::protocol::parcels::{Risk, RiskyParcel};
use shared::time::{Day, Timestamp};

use crate::browser;
use crate::console::Console;
use crate::dates;
use crate::phrases::{Parcels, minutes_between};
use crate::shop_clock;

/// What stands where nothing is known.
const NOTHING: &str = "–";

/// The line; `minute` is the clock, to the minute.
pub fn parcel_row(console: Console, line: &RiskyParcel, minute: Memo<Timestamp>) -> El {
    let t = &console.t().parcels;
    let since = line.since;
    let lasting = move || (console.t().wait)(minutes_between(since, minute.get()));
    let began = dates::short_day(console.language(), since);
    let carrier = line.carrier.clone().unwrap_or_else(|| NOTHING.to_owned());
    let head = dom::th()
        .attr("scope", "row")
        .attr("role", "rowheader")
        .attr("tabindex", "-1")
        .child((
            dom::strong().child(line.number.clone()),
            case_link(console, line),
        ));
    dom::tr().attr("role", "row").child((
        head,
        cell(t.parcel, tracking_link(console, line)),
        cell(t.carrier, carrier),
        cell(t.why, risk_tag(console, line.risk)),
        cell(t.since, (began, " · ", lasting)),
        cell(t.due, due(console, line.due.as_ref())),
        cell(t.days, days(console, line)),
    ))
}

fn cell(heading: &'static str, content: impl Child) -> El {
    dom::td()
        .attr("role", "cell")
        .attr("data-label", heading)
        .child(content)
}

fn risk_tag(console: Console, risk: Risk) -> El {
    let class = if is_grave(risk) {
        "tag bad"
    } else {
        "tag warn"
    };
    dom::span()
        .class(class)
        .child((console.t().parcels.risk)(risk))
}

/// What can hardly be made good again.
fn is_grave(risk: Risk) -> bool {
    matches!(risk, Risk::Lost | Risk::WillMissDeadline)
}

fn case_link(console: Console, line: &RiskyParcel) -> Option<El> {
    let contact = line.contact.clone()?;
    let number = dom::span()
        .class("unseen")
        .child((" ", line.number.clone()));
    let opener = dom::button()
        .class("link")
        .on("click", move |_| console.open(contact.clone()))
        .child((console.t().parcels.open_case, number));
    Some(opener)
}

fn tracking_link(console: Console, line: &RiskyParcel) -> AnyView {
    let Some(number) = line.parcel.clone() else {
        return console.t().dossier.not_shipped.view();
    };
    let url = line.url.clone().filter(|url| url.starts_with("https://"));
    let Some(url) = url else {
        return dom::span().class("number").child(number).view();
    };
    let leads_to = format!(" ({})", console.t().parcels.tracking_page);
    dom::a()
        .class("number")
        .attr("href", url)
        .attr("target", "_blank")
        .attr("rel", "noopener noreferrer")
        .child((number, dom::span().class("unseen").child(leads_to)))
        .view()
}

/// The day that the risk is about. It is drawn anew with its line, and a line with its facts.
fn due(console: Console, due: Option<&Day>) -> El {
    let today = shop_clock::day_of(browser::now());
    let passed = due.is_some_and(|due| *due < today);
    let words = due.map_or_else(
        || NOTHING.to_owned(),
        |due| {
            let day = dates::day(console.language(), due);
            if passed {
                (console.t().parcels.overdue)(&day)
            } else {
                day
            }
        },
    );
    dom::span()
        .attr("class", passed.then_some("overdue"))
        .child(words)
}

fn days(console: Console, line: &RiskyParcel) -> Vec<El> {
    let day = |day: &Day| dates::day(console.language(), day);
    let words = day_words(
        &console.t().parcels,
        line.promised.as_ref().map(day),
        line.estimate.as_ref().map(day),
    );
    words
        .into_iter()
        .flatten()
        .map(|words| dom::span().class("part").child(words))
        .collect()
}

/// What was promised and what is expected, in one line where it is the same day.
fn day_words(
    t: &Parcels,
    promised: Option<String>,
    estimate: Option<String>,
) -> [Option<String>; 2] {
    match (promised, estimate) {
        (None, None) => [Some(NOTHING.to_owned()), None],
        (Some(promised), Some(estimate)) if promised == estimate => {
            [Some((t.as_promised)(&promised)), None]
        }
        (promised, estimate) => [
            promised.map(|day| (t.promised)(&day)),
            estimate.map(|day| (t.expected)(&day)),
        ],
    }
}

#[cfg(test)]
mod tests {
    use shared::language::Language;

    use super::*;
    use crate::phrases::phrases;

    #[test]
    fn promised_and_expected_days_are_one_line_where_they_are_one_day() {
        let t = &phrases(Language::English).parcels;
        for (promised, estimate, words) in [
            (None, None, "–"),
            (Some("Tue 22 Dec"), None, "Promised for Tue 22 Dec"),
            (None, Some("Tue 22 Dec"), "Expected on Tue 22 Dec"),
            (
                Some("Tue 22 Dec"),
                Some("Tue 22 Dec"),
                "Expected as promised on Tue 22 Dec",
            ),
            (
                Some("Tue 22 Dec"),
                Some("Wed 23 Dec"),
                "Promised for Tue 22 Dec|Expected on Wed 23 Dec",
            ),
        ] {
            let [promised, estimate] = [promised, estimate].map(|day| day.map(str::to_owned));
            let said: Vec<_> = day_words(t, promised, estimate)
                .into_iter()
                .flatten()
                .collect();
            assert_eq!(said.join("|"), words);
        }
    }
}
