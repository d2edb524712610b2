//! Reading the query of an address.

use worker::Url;

/// A parameter of the query; a blank one is none.
pub fn asked(url: &Url, name: &str) -> Option<String> {
    url.query_pairs()
        .find(|(key, _)| key == name)
        .map(|(_, value)| value.trim().to_owned())
        .filter(|value| !value.is_empty())
}
