//! A webhook ready to be sent, and where it goes.

use std::collections::BTreeMap;

use super::order::Order;
use super::seal::{Header, Seal};
use crate::clock::Time;
use crate::config::DemoFile;

/// Where each source sends to, and what it signs with, by the source's name.
#[derive(Clone, Default)]
pub struct Hooks(BTreeMap<String, Hook>);

/// One address and its secret.
#[derive(Clone, Debug)]
pub struct Hook {
    /// The address.
    pub url: String,
    /// The shared secret.
    pub secret: String,
}

impl Hooks {
    /// Those of the demo file. A source without a secret can't speak.
    pub fn of(demo: &DemoFile) -> Self {
        let hooks = demo.hooks.iter().filter_map(|(source, url)| {
            let secret = demo.webhook_secrets.get(source)?.clone();
            let url = url.clone();
            Some((source.clone(), Hook { url, secret }))
        });
        Self(hooks.collect())
    }

    /// The hook of a source, if it has one.
    pub fn get(&self, source: &str) -> Option<&Hook> {
        self.0.get(source)
    }
}

/// A request that is signed when it leaves.
#[derive(Clone, Debug)]
pub struct Webhook {
    /// The number of the order that it speaks of.
    pub order: u32,
    /// Who seems to send it.
    pub source: &'static str,
    /// What it is about, in the source's words.
    pub topic: String,
    /// The step that it was sent for, for the log.
    pub news: &'static str,
    /// What is odd about it, for the log.
    pub oddity: Option<&'static str>,
    /// Where it goes, and what signs it.
    pub hook: Hook,
    /// How it is signed.
    pub seal: Seal,
    /// Its name, by which a repetition is known.
    pub name: String,
    /// Its headers but those that sign it.
    pub headers: Vec<Header>,
    /// Its body, the very bytes that are signed.
    pub body: String,
}

impl Webhook {
    /// A JSON body of a source about an order, without headers of its own.
    pub fn new(
        source: &'static str,
        seal: Seal,
        hook: &Hook,
        order: &Order,
        topic: &str,
        body: String,
    ) -> Self {
        Self {
            order: order.number,
            source,
            topic: topic.to_owned(),
            news: order.latest().label(),
            oddity: None,
            hook: hook.clone(),
            seal,
            name: format!("msg_{}", uuid::Uuid::new_v4().simple()),
            headers: vec![("Content-Type", "application/json".to_owned())],
            body,
        }
    }

    /// The same with one more header.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// All of its headers, for a delivery that leaves now.
    pub fn signed_headers(&self, now: Time) -> Vec<Header> {
        let signature = self
            .seal
            .headers(&self.hook.secret, &self.name, &self.body, now);
        self.headers.iter().cloned().chain(signature).collect()
    }
}
