//! Signed webhooks, in a closed loop: every connection has one delivery on its way, always.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};

use crate::Span;
use crate::figures::{Counted, Figures};
use crate::payloads::{self, Scan};
use crate::process::Process;
use crate::target::Address;
use crate::webhook::{Sender, Source, first_number};

/// What a parcel has behind it: status and instant.
const SCANS: [(&str, &str); 3] = [
    ("pre_transit", "2026-12-16T08:00:00Z"),
    ("in_transit", "2026-12-16T18:00:00Z"),
    ("in_transit", "2026-12-17T04:00:00Z"),
];

/// One source under load.
struct Load<'a> {
    address: &'a Address,
    source: Source,
    next: AtomicU64,
}

/// Loads the source's address over so many connections.
pub fn measure(
    address: &Address,
    source: Source,
    connections: usize,
    span: Span,
    server: Process,
) -> Result<Figures> {
    let load = Load {
        address,
        source,
        next: AtomicU64::new(first_number()?),
    };
    let begins = Instant::now() + span.warm_up();
    let ends = begins + span.counted();
    let (latencies, before, after) = std::thread::scope(|scope| -> Result<_> {
        let posting = (0..connections).map(|_| scope.spawn(|| load.post_until(begins, ends)));
        let posting: Vec<_> = posting.collect();
        std::thread::sleep(begins.saturating_duration_since(Instant::now()));
        let before = (server.cpu()?, Process::this().cpu()?);
        std::thread::sleep(ends.saturating_duration_since(Instant::now()));
        let after = (server.cpu()?, Process::this().cpu()?);
        let latencies: Result<Vec<_>> = posting
            .into_iter()
            .map(|each| each.join().map_err(|_| anyhow!("a connection panicked"))?)
            .collect();
        Ok((latencies?.concat(), before, after))
    })?;
    server.rest()?;
    let counted = Counted {
        latencies,
        lasted: span.counted(),
        server_cpu: after.0.saturating_sub(before.0),
        client_cpu: after.1.saturating_sub(before.1),
    };
    Ok(counted.figures())
}

impl Load<'_> {
    fn post_until(&self, begins: Instant, ends: Instant) -> Result<Vec<Duration>> {
        // One a connection: a sender keeps its connection open.
        let sender = Sender::of(self.address, self.source)?;
        let mut latencies = Vec::new();
        while Instant::now() < ends {
            // Making a delivery is not measured.
            let number = self.next.fetch_add(1, Ordering::Relaxed);
            let delivery = sender.delivery(number, self.body(number))?;
            let sent = Instant::now();
            delivery.post()?;
            let back = Instant::now();
            if (begins..ends).contains(&back) {
                latencies.push(back - sent);
            }
        }
        Ok(latencies)
    }

    /// Each is about an order or a parcel of its own.
    fn body(&self, number: u64) -> String {
        match self.source {
            Source::Hello => String::new(),
            Source::Insert | Source::InsertEach | Source::Shopify => {
                payloads::order(number).to_string()
            }
            Source::Easypost => {
                let scans = SCANS.map(|(status, at)| Scan {
                    status,
                    at: at.to_owned(),
                });
                payloads::tracker(number, &scans).to_string()
            }
        }
    }
}
