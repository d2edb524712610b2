//! The few drawings of the panel, as strokes on a 24 by 24 ground. All of them are decoration:
//! what they stand beside has words.

use leptos::prelude::*;
use leptos::svg;

/// A cross: close.
pub const CROSS: &str = "M6 6l12 12M18 6L6 18";
/// Lines: everything at a glance.
pub const LIST: &str = "M4 7h16M4 12h16M4 17h10";
/// An angle: back.
pub const BACK: &str = "M14.5 5.5L8 12l6.5 6.5";
/// A lens: search.
pub const LENS: &str = "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20";
/// An arrow up: send.
pub const SEND: &str = "M12 19V5M5.5 11.5L12 5l6.5 6.5";
/// A parcel.
pub const PARCEL: &str = "M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8M8 6l8 4";
/// An exclamation mark in a circle: to be looked at.
pub const ALERT: &str = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7.5v5.5M12 16.4v.1";
/// A tick: done.
pub const TICK: &str = "M5 12.5l4.5 4.5L19 7.5";
/// A map pin: pickup point.
pub const PIN: &str = "M12 21c4.5-4.6 7-8 7-11a7 7 0 0 0-14 0c0 3 2.5 6.4 7 11zM12 12.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z";

/// One of the drawings.
pub fn icon(path: &'static str) -> AnyView {
    svg::svg()
        .attr("class", "icon")
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .child(svg::path().attr("d", path))
        .into_any()
}
