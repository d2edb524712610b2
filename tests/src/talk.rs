//! A shopper who says a lot.

use shared::protocol::widget::ShopperCommand;

use crate::shopper::{Shopper, new_cid};

/// How many messages are sent before one is acknowledged.
const AT_ONCE: usize = 100;

impl Shopper {
    /// Says so many messages, each beginning with its number and a colon, and waits for the
    /// acknowledgements. The edge must take that many frames a second.
    pub async fn talk(&mut self, messages: usize) {
        let numbers: Vec<_> = (1..=messages).collect();
        for together in numbers.chunks(AT_ONCE) {
            let mut cids = Vec::with_capacity(AT_ONCE);
            for number in together {
                let cid = new_cid();
                let command = ShopperCommand::Send {
                    cid: cid.clone(),
                    text: format!("{number}: is the train on its way, will it be here in time?"),
                };
                self.tell(&command).await;
                cids.push(cid);
            }
            for cid in &cids {
                self.acked(cid).await;
            }
        }
    }
}
