//! What is done where something went wrong: what an agent may decide, and what a lead is asked for.
//! What is chosen and answered is the contact's.

use shared::ids::{Cid, ContactId};
use shared::protocol::Refusal;
use shared::protocol::desk::{AgentEvent, CaseSummary};
use shared::protocol::staff::Role;
use shared::redress::{Authority, Guide, Redress, RedressChoice, RedressStanding};
use shared::season::Zone;
use shared::time::Day;
use worker::{Error, Result, WebSocket};

use super::super::socket::send;
use super::frames::refuse;
use super::{Inner, Seat};
use crate::calls::{AgentAct, ContactCall};
use crate::clock::now;
use crate::sites;

impl Inner {
    /// Shows what can be done for a shopper.
    pub(super) async fn show_redress(
        &self,
        socket: &WebSocket,
        seat: &Seat,
        contact: ContactId,
    ) -> Result<()> {
        let Some(object) = self.asked_for(&contact, socket, None)? else {
            return Ok(());
        };
        let zone = self.zone().await?;
        let guides: Vec<Guide> = object.call(&ContactCall::ShowRedress { zone }).await?;
        let shown = AgentEvent::RedressShown {
            contact,
            authority: self.authority(seat)?,
            guides,
        };
        send(socket, &shown);
        Ok(())
    }

    /// Passes a choice on, with what the agent may decide.
    pub(super) async fn choose_redress(
        &self,
        socket: &WebSocket,
        seat: &Seat,
        cid: Cid,
        contact: &ContactId,
        choice: RedressChoice,
    ) -> Result<bool> {
        let act = AgentAct::Redress {
            choice,
            authority: self.authority(seat)?,
            zone: self.zone().await?,
        };
        self.act(socket, seat, cid, contact, act).await
    }

    /// Passes a lead's answer on.
    pub(super) async fn answer_redress(
        &self,
        socket: &WebSocket,
        seat: &Seat,
        cid: Cid,
        contact: &ContactId,
        act: AgentAct,
    ) -> Result<bool> {
        if seat.upgrade.role < Role::Lead && self.store.case(contact)?.is_some() {
            refuse(socket, Some(cid), Refusal::Forbidden, None);
            return Ok(false);
        }
        self.act(socket, seat, cid, contact, act).await
    }

    /// Tells leads what they are asked for, and who asked what they answered.
    pub(super) fn tell_approvals(&self, known: Option<&CaseSummary>, case: &CaseSummary) {
        let is_new =
            |redress: &&Redress| known.is_none_or(|known| !known.approvals.contains(redress));
        for redress in case.approvals.iter().filter(is_new) {
            let contact = case.contact.clone();
            let redress = redress.clone();
            if redress.standing == RedressStanding::Asked {
                let frame = AgentEvent::RedressAsked { contact, redress };
                self.to_some(&frame, |seat| seat.upgrade.role >= Role::Lead);
            } else {
                let asker = redress.by.id.clone();
                let frame = AgentEvent::RedressAnswered { contact, redress };
                self.to_some(&frame, |seat| seat.upgrade.agent.id == asker);
            }
        }
    }

    /// What an agent may decide, by the role and the level that they have now.
    fn authority(&self, seat: &Seat) -> Result<Authority> {
        let member = self.store.member(&seat.upgrade.agent.id)?;
        let profile = member.map_or_else(|| seat.upgrade.profile.clone(), |it| it.profile);
        Ok(Authority::of(seat.upgrade.role, profile.level))
    }

    /// The day at the shop. No answer waits for a directory that is away: most shops are in the
    /// same zone.
    pub(super) async fn today(&self) -> Day {
        self.zone().await.unwrap_or_default().day_of(now().0)
    }

    async fn zone(&self) -> Result<Zone> {
        let site = sites::load(&self.env, &self.site).await?;
        site.map(|site| site.zone)
            .ok_or_else(|| Error::RustError("the site is gone".into()))
    }
}
