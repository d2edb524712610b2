//! How it stands at the desk at this moment.

use dom::{Child, El, Memo};

use crate::console::Console;
use crate::duty;
use crate::phrases::{at_least, minutes_between};
use crate::state::Wall;

/// The wall.
pub(super) fn wall(console: Console) -> El {
    let t = &console.t().overview;
    let wall = Memo::new(move |_| {
        let minute = console.minute.get();
        console.state.with(|state| state.wall(minute))
    });
    let at_risk = Memo::new(move |_| console.watchlist.with(|list| list.count(None)));
    let longest = move |wall: &Wall| {
        let waited = |since| (console.t().wait)(minutes_between(since, console.minute.get()));
        wall.longest.map_or_else(|| t.nobody.to_owned(), waited)
    };
    let tiles = move || {
        let now = wall.get();
        dom::ul().class("tiles").child((
            tile(
                t.waiting,
                at_least(now.waiting, now.more_wait),
                (t.of_them_vip)(now.vip),
            ),
            tile(t.longest, longest(&now), String::new()),
            tile(t.overdue, now.overdue.to_string(), String::new()),
            tile(
                t.promised,
                now.promised.to_string(),
                (t.of_them_broken)(now.broken),
            ),
            tile(t.at_risk, at_risk.get().to_string(), String::new()),
            tile(
                t.here,
                now.here.to_string(),
                (t.load)(now.ready, now.held, now.capacity),
            ),
        ))
    };
    dom::section()
        .class("wall")
        .attr("aria-labelledby", "wall-title")
        .child((
            dom::h3().attr("id", "wall-title").child(t.wall),
            tiles,
            duty::team(console).attr("open", true),
        ))
}

fn tile(name: &'static str, value: String, more: String) -> El {
    dom::li().class("tile").child(figure(name, value, more))
}

/// A figure with its name and what there is to add.
pub(super) fn figure(name: &'static str, value: String, more: String) -> impl Child {
    let more = (!more.is_empty()).then(|| dom::span().class("hint").child(more));
    (
        dom::span().class("quiet").child(name),
        dom::strong().child(value),
        more,
    )
}
