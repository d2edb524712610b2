//! Who did what to a site and its people, in a chain: each entry holds the hash of the one before.
//!
//! An entry that was changed, taken out or moved breaks the chain at its place; entries that were
//! cut off its end are missed by whoever kept the head, which is the last entry's number and hash.
//! An entry names people by their ids, never by what may have to be erased.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::time::Timestamp;

/// Whom an entry names where whoever runs the edge did it.
pub const OPERATOR: &str = "operator";

/// Whom an entry names where nobody did it: its time had come.
pub const RETENTION: &str = "retention";

/// What was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// A site was made or its settings changed.
    SiteSaved,
    /// An agent was made, or given another name, password or role.
    AgentSaved,
    /// An agent was removed.
    AgentRemoved,
    /// Somebody was invited.
    Invited,
    /// An invitation was taken back.
    InvitationWithdrawn,
    /// An invitation was taken.
    Joined,
    /// What an agent can do was set.
    ProfileSaved,
    /// A template of the shop's own was written, or dropped.
    TemplateSaved,
    /// When somebody answers, within which time, or who helps in the season was set.
    ServiceSaved,
    /// The shop's labels were changed.
    LabelsSaved,
    /// Everything about a contact was given.
    ContactExported,
    /// A contact was erased.
    ContactErased,
    /// The directory was asked back from the objects.
    DirectoryRebuilt,
}

impl Action {
    /// The name under which it is kept and hashed.
    pub fn name(self) -> &'static str {
        match self {
            Self::SiteSaved => "site_saved",
            Self::AgentSaved => "agent_saved",
            Self::AgentRemoved => "agent_removed",
            Self::Invited => "invited",
            Self::InvitationWithdrawn => "invitation_withdrawn",
            Self::Joined => "joined",
            Self::ProfileSaved => "profile_saved",
            Self::TemplateSaved => "template_saved",
            Self::ServiceSaved => "service_saved",
            Self::LabelsSaved => "labels_saved",
            Self::ContactExported => "contact_exported",
            Self::ContactErased => "contact_erased",
            Self::DirectoryRebuilt => "directory_rebuilt",
        }
    }
}

/// One thing that somebody did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deed {
    /// When.
    pub at: Timestamp,
    /// Who: [`OPERATOR`], an agent's id, or [`RETENTION`].
    pub actor: String,
    /// What.
    pub action: Action,
    /// To whom or what, by its id.
    pub subject: String,
}

/// A deed in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// From 1, by one.
    pub seq: u64,
    /// What was done.
    #[serde(flatten)]
    pub deed: Deed,
    /// SHA-256 of the entry before and of this one, in hexadecimal.
    pub hash: String,
}

/// Where a trail ends.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The number of the last entry; 0 before the first.
    pub seq: u64,
    /// Its hash; empty before the first.
    pub hash: String,
}

/// A trail that somebody has tampered with: the first number that is not as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Broken {
    /// The number.
    pub seq: u64,
}

impl Head {
    /// The entry that a deed makes behind this head.
    #[must_use]
    pub fn append(&self, deed: Deed) -> Entry {
        let seq = self.seq + 1;
        let hash = hash(&self.hash, seq, &deed);
        Entry { seq, deed, hash }
    }
}

impl From<&Entry> for Head {
    fn from(entry: &Entry) -> Self {
        Self {
            seq: entry.seq,
            hash: entry.hash.clone(),
        }
    }
}

/// Follows a trail from its beginning to the head that was kept elsewhere.
pub fn verify(trail: &[Entry], kept: &Head) -> Result<(), Broken> {
    let mut head = Head::default();
    for entry in trail {
        if head.append(entry.deed.clone()) != *entry {
            return Err(Broken { seq: head.seq + 1 });
        }
        head = entry.into();
        if head.seq == kept.seq && head != *kept {
            return Err(Broken { seq: head.seq });
        }
    }
    // What came after the head was kept is only longer; what is shorter was cut.
    if head.seq < kept.seq {
        return Err(Broken { seq: head.seq + 1 });
    }
    Ok(())
}

/// The hash of an entry: every part with its length before it, so that no two read alike.
fn hash(previous: &str, seq: u64, deed: &Deed) -> String {
    let mut hash = Sha256::new();
    let (seq, at) = (seq.to_be_bytes(), deed.at.0.to_be_bytes());
    for part in [
        previous.as_bytes(),
        &seq,
        &at,
        deed.actor.as_bytes(),
        deed.action.name().as_bytes(),
        deed.subject.as_bytes(),
    ] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hex::encode(hash.finalize())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn deed() -> impl Strategy<Value = Deed> {
        let action = prop::sample::select(vec![
            Action::SiteSaved,
            Action::AgentSaved,
            Action::AgentRemoved,
            Action::ContactErased,
        ]);
        (0_i64..1_000_000, "[a-z]{1,6}", action, "[a-z0-9]{0,6}").prop_map(
            |(at, actor, action, subject)| Deed {
                at: Timestamp(at),
                actor,
                action,
                subject,
            },
        )
    }

    fn trail() -> impl Strategy<Value = Vec<Entry>> {
        prop::collection::vec(deed(), 2..30).prop_map(|deeds| {
            let mut head = Head::default();
            let mut append = |deed| {
                let entry = head.append(deed);
                head = (&entry).into();
                entry
            };
            deeds.into_iter().map(&mut append).collect()
        })
    }

    fn head(trail: &[Entry]) -> Head {
        trail.last().map(Head::from).unwrap()
    }

    #[test]
    fn tr24_parts_are_not_confused() {
        let deed = |actor: &str, subject: &str| Deed {
            at: Timestamp(0),
            actor: actor.into(),
            action: Action::Joined,
            subject: subject.into(),
        };
        assert_ne!(hash("", 1, &deed("ab", "c")), hash("", 1, &deed("a", "bc")));
    }

    proptest! {
        #[test]
        fn tr24_a_trail_that_nobody_touched_is_sound(trail in trail()) {
            prop_assert_eq!(verify(&trail, &head(&trail)), Ok(()));
            // One entry more than the head that was kept is no harm.
            let kept = Head::from(&trail[trail.len() - 2]);
            prop_assert_eq!(verify(&trail, &kept), Ok(()));
        }

        #[test]
        fn tr24_a_changed_entry_is_found(
            trail in trail(), at: prop::sample::Index, other in deed(),
        ) {
            let at = at.index(trail.len());
            prop_assume!(trail[at].deed != other);
            let mut changed = trail.clone();
            changed[at].deed = other.clone();
            prop_assert!(verify(&changed, &head(&trail)).is_err());
            // Nor does it help to hash all that follows anew.
            let mut forged: Vec<Entry> = trail[..at].to_vec();
            let mut end = forged.last().map(Head::from).unwrap_or_default();
            let deeds = trail[at + 1..].iter().map(|entry| entry.deed.clone());
            for deed in std::iter::once(other).chain(deeds) {
                forged.push(end.append(deed));
                end = forged.last().map(Head::from).unwrap();
            }
            prop_assert!(verify(&forged, &head(&trail)).is_err());
        }

        #[test]
        fn tr24_an_entry_taken_out_is_found(trail in trail(), at: prop::sample::Index) {
            let mut cut = trail.clone();
            cut.remove(at.index(trail.len()));
            prop_assert!(verify(&cut, &head(&trail)).is_err());
        }

        #[test]
        fn tr24_entries_in_another_order_are_found(
            trail in trail(), one: prop::sample::Index, other: prop::sample::Index,
        ) {
            let (one, other) = (one.index(trail.len()), other.index(trail.len()));
            prop_assume!(one != other);
            let mut moved = trail.clone();
            moved.swap(one, other);
            prop_assert!(verify(&moved, &head(&trail)).is_err());
        }
    }
}
