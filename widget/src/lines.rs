//! The lines of the log as they stand in the page.
//!
//! There may be ten thousand of them. So a change touches only what is between its first and its
//! last line; a line that will never say anything else is nothing but its element once it is made;
//! and earlier lines come in a box of their own, at which the browser doesn't look until it is near
//! to what is seen.

use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use leptos::tachys::view::{Mountable, Render};
use web_sys::{Element, Node};

use crate::rows::Row;

/// So many lines before all others have a box of their own.
const MANY: usize = 20;

/// The lines in the page.
#[derive(Default)]
pub struct Lines {
    lines: Vec<Line>,
}

struct Line {
    row: Row,
    drawn: Drawn,
}

/// What is in the page of a line.
enum Drawn {
    /// An element that stays as it is.
    Still(Element),
    /// Something that follows signals, and what keeps them.
    Live(
        AnyViewState,
        #[expect(dead_code, reason = "what it owns goes with it")] Option<Owner>,
    ),
}

impl Lines {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// Brings the lines in an element in step with rows. `draw` makes those that are new; a line that
    /// stays is not touched, so that nothing reads it out a second time.
    pub fn show(&mut self, rows: Vec<Row>, place: &Element, draw: impl Fn(&Row) -> AnyView) {
        let is_same = |(line, row): &(&Line, &Row)| line.row.is(row);
        let before = self.lines.iter().zip(&rows).take_while(is_same).count();
        let rest = self.lines.len().min(rows.len()) - before;
        let backwards = self.lines.iter().rev().zip(rows.iter().rev());
        let after = backwards.take(rest).take_while(is_same).count();

        let fresh = rows.len() - before - after;
        let is_older = before == 0 && after > 0 && fresh >= MANY;
        let mut older = is_older.then(|| older(place)).flatten();
        let mut behind = self.lines.split_off(self.lines.len() - after);
        // The next of them is the last here.
        let mut known: Vec<Line> = self.lines.drain(before..).rev().collect();
        for row in rows.into_iter().skip(before).take(fresh) {
            let same = known.iter().rev().position(|line| line.row.is(&row));
            if let Some(passed) = same {
                let kept = known.len() - passed;
                known.drain(kept..).for_each(Line::leave);
                self.lines.extend(known.pop());
                older = None;
                continue;
            }
            let mut next = known.iter().rev().chain(&behind).filter_map(Line::element);
            let next = next.next().filter(|_| older.is_none());
            let parent = older.clone().or_else(|| next.as_ref()?.parent_element());
            let parent = parent.as_ref().unwrap_or(place);
            self.lines
                .push(Line::new(row, parent, next.as_deref(), &draw));
        }
        known.into_iter().for_each(Line::leave);
        self.lines.append(&mut behind);
    }
}

impl Line {
    /// Draws a line and puts it before another, or at the end.
    fn new(
        row: Row,
        parent: &Element,
        next: Option<&Node>,
        draw: impl Fn(&Row) -> AnyView,
    ) -> Self {
        let owner = (!row.is_still()).then(Owner::new);
        let mut state = match &owner {
            Some(owner) => owner.with(|| draw(&row).build()),
            None => draw(&row).build(),
        };
        state.mount(parent, next);
        let drawn = match (owner, state.elements().pop()) {
            (None, Some(element)) => Drawn::Still(element),
            (owner, _) => Drawn::Live(state, owner),
        };
        Self { row, drawn }
    }

    /// What is first in the page of it.
    fn element(&self) -> Option<Element> {
        match &self.drawn {
            Drawn::Still(element) => Some(element.clone()),
            Drawn::Live(state, _) => state.elements().into_iter().next(),
        }
    }

    fn leave(self) {
        match self.drawn {
            Drawn::Still(element) => element.remove(),
            Drawn::Live(mut state, _) => state.unmount(),
        }
    }
}

/// A box before all that is there. Where none can be made, lines stand without.
fn older(place: &Element) -> Option<Element> {
    let older = document().create_element("div").ok()?;
    older.set_attribute("class", "older").ok()?;
    place.prepend_with_node_1(&older).ok()?;
    Some(older)
}
