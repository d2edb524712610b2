//! What other objects and the Worker ask of a contact, and what a contact owes others.

use serde::{Deserialize, Serialize};
use shared::conversation::Input;
use shared::ids::{Cid, OrderKey};
use shared::language::Language;
use shared::protocol::desk::{Identity, Present};
use shared::protocol::promise::Promise;
use shared::protocol::widget::{AgentName, Event, ShopperEvent};
use shared::protocol::{FRESH_REPLAY, MAX_REPLAY, Refusal};
use shared::time::Timestamp;
use worker::{Response, Result};

use super::super::{outbox_drain, reply};
use super::Inner;
use crate::auth::same_text;
use crate::bindings;
use crate::calls::{ActReply, AgentAct, CaseReply, ContactCall, OrderCall};
use crate::clock::now;
use crate::directory;
use crate::store::{alarms, outbox};

/// What a contact owes beside what its desk must hear.
#[derive(Serialize, Deserialize)]
#[serde(tag = "effect", rename_all = "snake_case")]
pub(super) enum Effect {
    /// Its signed e-mail to the directory, and itself to the orders with that e-mail.
    MeetOrders { email: String },
    /// That it hears of an order no more, to that order.
    Leave { order: OrderKey },
    /// Its history to the contact that it goes on as.
    Move,
    /// A promise to the directory, as it stands.
    NotePromise { promise: Promise },
    /// The facts of the report to the directory, as they stand: those that the state holds, or all.
    NoteFacts { all: bool },
    /// To the directory that promises kept before a time, and facts from before it, are past.
    ForgetPast { before: Timestamp },
    /// What was said, to what is searched at the desk: the rest of it, or all of it anew.
    NoteTexts { anew: bool },
    /// Its erasure to the orders that it knows or that have its e-mail, the directory and the
    /// desk.
    Forget {
        receipt: String,
        orders: Vec<OrderKey>,
        email: Option<String>,
    },
}

impl Inner {
    /// Answers a call.
    pub(super) async fn answer(&self, call: ContactCall) -> Result<Response> {
        match call {
            ContactCall::OpenVisitor {
                secret_hash,
                new,
                language,
            } => reply(&self.open_visitor(&secret_hash, new, language)?),
            ContactCall::OpenVerified { identity, language } => {
                self.open_verified(identity, language).await?;
                reply(&())
            }
            ContactCall::HandOver { secret_hash, to } => {
                self.hand_over(&secret_hash, &to).await?;
                reply(&())
            }
            // One that was erased meanwhile takes nothing over.
            ContactCall::Adopt { .. } if self.store.is_erased()? => reply(&()),
            ContactCall::Adopt { handover } => {
                self.adopt(&handover)?;
                reply(&self.sync_desk().await?)
            }
            // Word that was on its way when the contact signed in, or was erased.
            ContactCall::TellOrder { .. } if self.has_moved() => reply(&self.pass_on(&call).await?),
            ContactCall::TellOrder { .. } if self.store.is_erased()? => reply(&()),
            ContactCall::TellOrder { order, notice } => {
                self.ensure_created(Language::default())?;
                // An order that is told has no command to be refused.
                let _ = self.apply(&Input::OrderTold { order, notice })?;
                reply(&())
            }
            ContactCall::ShowCase => {
                self.watched.set(true);
                reply(&self.show_case()?)
            }
            ContactCall::ShowRedress { zone } => {
                reply(&self.with(|loaded| loaded.state.guides(zone, now().0))?)
            }
            ContactCall::ShowFacts { agent, shop } => {
                let loaded = self.loaded.borrow();
                // A contact that nothing has happened to is no case.
                let facts = loaded
                    .as_ref()
                    .filter(|loaded| loaded.head > 0)
                    .map(|loaded| loaded.state.facts(&agent, Some(&shop)));
                reply(&facts)
            }
            ContactCall::LeaveCase => {
                self.watched.set(false);
                reply(&())
            }
            ContactCall::FetchEvents { after, limit } => {
                reply(&self.store.events_after(after, limit.min(MAX_REPLAY))?)
            }
            ContactCall::Act { .. } if self.has_moved() => {
                reply(&ActReply::Refused(Refusal::NotFound))
            }
            ContactCall::Act { cid, agent, act } => reply(&self.act(cid, agent, act)?),
            ContactCall::AgentRead { agent, upto } => {
                let _ = self.apply(&Input::AgentRead { agent, upto })?;
                let upto = self.with(|loaded| loaded.state.agent_read_upto)?;
                self.to_sockets(&ShopperEvent::AgentRead { upto });
                reply(&())
            }
            ContactCall::AgentTyping => {
                self.to_sockets(&ShopperEvent::AgentTyping);
                reply(&())
            }
            ContactCall::TellDirectory => {
                self.owe_directory()?;
                reply(&self.drain().await?)
            }
            ContactCall::Export => reply(&self.export()?),
            ContactCall::Erase { receipt } => {
                self.erase(receipt).await?;
                reply(&())
            }
            ContactCall::QueuePlace {
                place,
                agents,
                wait_minutes,
            } => {
                self.to_sockets(&ShopperEvent::QueuePlace {
                    place,
                    agents,
                    wait_minutes,
                });
                reply(&())
            }
        }
    }

    fn open_visitor(&self, secret_hash: &str, new: bool, language: Language) -> Result<bool> {
        if new {
            self.ensure_created(language)?;
            if self.store.secret_hash()?.is_none() {
                self.store.set_secret_hash(secret_hash)?;
                return Ok(true);
            }
        }
        // A contact without a secret, one that a shop has signed for, takes no visitor's token.
        Ok(self
            .store
            .secret_hash()?
            .is_some_and(|known| same_text(&known, secret_hash)))
    }

    async fn open_verified(&self, identity: Identity, language: Language) -> Result<()> {
        self.ensure_created(language)?;
        self.store.begin_anew()?;
        if let Identity::Verified {
            email: Some(email), ..
        } = &identity
        {
            self.owe_meeting(email)?;
        }
        let _ = self.apply(&Input::SignedIn(identity))?;
        if self.owes_effects.get() {
            outbox_drain::guard(&self.state).await?;
        }
        Ok(())
    }

    fn show_case(&self) -> Result<CaseReply> {
        let head = self.with(|loaded| loaded.head)?;
        let after = head.saturating_sub(u64::from(FRESH_REPLAY));
        let events: Vec<Event> = self.store.events_after(after, FRESH_REPLAY)?;
        self.with(|loaded| CaseReply {
            dossier: loaded.state.dossier.clone(),
            present: Present {
                identity: loaded.state.identity.clone(),
                language: loaded.state.language,
                state: loaded.state.public(),
                request: loaded.state.request.clone(),
                redress: loaded.state.redress.clone(),
                promises: loaded.state.promises.clone(),
                orders: loaded.state.orders_latest_first(),
                read_upto: loaded.state.read_upto,
            },
            events,
            head,
        })
    }

    fn act(&self, cid: Cid, agent: AgentName, act: AgentAct) -> Result<ActReply> {
        let input = match act {
            AgentAct::Take { from } => Input::Taken { cid, agent, from },
            AgentAct::Give { to, from } => Input::Given {
                cid,
                agent,
                to,
                from,
            },
            AgentAct::Release => Input::Released { cid, agent },
            AgentAct::Snooze { until } => Input::Snoozed { cid, agent, until },
            AgentAct::Reply {
                text,
                promise,
                fills,
                today,
            } => Input::AgentSaid {
                cid,
                agent,
                text,
                promise,
                fills,
                today,
            },
            AgentAct::Keep { promise } => Input::PromiseKept {
                cid,
                agent,
                promise,
            },
            AgentAct::Redress {
                choice,
                authority,
                zone,
            } => Input::RedressChosen {
                cid,
                agent,
                authority,
                zone,
                choice,
            },
            AgentAct::AnswerRedress { redress, approved } => Input::RedressAnswered {
                cid,
                agent,
                redress,
                approved,
            },
            AgentAct::Note { text, mentions } => Input::Noted {
                cid,
                agent,
                text,
                mentions,
            },
            AgentAct::Label { label, on } => Input::Labeled {
                cid,
                agent,
                label,
                on,
            },
            AgentAct::Resolve => Input::AgentResolved { cid, agent },
        };
        match self.apply(&input)? {
            Ok(seq) => Ok(ActReply::Done {
                seq,
                case: Box::new(self.summary()?),
            }),
            Err(refusal) => Ok(ActReply::Refused(refusal)),
        }
    }

    /// Runs what the contact owes.
    pub(super) async fn drain(&self) -> Result<()> {
        if !self.owes_effects.get() {
            return Ok(());
        }
        let run = async |effect: &Effect| self.run(effect).await;
        let drained = outbox_drain::drain(&self.state, &self.store.sql, &self.draining, run).await;
        // The drain has moved the one alarm there is; what the desk is owed needs it too.
        self.guarded_until.set(0);
        let sql = &self.store.sql;
        let next = outbox::next_due(sql)?;
        let due = [alarms::next_due(sql)?, next].into_iter().flatten();
        self.due_at.set(due.min());
        // What is due later comes with the alarm.
        self.owes_effects
            .set(next.is_some_and(|due| due <= now().millis()));
        if self.owes_desk() {
            self.guard().await?;
        }
        drained
    }

    async fn run(&self, effect: &Effect) -> Result<()> {
        match effect {
            Effect::MeetOrders { email } => self.meet_orders(email).await,
            Effect::Leave { order } => self.leave_order(order).await,
            Effect::Move => self.move_on().await,
            // The one that it goes on as notes it.
            Effect::NotePromise { .. } if self.has_moved() => Ok(()),
            Effect::NoteFacts { .. } if self.has_moved() => Ok(()),
            Effect::NoteFacts { all } => self.note_facts(*all).await,
            Effect::ForgetPast { before } => {
                let (env, site, contact) = (&self.env, &self.site, &self.contact);
                directory::report::forget(env, site, contact, Some(*before)).await
            }
            Effect::NotePromise { promise } => {
                self.enroll().await?;
                directory::promises::note(&self.env, &self.site, &self.contact, promise).await
            }
            Effect::NoteTexts { .. } if self.has_moved() => Ok(()),
            Effect::NoteTexts { anew } => self.note_texts(*anew).await,
            Effect::Forget {
                receipt,
                orders,
                email,
            } => self.forget(receipt, orders, email.as_deref()).await,
        }
    }

    async fn meet_orders(&self, email: &str) -> Result<()> {
        self.enroll().await?;
        // Noted before it is asked: an order that comes in between finds the contact itself.
        directory::contacts::note(&self.env, &self.site, &self.contact, email).await?;
        for key in directory::orders::with_email(&self.env, &self.site, email).await? {
            let call = OrderCall::Bind {
                contact: self.contact.clone(),
                email: email.to_owned(),
            };
            bindings::order(&self.env, &self.site, &key)?
                .call::<()>(&call)
                .await?;
        }
        Ok(())
    }
}
