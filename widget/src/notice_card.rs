//! A parcel's news, told without being asked: a calm card of its own.

use leptos::prelude::*;
use shared::notice::{NoticeKind, Severity};
use shared::order::OrderView;
use shared::protocol::widget::Fact;

use crate::choices::choices_of;
use crate::dates;
use crate::dom::{self, El};
use crate::icons::{ALERT, PARCEL, icon};
use crate::message::text;
use crate::order_card::order_card;
use crate::panel::{Panel, use_panel};
use crate::pickup::pickup_point;
use crate::words::Words;

/// The card of a notice.
pub fn notice_card(seq: u64) -> Option<El> {
    let panel = use_panel();
    let (at, fact) = panel.timeline.with_untracked(|timeline| {
        let event = timeline.event(seq)?;
        Some((event.at, event.fact.clone()))
    })?;
    let Fact::Notice {
        notice,
        severity,
        text: words,
        next,
        parcels,
        order,
        ..
    } = fact
    else {
        return None;
    };
    let (class, drawing) = match severity {
        Severity::Info => ("notice", PARCEL),
        Severity::Attention => ("notice attention", ALERT),
        Severity::Urgent => ("notice urgent", ALERT),
    };
    let say = Words::now();
    let hour = dates::hour(panel.language.get_untracked(), at);
    let head = dom::p()
        .class("author")
        .child((dom::span().child(say.news()), dom::time().child(hour)));
    let more = dom::details().child((
        dom::summary().child(say.named_order(&order.number)),
        order_card(order.clone()),
    ));
    let point = move || point(panel, notice, &parcels, &order);
    Some(dom::div().class(class).child((
        dom::span().class("mark").child(icon(drawing)),
        dom::div().class("news").child((
            head,
            dom::p().class("words").child(text(&words)),
            next.map(|next| dom::p().class("next").child(next)),
            point,
            choices_of(seq),
            more,
        )),
    )))
}

/// Where the parcel waits, on news that sends the shopper there.
fn point(panel: Panel, notice: NoticeKind, parcels: &[String], order: &OrderView) -> Option<El> {
    let leads_there = matches!(
        notice,
        NoticeKind::ReadyForPickup | NoticeKind::PickupReminder | NoticeKind::PickupPointChanged
    );
    let mut spoken_of = order
        .parcels
        .iter()
        .filter(|parcel| leads_there && parcels.contains(&parcel.number));
    let (point, hours) =
        spoken_of.find_map(|parcel| Some((parcel.pickup_point.as_ref()?, &parcel.pickup_hours)))?;
    Some(pickup_point(panel, point, hours))
}
