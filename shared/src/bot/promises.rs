//! How a promise is told, beside the message that makes it.

use crate::language::Language;
use crate::notice::details;
use crate::protocol::promise::{Commitment, PromiseKind};
use crate::time::Day;
use crate::words::{Detail, Details, Scope, Sentence, Which, say, sentence};

/// A promise as its shopper sees it.
pub fn commitment(kind: PromiseKind, by: &Day, language: Language) -> Commitment {
    Commitment {
        kind,
        by: by.clone(),
        text: say(&[words(kind)], &of_day(by, language), language).unwrap_or_default(),
    }
}

/// Nothing but the day of a promise.
pub(super) fn of_day(by: &Day, language: Language) -> Details {
    let nothing_but_a_day = Scope {
        which: Which::Only,
        count: 1,
        number: None,
    };
    Details::of(nothing_but_a_day).text(Detail::PromiseBy, details::said(Some(by), language))
}

fn words(kind: PromiseKind) -> Sentence {
    let name = match kind {
        PromiseKind::Callback => "promise-callback",
        PromiseKind::Answer => "promise-answer",
        PromiseKind::Refund => "promise-refund",
        PromiseKind::Replacement => "promise-replacement",
    };
    sentence(name, &[Detail::PromiseBy])
}

/// All sentences of promises.
#[cfg(test)]
pub(crate) fn sentences() -> Vec<Sentence> {
    use PromiseKind::{Answer, Callback, Refund, Replacement};
    [Callback, Answer, Refund, Replacement].map(words).into()
}
