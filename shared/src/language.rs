//! The languages that Grelot speaks, and how one is chosen.

use serde::{Deserialize, Serialize};

/// A language of the widget, the bot and the notices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// French, the default: shoppers are French first.
    #[default]
    #[serde(rename = "fr")]
    French,
    /// English, for everyone else until more languages are complete.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
        }
    }

    /// The language for a browser's or a shop's tag: French for `fr` and its regions, English
    /// for any other tag, `None` for an empty one.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        match primary {
            "" => None,
            _ if primary.eq_ignore_ascii_case("fr") => Some(Self::French),
            _ => Some(Self::English),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_choose_a_language() {
        assert_eq!(Language::from_tag("fr-CA"), Some(Language::French));
        assert_eq!(Language::from_tag("FR_fr"), Some(Language::French));
        assert_eq!(Language::from_tag("de"), Some(Language::English));
        assert_eq!(Language::from_tag(""), None);
    }
}
