//! An order as the simulator's page asks for it, by names.

use chrono::NaiveDate;
use serde::Deserialize;

use super::order::{Gift, NewOrder, Voices, Wishes};
use super::people::Customer;
use super::platforms::Platform;
use super::story::{Beginning, Story};
use super::trackers::Tracker;
use super::{Simulator, past_order};
use crate::catalog::Catalog;

/// An order to be placed; what is left out is as it usually is.
#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Placing {
    /// Whether it waits for a visitor to move it.
    pub by_hand: bool,
    customer: Option<String>,
    /// A [`Story`] or a [`Beginning`]; the customer's own story if left out.
    situation: Option<String>,
    platform: Option<String>,
    tracker: Option<String>,
    /// A [`Gift`].
    gift: Option<String>,
    /// The day by which it must be there.
    deadline: Option<NaiveDate>,
}

impl Placing {
    /// The order and where it stands, or a sentence for the visitor.
    pub fn order(
        &self,
        simulator: &Simulator,
        catalog: &Catalog,
    ) -> Result<(NewOrder, Beginning), &'static str> {
        let unknown = "Cette commande nomme un inconnu.";
        let (order, beginning) = self.named(catalog).ok_or(unknown)?;
        let Voices { platform, tracker } = order.voices;
        if !simulator.can_speak(order.voices) {
            return Err(unknown);
        }
        if !platform.can_say(order.wishes) {
            return Err("PrestaShop n’a de mot ni pour un secret, ni pour une date.");
        }
        if beginning == Beginning::Overdue && !tracker.tells_estimates() {
            return Err("Cette source de suivi n’annonce pas de date\u{202f}: rien n’est promis.");
        }
        Ok((order, beginning))
    }

    /// What the names mean; `None` when one means nothing.
    fn named(&self, catalog: &Catalog) -> Option<(NewOrder, Beginning)> {
        let (customer, usual) = Customer::by_key(self.customer.as_deref().unwrap_or("camille"))?;
        let (story, beginning) = match self.situation.as_deref() {
            None => (usual, Beginning::Recent),
            Some(name) => situation(name)?,
        };
        let usual = Voices::default();
        let voices = Voices {
            platform: meant(self.platform.as_deref(), Platform::named, usual.platform)?,
            tracker: meant(self.tracker.as_deref(), Tracker::named, usual.tracker)?,
        };
        let gift = |name: &str| Gift::named(name).map(Some);
        let wishes = Wishes {
            gift: meant(self.gift.as_deref(), gift, None)?,
            deadline: self.deadline,
        };
        let order = NewOrder {
            wishes,
            voices,
            ..past_order(catalog, customer, story, beginning)
        };
        Some((order, beginning))
    }
}

fn situation(name: &str) -> Option<(Story, Beginning)> {
    let story = Story::named(name).map(|story| (story, Beginning::Recent));
    story.or_else(|| {
        let beginning = Beginning::named(name)?;
        Some((beginning.story(), beginning))
    })
}

/// What a name means; the usual without one.
fn meant<T>(name: Option<&str>, meaning: impl Fn(&str) -> Option<T>, usual: T) -> Option<T> {
    name.map_or(Some(usual), meaning)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulator::fixtures::app;

    fn placed(json: &str) -> Result<(NewOrder, Beginning), &'static str> {
        let app = app();
        let placing: Placing = serde_json::from_str(json).unwrap();
        placing.order(&app.simulator, &app.catalog)
    }

    #[test]
    fn what_is_left_out_is_as_usual() {
        let (order, beginning) = placed("{}").unwrap();
        assert_eq!((order.customer.id, order.story), (7001, Story::Late));
        assert_eq!(order.voices, Voices::default());
        assert_eq!(order.wishes, Wishes::default());
        assert_eq!(beginning, Beginning::Recent);
    }

    #[test]
    fn an_order_is_placed_by_names() {
        let json = r#"{"customer":"noe","situation":"waiting","platform":"orders",
            "tracker":"17track","gift":"secret","deadline":"2026-12-24"}"#;
        let (order, beginning) = placed(json).unwrap();
        assert_eq!((order.customer.id, order.story), (7002, Story::Pickup));
        assert_eq!(order.voices.platform, Platform::Orders);
        assert_eq!(order.voices.tracker, Tracker::Seventeentrack);
        assert_eq!(order.wishes.gift, Some(Gift::Secret));
        assert_eq!(order.wishes.deadline, NaiveDate::from_ymd_opt(2026, 12, 24));
        assert_eq!(beginning, Beginning::Waiting);
    }

    #[test]
    fn what_nobody_could_say_is_refused() {
        for json in [
            r#"{"customer":"zoe"}"#,
            r#"{"situation":"explosion"}"#,
            r#"{"platform":"easypost"}"#,
            r#"{"tracker":"pigeon"}"#,
            r#"{"gift":"both"}"#,
            r#"{"platform":"prestashop","gift":"secret"}"#,
            r#"{"platform":"prestashop","deadline":"2026-12-24"}"#,
            r#"{"tracker":"sendcloud","situation":"overdue"}"#,
        ] {
            assert!(placed(json).is_err(), "{json}");
        }
        assert!(placed(r#"{"platform":"prestashop","gift":"open"}"#).is_ok());
    }
}
