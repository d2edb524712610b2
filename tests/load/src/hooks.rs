//! Signed webhooks, in a closed loop: every connection has one delivery on its way, always.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, anyhow, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use clap::ValueEnum;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::{Value, json};
use sha2::Sha256;
use ureq::Agent;

use crate::Span;
use crate::figures::{Counted, Figures};
use crate::process::Process;
use crate::target::Address;

/// How long a delivery may take before the run is given up.
const PATIENCE: Duration = Duration::from_secs(10);

/// Who sends.
#[derive(Clone, Copy, ValueEnum)]
pub enum Source {
    /// Nobody: a bare request to a baseline
    Hello,
    /// The shop platform: `orders/updated`, each of an order of its own
    Shopify,
    /// A carrier: `tracker.updated`, each of a parcel of its own
    Easypost,
}

/// Where one source delivers, and what signs.
struct Sender {
    source: Source,
    url: String,
    secret: String,
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
    let sender = Sender::of(address, source)?;
    let begins = Instant::now() + span.warm_up();
    let ends = begins + span.counted();
    let (latencies, before, after) = std::thread::scope(|scope| -> Result<_> {
        let posting = (0..connections).map(|_| scope.spawn(|| sender.post_until(begins, ends)));
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

impl Sender {
    fn of(address: &Address, source: Source) -> Result<Self> {
        let (url, secret) = match source {
            Source::Hello => (format!("{}/hello", address.url), String::new()),
            Source::Shopify => {
                let merchant = address.merchant()?;
                (merchant.hooks.shopify, merchant.webhook_secrets.shopify)
            }
            Source::Easypost => {
                let merchant = address.merchant()?;
                (merchant.hooks.easypost, merchant.webhook_secrets.easypost)
            }
        };
        // A later run on the same edge begins where no earlier one has been.
        let since_1970 = std::time::UNIX_EPOCH.elapsed()?;
        let first = u64::try_from(since_1970.as_micros()).context("the clock is far ahead")?;
        Ok(Self {
            source,
            url,
            secret,
            next: AtomicU64::new(first),
        })
    }

    fn post_until(&self, begins: Instant, ends: Instant) -> Result<Vec<Duration>> {
        let agent: Agent = Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .build()
            .into();
        let mut latencies = Vec::new();
        while Instant::now() < ends {
            let request = self.request(&agent)?;
            let sent = Instant::now();
            request()?;
            let back = Instant::now();
            if (begins..ends).contains(&back) {
                latencies.push(back - sent);
            }
        }
        Ok(latencies)
    }

    /// The next delivery, signed and ready to go: making it is not measured.
    fn request<'a>(&self, agent: &'a Agent) -> Result<Box<dyn FnOnce() -> Result<()> + 'a>> {
        let number = self.next.fetch_add(1, Ordering::Relaxed);
        let url = self.url.clone();
        let request = agent.post(&url);
        let (request, body) = match self.source {
            Source::Hello => (request, String::new()),
            Source::Shopify => {
                let body = order(number).to_string();
                let request = request
                    .header("x-shopify-topic", "orders/updated")
                    .header("x-shopify-event-id", format!("load-{number}"))
                    .header("x-shopify-hmac-sha256", STANDARD.encode(self.tag(&body)?));
                (request, body)
            }
            Source::Easypost => {
                let body = tracker(number).to_string();
                let tag = format!("hmac-sha256-hex={}", hex::encode(self.tag(&body)?));
                (request.header("x-hmac-signature", tag), body)
            }
        };
        Ok(Box::new(move || {
            let mut response = request.content_type("application/json").send(body)?;
            if response.status() != 200 {
                bail!("{url} answered {}", response.status());
            }
            // Only a body that was read leaves its connection free for the next request.
            response.body_mut().read_to_vec()?;
            Ok(())
        }))
    }

    fn tag(&self, body: &str) -> Result<Vec<u8>> {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.secret.as_bytes())
            .context("an HMAC takes a key of any length")?;
        mac.update(body.as_bytes());
        Ok(mac.finalize().into_bytes().to_vec())
    }
}

/// An order as a shop platform tells it, about as long as a real one with two lines.
fn order(number: u64) -> Value {
    let line = |id: u64, title: &str, price: &str| {
        json!({
            "id": number * 10 + id, "product_id": 7_700_000 + id, "variant_id": 8_800_000 + id,
            "title": title, "name": title, "sku": format!("JOUET-{id:04}"), "quantity": 1,
            "current_quantity": 1, "fulfillable_quantity": 1, "grams": 850, "price": price,
            "requires_shipping": true, "taxable": true, "fulfillment_status": null,
            "tax_lines": [{"title": "TVA", "rate": 0.2, "price": "5.00", "channel_liable": false}],
            "properties": [], "discount_allocations": [], "vendor": "Atelier des Rennes",
        })
    };
    let address = json!({
        "first_name": "Camille", "last_name": "Moreau", "address1": "12 rue des Lilas",
        "address2": null, "zip": "69003", "city": "Lyon", "country": "France",
        "country_code": "FR", "phone": null, "province": null, "latitude": 45.75, "longitude": 4.85,
    });
    json!({
        "id": number, "name": format!("#{number}"), "order_number": number,
        "email": format!("camille.{number}@exemple.fr"), "contact_email": null,
        "created_at": "2026-12-15T10:00:00+01:00", "updated_at": "2026-12-16T09:30:00+01:00",
        "cancelled_at": null, "closed_at": null, "currency": "EUR", "customer_locale": "fr-FR",
        "financial_status": "paid", "fulfillment_status": null, "note": null, "tags": "",
        "total_price": "59.80", "subtotal_price": "53.90", "total_tax": "9.97", "total_weight": 1700,
        "customer": {"id": number + 1, "first_name": "Camille", "last_name": "Moreau", "state": "enabled"},
        "billing_address": address, "shipping_address": address,
        "line_items": [line(1, "Petit train en bois", "34.90"), line(2, "Ours en peluche", "19.00")],
        "shipping_lines": [{"title": "Colissimo", "code": "colissimo", "price": "5.90"}],
        "fulfillments": [], "refunds": [], "discount_codes": [], "note_attributes": [],
    })
}

/// A parcel as a carrier's aggregator tells it, with three events.
fn tracker(number: u64) -> Value {
    let detail = |status: &str, message: &str, datetime: &str, city: &str| {
        json!({
            "object": "TrackingDetail", "status": status, "status_detail": null,
            "message": message, "description": null, "datetime": datetime, "source": "Colissimo",
            "tracking_location": {"object": "TrackingLocation", "city": city, "state": null,
                "country": "FR", "zip": null},
        })
    };
    json!({
        "id": format!("evt_{number}"), "object": "Event", "description": "tracker.updated",
        "mode": "production", "status": "pending", "previous_attributes": {"status": "pre_transit"},
        "result": {
            "id": format!("trk_{number}"), "object": "Tracker", "status": "in_transit",
            "tracking_code": format!("6A{number}"), "carrier": "Colissimo", "is_return": false,
            "est_delivery_date": "2026-12-19T00:00:00Z", "public_url": "https://track.example/parcel",
            "tracking_details": [
                detail("pre_transit", "Colis annoncé", "2026-12-16T08:00:00Z", "Lyon"),
                detail("in_transit", "Colis pris en charge", "2026-12-16T18:00:00Z", "Lyon"),
                detail("in_transit", "Colis en cours d'acheminement", "2026-12-17T04:00:00Z", "Corbas"),
            ],
        },
    })
}

#[cfg(test)]
mod tests {
    use shared::order::shopify;
    use shared::signature::{verify_easypost, verify_shopify};
    use shared::source::Delivery;
    use shared::tracking::easypost;

    use super::*;

    fn sender(source: Source) -> Sender {
        Sender {
            source,
            url: String::new(),
            secret: "hush".to_owned(),
            next: AtomicU64::new(1),
        }
    }

    #[test]
    fn an_order_is_one_that_the_edge_understands() {
        let body = order(7).to_string();
        let Ok(Delivery::Understood(update)) =
            shopify::parse("orders/updated", "delivery", body.as_bytes())
        else {
            panic!("an order that the edge would put aside");
        };
        assert_eq!(update.order_id, "7");
        assert_eq!(update.facts.unwrap().items.len(), 2);
        let tag = sender(Source::Shopify).tag(&body).unwrap();
        assert!(verify_shopify(
            "hush",
            body.as_bytes(),
            &STANDARD.encode(tag)
        ));
    }

    #[test]
    fn a_tracker_is_one_that_the_edge_understands() {
        let body = tracker(7).to_string();
        let Ok(Delivery::Understood(update)) = easypost::parse(body.as_bytes()) else {
            panic!("an event that the edge would put aside");
        };
        assert_eq!(update.events.len(), 3);
        let tag = hex::encode(sender(Source::Easypost).tag(&body).unwrap());
        let header = format!("hmac-sha256-hex={tag}");
        assert!(verify_easypost("hush", body.as_bytes(), &header));
    }
}
