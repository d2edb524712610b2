//! How shoppers are served, in French.

use crate::phrases::service::ServiceWords;

/// The words.
pub const SERVICE: ServiceWords = ServiceWords {
    heading: "Horaires et délais",
    intro: |zone| {
        format!(
            "Quand l’équipe répond (heure de {zone}) et en combien de temps. Un changement vaut tout de suite, aussi pour les demandes en cours."
        )
    },
    hours: "Horaires",
    hours_hint: "Par exemple 9h-12h30, 14h-18h. Un jour laissé vide est fermé.",
    weekdays: [
        "Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche",
    ],
    closed: "fermé",
    not_hours: "Écrivez des heures dans l’ordre, par exemple 9h-12h30, 14h-18h.",
    never_open: "L’équipe répond au moins un jour de la semaine.",
    holidays: |country| format!("Fermé les jours fériés ({country})"),
    always: "L’équipe répond jour et nuit, tous les jours.",
    set_hours: "Fixer des horaires",
    set_always: "Répondre jour et nuit",
    written: "Horaires écrits",
    written_hint: "Ces horaires disent plus qu’une semaine type. Ils se modifient ici dans le format d’OpenStreetMap.",
    days_off: "Fermetures exceptionnelles",
    first_day: "Premier jour",
    last_day: "Dernier jour",
    from_to: |first, last| format!("du {first} au {last}"),
    remove_day: |days| format!("Retirer la fermeture {days}"),
    targets: "Délais, en minutes d’ouverture",
    first_answer: "Première réponse",
    next_answer: "Réponses suivantes",
    solution: "Demande réglée",
    queue: "Attente d’un conseiller",
    queue_hint: "Passé ce temps dans la file, fermeture comprise, l’assistant propose une fois de revenir plus tard.",
    call_back: "Minutes d’attente",
    not_minutes: "Écrivez un nombre de minutes, 1 au moins.",
    season: "Renfort de saison",
    season_hint: "Entre ces deux jours, les conseillers e-mail reçoivent aussi des chats.",
    saved: "Enregistré.",
    conflict: "Quelqu’un d’autre vient de changer ces réglages. Les voici tels qu’ils sont\u{202f}: refaites votre changement s’il manque.",
    unfit: "Ce changement n’a pas été enregistré\u{202f}: l’horaire est illisible ou trop long, ou le dernier jour précède le premier.",
};
