//! How a command is called, and whose case it is about.

use super::desk::AgentCommand;
use super::widget::ShopperCommand;
use crate::ids::{Cid, ContactId};

impl ShopperCommand {
    /// The name of a command; `None` for one that needs no answer.
    pub fn cid(&self) -> Option<&Cid> {
        match self {
            Self::Send { cid, .. }
            | Self::Choose { cid, .. }
            | Self::VerifyOrder { cid, .. }
            | Self::RequestHuman { cid } => Some(cid),
            Self::Hello { .. }
            | Self::Read { .. }
            | Self::Fetch { .. }
            | Self::Typing
            | Self::Got => None,
        }
    }
}

impl AgentCommand {
    /// The name of a command; `None` for one that needs no answer.
    pub fn cid(&self) -> Option<&Cid> {
        match self {
            Self::TakeCase { cid, .. }
            | Self::KeepPromise { cid, .. }
            | Self::ChooseRedress { cid, .. }
            | Self::AnswerRedress { cid, .. }
            | Self::GiveCase { cid, .. }
            | Self::ReleaseCase { cid, .. }
            | Self::SnoozeCase { cid, .. }
            | Self::Reply { cid, .. }
            | Self::AddNote { cid, .. }
            | Self::LabelCase { cid, .. }
            | Self::Resolve { cid, .. } => Some(cid),
            Self::Hello
            | Self::ListCases { .. }
            | Self::OpenCase { .. }
            | Self::LeaveCase { .. }
            | Self::FetchEvents { .. }
            | Self::SetReady { .. }
            | Self::ShowRedress { .. }
            | Self::ReadCase { .. }
            | Self::Typing { .. }
            | Self::Got
            | Self::ShowQuarantined { .. }
            | Self::ReplayQuarantined { .. }
            | Self::DiscardQuarantined { .. } => None,
        }
    }

    /// Whose case a command is about; `None` for one that is about no case.
    pub fn contact(&self) -> Option<&ContactId> {
        match self {
            Self::OpenCase { contact }
            | Self::LeaveCase { contact }
            | Self::FetchEvents { contact, .. }
            | Self::TakeCase { contact, .. }
            | Self::KeepPromise { contact, .. }
            | Self::ShowRedress { contact }
            | Self::ChooseRedress { contact, .. }
            | Self::AnswerRedress { contact, .. }
            | Self::GiveCase { contact, .. }
            | Self::ReleaseCase { contact, .. }
            | Self::SnoozeCase { contact, .. }
            | Self::Reply { contact, .. }
            | Self::AddNote { contact, .. }
            | Self::LabelCase { contact, .. }
            | Self::Resolve { contact, .. }
            | Self::ReadCase { contact, .. }
            | Self::Typing { contact } => Some(contact),
            Self::Hello
            | Self::ListCases { .. }
            | Self::SetReady { .. }
            | Self::Got
            | Self::ShowQuarantined { .. }
            | Self::ReplayQuarantined { .. }
            | Self::DiscardQuarantined { .. } => None,
        }
    }
}
