//! Which part of the panel is shown: the conversation, an earlier one, the overview, or one order.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use shared::ids::OrderKey;
use web_sys::HtmlElement;

use crate::panel::Panel;
use crate::words::bare;
use crate::{composer, dom};

/// The page beside the conversation gets the focus when it is shown.
pub const PAGE_ID: &str = "page";

/// What is shown below the head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// What is said, and where to write.
    Talk,
    /// An earlier conversation, to be read.
    Past(u32),
    /// Orders, answers and conversations at a glance.
    Home,
    /// An order, whole.
    Order(OrderKey),
}

impl Panel {
    /// Shows a screen and moves the focus into it.
    pub fn go(self, screen: Screen) {
        let is_talk = matches!(screen, Screen::Talk | Screen::Past(_));
        self.screen.set(screen);
        once_drawn(move || {
            if is_talk {
                composer::focus();
            } else if let Some(page) = dom::by_id::<HtmlElement>(PAGE_ID) {
                // What can't be focused leaves the focus where it was.
                let _ = page.focus();
            }
        });
    }

    /// Shows the screen before this one: the overview leads to all others.
    pub fn go_back(self) {
        self.go(match self.screen.get_untracked() {
            Screen::Home => Screen::Talk,
            Screen::Talk | Screen::Past(_) | Screen::Order(_) => Screen::Home,
        });
    }

    /// Whether the conversation is shown, where the shopper can write.
    pub fn shows_talk(self) -> bool {
        self.screen.with(|screen| *screen == Screen::Talk)
    }

    /// The number of the earlier conversation that is shown, if one is.
    pub fn past(self) -> Option<u32> {
        match self.screen.get() {
            Screen::Past(number) => Some(number),
            _ => None,
        }
    }

    /// Shows the order of a number; false when none of that number is known here.
    pub fn show_order(self, number: &str) -> bool {
        let key = self.timeline.with_untracked(|timeline| {
            let mut orders = timeline.orders().iter();
            let order = orders.find(|order| bare(&order.number) == bare(number))?;
            Some(order.key.clone())
        });
        let is_known = key.is_some();
        if let Some(key) = key {
            self.go(Screen::Order(key));
        }
        is_known
    }
}

/// Does something when the browser has drawn what was changed, in a task of its own: until then, whoever
/// moves the focus or asks for a size has everything laid out at once.
pub fn once_drawn(act: impl FnOnce() + 'static) {
    request_animation_frame(move || {
        Timeout::new(0, act).forget();
    });
}
