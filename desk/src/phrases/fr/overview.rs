//! The lead's view, in French.

use crate::overview::Measure;
use crate::phrases::overview::OverviewWords;

/// The words.
pub const OVERVIEW: OverviewWords = OverviewWords {
    heading: "Pilotage",
    wall: "En ce moment",
    waiting: "En attente",
    of_them_vip: |count| match count {
        0 => String::new(),
        1 => "dont 1 prioritaire".to_owned(),
        _ => format!("dont {count} prioritaires"),
    },
    longest: "Plus longue attente",
    nobody: "Personne",
    overdue: "Délais dépassés",
    promised: "Promesses à tenir",
    of_them_broken: |count| match count {
        0 => "aujourd’hui".to_owned(),
        1 => "dont 1 rompue".to_owned(),
        _ => format!("dont {count} rompues"),
    },
    at_risk: "Colis à risque",
    here: "Conseillers présents",
    load: |ready, held, capacity| {
        let plural = if ready > 1 { "s" } else { "" };
        format!("{ready} disponible{plural}, charge\u{202f}: {held} sur {capacity}")
    },
    report: "Bilan",
    spans: "Période",
    last_days: |days| format!("{days} jours"),
    from: "Du",
    to: "au",
    as_of: |hour| format!("Chiffres de {hour}, relus toutes les cinq minutes."),
    sheet: "Télécharger (CSV)",
    loading: "Lecture du bilan…",
    empty: "Aucune demande et aucune annonce pendant cette période.",
    failed: "Le bilan n’a pas pu être lu. Choisissez de nouveau la période.",
    malformed: "Choisissez une période de 92 jours au plus, du premier au dernier jour.",
    measures: "Touchez un chiffre pour le comparer dans les graphiques.",
    measure: |measure| match measure {
        Measure::Contacts => "Demandes",
        Measure::ByBot => "Réglées par l’assistant",
        Measure::FirstContact => "Réglées au premier contact",
        Measure::Satisfied => "Avis «\u{202f}très bien\u{202f}»",
        Measure::NetPromoters => "Recommandation (NPS)",
        Measure::Kept => "Promesses tenues",
        Measure::AnswerMedian => "Première réponse, médiane",
        Measure::AnswerP90 => "Première réponse, 9 sur 10",
        Measure::Quiet => "Questions évitées",
    },
    percent: |value| format!("{value}\u{202f}%"),
    basis: |part, whole| match whole {
        0 => String::new(),
        _ => format!("{part} sur {whole}"),
    },
    by_day: "Par jour",
    by_topic: "Par sujet",
    by_carrier: "Par transporteur",
    by_level: "Par niveau du conseiller",
    reasons: "Pourquoi un conseiller",
    notices: "Ce que les annonces ont évité",
    notices_hint: "Annonces suivies de trois jours sans question du client sur la commande.",
    table: "Tous les chiffres",
    none: "Rien pendant cette période.",
    of_told: |quiet, told| format!("{quiet} sur {told}"),
};
