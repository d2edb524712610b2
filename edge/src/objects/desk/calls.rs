//! What contacts and the Worker ask of a desk.

use shared::protocol::desk::{AgentEvent, CaseSummary};
use shared::protocol::widget::{ConversationState, Event};
use shared::routing::{expected_minutes, places};
use worker::{Response, Result, console_error};

use super::super::reply;
use super::Inner;
use crate::auth::token_hash;
use crate::bindings;
use crate::calls::{ContactCall, DeskCall, SyncReply};
use crate::clock::now;
use crate::sites;
use crate::store::desk::Quarantine;

/// How many of those who wait hear of their place when the queue moves.
const MAX_ANNOUNCED: usize = 50;

impl Inner {
    /// Answers a call. Says whether the queue moved.
    pub(super) fn answer(&self, call: DeskCall) -> Result<(Response, bool)> {
        match call {
            DeskCall::Sync { case, events } => {
                let moved = self.take_summary(&case)?;
                Ok((reply(&self.sync_reply(&case, events)?)?, moved))
            }
            DeskCall::ShopperRead { contact, upto } => {
                let frame = AgentEvent::ShopperRead {
                    contact: contact.clone(),
                    upto,
                };
                self.to_watchers(&contact, &frame);
                Ok((reply(&())?, false))
            }
            DeskCall::ShopperTyping { contact } => {
                let frame = AgentEvent::ShopperTyping {
                    contact: contact.clone(),
                };
                self.to_watchers(&contact, &frame);
                Ok((reply(&())?, false))
            }
            DeskCall::Quarantine {
                source,
                topic,
                problem,
                headers,
                body,
            } => {
                self.quarantine(&Quarantine {
                    source: &source,
                    topic: topic.as_deref(),
                    problem,
                    digest: &token_hash(&format!("{source}\n{body}")),
                    headers: &headers,
                    body: &body,
                })?;
                Ok((reply(&())?, false))
            }
            DeskCall::Forget {
                contact,
                goes_on_as,
            } => {
                let known = self.store.case(&contact)?;
                self.store.forget_case(&contact)?;
                self.to_all(&AgentEvent::CaseGone {
                    contact,
                    goes_on_as,
                });
                Ok((reply(&())?, known.is_some_and(|case| waits(&case))))
            }
            DeskCall::EndSession { session, at } => {
                self.end_session(&session, at)?;
                Ok((reply(&())?, true))
            }
            DeskCall::EndAgent { agent, at } => {
                self.end_agent(&agent, at)?;
                Ok((reply(&())?, true))
            }
            DeskCall::UsualWait => Ok((reply(&self.usual_wait()?)?, false)),
            DeskCall::SettingsChanged => {
                sites::forget(&self.site);
                Ok((reply(&())?, true))
            }
            DeskCall::SetProfile { agent, profile } => {
                self.store.set_profile(&agent, &profile)?;
                Ok((reply(&())?, true))
            }
        }
    }

    /// Keeps and shows a summary unless a newer one is known. Says whether the queue moved, or an
    /// agent has more room.
    pub(super) fn take_summary(&self, case: &CaseSummary) -> Result<bool> {
        let known = self.store.case(&case.contact)?;
        if known
            .as_ref()
            .is_some_and(|known| known.head > case.head || known == case)
        {
            return Ok(false);
        }
        let clocked = |case: &CaseSummary| (case.service.clone(), case.promises.clone());
        let is_clocked_anew = known.as_ref().map(clocked) != Some(clocked(case));
        self.store.sql.transaction(|| {
            self.store.save_case(case, now().0)?;
            if is_clocked_anew {
                self.keep_clocks(case)?;
            }
            Ok(())
        })?;
        self.to_all(&AgentEvent::CaseChanged { case: case.clone() });
        self.tell_broken(known.as_ref(), case);
        self.tell_approvals(known.as_ref(), case);
        // What is promised sets the alarm of a round, as what waits does.
        let due = |case: &CaseSummary| (waits(case), is_held(case), case.promises.len());
        Ok(known.map_or((false, false, 0), |known| due(&known)) != due(case))
    }

    fn sync_reply(&self, case: &CaseSummary, events: Vec<Event>) -> Result<SyncReply> {
        let watched = self.watched(&case.contact);
        if watched && !events.is_empty() {
            let contact = case.contact.clone();
            self.to_watchers(&case.contact, &AgentEvent::CaseEvents { contact, events });
        }
        let place = self.place_of(case)?;
        let wait_minutes = match place {
            Some(place) => self.expected_wait()?(place),
            None => None,
        };
        Ok(SyncReply {
            watched,
            place,
            agents: self.agents(),
            wait_minutes,
        })
    }

    fn place_of(&self, case: &CaseSummary) -> Result<Option<u32>> {
        let ConversationState::Queued { since } = case.state else {
            return Ok(None);
        };
        let vip = !case.triage.vip.is_empty();
        self.store.place(vip, since, &case.contact).map(Some)
    }

    fn agents(&self) -> u32 {
        u32::try_from(self.present().len()).unwrap_or(u32::MAX)
    }

    /// What is to be expected at a place of the queue, in minutes, as of now.
    fn expected_wait(&self) -> Result<impl Fn(u32) -> Option<u32> + use<>> {
        let present = self.present();
        let slots = self
            .store
            .team()?
            .iter()
            .filter(|member| present.contains(&member.agent.id))
            .map(|member| u32::from(member.profile.capacity))
            .sum();
        let handled = self.store.handled(now().0)?;
        Ok(move |place| expected_minutes(place, slots, &handled))
    }

    /// What is to be expected at the end of the queue.
    fn usual_wait(&self) -> Result<Option<u32>> {
        let last = self.store.count_waiting()?;
        Ok(self.expected_wait()?(last.saturating_add(1)))
    }

    /// Tells those who wait where they are. While a round is under way, further moves of the queue
    /// ask for one more round, however many they are.
    pub(super) async fn announce_places(&self) -> Result<()> {
        self.places_moved.set(true);
        if self.announcing.replace(true) {
            return Ok(());
        }
        let mut outcome = Ok(());
        while outcome.is_ok() && self.places_moved.replace(false) {
            outcome = self.announce_once().await;
        }
        self.announcing.set(false);
        outcome
    }

    async fn announce_once(&self) -> Result<()> {
        let agents = self.agents();
        let expected_wait = self.expected_wait()?;
        let waiting = self.store.waiting()?;
        for (case, place) in places(&waiting).into_iter().take(MAX_ANNOUNCED) {
            let call = ContactCall::QueuePlace {
                place,
                agents,
                wait_minutes: expected_wait(place),
            };
            let contact = bindings::contact(&self.env, &self.site, &case.contact)?;
            if let Err(error) = contact.call::<()>(&call).await {
                console_error!("a place could not be told: {error}");
            }
        }
        Ok(())
    }
}

fn waits(case: &CaseSummary) -> bool {
    matches!(case.state, ConversationState::Queued { .. })
}

/// Whether a case takes up an agent's room.
fn is_held(case: &CaseSummary) -> bool {
    matches!(case.state, ConversationState::Open { .. })
}
