//! What can be done where something went wrong, as it is shown beside the open case.

use shared::ids::ContactId;
use shared::protocol::desk::AgentCommand;
use shared::redress::{Authority, Guide, Redress, RedressStanding};

use super::news::news;
use super::{DeskState, Effect, NewsKind};

/// What can be done, as the edge last told it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// What this agent may decide.
    pub authority: Authority,
    /// A guide for each parcel, those in trouble first.
    pub guides: Vec<Guide>,
}

impl DeskState {
    /// Asks what can be done in the open case; what was shown is put away.
    pub fn toggle_redress(&mut self) -> Vec<Effect> {
        let Some(super::OpenCase::Ready(case)) = &mut self.open else {
            return Vec::new();
        };
        if case.offered.take().is_some() {
            return Vec::new();
        }
        let contact = case.contact.clone();
        vec![Effect::Send(AgentCommand::ShowRedress { contact })]
    }

    /// What can be done in the open case, while it is shown.
    pub fn offered(&self) -> Option<&Offered> {
        self.content()?.offered.as_ref()
    }

    pub(super) fn redress_shown(
        &mut self,
        contact: &ContactId,
        authority: Authority,
        guides: Vec<Guide>,
    ) -> Vec<Effect> {
        if let Some(case) = self.content_mut(contact) {
            case.offered = Some(Offered { authority, guides });
        }
        Vec::new()
    }

    /// Whoever looks at what can be done sees what is left of it.
    pub(super) fn refresh_redress(&self) -> Option<Effect> {
        self.offered()?;
        let contact = self.content()?.contact.clone();
        Some(Effect::Send(AgentCommand::ShowRedress { contact }))
    }
}

impl super::CaseContent {
    /// Takes over what was chosen or answered.
    pub(super) fn know_redress(&mut self, redress: &Redress) {
        let known = &mut self.present.redress;
        match known.iter_mut().find(|known| known.id == redress.id) {
            Some(known) => known.clone_from(redress),
            None => known.push(redress.clone()),
        }
    }
}

/// A lead is asked, or has answered.
pub(super) fn told(contact: ContactId, redress: &Redress) -> Vec<Effect> {
    let remedy = redress.remedy;
    let kind = match redress.standing {
        RedressStanding::Asked => NewsKind::RedressAsked(remedy),
        RedressStanding::Approved { .. } => NewsKind::RedressApproved(remedy),
        RedressStanding::Declined { .. } => NewsKind::RedressDeclined(remedy),
        RedressStanding::Decided => return Vec::new(),
    };
    news(contact, kind)
}
