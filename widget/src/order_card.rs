//! An order with its parcels. It always shows the newest look that has come.

use leptos::prelude::*;
use shared::order::{ItemView, OrderView};

use crate::dates;
use crate::dom::{self, Child, El};
use crate::panel::{Panel, use_panel};
use crate::parcel::parcel;

/// More items than this are counted instead of named.
const ITEMS_SHOWN: usize = 3;

/// The card of an order.
pub fn order_card(first: OrderView) -> El {
    let panel = use_panel();
    let key = first.key.clone();
    let version = Memo::new(move |_| {
        panel
            .timeline
            .with(|timeline| timeline.order(&key).map(|order| order.version))
    });
    let content = move || {
        version.track();
        panel
            .timeline
            .with_untracked(|timeline| body(panel, timeline.order(&first.key).unwrap_or(&first)))
    };
    dom::div().class("card order").child(content)
}

fn body(panel: Panel, order: &OrderView) -> AnyView {
    let say = panel.words();
    let placed = dates::long_day(panel.language.get(), order.placed_at);
    let count = order.parcels.len();
    let parcels = order.parcels.iter().enumerate().map(|(index, view)| {
        let title = (count > 1).then(|| say.parcel(index + 1, count));
        parcel(panel, title, view)
    });
    let instead = if order.cancelled {
        Some(say.cancelled())
    } else {
        order.parcels.is_empty().then_some(say.preparing())
    };
    (
        dom::h2().child(say.named_order(&order.number)),
        dom::p().class("soft").child(say.placed(&placed)),
        items(panel, &order.items),
        instead.map(|words| dom::p().class("headline").child(words)),
        parcels.collect::<Vec<_>>(),
    )
        .view()
}

fn items(panel: Panel, items: &[ItemView]) -> El {
    let named = items.iter().take(ITEMS_SHOWN).map(|item| {
        let count = (item.quantity != 1).then(|| [&item.quantity.to_string(), " × "].concat());
        dom::li().child((count, item.title.clone()))
    });
    let rest = items.len().saturating_sub(ITEMS_SHOWN);
    let more = (rest > 0).then(|| dom::li().child(panel.words().more_items(rest)));
    dom::ul()
        .class("items")
        .child((named.collect::<Vec<_>>(), more))
}
