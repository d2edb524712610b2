//! The bot's words, in French and English.
//!
//! French typography: a narrow no-break space before `? ! : ;`, the curved apostrophe.

use crate::language::Language;
use crate::order::{OrderView, ParcelView};
use crate::protocol::desk::HandoffReason;
use crate::protocol::widget::ChoiceId;
use crate::text::{local_day, without_mark};
use crate::tracking::Status;

/// Answers a greeting.
pub(super) fn greeting(language: Language) -> String {
    match language {
        Language::French => {
            "Bonjour\u{202f}! Je peux vous dire où en est votre commande, ou vous \
             mettre en relation avec un conseiller."
        }
        Language::English => {
            "Hello! I can tell you where your order is, or put you through to a person."
        }
    }
    .to_owned()
}

/// Answers thanks.
pub(super) fn welcome(language: Language) -> String {
    match language {
        Language::French => "Avec plaisir. Puis-je faire autre chose pour vous\u{202f}?",
        Language::English => "You’re welcome. Is there anything else I can do?",
    }
    .to_owned()
}

/// Says honestly that it did not understand.
pub(super) fn not_understood(language: Language) -> String {
    match language {
        Language::French => {
            "Je ne suis pas sûr d’avoir compris, et je préfère ne pas deviner. Je \
             sais suivre une commande\u{202f}; pour le reste, un conseiller lira votre message \
             tel que vous l’avez écrit."
        }
        Language::English => {
            "I’m not sure I understood, and I’d rather not guess. I can track an \
             order; for anything else, a person will read your message as you wrote it."
        }
    }
    .to_owned()
}

/// Asks for the order's number and a proof.
pub(super) fn which_order(language: Language) -> String {
    match language {
        Language::French => {
            "Indiquez le numéro de la commande, et l’e-mail ou le code postal \
             donnés à l’achat\u{202f}: je regarde tout de suite."
        }
        Language::English => {
            "Give me the order number, and the e-mail or postcode used for it: \
             I’ll look right away."
        }
    }
    .to_owned()
}

/// Answers a proof that did not fit.
pub(super) fn proof_failed(language: Language) -> String {
    match language {
        Language::French => {
            "Ces informations ne correspondent à aucune commande. Vérifiez le \
             numéro dans l’e-mail de confirmation, et essayez l’e-mail ou le code postal de \
             livraison. Un conseiller peut aussi chercher avec vous."
        }
        Language::English => {
            "No order matches these details. Check the number in the \
             confirmation e-mail, and try the e-mail or the delivery postcode. A person can also \
             look into it with you."
        }
    }
    .to_owned()
}

/// Stands in the transcript for a proof that was sent.
pub(super) fn proof_sent(number: &str, language: Language) -> String {
    let number = without_mark(number);
    match language {
        Language::French => format!("Commande n°\u{a0}{number}"),
        Language::English => format!("Order no.\u{a0}{number}"),
    }
}

/// Announces a handoff. No time is promised: the queue's place is shown beside it.
pub(super) fn handed_off(reason: HandoffReason, language: Language) -> String {
    match (reason, language) {
        (HandoffReason::Requested, Language::French) => {
            "Je transmets à un conseiller, avec toute la conversation\u{202f}: vous n’aurez rien à \
             répéter. Vous pouvez continuer d’écrire ici."
        }
        (HandoffReason::Requested, Language::English) => {
            "I’m passing this on to a person, with the whole conversation: you won’t have to \
             repeat anything. You can keep writing here."
        }
        (HandoffReason::NotUnderstood, Language::French) => {
            "Je ne peux pas vous répondre moi-même\u{202f}: je transmets votre question, telle \
             quelle, à un conseiller."
        }
        (HandoffReason::NotUnderstood, Language::English) => {
            "I can’t answer this myself: I’m passing your question, as it is, to a person."
        }
        (HandoffReason::Incident | HandoffReason::Action, Language::French) => {
            "Cela demande une décision humaine\u{202f}: je transmets à un conseiller, avec le suivi \
             du colis."
        }
        (HandoffReason::Incident | HandoffReason::Action, Language::English) => {
            "This needs a human decision: I’m passing it on to a person, with the parcel’s history."
        }
        (HandoffReason::Reopened, Language::French) => {
            "Je rouvre votre demande\u{202f}: un conseiller la reprend avec tout l’historique."
        }
        (HandoffReason::Reopened, Language::English) => {
            "I’m reopening your case: a person will pick it up with the whole history."
        }
    }
    .to_owned()
}

/// Takes leave.
pub(super) fn settled(language: Language) -> String {
    match language {
        Language::French => "Tant mieux\u{202f}! Si quelque chose change, je vous préviens ici.",
        Language::English => "Good! If anything changes, I’ll tell you here.",
    }
    .to_owned()
}

/// A choice's label.
pub(super) fn choice(id: ChoiceId, language: Language) -> &'static str {
    match (id, language) {
        (ChoiceId::TrackOrder, Language::French) => "Où est ma commande\u{202f}?",
        (ChoiceId::TrackOrder, Language::English) => "Where is my order?",
        (ChoiceId::OtherOrder, Language::French) => "Une autre commande",
        (ChoiceId::OtherOrder, Language::English) => "Another order",
        (ChoiceId::TalkToHuman, Language::French) => "Parler à un conseiller",
        (ChoiceId::TalkToHuman, Language::English) => "Talk to a person",
        (ChoiceId::Settled, Language::French) => "C’est réglé, merci",
        (ChoiceId::Settled, Language::English) => "That settles it, thanks",
        (ChoiceId::Wait, Language::French) => "J’attends",
        (ChoiceId::Wait, Language::English) => "I’ll wait",
        (ChoiceId::OtherAddress, Language::French) => "À une autre adresse",
        (ChoiceId::OtherAddress, Language::English) => "To another address",
        (ChoiceId::OtherPoint, Language::French) => "À un autre point de retrait",
        (ChoiceId::OtherPoint, Language::English) => "To another pickup point",
        (ChoiceId::SendAgain, Language::French) => "Un nouvel envoi",
        (ChoiceId::SendAgain, Language::English) => "A new parcel",
        (ChoiceId::Refund, Language::French) => "Être remboursé",
        (ChoiceId::Refund, Language::English) => "A refund",
        (ChoiceId::NotReceived, Language::French) => "Je ne l’ai pas reçu",
        (ChoiceId::NotReceived, Language::English) => "I haven’t received it",
        (ChoiceId::StillMissing, Language::French) => "J’ai cherché, rien",
        (ChoiceId::StillMissing, Language::English) => "I’ve looked, nothing",
        (ChoiceId::MuteOrder, Language::French) => "Ne plus me prévenir",
        (ChoiceId::MuteOrder, Language::English) => "Stop telling me",
        (ChoiceId::UnmuteOrder, Language::French) => "Me prévenir à nouveau",
        (ChoiceId::UnmuteOrder, Language::English) => "Tell me again",
    }
}

/// Says in a sentence or two where an order stands. The card below it has the details.
pub(super) fn order_stands(order: &OrderView, language: Language) -> String {
    let number = without_mark(&order.number);
    let subject = match language {
        Language::French => format!("Votre commande n°\u{a0}{number}"),
        Language::English => format!("Your order no.\u{a0}{number}"),
    };
    if order.cancelled {
        return match language {
            Language::French => format!("{subject} a été annulée par la boutique."),
            Language::English => format!("{subject} was cancelled by the shop."),
        };
    }
    match order.parcels.as_slice() {
        [] => match language {
            Language::French => format!(
                "{subject} est enregistrée\u{202f}; elle n’a pas encore été expédiée. Je n’ai pas \
                 de date de livraison à ce stade, et je vous préviens ici dès qu’elle part."
            ),
            Language::English => format!(
                "{subject} is registered and hasn’t been shipped yet. There is no delivery date \
                 at this point; I’ll tell you here as soon as it leaves."
            ),
        },
        [parcel] => format!("{subject} {}", parcel_stands(parcel, language)),
        parcels => {
            let count = parcels.len();
            match language {
                Language::French => {
                    format!("{subject} voyage en {count} colis. Voici où en est chacun.")
                }
                Language::English => {
                    format!("{subject} travels in {count} parcels. Here is where each one is.")
                }
            }
        }
    }
}

fn parcel_stands(parcel: &ParcelView, language: Language) -> String {
    let mut sentence = status_words(parcel, language).to_owned();
    if let Some(estimate) = estimate_words(parcel, language) {
        sentence.push(' ');
        sentence.push_str(&estimate);
    }
    sentence
}

fn status_words(parcel: &ParcelView, language: Language) -> &'static str {
    match (parcel.status, language) {
        (Status::PreTransit, Language::French) => {
            "est prête\u{202f}; le transporteur ne l’a pas encore prise en charge."
        }
        (Status::PreTransit, Language::English) => {
            "is ready; the carrier hasn’t taken it over yet."
        }
        (Status::InTransit, Language::French) => "est en route.",
        (Status::InTransit, Language::English) => "is on its way.",
        (Status::OutForDelivery, Language::French) => "est en cours de livraison.",
        (Status::OutForDelivery, Language::English) => "is out for delivery.",
        (Status::AvailableForPickup, Language::French) => "vous attend au point de retrait.",
        (Status::AvailableForPickup, Language::English) => {
            "is waiting for you at the pickup point."
        }
        (Status::DeliveryAttempted, Language::French) => {
            "a été présentée à votre adresse, sans pouvoir être remise. Le transporteur indique \
             la suite sur sa page de suivi."
        }
        (Status::DeliveryAttempted, Language::English) => {
            "was brought to your address but could not be handed over. The carrier’s tracking \
             page says what comes next."
        }
        (Status::Delivered, Language::French) => {
            "a été livrée, d’après le transporteur. Si vous ne l’avez pas reçue, dites-le à un \
             conseiller."
        }
        (Status::Delivered, Language::English) => {
            "was delivered, says the carrier. If you haven’t received it, tell a person here."
        }
        (Status::Delayed, Language::French) => "est en route, avec du retard.",
        (Status::Delayed, Language::English) => "is on its way, with a delay.",
        (Status::Exception, Language::French) => {
            "rencontre un problème chez le transporteur\u{202f}; le détail est ci-dessous."
        }
        (Status::Exception, Language::English) => {
            "has run into a problem at the carrier’s; the details are below."
        }
        (Status::Returning | Status::Returned, Language::French) => {
            "revient vers la boutique, d’après le transporteur."
        }
        (Status::Returning | Status::Returned, Language::English) => {
            "is going back to the shop, says the carrier."
        }
        (Status::Lost, Language::French) => "est déclarée perdue par le transporteur.",
        (Status::Lost, Language::English) => "was declared lost by the carrier.",
        (Status::Cancelled, Language::French) => "a vu son envoi annulé par le transporteur.",
        (Status::Cancelled, Language::English) => "had its shipment cancelled by the carrier.",
        (Status::Unknown, Language::French) => {
            "est chez le transporteur, qui n’a rien dit de clair. Je ne peux pas en dire plus \
             pour l’instant."
        }
        (Status::Unknown, Language::English) => {
            "is with the carrier, who has said nothing clear. I can’t say more for now."
        }
    }
}

/// The estimate, while one is of use.
fn estimate_words(parcel: &ParcelView, language: Language) -> Option<String> {
    let under_way = matches!(
        parcel.status,
        Status::PreTransit | Status::InTransit | Status::Delayed
    );
    let day = local_day(
        parcel.estimate.current.as_ref().filter(|_| under_way)?,
        language,
    )?;
    Some(match language {
        Language::French => format!("Le transporteur l’estime chez vous le {day}."),
        Language::English => format!("The carrier estimates {day}."),
    })
}
