//! What a merchant has set of its site beside its name, its look and its secrets. The operator's
//! API takes it and the edge keeps it as JSON; a part that is left out is as it would be by default.

mod base_url;
mod sources;

use serde::{Deserialize, Serialize};

use crate::season::Season;

pub use base_url::BaseUrl;
pub use sources::{LaPosteApi, PollSource, PolledSources, PrestaShopApi, WooCommerceApi};

/// A site's settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SiteRules {
    /// Until when to order, and by when an order must be there. Its days are those of the site's
    /// own time zone.
    pub season: Season,
    /// The services that the edge asks by itself, and how.
    pub sources: PolledSources,
}
