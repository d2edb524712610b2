//! Vocabularies of sources as tables: what a code means for a parcel, and whether more than hearsay
//! says so.

use super::{IncidentReason, Status};

/// What a code means: a status, and why where the code tells it.
pub(super) type Meaning = (Status, Option<IncidentReason>);

/// A code of a source, with what it means.
pub(super) struct Entry {
    code: &'static str,
    meaning: Meaning,
    verified: bool,
}

impl Entry {
    /// A code whose meaning the source documents.
    pub(super) const fn new(code: &'static str, status: Status) -> Self {
        Self {
            code,
            meaning: (status, None),
            verified: true,
        }
    }

    /// A documented code that also tells why.
    pub(super) const fn because(
        code: &'static str,
        status: Status,
        reason: IncidentReason,
    ) -> Self {
        Self {
            code,
            meaning: (status, Some(reason)),
            verified: true,
        }
    }

    /// A code of which only others than the source say what it means.
    pub(super) const fn unverified(code: &'static str, status: Status) -> Self {
        Self {
            code,
            meaning: (status, None),
            verified: false,
        }
    }
}

/// What a code means by a table. An unverified entry is passed over, so that no shopper is told
/// what may be false: the coarser code beside it speaks, or none does.
pub(super) fn look_up(table: &[Entry], code: &str) -> Option<Meaning> {
    table
        .iter()
        .find(|entry| entry.verified && entry.code == code)
        .map(|entry| entry.meaning)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dw12_an_unverified_code_means_nothing() {
        let table = [
            Entry::new("moved", Status::InTransit),
            Entry::because("wet", Status::Exception, IncidentReason::Damaged),
            Entry::unverified("gone", Status::Lost),
        ];
        for (code, meaning) in [
            ("moved", Some((Status::InTransit, None))),
            (
                "wet",
                Some((Status::Exception, Some(IncidentReason::Damaged))),
            ),
            ("gone", None),
            ("Moved", None),
            ("", None),
        ] {
            assert_eq!(look_up(&table, code), meaning, "{code}");
        }
    }
}
