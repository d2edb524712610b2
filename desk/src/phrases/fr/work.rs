//! What agents do, in French.

use shared::mood::MoodLevel;
use shared::protocol::promise::PromiseKind;
use shared::protocol::rating::Rating;
use shared::routing::{Level, Presence, Topic, VipReason};
use shared::sla::ClockKind;

use crate::later::Later;
use crate::phrases::work::{Actions, After, Brief, Clocks, Duty, NewsWords, Promises, Sorting};

pub const DUTY: Duty = Duty {
    heading: "Votre disponibilité et votre équipe",
    ready: "Disponible",
    not_ready: "Pas disponible",
    given_hint: |capacity| format!("On vous confie des demandes, {capacity} à la fois au plus."),
    by_hand_hint: "Vous prenez vous-même les demandes dans la liste.",
    team: |present, ready| {
        let plural = if present > 1 { "s" } else { "" };
        format!(
            "Équipe\u{202f}: {present} présent{plural}, dont {ready} disponible{}",
            if ready > 1 { "s" } else { "" }
        )
    },
    presence: |presence| match presence {
        Presence::Away => "absent",
        Presence::ByHand => "présent",
        Presence::Ready => "disponible",
    },
    level: |level| match level {
        Level::Newcomer => Some("Débute"),
        Level::Regular => None,
        Level::Expert => Some("Expert"),
    },
    lead: "Responsable",
    you: "vous",
    holds: |open, capacity| format!("{open} sur {capacity}"),
};

pub const SORTING: Sorting = Sorting {
    topic: |topic| match topic {
        Topic::Delivery => "Livraison",
        Topic::Pickup => "Point de retrait",
        Topic::Return => "Retour",
        Topic::Refund => "Remboursement",
        Topic::Product => "Produit",
        Topic::Other => "Autre sujet",
    },
    mood: |mood| match mood {
        MoodLevel::Calm => "Calme",
        MoodLevel::Worried => "Inquiétude",
        MoodLevel::Angry => "Colère",
        MoodLevel::Desperate => "Détresse",
    },
    priority: "Prioritaire",
    vip: |reason| match reason {
        VipReason::DeadlineAtRisk => "n’arrivera pas à temps",
        VipReason::ThirdContact => "troisième contact pour le même sujet",
        VipReason::HighEmotion => "client à bout",
        VipReason::PublicComplaint => "parle de se plaindre en public",
        VipReason::PromiseBroken => "promesse non tenue",
    },
    place: |place| match place {
        1 => "1re de la file".to_owned(),
        _ => format!("{place}e de la file"),
    },
    also_here: |names| format!("A aussi cette demande sous les yeux\u{202f}: {names}"),
};

pub const BRIEF: Brief = Brief {
    heading: "En bref",
    asked: |text| format!("«\u{202f}{text}\u{202f}»"),
    since: |when| format!("depuis le {when}"),
    told: |notice, when| format!("Dernière annonce\u{202f}: {notice}, {when}"),
    before: |times, last| match times {
        1 => format!("Déjà venu une fois\u{202f}: {last}"),
        _ => format!("Déjà venu {times} fois, la dernière\u{202f}: {last}"),
    },
    earlier: "Contacts précédents",
};

pub const CLOCKS: Clocks = Clocks {
    kind: |kind| match kind {
        ClockKind::FirstAnswer => "Première réponse",
        ClockKind::NextAnswer => "Réponse",
        ClockKind::Solution => "Solution",
    },
    runs: |kind, until| format!("{kind} avant {until}"),
    left: |left| format!("encore {left}"),
    over: |kind, until, late| format!("{kind} attendue avant {until}, en retard de {late}"),
    late: |late| format!("retard {late}"),
};

pub const ACTIONS: Actions = Actions {
    more: "Plus",
    set_aside: "Mettre de côté jusqu’à",
    later: |later| match later {
        Later::InAnHour => "Dans une heure",
        Later::InThreeHours => "Dans trois heures",
        Later::Tomorrow => "Demain matin",
        Later::NextMonday => "Lundi matin",
    },
    pick_up: "Reprendre maintenant",
    give: "Confier à",
    release: "Remettre dans la file",
};

pub const PROMISES: Promises = Promises {
    button: "Promettre",
    group: "Promesse faite avec ce message",
    what: "Ce que vous promettez",
    by: "Au plus tard le",
    remove: "Ne rien promettre",
    past: "Ce jour est passé\u{202f}: choisissez-en un autre.",
    told: "Le client voit la promesse sous votre message.",
    kind,
    until: |kind, day| format!("{kind}, au plus tard {day}"),
    made: |what| format!("Promis\u{202f}: {what}"),
    kept: |what| format!("Promesse tenue\u{202f}: {what}"),
    broken: |what| format!("Promesse non tenue\u{202f}: {what}"),
    heading: "Promesses",
    none: "Rien n’a été promis.",
    open: "à tenir",
    kept_at: |when| format!("tenue le {when}"),
    late_at: |when| format!("tenue trop tard, le {when}"),
    overdue: "en retard",
    by_whom: |name| format!("par {name}"),
    by_bot: "par l’assistant, au nom de tous",
    keep: "C’est fait",
    due_today: |kind| format!("{kind} promis pour aujourd’hui"),
    still_promised: |what| format!("La clôture n’efface pas la promesse\u{202f}: {what}"),
    leave_open: "Laisser ouverte",
    close_anyway: "Clore quand même",
};

fn kind(kind: PromiseKind) -> &'static str {
    match kind {
        PromiseKind::Callback => "Rappel",
        PromiseKind::Answer => "Nouvelles",
        PromiseKind::Refund => "Remboursement",
        PromiseKind::Replacement => "Nouvel envoi",
    }
}

pub const AFTER: After = After {
    solved: |agreed| {
        if agreed {
            "Réglé, d’après le client"
        } else {
            "Réglé\u{202f}: trois jours sans nouvelles du client"
        }
    },
    rated: |rating| match rating {
        Rating::Good => "Avis du client\u{202f}: très bien",
        Rating::Fair => "Avis du client\u{202f}: moyennement",
        Rating::Bad => "Avis du client\u{202f}: mal",
    },
    scored: |score| format!("Le client recommanderait-il la boutique\u{202f}? {score} sur 10"),
};

pub const NEWS: NewsWords = NewsWords {
    given: |who| format!("Une demande vous est confiée\u{202f}: {who}"),
    given_vip: |who| format!("Une demande prioritaire vous est confiée\u{202f}: {who}"),
    due: |kind, who| format!("À tenir aujourd’hui\u{202f}: {kind}, {who}"),
    broken: |kind, who| format!("Promesse non tenue\u{202f}: {kind}, {who}"),
    late: |kind, who| format!("{kind} en retard\u{202f}: {who}"),
    mentioned: |who| format!("Une note vous nomme\u{202f}: {who}"),
    mention_tag: "Une note vous nomme",
    mention_whom: "Prévenir (Tab pour la première personne)",
    open: "Ouvrir",
};
