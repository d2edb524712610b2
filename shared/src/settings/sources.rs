//! The services that the edge asks by itself, because they tell nothing unasked or tell it once.

use serde::{Deserialize, Serialize};

use super::BaseUrl;

/// Where La Poste answers unless a site says otherwise.
const LAPOSTE_URL: &str = "https://api.laposte.fr/suivi/v2";

/// The longest key that is taken, in bytes.
const MAX_KEY_BYTES: usize = 200;

/// A service that is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PollSource {
    /// La Poste's Suivi v2: Colissimo and Chronopost.
    Laposte,
    /// A `WooCommerce` shop's REST API.
    Woocommerce,
    /// A `PrestaShop` shop's webservice.
    Prestashop,
}

/// How they are asked; one that is absent is not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PolledSources {
    /// La Poste.
    pub laposte: Option<LaPosteApi>,
    /// The shop's `WooCommerce`.
    pub woocommerce: Option<WooCommerceApi>,
    /// The shop's `PrestaShop`.
    pub prestashop: Option<PrestaShopApi>,
}

/// La Poste's tracking API.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LaPosteApi {
    /// The application's key, sent as `X-Okapi-Key`.
    pub key: String,
    /// Where it answers.
    #[serde(default = "laposte_url")]
    pub base_url: BaseUrl,
}

/// A `WooCommerce` shop's REST API.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WooCommerceApi {
    /// Where the shop is.
    pub base_url: BaseUrl,
    /// The consumer key; reading orders is all that it need allow.
    pub key: String,
    /// The consumer secret.
    pub secret: String,
}

/// A `PrestaShop` shop's webservice.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrestaShopApi {
    /// Where the shop is.
    pub base_url: BaseUrl,
    /// The webservice key; reading orders, customers, addresses and carriers is all that it need
    /// allow.
    pub key: String,
}

impl PollSource {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Laposte, Self::Woocommerce, Self::Prestashop];

    /// Its name in a site's settings and in an object's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Laposte => "laposte",
            Self::Woocommerce => "woocommerce",
            Self::Prestashop => "prestashop",
        }
    }

    /// The service of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|source| source.name() == name)
    }
}

impl PolledSources {
    /// Where a service is asked, if it is.
    pub fn base_url(&self, source: PollSource) -> Option<&BaseUrl> {
        match source {
            PollSource::Laposte => self.laposte.as_ref().map(|api| &api.base_url),
            PollSource::Woocommerce => self.woocommerce.as_ref().map(|api| &api.base_url),
            PollSource::Prestashop => self.prestashop.as_ref().map(|api| &api.base_url),
        }
    }

    /// What is wrong with them, if anything is. `loopback` says whether this very machine may be
    /// asked.
    pub fn problem(&self, loopback: bool) -> Option<&'static str> {
        let keys = [
            self.laposte.as_ref().map(|api| &api.key),
            self.woocommerce.as_ref().map(|api| &api.key),
            self.woocommerce.as_ref().map(|api| &api.secret),
            self.prestashop.as_ref().map(|api| &api.key),
        ];
        if keys.into_iter().flatten().any(|key| !is_key(key)) {
            return Some("a key is 1 to 200 visible ASCII characters without a colon");
        }
        let near = |source| self.base_url(source).is_some_and(BaseUrl::is_loopback);
        (!loopback && PollSource::ALL.into_iter().any(near))
            .then_some("a base_url is not of this very machine")
    }
}

/// Keys go into headers, two of them with a colon between.
fn is_key(text: &str) -> bool {
    (1..=MAX_KEY_BYTES).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_graphic() && b != b':')
}

fn laposte_url() -> BaseUrl {
    BaseUrl::parse(LAPOSTE_URL).expect("La Poste's address may be asked")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::SiteRules;

    fn sources(json: &str) -> PolledSources {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn a_site_asks_nobody_by_default() {
        let rules: SiteRules = serde_json::from_str("{}").unwrap();
        assert_eq!(rules, SiteRules::default());
        for source in PollSource::ALL {
            assert_eq!(rules.sources.base_url(source), None);
            assert_eq!(PollSource::named(source.name()), Some(source));
        }
    }

    #[test]
    fn la_poste_is_known_without_an_address() {
        let sources = sources(r#"{"laposte":{"key":"k"}}"#);
        let url = sources.base_url(PollSource::Laposte).unwrap();
        assert_eq!(url.join("/idships"), format!("{LAPOSTE_URL}/idships"));
        assert_eq!(sources.problem(false), None);
    }

    #[test]
    fn keys_can_smuggle_nothing_into_a_header() {
        for (key, sound) in [
            ("ck_0123456789abcdef", true),
            ("k+/=", true),
            ("", false),
            ("a b", false),
            ("a\\nb", false),
            ("a:b", false),
            ("clé", false),
        ] {
            let sources = sources(&format!(
                r#"{{"prestashop":{{"base_url":"https://shop.example","key":"{key}"}}}}"#
            ));
            assert_eq!(sources.problem(false).is_none(), sound, "{key}");
        }
        let long = "k".repeat(201);
        assert!(
            sources(&format!(r#"{{"laposte":{{"key":"{long}"}}}}"#))
                .problem(false)
                .is_some()
        );
    }

    #[test]
    fn this_very_machine_is_asked_only_where_it_may_be() {
        let sources = sources(
            r#"{"woocommerce":{"base_url":"http://127.0.0.1:8080","key":"ck","secret":"cs"}}"#,
        );
        assert!(sources.problem(false).is_some());
        assert_eq!(sources.problem(true), None);
    }

    #[test]
    fn a_field_that_nobody_knows_is_refused() {
        for json in [
            r#"{"laposte":{"key":"k","kee":"k"}}"#,
            r#"{"laposte":{}}"#,
            r#"{"carrier":{}}"#,
            r#"{"woocommerce":{"base_url":"http://shop.example","key":"ck","secret":"cs"}}"#,
        ] {
            assert!(
                serde_json::from_str::<PolledSources>(json).is_err(),
                "{json}"
            );
        }
    }
}
