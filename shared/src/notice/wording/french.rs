//! Notices in French.

use super::{Facts, NoticeKind, capitalize, place};

/// Says a notice.
pub(super) fn say(kind: NoticeKind, facts: &Facts<'_>) -> String {
    match kind {
        NoticeKind::Shipped => shipped(facts),
        NoticeKind::OutForDelivery => out_for_delivery(facts),
        NoticeKind::ReadyForPickup => ready_for_pickup(facts),
        NoticeKind::Delivered => delivered(facts),
        NoticeKind::DeliveryAttempted => attempted(facts),
        NoticeKind::Delayed => delayed(facts),
        _ => String::new(),
    }
}

fn shipped(facts: &Facts<'_>) -> String {
    let subject = subject(facts);
    let carrier = facts.carrier.unwrap_or("le transporteur");
    let departure = if facts.is_plural() {
        format!("{subject} sont en route\u{202f}: {carrier} les a pris en charge.")
    } else {
        format!("{subject} est en route\u{202f}: {carrier} l’a pris en charge.")
    };
    match &facts.estimate {
        Some(day) => format!("{departure} La livraison est estimée au {day}."),
        None => format!("{departure} La suite du trajet s’affichera ici."),
    }
}

fn out_for_delivery(facts: &Facts<'_>) -> String {
    let subject = subject(facts);
    let are = if facts.is_plural() { "sont" } else { "est" };
    format!(
        "{subject} {are} en cours de livraison. Nous vous préviendrons ici dès que le \
         transporteur confirmera la remise."
    )
}

fn ready_for_pickup(facts: &Facts<'_>) -> String {
    const IDENTITY: &str = "Une pièce d’identité peut vous être demandée.";
    let subject = subject(facts);
    let Some(point) = facts.pickup_point else {
        let wait = if facts.is_plural() {
            "sont prêts à être retirés"
        } else {
            "est prêt à être retiré"
        };
        return format!("{subject} {wait}, d’après le transporteur. {IDENTITY}");
    };
    let place = place(point);
    match &facts.kept_until {
        Some(day) => format!(
            "{subject} vous attend\u{202f}: {place}. Il y est gardé jusqu’au {day} inclus. \
             {IDENTITY}"
        ),
        None => format!("{subject} vous attend\u{202f}: {place}. {IDENTITY}"),
    }
}

fn delivered(facts: &Facts<'_>) -> String {
    const NEXT: &str =
        "Si quelque chose ne va pas, répondez ici\u{202f}: nous regarderons ensemble.";
    let subject = subject(facts);
    if facts.is_plural() {
        format!("{subject} ont été livrés, d’après le transporteur. {NEXT}")
    } else {
        format!("{subject} a été livré, d’après le transporteur. {NEXT}")
    }
}

fn attempted(facts: &Facts<'_>) -> String {
    let carrier = facts.carrier.unwrap_or("Le transporteur");
    let parcels = parcels(facts);
    let them = if facts.is_plural() { "les" } else { "le" };
    format!(
        "{carrier} est passé pour {parcels}, mais n’a pas pu {them} remettre. Dès qu’il indiquera \
         la suite, nouveau passage ou point de retrait, nous vous le dirons ici."
    )
}

fn delayed(facts: &Facts<'_>) -> String {
    let Some((missed, estimate)) = facts.missed.as_ref().zip(facts.estimate.as_ref()) else {
        let carrier = facts.carrier.unwrap_or("Le transporteur");
        let parcels = parcels(facts);
        return format!(
            "{carrier} signale un retard pour {parcels}, sans donner de nouvelle date. Dès qu’il \
             y en aura une, nous vous la dirons ici."
        );
    };
    let subject = subject(facts);
    let have = if facts.is_plural() { "ont" } else { "a" };
    format!(
        "{subject} {have} du retard\u{202f}: la livraison est maintenant estimée au {estimate}, \
         au lieu du {missed}. Si cela ne vous convient pas, répondez ici."
    )
}

/// The parcels at the beginning of a sentence.
fn subject(facts: &Facts<'_>) -> String {
    capitalize(&parcels(facts))
}

/// The parcels within a sentence.
fn parcels(facts: &Facts<'_>) -> String {
    let number = facts.number;
    match (facts.speaking, facts.total) {
        (0 | 1, 0 | 1) => format!("votre colis de la commande n°\u{a0}{number}"),
        (0 | 1, _) => format!("un des colis de votre commande n°\u{a0}{number}"),
        (some, all) if some < all => {
            format!("{some}\u{a0}colis de votre commande n°\u{a0}{number}")
        }
        (all, _) => format!("vos {all}\u{a0}colis de la commande n°\u{a0}{number}"),
    }
}
