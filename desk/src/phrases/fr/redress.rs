//! Making good what went wrong, in French.

use shared::redress::{Harm, Missing, Remedy};

use crate::phrases::redress::Redress;

pub const REDRESS: Redress = Redress {
    button: "Réparation",
    heading: "Réparation",
    order: |order, parcel| match parcel {
        Some(parcel) => format!("Commande {order}, colis {parcel}"),
        None => format!("Commande {order}, pas encore expédiée"),
    },
    nothing: "Aucune commande à réparer.",
    known: "Ce que l’on sait",
    harms: "Ce qui s’est passé",
    harm: |harm| match harm {
        Harm::Lost => "Perdu ou renvoyé",
        Harm::Late => "En retard",
        Harm::NotReceived => "Livré, non reçu",
        Harm::Damaged => "Abîmé",
        Harm::Wrong => "Mauvais article",
        Harm::Unwanted => "Ne convient pas",
    },
    remedy: |remedy| match remedy {
        Remedy::Inquiry => "Recherche par le transporteur",
        Remedy::Return => "Retour à nos frais",
        Remedy::Exchange => "Échange",
        Remedy::Refund => "Remboursement",
        Remedy::Replacement => "Nouvel envoi",
        Remedy::Voucher => "Bon d’achat",
    },
    extra: "En plus, jamais à la place.",
    status: |status, since| format!("{status}, depuis le {since}"),
    silent: |days, lost_after| {
        let plural = if days > 1 { "s" } else { "" };
        format!(
            "Sans nouvelles depuis {days} jour{plural}\u{202f}; tenu pour perdu après {lost_after}"
        )
    },
    promised: |day| format!("Promis d’abord pour {day}"),
    estimated: |day| format!("Estimé maintenant à {day}"),
    proof: "Le transporteur a une preuve de remise",
    misses_its_day: "Annoncé trop tard pour la fête",
    missing: |what| format!("Manque encore\u{202f}: {what}"),
    lacks: |missing| match missing {
        Missing::Photo => "une photo de l’article et de l’emballage",
        Missing::UsualPlaces => "voisins, gardien et boîte aux lettres vérifiés",
        Missing::ProofOfDelivery => "la preuve de remise du transporteur",
        Missing::Wish => "ce que le client préfère",
    },
    yours: "Vous pouvez le décider.",
    needs_lead: "Avec l’accord d’un responsable.",
    eased: |day| format!("L’accord est plus simple à partir de {day}, si rien n’est retrouvé."),
    not_yours: "Prenez la demande en charge pour décider.",
    decide: "Décider",
    ask: "Demander l’accord",
    done: "Déjà décidé ou demandé",
    all_done: "Rien d’autre à proposer.",
    decided: |by| format!("décidé par {by}"),
    asked: |by| format!("accord demandé par {by}"),
    approved: |asked_by, by| format!("demandé par {asked_by}, accordé par {by}"),
    declined: |asked_by, by| format!("demandé par {asked_by}, refusé par {by}"),
    approve: "Accorder",
    decline: "Refuser",
    write: "L’écrire au client",
    offer: "Présenter des excuses et le choix",
    asked_tag: "Accord demandé",
    news_asked: |remedy, who| format!("Accord demandé\u{202f}: {remedy}, {who}"),
    news_approved: |remedy, who| format!("Accordé\u{202f}: {remedy}, {who}"),
    news_declined: |remedy, who| format!("Refusé\u{202f}: {remedy}, {who}"),
};
