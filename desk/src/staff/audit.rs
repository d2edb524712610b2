//! Who did what to the site and its people, as owners read it: the latest first, by day.

use dom::{Child, El, RwSignal};
use shared::audit::{Action, OPERATOR, RETENTION};
use shared::client::reading::Named;

use super::Staff;
use super::person::select;
use crate::api::Problem;
use crate::api::owners::{self, Broken, Line};
use crate::dates;
use crate::fields::{named, plain};

/// How many entries are shown at first, and with each touch.
const PAGE: usize = 100;

/// What the view knows. A copy is the same.
#[derive(Clone, Copy)]
struct Audit {
    staff: Staff,
    /// The entries, the latest first.
    lines: RwSignal<Vec<Line>>,
    /// The action that is shown alone.
    only: RwSignal<Option<Action>>,
    /// How many are shown.
    shown: RwSignal<usize>,
}

/// The part of the view.
pub(super) fn audit(staff: Staff) -> El {
    let t = &staff.console.t().audit;
    let audit = Audit {
        staff,
        lines: RwSignal::new(Vec::new()),
        only: RwSignal::new(None),
        shown: RwSignal::new(PAGE),
    };
    let verdict = RwSignal::new(None::<Result<Option<Broken>, Problem>>);
    leptos::task::spawn_local(async move {
        verdict.set(Some(owners::trail().await.map(|told| {
            let mut lines = told.trail;
            lines.reverse();
            audit.lines.set(lines);
            told.broken
        })));
    });
    let words = move || {
        verdict.with(|verdict| match verdict {
            None => None,
            Some(Ok(None)) => {
                let entries = audit.lines.with_untracked(Vec::len);
                Some(dom::p().class("quiet").child((t.whole)(entries)))
            }
            Some(Ok(Some(broken))) => {
                let words = (t.broken)(broken.seq);
                Some(dom::p().class("trouble shown").child(words))
            }
            Some(Err(_)) => {
                let words = staff.console.t().staff.failed;
                Some(dom::p().class("trouble shown").child(words))
            }
        })
    };
    dom::section()
        .class("invitations audit")
        .attr("aria-label", t.heading)
        .child((
            dom::h2().child(t.heading),
            dom::p().class("quiet").child(t.intro),
            dom::div().attr("role", "status").child(words),
            filter(audit),
            move || days(audit),
        ))
}

/// All actions, or one.
fn filter(audit: Audit) -> El {
    let t = &audit.staff.console.t().audit;
    let all = (t.all.to_owned(), true);
    let each = Action::ALL
        .iter()
        .map(|action| ((t.action)(*action).to_owned(), false));
    let choices = std::iter::once(all).chain(each).collect();
    let choose = move |at: usize| {
        audit.shown.set(PAGE);
        audit.only.set(match at {
            0 => None,
            at => Action::ALL.get(at - 1).copied(),
        });
    };
    named(t.only, select(choices, choose).attr("id", "audit-only"))
}

fn days(audit: Audit) -> impl Child {
    let console = audit.staff.console;
    let t = &console.t().audit;
    let only = audit.only.get();
    let is_wanted = |line: &&Line| only.is_none_or(|only| line.action == only);
    let (lines, left) = audit.lines.with(|lines| {
        let wanted: Vec<Line> = lines.iter().filter(is_wanted).cloned().collect();
        let left = wanted.len().saturating_sub(audit.shown.get());
        (wanted, left)
    });
    let mut days: Vec<(String, Vec<El>)> = Vec::new();
    for entry in lines.into_iter().take(audit.shown.get()) {
        let day = dates::long_day(console.language(), entry.at);
        let line = line(audit, &entry);
        match days.last_mut().filter(|(latest, _)| *latest == day) {
            Some((_, of_day)) => of_day.push(line),
            None => days.push((day, vec![line])),
        }
    }
    let days: Vec<El> = days
        .into_iter()
        .map(|(day, lines)| {
            dom::div().class("audit-day").child((
                dom::h3().child(day),
                dom::ul().class("plain-list").child(lines),
            ))
        })
        .collect();
    let none = days
        .is_empty()
        .then(|| dom::p().class("quiet").child(t.none));
    let more = (left > 0).then(|| {
        plain(t.more).on("click", move |_| {
            audit.shown.update(|shown| *shown += PAGE);
        })
    });
    (days, none, more)
}

fn line(audit: Audit, entry: &Line) -> El {
    let console = audit.staff.console;
    let t = &console.t().audit;
    let actor = match entry.actor.as_str() {
        OPERATOR => t.operator.to_owned(),
        RETENTION => t.retention.to_owned(),
        id => audit.person(id).unwrap_or_else(|| id.to_owned()),
    };
    let subject = audit.person(&entry.subject);
    let subject = subject.unwrap_or_else(|| entry.subject.clone());
    dom::li().child((
        dom::span()
            .class("quiet")
            .child(dates::hour(console.language(), entry.at)),
        dom::strong().child(actor),
        dom::span().child((t.action)(entry.action)),
        dom::span().class("quiet subject").child(subject),
    ))
}

impl Audit {
    /// The name of somebody who works here, by the id.
    fn person(self, id: &str) -> Option<String> {
        self.staff.members.with(|members| {
            let mut members = members.iter().flatten();
            let known = members.find(|member| member.id.as_str() == id);
            known.map(|member| member.name.clone())
        })
    }
}
