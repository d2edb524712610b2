//! The report: its figures at a glance, a chart for each way to look at them, and the whole table
//! behind each. A bar is an element of the page's own, so that what it shows is read as well.

use dom::{Child, El};
use shared::client::reading::Named;
use shared::notice::NoticeKind;
use shared::protocol::report::{Figures, Line, NoticeLine, ReasonLine, Report, share};
use shared::routing::{Level, Topic};
use shared::time::Day;

use super::wall::figure;
use super::{Measure, Overview, Unit};
use crate::console::Console;
use crate::dates;

/// What lines are by.
#[derive(Clone, Copy)]
enum Sort {
    Day,
    Topic,
    Carrier,
    Level,
}

/// A bar with its name.
struct Bar {
    name: String,
    value: Option<i64>,
    words: String,
}

/// The report as it is told.
pub(super) fn charts(overview: Overview) -> El {
    let told = move || {
        overview
            .report
            .with(|report| report.as_ref().map(|report| all(overview, report)))
    };
    let t = &overview.console.t().overview;
    let loading = move || overview.report.with(Option::is_none).then_some(t.loading);
    dom::div()
        .class("told")
        .child((dom::p().attr("role", "status").child(loading), told))
}

fn all(overview: Overview, report: &Report) -> El {
    let console = overview.console;
    let t = &console.t().overview;
    if report.total == Figures::default() {
        return dom::p().class("empty").child(t.empty);
    }
    let sorts = [
        (Sort::Day, t.by_day, &report.days),
        (Sort::Topic, t.by_topic, &report.topics),
        (Sort::Carrier, t.by_carrier, &report.carriers),
        (Sort::Level, t.by_level, &report.levels),
    ];
    let charts = sorts.map(|(sort, heading, lines)| chart(overview, sort, heading, lines));
    dom::div().child((
        dom::p().class("hint").child(t.measures),
        measures(overview, &report.total),
        dom::div().class("charts").child((
            Vec::from(charts),
            reasons(console, &report.reasons),
            notices(console, &report.notices),
        )),
    ))
}

/// The figures of all days. The one that is pressed is what the charts show.
fn measures(overview: Overview, total: &Figures) -> El {
    let console = overview.console;
    let t = &console.t().overview;
    let tiles = Measure::ALL.map(|measure| {
        let is_shown = move || overview.measure.get() == measure;
        let value = words(console, measure.unit(), measure.of(total));
        dom::button()
            .class("tile")
            .attr("type", "button")
            .live("aria-pressed", move || is_shown().to_string())
            .on("click", move |_| overview.measure.set(measure))
            .child(figure(
                (t.measure)(measure),
                value,
                basis(console, measure, total),
            ))
    });
    dom::div()
        .class("tiles")
        .attr("role", "group")
        .attr("aria-label", t.report)
        .child(Vec::from(tiles))
}

fn chart(overview: Overview, sort: Sort, heading: &'static str, lines: &[Line]) -> El {
    let console = overview.console;
    let named: Vec<(String, Figures)> = lines
        .iter()
        .map(|line| (name(console, sort, &line.key), line.figures))
        .collect();
    let t = &console.t().overview;
    let table = (!named.is_empty()).then(|| {
        let table = whole(console, heading, &named);
        dom::details().child((dom::summary().child(t.table), table))
    });
    let shown = move || {
        let measure = overview.measure.get();
        let bar = |(name, figures): &(String, Figures)| {
            let value = measure.of(figures);
            Bar {
                name: name.clone(),
                value,
                words: words(console, measure.unit(), value),
            }
        };
        bars(
            console,
            heading,
            measure.unit(),
            named.iter().map(bar).collect(),
        )
    };
    dom::section()
        .class("chart")
        .child((dom::h4().child(heading), shown, table))
}

fn reasons(console: Console, lines: &[ReasonLine]) -> El {
    let t = console.t();
    let bar = |line: &ReasonLine| Bar {
        name: named(&line.key).map_or("–", t.reason).to_owned(),
        value: Some(line.contacts.into()),
        words: line.contacts.to_string(),
    };
    let heading = t.overview.reasons;
    dom::section().class("chart").child((
        dom::h4().child(heading),
        bars(
            console,
            heading,
            Unit::Count,
            lines.iter().map(bar).collect(),
        ),
    ))
}

fn notices(console: Console, lines: &[NoticeLine]) -> El {
    let t = console.t();
    let bar = |line: &NoticeLine| {
        let value = share(line.quiet, line.told).map(i64::from);
        Bar {
            name: named::<NoticeKind>(&line.key)
                .map_or("–", t.notice)
                .to_owned(),
            value,
            words: (t.overview.of_told)(line.quiet, line.told),
        }
    };
    let heading = t.overview.notices;
    dom::section().class("chart").child((
        dom::h4().child(heading),
        dom::p().class("hint").child(t.overview.notices_hint),
        bars(
            console,
            heading,
            Unit::Percent,
            lines.iter().map(bar).collect(),
        ),
    ))
}

/// A chart: a line each, with its bar and its value.
fn bars(console: Console, heading: &'static str, unit: Unit, bars: Vec<Bar>) -> El {
    if bars.is_empty() {
        return dom::p().class("quiet").child(console.t().overview.none);
    }
    let longest = bars.iter().filter_map(|bar| bar.value).max();
    let (least, most) = match unit {
        Unit::Percent => (0, 100),
        Unit::Net => (-100, 100),
        Unit::Count | Unit::Seconds => (0, longest.unwrap_or(0).max(1)),
    };
    let line = |bar: Bar| {
        let meter = bar.value.map(|value| {
            dom::meter()
                .attr("min", least.to_string())
                .attr("max", most.to_string())
                .attr("value", value.to_string())
                .attr("aria-hidden", "true")
        });
        dom::tr().child((
            dom::th().attr("scope", "row").child(bar.name),
            dom::td().class("bar-cell").child(meter.view()),
            dom::td().class("value").child(bar.words),
        ))
    };
    let lines: Vec<_> = bars.into_iter().map(line).collect();
    dom::table()
        .class("bars")
        .attr("aria-label", heading)
        .child(dom::tbody().child(lines))
}

/// Every figure of every line.
fn whole(console: Console, heading: &'static str, lines: &[(String, Figures)]) -> El {
    let t = &console.t().overview;
    let head = |words: &'static str| dom::th().attr("scope", "col").child(words);
    let heads: Vec<_> = Measure::ALL
        .map(|measure| head((t.measure)(measure)))
        .into();
    let line = |(name, figures): &(String, Figures)| {
        let cell =
            |measure: Measure| dom::td().child(words(console, measure.unit(), measure.of(figures)));
        let cells: Vec<_> = Measure::ALL.map(cell).into();
        dom::tr().child((dom::th().attr("scope", "row").child(name.clone()), cells))
    };
    let lines: Vec<_> = lines.iter().map(line).collect();
    let table = dom::table().class("whole").child((
        dom::thead().child(dom::tr().child((head(heading), heads))),
        dom::tbody().child(lines),
    ));
    // What is wider than the page is moved by keys as well.
    dom::div()
        .class("whole-frame")
        .attr("role", "region")
        .attr("aria-label", heading)
        .attr("tabindex", "0")
        .child(table)
}

/// A value in words; a dash where nothing is known.
fn words(console: Console, unit: Unit, value: Option<i64>) -> String {
    let t = console.t();
    let Some(value) = value else {
        return "–".to_owned();
    };
    match unit {
        Unit::Count => value.to_string(),
        Unit::Percent => (t.overview.percent)(value),
        // A minus, not a hyphen.
        Unit::Net if value < 0 => format!("\u{2212}{}", -value),
        Unit::Net => format!("+{value}"),
        Unit::Seconds => (t.wait)(value / 60),
    }
}

/// Of how much a share is.
fn basis(console: Console, measure: Measure, figures: &Figures) -> String {
    let of = console.t().overview.basis;
    match measure {
        Measure::FirstContact => of(figures.first_contact, figures.matters),
        Measure::Satisfied => of(figures.good, figures.good + figures.fair + figures.bad),
        Measure::Kept => of(figures.kept, figures.kept + figures.broken),
        Measure::Quiet => of(figures.quiet, figures.told),
        Measure::ByBot => of(figures.by_bot, figures.contacts),
        Measure::Contacts | Measure::NetPromoters | Measure::AnswerMedian | Measure::AnswerP90 => {
            String::new()
        }
    }
}

/// What a name of JSON stands for.
fn named<T: Named>(key: &str) -> Option<T> {
    T::ALL
        .iter()
        .copied()
        .find(|known| known.wire_name() == key)
}

fn name(console: Console, sort: Sort, key: &str) -> String {
    let t = console.t();
    let known = match sort {
        Sort::Day => Day::parse(key).map(|day| dates::day(console.language(), &day)),
        Sort::Topic => named::<Topic>(key).map(|topic| (t.sorting.topic)(topic).to_owned()),
        Sort::Level => named::<Level>(key).map(|level| (t.staff.level)(level).to_owned()),
        Sort::Carrier => None,
    };
    known.unwrap_or_else(|| key.to_owned())
}
