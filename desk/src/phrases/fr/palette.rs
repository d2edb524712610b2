//! The palette in French.

use shared::search::Kind;

use crate::phrases::palette::PaletteWords;

/// The words.
pub const PALETTE: PaletteWords = PaletteWords {
    button: "Chercher",
    heading: "Chercher et agir",
    search: "Un mot d’un message, une commande, un client, une action",
    none: "Rien ne correspond.",
    searching: "Recherche…",
    failed: "La recherche n’a pas abouti. Réessayez.",
    hint: "↑ ↓ pour choisir, Entrée pour y aller, Échap pour fermer.",
    act: "Action",
    case: "Demande",
    kind: |kind| match kind {
        Kind::Order => "Commande",
        Kind::Shopper => "Client",
        Kind::Message => "Message",
        Kind::Note => "Note",
    },
    next: "Ouvrir la prochaine demande en attente",
    list: |tab| format!("Voir la liste «\u{202f}{tab}\u{202f}»"),
    no_case: "Pas encore de conversation",
    found: |count| match count {
        1 => "1 résultat".to_owned(),
        _ => format!("{count} résultats"),
    },
};
