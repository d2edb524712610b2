//! The panel's words. One table a language; a missing entry doesn't compile.

mod en;
mod fr;

use shared::language::Language;
use shared::order::StepName;
use shared::protocol::Refusal;
use shared::tracking::{IncidentReason, Status};

/// Everything that the panel says by itself.
pub struct Phrases {
    pub assistant: &'static str,
    pub with_agent: fn(&str) -> String,
    pub waiting: &'static str,
    pub waiting_at: fn(u32) -> String,
    pub nobody_there: &'static str,
    pub closed: &'static str,
    pub resolved: &'static str,
    pub handed_over: &'static str,
    pub back_to_assistant: &'static str,
    pub took_over: fn(&str) -> String,
    pub close: &'static str,
    pub talk_to_human: &'static str,
    pub track_order: &'static str,
    pub greeting: fn(&str) -> String,
    pub greeting_more: &'static str,
    pub ask_for_order: fn(&str) -> String,
    pub transcript: &'static str,
    pub connecting: &'static str,
    pub offline: &'static str,
    pub earlier: &'static str,
    pub unread: &'static str,
    pub today: &'static str,
    pub yesterday: &'static str,
    pub you: &'static str,
    pub said: fn(&str) -> String,
    pub typing: fn(Option<&str>) -> String,
    pub sending: &'static str,
    pub sent: &'static str,
    pub seen: &'static str,
    pub unanswered: &'static str,
    pub retry: &'static str,
    pub edit: &'static str,
    pub message: &'static str,
    pub message_hint: &'static str,
    pub send: &'static str,
    pub characters_left: fn(usize) -> String,
    pub characters_over: fn(usize) -> String,
    pub refusal: fn(Refusal) -> &'static str,
    pub in_seconds: fn(u32) -> String,
    pub news: &'static str,
    pub order: fn(&str) -> String,
    pub placed: fn(&str) -> String,
    pub cancelled: &'static str,
    pub preparing: &'static str,
    pub more_items: fn(usize) -> String,
    pub parcel: fn(usize, usize) -> String,
    pub expected: &'static str,
    pub first_promised: fn(&str) -> String,
    pub carrier: &'static str,
    pub tracking_number: &'static str,
    pub track_at: fn(&str) -> String,
    pub track: &'static str,
    pub new_tab: &'static str,
    pub pickup_point: &'static str,
    pub kept_until: fn(&str) -> String,
    pub way_there: &'static str,
    pub history: fn(usize) -> String,
    pub step: fn(StepName) -> &'static str,
    pub status: fn(Status) -> &'static str,
    pub reason: fn(IncidentReason) -> &'static str,
    pub form_title: &'static str,
    pub number: &'static str,
    pub number_hint: &'static str,
    pub number_missing: &'static str,
    pub proof: &'static str,
    pub proof_hint: &'static str,
    pub proof_missing: &'static str,
    pub look_up: &'static str,
}

impl Phrases {
    /// The table of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::French => &fr::PHRASES,
            _ => &en::PHRASES,
        }
    }

    /// The question that a shop's page puts into the composer.
    pub fn ask_for_order(&self, number: &str) -> String {
        (self.ask_for_order)(number)
    }

    /// Why something wasn't accepted and what to do next.
    pub fn refused(&self, code: Refusal, retry_after: Option<u32>) -> String {
        let words = (self.refusal)(code).to_owned();
        match retry_after {
            Some(seconds) if seconds > 0 => words + " " + &(self.in_seconds)(seconds),
            _ => words,
        }
    }
}
