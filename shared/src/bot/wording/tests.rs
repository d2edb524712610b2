//! Every sentence that the bot may say, for the tests of all words.

use super::*;

/// The sentences that may speak of an order.
pub(crate) fn sentences() -> Vec<Sentence> {
    let others = [
        "order-cancelled",
        "order-unsent",
        "order-in-parcels",
        "ask-refund",
        "ask-other-address",
    ];
    let plain = Status::ALL.into_iter().map(stands).chain(others);
    let plain = plain.map(|name| sentence(name, &[]));
    [PROOF_SENT, ESTIMATED].into_iter().chain(plain).collect()
}

/// The names of those that depend on nothing.
pub(crate) fn plain_sentences() -> Vec<&'static str> {
    use ChoiceId::*;
    const REASONS: [HandoffReason; 4] = [
        HandoffReason::Requested,
        HandoffReason::NotUnderstood,
        HandoffReason::Action,
        HandoffReason::Reopened,
    ];
    let choices = [
        TrackOrder,
        OtherOrder,
        TalkToHuman,
        Settled,
        Wait,
        OtherAddress,
        OtherPoint,
        SendAgain,
        Refund,
        NotReceived,
        StillMissing,
        MuteOrder,
        UnmuteOrder,
        CallBack,
        NotSettled,
        RateGood,
        RateFair,
        RateBad,
    ];
    let said = [
        "greeting",
        "thanked",
        "tell-more",
        "no-more",
        "settled",
        "is-it-settled",
        "how-was-it",
        "rated",
        "rated-badly",
        "would-recommend",
        "scored",
        "not-understood",
        "articles-found",
        "which-order",
        "proof-failed",
    ];
    let reasons = REASONS.into_iter().map(handoff);
    said.into_iter()
        .chain(reasons)
        .chain(choices.into_iter().map(label))
        .collect()
}
