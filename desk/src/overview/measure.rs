//! What the charts of the report may show.

use shared::protocol::report::Figures;

/// A figure that lines are compared by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// How many concerns shoppers came with.
    Contacts,
    /// The share that the bot settled.
    ByBot,
    /// The share that was resolved at first contact.
    FirstContact,
    /// The share of good ratings.
    Satisfied,
    /// Promoters less detractors.
    NetPromoters,
    /// The share of promises that were kept.
    Kept,
    /// How long half of those waited who were answered, in seconds,
    AnswerMedian,
    /// and nine tenths.
    AnswerP90,
    /// The share of notices after which nothing was asked.
    Quiet,
}

/// In what it is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// A number.
    Count,
    /// Percent.
    Percent,
    /// From -100 to 100.
    Net,
    /// Seconds.
    Seconds,
}

impl Measure {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 9] = [
        Self::Contacts,
        Self::ByBot,
        Self::FirstContact,
        Self::Satisfied,
        Self::NetPromoters,
        Self::Kept,
        Self::AnswerMedian,
        Self::AnswerP90,
        Self::Quiet,
    ];

    /// In what it is told.
    pub fn unit(self) -> Unit {
        match self {
            Self::Contacts => Unit::Count,
            Self::ByBot | Self::FirstContact | Self::Satisfied | Self::Kept | Self::Quiet => {
                Unit::Percent
            }
            Self::NetPromoters => Unit::Net,
            Self::AnswerMedian | Self::AnswerP90 => Unit::Seconds,
        }
    }

    /// Its value; `None` where nothing is known.
    pub fn of(self, figures: &Figures) -> Option<i64> {
        match self {
            Self::Contacts => Some(figures.contacts.into()),
            Self::ByBot => figures.by_bot_share().map(i64::from),
            Self::FirstContact => figures.first_contact_share().map(i64::from),
            Self::Satisfied => figures.satisfied_share().map(i64::from),
            Self::NetPromoters => figures.net_promoters().map(i64::from),
            Self::Kept => figures.kept_share().map(i64::from),
            Self::AnswerMedian => figures.answer_median.map(i64::from),
            Self::AnswerP90 => figures.answer_p90.map(i64::from),
            Self::Quiet => figures.quiet_share().map(i64::from),
        }
    }
}
