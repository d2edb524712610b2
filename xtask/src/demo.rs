//! The demo merchant: told to the edge through its operator API, and to the demo program by a file.

use std::collections::BTreeMap;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use serde::Serialize;
use serde_json::{Value, json};
use ureq::Agent;

use crate::secrets::{IdentityKey, SOURCES, Secrets};

const SITE: &str = "atelier-des-rennes";
const NAME: &str = "Atelier des Rennes";
const RULES: &str = include_str!("../../public/demo-shop/rules.json");
const PATIENCE: Duration = Duration::from_secs(10);

/// What the demo program and the end-to-end tests need to know, as `demo.json`.
#[derive(Serialize)]
pub struct Demo {
    url: String,
    /// The shop's front page.
    pub shop_url: String,
    /// Where agents work.
    pub desk_url: String,
    /// Where parcels are moved by hand.
    pub simulator_url: String,
    site: &'static str,
    /// Where webhooks go, by source.
    hooks: BTreeMap<&'static str, String>,
    /// What webhooks are signed with, by source.
    webhook_secrets: BTreeMap<String, String>,
    /// What the services that the edge asks are opened with; none when there are none to ask.
    #[serde(skip_serializing_if = "Option::is_none")]
    api_keys: Option<ApiKeys>,
    identity_key: IdentityKey,
    /// The agent to sign in as.
    pub agent: DemoAgent,
    agents: Vec<DemoAgent>,
    operator_token: String,
}

/// The keys under which the demo shop's services answer the edge.
#[derive(Serialize)]
struct ApiKeys {
    laposte: String,
    woocommerce: ConsumerKey,
}

/// A consumer of a shop's REST API.
#[derive(Serialize)]
struct ConsumerKey {
    key: &'static str,
    secret: String,
}

/// Someone who answers shoppers.
#[derive(Clone, Serialize)]
pub struct DemoAgent {
    /// Signs in with this.
    pub email: &'static str,
    name: &'static str,
    role: &'static str,
    /// Signs in with this as well.
    pub password: String,
}

impl Demo {
    /// The merchant whose edge answers at `url` and whose shop, with the services that the edge
    /// asks, will answer on `shop_port`.
    pub fn new(url: &str, shop_port: u16, secrets: &Secrets) -> Self {
        Self {
            api_keys: Some(ApiKeys {
                laposte: secrets.services["laposte"].clone(),
                woocommerce: ConsumerKey {
                    key: "ck_demo",
                    secret: format!("cs_{}", secrets.services["woocommerce"]),
                },
            }),
            ..Self::without_services(url, shop_port, secrets)
        }
    }

    /// The same merchant with nobody for the edge to ask.
    pub fn without_services(url: &str, shop_port: u16, secrets: &Secrets) -> Self {
        let shop_url = format!("http://127.0.0.1:{shop_port}");
        let agent = |email, name, role| DemoAgent {
            email,
            name,
            role,
            password: secrets.agent_password.clone(),
        };
        let camille = agent("camille@atelier-des-rennes.example", "Camille Roux", "lead");
        let noe = agent("noe@atelier-des-rennes.example", "Noé Marchand", "agent");
        let hook = |source: &str| format!("{url}/hooks/{SITE}/{source}");
        Self {
            desk_url: format!("{url}/desk"),
            simulator_url: format!("{shop_url}/simulator"),
            url: url.to_owned(),
            shop_url,
            site: SITE,
            hooks: SOURCES.map(|source| (source, hook(source))).into(),
            webhook_secrets: secrets.webhooks.clone(),
            api_keys: None,
            identity_key: secrets.identity_key.clone(),
            agent: camille.clone(),
            agents: vec![camille, noe],
            operator_token: secrets.operator_token.clone(),
        }
    }

    /// Creates the merchant and its agents at the edge, or brings them up to date.
    pub fn provision(&self) -> Result<()> {
        let site = format!("{}/api/v1/sites/{SITE}", self.url);
        self.put(&site, &self.site_settings())?;
        for agent in &self.agents {
            self.put(&format!("{site}/agents"), &json!(agent))?;
        }
        Ok(())
    }

    fn site_settings(&self) -> Value {
        let mut rules = rules();
        rules["sources"] = self.sources();
        json!({
            "name": NAME,
            "language": "fr",
            "time_zone": "Europe/Paris",
            "accent": "#2f4f41",
            "origins": [self.shop_url, self.shop_url.replace("127.0.0.1", "localhost")],
            "secrets": self.webhook_secrets,
            "identity_keys": [self.identity_key],
            "settings": rules,
        })
    }

    /// The services that the edge asks.
    fn sources(&self) -> Value {
        let Some(keys) = &self.api_keys else {
            return json!({});
        };
        json!({
            "laposte": {
                "base_url": format!("{}/suivi/v2", self.shop_url),
                "key": keys.laposte,
            },
            "woocommerce": {
                "base_url": self.shop_url,
                "key": keys.woocommerce.key,
                "secret": keys.woocommerce.secret,
            },
        })
    }

    fn put(&self, url: &str, body: &Value) -> Result<()> {
        let agent: Agent = Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(PATIENCE))
            .build()
            .into();
        let mut response = agent
            .put(url)
            .header("authorization", &format!("Bearer {}", self.operator_token))
            .send_json(body)
            .with_context(|| format!("the edge does not answer at {url}"))?;
        if !response.status().is_success() {
            let said = response.body_mut().read_to_string().unwrap_or_default();
            bail!("the edge refused PUT {url}: {} {said}", response.status());
        }
        Ok(())
    }
}

/// What the merchant has set: a watch for visitors, who come at any hour and don't want to wait for
/// ten minutes nor for the morning, and cut-offs that are examples of the one season they name.
fn rules() -> Value {
    serde_json::from_str(RULES).expect("the demo's rules are JSON")
}

#[cfg(test)]
mod tests {
    use shared::season::cutoff::CutoffCalendar;
    use shared::settings::SiteRules;
    use shared::watch::QuietHours;

    use super::*;
    use crate::secrets::Secrets;

    #[test]
    fn the_settings_are_ones_that_the_edge_takes() {
        let secrets = Secrets::random().expect("there is randomness");
        let demo = Demo::new("http://127.0.0.1:8787", 8788, &secrets);
        let settings = demo.site_settings()["settings"].take();
        let rules: SiteRules = serde_json::from_value(settings).expect("the settings are sound");
        assert_ne!(rules.season.cutoffs, CutoffCalendar::default());
        assert_eq!(rules.watch.quiet_hours, QuietHours::NONE);
        assert_eq!(rules.problem(true), None);
        assert!(rules.sources.laposte.is_some() && rules.sources.woocommerce.is_some());
    }
}
