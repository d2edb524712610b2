//! A merchant at the edge, made by the operator's API as a real one is.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use shared::language::Language;
use shared::protocol::staff::Role;

use crate::hooks;
use crate::http::{Answer, Request};
use crate::random_hex;
use crate::server::Edge;

/// A merchant. Make one with [`Site::new`], change its public fields, then [`Site::provision`].
#[derive(Clone, Debug)]
pub struct Site {
    /// Its key, which nobody else has.
    pub key: String,
    /// The shop's name.
    pub name: String,
    /// The shop's own language.
    pub language: Language,
    /// The origins that may frame the panel.
    pub origins: Vec<String>,
    /// The Shopify secret; empty for none.
    pub shopify_secret: String,
    /// The `EasyPost` secret; empty for none.
    pub easypost_secret: String,
    /// The secrets of other sources, by their names.
    pub secrets: BTreeMap<&'static str, String>,
    /// How its parcels are watched and which services are asked, as the operator sets it.
    pub rules: Value,
    /// The name of the key that signs shoppers' identities.
    pub kid: String,
    /// The key that signs shoppers' identities.
    pub identity_secret: String,
    /// The edge that it was provisioned at.
    pub edge: Edge,
}

/// Somebody who answers shoppers.
#[derive(Clone, Debug)]
pub struct Account {
    /// Signs in with this.
    pub email: String,
    /// Shown to shoppers.
    pub name: String,
    /// Signs in with this as well.
    pub password: String,
}

impl Site {
    /// A French shop with random key and secrets, framed by `https://shop.example`.
    pub fn new(name: &str) -> Self {
        Self {
            key: format!("site-{}", &random_hex()[..12]),
            name: name.to_owned(),
            language: Language::French,
            origins: vec!["https://shop.example".to_owned()],
            shopify_secret: random_hex(),
            easypost_secret: random_hex(),
            secrets: BTreeMap::new(),
            rules: json!({ "watch": at_once() }),
            kid: "key-1".to_owned(),
            identity_secret: random_hex(),
            edge: Edge {
                url: String::new(),
                operator_token: String::new(),
                ticket_key: String::new(),
            },
        }
    }

    /// Makes it known to the edge, or brings it up to date there.
    pub async fn provision(mut self, edge: &Edge) -> Self {
        self.edge = edge.clone();
        let answer = self.put(&self.settings()).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        self
    }

    /// Has the operator set something, whatever the answer.
    pub async fn put(&self, settings: &Value) -> Answer {
        operator(&self.edge, &self.key, settings).await
    }

    /// Makes somebody known who answers shoppers; a lead may take cases over from others.
    pub async fn hire(&self, name: &str, lead: bool) -> Account {
        let role = if lead { Role::Lead } else { Role::Agent };
        self.hire_as(name, role).await
    }

    /// Makes somebody known with a role.
    pub async fn hire_as(&self, name: &str, role: Role) -> Account {
        let account = Account {
            email: format!("{}@desk.example", random_hex()),
            name: name.to_owned(),
            password: random_hex(),
        };
        let body = json!({
            "email": account.email,
            "name": account.name,
            "password": account.password,
            "role": role,
        });
        let answer = operator(&self.edge, &format!("{}/agents", self.key), &body).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        account
    }

    /// Signs a Shopify payload and sends it as a delivery of its own. Answers the status.
    pub async fn shopify(&self, topic: &str, payload: &Value) -> u16 {
        let delivery = hooks::shopify(self, topic, payload.to_string().as_bytes());
        delivery.send().await.status
    }

    /// Signs an `EasyPost` payload and sends it. Answers the status.
    pub async fn easypost(&self, payload: &Value) -> u16 {
        let delivery = hooks::easypost(self, payload.to_string().as_bytes());
        delivery.send().await.status
    }

    /// The settings as the operator's API takes them.
    pub fn settings(&self) -> Value {
        let mut secrets = serde_json::Map::new();
        for (source, secret) in [
            ("shopify", &self.shopify_secret),
            ("easypost", &self.easypost_secret),
        ] {
            if !secret.is_empty() {
                secrets.insert(source.to_owned(), json!(secret));
            }
        }
        for (source, secret) in &self.secrets {
            secrets.insert((*source).to_owned(), json!(secret));
        }
        json!({
            "name": self.name,
            "language": self.language,
            "time_zone": "Europe/Paris",
            "accent": "#b3261e",
            "origins": self.origins,
            "secrets": secrets,
            "identity_keys": [{ "kid": self.kid, "secret": self.identity_secret }],
            "settings": self.rules,
        })
    }
}

/// A watch that tells everything at once, at whatever hour the tests run.
fn at_once() -> Value {
    json!({
        "quiet_hours": { "from": "00:00", "until": "00:00" },
        "settle_millis": 0,
    })
}

async fn operator(edge: &Edge, below: &str, body: &Value) -> Answer {
    Request::new("PUT", format!("{}/api/v1/sites/{below}", edge.url))
        .header("authorization", format!("Bearer {}", edge.operator_token))
        .json(body)
        .send()
        .await
}
