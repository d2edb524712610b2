//! What a source says, on its way to the objects that keep it. A webhook, a poll and a payload
//! that is read again all come through here, so that the same fact has one effect.

use shared::hooks::{Envelope, HookSource, KeptHeaders, Said};
use shared::household::MarkKey;
use shared::ids::{OrderKey, SiteKey};
use shared::order::OrderUpdate;
use shared::source::Malformed;
use shared::tracking::TrackingUpdate;
use worker::{Env, Error, Result};

use crate::bindings;
use crate::calls::{DeskCall, OrderCall, ParcelCall};
use crate::sites;

/// The longest text of a payload that is set aside, in bytes: less than a row of an object's
/// database may hold.
const MAX_SET_ASIDE_BYTES: usize = 1024 * 1024;

/// Has what a delivery says kept. It may be repeated: the same delivery has one effect.
pub async fn keep(env: &Env, site: &SiteKey, source: HookSource, said: Said) -> Result<()> {
    match said {
        Said::Order(update) => order(env, site, source, *update).await,
        Said::Parcels(updates) => {
            for update in updates {
                parcel(env, site, source.name(), update).await?;
            }
            Ok(())
        }
        Said::Nothing => Ok(()),
    }
}

/// Has what a shop says of an order kept, with the marks of its household in place of the address.
/// One shop's orders have the same keys whichever way they come.
pub async fn order(env: &Env, site: &SiteKey, shop: HookSource, update: OrderUpdate) -> Result<()> {
    let key = OrderKey(format!("{}:{}", shop.name(), update.order_id));
    let known = sites::load(env, site).await?;
    let known = known.ok_or_else(|| Error::RustError("an order of no site".to_owned()))?;
    let update = update.marked(&MarkKey::new(site, &known.contact_key));
    bindings::order(env, site, &key)?
        .call(&OrderCall::Ingest { update })
        .await
}

/// Has what a carrier says of a parcel kept. Two sources may name their deliveries alike.
pub async fn parcel(
    env: &Env,
    site: &SiteKey,
    source: &str,
    mut update: TrackingUpdate,
) -> Result<()> {
    update.delivery_id = format!("{source}/{}", update.delivery_id);
    bindings::parcel(env, site, &update.number)?
        .call(&ParcelCall::Ingest { update })
        .await
}

/// Has a delivery that can't be understood kept for the merchant.
pub async fn set_aside(
    env: &Env,
    site: &SiteKey,
    source: HookSource,
    envelope: &Envelope<'_>,
    malformed: Malformed,
) -> Result<()> {
    let call = DeskCall::Quarantine {
        source: source.name().to_owned(),
        topic: source.topic(envelope),
        problem: malformed,
        headers: KeptHeaders::of(envelope),
        body: text_of(envelope.body),
    };
    bindings::desk(env, site)?.call(&call).await
}

/// The bytes as text. What is not text grows when its place is marked, hence the cut.
fn text_of(body: &[u8]) -> String {
    let mut text = String::from_utf8_lossy(body).into_owned();
    text.truncate(text.floor_char_boundary(MAX_SET_ASIDE_BYTES));
    text
}
