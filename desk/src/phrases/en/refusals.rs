//! Why something was refused, in English.

use shared::protocol::Refusal;

/// Why, and what to do.
pub fn refusal(code: Refusal) -> &'static str {
    match code {
        Refusal::Malformed | Refusal::TooLarge => {
            "The desk could not read this action. Reload the page."
        }
        Refusal::TooFast => "Too many actions at once. Wait a second and try again.",
        Refusal::Conflict => "This action was used for something else before. Write it again.",
        Refusal::Empty => "The message is empty.",
        Refusal::TooLong => "The message is too long. Split it in two.",
        Refusal::Flawed => "Something is empty, out of date or another case’s. Mend the message.",
        Refusal::OutOfPlace => "The case has changed meanwhile. Take it, then try again.",
        Refusal::Forbidden => "You are not allowed to do this.",
        Refusal::NotFound => "This case no longer exists.",
        Refusal::Locked => "Locked for now. Try again later.",
        Refusal::Unavailable => "Something failed on our side. Try again.",
    }
}
