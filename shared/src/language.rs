//! The languages that Grelot speaks, and how one is chosen.

use serde::{Deserialize, Serialize};

/// A language of the widget, the bot and the notices.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// French, the default: shoppers are French first.
    #[default]
    #[serde(rename = "fr")]
    French,
    /// English, and what is spoken with everyone whose language is not here.
    #[serde(rename = "en")]
    English,
    /// German.
    #[serde(rename = "de")]
    German,
    /// Spanish.
    #[serde(rename = "es")]
    Spanish,
    /// Italian.
    #[serde(rename = "it")]
    Italian,
    /// Dutch.
    #[serde(rename = "nl")]
    Dutch,
    /// Portuguese, as in Portugal.
    #[serde(rename = "pt")]
    Portuguese,
    /// Arabic, written from right to left, with the digits of the West.
    #[serde(rename = "ar")]
    Arabic,
}

impl Language {
    /// All of them, in the order of their declaration.
    pub const ALL: [Self; 8] = [
        Self::French,
        Self::English,
        Self::German,
        Self::Spanish,
        Self::Italian,
        Self::Dutch,
        Self::Portuguese,
        Self::Arabic,
    ];

    /// The BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::English => "en",
            Self::German => "de",
            Self::Spanish => "es",
            Self::Italian => "it",
            Self::Dutch => "nl",
            Self::Portuguese => "pt",
            Self::Arabic => "ar",
        }
    }

    /// The language for a browser's or a shop's tag, whatever its region: English for one that
    /// is not spoken here, `None` for an empty tag.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        let mut spoken = Self::ALL.into_iter();
        match primary {
            "" => None,
            _ => spoken
                .find(|language| primary.eq_ignore_ascii_case(language.tag()))
                .or(Some(Self::English)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_choose_a_language() {
        for (tag, language) in [
            ("fr-CA", Language::French),
            ("FR_fr", Language::French),
            ("de-AT", Language::German),
            ("pt-BR", Language::Portuguese),
            ("ar-EG", Language::Arabic),
            ("sv", Language::English),
        ] {
            assert_eq!(Language::from_tag(tag), Some(language), "{tag}");
        }
        assert_eq!(Language::from_tag(""), None);
    }

    #[test]
    fn a_language_is_told_by_its_tag() {
        for (index, language) in Language::ALL.into_iter().enumerate() {
            assert_eq!(language as usize, index);
            assert_eq!(Language::from_tag(language.tag()), Some(language));
            let told = serde_json::to_string(&language).unwrap();
            assert_eq!(told, format!("\"{}\"", language.tag()));
        }
    }
}
