//! What every webhook source shares: the outcome of reading a delivery, and a reader that is
//! strict only where it is told to be.
//!
//! Shops and carriers send nulls, numbers as text and objects in place of lists. A field that
//! Grelot can do without is read as absent when its shape is not the expected one, so that an odd
//! gift note never hides a parcel.

mod malformed;

use std::slice;

use serde_json::{Map, Value};

use crate::time::Timestamp;

pub use malformed::Malformed;

/// What a delivery of a source turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Delivery<T> {
    /// It speaks of something that Grelot follows.
    Understood(T),
    /// It is well formed and of no concern to Grelot.
    Ignored,
}

/// Reads a body as a JSON object.
pub(crate) fn read_object(body: &[u8]) -> Result<Map<String, Value>, Malformed> {
    serde_json::from_slice(body).map_err(|_| Malformed::NotAnObject)
}

/// The fields of a foreign object; every reader answers `None` for a field of another shape.
#[derive(Clone, Copy)]
pub(crate) struct Fields<'a>(Option<&'a Map<String, Value>>);

impl<'a> Fields<'a> {
    /// Those of no object.
    pub(crate) const NONE: Self = Self(None);

    /// The fields of an object.
    pub(crate) fn of(object: &'a Map<String, Value>) -> Self {
        Self(Some(object))
    }

    /// The object under a name; one without fields when there is none.
    pub(crate) fn object(self, name: &str) -> Self {
        Self(self.value(name).and_then(Value::as_object))
    }

    /// The objects of the list under a name; elements that are not objects are left out.
    pub(crate) fn objects(self, name: &str) -> impl Iterator<Item = Self> {
        self.list(name)
            .iter()
            .filter_map(Value::as_object)
            .map(Self::of)
    }

    /// The objects under a name, whether it holds a list of them or one alone.
    pub(crate) fn one_or_more(self, name: &str) -> impl Iterator<Item = Self> {
        let values = match self.value(name) {
            Some(Value::Array(list)) => list.as_slice(),
            Some(one) => slice::from_ref(one),
            None => &[],
        };
        values.iter().filter_map(Value::as_object).map(Self::of)
    }

    /// The list under a name; empty when there is none.
    pub(crate) fn list(self, name: &str) -> &'a [Value] {
        self.value(name)
            .and_then(Value::as_array)
            .map_or(&[], Vec::as_slice)
    }

    /// The text under a name, trimmed; a blank text is none.
    pub(crate) fn text(self, name: &str) -> Option<&'a str> {
        self.value(name).and_then(Value::as_str).and_then(filled)
    }

    /// The id under a name as decimal digits, whether it is sent as a number or as text. Ids
    /// pass 2^53, so that they are never read as floating point.
    pub(crate) fn id(self, name: &str) -> Option<String> {
        match self.value(name)? {
            Value::Number(number) => number.as_u64().map(|id| id.to_string()),
            Value::String(text) => {
                let text = text.trim();
                let decimal = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
                decimal.then(|| text.to_owned())
            }
            _ => None,
        }
    }

    /// The count under a name, sent as a number or as text.
    pub(crate) fn count(self, name: &str) -> Option<u32> {
        match self.value(name)? {
            Value::Number(number) => number.as_u64()?.try_into().ok(),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    /// Whether a flag is set.
    pub(crate) fn flag(self, name: &str) -> bool {
        self.value(name).and_then(Value::as_bool).unwrap_or(false)
    }

    /// The RFC 3339 instant under a name.
    pub(crate) fn instant(self, name: &str) -> Option<Timestamp> {
        self.text(name).and_then(Timestamp::parse_rfc3339)
    }

    /// What is under a name, of whatever shape.
    pub(crate) fn value(self, name: &str) -> Option<&'a Value> {
        self.0?.get(name)
    }
}

/// The trimmed text, unless it is blank.
pub(crate) fn filled(text: &str) -> Option<&str> {
    let text = text.trim();
    (!text.is_empty()).then_some(text)
}

/// A link that may be given to a shopper: https only, with a host and without blanks. Nothing is
/// upgraded: a plain http page may not exist under https.
pub(crate) fn https_url(text: &str) -> Option<String> {
    const SCHEME: &str = "https://";
    let text = text.trim();
    let scheme = text.get(..SCHEME.len())?;
    let rest = &text[SCHEME.len()..];
    let sound = scheme.eq_ignore_ascii_case(SCHEME)
        && rest.starts_with(|c: char| c.is_alphanumeric() || c == '[')
        && !text.chars().any(|c| c.is_whitespace() || c.is_control());
    sound.then(|| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_of_another_shape_are_absent() {
        let body = br#"{"id":"9007199254740993","big":18446744073709551615,"float":1.5,
            "blank":"  ","list":{},"count":"3","object":null,"flag":"true"}"#;
        let object = read_object(body).unwrap();
        let fields = Fields::of(&object);
        assert_eq!(fields.id("id").as_deref(), Some("9007199254740993"));
        assert_eq!(fields.id("big").as_deref(), Some("18446744073709551615"));
        assert_eq!(fields.id("float"), None);
        assert_eq!(fields.text("blank"), None);
        assert!(fields.list("list").is_empty());
        assert_eq!(fields.count("count"), Some(3));
        assert_eq!(fields.object("object").text("anything"), None);
        assert!(!fields.flag("flag"));
    }

    #[test]
    fn one_object_is_a_list_of_one() {
        for (data, count) in [
            (r#"{"id":1}"#, 1),
            ("{}", 1),
            (r#"[{"id":1},null,7,{"id":2}]"#, 2),
            ("[]", 0),
            ("null", 0),
            (r#""x""#, 0),
        ] {
            let object = read_object(format!(r#"{{"data":{data}}}"#).as_bytes()).unwrap();
            let fields = Fields::of(&object);
            assert_eq!(fields.one_or_more("data").count(), count, "{data}");
        }
        let object = read_object(b"{}").unwrap();
        assert_eq!(Fields::of(&object).one_or_more("data").count(), 0);
    }

    #[test]
    fn only_objects_are_read() {
        for body in [&b""[..], b"[]", b"null", b"{", b"\xff\xfe", b"{} trailing"] {
            assert!(read_object(body).is_err(), "{body:?}");
        }
    }

    #[test]
    fn links_are_https_with_a_host() {
        for good in ["https://laposte.fr/suivi?code=6A1", " HTTPS://a.example "] {
            assert_eq!(https_url(good).as_deref(), Some(good.trim()));
        }
        for bad in [
            "",
            "http://a.example",
            "javascript:alert(1)",
            "https://",
            "https://a b",
            "//a",
            "https:///path",
            "https://a\u{0}",
            "éttps://a.example",
        ] {
            assert_eq!(https_url(bad), None, "{bad}");
        }
    }
}
