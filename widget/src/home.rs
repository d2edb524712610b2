//! The overview: the orders with their progress, the search for answers, the conversations.

use leptos::prelude::*;
use shared::client::reading::Named;
use shared::client::talks::{Talk, talks};
use shared::order::{OrderView, ParcelView, StepState};
use shared::tracking::Status;

use crate::dom::{self, Child, El};
use crate::page::action;
use crate::panel::{Panel, now};
use crate::screen::Screen;
use crate::{dates, help};

/// Somebody who answers for longer than this without a break is not said to stop, in milliseconds.
const LONG_DAY_MS: i64 = 20 * 3_600_000;

/// The overview. What changes in it changes inside: the focus stays in the page.
pub fn home(panel: Panel) -> AnyView {
    (
        heading(move || panel.words().your_orders()),
        move || orders(panel),
        help::search(panel),
        move || conversations(panel),
        action(
            move || panel.words().write_to_us(),
            move || panel.go(Screen::Talk),
        ),
        dom::p().class("soft").child(move || presence(panel)),
    )
        .view()
}

fn heading(words: impl Fn() -> String + Send + 'static) -> El {
    dom::h2().child(words)
}

fn orders(panel: Panel) -> El {
    let say = panel.words();
    let mut orders = panel.timeline.with(|timeline| timeline.orders().to_vec());
    orders.sort_by_key(|order| std::cmp::Reverse(order.placed_at));
    if orders.is_empty() {
        return dom::p().class("soft").child(say.no_orders());
    }
    let entries = orders.iter().map(|order| order_entry(panel, order));
    dom::ul()
        .class("entries")
        .child(entries.collect::<Vec<_>>())
}

/// An order with how far it has come.
fn order_entry(panel: Panel, order: &OrderView) -> El {
    let say = panel.words();
    let parcel = foremost(order);
    let status = match parcel {
        _ if order.cancelled => say.cancelled(),
        Some(parcel) => say.status(parcel.status.wire_name()),
        None => say.preparing(),
    };
    let expected = parcel.and_then(|parcel| {
        let day = parcel.estimate.current.as_ref()?;
        let day = dates::calendar_day(panel.language.get(), day);
        (!is_over(parcel.status)).then(|| [&say.expected(), " · ", &day].concat())
    });
    let content = (
        dom::span().child(status),
        parcel.map(track),
        expected.map(|words| dom::span().class("soft").child(words)),
    );
    let screen = Screen::Order(order.key.clone());
    entry(panel, screen, say.named_order(&order.number), content)
}

/// A line that leads to a screen.
fn entry(panel: Panel, screen: Screen, title: String, content: impl Child) -> El {
    let button = dom::button()
        .class("entry")
        .attr("type", "button")
        .on("click", move |_| panel.go(screen.clone()))
        .child((dom::strong().child(title), content));
    dom::li().child(button)
}

/// The steps as a line; the words beside it say the same.
fn track(parcel: &ParcelView) -> El {
    let steps = parcel.steps.iter().map(|step| {
        dom::span().class(match step.state {
            StepState::Ahead => "ahead",
            StepState::Done | StepState::Current => "done",
        })
    });
    dom::span()
        .class("track")
        .attr("aria-hidden", "true")
        .child(steps.collect::<Vec<_>>())
}

/// The parcel that is spoken of: the first that is still awaited, else the first.
fn foremost(order: &OrderView) -> Option<&ParcelView> {
    let awaited = order.parcels.iter().find(|parcel| !is_over(parcel.status));
    awaited.or(order.parcels.first())
}

fn is_over(status: Status) -> bool {
    matches!(
        status,
        Status::Delivered | Status::Returned | Status::Cancelled | Status::Lost
    )
}

/// The conversations, the one that goes on first, and what brings earlier ones.
fn conversations(panel: Panel) -> Option<(El, El, Option<El>)> {
    let (entries, has_earlier) = panel.timeline.with(|timeline| {
        let talks = talks(timeline);
        let entries = talks.iter().enumerate();
        let entries = entries.map(|(place, talk)| talk_entry(panel, talk, place == 0));
        let entries = entries.collect::<Vec<_>>();
        (entries, timeline.earlier(1).is_some())
    });
    if entries.is_empty() {
        return None;
    }
    let earlier = has_earlier.then(|| {
        dom::button()
            .class("quiet earlier")
            .attr("type", "button")
            .on("click", move |_| panel.fetch_earlier())
            .child(panel.words().earlier())
    });
    let title = heading(move || panel.words().your_conversations());
    Some((title, dom::ul().class("entries").child(entries), earlier))
}

fn talk_entry(panel: Panel, talk: &Talk, is_latest: bool) -> El {
    let say = panel.words();
    let title = talk
        .order
        .map_or_else(|| say.transcript(), |number| say.named_order(number));
    let screen = if is_latest {
        Screen::Talk
    } else {
        Screen::Past(talk.number)
    };
    let content = (
        dom::span()
            .class("last")
            .attr("dir", "auto")
            .child(talk.words.to_owned()),
        dom::span()
            .class("soft")
            .child(dates::long_day(panel.language.get(), talk.at)),
    );
    entry(panel, screen, title, content)
}

/// When somebody answers and how long that usually takes, as far as both are known.
fn presence(panel: Panel) -> Option<String> {
    let say = panel.words();
    let language = panel.language.get();
    let shop = panel.shop.get()?;
    let now = now();
    let open = shop.hours.iter().find(|open| open.until > now);
    if let Some(open) = open.filter(|open| open.from > now) {
        let day = dates::long_day(language, open.from);
        return Some(say.desk_opens(&day, &dates::hour(language, open.from)));
    }
    let until = open.filter(|open| open.until.millis_since(now) < LONG_DAY_MS);
    let said = [
        until.map(|open| say.desk_open(&dates::hour(language, open.until))),
        shop.wait_minutes
            .map(|minutes| say.usual_wait(minutes as usize)),
    ];
    Some(said.into_iter().flatten().collect::<Vec<_>>().join(" "))
}
