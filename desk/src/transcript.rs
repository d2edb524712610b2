//! The conversation, as the shopper sees it, with what agents alone see between.

use leptos::attr::custom::custom_attribute;
use leptos::html;
use leptos::prelude::*;
use web_sys::Element;

use crate::browser;
use crate::console::Console;
use crate::icons::{Icon, icon};
use crate::line::LineView;
use crate::state::{CaseContent, DeskState};
use crate::timeline::{self, Content, Line};

/// How near to its end a conversation counts as read to the end, in pixels.
const NEAR_END: i32 = 80;

/// The conversation of the open case.
#[component]
pub fn Transcript() -> impl IntoView {
    let console = expect_context::<Console>();
    let scroller = NodeRef::<html::Div>::new();
    let at_end = RwSignal::new(true);
    let lines = Memo::new(move |_| lines(console));
    let typing = Memo::new(move |_| is_typing(console));
    let earlier = Memo::new(move |_| {
        console
            .state
            .with(|state| state.content().is_some_and(CaseContent::has_earlier))
    });
    Effect::new(move || {
        lines.track();
        typing.track();
        if at_end.get_untracked() {
            request_animation_frame(move || to_end(scroller));
        }
    });
    seek(console, lines);
    let look = move |_| at_end.set(scroller.get_untracked().is_none_or(|it| is_near_end(&it)));
    view! {
        <div
            class="transcript"
            node_ref=scroller
            tabindex="0"
            role="log"
            aria-label=move || console.t().case.conversation
            on:scroll=look
        >
            <Show when=move || earlier.get()>
                <button class="plain earlier" on:click=move |_| console.update(DeskState::fetch_earlier)>
                    {move || console.t().case.earlier}
                </button>
            </Show>
            <ol class="lines">
                <For
                    each=move || lines.get()
                    key=|line| line_key(line)
                    children=|line| named(line)
                />
            </ol>
            <p class="typing" class:shown=move || typing.get()>
                {move || typing.get().then(|| console.t().case.typing)}
            </p>
        </div>
        <Show when=move || !at_end.get()>
            <button class="latest" on:click=move |_| to_end(scroller)>
                {icon(Icon::Down)}
                {move || console.t().case.latest}
            </button>
        </Show>
    }
}

/// A line that can be found by its name.
fn named(line: Line) -> AnyView {
    let id = custom_attribute("id", format!("event-{}", line.key));
    view! { <LineView line/> }.add_any_attr(id).into_any()
}

/// Shows the event that is sought, reading earlier pages until it is there.
fn seek(console: Console, lines: Memo<Vec<Line>>) {
    let reach = Memo::new(move |_| {
        let sought = console.seek.get()?;
        let is_there = lines.with(|lines| lines.iter().any(|line| line.key == sought.to_string()));
        // A case that is being opened has everything yet to come.
        console.state.with(|state| {
            let case = state.content()?;
            let first = case.events.first_key_value().map(|(&seq, _)| seq);
            Some((sought, is_there, first.filter(|_| case.has_earlier())))
        })
    });
    Effect::new(move || match reach.get() {
        Some((sought, true, _)) => {
            request_animation_frame(move || browser::show(&format!("#event-{sought}")));
            console.seek.set(None);
        }
        Some((sought, false, Some(first))) if sought < first => {
            console.update(DeskState::fetch_earlier);
        }
        Some(_) => console.seek.set(None),
        None => {}
    });
}

fn lines(console: Console) -> Vec<Line> {
    // Only a text on its way looks at the clock; without one the lines need not follow it.
    let waits = console.state.with(|state| !state.outbox.is_empty());
    let now = if waits {
        console.now.get()
    } else {
        console.now.get_untracked()
    };
    console.state.with(|state: &DeskState| {
        state.content().map_or_else(Vec::new, |case| {
            timeline::lines(case, &state.outbox, now, browser::local_day)
        })
    })
}

fn is_typing(console: Console) -> bool {
    let until = console
        .state
        .with(|state| state.content().and_then(|case| case.typing_until));
    until.is_some_and(|until| console.now.get() < until)
}

/// What makes a line another line: its name, and whatever about it may still change.
fn line_key(line: &Line) -> String {
    match &line.content {
        Content::Said(said) => {
            let version = said.order.as_ref().map_or(0, |order| order.version);
            format!(
                "{} {version} {} {}",
                line.key, said.last_read, said.continued
            )
        }
        Content::Unsent {
            delivery, stuck, ..
        } => format!("{} {} {stuck}", line.key, delivery.stage()),
        Content::Passed { reason, .. } => format!("{} {}", line.key, reason.is_some()),
        Content::Settled { promise, .. } => format!("{} {}", line.key, promise.is_some()),
        Content::Day(_)
        | Content::Notice { .. }
        | Content::Note { .. }
        | Content::Solved { .. }
        | Content::Rated { .. }
        | Content::Scored { .. }
        | Content::Redress { .. } => line.key.clone(),
    }
}

fn to_end(scroller: NodeRef<html::Div>) {
    if let Some(scroller) = scroller.get_untracked() {
        scroller.set_scroll_top(scroller.scroll_height());
    }
}

fn is_near_end(scroller: &Element) -> bool {
    scroller.scroll_height() - scroller.scroll_top() - scroller.client_height() < NEAR_END
}
