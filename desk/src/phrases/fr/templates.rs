//! Templates and the send guard in French.

use shared::calendar::local_day;
use shared::claims::Claim;
use shared::language::Language;
use shared::template::guard::Flaw;
use shared::time::Day;

use crate::phrases::Templates;

/// The words.
pub const TEMPLATES: Templates = Templates {
    button: "Modèles",
    heading: "Modèles de réponse",
    search: "Chercher un modèle",
    about: "Commande et colis concernés",
    about_unsaid: "Commande et colis\u{202f}: choisir",
    own: "de la boutique",
    none: "Aucun modèle ne correspond.",
    failed: "Le modèle n’a pas pu être lu. Réessayez.",
    keys: "↑ ↓ pour choisir, Entrée pour insérer, Échap pour fermer. Tab passe d’un champ à l’autre.",
    stopped: "À corriger avant d’envoyer",
    flaw: |flaw| match flaw {
        Flaw::Empty { what } if what.is_empty() => "Il reste un champ vide.".to_owned(),
        Flaw::Empty { what } => format!("À remplir\u{202f}: {what}."),
        Flaw::Stale { field, was, now } => {
            let field = field.label(Language::French);
            match now {
                Some(now) => format!("Le {field} a changé\u{202f}: {was} est devenu {now}."),
                None => format!("Plus rien ne confirme le {field} {was}."),
            }
        }
        Flaw::OtherOrder { number } => {
            format!("La commande {number} n’est pas une commande connue de ce client.")
        }
        Flaw::OtherParcel { number } => {
            format!("Le colis {number} n’est pas un colis connu de ce client.")
        }
        Flaw::UnverifiedName { name } => {
            format!("Le nom {name} n’est pas vérifié. Saluez sans le nom.")
        }
        Flaw::OtherName { name, known } => format!("Ce client s’appelle {known}, pas {name}."),
        Flaw::NoSuchDay { words } => format!("Cette date n’existe pas\u{202f}: {words}."),
        Flaw::OtherLanguage { wanted } => match wanted {
            Language::French => "Ce client parle français.".to_owned(),
            _ => "Ce client parle anglais.".to_owned(),
        },
    },
    unsupported: "À vérifier\u{202f}: aucune source ne le dit",
    claim: |claim| match claim {
        Claim::Arrival { said, estimates } => {
            let said = said_day(said);
            match estimates.first() {
                Some(day) => format!(
                    "Arrivée annoncée le {said}, le transporteur prévoit le {}. ",
                    said_day(day)
                ),
                None => {
                    format!("Arrivée annoncée le {said}, aucun transporteur ne donne de date. ")
                }
            }
        }
        Claim::Hour => "Aucune source ne donne d’heure. ".to_owned(),
        Claim::Certainty => "Aucun transporteur ne garantit une arrivée. ".to_owned(),
        Claim::Shipped => "Aucun colis n’est en route. ".to_owned(),
        Claim::OutForDelivery => "Aucun colis n’est en cours de livraison. ".to_owned(),
        Claim::AtPickupPoint => "Aucun colis n’attend en point de retrait. ".to_owned(),
        Claim::Delivered => "Aucun colis n’est livré. ".to_owned(),
        Claim::Refunded => "Aucun remboursement n’est enregistré. ".to_owned(),
    },
};

fn said_day(day: &Day) -> String {
    local_day(day, Language::French).unwrap_or_default()
}
