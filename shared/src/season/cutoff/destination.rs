//! Where a parcel is to go, as far as cut-offs care.

use crate::season::Country;
use crate::text::normalize_postcode;

const MAX_POSTCODE_CHARS: usize = 12;

/// Parts of countries that go by the name of the whole and take days longer: country, beginnings
/// of postcodes.
const REMOTE: [(&str, &[&str]); 3] = [
    ("FR", &["97", "984", "986", "987", "988"]),
    ("ES", &["35", "38", "51", "52"]),
    ("PT", &["9"]),
];

/// A country and, where known, a postcode, in their normal forms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Destination {
    country: String,
    postcode: Option<String>,
}

impl Destination {
    /// Reads a country (ISO 3166-1 alpha-2) and a postcode as people write them; a blank postcode
    /// is none. Of any other text it says what is wrong.
    pub fn read(country: &str, postcode: Option<&str>) -> Result<Self, &'static str> {
        let country = country.trim().to_ascii_uppercase();
        if !is_country(&country) {
            return Err("a country is two letters, such as FR");
        }
        let postcode = postcode
            .map(normalize_postcode)
            .filter(|postcode| !postcode.is_empty());
        let too_long = |postcode: &String| postcode.chars().count() > MAX_POSTCODE_CHARS;
        if postcode.as_ref().is_some_and(too_long) {
            return Err("a postcode is at most 12 letters and digits");
        }
        Ok(Self { country, postcode })
    }

    /// Somewhere in a country.
    pub fn somewhere_in(country: &Country) -> Self {
        Self {
            country: country.code().to_owned(),
            postcode: None,
        }
    }

    /// ISO 3166-1 alpha-2, in capitals.
    pub fn country(&self) -> &str {
        &self.country
    }

    /// The postcode without blanks and dashes, in capitals.
    pub fn postcode(&self) -> Option<&str> {
        self.postcode.as_deref()
    }

    /// Whether it lies in a remote part of its country, of which only those rows speak that name
    /// its postcode.
    pub(super) fn is_remote(&self) -> bool {
        let Some(postcode) = &self.postcode else {
            return false;
        };
        REMOTE
            .iter()
            .filter(|(country, _)| *country == self.country)
            .any(|(_, parts)| parts.iter().any(|part| postcode.starts_with(part)))
    }
}

/// Whether a text is written as a country's code.
pub(in crate::season) fn is_country(text: &str) -> bool {
    text.len() == 2 && text.bytes().all(|letter| letter.is_ascii_uppercase())
}
