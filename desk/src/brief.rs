//! The case in brief, at the top of the dossier: each line leads to where its fact can be read.

use dom::El;
use shared::brief::{BriefLine, Says, Source, brief};
use shared::protocol::desk::{Dossier, PastHandoff, Present};

use crate::browser;
use crate::console::{Console, Screen};
use crate::dates;
use crate::ledger::promise_words;

/// The part of the dossier.
pub fn in_brief(console: Console, dossier: Option<&Dossier>, present: &Present) -> Option<El> {
    let t = &console.t().brief;
    let lines: Vec<El> = brief(dossier, present)
        .into_iter()
        .map(|line| line_view(console, line))
        .collect();
    (!lines.is_empty()).then(|| {
        dom::section()
            .class("brief")
            .child((dom::h3().child(t.heading), dom::ul().child(lines)))
    })
}

/// The earlier times that the shopper came to humans, the latest first.
pub fn earlier(console: Console, earlier: &[PastHandoff]) -> Option<El> {
    let lines: Vec<El> = earlier
        .iter()
        .rev()
        .map(|past| {
            let words = handoff_words(console, past);
            dom::li().child(leading(console, words, Source::Event(past.seq)))
        })
        .collect();
    (!lines.is_empty()).then(|| {
        dom::section().child((
            dom::h3().child(console.t().brief.earlier),
            dom::ul().class("plain-list").child(lines),
        ))
    })
}

fn line_view(console: Console, line: BriefLine) -> El {
    dom::li().child(leading(console, words(console, &line.says), line.source))
}

/// Words that lead to where they can be read.
fn leading(console: Console, words: String, source: Source) -> El {
    dom::button()
        .class("lead-to")
        .attr("type", "button")
        .on("click", move |_| go(console, &source))
        .child(words)
}

fn go(console: Console, source: &Source) {
    match source {
        Source::Event(seq) => {
            console.screen.set(Screen::Case);
            console.seek.set(Some(*seq));
        }
        Source::Order(key) => browser::show_marked("data-order", key.as_str()),
    }
}

fn words(console: Console, says: &Says) -> String {
    let (t, all) = (&console.t().brief, console.t());
    match says {
        Says::Requests(request) => crate::case_header::request_words(console, request),
        Says::Asked(text) => (t.asked)(text),
        Says::Parcel { order, parcel } => {
            let reason = parcel.reason.map(all.incident);
            let day = parcel.estimate.current.as_ref();
            let day = day.map(|day| (all.dossier.expected)(&dates::day(console.language(), day)));
            let since = parcel.history.first().map(|latest| {
                (t.since)(&dates::moment(
                    console.language(),
                    latest.at,
                    latest.hour_known,
                ))
            });
            let parts = [
                Some(order.clone()),
                Some((all.status)(parcel.status).to_owned()),
                reason.map(str::to_owned),
                since,
                day,
            ];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        }
        Says::NotShipped { order, cancelled } => {
            let standing = if *cancelled {
                all.dossier.cancelled
            } else {
                all.dossier.not_shipped
            };
            format!("{order} · {standing}")
        }
        Says::Told { order, notice } => {
            let when = dates::moment(console.language(), notice.at, true);
            let order = order.iter().map(String::as_str);
            let news = order.chain([(all.notice)(notice.notice)]);
            (t.told)(&news.collect::<Vec<_>>().join(" · "), &when)
        }
        Says::Feels(line) => format!("{} · {}", (all.sorting.mood)(line.level), line.text),
        Says::Owed(promise) => (all.promises.made)(&promise_words(console, promise)),
        Says::Before { times, last } => (t.before)(*times, &handoff_words(console, last)),
    }
}

fn handoff_words(console: Console, past: &PastHandoff) -> String {
    let t = console.t();
    let when = dates::moment(console.language(), past.at, true);
    let topic = (t.sorting.topic)(past.topic);
    format!("{when} · {topic} · {}", (t.reason)(past.reason))
}
