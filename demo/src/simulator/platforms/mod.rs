//! The platforms that a shop may run on: one file each, in the platform's own shape.

pub mod orders;
pub mod prestashop;
pub mod shopify;
#[cfg(test)]
mod tests;
pub mod woocommerce;

use serde::{Serialize, Serializer};

use super::order::{Gift, Order, Wishes};
use super::step::Step;
use super::webhook::{Hook, Webhook};

/// A platform.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Platform {
    /// Shopify.
    #[default]
    Shopify,
    /// `WooCommerce`.
    Woocommerce,
    /// `PrestaShop`, with a module that pushes its orders.
    Prestashop,
    /// Any other, by the generic order webhook.
    Orders,
}

impl Platform {
    /// All of them.
    pub const ALL: [Self; 4] = [
        Self::Shopify,
        Self::Woocommerce,
        Self::Prestashop,
        Self::Orders,
    ];

    /// The platform of a name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|platform| platform.name() == name)
    }

    /// Its name in the address of its webhooks.
    pub fn name(self) -> &'static str {
        match self {
            Self::Shopify => "shopify",
            Self::Woocommerce => "woocommerce",
            Self::Prestashop => "prestashop",
            Self::Orders => "orders",
        }
    }

    /// What it is called on the pages.
    pub fn label(self) -> &'static str {
        match self {
            Self::Shopify => shopify::LABEL,
            Self::Woocommerce => woocommerce::LABEL,
            Self::Prestashop => prestashop::LABEL,
            Self::Orders => orders::LABEL,
        }
    }

    /// Whether it has words for wishes. One without a word for a secret would name it to anybody.
    pub fn can_say(self, wishes: Wishes) -> bool {
        let is_more_than_a_gift = wishes.gift == Some(Gift::Secret) || wishes.deadline.is_some();
        self != Self::Prestashop || !is_more_than_a_gift
    }

    /// What it says of an order that was just placed.
    pub fn placed(self, hook: &Hook, order: &Order) -> Webhook {
        match self {
            Self::Shopify => shopify::order_webhook(hook, "orders/create", order),
            Self::Woocommerce => woocommerce::webhook(hook, "order.created", order),
            Self::Prestashop => prestashop::webhook(hook, order),
            Self::Orders => orders::webhook(hook, order),
        }
    }

    /// What it says of an order as it stands.
    pub fn changed(self, hook: &Hook, order: &Order) -> Webhook {
        match self {
            Self::Shopify => shopify::order_webhook(hook, "orders/updated", order),
            Self::Woocommerce => woocommerce::webhook(hook, "order.updated", order),
            Self::Prestashop => prestashop::webhook(hook, order),
            Self::Orders => orders::webhook(hook, order),
        }
    }

    /// What it says once a step was taken. Most platforms know nothing of a parcel but that it
    /// left.
    pub fn told(self, hook: &Hook, order: &Order, step: Step) -> Vec<Webhook> {
        match (self, step) {
            (_, Step::Created) => vec![self.changed(hook, order)],
            (Self::Shopify, _) => shopify::told(hook, order, step),
            (_, Step::Shipped) => vec![self.changed(hook, order)],
            _ => vec![],
        }
    }
}

impl Serialize for Platform {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}
