//! The panel's words. They are in `shared/locales/*/panel.ftl`; the frame has loaded those of its
//! language, and puts in what is to be put in. The build makes the methods: one a message.

use shared::client::reading::Named;
use shared::protocol::Refusal;

use crate::feed;

/// What the panel says, in the language of the page.
#[derive(Clone, Copy)]
pub struct Words(());

/// What is put into a message.
pub enum Value<'a> {
    /// Words.
    Text(&'a str),
    /// A number, of which the language has its own way of writing and its plurals.
    Number(usize),
}

include!(concat!(env!("OUT_DIR"), "/messages.rs"));

impl Words {
    /// The words of the language that the frame speaks now. Whoever shows them follows
    /// [`crate::panel::Panel::language`].
    pub fn now() -> Self {
        Self(())
    }

    /// Why something wasn't accepted and what to do next.
    pub fn refusal(self, code: Refusal, retry_after: Option<u32>) -> String {
        let words = self.refused(code.wire_name());
        let seconds = retry_after.unwrap_or_default() as usize;
        let later = match seconds {
            0 => return words,
            1..=90 => self.retry_in_seconds(seconds),
            91..=5400 => self.retry_in_minutes(seconds.div_ceil(60)),
            _ => self.retry_in_hours(seconds.div_ceil(3600)),
        };
        [words, later].join(" ")
    }

    /// An order by its number, before which each language has a mark of its own.
    pub fn named_order(self, number: &str) -> String {
        self.order(bare(number))
    }

    /// What a shopper asks about an order that isn't known here.
    pub fn question_for(self, number: &str) -> String {
        self.ask_for_order(bare(number))
    }

    #[expect(
        clippy::unused_self,
        reason = "whoever has words may say them, and the frame keeps them"
    )]
    #[inline(never)]
    fn say(self, name: &str, values: &[(&str, Value)]) -> String {
        feed::say(name, values)
    }
}

/// A number without the mark that shops put before it. What else people write is the edge's to
/// read: its tables would weigh more than the panel.
pub fn bare(number: &str) -> &str {
    number.trim().trim_start_matches('#')
}
