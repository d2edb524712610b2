//! What agents do with cases. A case is only reached through this site's own list, so an id of
//! another site, or of nobody, is just not found.

use shared::ids::{AgentId, Cid, ContactId};
use shared::protocol::desk::AgentEvent;
use shared::protocol::staff::Role;
use shared::protocol::widget::{AgentName, Event};
use shared::protocol::{MAX_REPLAY, Refusal};
use worker::{Result, WebSocket};

use super::super::socket::send;
use super::frames::refuse;
use super::{Inner, Seat};
use crate::bindings::{self, ContactHandle};
use crate::calls::{ActReply, AgentAct, CaseReply, ContactCall};

/// How many cases an agent may have open at once; opening one more closes the oldest. It keeps
/// a socket's attachment far below the platform's limit.
const MAX_WATCHED: usize = 64;

impl Inner {
    /// Shows a case, and its events from now on.
    pub(super) async fn open_case(
        &self,
        socket: &WebSocket,
        seat: &Seat,
        contact: ContactId,
    ) -> Result<()> {
        let Some(object) = self.asked_for(&contact, socket, None)? else {
            return Ok(());
        };
        // Watching begins before the case is read: an event in between comes twice, never not.
        let mut watching = seat.watching.clone();
        watching.retain(|watched| *watched != contact);
        watching.push(contact.clone());
        if watching.len() > MAX_WATCHED {
            watching.remove(0);
        }
        socket.serialize_attachment(Seat {
            watching,
            ..seat.clone()
        })?;
        let case: CaseReply = object.call(&ContactCall::ShowCase).await?;
        let opened = AgentEvent::CaseOpened {
            contact: contact.clone(),
            dossier: case.dossier.map(Box::new),
            present: case.present,
            events: case.events,
            head: case.head,
        };
        send(socket, &opened);
        self.tell_watchers(&contact);
        Ok(())
    }

    /// Stops showing a case's events.
    pub(super) async fn leave_case(
        &self,
        socket: &WebSocket,
        seat: &Seat,
        contact: &ContactId,
    ) -> Result<()> {
        let mut seat = seat.clone();
        seat.watching.retain(|watched| watched != contact);
        socket.serialize_attachment(seat)?;
        self.tell_watchers(contact);
        self.tell_unwatched(contact).await
    }

    /// A socket is gone: its cases may be watched by nobody now.
    pub(super) async fn leave_all(&self, socket: &WebSocket, seat: &Seat) -> Result<()> {
        socket.serialize_attachment(Seat {
            watching: Vec::new(),
            gone: true,
            ..seat.clone()
        })?;
        for contact in &seat.watching {
            self.tell_watchers(contact);
            self.tell_unwatched(contact).await?;
        }
        Ok(())
    }

    /// Tells those who have a case open who they are.
    fn tell_watchers(&self, contact: &ContactId) {
        let mut by: Vec<AgentName> = self
            .seats()
            .into_iter()
            .filter(|(_, seat)| seat.watching.contains(contact))
            .map(|(_, seat)| seat.upgrade.agent)
            .collect();
        by.sort_by(|a, b| (&a.name, &a.id).cmp(&(&b.name, &b.id)));
        by.dedup();
        let watched = AgentEvent::CaseWatched {
            contact: contact.clone(),
            by,
        };
        self.to_watchers(contact, &watched);
    }

    async fn tell_unwatched(&self, contact: &ContactId) -> Result<()> {
        if self.watched(contact) {
            return Ok(());
        }
        match self.known(contact)? {
            Some(object) => object.call(&ContactCall::LeaveCase).await,
            None => Ok(()),
        }
    }

    /// Sends a page of a case's events.
    pub(super) async fn fetch_events(
        &self,
        socket: &WebSocket,
        contact: ContactId,
        after: u64,
        limit: u32,
    ) -> Result<()> {
        let Some(object) = self.asked_for(&contact, socket, None)? else {
            return Ok(());
        };
        let call = ContactCall::FetchEvents {
            after,
            limit: limit.min(MAX_REPLAY),
        };
        let events: Vec<Event> = object.call(&call).await?;
        send(socket, &AgentEvent::CaseEvents { contact, events });
        Ok(())
    }

    /// An agent has read a case up to a number.
    pub(super) async fn read_case(
        &self,
        seat: &Seat,
        contact: &ContactId,
        upto: u64,
    ) -> Result<()> {
        let agent = seat.upgrade.agent.id.clone();
        match self.known(contact)? {
            Some(object) => object.call(&ContactCall::AgentRead { agent, upto }).await,
            None => Ok(()),
        }
    }

    /// An agent is typing.
    pub(super) async fn typing(&self, contact: &ContactId) -> Result<()> {
        match self.known(contact)? {
            Some(object) => object.call(&ContactCall::AgentTyping).await,
            None => Ok(()),
        }
    }

    /// Passes an act to the contact, which decides. Says whether the queue moved.
    pub(super) async fn act(
        &self,
        socket: &WebSocket,
        seat: &Seat,
        cid: Cid,
        contact: &ContactId,
        act: AgentAct,
    ) -> Result<bool> {
        let Some(object) = self.asked_for(contact, socket, Some(&cid))? else {
            return Ok(false);
        };
        let agent = seat.upgrade.agent.clone();
        match object
            .call(&ContactCall::Act {
                cid: cid.clone(),
                agent,
                act,
            })
            .await?
        {
            ActReply::Done { seq, case } => {
                let moved = self.take_summary(&case)?;
                send(socket, &AgentEvent::Acked { cid, seq });
                Ok(moved)
            }
            ActReply::Refused(code) => {
                refuse(socket, Some(cid), code, None);
                Ok(false)
            }
        }
    }

    /// The holder from whom an agent may take a case: leads may from any, and anyone may from one
    /// who is not there. The contact takes the case from this holder and no other, so that of two
    /// who take it at once the second is refused.
    pub(super) fn may_take_from(
        &self,
        seat: &Seat,
        contact: &ContactId,
    ) -> Result<Option<AgentId>> {
        let case = self.store.case(contact)?;
        let holder = case.and_then(|case| case.state.holder().map(|holder| holder.id.clone()));
        Ok(holder
            .filter(|holder| seat.upgrade.role >= Role::Lead || !self.present().contains(holder)))
    }

    /// Gives a case to another agent who has been at this desk.
    pub(super) async fn give_case(
        &self,
        socket: &WebSocket,
        seat: &Seat,
        cid: Cid,
        contact: &ContactId,
        to: &AgentId,
    ) -> Result<bool> {
        let Some(member) = self.store.member(to)? else {
            refuse(socket, Some(cid), Refusal::NotFound, None);
            return Ok(false);
        };
        let act = AgentAct::Give {
            to: member.agent,
            from: self.may_take_from(seat, contact)?,
        };
        self.act(socket, seat, cid, contact, act).await
    }

    /// Notes whether an agent is to be given cases.
    pub(super) fn set_ready(&self, seat: &Seat, ready: bool) -> Result<bool> {
        self.store.set_ready(&seat.upgrade.agent.id, ready)?;
        self.tell_team()?;
        Ok(ready)
    }

    /// The object of a contact that a socket asks for, which is told if this desk knows none.
    pub(super) fn asked_for(
        &self,
        contact: &ContactId,
        socket: &WebSocket,
        cid: Option<&Cid>,
    ) -> Result<Option<ContactHandle>> {
        let known = self.known(contact)?;
        if known.is_none() {
            refuse(socket, cid.cloned(), Refusal::NotFound, None);
        }
        Ok(known)
    }

    /// The object of a contact that this desk knows.
    fn known(&self, contact: &ContactId) -> Result<Option<ContactHandle>> {
        if self.store.case(contact)?.is_none() {
            return Ok(None);
        }
        bindings::contact(&self.env, &self.site, contact).map(Some)
    }
}
