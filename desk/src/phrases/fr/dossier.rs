//! What is known of a shopper, in French.

use crate::phrases::dossier::{DossierWords, HouseholdWords};

/// The words of the dossier.
pub const DOSSIER: DossierWords = DossierWords {
    heading: "Dossier",
    who: "Qui",
    email: "E-mail signé par la boutique",
    language: "Langue",
    reason: "Motif du transfert",
    request: "Demande",
    asked: "Ce qui a été demandé",
    asked_nothing: "Rien avant le transfert.",
    tried: "Ce que l’assistant a tenté",
    tried_nothing: "Rien avant le transfert.",
    notices: "Annonces faites au client",
    no_notices: "Aucune dans les messages affichés.",
    orders: "Commandes",
    no_orders: "Aucune commande connue.",
    when: "Moment montré",
    now: "Maintenant",
    at_handoff: "Au transfert",
    handed_off_at: |when| format!("Figé le {when}"),
    with_bot: "L’assistant suit encore cette demande\u{202f}: il n’y a pas de dossier figé.",
    unchanged: "Rien n’a changé depuis le transfert.",
    changed: "Depuis le transfert",
    new_order: "Commande apparue depuis.",
    cancelled_since: "Annulée par la boutique.",
    new_parcel: |number| format!("Nouveau colis {number}."),
    status_changed: |from, to| format!("{from} → {to}"),
    estimate_changed: |from, to| format!("Livraison\u{202f}: {from} → {to}"),
    no_estimate: "sans date",
    new: "nouveau",
    placed: |when| format!("Passée le {when}"),
    cancelled: "Annulée",
    not_shipped: "Rien n’est encore expédié.",
    track: "Suivi du transporteur",
    expected: |day| format!("Prévu le {day}"),
    promised: |day| format!("annoncé d’abord pour le {day}"),
    kept_until: |day| format!("Gardé jusqu’au {day}"),
    history: |count| match count {
        1 => "1 étape de suivi".to_owned(),
        _ => format!("{count} étapes de suivi"),
    },
};

/// The words of a household.
pub const HOUSEHOLD: HouseholdWords = HouseholdWords {
    heading: "Même foyer",
    address: "Même adresse, autre payeur",
    payer: "Même payeur",
    orders: |count| match count {
        1 => "1 autre commande".to_owned(),
        _ => format!("{count} autres commandes"),
    },
    gifts: |count| match count {
        1 => "1 cadeau".to_owned(),
        _ => format!("{count} cadeaux"),
    },
    caution: "Pour vous seulement, sur 90 jours. N’en parlez pas au client\u{202f}: ces commandes peuvent être celles de quelqu’un d’autre.",
};
