//! Webhooks, signed as their source signs them.

use anyhow::{Context, Result, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use clap::ValueEnum;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::time::Duration;
use ureq::typestate::WithBody;
use ureq::{Agent, RequestBuilder};

use crate::target::Address;

/// How long a delivery may take before the run is given up.
const PATIENCE: Duration = Duration::from_secs(10);

/// What `xtask/bench/insert.mjs` checks signatures with.
const INSERT_SECRET: &str = "insert";

/// Who sends.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Source {
    /// Nobody: a bare request to a baseline
    Hello,
    /// The shop platform, to a baseline's one object
    Insert,
    /// The shop platform, to an object of a baseline's for each order
    InsertEach,
    /// The shop platform
    Shopify,
    /// A carrier
    Easypost,
}

/// Where one source delivers, and what signs.
pub struct Sender {
    source: Source,
    url: String,
    secret: String,
    agent: Agent,
}

/// A delivery that is ready to go.
pub struct Delivery {
    request: RequestBuilder<WithBody>,
    body: String,
}

impl Sender {
    /// The sender to a server.
    pub fn of(address: &Address, source: Source) -> Result<Self> {
        let (url, secret) = match source {
            Source::Hello => (format!("{}/hello", address.url), String::new()),
            Source::Insert | Source::InsertEach => {
                (format!("{}/orders", address.url), INSERT_SECRET.to_owned())
            }
            Source::Shopify => {
                let merchant = address.merchant()?;
                (merchant.hooks.shopify, merchant.webhook_secrets.shopify)
            }
            Source::Easypost => {
                let merchant = address.merchant()?;
                (merchant.hooks.easypost, merchant.webhook_secrets.easypost)
            }
        };
        let config = Agent::config_builder().timeout_global(Some(PATIENCE));
        Ok(Self {
            source,
            url,
            secret,
            agent: config.build().into(),
        })
    }

    /// A delivery of an order or a parcel with this number.
    pub fn delivery(&self, number: u64, body: String) -> Result<Delivery> {
        let request = match self.source {
            Source::Hello => self.agent.post(&self.url),
            Source::InsertEach => {
                let url = format!("{}/{number}", self.url);
                self.signed_by_shop(self.agent.post(url), number, &body)?
            }
            Source::Insert | Source::Shopify => {
                self.signed_by_shop(self.agent.post(&self.url), number, &body)?
            }
            Source::Easypost => {
                let tag = format!("hmac-sha256-hex={}", hex::encode(self.tag(&body)?));
                self.agent.post(&self.url).header("x-hmac-signature", tag)
            }
        };
        Ok(Delivery { request, body })
    }

    fn signed_by_shop(
        &self,
        request: RequestBuilder<WithBody>,
        number: u64,
        body: &str,
    ) -> Result<RequestBuilder<WithBody>> {
        Ok(request
            .header("x-shopify-topic", "orders/updated")
            .header("x-shopify-event-id", format!("load-{number}"))
            .header("x-shopify-hmac-sha256", STANDARD.encode(self.tag(body)?)))
    }

    fn tag(&self, body: &str) -> Result<Vec<u8>> {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.secret.as_bytes())
            .context("an HMAC takes a key of any length")?;
        mac.update(body.as_bytes());
        Ok(mac.finalize().into_bytes().to_vec())
    }
}

impl Delivery {
    /// Sends it and waits for the answer, which must be 200.
    pub fn post(self) -> Result<()> {
        let request = self.request.content_type("application/json");
        let mut response = request.send(self.body)?;
        if response.status() != 200 {
            bail!("a webhook was answered {}", response.status());
        }
        // Only a body that was read leaves its connection free for the next request.
        response.body_mut().read_to_vec()?;
        Ok(())
    }
}

/// A number that no earlier run on the same edge has come to.
pub fn first_number() -> Result<u64> {
    let since_1970 = std::time::UNIX_EPOCH.elapsed()?;
    u64::try_from(since_1970.as_micros()).context("the clock is far ahead")
}

#[cfg(test)]
mod tests {
    use shared::signature::{verify_easypost, verify_shopify};

    use super::*;

    /// The value of a header of a delivery.
    fn header(source: Source, body: &str, name: &str) -> String {
        let sender = Sender {
            source,
            url: "http://shop.example".to_owned(),
            secret: "hush".to_owned(),
            agent: Agent::new_with_defaults(),
        };
        let delivery = sender.delivery(7, body.to_owned()).unwrap();
        let headers = delivery.request.headers_ref().unwrap();
        headers[name].to_str().unwrap().to_owned()
    }

    #[test]
    fn signatures_are_those_of_their_source() {
        let body = r#"{"id":7}"#;
        for source in [Source::Insert, Source::InsertEach, Source::Shopify] {
            let tag = header(source, body, "x-shopify-hmac-sha256");
            assert!(verify_shopify("hush", body.as_bytes(), &tag));
        }
        let tag = header(Source::Easypost, body, "x-hmac-signature");
        assert!(verify_easypost("hush", body.as_bytes(), &tag));
    }
}
