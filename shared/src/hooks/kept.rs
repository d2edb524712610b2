//! What is kept of an envelope beside its body, so that a delivery that was set aside can be
//! read again by a later parser.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Envelope;
use crate::time::Timestamp;

/// The headers by which sources name a delivery and its topic. Signatures, tokens and whatever
/// else might open something are not among them.
const NAMES: [&str; 8] = [
    "x-shopify-topic",
    "x-shopify-event-id",
    "x-shopify-webhook-id",
    "x-wc-webhook-topic",
    "x-wc-webhook-resource",
    "x-wc-webhook-event",
    "x-wc-webhook-delivery-id",
    "webhook-id",
];

/// The longest value that is kept, in bytes; a longer one names nothing that a parser would take.
const MAX_VALUE_BYTES: usize = 256;

/// The headers of a delivery that may be kept, by their names in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct KeptHeaders(BTreeMap<String, String>);

impl KeptHeaders {
    /// Takes them out of an envelope.
    pub fn of(envelope: &Envelope<'_>) -> Self {
        let kept = NAMES.iter().filter_map(|name| {
            let value = (envelope.header)(name)?;
            (value.len() <= MAX_VALUE_BYTES).then(|| ((*name).to_owned(), value))
        });
        Self(kept.collect())
    }

    /// Hands the delivery to `read` as it came, but for the headers that were not kept.
    pub fn envelope<T>(
        &self,
        body: &[u8],
        received_at: Timestamp,
        read: impl FnOnce(&Envelope<'_>) -> T,
    ) -> T {
        read(&Envelope {
            header: &|name| self.0.get(name).cloned(),
            body,
            received_at,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hooks::{HookSource, Said};

    const BODY: &[u8] = br##"{"id":1042,"name":"#1042","created_at":"2026-11-20T09:00:00Z"}"##;

    fn header(name: &str) -> Option<String> {
        match name {
            "x-shopify-topic" => Some("orders/create".to_owned()),
            "x-shopify-event-id" => Some("e-1".to_owned()),
            "x-shopify-hmac-sha256" | "authorization" => Some("secret".to_owned()),
            "webhook-id" => Some("x".repeat(MAX_VALUE_BYTES + 1)),
            _ => None,
        }
    }

    #[test]
    fn a_delivery_that_was_set_aside_reads_as_it_would_have() {
        let envelope = Envelope {
            header: &header,
            body: BODY,
            received_at: Timestamp(7),
        };
        let direct = HookSource::Shopify.parse(&envelope);
        assert!(matches!(direct, Ok(Said::Order(_))), "{direct:?}");
        let kept = KeptHeaders::of(&envelope);
        let again = kept.envelope(BODY, Timestamp(7), |envelope| {
            HookSource::Shopify.parse(envelope)
        });
        assert_eq!(again, direct);
    }

    #[test]
    fn secrets_and_long_values_are_not_kept() {
        let envelope = Envelope {
            header: &header,
            body: BODY,
            received_at: Timestamp(7),
        };
        let text = serde_json::to_string(&KeptHeaders::of(&envelope)).unwrap();
        assert!(
            !text.contains("secret") && !text.contains("webhook-id"),
            "{text}"
        );
    }
}
