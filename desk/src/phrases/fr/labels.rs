//! Labels and several cases at once, in French.

use shared::protocol::labels::LabelColor;

use crate::phrases::labels::{LabelWords, PickingWords};

/// The words of labels.
pub const LABELS: LabelWords = LabelWords {
    heading: "Étiquettes",
    intro: "Toute l’équipe classe les demandes avec elles. Chaque changement est enregistré aussitôt. Une étiquette retirée disparaît des demandes, et y revient si vous annulez.",
    filter: "N’afficher qu’une étiquette",
    all: "Toutes les étiquettes",
    name: "Nom de l’étiquette",
    new: "Nouvelle étiquette",
    add: "Ajouter",
    remove: "Retirer",
    remove_label: |name| format!("Retirer l’étiquette {name}"),
    color_name: "Couleur",
    color: |color| match color {
        LabelColor::Gray => "Gris",
        LabelColor::Red => "Rouge",
        LabelColor::Orange => "Orange",
        LabelColor::Green => "Vert",
        LabelColor::Blue => "Bleu",
        LabelColor::Violet => "Violet",
    },
    undo: "Annuler le dernier changement",
    failed: "Ce changement n’a pas été enregistré. Chaque étiquette a un nom à elle, de 30 caractères au plus.",
};

/// The words of several cases at once.
pub const PICKING: PickingWords = PickingWords {
    pick: "Sélectionner",
    heading: "Demandes sélectionnées",
    picked: |count| match count {
        0 => "Touchez les demandes à sélectionner.".to_owned(),
        1 => "1 demande sélectionnée".to_owned(),
        _ => format!("{count} demandes sélectionnées"),
    },
    what: "Que faire de la sélection\u{202f}?",
    label: "Étiqueter",
    end: "Terminer",
    apply: "Appliquer",
    cancel: "Annuler",
    done: |done, left| match left {
        0 => format!("Fait pour {done} demandes."),
        _ => format!(
            "Fait pour {done} demandes. {left} n’étaient pas à vous, ou ne s’y prêtaient pas."
        ),
    },
};
