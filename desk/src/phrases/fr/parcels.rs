//! The parcels at risk in French.

use shared::protocol::parcels::Risk;

use crate::phrases::Parcels;

/// The words.
pub const PARCELS: Parcels = Parcels {
    heading: "Colis à risque",
    intro: "Ce qui demande un geste de la boutique, avant que le client ne s’inquiète. Le plus ancien d’abord.",
    filters: "Risques montrés",
    all: "Tous",
    risk: |risk| match risk {
        Risk::Lost => "Présumé perdu",
        Risk::WillMissDeadline => "Arrivera trop tard",
        Risk::Trouble => "Incident",
        Risk::PickupTooLong => "Attend au point de retrait",
        Risk::Stalled => "Sans nouvelles",
        Risk::Late => "Promesse dépassée",
    },
    found: |count| match count {
        1 => "1\u{a0}alerte".to_owned(),
        _ => format!("{count}\u{a0}alertes"),
    },
    loading: "Lecture des colis…",
    empty: "Aucun colis à risque. Tout suit son cours.",
    empty_here: "Aucun colis ne court ce risque.",
    failed: "La liste n’a pas pu être lue.",
    failed_again: |hour| format!("La liste n’a pas pu être relue. Elle date de {hour}."),
    retry: "Réessayer",
    told_at: |hour| format!("Lue à {hour}"),
    refresh: "Actualiser",
    more: "Afficher la suite",
    order: "Commande",
    parcel: "Colis",
    carrier: "Transporteur",
    why: "Risque",
    since: "Depuis",
    due: "Échéance",
    days: "Promis et prévu",
    overdue: |day| format!("{day}, dépassée"),
    promised: |day| format!("Promis le {day}"),
    expected: |day| format!("Prévu le {day}"),
    as_promised: |day| format!("Prévu comme promis le {day}"),
    tracking_page: "page de suivi, nouvel onglet",
    open_case: "Voir la demande",
};
