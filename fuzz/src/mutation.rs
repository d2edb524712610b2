//! Changes of inputs that leave them JSON, beside libFuzzer's own, which mostly do not.

use libfuzzer_sys::fuzzer_mutate;
use serde_json::{Value, json};

/// The most times that a list holds what it held before.
const MOST_REPEATS: usize = 300;

/// Changes the first `size` bytes of `data`, in place, to at most `max_size` bytes; answers how
/// many they are now. The same `seed` makes the same change.
pub fn mutate(data: &mut [u8], size: usize, max_size: usize, seed: u32) -> usize {
    let mut dice = Dice(seed);
    if dice.below(2) == 0
        && let Some(changed) = with_another_value(&data[..size], &mut dice)
        && changed.len() <= max_size
    {
        data[..changed.len()].copy_from_slice(&changed);
        return changed.len();
    }
    fuzzer_mutate(data, size, max_size)
}

/// The document with one of its values replaced; `None` for what is not JSON.
fn with_another_value(body: &[u8], dice: &mut Dice) -> Option<Vec<u8>> {
    let mut document: Value = serde_json::from_slice(body).ok()?;
    let values = count(&document);
    let elsewhere = nth(&mut document, dice.below(values)).cloned()?;
    let place = nth(&mut document, dice.below(values))?;
    match (dice.below(3), place) {
        (0, Value::Array(list)) => repeat(list, dice),
        (1, place) => *place = elsewhere,
        (_, place) => *place = odd_value(dice),
    }
    serde_json::to_vec(&document).ok()
}

fn repeat(list: &mut Vec<Value>, dice: &mut Dice) {
    let times = dice.below(MOST_REPEATS);
    let longer = list.iter().cycle().take(list.len() * times);
    *list = longer.cloned().collect();
}

/// Values that no field expects, or hardly.
fn odd_value(dice: &mut Dice) -> Value {
    let odd = [
        json!(null),
        json!(true),
        json!(""),
        json!("0"),
        json!(-1.5),
        json!(u64::MAX),
        json!([]),
        json!({}),
        json!("2026-12-24"),
        json!("2026-12-18T09:00:00+14:00"),
        json!("+262142-12-31T23:59:59Z"),
        json!("-262143-01-01T00:00:00Z"),
        json!("\u{0}é\u{202e}🎄"),
        json!("https://".to_owned() + &"é".repeat(3_000)),
        json!("7".repeat(300)),
    ];
    odd[dice.below(odd.len())].clone()
}

/// How many values a document holds, itself among them.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(list) => list.iter().map(count).sum(),
        Value::Object(fields) => fields.values().map(count).sum(),
        _ => 0,
    }
}

/// One of the values that [`count`] counts, in the same order.
fn nth(value: &mut Value, index: usize) -> Option<&mut Value> {
    let Some(mut left) = index.checked_sub(1) else {
        return Some(value);
    };
    let children: Vec<&mut Value> = match value {
        Value::Array(list) => list.iter_mut().collect(),
        Value::Object(fields) => fields.values_mut().collect(),
        _ => Vec::new(),
    };
    for child in children {
        let held = count(child);
        if left < held {
            return nth(child, left);
        }
        left -= held;
    }
    None
}

/// Numbers from a seed, by adding a step and mixing the sum.
struct Dice(u32);

impl Dice {
    /// A number below `bound`, which is not 0.
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 16)).wrapping_mul(0x21f0_aaad);
        mixed = (mixed ^ (mixed >> 15)).wrapping_mul(0x735a_2d97);
        (mixed ^ (mixed >> 15)) as usize % bound
    }
}
