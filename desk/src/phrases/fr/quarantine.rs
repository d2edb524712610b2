//! The payloads that could not be understood, in French.

use shared::source::Malformed;

use crate::phrases::Quarantine;

/// The words.
pub const QUARANTINE: Quarantine = Quarantine {
    heading: "Envois non compris",
    button: |count| format!("Non compris\u{202f}: {count}"),
    intro: "Ces envois portent une bonne signature, mais leur contenu n’a pas pu être lu. Rien n’a été deviné. Relisez-les après une mise à jour, ou écartez ceux qui ne servent à rien.",
    empty: "Tout ce qui est arrivé a été compris.",
    show: "Voir le contenu",
    hide: "Masquer le contenu",
    loading: "Lecture du contenu…",
    again: "Relire",
    discard: "Écarter",
    asking: "En cours…",
    unanswered: "Pas de réponse. Réessayez.",
    replayed: "Compris cette fois, et pris en compte.",
    discarded: "Écarté. Son contenu est oublié.",
    tried: |when| format!("Relu le {when}\u{202f}: toujours pas compris"),
    size: |bytes| match bytes {
        0..1_024 => format!("{bytes}\u{a0}octets"),
        _ => format!("{}\u{a0}Ko", bytes.div_ceil(1_024)),
    },
    problem,
    back: "Retour aux demandes",
};

fn problem(problem: Malformed) -> &'static str {
    match problem {
        Malformed::NotAnObject => "Le contenu n’est pas un objet JSON.",
        Malformed::NoType => "L’envoi ne dit pas de quoi il parle.",
        Malformed::NoDeliveryId => "L’envoi n’a pas d’identifiant.",
        Malformed::NoDeliveryTime => "L’envoi n’a pas d’heure.",
        Malformed::DeliveryIdTooLong => "L’identifiant de l’envoi est trop long.",
        Malformed::PartNotAnObject => {
            "Un colis, une étape ou une expédition n’est pas un objet JSON."
        }
        Malformed::AnswerNotJson => "La réponse n’est pas du JSON.",
        Malformed::UnexpectedAnswer => "La réponse n’est pas de celles que donne le service.",
        Malformed::OrderWithoutId => "La commande n’a pas d’identifiant.",
        Malformed::OrderWithoutNumber => "La commande n’a pas de numéro.",
        Malformed::OrderUnnamed => {
            "Ni l’identifiant ni le numéro de la commande ne peuvent la nommer."
        }
        Malformed::OrderIdTooLong => "L’identifiant de la commande est trop long.",
        Malformed::OrderNumberTooLong => "Le numéro de la commande est trop long.",
        Malformed::OrderWithoutTime => "La commande n’a pas d’heure de création.",
        Malformed::OrderWithoutStatus => "La commande n’a pas de statut.",
        Malformed::OrderNotKept => "La commande ne peut pas être conservée.",
        Malformed::PlacedAtNotATime => "placed_at n’est pas une heure au format RFC 3339.",
        Malformed::UpdatedAtNotATime => "updated_at n’est pas une heure au format RFC 3339.",
        Malformed::CancelledAtNotATime => "cancelled_at n’est pas une heure au format RFC 3339.",
        Malformed::DeadlineNotADay => "deadline n’est pas un jour de la forme AAAA-MM-JJ.",
        Malformed::GiftNotRead => {
            "gift ne dit pas par secret, vrai ou faux, si le contenu est secret."
        }
        Malformed::RefundNotRead => "refund n’est ni none, ni partial, ni full.",
        Malformed::ShipmentsNotAList => "shipments n’est pas une liste.",
        Malformed::TimeZoneUnknown => "time_zone n’est pas un nom IANA.",
        Malformed::RefundWithoutOrder => "Le remboursement ne nomme pas de commande.",
        Malformed::RefundWithoutTime => "Le remboursement n’a pas d’heure de création.",
        Malformed::ShipmentWithoutId => "L’expédition n’a pas d’identifiant.",
        Malformed::ShipmentWithoutOrder => "L’expédition ne nomme pas de commande.",
        Malformed::ShipmentWithoutTime => "L’expédition n’a pas d’heure de création.",
        Malformed::ShipmentUnnamed => "L’expédition n’a ni identifiant ni colis.",
        Malformed::EventWithoutOrder => "L’étape ne nomme pas de commande.",
        Malformed::EventWithoutShipment => "L’étape ne nomme pas d’expédition.",
        Malformed::EventWithoutStatus => "L’étape n’a pas de statut.",
        Malformed::EventWithoutTime => "L’étape n’a pas d’heure.",
        Malformed::ParcelWithoutId => "Le colis n’a pas d’identifiant.",
        Malformed::NoTrackingNumber => "Aucun colis n’a de numéro de suivi.",
        Malformed::NotATrackingNumber => {
            "Aucun numéro de suivi n’est de ceux que donne un transporteur."
        }
        Malformed::ParcelCount => "L’envoi n’a pas de colis, ou en a trop.",
        Malformed::SourceUnknown => "La source n’est plus connue.",
        Malformed::Unknown => "Le motif n’est pas connu ici.",
    }
}
