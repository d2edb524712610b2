//! Drawings, built without the `view!` macro: see the crate's documentation.

use leptos::prelude::*;
use leptos::svg;

/// What can be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// The mark of Grelot.
    Bell,
    /// Leads back.
    Back,
    /// A message that only agents see.
    Note,
    /// A parcel.
    Parcel,
    /// Something to look at.
    Alert,
    /// Time that passes.
    Clock,
    /// Done.
    Check,
    /// Leads down.
    Down,
    /// Leads out.
    Leave,
}

/// A drawing of the size of the text around it, silent for assistive technology.
pub fn icon(icon: Icon) -> AnyView {
    svg::svg()
        .attr("viewBox", "0 0 24 24")
        .attr("class", "icon")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(svg::path().attr("d", path(icon)))
        .into_any()
}

fn path(icon: Icon) -> &'static str {
    match icon {
        Icon::Bell => "M12 3v2M6 17v-6a6 6 0 0 1 12 0v6l1.5 2h-15zm4.5 5h3",
        Icon::Back => "M15 5l-7 7 7 7",
        Icon::Note => "M5 4h14v10l-6 6H5zm8 16v-6h6",
        Icon::Parcel => "M4 8l8-4 8 4v9l-8 4-8-4zm0 0l8 4 8-4m-8 4v9",
        Icon::Alert => "M12 4l9 16H3zm0 6v5m0 2.5v.5",
        Icon::Clock => "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zm0 4v5l3 2",
        Icon::Check => "M5 13l4 4L19 7",
        Icon::Down => "M6 9l6 6 6-6",
        Icon::Leave => "M14 4H6v16h8M10 12h10m-4-4 4 4-4 4",
    }
}
