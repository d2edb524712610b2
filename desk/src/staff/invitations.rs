//! Who is invited: a link each, which is shown once.

use dom::{El, RwSignal};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use shared::protocol::staff::{Invitation, Invited, NewInvitation, Role};
use web_sys::{Event, HtmlInputElement};

use super::Staff;
use super::person::select;
use crate::api::staff;
use crate::dates;
use crate::fields::{named, typed};

/// The part of the view that owners see.
pub(super) fn invitations(staff: Staff) -> El {
    let t = &staff.console.t().staff;
    let lines = move || {
        let invited = staff.invited.get();
        invited
            .into_iter()
            .map(|it| line(staff, it))
            .collect::<Vec<_>>()
    };
    dom::section().class("invitations").child((
        dom::h3().child(t.invitations),
        form(staff),
        move || staff.fresh.get().map(|invited| fresh(staff, &invited)),
        dom::ul().class("plain-list").child(lines),
    ))
}

fn form(staff: Staff) -> El {
    let t = &staff.console.t().staff;
    let email = RwSignal::new(String::new());
    let role = RwSignal::new(Role::Agent);
    let field = dom::input()
        .attr("type", "email")
        .attr("id", "invite-email")
        .attr("autocomplete", "off")
        .value(move || email.get())
        .on("input", move |event| email.set(typed(&event)));
    let roles = Role::ALL.map(|each| ((t.role)(each).to_owned(), each == Role::Agent));
    let roles = select(roles.into(), move |at| role.set(Role::ALL[at]));
    let submit = move |event: Event| {
        event.prevent_default();
        let invitation = NewInvitation {
            email: email.get_untracked(),
            role: role.get_untracked(),
        };
        leptos::task::spawn_local(async move {
            match staff::invite(&invitation).await {
                Ok(invited) => {
                    email.set(String::new());
                    staff.trouble.set(None);
                    staff.fresh.set(Some(invited));
                    staff.reload();
                }
                Err(problem) => staff.trouble.set(Some(problem)),
            }
        });
    };
    dom::form().class("invite").on("submit", submit).child((
        named(staff.console.t().sign_in.email, field),
        named(t.role_name, roles),
        dom::button()
            .class("primary")
            .attr("type", "submit")
            .live("disabled", move || !email.with(|email| email.contains('@')))
            .child(t.invite),
    ))
}

/// The link of an invitation that was just made.
fn fresh(staff: Staff, invited: &Invited) -> El {
    let t = &staff.console.t().staff;
    let link = dom::input()
        .attr("type", "text")
        .attr("id", "invitation-link")
        .attr("readonly", true)
        .attr("aria-label", t.link)
        .attr("value", invited.link.clone())
        .on("focus", |event| {
            let field = event.target();
            if let Some(field) = field.and_then(|it| it.dyn_into::<HtmlInputElement>().ok()) {
                field.select();
            }
        });
    dom::div()
        .class("banner")
        .attr("role", "status")
        .child((dom::p().child((t.link_of)(&invited.invitation.email)), link))
}

fn line(staff: Staff, invitation: Invitation) -> El {
    let t = &staff.console.t().staff;
    let until = dates::moment(staff.console.language(), invitation.expires_at, true);
    let id = StoredValue::new(invitation.id);
    let withdraw = dom::button()
        .class("link")
        .attr("type", "button")
        .on("click", move |_| {
            let id = id.get_value();
            staff.fresh.set(None);
            staff.change(async move { staff::withdraw(&id).await });
        })
        .child(t.withdraw);
    dom::li().child((
        invitation.email,
        dom::span().class("quiet").child(format!(
            " · {} · {}",
            (t.role)(invitation.role),
            (t.good_until)(&until)
        )),
        withdraw,
    ))
}
