//! Writes what the panel says, into an object that the browser then makes JSON of. The names are
//! those of [`ShopperCommand`]; the tests of [`super::reading`] hold them to it.

use super::reading::Named;
use crate::protocol::widget::ShopperCommand;

/// An object under construction.
pub trait Form {
    /// Sets a field to a text.
    fn text(&mut self, name: &str, value: &str);
    /// Sets a field to a number.
    fn number(&mut self, name: &str, value: f64);
}

/// Writes a command. What there is none of is left out.
pub fn write(command: &ShopperCommand, form: &mut impl Form) {
    form.text("type", kind(command));
    if let Some(cid) = command.cid() {
        form.text("cid", cid.as_str());
    }
    match command {
        ShopperCommand::Hello {
            epoch,
            last_seq,
            language,
        } => {
            if let Some(epoch) = epoch {
                form.number("epoch", f64::from(*epoch));
            }
            if let Some(seq) = last_seq {
                form.number("last_seq", exact(*seq));
            }
            if let Some(language) = language {
                form.text("language", language.tag());
            }
        }
        ShopperCommand::Send { text, .. } => form.text("text", text),
        ShopperCommand::Choose { choice, about, .. } => {
            form.text("choice", choice.wire_name());
            if let Some(about) = about {
                form.number("about", exact(*about));
            }
        }
        ShopperCommand::VerifyOrder { number, proof, .. } => {
            form.text("number", number);
            form.text("proof", proof);
        }
        ShopperCommand::Read { upto } => form.number("upto", exact(*upto)),
        ShopperCommand::Fetch { after, limit } => {
            form.number("after", exact(*after));
            form.number("limit", f64::from(*limit));
        }
        ShopperCommand::RequestHuman { .. } | ShopperCommand::Typing | ShopperCommand::Got => {}
    }
}

fn kind(command: &ShopperCommand) -> &'static str {
    match command {
        ShopperCommand::Hello { .. } => "hello",
        ShopperCommand::Send { .. } => "send",
        ShopperCommand::Choose { .. } => "choose",
        ShopperCommand::VerifyOrder { .. } => "verify_order",
        ShopperCommand::RequestHuman { .. } => "request_human",
        ShopperCommand::Read { .. } => "read",
        ShopperCommand::Fetch { .. } => "fetch",
        ShopperCommand::Typing => "typing",
        ShopperCommand::Got => "got",
    }
}

/// A number of an event, which no contact has 2^53 of.
#[expect(clippy::cast_precision_loss, reason = "a contact has fewer events")]
fn exact(seq: u64) -> f64 {
    seq as f64
}
