//! The desk in French.

mod dossier;
mod editor;
mod keys;
mod labels;
mod overview;
mod owners;
mod palette;
mod parcels;
mod quarantine;
mod redress;
mod refusals;
mod service;
mod staff;
mod templates;
mod work;

use shared::language::Language;
use shared::notice::NoticeKind;
use shared::order::StepName;
use shared::protocol::desk::{BotAttempt, HandoffReason, Identity};
use shared::protocol::request::RequestKind;
use shared::tracking::{IncidentReason, Status};

use super::{Case, Frame, List, Phrases, SignIn};
use crate::state::Tab;
use dossier::{DOSSIER, HOUSEHOLD};
use keys::KEYS;
use labels::{LABELS, PICKING};
use palette::PALETTE;
use parcels::PARCELS;
use quarantine::QUARANTINE;
use refusals::refusal;
use staff::STAFF;
use templates::TEMPLATES;
use work::{ACTIONS, AFTER, BRIEF, CLOCKS, DUTY, NEWS, PROMISES, SORTING};

/// The table.
pub static PHRASES: Phrases = Phrases {
    sign_in: SIGN_IN,
    frame: FRAME,
    list: LIST,
    case: CASE,
    dossier: DOSSIER,
    household: HOUSEHOLD,
    account: owners::ACCOUNT,
    audit: owners::AUDIT,
    privacy: owners::PRIVACY,
    quarantine: QUARANTINE,
    parcels: PARCELS,
    overview: overview::OVERVIEW,
    templates: TEMPLATES,
    editor: editor::EDITOR,
    palette: PALETTE,
    labels: LABELS,
    picking: PICKING,
    brief: BRIEF,
    duty: DUTY,
    sorting: SORTING,
    redress: redress::REDRESS,
    clocks: CLOCKS,
    actions: ACTIONS,
    promises: PROMISES,
    after: AFTER,
    staff: STAFF,
    service: service::SERVICE,
    news: NEWS,
    keys: KEYS,
    wait,
    who,
    language,
    reason,
    request,
    promised: |request, day| format!("{request}, réponse promise d’ici {day}"),
    identity,
    attempt,
    status,
    incident,
    step,
    notice,
    refusal,
};

const SIGN_IN: SignIn = SignIn {
    title: "Connexion au bureau",
    intro: "Le bureau des conseillers de votre boutique.",
    site: "Clé de la boutique",
    site_hint: "Par exemple «\u{202f}atelier-des-rennes\u{202f}». La personne qui gère la boutique vous la donne.",
    email: "Adresse e-mail",
    password: "Mot de passe",
    show_password: "Afficher le mot de passe",
    submit: "Se connecter",
    submitting: "Connexion…",
    expired: "Votre session a pris fin. Connectez-vous à nouveau pour reprendre où vous en étiez.",
    wrong: "La clé, l’adresse ou le mot de passe ne correspondent pas. Vérifiez les trois, puis réessayez.",
    locked: |minutes| {
        let plural = if minutes > 1 { "s" } else { "" };
        format!(
            "Trop d’essais. Réessayez dans {minutes} minute{plural}, ou demandez un nouveau mot de passe à la personne qui gère la boutique."
        )
    },
    malformed: "Un des champs n’a pas la bonne forme. Vérifiez la clé de la boutique et l’adresse.",
    unreachable: "Le bureau est injoignable. Vérifiez votre connexion à Internet, puis réessayez.",
    failed: "La connexion n’a pas abouti de notre côté. Réessayez dans un instant.",
    site_missing: "Indiquez la clé de la boutique.",
    email_missing: "Indiquez votre adresse e-mail.",
    password_missing: "Indiquez votre mot de passe.",
};

const FRAME: Frame = Frame {
    desk: "Bureau",
    views: "Vues du bureau",
    loading: "Ouverture du bureau…",
    sign_out: "Se déconnecter",
    help: "Raccourcis",
    close: "Fermer",
    other_language: "English",
    other_language_tag: "en",
    connecting: "Connexion en cours…",
    offline: |seconds| {
        format!(
            "Hors connexion. Nouvel essai dans {seconds}\u{a0}s. Vos messages partiront au retour."
        )
    },
    try_now: "Réessayer maintenant",
    skip: "Aller au contenu",
    title: |waiting, site| match waiting {
        0 => format!("{site} – Bureau"),
        _ => format!("({waiting}) {site} – Bureau"),
    },
};

const LIST: List = List {
    heading: "Demandes",
    tabs: "Tri des demandes",
    tab: |tab| match tab {
        Tab::Waiting => "Attente",
        Tab::Mine => "À moi",
        Tab::Promised => "Promis",
        Tab::Team => "Équipe",
        Tab::Bot => "Assistant",
        Tab::Closed => "Closes",
    },
    more: "Afficher la suite",
    empty: |tab| match tab {
        Tab::Waiting => "Personne n’attend. Les nouvelles demandes apparaissent ici d’elles-mêmes.",
        Tab::Mine => {
            "Vous n’avez pas de demande en cours. Prenez-en une dans «\u{202f}Attente\u{202f}»."
        }
        Tab::Promised => "Aucune promesse n’arrive à échéance aujourd’hui.",
        Tab::Team => "Vos collègues n’ont pas de demande en cours.",
        Tab::Bot => "L’assistant n’a pas de conversation en cours.",
        Tab::Closed => "Aucune demande close pour l’instant.",
    },
    waiting_for: |wait| format!("attend depuis {wait}"),
    unread: |count| match count {
        1 => "1 message non lu".to_owned(),
        _ => format!("{count} messages non lus"),
    },
    you: "Boutique",
    bot: "Assistant",
    no_message: "Pas encore de message",
    arrived: |who| format!("Nouvelle demande en attente\u{202f}: {who}"),
};

const CASE: Case = Case {
    none_open: "Choisissez une demande",
    none_open_hint: "La plus ancienne est en haut de la liste. Touches J et K pour parcourir, Entrée pour ouvrir.",
    loading: "Ouverture de la demande…",
    missing: "Cette demande n’existe plus. Choisissez-en une autre dans la liste.",
    back: "Retour à la liste",
    open_dossier: "Dossier",
    close_dossier: "Retour à la conversation",
    conversation: "Conversation",
    earlier: "Afficher les messages précédents",
    latest: "Derniers messages",
    take: "Prendre en charge",
    take_over: |name| format!("Reprendre à {name}"),
    reopen: "Rouvrir",
    resolve: "Clore",
    state_bot: "Avec l’assistant",
    state_waiting: "En attente",
    state_mine: "À vous",
    state_held: |name| format!("Suivie par {name}"),
    state_closed: "Close",
    shopper: "Client",
    bot: "Assistant",
    notice_told: |order| format!("Annoncé au client · commande {order}"),
    note_by: |name| format!("Note interne · {name}"),
    handed_off: "Transféré à un humain",
    handed_off_why: |reason| format!("Transféré à un humain\u{202f}: {reason}"),
    taken: |name| format!("Prise en charge par {name}"),
    set_aside: |name, until| format!("Mise de côté par {name} jusqu’au {until}"),
    given_to_bot: "Confiée à l’assistant",
    resolved: "Demande close",
    offered: "Réponses proposées\u{202f}:",
    form_shown: "Formulaire de commande affiché au client",
    typing: "Le client écrit…",
    read: "Lu par le client",
    sending: "Envoi…",
    sent: "Envoyé",
    not_sent: "Pas envoyé.",
    retry: "Réessayer",
    edit: "Modifier",
    reply: "Réponse",
    note: "Note interne",
    word: "Nature du message",
    reply_placeholder: "Répondre au client…",
    note_placeholder: "Une note pour l’équipe. @ prévient un collègue. Le client ne la voit pas.",
    reply_hint: "Entrée envoie · Maj + Entrée va à la ligne",
    note_hint: "Entrée enregistre · le client ne la voit pas",
    send: "Envoyer",
    save_note: "Noter",
    take_first: "Prenez la demande en charge pour répondre. Les notes restent possibles.",
    too_long: |excess| format!("{excess} caractères de trop"),
};

fn wait(minutes: i64) -> String {
    match minutes {
        0 => "<\u{a0}1\u{a0}min".to_owned(),
        1..60 => format!("{minutes}\u{a0}min"),
        60..1_440 => format!("{}\u{a0}h\u{a0}{:02}", minutes / 60, minutes % 60),
        _ => format!("{}\u{a0}j", minutes / 1_440),
    }
}

fn who(identity: &Identity, orders: &[String]) -> String {
    match (identity, orders.first()) {
        (
            Identity::Verified {
                name: Some(name), ..
            },
            _,
        ) => name.clone(),
        (Identity::Verified { name: None, .. }, _) => "Client vérifié".to_owned(),
        (Identity::OrderVerified, Some(order)) => format!("Client de la commande {order}"),
        (Identity::OrderVerified, None) => "Client d’une commande".to_owned(),
        (Identity::Anonymous, _) => "Visiteur".to_owned(),
    }
}

fn language(language: Language) -> &'static str {
    match language {
        Language::French => "Français",
        Language::English => "Anglais",
        Language::German => "Allemand",
        Language::Spanish => "Espagnol",
        Language::Italian => "Italien",
        Language::Dutch => "Néerlandais",
        Language::Portuguese => "Portugais",
        Language::Arabic => "Arabe",
    }
}

fn reason(reason: HandoffReason) -> &'static str {
    match reason {
        HandoffReason::Requested => "à la demande du client",
        HandoffReason::NotUnderstood => "l’assistant n’a pas compris",
        HandoffReason::Incident => "un incident sur la commande",
        HandoffReason::Reopened => "le client a répondu après la clôture",
        HandoffReason::Action => "une demande à exécuter",
    }
}

fn request(kind: RequestKind) -> &'static str {
    match kind {
        RequestKind::OtherAddress => "Autre adresse",
        RequestKind::OtherPoint => "Autre point de retrait",
        RequestKind::SendAgain => "Nouvel envoi",
        RequestKind::Refund => "Remboursement",
        RequestKind::Inquiry => "Livré, pas reçu",
    }
}

fn identity(identity: &Identity) -> &'static str {
    match identity {
        Identity::Anonymous => "Inconnu\u{202f}: un appareil, rien de plus. N’utilisez aucun nom.",
        Identity::OrderVerified => {
            "Connaît le numéro d’une commande et son e-mail ou son code postal. Son nom n’est pas vérifié."
        }
        Identity::Verified { .. } => "Identité signée par la boutique.",
    }
}

fn attempt(attempt: BotAttempt) -> &'static str {
    match attempt {
        BotAttempt::AskedForOrder => "A demandé le numéro de commande et une preuve",
        BotAttempt::ProofFailed => "N’a pas pu vérifier la preuve donnée",
        BotAttempt::ShowedOrder => "A montré où en est la commande",
        BotAttempt::DidNotUnderstand => "A dit ne pas avoir compris",
        BotAttempt::ToldCutoff => "A dit jusqu’à quand commander",
        BotAttempt::AgreedToWait => "A convenu d’attendre des nouvelles",
        BotAttempt::NamedUsualPlaces => {
            "A fait chercher dans la boîte aux lettres, chez les voisins et le gardien"
        }
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::PreTransit => "Étiquette créée",
        Status::InTransit => "En transit",
        Status::OutForDelivery => "En livraison",
        Status::AvailableForPickup => "Au point de retrait",
        Status::DeliveryAttempted => "Livraison tentée",
        Status::Delivered => "Livré",
        Status::Delayed => "En retard",
        Status::Exception => "Incident",
        Status::Returning => "En retour",
        Status::Returned => "Retourné",
        Status::Lost => "Introuvable",
        Status::Cancelled => "Envoi annulé",
        Status::Unknown => "Statut inconnu",
    }
}

fn incident(reason: IncidentReason) -> &'static str {
    match reason {
        IncidentReason::Customs => "douane",
        IncidentReason::Address => "adresse incomplète ou fausse",
        IncidentReason::Refused => "refusé",
        IncidentReason::Absent => "destinataire absent",
        IncidentReason::Damaged => "abîmé",
        IncidentReason::Disruption => "perturbation générale",
        IncidentReason::PointClosed => "point de retrait fermé",
        IncidentReason::PointFull => "point de retrait plein",
        IncidentReason::PointMoved => "autre point de retrait",
    }
}

fn step(step: StepName) -> &'static str {
    match step {
        StepName::Ordered => "Commandé",
        StepName::Shipped => "Expédié",
        StepName::OutForDelivery => "En livraison",
        StepName::ReadyForPickup => "À retirer",
        StepName::Delivered => "Livré",
        StepName::Returned => "Retourné",
    }
}

fn notice(kind: NoticeKind) -> &'static str {
    match kind {
        NoticeKind::Shipped => "Expédition",
        NoticeKind::OutForDelivery => "Livraison aujourd’hui",
        NoticeKind::ReadyForPickup => "Prêt à retirer",
        NoticeKind::Delivered => "Livraison faite",
        NoticeKind::DeliveryAttempted => "Passage sans remise",
        NoticeKind::Delayed => "Retard",
        NoticeKind::Sooner => "Avance",
        NoticeKind::NotHandedOver => "Pas encore remis au transporteur",
        NoticeKind::Stalled => "Sans nouvelles",
        NoticeKind::Late => "Promesse dépassée",
        NoticeKind::WillMissDeadline => "Arrivera trop tard",
        NoticeKind::PickupReminder => "Rappel de retrait",
        NoticeKind::PickupPointChanged => "Point de retrait changé",
        NoticeKind::CustomsHold => "Retenu en douane",
        NoticeKind::AddressProblem => "Adresse à corriger",
        NoticeKind::Damaged => "Abîmé",
        NoticeKind::Returning => "Retour en cours",
        NoticeKind::Returned => "Revenu",
        NoticeKind::PresumedLost => "Présumé perdu",
        NoticeKind::Found => "Retrouvé",
    }
}
