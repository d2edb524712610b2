//! What the desk knows: the list, the open case, what was sent and not yet answered.
//!
//! Pure: an event or an action goes in, the state changes, and what is to be done comes out as
//! [`Effect`]s. The signals of [`crate::console`] only wrap it.

mod bulk;
mod case;
mod changes;
mod clocks;
mod greeting;
mod list;
mod more;
mod news;
mod offers;
mod outbox;
mod promises;
mod quarantine;
mod redress;
mod wall;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use shared::ids::ContactId;
use shared::protocol::Refusal;
use shared::protocol::desk::{AgentCommand, AgentEvent, CaseList, CaseSummary, QuarantineEntry};
use shared::protocol::widget::{AgentName, ConversationState, Fact};
use shared::routing::Teammate;
use shared::sla::Clock;
use shared::time::Timestamp;

pub use case::{CaseContent, OpenCase};
pub use clocks::waiting_since;
pub use list::{Row, Tab};
use more::Rest;
use news::news;
pub use news::{News, NewsKind};
pub use offers::Offers;
pub use outbox::{Act, Delivery, Outgoing, Said, Word};
pub use redress::Offered;
pub use wall::Wall;

/// How long a sign of typing holds, in milliseconds.
const TYPING_HOLDS_MILLIS: i64 = 6_000;

/// Everything that the desk shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DeskState {
    /// Whether the edge has told the state of the desk yet.
    pub loaded: bool,
    /// Whether it has answered this connection's hello.
    greeted: bool,
    /// The shop's name.
    pub site_name: String,
    /// Who is signed in.
    pub me: Option<AgentName>,
    /// The cases by contact.
    pub cases: BTreeMap<ContactId, CaseSummary>,
    /// The lists that have more cases than were told.
    more: BTreeMap<CaseList, Rest>,
    /// The clocks of cases, by contact.
    clocks: BTreeMap<ContactId, Vec<Clock>>,
    /// The agents who have been at the desk, by name.
    pub team: Vec<Teammate>,
    /// The case on the screen.
    pub open: Option<OpenCase>,
    /// Whether somebody is looking at the open case: the page is visible and shows it.
    pub watched: bool,
    /// Commands that are not settled, oldest first.
    pub outbox: Vec<Outgoing>,
    /// Payloads that could not be understood, newest first, and what became of those that somebody
    /// is looking at.
    pub quarantine: Vec<QuarantineEntry>,
    /// The bodies that were asked for, by entry.
    pub bodies: BTreeMap<u64, String>,
}

/// What follows from an event or an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// A command goes to the edge.
    Send(AgentCommand),
    /// A case has begun to wait for a human.
    CaseWaits(ContactId),
    /// There is news that is this agent's to see to.
    News(News),
    /// Something was refused that no message on the screen stands for.
    Refused(Refusal),
    /// Hello was refused: it is said again in so many seconds, if it still has no answer.
    GreetIn(u32),
    /// Cases were asked for and refused: they are asked for again in so many seconds.
    ListIn(u32),
    /// The edge is about to close the socket, and why.
    Bye(Refusal, Option<u32>),
}

impl DeskState {
    /// Takes an event of the edge.
    #[expect(clippy::too_many_lines, reason = "one short arm an event")]
    pub fn apply(&mut self, event: AgentEvent, now: Timestamp) -> Vec<Effect> {
        match event {
            AgentEvent::Welcome {
                site_name,
                agent,
                cases,
                more,
                clocks,
                quarantine,
                team,
                ..
            } => {
                self.loaded = true;
                self.greeted = true;
                self.site_name = site_name;
                self.me = Some(agent);
                self.cases = cases
                    .into_iter()
                    .map(|case| (case.contact.clone(), case))
                    .collect();
                self.clocks.clear();
                self.take_clocks(clocks);
                self.quarantine = quarantine;
                self.team = team;
                self.more = more.into_iter().map(Rest::after).collect();
                let mut effects = self.resume(now);
                effects.extend(self.ask_for_live_cases());
                effects
            }
            AgentEvent::CasesListed {
                list,
                cases,
                clocks,
                more,
            } => self.cases_listed(list, cases, clocks, more),
            AgentEvent::CaseChanged { case } => self.case_changed(case),
            AgentEvent::TeamChanged { team } => {
                self.team = team;
                Vec::new()
            }
            AgentEvent::ClocksChanged { contact, clocks } => {
                self.clocks_changed(contact, clocks);
                Vec::new()
            }
            AgentEvent::ClockOver { contact, clock } => {
                news(contact, NewsKind::ClockOver(clock.kind))
            }
            AgentEvent::CaseGiven { contact, vip } => news(contact, NewsKind::Given { vip }),
            AgentEvent::PromiseDue { contact, promise } => {
                news(contact, NewsKind::PromiseDue(promise.kind))
            }
            AgentEvent::PromiseBroken { contact, promise } => {
                news(contact, NewsKind::PromiseBroken(promise.kind))
            }
            AgentEvent::RedressShown {
                contact,
                authority,
                guides,
            } => self.redress_shown(&contact, authority, guides),
            AgentEvent::RedressAsked { contact, redress }
            | AgentEvent::RedressAnswered { contact, redress } => redress::told(contact, &redress),
            AgentEvent::CaseGone {
                contact,
                goes_on_as,
            } => self.case_gone(&contact, goes_on_as),
            AgentEvent::CaseOpened {
                contact,
                dossier,
                present,
                events,
                head,
            } => {
                let opened =
                    CaseContent::new(contact, dossier.map(|it| *it), present, events, head);
                self.case_opened(opened)
            }
            AgentEvent::CaseWatched { contact, by } => self.case_watched(&contact, by),
            AgentEvent::CaseEvents { contact, events } => self.case_events(&contact, events),
            AgentEvent::ShopperRead { contact, upto } => {
                if let Some(case) = self.content_mut(&contact) {
                    case.present.read_upto = case.present.read_upto.max(upto);
                }
                Vec::new()
            }
            AgentEvent::ShopperTyping { contact } => {
                if let Some(case) = self.content_mut(&contact) {
                    case.typing_until = Some(now.plus_millis(TYPING_HOLDS_MILLIS));
                }
                Vec::new()
            }
            AgentEvent::Acked { cid, seq } => {
                self.acked(&cid, seq);
                Vec::new()
            }
            AgentEvent::Refused {
                cid: Some(cid),
                code,
                ..
            } => self.refused(&cid, code),
            AgentEvent::Refused {
                cid: None,
                retry_after,
                ..
            } if !self.greeted => vec![Effect::GreetIn(retry_after.unwrap_or(1))],
            AgentEvent::Refused {
                cid: None,
                code: Refusal::TooFast | Refusal::Unavailable,
                retry_after,
            } if self.is_asking_for_cases() => self.ask_later(retry_after),
            AgentEvent::Refused {
                cid: None, code, ..
            } => self.refused_without_name(code),
            AgentEvent::QuarantineAdded { entry } | AgentEvent::QuarantineChanged { entry } => {
                self.keep_entry(entry);
                Vec::new()
            }
            AgentEvent::Quarantined { entry, body } => {
                self.bodies.insert(entry.id, body);
                self.keep_entry(entry);
                Vec::new()
            }
            AgentEvent::StillThere => vec![Effect::Send(AgentCommand::Got)],
            AgentEvent::Bye { code, retry_after } => vec![Effect::Bye(code, retry_after)],
        }
    }

    /// Opens a case, leaving the one that is open.
    pub fn open_case(&mut self, contact: ContactId) -> Vec<Effect> {
        if self
            .open
            .as_ref()
            .is_some_and(|open| open.contact() == &contact)
        {
            return Vec::new();
        }
        let mut effects = self.leave_case();
        self.open = Some(OpenCase::Loading {
            contact: contact.clone(),
        });
        effects.push(Effect::Send(AgentCommand::OpenCase { contact }));
        effects
    }

    /// Leaves the open case, if there is one.
    pub fn leave_case(&mut self) -> Vec<Effect> {
        let Some(left) = self.open.take() else {
            return Vec::new();
        };
        vec![Effect::Send(AgentCommand::LeaveCase {
            contact: left.contact().clone(),
        })]
    }

    /// Says whether somebody is looking at the open case.
    pub fn set_watched(&mut self, watched: bool) -> Vec<Effect> {
        self.watched = watched;
        self.mark_read()
    }

    /// Asks for the page before the oldest event of the open case.
    pub fn fetch_earlier(&mut self) -> Vec<Effect> {
        self.content()
            .and_then(CaseContent::page_before)
            .map_or_else(Vec::new, |page| vec![Effect::Send(page)])
    }

    /// The open case, once its events are there.
    pub fn content(&self) -> Option<&CaseContent> {
        match &self.open {
            Some(OpenCase::Ready(content)) => Some(content),
            _ => None,
        }
    }

    /// Whether the open case is held by the agent who is signed in.
    pub fn open_case_is_mine(&self) -> bool {
        let holder = self.content().and_then(|case| case.present.state.holder());
        holder.is_some_and(|holder| self.is_me(holder))
    }

    fn content_mut(&mut self, contact: &ContactId) -> Option<&mut CaseContent> {
        match &mut self.open {
            Some(OpenCase::Ready(content)) if &content.contact == contact => Some(content),
            _ => None,
        }
    }

    /// After a connection: the open case again, then whatever was not answered.
    fn resume(&mut self, now: Timestamp) -> Vec<Effect> {
        let reopen = self.open.as_ref().map(|open| AgentCommand::OpenCase {
            contact: open.contact().clone(),
        });
        reopen
            .into_iter()
            .chain(self.unanswered(now))
            .map(Effect::Send)
            .collect()
    }

    fn case_opened(&mut self, opened: CaseContent) -> Vec<Effect> {
        let Some(open) = &mut self.open else {
            return Vec::new();
        };
        if open.contact() != &opened.contact {
            return Vec::new();
        }
        let merged = match std::mem::replace(
            open,
            OpenCase::Missing {
                contact: opened.contact.clone(),
            },
        ) {
            OpenCase::Ready(before) => before.reopened(opened),
            OpenCase::Loading { .. } | OpenCase::Missing { .. } => opened,
        };
        *open = OpenCase::Ready(Box::new(merged));
        self.settle_outbox();
        self.mark_read()
    }

    fn case_events(
        &mut self,
        contact: &ContactId,
        events: Vec<shared::protocol::widget::Event>,
    ) -> Vec<Effect> {
        let Some(case) = self.content_mut(contact) else {
            return Vec::new();
        };
        let last = case.last_seq();
        let handed_off = events
            .iter()
            .any(|event| event.seq > last && is_handoff(&event.fact));
        let redressed = events
            .iter()
            .any(|event| matches!(event.fact, Fact::Redress { .. }));
        let missing = case.take(events);
        self.settle_outbox();
        let mut effects: Vec<_> = missing.into_iter().map(Effect::Send).collect();
        if handed_off {
            // A handoff freezes a new dossier, which only an opening brings.
            let contact = contact.clone();
            effects.push(Effect::Send(AgentCommand::OpenCase { contact }));
        }
        if redressed {
            effects.extend(self.refresh_redress());
        }
        effects.extend(self.mark_read());
        effects
    }

    fn mark_read(&mut self) -> Vec<Effect> {
        if !self.watched {
            return Vec::new();
        }
        let Some(OpenCase::Ready(case)) = &mut self.open else {
            return Vec::new();
        };
        if case.told_read_upto >= case.last_seq() {
            return Vec::new();
        }
        case.told_read_upto = case.last_seq();
        let (contact, upto) = (case.contact.clone(), case.told_read_upto);
        vec![Effect::Send(AgentCommand::ReadCase { contact, upto })]
    }

    /// A refusal that names no command: the case that is being opened is the likeliest cause.
    fn refused_without_name(&mut self, code: Refusal) -> Vec<Effect> {
        match &self.open {
            Some(OpenCase::Loading { contact }) if code == Refusal::NotFound => {
                self.open = Some(OpenCase::Missing {
                    contact: contact.clone(),
                });
                Vec::new()
            }
            _ => vec![Effect::Refused(code)],
        }
    }
}

fn is_handoff(fact: &Fact) -> bool {
    let Fact::StateChanged { state } = fact else {
        return false;
    };
    matches!(state, ConversationState::Queued { .. })
}
