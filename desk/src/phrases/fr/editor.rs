//! Where leads write templates, in French.

use crate::phrases::editor::EditorWords;

/// The words.
pub const EDITOR: EditorWords = EditorWords {
    heading: "Modèles de réponse",
    intro: "Toute l’équipe répond avec eux. Un champ comme { $order } est rempli avec ce que l’on sait de la demande\u{202f}; ce que l’on ignore reste à écrire.",
    new: "Nouveau modèle",
    change: "Modifier",
    change_one: |title| format!("Modifier le modèle {title}"),
    title: "Titre",
    subject: "Objet",
    body: "Texte",
    fields: "Insérer",
    keep: "Enregistrer",
    cancel: "Abandonner",
    as_begun: "Revenir au texte d’origine",
    remove: "Supprimer",
    failed: "Ce changement n’a pas été enregistré. Réessayez dans un instant.",
    untitled: "Donnez un titre au modèle.",
    too_long: "Un titre et un objet ont 120 caractères au plus, un texte 3\u{202f}000.",
    braces: "contient une accolade seule. Un champ s’écrit comme { $order }.",
    unknown_field: |name| {
        format!("contient un champ inconnu, {name}. Choisissez parmi ceux d’en bas.")
    },
    empty: "est vide.",
};
