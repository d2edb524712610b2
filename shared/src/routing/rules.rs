//! What a merchant may set of the queue.

use serde::{Deserialize, Serialize};

use crate::time::Day;

const MINUTE_MILLIS: i64 = 60_000;

/// The longest time that may be set, in minutes: a day.
const MAX_MINUTES: u32 = 24 * 60;

/// What a merchant has set of the queue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct QueueRules {
    /// After how many minutes a case goes to whoever may have it, known topic or not.
    pub overflow_minutes: u32,
    /// After how many minutes without its holder a case, in which the shopper waits for an
    /// answer, goes back to the queue.
    pub absent_minutes: u32,
    /// The first day on which agents of the mail are given chats.
    pub mail_agents_from: Option<Day>,
    /// The last one.
    pub mail_agents_until: Option<Day>,
}

impl Default for QueueRules {
    fn default() -> Self {
        Self {
            overflow_minutes: 3,
            absent_minutes: 5,
            mail_agents_from: None,
            mail_agents_until: None,
        }
    }
}

impl QueueRules {
    /// What is wrong with them, if anything is.
    pub fn problem(&self) -> Option<String> {
        let minutes = [
            ("overflow_minutes", self.overflow_minutes),
            ("absent_minutes", self.absent_minutes),
        ];
        let unfit = minutes
            .iter()
            .find(|(_, minutes)| !(1..=MAX_MINUTES).contains(minutes));
        if let Some((name, _)) = unfit {
            return Some(format!("{name} is from 1 to {MAX_MINUTES}"));
        }
        let backwards = self
            .mail_agents_from
            .as_ref()
            .zip(self.mail_agents_until.as_ref())
            .is_some_and(|(from, until)| from > until);
        backwards.then(|| "mail_agents_from comes after mail_agents_until".to_owned())
    }

    /// Whether agents of the mail are given chats on a day.
    pub fn mail_agents_help(&self, today: &Day) -> bool {
        let begun = self
            .mail_agents_from
            .as_ref()
            .is_some_and(|from| from <= today);
        let over = self
            .mail_agents_until
            .as_ref()
            .is_some_and(|until| until < today);
        begun && !over
    }

    /// After which wait a case goes to whoever may have it, in milliseconds.
    pub fn overflow_millis(&self) -> i64 {
        i64::from(self.overflow_minutes) * MINUTE_MILLIS
    }

    /// After which absence of its holder a case goes back, in milliseconds.
    pub fn absent_millis(&self) -> i64 {
        i64::from(self.absent_minutes) * MINUTE_MILLIS
    }
}
