//! The shopper's panel: what opens when the launcher is pressed. It runs in a frame of our own
//! origin, gets everything from the feed (`feed.js`) and says everything through it.

mod app;
mod choices;
mod composer;
mod dates;
mod feed;
mod header;
mod help;
mod home;
mod icons;
mod lines;
mod log;
mod message;
mod notice_card;
mod order_card;
mod order_form;
mod page;
mod panel;
mod parcel;
mod pickup;
mod rows;
mod screen;
mod statuses;
mod words;

use ::dom;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlElement;

/// Puts the panel into the frame's place for it and begins to listen to the feed.
#[wasm_bindgen]
pub fn mount() {
    let place = document().get_element_by_id("panel");
    let Some(place) = place.and_then(|place| place.dyn_into::<HtmlElement>().ok()) else {
        return;
    };
    place.set_text_content(None);
    // Nothing to report when the attribute wasn't there.
    let _ = place.remove_attribute("aria-busy");
    mount_to(place, app::app).forget();
}
