//! Who works at the desk: what each can do, who may do what, who is invited. Leads see the first
//! part, owners all of it.

mod audit;
mod invitations;
mod person;

use dom::{Child, El, Memo, RwSignal};
use shared::protocol::staff::{Invitation, Invited, Member};

use crate::api::Problem;
use crate::api::staff::{self, ProfileLine};
use crate::console::Console;
use crate::labels;
use crate::phrases::Phrases;
use crate::service::service;
use crate::templates;
use invitations::invitations;
use person::person;

/// What the view knows. A copy is the same.
#[derive(Clone, Copy)]
pub(super) struct Staff {
    console: Console,
    /// What each can do; nothing until the edge has told.
    profiles: RwSignal<Vec<ProfileLine>>,
    /// Who works here; nothing for whoever is no owner.
    members: RwSignal<Option<Vec<Member>>>,
    /// Who is invited.
    invited: RwSignal<Vec<Invitation>>,
    /// The invitation that was just made, with its link.
    fresh: RwSignal<Option<Invited>>,
    /// Why the latest change was not made.
    trouble: RwSignal<Option<Problem>>,
}

/// A part of the view, of which one is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    People,
    Service,
    Labels,
    Templates,
    Audit,
}

impl Part {
    const ALL: [Self; 5] = [
        Self::People,
        Self::Service,
        Self::Labels,
        Self::Templates,
        Self::Audit,
    ];

    /// Its button's id, and what it is called.
    fn names(self, t: &Phrases) -> (&'static str, &'static str) {
        match self {
            Self::People => ("staff-people", t.staff.heading),
            Self::Service => ("staff-service", t.service.heading),
            Self::Labels => ("staff-labels", t.labels.heading),
            Self::Templates => ("staff-templates", t.editor.heading),
            Self::Audit => ("staff-audit", t.audit.heading),
        }
    }

    /// Whether somebody sees it who is, or is not, an owner.
    fn is_shown(self, owner: bool) -> bool {
        owner || self != Self::Audit
    }
}

/// The view.
pub fn staff_view(console: Console) -> El {
    let staff = Staff {
        console,
        profiles: RwSignal::new(Vec::new()),
        members: RwSignal::new(None),
        invited: RwSignal::new(Vec::new()),
        fresh: RwSignal::new(None),
        trouble: RwSignal::new(None),
    };
    staff.reload();
    let part = RwSignal::new(Part::People);
    let shown = move || match part.get() {
        Part::People => people(staff).view(),
        Part::Service => service(console).view(),
        Part::Labels => labels::editor(console).view(),
        Part::Templates => templates::editor::editor(console).view(),
        Part::Audit => audit::audit(staff).view(),
    };
    dom::main()
        .class("staff")
        .attr("id", "case")
        .attr("tabindex", "-1")
        .child((parts(console, part), shown))
}

/// The parts of the view.
fn parts(console: Console, shown: RwSignal<Part>) -> El {
    let owner = console.owned_site().is_some();
    let buttons: Vec<El> = Part::ALL
        .into_iter()
        .filter(|part| part.is_shown(owner))
        .map(|part| {
            let (id, words) = part.names(console.t());
            dom::button()
                .class("chip")
                .attr("type", "button")
                .attr("id", id)
                .live("aria-current", move || {
                    (shown.get() == part).then_some("page")
                })
                .on("click", move |_| shown.set(part))
                .child(words)
        })
        .collect();
    dom::nav()
        .class("chips staff-parts")
        .attr("aria-label", console.t().staff.parts)
        .child(buttons)
}

/// Who works here, and who is invited.
fn people(staff: Staff) -> impl Child {
    let t = &staff.console.t().staff;
    // What is typed and the link that is shown outlive what is read anew.
    let is_owner = Memo::new(move |_| staff.members.with(Option::is_some));
    let people = move || {
        let members = staff.members.get().unwrap_or_default();
        let line = |line: ProfileLine| {
            let member = members.iter().find(|member| member.id == line.agent.id);
            person(staff, line, member.cloned())
        };
        staff
            .profiles
            .get()
            .into_iter()
            .map(line)
            .collect::<Vec<_>>()
    };
    (
        dom::h2().child(t.heading),
        dom::p().class("quiet").child(t.intro),
        trouble(staff),
        dom::ul().class("people").child(people),
        move || is_owner.get().then(|| invitations(staff)),
    )
}

impl Staff {
    /// Reads everything anew. Who is no owner is told nothing of members and invitations.
    fn reload(self) {
        leptos::task::spawn_local(async move {
            match staff::profiles().await {
                Ok(profiles) => self.profiles.set(profiles),
                Err(problem) => self.trouble.set(Some(problem)),
            }
            self.members.set(staff::members().await.ok());
            self.invited
                .set(staff::invitations().await.unwrap_or_default());
        });
    }

    /// Has something changed, and reads how it stands then.
    fn change(self, change: impl Future<Output = Result<(), Problem>> + 'static) {
        leptos::task::spawn_local(async move {
            self.trouble.set(change.await.err());
            self.reload();
        });
    }
}

fn trouble(staff: Staff) -> El {
    let t = &staff.console.t().staff;
    let words = move || {
        staff.trouble.get().map(|problem| {
            dom::p().class("trouble shown").child(match problem {
                Problem::Conflict => t.last_owner,
                Problem::Malformed => t.malformed,
                Problem::Unreachable => staff.console.t().sign_in.unreachable,
                _ => t.failed,
            })
        })
    };
    dom::div().attr("role", "alert").child(words)
}
