//! The desk: where agents see who waits, read what was said, and answer.
//!
//! [`state`], [`watchlist`], [`timeline`] and [`compare`] are pure and tested natively; the rest
//! wraps them in signals and elements. Those are of `dom`, without the `view!` macro: it would make
//! machine code for each place, and render what is wholly static through `innerHTML`, which the page's
//! `require-trusted-types-for 'script'` forbids.

mod account;
mod api;
mod app;
mod brief;
mod browser;
mod case_header;
mod case_list;
mod case_menu;
mod case_view;
mod clocks;
mod closing;
mod compare;
mod composer;
mod console;
mod dates;
mod dossier;
mod duty;
mod erasing;
mod fields;
mod frame;
mod help;
mod household;
mod icons;
mod ids;
mod joining;
mod keeping;
mod keyboard;
mod labels;
mod later;
mod ledger;
mod line;
mod mentions;
mod news;
mod order_card;
mod overview;
mod palette;
mod parcel_row;
mod parcels;
mod phrases;
mod picking;
mod pledge;
mod quarantine;
mod redress;
mod service;
mod shop_clock;
mod sign_in;
mod socket;
mod sorting;
mod staff;
mod state;
mod templates;
mod timeline;
mod transcript;
mod watchlist;

use wasm_bindgen::prelude::wasm_bindgen;

/// Puts the desk on the page.
#[wasm_bindgen(start)]
pub fn start() {
    browser::clear_boot_text();
    leptos::mount::mount_to_body(app::app);
}
