//! What can be done where something went wrong, above the conversation: the facts, what is missing,
//! the steps in their order, and what was decided before.

use dom::{Child, El, Memo, RwSignal};
use shared::redress::{
    Authority, Ground, Guide, Harm, HarmGuide, Redress, RedressChoice, RedressStanding, Remedy,
    Step,
};

use crate::console::Console;
use crate::dates;
use crate::state::{Act, DeskState, Offered};

/// What the panel shows.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Shown {
    offered: Offered,
    done: Vec<Redress>,
    mine: bool,
    lead: bool,
}

/// The button that opens it, where the shopper has an order.
pub fn redress_button(console: Console) -> impl Child {
    let has_orders = Memo::new(move |_| {
        console.state.with(|state| {
            let case = state.content();
            case.is_some_and(|case| !case.present.orders.is_empty())
        })
    });
    move || {
        has_orders.get().then(|| {
            dom::button()
                .class("secondary")
                .attr("type", "button")
                .attr("id", "redress-button")
                .live("aria-expanded", move || {
                    let open = console.state.with(|state| state.offered().is_some());
                    open.to_string()
                })
                .on("click", move |_| console.update(DeskState::toggle_redress))
                .child(console.t().redress.button)
        })
    }
}

/// The panel, while it is open.
pub fn redress_panel(console: Console) -> impl Child {
    let shown = Memo::new(move |_| console.state.with(shown));
    // Which harm the agent looks at, by the place of its guide.
    let picked = RwSignal::new(None::<(usize, Harm)>);
    move || shown.get().map(|shown| panel(console, picked, &shown))
}

fn shown(state: &DeskState) -> Option<Shown> {
    Some(Shown {
        offered: state.offered()?.clone(),
        done: state.content()?.present.redress.clone(),
        mine: state.open_case_is_mine(),
        lead: state.i_lead(),
    })
}

fn panel(console: Console, picked: RwSignal<Option<(usize, Harm)>>, shown: &Shown) -> El {
    let t = &console.t().redress;
    let close = dom::button()
        .class("plain")
        .attr("type", "button")
        .on("click", move |_| console.update(DeskState::toggle_redress))
        .child(console.t().frame.close);
    let none = shown
        .offered
        .guides
        .is_empty()
        .then(|| dom::p().class("quiet").child(t.nothing));
    let done = done(console, shown);
    let guides: Vec<El> = (0..shown.offered.guides.len())
        .map(|at| guide(console, picked, shown, at))
        .collect();
    dom::section()
        .class("redress")
        .attr("id", "redress")
        .attr("aria-label", t.heading)
        .child((
            dom::div()
                .class("redress-head")
                .child((dom::h3().child(t.heading), close)),
            done,
            none,
            guides,
        ))
}

/// What was decided or asked before, and what a lead answers.
fn done(console: Console, shown: &Shown) -> Option<El> {
    let t = &console.t().redress;
    let lines: Vec<El> = shown
        .done
        .iter()
        .rev()
        .map(|redress| done_line(console, shown, redress))
        .collect();
    (!lines.is_empty()).then(|| {
        dom::div().child((
            dom::strong().child(t.done),
            dom::ul().class("plain-list").child(lines),
        ))
    })
}

fn done_line(console: Console, shown: &Shown, redress: &Redress) -> El {
    let t = &console.t().redress;
    let id = redress.id;
    let answer = |approved, class, words| {
        dom::button()
            .class(class)
            .attr("type", "button")
            .on("click", move |_| {
                let act = Act::AnswerRedress {
                    redress: id,
                    approved,
                };
                console.handle(act);
            })
            .child(words)
    };
    let is_asked = redress.standing == RedressStanding::Asked;
    let answers = (shown.lead && is_asked).then(|| {
        vec![
            answer(true, "primary", t.approve),
            answer(false, "secondary", t.decline),
        ]
    });
    let words = redress.template();
    let write = (shown.mine && redress.is_granted()).then(|| write_button(console, words, t.write));
    dom::li().class("redress-line").child((
        dom::span().child(redress_words(console, redress)),
        answers,
        write,
    ))
}

/// Puts a template into the composer, and makes room for it.
fn write_button(console: Console, template: &'static str, words: &'static str) -> El {
    let write = move |_| {
        let state = console.state;
        let contact = state.with_untracked(|it| it.content().map(|case| case.contact.clone()));
        if let Some(contact) = contact {
            console.templates.write(console, contact, template);
            console.update(DeskState::toggle_redress);
        }
    };
    dom::button()
        .class("secondary")
        .attr("type", "button")
        .on("click", write)
        .child(words)
}

/// What is done, for whom, and how it stands.
pub fn redress_words(console: Console, redress: &Redress) -> String {
    let t = &console.t().redress;
    let by = &redress.by.name;
    let standing = match &redress.standing {
        RedressStanding::Decided => (t.decided)(by),
        RedressStanding::Asked => (t.asked)(by),
        RedressStanding::Approved { by: lead } => (t.approved)(by, &lead.name),
        RedressStanding::Declined { by: lead } => (t.declined)(by, &lead.name),
    };
    [
        (t.remedy)(redress.remedy),
        (t.harm)(redress.harm),
        &redress.order,
        &standing,
    ]
    .join(" · ")
}

fn guide(
    console: Console,
    picked: RwSignal<Option<(usize, Harm)>>,
    shown: &Shown,
    at: usize,
) -> El {
    let t = &console.t().redress;
    let guide = shown.offered.guides[at].clone();
    let grounds: Vec<El> = guide
        .grounds
        .iter()
        .map(|ground| dom::li().child(ground_words(console, ground)))
        .collect();
    let first = guide.harms.first().map(|harm| harm.harm);
    let looked_at = move || match picked.get() {
        Some((place, harm)) if place == at => Some(harm),
        _ => first,
    };
    let segment = |harm: Harm| {
        dom::button()
            .class("segment")
            .attr("type", "button")
            .live("aria-pressed", move || {
                (looked_at() == Some(harm)).to_string()
            })
            .on("click", move |_| picked.set(Some((at, harm))))
            .child((t.harm)(harm))
    };
    let segments: Vec<El> = guide.harms.iter().map(|it| segment(it.harm)).collect();
    let title = (t.order)(&guide.number, guide.parcel.as_deref());
    let known = (!grounds.is_empty()).then(|| {
        dom::div().child((
            dom::span().class("quiet").child(t.known),
            dom::ul().class("grounds").child(grounds),
        ))
    });
    let shown = shown.clone();
    let harm = move || {
        let wanted = looked_at();
        let harm = guide.harms.iter().find(|it| Some(it.harm) == wanted);
        harm.map(|harm| of_harm(console, &shown, &guide, harm))
    };
    dom::div().class("redress-guide").child((
        dom::strong().child(title),
        known,
        dom::div()
            .class("segments")
            .attr("role", "group")
            .attr("aria-label", t.harms)
            .child(segments),
        harm,
    ))
}

/// What is missing, and the steps.
fn of_harm(console: Console, shown: &Shown, guide: &Guide, harm: &HarmGuide) -> El {
    let t = &console.t().redress;
    let lacks: Vec<&str> = harm.missing.iter().map(|it| (t.lacks)(*it)).collect();
    let missing = (!lacks.is_empty() && !harm.steps.is_empty()).then(|| {
        dom::p()
            .class("missing")
            .child((t.missing)(&lacks.join(", ")))
    });
    let steps: Vec<El> = harm
        .steps
        .iter()
        .map(|step| {
            let choice = RedressChoice {
                order: guide.order.clone(),
                parcel: guide.parcel.clone(),
                harm: harm.harm,
                remedy: step.remedy,
            };
            step_line(console, shown, step, choice)
        })
        .collect();
    let none = steps
        .is_empty()
        .then(|| dom::p().class("quiet").child(t.all_done));
    let offer = (shown.mine && !harm.steps.is_empty())
        .then(|| write_button(console, harm.harm.template(), t.offer));
    let hint =
        (!shown.mine && !harm.steps.is_empty()).then(|| dom::p().class("quiet").child(t.not_yours));
    dom::div().child((
        missing,
        none,
        dom::ol().class("redress-steps").child(steps),
        offer,
        hint,
    ))
}

fn step_line(console: Console, shown: &Shown, step: &Step, choice: RedressChoice) -> El {
    let t = &console.t().redress;
    let within = shown.offered.authority >= step.needs;
    let button = shown.mine.then(|| {
        let (class, words) = if within {
            ("primary", t.decide)
        } else {
            ("secondary", t.ask)
        };
        dom::button()
            .class(class)
            .attr("type", "button")
            .attr(
                "aria-label",
                format!("{words}: {}", (t.remedy)(step.remedy)),
            )
            .on("click", move |_| {
                let choice = choice.clone();
                console.handle(Act::Redress { choice });
            })
            .child(words)
    });
    dom::li().class("redress-step").child((
        dom::span().child((
            dom::strong().child((t.remedy)(step.remedy)),
            dom::span()
                .class("quiet")
                .child(conditions(console, shown.offered.authority, step)),
        )),
        button,
    ))
}

/// Who may decide a step, and from when less will do.
fn conditions(console: Console, authority: Authority, step: &Step) -> String {
    let t = &console.t().redress;
    let who = if authority >= step.needs {
        t.yours
    } else {
        t.needs_lead
    };
    let eased = step.eased_from.as_ref();
    let eased = eased
        .filter(|_| authority < step.needs)
        .map(|day| (t.eased)(&dates::day(console.language(), day)));
    let extra = (step.remedy == Remedy::Voucher).then(|| t.extra.to_owned());
    let words: Vec<String> = [extra, Some(who.to_owned()), eased]
        .into_iter()
        .flatten()
        .collect();
    words.join(" ")
}

fn ground_words(console: Console, ground: &Ground) -> String {
    let t = console.t();
    let day = |by| dates::day(console.language(), by);
    match ground {
        Ground::Status { status, at } => {
            let status = (t.status)(*status);
            let since = at.map(|at| dates::moment(console.language(), at, true));
            since.map_or_else(
                || status.to_owned(),
                |since| (t.redress.status)(status, &since),
            )
        }
        Ground::Silent { days, lost_after } => (t.redress.silent)(*days, *lost_after),
        Ground::Promised { by } => (t.redress.promised)(&day(by)),
        Ground::Estimated { by } => (t.redress.estimated)(&day(by)),
        Ground::ProofOfDelivery => t.redress.proof.to_owned(),
        Ground::MissesItsDay => t.redress.misses_its_day.to_owned(),
    }
}
