//! The palette (Ctrl K): what was said in any case, the orders, the cases in the list, and whatever
//! the desk can do.

mod acts;
mod lines;
mod view;

use dom::RwSignal;
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use shared::ids::ContactId;
use shared::search::{self, Hit};

use crate::api;
use crate::console::Console;

use acts::Act;
pub use view::{opener, palette};

/// How long to wait for the next letter before the edge is asked, in milliseconds.
const PAUSE_MILLIS: u32 = 200;

/// Where a line of the palette leads.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Target {
    /// Something is done.
    Act(Act),
    /// A case is opened, at an event if one is named.
    Case(ContactId, Option<u64>),
    /// Nowhere: there is no case.
    Nowhere,
}

/// What the palette shows. A copy is the same.
#[derive(Clone, Copy)]
pub struct Palette {
    /// Whether it is open.
    pub open: RwSignal<bool>,
    /// What is typed.
    typed: RwSignal<String>,
    /// Which line is chosen.
    chosen: RwSignal<usize>,
    /// What the edge has found for what was typed, and how asking went.
    hits: RwSignal<Vec<Hit>>,
    asking: RwSignal<Asking>,
    /// How often something was typed: an answer to an earlier question is dropped.
    turn: StoredValue<u32>,
}

/// How asking the edge goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asking {
    /// There is an answer, or nothing to ask.
    Done,
    /// There is none yet.
    Going,
    /// There will be none.
    Failed,
}

impl Palette {
    /// A palette that is closed.
    pub fn new() -> Self {
        Self {
            open: RwSignal::new(false),
            typed: RwSignal::new(String::new()),
            chosen: RwSignal::new(0),
            hits: RwSignal::new(Vec::new()),
            asking: RwSignal::new(Asking::Done),
            turn: StoredValue::new(0),
        }
    }

    /// Opens it empty, or closes it.
    pub fn toggle(self) {
        if !self.open.get_untracked() {
            self.take_typed(String::new());
        }
        self.open.update(|open| *open = !*open);
    }

    /// Takes what is typed, and asks the edge once the hand rests.
    fn take_typed(self, typed: String) {
        let turn = self.turn.get_value().wrapping_add(1);
        self.turn.set_value(turn);
        self.chosen.set(0);
        let is_question = search::query(&typed).is_some();
        self.typed.set(typed);
        if is_question {
            self.asking.set(Asking::Going);
            Timeout::new(PAUSE_MILLIS, move || self.ask(turn)).forget();
        } else {
            self.asking.set(Asking::Done);
            self.hits.set(Vec::new());
        }
    }

    fn ask(self, turn: u32) {
        let is_current = move || self.turn.get_value() == turn;
        if !is_current() {
            return;
        }
        let typed = self.typed.get_untracked();
        leptos::task::spawn_local(async move {
            let found = api::search::find(&typed).await;
            if !is_current() {
                return;
            }
            self.asking.set(match found {
                Ok(_) => Asking::Done,
                Err(_) => Asking::Failed,
            });
            self.hits.set(found.unwrap_or_default());
        });
    }

    /// Closes it and goes where a line leads.
    fn go(self, console: Console, target: &Target) {
        match target {
            Target::Nowhere => return,
            Target::Case(contact, seq) => {
                console.open(contact.clone());
                console.seek.set(*seq);
            }
            // What has the focus afterwards is the act's to say, once the palette has let it go.
            Target::Act(act) => {
                let act = *act;
                request_animation_frame(move || act.run(console));
            }
        }
        self.open.set(false);
    }
}
