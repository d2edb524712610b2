//! Why something was refused, in French.

use shared::protocol::Refusal;

/// Why, and what to do.
pub fn refusal(code: Refusal) -> &'static str {
    match code {
        Refusal::Malformed | Refusal::TooLarge => {
            "Le bureau n’a pas pu lire cette action. Rechargez la page."
        }
        Refusal::TooFast => "Trop d’actions à la fois. Attendez une seconde, puis réessayez.",
        Refusal::Conflict => "Cette action a déjà servi pour autre chose. Écrivez-la à nouveau.",
        Refusal::Empty => "Le message est vide.",
        Refusal::TooLong => "Le message est trop long. Coupez-le en deux.",
        Refusal::Flawed => {
            "Quelque chose est vide, dépassé ou d’un autre dossier. Corrigez le message."
        }
        Refusal::OutOfPlace => {
            "La demande a changé entre-temps. Prenez-la en charge, puis réessayez."
        }
        Refusal::Forbidden => "Vous n’avez pas le droit de faire cela.",
        Refusal::NotFound => "Cette demande n’existe plus.",
        Refusal::Locked => "Verrouillé pour l’instant. Réessayez plus tard.",
        Refusal::Unavailable => "Un incident de notre côté. Réessayez.",
    }
}
