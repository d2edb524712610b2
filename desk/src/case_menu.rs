//! What else can be done with the open case: setting it aside, giving it to somebody, giving it
//! back.

use dom::{Child, El, Memo};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use shared::routing::Teammate;
use web_sys::{Event, KeyboardEvent};

use crate::browser;
use crate::console::Console;
use crate::dates;
use crate::duty::presence_dot;
use crate::erasing;
use crate::labels;
use crate::later::Later;
use crate::shop_clock;
use crate::state::{Act, DeskState, Offers};

/// The menu.
const MENU: &str = "#case-menu";

/// The menu of the open case, where there is something to choose.
pub fn case_menu(console: Console) -> impl Child {
    let offers = Memo::new(move |_| console.state.with(DeskState::offers));
    move || {
        offers.with(|offers| {
            let has_labels = console.labels.listed.with(|listed| !listed.is_empty());
            let has_any = offers.put_down || offers.pick_up || !offers.give_to.is_empty();
            let is_owner = console.owned_site().is_some();
            (has_any || has_labels || is_owner).then(|| menu(console, offers))
        })
    }
}

fn menu(console: Console, offers: &Offers) -> El {
    let t = &console.t().actions;
    let aside = offers.put_down.then(|| set_aside(console));
    let pick_up = offers
        .pick_up
        .then(|| item(console, t.pick_up.to_owned(), Act::Take));
    let release = offers
        .put_down
        .then(|| item(console, t.release.to_owned(), Act::Release));
    let others: Vec<El> = offers
        .give_to
        .iter()
        .map(|mate| give(console, mate))
        .collect();
    let others = (!others.is_empty()).then(|| group(t.give, others));
    let contact = console
        .state
        .with_untracked(|state| state.content().map(|case| case.contact.clone()));
    let data = contact.as_ref();
    let data = data.and_then(|contact| erasing::in_menu(console, contact));
    let labels = contact.and_then(|contact| labels::toggles(console, &contact));
    dom::details()
        .class("menu")
        .attr("id", "case-menu")
        .on("keydown", |event| pressed(&event))
        .on("focusout", |_| request_animation_frame(close_if_left))
        .child((
            dom::summary().attr("aria-keyshortcuts", "m").child(t.more),
            dom::div()
                .class("menu-items")
                .attr("tabindex", "-1")
                .child((labels, pick_up, aside, others, release, data)),
        ))
}

fn set_aside(console: Console) -> El {
    let t = &console.t().actions;
    let now = browser::now();
    let buttons: Vec<El> = Later::offered(shop_clock::weekday(now))
        .into_iter()
        .map(|later| {
            let until = later.instant(now);
            let when = dates::moment(console.language(), until, true);
            let words = format!("{} · {when}", (t.later)(later));
            item(console, words, Act::SetAside { until })
        })
        .collect();
    group(t.set_aside, buttons)
}

fn group(heading: &'static str, items: Vec<El>) -> El {
    dom::div()
        .attr("role", "group")
        .attr("aria-label", heading)
        .child((dom::h3().child(heading), items))
}

fn give(console: Console, mate: &Teammate) -> El {
    let t = &console.t().duty;
    let profile = &mate.profile;
    let load = format!(
        "{}, {}",
        (t.presence)(mate.presence),
        (t.holds)(mate.open, profile.capacity)
    );
    let to = mate.agent.id.clone();
    button(console, Act::Give { to }).child((
        presence_dot(mate.presence),
        mate.agent.name.clone(),
        dom::span().class("quiet").child(load),
    ))
}

fn item(console: Console, words: String, act: Act) -> El {
    button(console, act).child(words)
}

fn button(console: Console, act: Act) -> El {
    dom::button()
        .class("plain")
        .attr("type", "button")
        .on("click", move |_| {
            close();
            browser::focus("#case-title");
            console.handle(act.clone());
        })
}

fn pressed(event: &Event) {
    let escape = event
        .dyn_ref::<KeyboardEvent>()
        .is_some_and(|event| event.key() == "Escape");
    if escape {
        close();
        browser::focus(&format!("{MENU} > summary"));
        event.stop_propagation();
    }
}

fn close_if_left() {
    if browser::find(&format!("{MENU}:focus-within")).is_none() {
        close();
    }
}

fn close() {
    if let Some(menu) = browser::find(MENU) {
        // A menu that is closed already has no such attribute.
        let _ = menu.remove_attribute("open");
    }
}
