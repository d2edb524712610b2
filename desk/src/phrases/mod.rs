//! The words of the desk, one table a language. A phrase that is missing does not compile.

pub mod dossier;
pub mod editor;
mod en;
mod fr;
pub mod labels;
pub mod overview;
pub mod owners;
pub mod palette;
pub mod redress;
pub mod service;
pub mod staff;
pub mod work;

#[cfg(test)]
mod tests;

use shared::claims::Claim;
use shared::language::Language;
use shared::notice::NoticeKind;
use shared::order::StepName;
use shared::protocol::Refusal;
use shared::protocol::desk::{BotAttempt, HandoffReason, Identity};
use shared::protocol::parcels::Risk;
use shared::protocol::request::RequestKind;
use shared::source::Malformed;
use shared::template::guard::Flaw;
use shared::time::Timestamp;
use shared::tracking::{IncidentReason, Status};

use crate::state::Tab;

/// The table of a language. Agents work in French or in English.
pub fn phrases(language: Language) -> &'static Phrases {
    match language {
        Language::French => &fr::PHRASES,
        _ => &en::PHRASES,
    }
}

/// Every word that the desk says, by the place where it says it.
pub struct Phrases {
    /// The page where an agent signs in.
    pub sign_in: SignIn,
    /// The bar at the top, and what concerns the whole desk.
    pub frame: Frame,
    /// The list of cases.
    pub list: List,
    /// The conversation and what is done in it.
    pub case: Case,
    /// What is known of the shopper.
    pub dossier: dossier::DossierWords,
    /// Where the agent is signed in.
    pub account: owners::AccountWords,
    /// Who did what.
    pub audit: owners::AuditWords,
    /// What is kept of a shopper.
    pub privacy: owners::PrivacyWords,
    /// What others of the household have ordered.
    pub household: dossier::HouseholdWords,
    /// The payloads that could not be understood.
    pub quarantine: Quarantine,
    /// The parcels at risk.
    pub parcels: Parcels,
    /// How it stands at this moment, and how the service did.
    pub overview: overview::OverviewWords,
    /// The texts that agents send often.
    pub templates: Templates,
    /// Where leads write them.
    pub editor: editor::EditorWords,
    /// A case in brief, and the times before it.
    pub brief: work::Brief,
    /// Who is there, and who is given cases.
    pub duty: work::Duty,
    /// What a case is, as the queue sees it.
    pub sorting: work::Sorting,
    /// What can be done where something went wrong.
    pub redress: redress::Redress,
    /// Until when shoppers are served.
    pub clocks: work::Clocks,
    /// What else can be done with a case.
    pub actions: work::Actions,
    /// What is searched, and what can be done from anywhere.
    pub palette: palette::PaletteWords,
    /// The labels that cases are sorted by.
    pub labels: labels::LabelWords,
    /// Several cases at once.
    pub picking: labels::PickingWords,
    /// What is promised.
    pub promises: work::Promises,
    /// After a case was settled.
    pub after: work::After,
    /// Who works at the desk, and how somebody joins it.
    pub staff: staff::Staff,
    /// When somebody answers, within which time, and who helps in the season.
    pub service: service::ServiceWords,
    /// News that is this agent's to see to.
    pub news: work::NewsWords,
    /// The page of keys.
    pub keys: Keys,
    /// A wait, `12 min`.
    pub wait: fn(minutes: i64) -> String,
    /// A shopper's name for agents.
    pub who: fn(&Identity, orders: &[String]) -> String,
    /// A shopper's language.
    pub language: fn(Language) -> &'static str,
    /// Why a case came to humans.
    pub reason: fn(HandoffReason) -> &'static str,
    /// What a shopper asks humans to carry out.
    pub request: fn(RequestKind) -> &'static str,
    /// A request with the day by which it has an answer.
    pub promised: fn(request: &str, day: &str) -> String,
    /// How surely a shopper is known.
    pub identity: fn(&Identity) -> &'static str,
    /// Something that the bot did.
    pub attempt: fn(BotAttempt) -> &'static str,
    /// A parcel's status.
    pub status: fn(Status) -> &'static str,
    /// Why a parcel is in trouble.
    pub incident: fn(IncidentReason) -> &'static str,
    /// A step of a parcel.
    pub step: fn(StepName) -> &'static str,
    /// A parcel's news.
    pub notice: fn(NoticeKind) -> &'static str,
    /// Why something was refused, and what to do.
    pub refusal: fn(Refusal) -> &'static str,
}

/// The page where an agent signs in.
pub struct SignIn {
    pub title: &'static str,
    pub intro: &'static str,
    pub site: &'static str,
    pub site_hint: &'static str,
    pub email: &'static str,
    pub password: &'static str,
    pub show_password: &'static str,
    pub submit: &'static str,
    pub submitting: &'static str,
    pub expired: &'static str,
    pub wrong: &'static str,
    pub locked: fn(minutes: u32) -> String,
    pub malformed: &'static str,
    pub unreachable: &'static str,
    pub failed: &'static str,
    pub site_missing: &'static str,
    pub email_missing: &'static str,
    pub password_missing: &'static str,
}

/// The bar at the top, and what concerns the whole desk.
pub struct Frame {
    pub desk: &'static str,
    pub views: &'static str,
    pub loading: &'static str,
    pub sign_out: &'static str,
    pub help: &'static str,
    pub close: &'static str,
    pub other_language: &'static str,
    pub other_language_tag: &'static str,
    pub connecting: &'static str,
    pub offline: fn(seconds: i64) -> String,
    pub try_now: &'static str,
    pub skip: &'static str,
    pub title: fn(waiting: usize, site: &str) -> String,
}

/// The list of cases.
pub struct List {
    pub heading: &'static str,
    pub tabs: &'static str,
    pub tab: fn(Tab) -> &'static str,
    pub empty: fn(Tab) -> &'static str,
    pub more: &'static str,
    pub waiting_for: fn(&str) -> String,
    pub unread: fn(u32) -> String,
    pub you: &'static str,
    pub bot: &'static str,
    pub no_message: &'static str,
    pub arrived: fn(&str) -> String,
}

/// The conversation and what is done in it.
pub struct Case {
    pub none_open: &'static str,
    pub none_open_hint: &'static str,
    pub loading: &'static str,
    pub missing: &'static str,
    pub back: &'static str,
    pub open_dossier: &'static str,
    pub close_dossier: &'static str,
    pub conversation: &'static str,
    pub earlier: &'static str,
    pub latest: &'static str,
    pub take: &'static str,
    pub take_over: fn(&str) -> String,
    pub reopen: &'static str,
    pub resolve: &'static str,
    pub state_bot: &'static str,
    pub state_waiting: &'static str,
    pub state_mine: &'static str,
    pub state_held: fn(&str) -> String,
    pub state_closed: &'static str,
    pub shopper: &'static str,
    pub bot: &'static str,
    pub notice_told: fn(&str) -> String,
    pub note_by: fn(&str) -> String,
    pub handed_off: &'static str,
    pub handed_off_why: fn(&str) -> String,
    pub taken: fn(&str) -> String,
    pub set_aside: fn(name: &str, until: &str) -> String,
    pub given_to_bot: &'static str,
    pub resolved: &'static str,
    pub offered: &'static str,
    pub form_shown: &'static str,
    pub typing: &'static str,
    pub read: &'static str,
    pub sending: &'static str,
    pub sent: &'static str,
    pub not_sent: &'static str,
    pub retry: &'static str,
    pub edit: &'static str,
    pub reply: &'static str,
    pub note: &'static str,
    pub word: &'static str,
    pub reply_placeholder: &'static str,
    pub note_placeholder: &'static str,
    pub reply_hint: &'static str,
    pub note_hint: &'static str,
    pub send: &'static str,
    pub save_note: &'static str,
    pub take_first: &'static str,
    pub too_long: fn(usize) -> String,
}

/// The payloads that could not be understood.
pub struct Quarantine {
    pub heading: &'static str,
    pub button: fn(usize) -> String,
    pub intro: &'static str,
    pub empty: &'static str,
    pub show: &'static str,
    pub hide: &'static str,
    pub loading: &'static str,
    pub again: &'static str,
    pub discard: &'static str,
    pub asking: &'static str,
    pub unanswered: &'static str,
    pub replayed: &'static str,
    pub discarded: &'static str,
    pub tried: fn(when: &str) -> String,
    pub problem: fn(Malformed) -> &'static str,
    pub size: fn(u64) -> String,
    pub back: &'static str,
}

/// The parcels at risk.
pub struct Parcels {
    pub heading: &'static str,
    pub intro: &'static str,
    pub filters: &'static str,
    pub all: &'static str,
    pub risk: fn(Risk) -> &'static str,
    pub found: fn(u32) -> String,
    pub loading: &'static str,
    pub empty: &'static str,
    pub empty_here: &'static str,
    pub failed: &'static str,
    pub failed_again: fn(hour: &str) -> String,
    pub retry: &'static str,
    pub told_at: fn(hour: &str) -> String,
    pub refresh: &'static str,
    pub more: &'static str,
    pub order: &'static str,
    pub parcel: &'static str,
    pub carrier: &'static str,
    pub why: &'static str,
    pub since: &'static str,
    pub due: &'static str,
    pub days: &'static str,
    pub overdue: fn(day: &str) -> String,
    pub promised: fn(day: &str) -> String,
    pub expected: fn(day: &str) -> String,
    pub as_promised: fn(day: &str) -> String,
    pub tracking_page: &'static str,
    pub open_case: &'static str,
}

/// The texts that agents send often, and what keeps one from being sent.
pub struct Templates {
    pub button: &'static str,
    pub heading: &'static str,
    pub search: &'static str,
    pub about: &'static str,
    pub about_unsaid: &'static str,
    pub own: &'static str,
    pub none: &'static str,
    pub failed: &'static str,
    pub keys: &'static str,
    pub stopped: &'static str,
    pub flaw: fn(&Flaw) -> String,
    pub unsupported: &'static str,
    pub claim: fn(&Claim) -> String,
}

/// The page of keys.
pub struct Keys {
    pub heading: &'static str,
    pub palette: &'static str,
    pub cases: &'static str,
    pub parcels: &'static str,
    pub staff: &'static str,
    pub overview: &'static str,
    pub next: &'static str,
    pub previous: &'static str,
    pub open: &'static str,
    pub reply: &'static str,
    pub note: &'static str,
    pub take: &'static str,
    pub resolve: &'static str,
    pub more: &'static str,
    pub promise: &'static str,
    pub ready: &'static str,
    pub templates: &'static str,
    pub send: &'static str,
    pub leave_field: &'static str,
    pub help: &'static str,
    pub letters: &'static str,
}

/// How many there are, where there may be more.
pub fn at_least(count: usize, more: bool) -> String {
    if more {
        format!("{count}+")
    } else {
        count.to_string()
    }
}

/// A whole number of minutes between two instants, never negative.
pub fn minutes_between(since: Timestamp, now: Timestamp) -> i64 {
    now.millis_since(since).max(0) / 60_000
}
