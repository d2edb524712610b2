//! The lead's view: how it stands at this moment, and how the service did.

mod charts;
mod measure;
mod period;
mod wall;

use dom::{El, RwSignal, effect};
use shared::protocol::report::Report;
use shared::time::{Day, Timestamp};

pub use self::measure::{Measure, Unit};
use crate::api::{self, Problem};
use crate::console::Console;
use crate::{browser, dates, shop_clock};

/// How many days are shown at first.
const USUAL_DAYS: i64 = 7;

/// How old a report may be while somebody looks at it, in milliseconds.
const OLD_MILLIS: i64 = 5 * 60_000;

/// What the view knows. A copy is the same.
#[derive(Clone, Copy)]
pub(super) struct Overview {
    console: Console,
    /// The first day and the last.
    span: RwSignal<(Day, Day)>,
    /// The latest report; none until the edge has told one.
    report: RwSignal<Option<Report>>,
    /// When it was told.
    read_at: RwSignal<Timestamp>,
    /// What the charts show.
    measure: RwSignal<Measure>,
    /// Why there is no report of these days.
    trouble: RwSignal<Option<Problem>>,
}

/// The view.
pub fn overview(console: Console) -> El {
    let today = shop_clock::day_of(browser::now());
    let overview = Overview {
        console,
        span: RwSignal::new(last_days(&today, USUAL_DAYS)),
        report: RwSignal::new(None),
        read_at: RwSignal::new(browser::now()),
        measure: RwSignal::new(Measure::Contacts),
        trouble: RwSignal::new(None),
    };
    overview.read();
    effect(move || {
        let age = console
            .minute
            .get()
            .millis_since(overview.read_at.get_untracked());
        if age >= OLD_MILLIS && browser::is_visible() {
            overview.read();
        }
    });
    let t = &console.t().overview;
    let as_of = move || {
        let at = overview.read_at.get();
        let is_told = overview.report.with(Option::is_some);
        is_told.then(|| (t.as_of)(&dates::hour(console.language(), at)))
    };
    dom::main()
        .class("overview")
        .attr("id", "case")
        .attr("tabindex", "-1")
        .child((
            dom::h2().child(t.heading),
            wall::wall(console),
            dom::section()
                .class("report")
                .attr("aria-labelledby", "report-title")
                .child((
                    dom::h3().attr("id", "report-title").child(t.report),
                    period::period(overview),
                    dom::p().class("quiet").child(as_of),
                    trouble(overview),
                    charts::charts(overview),
                )),
        ))
}

impl Overview {
    /// Shows other days.
    fn show(self, from: Day, to: Day) {
        self.span.set((from, to));
        self.read();
    }

    /// Asks for the report of the days that are shown. An answer about others comes too late.
    fn read(self) {
        leptos::task::spawn_local(async move {
            let span = self.span.get_untracked();
            let answer = api::report::report(&span.0, &span.1).await;
            if self.span.try_get_untracked() != Some(span) {
                return;
            }
            match answer {
                Ok(report) => {
                    self.trouble.set(None);
                    self.read_at.set(browser::now());
                    // What is the same stays as it is, with what was opened in it.
                    if self
                        .report
                        .with_untracked(|known| known.as_ref() != Some(&report))
                    {
                        self.report.set(Some(report));
                    }
                }
                Err(problem) => self.trouble.set(Some(problem)),
            }
        });
    }
}

fn trouble(overview: Overview) -> El {
    let t = overview.console.t();
    let words = move || {
        overview.trouble.get().map(|problem| {
            dom::p().class("trouble shown").child(match problem {
                Problem::Malformed => t.overview.malformed,
                Problem::Unreachable => t.sign_in.unreachable,
                _ => t.overview.failed,
            })
        })
    };
    dom::div().attr("role", "alert").child(words)
}

/// So many days up to one.
fn last_days(to: &Day, days: i64) -> (Day, Day) {
    let from = to.plus_days(1 - days).unwrap_or_else(|| to.clone());
    (from, to.clone())
}
