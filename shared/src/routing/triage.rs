//! What the queue needs to know of a case: its topic, whether a newcomer may have it, and whether
//! it belongs to the VIP cell.

use serde::{Deserialize, Serialize};

use super::Topic;
use crate::mood::{Mood, MoodLevel};
use crate::protocol::desk::HandoffReason;
use crate::protocol::request::{Request, RequestKind};

/// From this contact for the same matter on, a case is the VIP cell's.
const MANY_CONTACTS: usize = 3;

/// Why a case goes to the VIP cell: the best, with authority to send again or refund at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VipReason {
    /// What must be there by a day will not be.
    DeadlineAtRisk,
    /// The third contact for the same matter, or a later one.
    ThirdContact,
    /// The shopper is desperate, or angry for a reason that is ours.
    HighEmotion,
    /// The shopper speaks of complaining in public.
    PublicComplaint,
    /// A promise to the shopper was broken.
    PromiseBroken,
}

/// What the queue needs to know of a case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Triage {
    /// What it is about.
    pub topic: Topic,
    /// Why it is the VIP cell's; empty for most.
    pub vip: Vec<VipReason>,
    /// Whether it is one of the simple ones, which come in volume.
    pub simple: bool,
    /// How the shopper feels.
    pub mood: MoodLevel,
}

/// What triage looks at.
#[derive(Clone, Copy, Debug)]
pub struct Signs<'a> {
    /// What the case is about.
    pub topic: Topic,
    /// Why it came to humans.
    pub reason: Option<HandoffReason>,
    /// What a human is asked to carry out.
    pub request: Option<&'a Request>,
    /// How the shopper feels.
    pub mood: &'a Mood,
    /// Whether an order will miss its day.
    pub deadline_at_risk: bool,
    /// Whether a promise was broken and is still to be kept.
    pub promise_broken: bool,
    /// How often this matter came to humans, this time included.
    pub contacts: usize,
}

/// Sorts a case.
pub fn triage(signs: &Signs<'_>) -> Triage {
    let at_fault = matches!(
        signs.reason,
        Some(HandoffReason::Incident | HandoffReason::Reopened)
    );
    let high_emotion = match signs.mood.level {
        MoodLevel::Desperate => true,
        MoodLevel::Angry => at_fault,
        MoodLevel::Worried | MoodLevel::Calm => false,
    };
    let vip: Vec<VipReason> = [
        (signs.deadline_at_risk, VipReason::DeadlineAtRisk),
        (signs.contacts >= MANY_CONTACTS, VipReason::ThirdContact),
        (high_emotion, VipReason::HighEmotion),
        (signs.mood.public_complaint, VipReason::PublicComplaint),
        (signs.promise_broken, VipReason::PromiseBroken),
    ]
    .into_iter()
    .filter_map(|(holds, reason)| holds.then_some(reason))
    .collect();
    let simple = vip.is_empty()
        && signs.topic.is_simple()
        && signs.mood.level <= MoodLevel::Worried
        && !at_fault
        && signs.request.is_none_or(|request| is_simple(request.kind));
    Triage {
        topic: signs.topic,
        vip,
        simple,
        mood: signs.mood.level,
    }
}

/// Whether a newcomer can carry a request out.
fn is_simple(kind: RequestKind) -> bool {
    match kind {
        RequestKind::OtherAddress | RequestKind::OtherPoint => true,
        RequestKind::SendAgain | RequestKind::Refund | RequestKind::Inquiry => false,
    }
}
