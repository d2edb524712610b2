//! The root of the panel: it makes the state, listens to the feed and lays the parts out.

use leptos::prelude::*;
use shared::client::accent::Accent;
use web_sys::HtmlElement;

use crate::dom::{self, Child, El};
use crate::feed::{self, Link};
use crate::panel::{Panel, use_panel};
use crate::screen::Screen;
use crate::{composer, header, log, page};

/// The whole panel.
pub fn app() -> AnyView {
    let panel = Panel::new(feed::language());
    provide_context(panel);
    dress(panel);
    see(panel);
    feed::subscribe(move |handed| panel.take(handed));
    (header::header(), link_line(), talk(panel), page::page()).view()
}

/// The conversation. It stays in the page while another screen is shown, so that its place and
/// what stands in its forms are kept.
fn talk(panel: Panel) -> El {
    let class = move || match panel.screen.get() {
        Screen::Talk => "talk",
        Screen::Past(_) => "talk past",
        Screen::Home | Screen::Order(_) => "talk away",
    };
    dom::div()
        .live("class", class)
        .child((log::log(), composer::composer()))
}

/// The state of the connection, when there is something to say about it.
fn link_line() -> El {
    let panel = use_panel();
    let words = move || match panel.link.get() {
        Link::Offline => Some(panel.words().offline()),
        Link::Ended => Some(panel.words().ended()),
        Link::Connecting | Link::Online => None,
    };
    dom::p().class("link").attr("role", "status").child(words)
}

/// Puts the merchant's color into the style sheet's variables.
fn dress(panel: Panel) {
    Effect::new(move || {
        let Some(accent) = panel
            .shop
            .with(|shop| shop.as_ref().map(|s| Accent::of(&s.accent)))
        else {
            return;
        };
        let Some(root) = root() else { return };
        let style = root.style();
        for (name, color) in [
            ("--accent", accent.fill),
            ("--on-accent", accent.on_fill),
            ("--accent-on-light", accent.on_light),
            ("--accent-on-dark", accent.on_dark),
        ] {
            // A property that a browser refuses leaves the style sheet's own color.
            let _ = style.set_property(name, &color.css());
        }
    });
}

/// Everything that was said counts as read while it is shown.
fn see(panel: Panel) {
    let look = move || {
        if panel.visible.get() && panel.shows_talk() && !document().hidden() {
            panel.mark_read();
        }
    };
    Effect::new(move || {
        panel.timeline.track();
        look();
    });
    window_event_listener_untyped("visibilitychange", move |_| untrack(look));
}

fn root() -> Option<HtmlElement> {
    use leptos::wasm_bindgen::JsCast;
    document().document_element()?.dyn_into().ok()
}
