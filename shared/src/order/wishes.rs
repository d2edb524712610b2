//! What a shopper asks for in the free attributes of an order: that it is a present, that its
//! content is a secret, the day by which it must be there.
//!
//! Shops and their plugins write such attributes under names of their own. These are read,
//! however they are cased, accented or parted (`is_gift`, `Is gift`, `_is-gift`):
//!
//! | wish | names | values |
//! | --- | --- | --- |
//! | a present | `gift`, `is_gift`, `cadeau`, `est_un_cadeau` | `true`, `1`, `yes`, `oui`, `on`; `secret` or `surprise` for a secret one |
//! | a secret present | `secret`, `is_secret`, `surprise`, `secret_gift`, `gift_secret`, `cadeau_secret`, `cadeau_surprise` | anything but `false`, `0`, `no`, `non`, `off` |
//! | a deadline | `deadline`, `deliver_by`, `date_limite`, `livrer_avant` | an ISO 8601 day, `2026-12-24` |
//!
//! Only an explicit wish counts: a gift message or a wrapping is none. Where a secret is named at
//! all, doubt keeps it: a surprise that was told can't be taken back.

use serde_json::Value;

use super::Gift;
use crate::source::Fields;
use crate::text::fold_text;
use crate::time::Day;

/// What was asked for.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Wishes {
    /// Whether it is a present.
    pub(super) gift: Option<Gift>,
    /// The day by which it must be there; the earliest, when several are named.
    pub(super) deadline: Option<Day>,
}

const GIFT_NAMES: [&str; 4] = ["gift", "is gift", "cadeau", "est un cadeau"];
const SECRET_NAMES: [&str; 7] = [
    "secret",
    "is secret",
    "surprise",
    "secret gift",
    "gift secret",
    "cadeau secret",
    "cadeau surprise",
];
const DEADLINE_NAMES: [&str; 4] = ["deadline", "deliver by", "date limite", "livrer avant"];
const YES: [&str; 5] = ["true", "1", "yes", "oui", "on"];
const NO: [&str; 6] = ["false", "0", "no", "non", "off", ""];
const SECRETLY: [&str; 2] = ["secret", "surprise"];

/// Reads the wishes out of attributes, each a name and a value.
pub(super) fn wishes<'a>(attributes: impl Iterator<Item = (&'a str, &'a Value)>) -> Wishes {
    let mut wishes = Wishes::default();
    for (name, value) in attributes {
        let name = fold_text(name);
        let is_one_of = |names: &[&str]| names.contains(&name.as_str());
        if is_one_of(&DEADLINE_NAMES) {
            let day = value.as_str().and_then(|text| Day::parse(text.trim()));
            wishes.deadline = [wishes.deadline, day].into_iter().flatten().min();
        } else if is_one_of(&SECRET_NAMES) && !NO.contains(&word(value).as_str()) {
            wishes.gift = Some(Gift { secret: true });
        } else if is_one_of(&GIFT_NAMES) {
            wishes.gift = wishes.gift.max(gift(&word(value)));
        }
    }
    wishes
}

/// The attributes of a list of objects that hold a name and a `value` each, or of one object
/// that has them as its fields: line items are seen with either.
pub(super) fn attributes<'a>(
    fields: Fields<'a>,
    list: &str,
    name: &'static str,
) -> impl Iterator<Item = (&'a str, &'a Value)> {
    let listed = fields
        .objects(list)
        .filter_map(move |entry| Some((entry.text(name)?, entry.value("value")?)));
    let named = fields
        .value(list)
        .and_then(Value::as_object)
        .into_iter()
        .flatten()
        .map(|(name, value)| (name.as_str(), value));
    listed.chain(named)
}

fn gift(value: &str) -> Option<Gift> {
    if SECRETLY.contains(&value) {
        return Some(Gift { secret: true });
    }
    YES.contains(&value).then_some(Gift { secret: false })
}

/// A value in one word; a list or an object is no word, and not a no.
fn word(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => fold_text(text),
        Value::Array(_) | Value::Object(_) => "?".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(attributes: &Value) -> Wishes {
        let object = json!({ "attributes": attributes });
        let fields = Fields::of(object.as_object().unwrap());
        wishes(super::attributes(fields, "attributes", "name"))
    }

    #[test]
    fn a_present_is_one_when_an_attribute_says_so() {
        let (open, secret) = (Some(Gift { secret: false }), Some(Gift { secret: true }));
        for (name, value, gift) in [
            ("gift", json!("yes"), open),
            ("Cadeau", json!(" Oui "), open),
            ("_is_gift", json!(true), open),
            ("est-un-cadeau", json!(1), open),
            ("gift", json!("surprise"), secret),
            ("Cadeau", json!("Secret !"), secret),
            ("secret", json!("true"), secret),
            ("Cadeau surprise", json!("pour Léo"), secret),
            ("surprise", json!(["oui"]), secret),
            ("gift", json!("false"), None),
            ("gift", json!("non"), None),
            ("gift", json!(""), None),
            ("gift", json!(null), None),
            ("gift", json!("papier rouge"), None),
            ("gift", json!({"yes": true}), None),
            ("secret", json!("Non"), None),
            ("secret", json!(false), None),
            ("secret", json!(null), None),
            ("gift message", json!("yes"), None),
            ("emballage cadeau", json!("oui"), None),
            ("gift_card", json!(true), None),
            ("secret message", json!("je t’aime"), None),
        ] {
            let attributes = json!([{"name": name, "value": value}]);
            assert_eq!(read(&attributes).gift, gift, "{name}: {value}");
        }
    }

    #[test]
    fn a_secret_outweighs_whatever_else_is_said() {
        let secret = json!({"name": "surprise", "value": "oui"});
        for other in [
            json!({"name": "cadeau", "value": "oui"}),
            json!({"name": "secret", "value": "non"}),
        ] {
            for attributes in [json!([secret, other]), json!([other, secret])] {
                let gift = read(&attributes).gift;
                assert_eq!(gift, Some(Gift { secret: true }), "{attributes}");
            }
        }
    }

    #[test]
    fn a_deadline_is_an_iso_day_and_the_earliest_counts() {
        for (attributes, day) in [
            (
                json!([{"name": "deliver_by", "value": "2026-12-24"}]),
                Some("2026-12-24"),
            ),
            (
                json!([{"name": "Livrer avant", "value": " 2026-12-24T18:00:00+01:00"}]),
                Some("2026-12-24"),
            ),
            (
                json!([{"name": "deadline", "value": "2026-12-24"},
                    {"name": "date_limite", "value": "2026-12-19"},
                    {"name": "deadline", "value": "bientôt"}]),
                Some("2026-12-19"),
            ),
            (json!([{"name": "deadline", "value": "24/12/2026"}]), None),
            (json!([{"name": "deadline", "value": 20_261_224}]), None),
            (
                json!([{"name": "delivery_date", "value": "2026-12-24"}]),
                None,
            ),
        ] {
            let deadline = read(&attributes).deadline;
            assert_eq!(deadline.as_ref().map(Day::as_str), day, "{attributes}");
        }
    }

    #[test]
    fn attributes_come_as_a_list_or_as_an_object() {
        for (attributes, gift) in [
            (json!({"gift": "yes", "color": "red"}), true),
            (json!([{"name": "gift", "value": "yes"}]), true),
            (json!([{"name": "gift"}, {"value": "yes"}, null, 7]), false),
            (json!("gift"), false),
            (json!(null), false),
        ] {
            assert_eq!(read(&attributes).gift.is_some(), gift, "{attributes}");
        }
    }
}
