//! What an order owes to others, and how it is done.

use serde::{Deserialize, Serialize};
use shared::ids::ContactId;
use shared::notice::Notice;
use shared::order::{Audience, OrderView, view};
use shared::protocol::parcels::RiskyParcel;
use shared::text::normalize_order_number;
use shared::watch::ParcelRisk;
use worker::Result;

use super::super::outbox_drain;
use super::Inner;
use crate::bindings;
use crate::calls::{ContactCall, Member, ParcelCall, RollCall};
use crate::clock::{Now, now};
use crate::directory;
use crate::store::order::Record;
use crate::store::outbox;

/// What an order owes.
#[derive(Serialize, Deserialize)]
#[serde(tag = "effect", rename_all = "snake_case")]
pub(super) enum Effect {
    /// Its place in the directory.
    Index {
        number: String,
        email: Option<String>,
    },
    /// By what it is found, to what is searched at the desk.
    NoteText,
    /// What links it to others of one household.
    NoteMarks,
    /// The contacts with its e-mail, signed by the shop.
    FindContacts { email: String },
    /// Its claim on a tracking number.
    ClaimParcel {
        number: String,
        carrier: Option<String>,
    },
    /// The parcels that are at risk, to the merchant's list.
    ListRisks,
    /// How it stands, to a contact.
    TellState { contact: ContactId },
    /// News, to a contact.
    TellNews {
        contact: ContactId,
        notice: Box<Notice>,
    },
}

impl Inner {
    /// Owes an effect.
    pub(super) fn owe(&self, name: &str, effect: &Effect, now: Now) -> Result<()> {
        outbox::push(&self.store.sql, name, effect, now)
    }

    /// Owes the directory an entry when the order's number or e-mail is new to it.
    pub(super) fn owe_index(&self, record: &mut Record, now: Now) -> Result<()> {
        let Some(facts) = &record.order.facts else {
            return Ok(());
        };
        let indexed = (normalize_order_number(&facts.number), facts.email.clone());
        if record.indexed.as_ref() == Some(&indexed) {
            return Ok(());
        }
        record.indexed = Some(indexed.clone());
        let (number, email) = indexed;
        let index = Effect::Index {
            number,
            email: email.clone(),
        };
        self.owe("index", &index, now)?;
        match email {
            Some(email) => self.owe("find", &Effect::FindContacts { email }, now),
            None => Ok(()),
        }
    }

    /// Owes the directory everything that it knows from this order.
    pub(super) fn owe_directory(&self) -> Result<()> {
        let now = now();
        self.store.sql.transaction(|| {
            let mut record = self.store.load()?;
            record.indexed = None;
            record.found_by = None;
            record.linked = None;
            self.owe_index(&mut record, now)?;
            self.owe_text(&mut record, now)?;
            self.owe_marks(&mut record, now)?;
            self.owe("risks", &Effect::ListRisks, now)?;
            self.store.save(&record)
        })
    }

    /// Owes a claim on every tracking number that is new.
    pub(super) fn owe_claims(&self, record: &mut Record, now: Now) -> Result<()> {
        for parcel in &record.order.parcels {
            if record.claimed.insert(parcel.number.clone()) {
                let effect = Effect::ClaimParcel {
                    number: parcel.number.clone(),
                    carrier: parcel.carrier.clone(),
                };
                self.owe(&format!("claim/{}", parcel.number), &effect, now)?;
            }
        }
        Ok(())
    }

    /// Owes the merchant's list its entries when they are new to it.
    pub(super) fn owe_risks(
        &self,
        record: &mut Record,
        risks: Vec<ParcelRisk>,
        now: Now,
    ) -> Result<()> {
        if record.risks == risks {
            return Ok(());
        }
        record.risks = risks;
        self.owe("risks", &Effect::ListRisks, now)
    }

    /// Runs what is owed.
    pub(super) async fn drain(&self) -> Result<()> {
        outbox_drain::drain(
            &self.state,
            &self.store.sql,
            &self.draining,
            async |effect: &Effect| self.run(effect).await,
        )
        .await
    }

    async fn run(&self, effect: &Effect) -> Result<()> {
        match effect {
            Effect::Index { number, email } => {
                let member = Member::Order(self.key.clone());
                bindings::roll(&self.env, &self.site)?
                    .call::<()>(&RollCall::Enter { member })
                    .await?;
                directory::orders::note(&self.env, &self.site, &self.key, number, email.as_deref())
                    .await
            }
            Effect::NoteText => self.note_text().await,
            Effect::NoteMarks => self.note_marks().await,
            Effect::FindContacts { email } => {
                let contacts = directory::contacts::with_email(&self.env, &self.site, email);
                for contact in contacts.await? {
                    self.bind(&contact, email)?;
                }
                Ok(())
            }
            Effect::ClaimParcel { number, carrier } => {
                let call = ParcelCall::Claim {
                    order: self.key.clone(),
                    carrier: carrier.clone(),
                };
                bindings::parcel(&self.env, &self.site, number)?
                    .call(&call)
                    .await
            }
            Effect::ListRisks => {
                let lines = self.risk_lines()?;
                directory::risks::list(&self.env, &self.site, &self.key, &lines, now()).await
            }
            Effect::TellState { contact } => {
                let record = self.store.load()?;
                let audience = self.store.audience(contact)?;
                match view(&self.key, &record.order, audience) {
                    Some(order) => self.tell_contact(contact, order, None).await,
                    None => Ok(()),
                }
            }
            Effect::TellNews { contact, notice } => {
                self.tell_contact(contact, notice.order.clone(), Some(notice.clone()))
                    .await
            }
        }
    }

    /// The order's lines in the merchant's list.
    fn risk_lines(&self) -> Result<Vec<RiskyParcel>> {
        let record = self.store.load()?;
        let Some(shown) = view(&self.key, &record.order, Audience::Other) else {
            return Ok(Vec::new());
        };
        let bound = self.store.contacts()?.into_iter().next();
        let contact = bound.map(|bound| bound.contact);
        let page = |parcel: &Option<String>| {
            let shown = shown
                .parcels
                .iter()
                .find(|shown| Some(&shown.number) == parcel.as_ref());
            shown.and_then(|shown| shown.url.clone())
        };
        let lines = record.risks.into_iter().map(|risk| RiskyParcel {
            order: self.key.clone(),
            number: shown.number.clone(),
            url: page(&risk.parcel),
            parcel: risk.parcel,
            carrier: risk.carrier,
            risk: risk.risk,
            since: risk.since,
            due: risk.due,
            promised: risk.promised,
            estimate: risk.estimate,
            contact: contact.clone(),
        });
        Ok(lines.collect())
    }

    async fn tell_contact(
        &self,
        contact: &ContactId,
        order: OrderView,
        notice: Option<Box<Notice>>,
    ) -> Result<()> {
        let call = ContactCall::TellOrder {
            order: Box::new(order),
            notice,
        };
        bindings::contact(&self.env, &self.site, contact)?
            .call(&call)
            .await
    }
}
