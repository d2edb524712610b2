//! The page beside the conversation: the overview, or one order whole.

use leptos::prelude::*;
use shared::order::OrderView;

use crate::dom::{self, Child, El};
use crate::home;
use crate::order_card::order_card;
use crate::panel::{Panel, use_panel};
use crate::screen::{PAGE_ID, Screen};

/// The page, while one is shown.
pub fn page() -> impl Child {
    let panel = use_panel();
    move || {
        let page = dom::section()
            .class("page")
            .attr("id", PAGE_ID)
            .attr("tabindex", "-1");
        Some(match panel.screen.get() {
            Screen::Talk | Screen::Past(_) => return None,
            Screen::Home => page.child(home::home(panel)),
            Screen::Order(key) => {
                let order = panel
                    .timeline
                    .with_untracked(|timeline| timeline.order(&key).cloned())?;
                page.child(whole(panel, order))
            }
        })
    }
}

fn whole(panel: Panel, order: OrderView) -> AnyView {
    let key = order.key.clone();
    let number = order.number.clone();
    let next = move || {
        let next = panel
            .timeline
            .with(|timeline| timeline.next_of(&key).map(str::to_owned));
        next.map(|next| {
            let title = dom::h2().child(panel.words().what_next());
            dom::div()
                .class("point")
                .child((title, dom::p().child(next)))
        })
    };
    let ask = move || {
        panel.set_draft(panel.words().question_for(&number));
        panel.go(Screen::Talk);
    };
    (
        order_card(order),
        next,
        action(move || panel.words().ask_about_order(), ask),
    )
        .view()
}

/// A button as wide as the page.
pub fn action(words: impl Fn() -> String + Send + 'static, act: impl Fn() + 'static) -> El {
    dom::button()
        .class("action")
        .attr("type", "button")
        .on("click", move |_| act())
        .child(words)
}
