//! What others of the shopper's household have ordered, for the agent's eyes. Most have nothing.

use dom::{Child, El, Memo, RwSignal, effect};
use shared::household::{Household, Kin, OpenParcel};
use shared::ids::ContactId;

use crate::api;
use crate::console::Console;
use crate::dates;

/// The part of the dossier.
pub fn household(console: Console) -> impl Child {
    let known = RwSignal::new(None::<(ContactId, Household)>);
    // An order that the shopper has just shown may lead to others.
    let asked = Memo::new(move |_| {
        console.state.with(|state| {
            let case = state.content()?;
            Some((case.contact.clone(), case.present.orders.len()))
        })
    });
    effect(move || {
        let Some((contact, _)) = asked.get() else {
            return;
        };
        leptos::task::spawn_local(async move {
            // Without an answer the case is read as well.
            if let Ok(household) = api::household(&contact).await {
                known.set(Some((contact, household)));
            }
        });
    });
    move || {
        let open = asked.get().map(|(contact, _)| contact);
        known.with(|known| match known {
            Some((contact, household)) if Some(contact) == open.as_ref() => {
                part(console, household)
            }
            _ => None,
        })
    }
}

fn part(console: Console, household: &Household) -> Option<El> {
    let t = &console.t().household;
    let kin = [(t.address, &household.address), (t.payer, &household.payer)];
    let lines: Vec<El> = kin
        .into_iter()
        .filter(|(_, kin)| kin.orders > 0)
        .map(|(whose, kin)| line(console, whose, kin))
        .collect();
    (!lines.is_empty()).then(|| {
        dom::section().attr("id", "household").child((
            dom::h3().child(t.heading),
            dom::ul().class("plain-list").child(lines),
            dom::p().class("quiet").child(t.caution),
        ))
    })
}

fn line(console: Console, whose: &'static str, kin: &Kin) -> El {
    let t = &console.t().household;
    let parcels: Vec<El> = kin
        .parcels
        .iter()
        .map(|parcel| dom::li().child(standing(console, parcel)))
        .collect();
    let parcels = (!parcels.is_empty()).then(|| dom::ul().class("quiet").child(parcels));
    let gifts = (kin.gifts > 0).then(|| dom::span().class("tag").child((t.gifts)(kin.gifts)));
    dom::li().child((
        dom::strong().child(whose),
        format!(" · {} ", (t.orders)(kin.orders)),
        gifts,
        parcels,
    ))
}

fn standing(console: Console, parcel: &OpenParcel) -> String {
    let t = console.t();
    let status = (t.status)(parcel.status);
    match &parcel.estimate {
        Some(day) => {
            let day = (t.dossier.expected)(&dates::day(console.language(), day));
            format!("{status} · {day}")
        }
        None => status.to_owned(),
    }
}
