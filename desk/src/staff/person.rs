//! One who works at the desk.

use dom::{El, RwSignal};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use shared::language::Language;
use shared::protocol::staff::{Member, MemberChange, Role};
use shared::routing::{Level, MAX_CAPACITY, Profile, Topic};
use web_sys::{Event, HtmlSelectElement};

use super::Staff;
use crate::api::staff::{self, ProfileLine};
use crate::fields::named;

const LEVELS: [Level; 3] = [Level::Newcomer, Level::Regular, Level::Expert];

/// The line of a person; `member` for owners.
pub(super) fn person(staff: Staff, line: ProfileLine, member: Option<Member>) -> El {
    let t = &staff.console.t().staff;
    let ProfileLine {
        agent,
        role,
        profile,
    } = line;
    let edit = Edit {
        staff,
        agent: StoredValue::new(agent.id),
        profile: StoredValue::new(profile.clone()),
    };
    let levels = LEVELS.map(|level| ((t.level)(level).to_owned(), level == profile.level));
    let level = select(levels.into(), move |at| {
        edit.change(|profile| profile.level = LEVELS[at]);
    });
    let capacities = (1..=MAX_CAPACITY).map(|held| (held.to_string(), held == profile.capacity));
    let capacity = select(capacities.collect(), move |at| {
        edit.change(|profile| profile.capacity = u8::try_from(at + 1).unwrap_or(1));
    });
    let head = dom::div().class("person-head").child((
        dom::strong().child(agent.name.clone()),
        dom::span().class("tag").child((t.role)(role)),
        member
            .as_ref()
            .map(|member| dom::span().class("quiet").child(member.email.clone())),
    ));
    let profile = dom::div().class("person-fields").child((
        named(t.level_name, level),
        named(t.capacity, capacity),
        skills(edit, &profile),
        languages(edit, &profile),
    ));
    let rights = member.map(|member| rights(staff, member));
    dom::li().class("person").child((head, profile, rights))
}

/// What an agent can do, while it is being changed.
#[derive(Clone, Copy)]
struct Edit {
    staff: Staff,
    agent: StoredValue<shared::ids::AgentId>,
    profile: StoredValue<Profile>,
}

impl Edit {
    fn change(self, change: impl FnOnce(&mut Profile)) {
        self.profile.update_value(change);
        let (agent, profile) = (self.agent.get_value(), self.profile.get_value());
        self.staff
            .change(async move { staff::set_profile(&agent, &profile).await });
    }
}

fn skills(edit: Edit, profile: &Profile) -> El {
    let t = edit.staff.console.t();
    let chips: Vec<El> = Topic::ALL
        .into_iter()
        .map(|topic| {
            let has = profile.skills.contains(&topic);
            chip((t.sorting.topic)(topic), has, move || {
                edit.change(|profile| {
                    if !profile.skills.remove(&topic) {
                        profile.skills.insert(topic);
                    }
                });
            })
        })
        .collect();
    group(t.staff.skills, chips)
}

fn languages(edit: Edit, profile: &Profile) -> El {
    let t = edit.staff.console.t();
    let chips: Vec<El> = Language::ALL
        .into_iter()
        .map(|language| {
            let speaks = profile.languages.contains(&language);
            chip((t.language)(language), speaks, move || {
                edit.change(|profile| {
                    if speaks {
                        profile.languages.retain(|spoken| *spoken != language);
                    } else {
                        profile.languages.push(language);
                    }
                });
            })
        })
        .collect();
    group(t.staff.languages, chips)
}

/// What owners decide: the role, and whether somebody works here at all.
fn rights(staff: Staff, member: Member) -> El {
    let t = &staff.console.t().staff;
    let (id, name) = (StoredValue::new(member.id), StoredValue::new(member.name));
    let roles = Role::ALL.map(|role| ((t.role)(role).to_owned(), role == member.role));
    let role = select(roles.into(), move |at| {
        let change = MemberChange {
            name: name.get_value(),
            role: Role::ALL[at],
        };
        let id = id.get_value();
        staff.change(async move { staff::change(&id, &change).await });
    });
    let sure = RwSignal::new(false);
    let remove = dom::button()
        .class("plain")
        .attr("type", "button")
        .on("click", move |_| {
            if !sure.get_untracked() {
                return sure.set(true);
            }
            let id = id.get_value();
            staff.change(async move { staff::remove(&id).await });
        })
        .on("blur", move |_| sure.set(false))
        .child(move || {
            if sure.get() {
                t.remove_surely
            } else {
                t.remove
            }
        });
    dom::div().class("person-rights").child((
        named(t.role_name, role),
        remove,
        dom::p().class("hint").child(t.role_hint),
    ))
}

/// A choice among words, of which one is chosen.
pub(super) fn select(words: Vec<(String, bool)>, choose: impl Fn(usize) + 'static) -> El {
    let options: Vec<El> = words
        .into_iter()
        .map(|(words, chosen)| dom::option().attr("selected", chosen).child(words))
        .collect();
    dom::select()
        .on("change", move |event| {
            if let Some(at) = chosen_index(&event) {
                choose(at);
            }
        })
        .child(options)
}

fn chosen_index(event: &Event) -> Option<usize> {
    let select: HtmlSelectElement = event.target()?.dyn_into().ok()?;
    usize::try_from(select.selected_index()).ok()
}

fn chip(words: &'static str, pressed: bool, press: impl Fn() + 'static) -> El {
    dom::button()
        .class("chip")
        .attr("type", "button")
        .attr("aria-pressed", if pressed { "true" } else { "false" })
        .on("click", move |_| press())
        .child(words)
}

fn group(name: &'static str, chips: Vec<El>) -> El {
    dom::div()
        .class("chips")
        .attr("role", "group")
        .attr("aria-label", name)
        .child((dom::span().class("quiet").child(name), chips))
}
