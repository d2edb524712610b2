//! French. A narrow no-break space (U+202F) stands before `:`, `;`, `!` and `?`.

use shared::order::StepName;
use shared::protocol::Refusal;
use shared::tracking::{IncidentReason, Status};

use super::Phrases;

pub static PHRASES: Phrases = Phrases {
    assistant: "Assistant automatique",
    with_agent: |name| [name, " vous répond"].concat(),
    waiting: "En attente d’un conseiller",
    waiting_at: |place| {
        if place == 1 {
            "En attente d’un conseiller\u{202f}: vous êtes le prochain".to_owned()
        } else {
            [
                "En attente d’un conseiller, place ",
                &place.to_string(),
                " dans la file",
            ]
            .concat()
        }
    },
    nobody_there: "Aucun conseiller n’est en ligne. Votre message est gardé et sera lu.",
    closed: "Conversation close",
    resolved: "Cette conversation est close. Écrivez pour la rouvrir.",
    handed_over: "Votre conversation est transmise à un conseiller, avec tout ce qui a été dit.",
    back_to_assistant: "L’assistant automatique reprend la conversation.",
    took_over: |name| [name, " a rejoint la conversation."].concat(),
    close: "Fermer la discussion",
    talk_to_human: "Parler à un conseiller",
    track_order: "Suivre ma commande",
    greeting: |shop| ["Bonjour, ici ", shop, "."].concat(),
    greeting_more: "Que pouvons-nous faire pour vous\u{202f}?",
    ask_for_order: |number| ["Où est ma commande ", number, "\u{202f}?"].concat(),
    transcript: "Conversation",
    connecting: "Connexion…",
    offline: "Connexion perdue. Vos messages partiront dès son retour.",
    earlier: "Voir les messages précédents",
    unread: "Nouveaux messages",
    today: "Aujourd’hui",
    yesterday: "Hier",
    you: "Vous",
    said: |who| [who, "\u{202f}:"].concat(),
    typing: |who| match who {
        Some(name) => [name, " écrit…"].concat(),
        None => "Réponse en cours…".to_owned(),
    },
    sending: "Envoi…",
    sent: "Envoyé",
    seen: "Lu",
    unanswered: "Non envoyé.",
    retry: "Réessayer",
    edit: "Modifier",
    message: "Votre message",
    message_hint: "Écrivez votre message",
    send: "Envoyer",
    characters_left: |n| {
        [
            n.to_string().as_str(),
            if n > 1 {
                " caractères restants"
            } else {
                " caractère restant"
            },
        ]
        .concat()
    },
    characters_over: |n| {
        [
            "Trop long\u{202f}: retirez ",
            n.to_string().as_str(),
            if n > 1 {
                " caractères."
            } else {
                " caractère."
            },
        ]
        .concat()
    },
    refusal,
    in_seconds: |seconds| match seconds {
        0..=90 => ["Réessayez dans ", seconds.to_string().as_str(), " s."].concat(),
        91..=5400 => [
            "Réessayez dans ",
            &seconds.div_ceil(60).to_string(),
            " min.",
        ]
        .concat(),
        _ => [
            "Réessayez dans ",
            &seconds.div_ceil(3600).to_string(),
            " h.",
        ]
        .concat(),
    },
    news: "Nouvelles de votre colis",
    order: |number| ["Commande ", number].concat(),
    placed: |day| ["Passée le ", day].concat(),
    cancelled: "Commande annulée",
    preparing: "La boutique prépare votre commande. Rien n’est encore parti.",
    more_items: |n| {
        [
            "et ",
            n.to_string().as_str(),
            if n > 1 {
                " autres articles"
            } else {
                " autre article"
            },
        ]
        .concat()
    },
    parcel: |n, of| {
        [
            "Colis ",
            n.to_string().as_str(),
            " sur ",
            of.to_string().as_str(),
        ]
        .concat()
    },
    expected: "Livraison prévue",
    first_promised: |day| ["annoncée d’abord pour le ", day].concat(),
    carrier: "Transporteur",
    tracking_number: "Numéro de suivi",
    track_at: |carrier| ["Suivre chez ", carrier].concat(),
    track: "Suivre le colis",
    new_tab: "(nouvel onglet)",
    pickup_point: "Point relais",
    kept_until: |day| ["Le colis y est gardé jusqu’au ", day, "."].concat(),
    way_there: "Voir sur la carte",
    history: |n| ["Tout l’historique (", n.to_string().as_str(), ")"].concat(),
    step,
    status,
    reason,
    form_title: "Retrouver ma commande",
    number: "Numéro de commande",
    number_hint: "Il est dans l’e-mail de confirmation, par exemple 1042.",
    number_missing: "Indiquez le numéro de la commande.",
    proof: "E-mail ou code postal",
    proof_hint: "Celui de la commande.",
    proof_missing: "Indiquez l’e-mail ou le code postal de la commande.",
    look_up: "Retrouver",
};

fn refusal(code: Refusal) -> &'static str {
    match code {
        Refusal::Malformed | Refusal::OutOfPlace => {
            "Cette action n’est pas possible ici. Rechargez la page, puis réessayez."
        }
        Refusal::TooLarge | Refusal::TooLong => {
            "Message trop long. Raccourcissez-le ou envoyez-le en deux fois."
        }
        Refusal::TooFast => "Trop de messages à la fois. Patientez un instant, puis réessayez.",
        Refusal::Conflict => "Ce message a changé entre-temps. Modifiez-le, puis renvoyez-le.",
        Refusal::Empty => "Le message est vide. Écrivez quelques mots.",
        Refusal::Forbidden => {
            "Cette action ne vous est pas ouverte. Demandez à parler à un conseiller."
        }
        Refusal::NotFound => "Introuvable. Rechargez la page, puis réessayez.",
        Refusal::Locked => {
            "Trop d’essais pour cette commande. Vous pouvez aussi parler à un conseiller."
        }
        Refusal::Unavailable => {
            "Un incident de notre côté. Votre message est gardé\u{202f}; réessayez."
        }
    }
}

fn step(name: StepName) -> &'static str {
    match name {
        StepName::Ordered => "Commandée",
        StepName::Shipped => "Expédiée",
        StepName::OutForDelivery => "En livraison",
        StepName::ReadyForPickup => "Au point relais",
        StepName::Delivered => "Livrée",
        StepName::Returned => "Retournée",
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::PreTransit => "Bientôt remis au transporteur",
        Status::InTransit => "En route",
        Status::OutForDelivery => "En cours de livraison",
        Status::AvailableForPickup => "À retirer au point relais",
        Status::DeliveryAttempted => "Passage sans succès",
        Status::Delivered => "Livré",
        Status::Delayed => "Retardé",
        Status::Exception => "Un incident retient le colis",
        Status::Returning => "En retour vers la boutique",
        Status::Returned => "Retourné à la boutique",
        Status::Lost => "Introuvable chez le transporteur",
        Status::Cancelled => "Envoi annulé",
        Status::Unknown => "Pas encore de nouvelles du transporteur",
    }
}

fn reason(reason: IncidentReason) -> &'static str {
    match reason {
        IncidentReason::Customs => "Il est à la douane.",
        IncidentReason::Address => "L’adresse est fausse ou incomplète.",
        IncidentReason::Refused => "Le colis a été refusé.",
        IncidentReason::Absent => "Personne n’était là.",
        IncidentReason::Damaged => "Le colis est abîmé.",
        IncidentReason::Disruption => "Un événement (météo, grève…) retient de nombreux colis.",
        IncidentReason::PointClosed => "Le point de retrait est fermé.",
        IncidentReason::PointFull => "Le point de retrait est plein.",
        IncidentReason::PointMoved => "Le colis va à un autre point de retrait.",
    }
}
