//! When somebody answers, within which time, and who helps in the season, as leads set it. A change
//! is kept at once, and can be taken back for as long as the view is open.

mod days_off;
mod fields;
mod hours;
mod season;

use dom::{Child, El, RwSignal};
use leptos::prelude::*;
use shared::settings::{ServiceChange, ServicePage, ServiceRules};
use shared::sla::Targets;

use crate::api;
use crate::api::Problem;
use crate::console::Console;
use crate::fields::plain;
use fields::number;

/// What is being set. A copy is the same.
#[derive(Clone, Copy)]
struct Service {
    console: Console,
    /// What the edge has, once it has told.
    page: RwSignal<Option<ServicePage>>,
    /// What is to be: what the edge has, and the changes that are on their way.
    rules: RwSignal<ServiceRules>,
    /// Counts how often the fields are made anew, which else keep what is typed.
    shown: RwSignal<u32>,
    /// What was set before the latest changes, to go back to.
    before: RwSignal<Vec<ServiceRules>>,
    /// Whether a change is on its way,
    busy: StoredValue<bool>,
    /// was kept,
    saved: RwSignal<bool>,
    /// or was not, and why.
    trouble: RwSignal<Option<Problem>>,
}

/// The part of the view where they are set.
pub fn service(console: Console) -> El {
    let service = Service {
        console,
        page: RwSignal::new(None),
        rules: RwSignal::new(ServiceRules::default()),
        shown: RwSignal::new(0),
        before: RwSignal::new(Vec::new()),
        busy: StoredValue::new(false),
        saved: RwSignal::new(false),
        trouble: RwSignal::new(None),
    };
    service.reload();
    let t = &console.t().service;
    // Fields that are only changed keep what was typed: they give way to others.
    let forms = move || {
        let shown = service.shown.get().to_string();
        let is_known = service.page.with_untracked(Option::is_some);
        is_known.then_some(shown).into_iter().collect()
    };
    dom::section()
        .class("invitations service")
        .attr("aria-label", t.heading)
        .child((
            dom::h2().child(t.heading),
            dom::list(forms, move |_| form(service)),
            dom::div()
                .class("service-end")
                .child((move || undo(service), status(service))),
            dom::div().attr("role", "alert").child(trouble(service)),
        ))
}

/// The fields, with what is set.
fn form(service: Service) -> impl Child {
    let t = &service.console.t().service;
    service.page.with_untracked(|page| {
        page.as_ref().map(|page| {
            (
                dom::p().class("quiet").child((t.intro)(&page.time_zone)),
                hours::hours(service, &page.country),
                targets(service),
                queue(service),
                season::season(service),
            )
        })
    })
}

impl Service {
    /// Reads what is set, and makes the fields anew.
    fn reload(self) {
        leptos::task::spawn_local(async move {
            match api::service::service().await {
                Ok(page) => self.show(page),
                Err(problem) => self.trouble.set(Some(problem)),
            }
        });
    }

    fn show(self, page: ServicePage) {
        self.rules.set(page.rules.clone());
        self.page.set(Some(page));
        self.show_anew();
    }

    fn show_anew(self) {
        self.shown.update(|shown| *shown += 1);
    }

    /// Keeps a change at once.
    fn change(self, change: impl FnOnce(&mut ServiceRules)) {
        let before = self.rules.get_untracked();
        self.rules.update(change);
        if self.rules.with_untracked(|rules| *rules == before) {
            return;
        }
        self.before.update(|states| states.push(before));
        self.keep();
    }

    fn undo(self) {
        if let Some(before) = self.before.try_update(Vec::pop).flatten() {
            self.rules.set(before);
            self.show_anew();
            self.keep();
        }
    }

    /// Has the edge keep what is to be. One change goes after the other, so that each is one of
    /// the latest state.
    fn keep(self) {
        self.saved.set(false);
        self.trouble.set(None);
        if self.busy.get_value() {
            return;
        }
        self.busy.set_value(true);
        leptos::task::spawn_local(async move {
            while let Some(change) = self.owed() {
                match api::service::set(&change).await {
                    Ok(page) => self.page.set(Some(page)),
                    Err(problem) => {
                        self.before.set(Vec::new());
                        self.reload();
                        self.trouble.set(Some(problem));
                        break;
                    }
                }
            }
            self.busy.set_value(false);
            self.saved.set(self.trouble.get_untracked().is_none());
        });
    }

    /// What the edge is yet to be told.
    fn owed(self) -> Option<ServiceChange> {
        let rules = self.rules.get_untracked();
        let version = self.page.with_untracked(|page| {
            let page = page.as_ref().filter(|page| page.rules != rules)?;
            Some(page.version)
        })?;
        Some(ServiceChange { rules, version })
    }
}

/// Within how many minutes shoppers are served.
fn targets(service: Service) -> El {
    let t = &service.console.t().service;
    let targets = service.rules.with_untracked(|rules| rules.targets.clone());
    part(
        t.targets,
        (
            minutes(
                service,
                t.first_answer,
                targets.first_answer_minutes,
                |targets, minutes| targets.first_answer_minutes = minutes,
            ),
            minutes(
                service,
                t.next_answer,
                targets.next_answer_minutes,
                |targets, minutes| targets.next_answer_minutes = minutes,
            ),
            minutes(
                service,
                t.solution,
                targets.solution_minutes,
                |targets, minutes| targets.solution_minutes = minutes,
            ),
        ),
    )
}

/// After how many minutes in the queue a shopper is offered to be called back.
fn queue(service: Service) -> El {
    let t = &service.console.t().service;
    let now = service
        .rules
        .with_untracked(|rules| rules.targets.call_back_minutes);
    part(
        t.queue,
        (
            dom::p().class("hint").child(t.queue_hint),
            minutes(service, t.call_back, now, |targets, minutes| {
                targets.call_back_minutes = minutes;
            }),
        ),
    )
}

/// A part of the form, with its name.
fn part(name: &'static str, fields: impl Child) -> El {
    dom::div()
        .class("service-part")
        .attr("role", "group")
        .attr("aria-label", name)
        .child((dom::h3().child(name), fields))
}

/// One of the times that are set, in minutes.
fn minutes(service: Service, name: &'static str, now: u32, set: fn(&mut Targets, u32)) -> El {
    number(service, name, now, move |minutes| {
        service.change(|rules| set(&mut rules.targets, minutes));
    })
}

fn undo(service: Service) -> Option<El> {
    let has_any = service.before.with(|before| !before.is_empty());
    let words = service.console.t().labels.undo;
    has_any.then(|| plain(words).on("click", move |_| service.undo()))
}

fn status(service: Service) -> El {
    let words = move || {
        let words = service.console.t().service.saved;
        service.saved.get().then_some(words)
    };
    dom::span()
        .class("quiet")
        .attr("role", "status")
        .child(words)
}

fn trouble(service: Service) -> impl Child {
    let (t, t_staff) = (&service.console.t().service, &service.console.t().staff);
    move || {
        service.trouble.get().map(|problem| {
            dom::p().class("trouble shown").child(match problem {
                Problem::Conflict => t.conflict,
                Problem::Malformed => t.unfit,
                Problem::Unreachable => service.console.t().sign_in.unreachable,
                _ => t_staff.failed,
            })
        })
    }
}
