//! What agents alone read: the frames of their socket, the commands that they find kept, and what
//! the desk is answered over HTTP.

mod answers;
mod cases;
mod redress;
#[cfg(test)]
mod samples;
mod team;
#[cfg(test)]
mod tests;

use super::{Named, Node, Read, named, part, tagged};
use crate::protocol::desk::{AgentCommand, AgentEvent};
use crate::protocol::rating::Rating;
use crate::protocol::widget::Fact;

tagged!(AgentEvent by type {
    "welcome" => Welcome { site, site_name, agent, cases, more, clocks, quarantine, team },
    "cases_listed" => CasesListed { list, cases, clocks, more },
    "team_changed" => TeamChanged { team },
    "case_changed" => CaseChanged { case },
    "clocks_changed" => ClocksChanged { contact, clocks },
    "clock_over" => ClockOver { contact, clock },
    "case_given" => CaseGiven { contact, vip },
    "promise_due" => PromiseDue { contact, promise },
    "promise_broken" => PromiseBroken { contact, promise },
    "redress_shown" => RedressShown { contact, authority, guides },
    "redress_asked" => RedressAsked { contact, redress },
    "redress_answered" => RedressAnswered { contact, redress },
    "case_gone" => CaseGone { contact, goes_on_as },
    "case_opened" => CaseOpened { contact, dossier, present, events, head },
    "case_events" => CaseEvents { contact, events },
    "case_watched" => CaseWatched { contact, by },
    "shopper_read" => ShopperRead { contact, upto },
    "shopper_typing" => ShopperTyping { contact },
    "acked" => Acked { cid, seq },
    "refused" => Refused { cid, code, retry_after },
    "quarantine_added" => QuarantineAdded { entry },
    "quarantine_changed" => QuarantineChanged { entry },
    "quarantined" => Quarantined { entry, body },
    "still_there" => StillThere,
    "bye" => Bye { code, retry_after },
});

// Those that have a name are kept over a reload.
tagged!(AgentCommand by type {
    "take_case" => TakeCase { cid, contact },
    "reply" => Reply { cid, contact, text, promise, fills },
    "keep_promise" => KeepPromise { cid, contact, promise },
    "choose_redress" => ChooseRedress { cid, contact, choice },
    "answer_redress" => AnswerRedress { cid, contact, redress, approved },
    "add_note" => AddNote { cid, contact, text },
    "label_case" => LabelCase { cid, contact, label, on },
    "resolve" => Resolve { cid, contact },
    "give_case" => GiveCase { cid, contact, to },
    "release_case" => ReleaseCase { cid, contact },
    "snooze_case" => SnoozeCase { cid, contact, until },
});

named!(Rating {
    "good" => Good,
    "fair" => Fair,
    "bad" => Bad,
});

/// The fact of an event that is between agents; none where a shopper reads, whose panel carries
/// nothing of this.
pub(super) fn fact_between_agents<N: Node>(event: &N) -> Option<Fact> {
    if !N::AT_DESK {
        return None;
    }
    let fact = event.field("fact")?;
    Some(match fact.field("kind")?.text()?.as_str() {
        "solved" => Fact::Solved {
            agreed: part(&fact, "agreed")?,
        },
        "rated" => Fact::Rated {
            rating: part(&fact, "rating")?,
        },
        "scored" => Fact::Scored {
            score: part(&fact, "score")?,
        },
        "redress" => Fact::Redress {
            redress: part(&fact, "redress")?,
        },
        _ => return None,
    })
}
