//! What may be done with the open case beside answering it, and who else is looking at it. The edge
//! decides again.

use shared::ids::ContactId;
use shared::protocol::widget::{AgentName, ConversationState};
use shared::routing::{Presence, Teammate};

use super::{DeskState, Effect};

/// What the screen offers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Offers {
    /// Whether the case may be taken.
    pub take: bool,
    /// Whether it may be set aside, or given back to the queue.
    pub put_down: bool,
    /// Whether it was set aside and may be picked up before its time.
    pub pick_up: bool,
    /// To whom it may be given: those who are there first, then by name.
    pub give_to: Vec<Teammate>,
}

impl DeskState {
    /// What may be done with the open case.
    pub fn offers(&self) -> Offers {
        let Some(case) = self.content() else {
            return Offers::default();
        };
        let state = &case.present.state;
        let mine = self.open_case_is_mine();
        let within_reach = state
            .holder()
            .is_none_or(|holder| self.may_take_from(holder));
        Offers {
            take: !mine && within_reach,
            put_down: mine && matches!(state, ConversationState::Open { .. }),
            pick_up: mine && matches!(state, ConversationState::Snoozed { .. }),
            give_to: if within_reach && *state != ConversationState::Resolved {
                self.others_than(state.holder())
            } else {
                Vec::new()
            },
        }
    }

    /// The agent who is signed in, as the team sees one.
    pub fn my_seat(&self) -> Option<&Teammate> {
        let me = self.me.as_ref()?;
        self.team.iter().find(|mate| mate.agent.id == me.id)
    }

    /// Whether the agent who is signed in leads.
    pub fn i_lead(&self) -> bool {
        self.my_seat().is_some_and(|mate| mate.lead)
    }

    /// Who else has the open case open.
    pub fn others_here(&self) -> Vec<String> {
        let watchers = self.content().map_or(&[][..], |case| &case.watched_by);
        let others = watchers.iter().filter(|agent| !self.is_me(agent));
        others.map(|agent| agent.name.clone()).collect()
    }

    pub(super) fn case_watched(&mut self, contact: &ContactId, by: Vec<AgentName>) -> Vec<Effect> {
        if let Some(case) = self.content_mut(contact) {
            case.watched_by = by;
        }
        Vec::new()
    }

    /// One's own case, a lead any, and everyone that of a holder who is gone.
    fn may_take_from(&self, holder: &AgentName) -> bool {
        let seat = self.team.iter().find(|mate| mate.agent.id == holder.id);
        let is_there = seat.is_some_and(|mate| mate.presence != Presence::Away);
        self.is_me(holder) || self.i_lead() || !is_there
    }

    fn others_than(&self, holder: Option<&AgentName>) -> Vec<Teammate> {
        let is_other = |mate: &&Teammate| {
            !self.is_me(&mate.agent) && holder.is_none_or(|holder| holder.id != mate.agent.id)
        };
        let mut others: Vec<_> = self.team.iter().filter(is_other).cloned().collect();
        others.sort_by_key(|mate| mate.presence == Presence::Away);
        others
    }

    pub(super) fn is_me(&self, agent: &AgentName) -> bool {
        self.me.as_ref().is_some_and(|me| me.id == agent.id)
    }
}
