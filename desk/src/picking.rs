//! Several cases at once: they are picked in the list, and one thing is done with all of them.

use std::collections::BTreeSet;

use dom::{Child, El, Memo, RwSignal};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use shared::ids::ContactId;
use shared::routing::Teammate;
use web_sys::Event;

use crate::browser;
use crate::console::Console;
use crate::dates;
use crate::labels::chosen;
use crate::later::Later;
use crate::shop_clock;
use crate::state::Act;

/// How far apart commands are sent, in milliseconds: the edge takes ten a second.
const SPACING_MILLIS: u32 = 120;

/// Which cases are picked. A copy is the same.
#[derive(Clone, Copy)]
pub struct Picking {
    /// Whether a click on a case picks it, instead of opening it.
    pub on: RwSignal<bool>,
    picked: RwSignal<BTreeSet<ContactId>>,
}

impl Picking {
    /// Nothing is picked.
    pub fn new() -> Self {
        Self {
            on: RwSignal::new(false),
            picked: RwSignal::new(BTreeSet::new()),
        }
    }

    /// Picks a case, or lets go of it.
    pub fn toggle(self, contact: &ContactId) {
        self.picked.update(|picked| {
            if !picked.remove(contact) {
                picked.insert(contact.clone());
            }
        });
    }

    /// Whether a case is picked; `None` while none can be.
    pub fn state_of(self, contact: &ContactId) -> Option<bool> {
        let is_on = self.on.get();
        is_on.then(|| self.picked.with(|picked| picked.contains(contact)))
    }

    fn end(self) {
        self.on.set(false);
        self.picked.set(BTreeSet::new());
    }

    /// Does something with every case that it may be done with, one after the other.
    fn apply(self, console: Console, act: &Act) {
        let picked: Vec<ContactId> = self.picked.get_untracked().into_iter().collect();
        let reached = console
            .state
            .with_untracked(|state| state.within_reach(act, &picked));
        let (done, left) = (reached.len(), picked.len() - reached.len());
        for (at, contact) in (0..).zip(reached) {
            let act = act.clone();
            let send = move || {
                let (cid, now) = (browser::new_cid(), browser::now());
                console.update(|state| state.handle_case(contact, act, cid, now));
            };
            Timeout::new(at * SPACING_MILLIS, send).forget();
        }
        let words = (console.t().picking.done)(done, left);
        console.announcement.set(words);
        self.end();
        browser::focus("#pick");
    }
}

/// The button that begins and ends it.
pub fn pick_button(console: Console) -> El {
    let picking = console.picking;
    let t = &console.t().picking;
    dom::button()
        .class("plain")
        .attr("id", "pick")
        .attr("type", "button")
        .live("aria-pressed", move || picking.on.get().to_string())
        .on("click", move |_| {
            if picking.on.get_untracked() {
                picking.end();
            } else {
                picking.on.set(true);
            }
        })
        .child(t.pick)
}

/// What can be done with the cases that are picked.
pub fn bulk_bar(console: Console) -> impl Child {
    let picking = console.picking;
    move || picking.on.get().then(|| bar(console))
}

fn bar(console: Console) -> El {
    let picking = console.picking;
    let t = &console.t().picking;
    let count = Memo::new(move |_| picking.picked.with(BTreeSet::len));
    let wanted = RwSignal::new(None::<usize>);
    let groups = StoredValue::new(offered(console));
    let all: Vec<Act> = groups.with_value(|groups| {
        let acts = groups.iter().flat_map(|group| &group.acts);
        acts.map(|(_, act)| act.clone()).collect()
    });
    let acts = StoredValue::new(all);
    let choose = move |event: Event| {
        let places: Vec<usize> = (0..acts.with_value(Vec::len)).collect();
        wanted.set(chosen(&event, &places));
    };
    let apply = move |_| {
        let act = wanted.get_untracked();
        if let Some(act) = act.and_then(|at| acts.with_value(|acts| acts.get(at).cloned())) {
            picking.apply(console, &act);
        }
    };
    let cancel = move |_| {
        picking.end();
        browser::focus("#pick");
    };
    let groups: Vec<El> = groups.with_value(|groups| groups.iter().map(options).collect());
    dom::div()
        .class("bulk-bar")
        .attr("role", "group")
        .attr("aria-label", t.heading)
        .child((
            dom::p()
                .attr("role", "status")
                .child(move || (t.picked)(count.get())),
            dom::select()
                .attr("id", "bulk-act")
                .attr("aria-label", t.what)
                .on("change", choose)
                .child((dom::option().child(t.what), groups)),
            dom::div().class("bulk-ends").child((
                dom::button()
                    .class("primary")
                    .attr("id", "bulk-apply")
                    .attr("type", "button")
                    .live("disabled", move || {
                        count.get() == 0 || wanted.get().is_none()
                    })
                    .on("click", apply)
                    .child(t.apply),
                dom::button()
                    .class("plain")
                    .attr("type", "button")
                    .on("click", cancel)
                    .child(t.cancel),
            )),
        ))
}

/// Acts of a kind, each with its words.
struct Group {
    heading: &'static str,
    acts: Vec<(String, Act)>,
}

fn options(group: &Group) -> El {
    let options: Vec<El> = group
        .acts
        .iter()
        .map(|(words, _)| dom::option().child(words.clone()))
        .collect();
    dom::optgroup().attr("label", group.heading).child(options)
}

/// What is offered. What can't be done with a case that is picked is left undone there.
fn offered(console: Console) -> Vec<Group> {
    let t = console.t();
    let labels = console.labels.listed.get_untracked().into_iter();
    let labels = labels.map(|label| {
        let bear = Act::Label {
            label: label.id,
            on: true,
        };
        (label.name, bear)
    });
    let mates = console.state.with_untracked(|state| {
        let give = |mate: &Teammate| {
            let to = mate.agent.id.clone();
            (mate.agent.name.clone(), Act::Give { to })
        };
        state.team.iter().map(give).collect()
    });
    let now = browser::now();
    let times = Later::offered(shop_clock::weekday(now))
        .into_iter()
        .map(|later| {
            let until = later.instant(now);
            let when = dates::moment(console.language(), until, true);
            let words = format!("{} · {when}", (t.actions.later)(later));
            (words, Act::SetAside { until })
        });
    let group = |heading, acts| Group { heading, acts };
    let groups = [
        group(t.picking.label, labels.collect()),
        group(t.actions.give, mates),
        group(t.actions.set_aside, times.collect()),
        group(
            t.picking.end,
            vec![(t.case.resolve.to_owned(), Act::Resolve)],
        ),
    ];
    let has_any = |group: &Group| !group.acts.is_empty();
    groups.into_iter().filter(has_any).collect()
}
