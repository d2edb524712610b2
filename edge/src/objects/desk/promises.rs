//! Promises at the desk: whoever made one is reminded on its day, and leads hear of a broken one.
//! What is promised, kept and broken is the contact's.

use shared::conversation::{Term, TimedPledge};
use shared::ids::ContactId;
use shared::protocol::Refusal;
use shared::protocol::desk::{AgentEvent, CaseSummary};
use shared::protocol::promise::{Pledge, Promise};
use shared::protocol::staff::Role;
use worker::Result;

use super::Inner;
use crate::clock::now;
use crate::sites;

impl Inner {
    /// A pledge with the time at which its day is over at the shop; refused for a day that the
    /// calendar lacks.
    pub(super) async fn timed(
        &self,
        pledge: Option<Pledge>,
    ) -> Result<std::result::Result<Option<TimedPledge>, Refusal>> {
        let Some(Pledge { kind, by }) = pledge else {
            return Ok(Ok(None));
        };
        let site = sites::load(&self.env, &self.site).await?;
        let term = site.and_then(|site| Term::of(by, site.zone));
        Ok(term
            .map(|term| Some(TimedPledge { kind, term }))
            .ok_or(Refusal::OutOfPlace))
    }

    /// Tells leads and owners of promises that a summary tells to be broken, and the one before
    /// did not.
    pub(super) fn tell_broken(&self, known: Option<&CaseSummary>, case: &CaseSummary) {
        let was_broken = |promise: &Promise| {
            known.is_some_and(|known| {
                let mut promises = known.promises.iter();
                promises.any(|it| it.id == promise.id && it.is_broken())
            })
        };
        for promise in &case.promises {
            if !promise.is_broken() || was_broken(promise) {
                continue;
            }
            let frame = AgentEvent::PromiseBroken {
                contact: case.contact.clone(),
                promise: promise.clone(),
            };
            self.to_some(&frame, |seat| {
                seat.upgrade.role >= Role::Lead || owns(promise, &seat.upgrade.agent.id)
            });
        }
    }

    /// Reminds of the promises whose day has come: their owners, and everybody of those that
    /// nobody made by name.
    pub(super) fn remind(&self) -> Result<()> {
        for (contact, id) in self.store.due_reminders(now().0)? {
            if let Some(promise) = self.promise(&contact, id)? {
                let frame = AgentEvent::PromiseDue {
                    contact: contact.clone(),
                    promise: promise.clone(),
                };
                self.to_some(&frame, |seat| {
                    promise.owner.is_none() || owns(&promise, &seat.upgrade.agent.id)
                });
            }
            self.store.note_reminded(&contact, id)?;
        }
        Ok(())
    }

    fn promise(&self, contact: &ContactId, id: u64) -> Result<Option<Promise>> {
        let case = self.store.case(contact)?;
        Ok(case.and_then(|case| case.promises.into_iter().find(|promise| promise.id == id)))
    }
}

fn owns(promise: &Promise, agent: &shared::ids::AgentId) -> bool {
    promise
        .owner
        .as_ref()
        .is_some_and(|owner| owner.id == *agent)
}
