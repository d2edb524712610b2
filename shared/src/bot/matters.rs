//! What the bot answers to a choice about parcels.

use super::answer::{Turn, says, turn};
#[cfg(test)]
use super::wording;
use crate::conversation::Matter;
use crate::language::Language;
use crate::notice::details;
use crate::order::ParcelView;
use crate::protocol::desk::BotAttempt;
use crate::protocol::request::{Request, RequestKind};
use crate::protocol::widget::{ChoiceId, Message};
use crate::time::Day;
use crate::words::{Detail, Details, Sentence, say, sentence};

const WILL_WATCH: [Sentence; 2] = [
    sentence("will-watch-estimated", &[Detail::Estimate]),
    sentence("will-watch", &[]),
];
const USUAL_PLACES: [Sentence; 1] = [sentence("usual-places", &[])];
const PROOF_SIGNED: [Sentence; 1] = [sentence("proof-signed", &[Detail::SignedBy])];
const PROOF_SHOWN: [Sentence; 1] = [sentence("proof-shown", &[Detail::ProofUrl])];
const ANSWER: [Sentence; 2] = [
    sentence("answer-promised", &[Detail::PromiseBy]),
    sentence("answer-coming", &[]),
];
const MUTED: [Sentence; 1] = [sentence("muted", &[])];
const UNMUTED: [Sentence; 1] = [sentence("unmuted", &[])];

/// Agrees to wait: says what it watches for. An estimate before today is of no use.
pub fn will_watch(matter: &Matter, today: Option<&Day>, language: Language) -> Turn {
    let mut details = details_of(matter, language);
    let is_over = |parcel: &ParcelView| parcel.estimate.current.as_ref() < today;
    let mut parcels = matter.order.parcels.iter();
    if parcels.any(|parcel| matter.parcels.contains(&parcel.number) && is_over(parcel)) {
        details = details.text(Detail::Estimate, None);
    }
    let ids = [ChoiceId::MuteOrder, ChoiceId::TalkToHuman];
    about(
        matter,
        says(
            text(&[&WILL_WATCH], &details, language),
            None,
            &ids,
            language,
        ),
        Some(BotAttempt::AgreedToWait),
    )
}

/// Names the places where a parcel may be that was delivered and not received, and shows the
/// carrier's proof.
pub fn usual_places(matter: &Matter, language: Language) -> Turn {
    let details = details_of(matter, language);
    let parts = [&USUAL_PLACES[..], &PROOF_SIGNED, &PROOF_SHOWN];
    let ids = [ChoiceId::StillMissing, ChoiceId::Settled];
    about(
        matter,
        says(text(&parts, &details, language), None, &ids, language),
        Some(BotAttempt::NamedUsualPlaces),
    )
}

/// Says that a request goes to a human, and by when there will be an answer.
pub fn passed_on(request: &Request, matter: &Matter, language: Language) -> Message {
    let promise_by = details::said(request.promise_by.as_ref(), language);
    let details = details_of(matter, language).text(Detail::PromiseBy, promise_by);
    let parts = [&[request_words(request.kind)][..], &ANSWER];
    says(text(&parts, &details, language), None, &[], language)
}

/// Confirms that an order is muted.
pub fn muted(matter: &Matter, language: Language) -> Turn {
    let text = text(&[&MUTED], &details_of(matter, language), language);
    let message = says(text, None, &[ChoiceId::UnmuteOrder], language);
    about(matter, message, None)
}

/// Confirms that an order is heard of again.
pub fn unmuted(matter: &Matter, language: Language) -> Turn {
    let text = text(&[&UNMUTED], &details_of(matter, language), language);
    turn(vec![says(text, None, &[], language)], None)
}

fn request_words(kind: RequestKind) -> Sentence {
    let name = match kind {
        RequestKind::OtherAddress => "request-other-address",
        RequestKind::OtherPoint => "request-other-point",
        RequestKind::SendAgain => "request-send-again",
        RequestKind::Refund => "request-refund",
        RequestKind::Inquiry => "request-inquiry",
    };
    sentence(name, &[])
}

fn details_of(matter: &Matter, language: Language) -> Details {
    details::of_parcels(&matter.order, &matter.parcels, language)
}

/// The parts that can be said, one after the other.
fn text(parts: &[&[Sentence]], details: &Details, language: Language) -> String {
    let said = parts.iter().filter_map(|part| say(part, details, language));
    said.collect::<Vec<_>>().join(" ")
}

fn about(matter: &Matter, message: Message, tried: Option<BotAttempt>) -> Turn {
    Turn {
        about: Some(matter.clone()),
        ..turn(vec![message], tried)
    }
}

/// All sentences of the bot that may speak of an order.
#[cfg(test)]
pub(crate) fn sentences() -> Vec<Sentence> {
    use RequestKind::*;
    let requests = [OtherAddress, OtherPoint, SendAgain, Refund, Inquiry].map(request_words);
    let own = wording::tests::sentences();
    let answers: [&[Sentence]; 9] = [
        &WILL_WATCH,
        &USUAL_PLACES,
        &PROOF_SIGNED,
        &PROOF_SHOWN,
        &ANSWER,
        &MUTED,
        &UNMUTED,
        &requests,
        &own,
    ];
    answers.concat()
}
