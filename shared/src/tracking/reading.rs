//! What the readers of tracking sources share.

use super::normalize_number;
use crate::source::{Fields, Malformed};

/// The normalized tracking number under a name.
pub(super) fn number(parcel: Fields<'_>, name: &str) -> Result<String, Malformed> {
    parcel
        .text(name)
        .map(normalize_number)
        .filter(|number| !number.is_empty())
        .ok_or(Malformed::NoTrackingNumber)
}

/// A status and its detail as one code, `in_transit/arrived_at_facility`.
pub(super) fn raw_code(code: &str, detail: Option<&str>) -> String {
    detail.map_or_else(|| code.to_owned(), |detail| format!("{code}/{detail}"))
}

/// The first text that any of the names holds.
pub(super) fn first_text<'a>(object: Fields<'a>, names: &[&str]) -> Option<&'a str> {
    names.iter().find_map(|name| object.text(name))
}

/// A place in one line, from the parts under the names.
pub(super) fn place(location: Fields<'_>, names: &[&str]) -> Option<String> {
    let parts: Vec<&str> = names
        .iter()
        .filter_map(|name| location.text(name))
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}
