//! A line of the parcels at risk: a row of the table, or a card where there is no room for one.

use leptos::prelude::*;
use shared::protocol::parcels::{Risk, RiskyParcel};
use shared::time::{Day, Timestamp};

use crate::browser;
use crate::console::Console;
use crate::dates;
use crate::phrases::{Parcels, minutes_between};

/// What stands where nothing is known.
const NOTHING: &str = "–";

/// The line; `minute` is the clock, to the minute.
pub fn parcel_row(line: &RiskyParcel, minute: Memo<Timestamp>) -> impl IntoView + use<> {
    let console = expect_context::<Console>();
    let t = &console.t().parcels;
    let since = line.since;
    let lasting = move || (console.t().wait)(minutes_between(since, minute.get()));
    let began = dates::short_day(console.language(), since);
    let carrier = line.carrier.clone().unwrap_or_else(|| NOTHING.to_owned());
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" tabindex="-1">
                <strong>{line.number.clone()}</strong>
                {case_link(console, line)}
            </th>
            <td role="cell" data-label=t.parcel>{tracking_link(console, line)}</td>
            <td role="cell" data-label=t.carrier>{carrier}</td>
            <td role="cell" data-label=t.why>
                <span class="tag" class:bad=is_grave(line.risk) class:warn=!is_grave(line.risk)>
                    {(t.risk)(line.risk)}
                </span>
            </td>
            <td role="cell" data-label=t.since>{began}{" · "}{lasting}</td>
            <td role="cell" data-label=t.due>{due(console, line.due.clone())}</td>
            <td role="cell" data-label=t.days>{days(console, line)}</td>
        </tr>
    }
}

/// What can hardly be made good again.
fn is_grave(risk: Risk) -> bool {
    matches!(risk, Risk::Lost | Risk::WillMissDeadline)
}

fn case_link(console: Console, line: &RiskyParcel) -> impl IntoView + use<> {
    let t = &console.t().parcels;
    let number = line.number.clone();
    line.contact.clone().map(|contact| {
        view! {
            <button class="link" on:click=move |_| console.open(contact.clone())>
                {t.open_case}
                <span class="unseen">{" "}{number}</span>
            </button>
        }
    })
}

fn tracking_link(console: Console, line: &RiskyParcel) -> AnyView {
    let Some(number) = line.parcel.clone() else {
        return console.t().dossier.not_shipped.into_any();
    };
    let url = line.url.clone().filter(|url| url.starts_with("https://"));
    let Some(url) = url else {
        return view! { <span class="number">{number}</span> }.into_any();
    };
    view! {
        <a class="number" href=url target="_blank" rel="noopener noreferrer">
            {number}
            <span class="unseen">{format!(" ({})", console.t().parcels.tracking_page)}</span>
        </a>
    }
    .into_any()
}

/// The day that the risk is about. It is drawn anew with its line, and a line with its facts.
fn due(console: Console, due: Option<Day>) -> impl IntoView + use<> {
    let t = &console.t().parcels;
    let today = browser::local_day(browser::now());
    let passed = due.as_ref().is_some_and(|due| *due < today);
    let words = due.map_or_else(
        || NOTHING.to_owned(),
        |due| {
            let day = dates::day(console.language(), &due);
            if passed { (t.overdue)(&day) } else { day }
        },
    );
    view! { <span class:overdue=passed>{words}</span> }
}

fn days(console: Console, line: &RiskyParcel) -> impl IntoView + use<> {
    let day = |day: &Day| dates::day(console.language(), day);
    let words = day_words(
        &console.t().parcels,
        line.promised.as_ref().map(day),
        line.estimate.as_ref().map(day),
    );
    let lines = words.into_iter().flatten();
    lines
        .map(|words| view! { <span class="part">{words}</span> })
        .collect_view()
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
