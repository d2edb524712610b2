//! How a shopper feels, from signals that anybody can check: words, capitals, exclamation marks.
//! The lines that show it are kept beside the level, so that an agent sees why.

mod words;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::text::{fold_text, preview};
use words::{ANGRY, DESPERATE, PUBLIC, WORRIED};

/// How many lines are kept that show a mood.
const MAX_LINES: usize = 5;

/// How many characters of such a line.
const LINE_CHARS: usize = 160;

/// From how many exclamation marks on they mean something.
const MANY_EXCLAMATIONS: usize = 2;

/// From how many letters on a word in capitals means something: `SVP` doesn't.
const LOUD_LETTERS: usize = 4;

/// From how many such words on a line is shouted.
const LOUD_WORDS: usize = 2;

/// How a shopper feels.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum MoodLevel {
    /// Nothing shows otherwise.
    #[default]
    Calm,
    /// Anxious, or put out.
    Worried,
    /// Angry.
    Angry,
    /// At the end of hope or patience.
    Desperate,
}

/// A mood and what shows it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mood {
    /// The highest level that a line of this conversation showed.
    pub level: MoodLevel,
    /// Whether the shopper speaks of complaining in public or before an authority.
    pub public_complaint: bool,
    /// The latest lines that show it, oldest first.
    pub lines: Vec<MoodLine>,
}

/// A line that shows a mood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoodLine {
    /// The number of its event.
    pub seq: u64,
    /// What it shows.
    pub level: MoodLevel,
    /// The beginning of it.
    pub text: String,
}

/// What one line shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signs {
    /// How the shopper feels.
    pub level: MoodLevel,
    /// Whether a complaint in public is spoken of.
    pub public_complaint: bool,
}

/// Reads a line.
pub fn read(text: &str) -> Signs {
    let folded = fold_text(text);
    let starts: Vec<&str> = word_starts(&folded).collect();
    let says = |phrases: &[&str]| {
        let mut here = starts.iter();
        here.any(|rest| phrases.iter().any(|phrase| rest.starts_with(phrase)))
    };
    let exclaims = text.chars().filter(|c| *c == '!').count() >= MANY_EXCLAMATIONS;
    let shouts = loud_words(text) >= LOUD_WORDS;
    let public_complaint = says(PUBLIC);
    let level = if says(DESPERATE) {
        MoodLevel::Desperate
    } else if says(ANGRY) || public_complaint || (exclaims && shouts) {
        MoodLevel::Angry
    } else if says(WORRIED) || exclaims || shouts {
        MoodLevel::Worried
    } else {
        MoodLevel::Calm
    };
    Signs {
        level,
        public_complaint,
    }
}

impl Mood {
    /// The mood with one more line, where that line shows anything.
    #[must_use]
    pub fn with(&self, seq: u64, text: &str) -> Option<Self> {
        let signs = read(text);
        if signs.level == MoodLevel::Calm {
            return None;
        }
        let mut next = self.clone();
        next.level = next.level.max(signs.level);
        next.public_complaint |= signs.public_complaint;
        next.lines.push(MoodLine {
            seq,
            level: signs.level,
            text: preview(text, LINE_CHARS),
        });
        next.keep_latest();
        Some(next)
    }

    /// This mood and then another.
    #[must_use]
    pub fn then(mut self, later: Self) -> Self {
        self.level = self.level.max(later.level);
        self.public_complaint |= later.public_complaint;
        self.lines.extend(later.lines);
        self.keep_latest();
        self
    }

    fn keep_latest(&mut self) {
        let excess = self.lines.len().saturating_sub(MAX_LINES);
        self.lines.drain(..excess);
    }
}

fn loud_words(text: &str) -> usize {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| {
            // An order's number is no shouting.
            word.chars().count() >= LOUD_LETTERS && word.chars().all(char::is_uppercase)
        })
        .count()
}

/// What is left of a folded text from the beginning of each of its words on.
fn word_starts(folded: &str) -> impl Iterator<Item = &str> {
    let later = folded.match_indices(' ').map(|(at, _)| &folded[at + 1..]);
    std::iter::once(folded).chain(later)
}
