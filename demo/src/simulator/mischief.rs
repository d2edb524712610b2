//! Webhooks that go wrong, to show what Grelot makes of them.

use super::webhook::Webhook;

/// The same delivery once more, byte for byte, under the same name.
pub fn repeated(last: Webhook) -> Webhook {
    Webhook {
        oddity: Some("doublon"),
        ..last
    }
}

/// The same body under a signature of the right form and with the wrong key.
pub fn forged(mut last: Webhook) -> Webhook {
    last.hook.secret = String::from("someone else's key");
    Webhook {
        oddity: Some("mauvaise signature"),
        ..last
    }
}

/// A body cut off in the middle, and signed as it is.
pub fn garbled(mut last: Webhook) -> Webhook {
    let mut middle = last.body.len() / 2;
    while !last.body.is_char_boundary(middle) {
        middle -= 1;
    }
    last.body.truncate(middle);
    Webhook {
        oddity: Some("corps illisible"),
        ..last
    }
}

/// What another service says of the same.
pub fn echoed(told: Webhook) -> Webhook {
    Webhook {
        oddity: Some("autre source"),
        ..told
    }
}
