//! From a carrier's webhook to the notice on an open socket.
//!
//! One buyer after the other has an open panel and proves an order, of whose parcel a carrier then
//! has news. The edge is at rest before the first of them, and the next is sent when the one before
//! was told: this is a delay, not a load.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use chrono::{DateTime, SecondsFormat, TimeDelta, Utc};
use shared::notice::NoticeKind;
use shared::protocol::widget::{Card, Fact, ShopperCommand, ShopperEvent};
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use crate::figures::Delays;
use crate::payloads::{Scan, email, shipped_order, tracker};
use crate::process::Process;
use crate::target::{Address, Socket, fresh_cid, next_text, send};
use crate::webhook::{Delivery, Sender, Source, first_number};

/// When an order was placed and sent off, in minutes ago.
const PLACED: i64 = 120;

/// What the carrier scans, and how many minutes ago.
const SCANS: [(&str, i64); 3] = [
    ("in_transit", 60),
    ("out_for_delivery", 1),
    ("delivered", 0),
];

/// After so many scans, the news: what happens at the door, which is told at any hour.
const NEWS: [(usize, NoticeKind); 2] =
    [(2, NoticeKind::OutForDelivery), (3, NoticeKind::Delivered)];

/// How long a notice may take before the run is given up.
const PATIENCE: Duration = Duration::from_secs(10);

/// An order and its parcel.
struct Purchase {
    number: u64,
    /// The instant from which minutes are counted back.
    now: DateTime<Utc>,
}

/// Has so many buyers told of all news.
pub async fn measure(address: &Address, buyers: usize, server: Process) -> Result<Delays> {
    let shop = Sender::of(address, Source::Shopify)?;
    let carrier = Sender::of(address, Source::Easypost)?;
    let mut delays = Vec::with_capacity(buyers * NEWS.len());
    for number in (first_number()?..).take(buyers) {
        let now = Utc::now();
        let purchase = Purchase { number, now };
        shop.delivery(number, purchase.order())?.post()?;
        // It is found by its number once the directory knows it.
        server.rest()?;
        let mut socket = purchase.open_panel(address).await?;
        server.rest()?;
        for (scanned, kind) in NEWS {
            let delivery = carrier.delivery(number, purchase.parcel(scanned))?;
            delays.push(delay(delivery, kind, &mut socket).await?);
        }
        socket.close(None).await?;
    }
    Ok(Delays::of(delays))
}

impl Purchase {
    /// What the shop says.
    fn order(&self) -> String {
        shipped_order(self.number, &self.minutes_ago(PLACED)).to_string()
    }

    /// What the carrier says after so many scans.
    fn parcel(&self, scanned: usize) -> String {
        let scan = |&(status, minutes): &(_, i64)| Scan {
            status,
            at: self.minutes_ago(minutes),
        };
        let scans: Vec<_> = SCANS[..scanned].iter().map(scan).collect();
        tracker(self.number, &scans).to_string()
    }

    /// A new visitor's panel, in which the order is shown.
    async fn open_panel(&self, address: &Address) -> Result<Socket> {
        let opened = address.open_room(1).await?;
        let mut socket = opened.into_iter().next().context("a room has a client")?;
        let command = ShopperCommand::VerifyOrder {
            cid: fresh_cid(),
            number: format!("#{}", self.number),
            proof: email(self.number),
        };
        send(&mut socket, &command).await?;
        let is_shown = |fact: &Fact| matches!(fact, Fact::Message(message) if matches!(message.card, Some(Card::Order { .. })));
        let shown = timeout(PATIENCE, wait_for(&mut socket, is_shown)).await;
        shown.context("an order was not shown")??;
        Ok(socket)
    }

    fn minutes_ago(&self, minutes: i64) -> String {
        let at = self.now - TimeDelta::minutes(minutes);
        at.to_rfc3339_opts(SecondsFormat::Secs, true)
    }
}

/// How long after a delivery was sent its notice came.
async fn delay(delivery: Delivery, kind: NoticeKind, socket: &mut Socket) -> Result<Duration> {
    let sent = Instant::now();
    let posted = spawn_blocking(|| delivery.post());
    let is_told = |fact: &Fact| matches!(fact, Fact::Notice { notice, .. } if *notice == kind);
    let told = timeout(PATIENCE, wait_for(socket, is_told)).await;
    let delay = sent.elapsed();
    posted.await??;
    told.with_context(|| format!("there was no notice `{}`", kind.name()))??;
    Ok(delay)
}

/// Reads frames until one brings such a fact.
async fn wait_for(socket: &mut Socket, fits: impl Fn(&Fact) -> bool) -> Result<()> {
    loop {
        let events = match serde_json::from_str(&next_text(socket).await?)? {
            ShopperEvent::Events { events, .. } | ShopperEvent::Acked { events, .. } => events,
            ShopperEvent::Refused { code, .. } => bail!("the edge refused a command: {code:?}"),
            _ => continue,
        };
        if events.iter().any(|event| fits(&event.fact)) {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use shared::source::Delivery;
    use shared::tracking::{Status, easypost};

    use super::*;

    #[test]
    fn news_are_the_newest_of_a_history() {
        let purchase = Purchase {
            number: 7,
            now: Utc::now(),
        };
        let statuses = [Status::OutForDelivery, Status::Delivered];
        for ((scanned, _), status) in NEWS.into_iter().zip(statuses) {
            let told = easypost::parse(purchase.parcel(scanned).as_bytes());
            let Ok(Delivery::Understood(update)) = told else {
                panic!("an event that the edge would put aside");
            };
            assert_eq!(update.events.len(), scanned);
            let newest = update.events.iter().max_by_key(|event| event.occurred_at);
            assert_eq!(newest.unwrap().status, status);
        }
    }
}
