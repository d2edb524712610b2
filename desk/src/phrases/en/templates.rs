//! Templates and the send guard in English.

use shared::calendar::local_day;
use shared::claims::Claim;
use shared::language::Language;
use shared::template::guard::Flaw;
use shared::time::Day;

use crate::phrases::Templates;

/// The words.
pub const TEMPLATES: Templates = Templates {
    button: "Templates",
    heading: "Answer templates",
    search: "Search templates",
    about: "Order and parcel concerned",
    about_unsaid: "Order and parcel: choose",
    own: "the shop’s own",
    none: "No template fits.",
    failed: "The template could not be read. Try again.",
    keys: "↑ ↓ to choose, Enter to insert, Esc to close. Tab goes from field to field.",
    stopped: "Mend this before sending",
    flaw: |flaw| match flaw {
        Flaw::Empty { what } if what.is_empty() => "A field is still empty.".to_owned(),
        Flaw::Empty { what } => format!("Fill in: {what}."),
        Flaw::Stale { field, was, now } => {
            let field = field.label(Language::English);
            match now {
                Some(now) => format!("The {field} has changed: {was} is now {now}."),
                None => format!("Nothing confirms the {field} {was} any more."),
            }
        }
        Flaw::OtherOrder { number } => {
            format!("Order {number} is not a known order of this shopper.")
        }
        Flaw::OtherParcel { number } => {
            format!("Parcel {number} is not a known parcel of this shopper.")
        }
        Flaw::UnverifiedName { name } => {
            format!("The name {name} is not verified. Greet without the name.")
        }
        Flaw::OtherName { name, known } => format!("This shopper is {known}, not {name}."),
        Flaw::NoSuchDay { words } => format!("There is no such day: {words}."),
        Flaw::OtherLanguage { wanted } => match wanted {
            Language::French => "This shopper speaks French.".to_owned(),
            _ => "This shopper speaks English.".to_owned(),
        },
    },
    unsupported: "To be checked: no source says so",
    claim: |claim| match claim {
        Claim::Arrival { said, estimates } => {
            let said = said_day(said);
            match estimates.first() {
                Some(day) => {
                    format!(
                        "Arrival said for {said}, the carrier expects {}. ",
                        said_day(day)
                    )
                }
                None => format!("Arrival said for {said}, no carrier gives a day. "),
            }
        }
        Claim::Hour => "No source gives an hour. ".to_owned(),
        Claim::Certainty => "No carrier guarantees an arrival. ".to_owned(),
        Claim::Shipped => "No parcel is on its way. ".to_owned(),
        Claim::OutForDelivery => "No parcel is out for delivery. ".to_owned(),
        Claim::AtPickupPoint => "No parcel waits at a pickup point. ".to_owned(),
        Claim::Delivered => "No parcel is delivered. ".to_owned(),
        Claim::Refunded => "No refund is on record. ".to_owned(),
    },
};

fn said_day(day: &Day) -> String {
    local_day(day, Language::English).unwrap_or_default()
}
