//! A shopper who answers with one touch.

use shared::protocol::widget::{ChoiceId, Message, ShopperCommand};

use crate::shopper::{Shopper, new_cid};

impl Shopper {
    /// Takes a choice that is about no parcel, and waits for the acknowledgement; answers the
    /// event's number.
    pub async fn choose(&mut self, choice: ChoiceId) -> u64 {
        let cid = new_cid();
        let command = ShopperCommand::Choose {
            cid: cid.clone(),
            choice,
            about: None,
        };
        self.tell(&command).await;
        self.acked(&cid).await
    }
}

/// Whether a message offers a choice.
pub fn offers(said: &Message, choice: ChoiceId) -> bool {
    said.choices.iter().any(|offered| offered.id == choice)
}
