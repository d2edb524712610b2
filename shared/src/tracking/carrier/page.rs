//! A carrier's tracking page as a link.

use crate::text::percent_encode;

/// A tracking page, as templates in which `{number}` and `{postcode}` are filled in.
#[derive(Debug)]
pub struct Page {
    /// How the numbers that it shows begin; empty for all.
    pub prefix: &'static str,
    /// The link by the number alone, if it leads to the parcel or asks only for the postcode.
    pub by_number: Option<&'static str>,
    /// The link by number and postcode.
    pub by_postcode: Option<&'static str>,
}

impl Page {
    /// A page that shows any number.
    pub(super) const fn of(by_number: &'static str) -> Self {
        Self::at("", by_number)
    }

    /// A page that shows the numbers of a prefix.
    pub(super) const fn at(prefix: &'static str, by_number: &'static str) -> Self {
        Self {
            prefix,
            by_number: Some(by_number),
            by_postcode: None,
        }
    }

    /// The page with a link that brings the postcode along.
    pub(super) const fn or(mut self, by_postcode: &'static str) -> Self {
        self.by_postcode = Some(by_postcode);
        self
    }

    /// A page that shows nothing without the postcode.
    pub(super) const fn with_postcode_only(by_postcode: &'static str) -> Self {
        Self {
            prefix: "",
            by_number: None,
            by_postcode: Some(by_postcode),
        }
    }

    pub(super) fn is_for(&self, number: &str) -> bool {
        number.starts_with(self.prefix)
    }

    pub(super) fn link(&self, number: &str, postcode: Option<&str>) -> Option<String> {
        if number.is_empty() {
            return None;
        }
        let postcode = postcode.filter(|postcode| !postcode.is_empty());
        let (template, postcode) = match (self.by_postcode, postcode) {
            (Some(template), Some(postcode)) => (template, postcode),
            _ => (self.by_number?, ""),
        };
        let link = template.replace("{number}", &percent_encode(number));
        Some(link.replace("{postcode}", &percent_encode(postcode)))
    }
}
