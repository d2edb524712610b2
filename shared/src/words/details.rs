//! What a sentence is made with.

use std::collections::BTreeMap;

use fluent_bundle::{FluentArgs, FluentValue};

use crate::text::preview;

/// The longest text that is put into a sentence, in characters: foreign text has no bound of its
/// own.
const MAX_CHARS: usize = 160;

/// A text that may stand in a sentence: on one line, not empty, of at most 160 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled(String);

impl Filled {
    /// Brings a text to this form; `None` for a blank one. A long one is cut.
    pub fn new(text: &str) -> Option<Self> {
        let line = preview(text, MAX_CHARS);
        (!line.is_empty()).then_some(Self(line))
    }

    /// Takes a text of our own making as it stands, with its no-break spaces; `None` for a blank
    /// one.
    pub fn ours(text: String) -> Option<Self> {
        (!text.trim().is_empty()).then_some(Self(text))
    }

    /// Takes a text that would be wrong if it were cut, such as an address of the Web; `None`
    /// for one that is too long or has blanks.
    pub fn uncut(text: &str) -> Option<Self> {
        Self::new(text).filter(|filled| filled.0 == text && !text.contains(char::is_whitespace))
    }
}

/// Something that a sentence may need to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// The carrier that all the parcels have in common.
    Carrier,
    /// The day of delivery as it is estimated now.
    Estimate,
    /// The day that the matter is about.
    Day,
    /// The day that was told first, when the one that the matter is about is later.
    Missed,
    /// The day that was told first, when the one that the matter is about is earlier.
    Beaten,
    /// Name and address of the pickup point.
    Place,
    /// The last day on which the pickup point keeps the parcel.
    KeptUntil,
    /// Working days without a scan.
    SilentDays,
    /// Who signed for the parcel.
    SignedBy,
    /// Where the carrier shows the proof of the handover.
    ProofUrl,
    /// The day by which a human will have answered.
    PromiseBy,
    /// The moment before which something must be ordered.
    OrderBefore,
    /// The merchant's words for a way to have it.
    Offer,
    /// That the pickup point is closed. Stands in no sentence by itself.
    PointClosed,
    /// That the pickup point is full. Stands in no sentence by itself.
    PointFull,
    /// That the parcel goes to another pickup point. Stands in no sentence by itself.
    PointMoved,
    /// That the carrier itself calls the parcel lost. Stands in no sentence by itself.
    DeclaredLost,
    /// That nothing of the order was sent. Stands in no sentence by itself.
    Unsent,
}

impl Detail {
    /// Its variable in the sentences.
    pub(super) fn variable(self) -> &'static str {
        match self {
            Self::Carrier => "carrier",
            Self::Estimate => "estimate",
            Self::Day => "day",
            Self::Missed => "missed",
            Self::Beaten => "beaten",
            Self::Place => "place",
            Self::KeptUntil => "kept-until",
            Self::SilentDays => "silent-days",
            Self::SignedBy => "signed-by",
            Self::ProofUrl => "proof-url",
            Self::PromiseBy => "promise-by",
            Self::OrderBefore => "order-before",
            Self::Offer => "offer",
            Self::PointClosed => "point-closed",
            Self::PointFull => "point-full",
            Self::PointMoved => "point-moved",
            Self::DeclaredLost => "declared-lost",
            Self::Unsent => "unsent",
        }
    }
}

/// Which parcels of an order are spoken of. Every sentence may use it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scope {
    /// How they stand to the others of the order.
    pub which: Which,
    /// How many they are, at least one.
    pub count: u32,
    /// The order's number without its mark, where it has one.
    pub number: Option<Filled>,
}

impl Scope {
    /// No order is spoken of.
    pub fn nothing() -> Self {
        Self {
            which: Which::Only,
            count: 1,
            number: None,
        }
    }
}

/// How the parcels that are spoken of stand to the others of their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The order has no other.
    Only,
    /// One of several.
    One,
    /// Several, not all.
    Some,
    /// All of several.
    All,
}

impl Which {
    /// So many of an order's parcels.
    pub fn of(count: usize, total: usize) -> Self {
        match (count, total) {
            (0 | 1, 0 | 1) => Self::Only,
            (0 | 1, _) => Self::One,
            (count, total) if count < total => Self::Some,
            _ => Self::All,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Only => "only",
            Self::One => "one",
            Self::Some => "some",
            Self::All => "all",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Value {
    Text(Filled),
    Count(u32),
    /// It is so, and there is nothing to put into a sentence.
    Mark,
}

/// What is known of the matter that a sentence speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Details {
    scope: Scope,
    known: BTreeMap<Detail, Value>,
}

impl Details {
    /// Nothing is known yet but which parcels are spoken of.
    pub fn of(scope: Scope) -> Self {
        Self {
            scope,
            known: BTreeMap::new(),
        }
    }

    /// With a text, or without it.
    #[must_use]
    pub fn text(self, detail: Detail, text: Option<Filled>) -> Self {
        self.with(detail, text.map(Value::Text))
    }

    /// With a number, or without it.
    #[must_use]
    pub fn count(self, detail: Detail, count: Option<u32>) -> Self {
        self.with(detail, count.map(Value::Count))
    }

    /// With a mark, or without it.
    #[must_use]
    pub fn mark(self, detail: Detail, is_so: bool) -> Self {
        self.with(detail, is_so.then_some(Value::Mark))
    }

    fn with(mut self, detail: Detail, value: Option<Value>) -> Self {
        match value {
            Some(value) => self.known.insert(detail, value),
            None => self.known.remove(&detail),
        };
        self
    }

    /// Whether all of these are known.
    pub(super) fn know(&self, needs: &[Detail]) -> bool {
        needs.iter().all(|need| self.known.contains_key(need))
    }

    /// The scope and these details, the way sentences take them.
    pub(super) fn arguments(&self, needs: &[Detail]) -> FluentArgs<'_> {
        let Scope {
            which,
            count,
            number,
        } = &self.scope;
        let mut arguments = FluentArgs::new();
        arguments.set("which", which.name());
        arguments.set("count", *count);
        arguments.set("naming", number.as_ref().map_or("bare", |_| "numbered"));
        if let Some(Filled(number)) = number {
            arguments.set("number", number.as_str());
        }
        for (detail, value) in self.known.iter().filter(|(known, _)| needs.contains(known)) {
            let value: FluentValue<'_> = match value {
                Value::Text(Filled(text)) => text.as_str().into(),
                Value::Count(count) => (*count).into(),
                Value::Mark => continue,
            };
            arguments.set(detail.variable(), value);
        }
        arguments
    }
}
