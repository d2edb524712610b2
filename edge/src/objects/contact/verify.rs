//! Verifying an order by its number and its e-mail or postcode.
//!
//! The same look-up, the same calls and the same answer whether or not the order exists.

use shared::conversation::{Input, ProofResult};
use shared::ids::{Cid, OrderKey};
use shared::protocol::Refusal;
use shared::redact::redact_cards;
use shared::text::normalize_order_number;
use worker::{Result, WebSocket, console_error};

use super::Inner;
use super::frames::refuse;
use crate::bindings::{self, OrderHandle};
use crate::calls::{OrderCall, ProofReply};
use crate::clock::now;
use crate::directory::attempts::{self, Purpose};
use crate::directory::orders;

/// The longest order number and the longest proof that are looked at, in characters.
const MAX_FIELD_CHARS: usize = 200;

/// When to try again after a failure of ours, in seconds.
const UNAVAILABLE_SECONDS: u32 = 5;

/// What became of a look-up.
enum Checked {
    Proof(ProofResult),
    Locked(u32),
}

impl Inner {
    /// Takes a proof of an order.
    pub(super) async fn verify_order(
        &self,
        socket: &WebSocket,
        cid: Cid,
        number: &str,
        proof: &str,
    ) -> Result<()> {
        let wanted = normalize_order_number(number);
        if wanted.is_empty() || proof.trim().is_empty() {
            refuse(socket, &cid, Refusal::Empty, None);
            return Ok(());
        }
        if number.chars().count() > MAX_FIELD_CHARS || proof.chars().count() > MAX_FIELD_CHARS {
            refuse(socket, &cid, Refusal::TooLong, None);
            return Ok(());
        }
        // A repeated command is answered from the store and costs no try.
        let repeat = Input::ProofChecked {
            cid,
            number: wanted.clone(),
            result: ProofResult::Mismatched,
        };
        if self.repeated(&repeat)?.is_some() {
            return self.take_command(socket, &repeat);
        }
        let Input::ProofChecked { cid, .. } = repeat else {
            return Ok(());
        };
        match self.check(&wanted, proof).await {
            Ok(Checked::Proof(result)) => {
                let input = Input::ProofChecked {
                    cid,
                    number: wanted,
                    result,
                };
                self.take_command(socket, &input)
            }
            Ok(Checked::Locked(seconds)) => {
                refuse(socket, &cid, Refusal::Locked, Some(seconds));
                Ok(())
            }
            Err(error) => {
                console_error!("an order could not be looked up: {error}");
                refuse(
                    socket,
                    &cid,
                    Refusal::Unavailable,
                    Some(UNAVAILABLE_SECONDS),
                );
                Ok(())
            }
        }
    }

    async fn check(&self, number: &str, proof: &str) -> Result<Checked> {
        let proof_of = Purpose::OrderProof;
        // Whatever is typed may be a card number, and tries are kept by what was typed.
        let subject = redact_cards(number);
        let locked = attempts::count(&self.env, &self.site, proof_of, &subject, now()).await?;
        if let Some(seconds) = locked {
            return Ok(Checked::Locked(seconds));
        }
        let keys = orders::with_number(&self.env, &self.site, number).await?;
        for order in self.candidates(&keys)? {
            let call = OrderCall::CheckProof {
                proof: proof.to_owned(),
                contact: self.contact.clone(),
            };
            let reply: ProofReply = order.call(&call).await?;
            if let Some(order) = reply.order {
                attempts::take_back(&self.env, &self.site, proof_of, &subject).await?;
                let order = Box::new(order);
                return Ok(Checked::Proof(ProofResult::Matched {
                    order,
                    told: reply.told,
                }));
            }
        }
        Ok(Checked::Proof(ProofResult::Mismatched))
    }

    fn candidates(&self, keys: &[OrderKey]) -> Result<Vec<OrderHandle>> {
        if keys.is_empty() {
            return Ok(vec![bindings::decoy_order(&self.env, &self.site)?]);
        }
        keys.iter()
            .map(|key| bindings::order(&self.env, &self.site, key))
            .collect()
    }
}
