//! Payloads that nobody sends who means well.

use proptest::prelude::*;
use serde_json::{Value, json};

/// Values of every shape, none of which a field expects.
pub fn odd_values() -> Vec<Value> {
    vec![
        json!(null),
        json!("?"),
        json!(7),
        json!(-1.5),
        json!(u64::MAX),
        json!(true),
        json!([]),
        json!({}),
        json!([[1], null, {"": ""}]),
        json!("+262142-12-31T23:59:59Z"),
        json!("\u{0}é\u{202e}"),
    ]
}

/// Bodies near one of these payloads, and far from all of them: bytes replaced, cut or made up,
/// values in place of others.
pub fn bodies(payloads: Vec<Vec<u8>>) -> impl Strategy<Value = Vec<u8>> {
    let any_payload = proptest::sample::select(payloads);
    let bytes_replaced = (
        any_payload.clone(),
        prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8),
    )
        .prop_map(|(mut body, replacements)| {
            for (at, byte) in replacements {
                let at = at.index(body.len());
                body[at] = byte;
            }
            body
        });
    let cut = (any_payload.clone(), any::<prop::sample::Index>())
        .prop_map(|(body, end)| body[..end.index(body.len())].to_vec());
    let values_replaced = (
        any_payload,
        prop::collection::vec(
            (
                prop::collection::vec(any::<prop::sample::Index>(), 1..9),
                proptest::sample::select(odd_values()),
            ),
            1..8,
        ),
    )
        .prop_map(|(body, replacements)| {
            let mut payload: Value = serde_json::from_slice(&body).unwrap();
            for (path, odd) in replacements {
                replace(&mut payload, &path, odd);
            }
            payload.to_string().into_bytes()
        });
    let made_up = prop::collection::vec(any::<u8>(), 0..400);
    prop_oneof![bytes_replaced, cut, values_replaced, made_up]
}

/// Puts a value where the path leads, as far as it leads.
fn replace(within: &mut Value, path: &[prop::sample::Index], odd: Value) {
    let children: Vec<&mut Value> = match within {
        Value::Array(list) => list.iter_mut().collect(),
        Value::Object(fields) => fields.values_mut().collect(),
        _ => Vec::new(),
    };
    let Some((step, rest)) = path.split_first().filter(|_| !children.is_empty()) else {
        *within = odd;
        return;
    };
    let at = step.index(children.len());
    for child in children.into_iter().skip(at).take(1) {
        replace(child, rest, odd.clone());
    }
}
