//! One's own sessions, the audit trail and what is kept of a shopper, in English.

use shared::audit::Action;

use crate::phrases::owners::{AccountWords, AuditWords, PrivacyWords};

/// Where the agent is signed in.
pub const ACCOUNT: AccountWords = AccountWords {
    heading: "My sessions",
    intro: "Each device where you are signed in. If you don’t recognize one, end its session.",
    times: |since, until| format!("Since {since}, until {until}"),
    here: "here",
    unknown: "Unknown device",
    end: "End",
    end_one: |times| format!("End the session: {times}"),
    end_others: "End all others",
};

/// Who did what.
pub const AUDIT: AuditWords = AuditWords {
    heading: "Audit trail",
    intro: "Who changed what of the shop, its team and its shoppers’ data. Nothing is ever removed.",
    whole: |entries| match entries {
        0 => "The trail is empty.".to_owned(),
        1 => "1 entry, verified.".to_owned(),
        _ => format!("{entries} entries, verified one by one: none was changed or removed."),
    },
    broken: |seq| {
        format!("The trail was tampered with from entry {seq} on. Tell whoever runs the service.")
    },
    only: "Show",
    all: "Everything",
    none: "Nothing of the kind.",
    more: "Show more",
    operator: "Operator",
    retention: "Retention period over",
    action: |action| match action {
        Action::SiteSaved => "Shop settings",
        Action::AgentSaved => "Account saved",
        Action::AgentRemoved => "Account removed",
        Action::Invited => "Invitation",
        Action::InvitationWithdrawn => "Invitation withdrawn",
        Action::Joined => "Invitation accepted",
        Action::ProfileSaved => "Skills",
        Action::TemplateSaved => "Template",
        Action::ServiceSaved => "Hours and times",
        Action::LabelsSaved => "Labels",
        Action::ContactExported => "Shopper’s data exported",
        Action::ContactErased => "Shopper erased",
        Action::DirectoryRebuilt => "Directory rebuilt",
    },
};

/// What is kept of a shopper.
pub const PRIVACY: PrivacyWords = PrivacyWords {
    heading: "Shopper’s data",
    export: "Export (JSON)",
    erase: "Erase this shopper…",
    title: "Erase this shopper",
    intro: "The whole conversation, notes, promises and the link to orders will be erased everywhere, for good. Parcels go on their way.",
    confirm: "Type ERASE to confirm",
    word: "ERASE",
    erase_surely: "Erase for good",
    done: |when| format!("Erased everywhere on {when}."),
    under_way: "The erasure has begun and completes by itself.",
    receipt: "Receipt: ",
    receipt_hint: "Keep this receipt: it holds nothing of the shopper and proves the erasure.",
};
