//! Sites: a merchant's settings, read from the directory and kept for a moment.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use serde::{Deserialize, Serialize};
use shared::ids::SiteKey;
use shared::language::Language;
use shared::protocol::session::SiteCard;
use shared::seal::{NONCE_BYTES, SealKeys};
use shared::season::Zone;
use shared::settings::{ServicePage, ServiceRules, SiteRules};
use worker::{Env, Error, console_error};

use crate::bindings;
use crate::clock::now;
use crate::directory::scope::{Directory, site_sql};
use crate::directory::{number, optional, text};

/// How long settings are kept before they are read again, in milliseconds.
const KEPT_MILLIS: i64 = 15_000;

/// How many sites' settings are kept at once.
const MAX_KEPT: usize = 1_000;

/// A merchant's settings.
#[derive(Clone, Debug)]
pub struct Site {
    /// Its key.
    pub key: SiteKey,
    /// The shop's name.
    pub name: String,
    /// The shop's own language.
    pub language: Language,
    /// Where the shop's days begin.
    pub zone: Zone,
    /// The merchant's color, `#rrggbb`.
    pub accent: String,
    /// The origins that may frame the panel.
    pub origins: Vec<String>,
    /// Webhook secrets, by source.
    pub secrets: BTreeMap<String, String>,
    /// The keys with which the shop signs its shoppers' tokens, by `kid`.
    pub identity_keys: BTreeMap<String, String>,
    /// The key of the shop's identifier hashes, if the merchant has turned them on.
    pub identifier_key: Option<String>,
    /// What names the contacts of signed-in shoppers, and marks households. Never changes.
    pub contact_key: String,
    /// How its parcels are watched, and which services are asked.
    pub rules: SiteRules,
}

/// What an operator sets of a site.
#[derive(Debug, Serialize, Deserialize)]
pub struct SiteSettings {
    /// The shop's name.
    pub name: String,
    /// The shop's own language.
    pub language: Language,
    /// Where the shop's days begin.
    pub time_zone: Zone,
    /// The merchant's color, `#rrggbb`.
    pub accent: String,
    /// The origins that may frame the panel.
    pub origins: Vec<String>,
    /// Webhook secrets, by source.
    #[serde(default)]
    pub secrets: BTreeMap<String, String>,
    /// The keys with which the shop signs its shoppers' tokens: one, or two while it changes
    /// them.
    #[serde(default)]
    pub identity_keys: Vec<IdentityKey>,
    /// The key of identifier hashes, which never end: off unless it is set.
    #[serde(default)]
    pub identifier_key: Option<String>,
    /// How its parcels are watched, and which services are asked.
    #[serde(default)]
    pub settings: SiteRules,
}

/// A shop's signing key.
#[derive(Debug, Serialize, Deserialize)]
pub struct IdentityKey {
    /// Its name in a token's header.
    pub kid: String,
    /// The secret, used as UTF-8 bytes.
    pub secret: String,
}

#[derive(Deserialize)]
struct Row {
    name: String,
    language: String,
    time_zone: String,
    accent: String,
    origins: String,
    secrets: String,
    identity_keys: String,
    identifier_key: Option<String>,
    contact_key: String,
    settings: String,
}

thread_local! {
    static KEPT: RefCell<HashMap<SiteKey, (i64, Rc<Site>)>> = RefCell::new(HashMap::new());
}

impl Site {
    /// The public face, for a shopper who speaks a language and would wait so long for a human.
    pub fn card(&self, language: Language, wait_minutes: Option<u32>) -> SiteCard {
        let home = self.rules.season.home.code();
        SiteCard {
            name: self.name.clone(),
            language: self.language,
            accent: self.accent.clone(),
            help: self.rules.articles.speak(language),
            hours: self.rules.hours.ahead(home, self.zone, now().0),
            wait_minutes,
        }
    }
}

/// A site's settings, or `None` for a key that nobody has.
pub async fn load(env: &Env, key: &SiteKey) -> worker::Result<Option<Rc<Site>>> {
    let at = now().millis();
    let kept = KEPT.with_borrow(|kept| kept.get(key).cloned());
    if let Some((read_at, site)) = kept
        && at - read_at < KEPT_MILLIS
    {
        return Ok(Some(site));
    }
    let row = Directory::of(env, key)?
        .first::<Row>(
            site_sql!(
                "SELECT name, language, time_zone, accent, origins, secrets, identity_keys,
                        identifier_key, contact_key, settings
                 FROM sites WHERE site = ?1"
            ),
            &[],
        )
        .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    let seal = Seal::of(env, key)?;
    let zone = Zone::parse(&row.time_zone).unwrap_or_default();
    let rules = read_rules(key, &seal.open("settings", &row.settings)?).at(zone);
    let site = Rc::new(Site {
        key: key.clone(),
        name: row.name,
        language: Language::from_tag(&row.language).unwrap_or_default(),
        zone,
        accent: row.accent,
        origins: serde_json::from_str(&row.origins)?,
        secrets: serde_json::from_str(&seal.open("secrets", &row.secrets)?)?,
        identity_keys: serde_json::from_str(&seal.open("identity_keys", &row.identity_keys)?)?,
        identifier_key: row
            .identifier_key
            .map(|sealed| seal.open("identifier_key", &sealed))
            .transpose()?,
        contact_key: seal.open("contact_key", &row.contact_key)?,
        rules,
    });
    KEPT.with_borrow_mut(|kept| {
        if kept.len() >= MAX_KEPT {
            kept.clear();
        }
        kept.insert(key.clone(), (at, Rc::clone(&site)));
    });
    Ok(Some(site))
}

/// What was set. Settings that this version can't read, after a step back, must not take the whole
/// site down: it then is watched as by default, and nobody is asked.
fn read_rules(key: &SiteKey, text: &str) -> SiteRules {
    serde_json::from_str(text).unwrap_or_else(|_| {
        console_error!("the settings of site {key} can't be read");
        SiteRules::default()
    })
}

/// How shoppers of a site are served, as it is now.
pub async fn service(env: &Env, key: &SiteKey) -> worker::Result<Option<ServicePage>> {
    let Some(set) = set_rules(env, key).await? else {
        return Ok(None);
    };
    Ok(Some(ServicePage {
        rules: set.rules.service(),
        version: set.version,
        country: set.rules.season.home.code().to_owned(),
        time_zone: set.time_zone,
    }))
}

/// Sets how shoppers of a site are served. Says whether it was done: not if the settings have
/// changed since the version that whoever sets it has seen.
pub async fn set_service(
    env: &Env,
    key: &SiteKey,
    service: ServiceRules,
    version: i64,
) -> worker::Result<bool> {
    let Some(set) = set_rules(env, key)
        .await?
        .filter(|set| set.version == version)
    else {
        return Ok(false);
    };
    let rules = serde_json::to_string(&set.rules.serving(service))?;
    let written = Directory::of(env, key)?
        .run(
            site_sql!(
                "UPDATE sites SET settings = ?2, updated_at = ?3
                 WHERE site = ?1 AND updated_at = ?4"
            ),
            &[
                text(&Seal::of(env, key)?.close("settings", &rules)?),
                // Two changes within a millisecond are two versions.
                number(now().millis().max(version + 1)),
                number(version),
            ],
        )
        .await?;
    forget(key);
    Ok(written > 0)
}

/// Has the settings of a site read again.
pub fn forget(key: &SiteKey) {
    KEPT.with_borrow_mut(|kept| kept.remove(key));
}

/// Settings as they were set, not as they are kept for a moment.
struct SetRules {
    rules: SiteRules,
    version: i64,
    time_zone: String,
}

async fn set_rules(env: &Env, key: &SiteKey) -> worker::Result<Option<SetRules>> {
    #[derive(Deserialize)]
    struct Row {
        settings: String,
        updated_at: f64,
        time_zone: String,
    }
    let row = Directory::of(env, key)?
        .first::<Row>(
            site_sql!("SELECT settings, updated_at, time_zone FROM sites WHERE site = ?1"),
            &[],
        )
        .await?;
    let Some(row) = row else {
        return Ok(None);
    };
    #[expect(clippy::cast_possible_truncation, reason = "milliseconds are whole")]
    let version = row.updated_at as i64;
    // What this version can't read it must not write over either.
    let rules = serde_json::from_str(&Seal::of(env, key)?.open("settings", &row.settings)?)?;
    Ok(Some(SetRules {
        rules,
        version,
        time_zone: row.time_zone,
    }))
}

/// Makes a site or changes its settings. `contact_key` counts only the first time; what is kept
/// of it is sealed anew with everything else.
pub async fn save(
    env: &Env,
    key: &SiteKey,
    settings: &SiteSettings,
    contact_key: &str,
) -> worker::Result<()> {
    let identity_keys: BTreeMap<&str, &str> = settings
        .identity_keys
        .iter()
        .map(|key| (key.kid.as_str(), key.secret.as_str()))
        .collect();
    let known = load(env, key).await?;
    let contact_key = known
        .as_ref()
        .map_or(contact_key, |site| site.contact_key.as_str());
    let seal = Seal::of(env, key)?;
    let identifier_key = settings
        .identifier_key
        .as_ref()
        .map(|key| seal.close("identifier_key", key))
        .transpose()?;
    Directory::of(env, key)?
        .run(
            site_sql!(
                "INSERT INTO sites (site, name, language, time_zone, accent, origins, secrets,
                                    identity_keys, contact_key, settings, updated_at,
                                    identifier_key)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)
                 ON CONFLICT (site) DO UPDATE SET
                   name = excluded.name, language = excluded.language,
                   time_zone = excluded.time_zone, accent = excluded.accent,
                   origins = excluded.origins, secrets = excluded.secrets,
                   identity_keys = excluded.identity_keys,
                   contact_key = CASE WHEN ?13 THEN excluded.contact_key ELSE contact_key END,
                   settings = excluded.settings, updated_at = excluded.updated_at,
                   identifier_key = excluded.identifier_key"
            ),
            &[
                text(&settings.name),
                text(settings.language.tag()),
                text(settings.time_zone.name()),
                text(&settings.accent),
                text(&serde_json::to_string(&settings.origins)?),
                text(&seal.close("secrets", &serde_json::to_string(&settings.secrets)?)?),
                text(&seal.close("identity_keys", &serde_json::to_string(&identity_keys)?)?),
                text(&seal.close("contact_key", contact_key)?),
                text(&seal.close("settings", &serde_json::to_string(&settings.settings)?)?),
                number(now().millis()),
                optional(identifier_key.as_deref()),
                number(i64::from(known.is_some())),
            ],
        )
        .await?;
    forget(key);
    Ok(())
}

/// What closes and opens the secrets of one site, each under its own name.
struct Seal {
    keys: SealKeys,
    site: SiteKey,
}

impl Seal {
    fn of(env: &Env, site: &SiteKey) -> worker::Result<Self> {
        Ok(Self {
            keys: bindings::seal_keys(env)?,
            site: site.clone(),
        })
    }

    fn close(&self, column: &str, plain: &str) -> worker::Result<String> {
        let mut nonce = [0_u8; NONCE_BYTES];
        getrandom::fill(&mut nonce).map_err(|error| Error::RustError(error.to_string()))?;
        self.keys
            .seal(&self.name(column), plain, nonce)
            .ok_or_else(|| Error::RustError(format!("{column} can't be sealed")))
    }

    fn open(&self, column: &str, sealed: &str) -> worker::Result<String> {
        self.keys
            .open(&self.name(column), sealed)
            .ok_or_else(|| Error::RustError(format!("{column} of {} can't be opened", self.site)))
    }

    fn name(&self, column: &str) -> String {
        format!("{}/{column}", self.site)
    }
}
