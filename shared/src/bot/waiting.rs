//! What the bot says to those who wait long for a human.

use super::answer::says;
use super::promises::{commitment, of_day};
use crate::language::Language;
use crate::protocol::promise::PromiseKind;
use crate::protocol::widget::{ChoiceId, Message};
use crate::time::Day;
use crate::words::{Detail, Sentence, say, sentence};

const LONG_WAIT: Sentence = sentence("long-wait", &[Detail::PromiseBy]);
const CALLED_BACK: Sentence = sentence("called-back", &[Detail::PromiseBy]);

/// Offers to come back to the shopper by a day.
pub fn long_wait(by: &Day, language: Language) -> Message {
    says(
        text(LONG_WAIT, by, language),
        None,
        &[ChoiceId::CallBack],
        language,
    )
}

/// Promises it.
pub fn called_back(by: &Day, language: Language) -> Message {
    Message {
        promise: Some(commitment(PromiseKind::Callback, by, language)),
        ..says(text(CALLED_BACK, by, language), None, &[], language)
    }
}

fn text(sentence: Sentence, by: &Day, language: Language) -> String {
    // It needs nothing but the day, so it can be said.
    say(&[sentence], &of_day(by, language), language).unwrap_or_default()
}

/// All sentences of long waits.
#[cfg(test)]
pub(crate) fn sentences() -> Vec<Sentence> {
    vec![LONG_WAIT, CALLED_BACK]
}
