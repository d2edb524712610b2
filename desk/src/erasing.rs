//! What is kept of a shopper, given or erased by an owner: in the menu of the case, and a dialog
//! that asks before anything is lost.

use dom::{El, RwSignal, effect};
use shared::ids::ContactId;
use shared::protocol::privacy::Erasure;
use web_sys::{Event, HtmlDialogElement};

use crate::api;
use crate::console::Console;
use crate::dates;
use crate::fields::{named, plain, typed};

/// The id of the dialog.
const DIALOG: &str = "erasing";

/// What the dialog knows. A copy is the same.
#[derive(Clone, Copy)]
struct Erasing {
    console: Console,
    /// What was typed.
    typed: RwSignal<String>,
    /// What became of it.
    outcome: RwSignal<Option<Result<Erasure, ()>>>,
}

/// What an owner may do with what is kept; nothing for anybody else.
pub fn in_menu(console: Console, contact: &ContactId) -> Option<El> {
    let t = &console.t().privacy;
    let site = console.owned_site()?;
    let contact = contact.clone();
    let export = dom::a()
        .class("menu-link")
        .attr("href", api::owners::contact_path(&site, &contact))
        .attr("download", format!("{contact}.json"))
        .child(t.export);
    let erase = plain(t.erase).on("click", move |_| {
        console.erasing.set(Some(contact.clone()));
    });
    Some(
        dom::div()
            .attr("role", "group")
            .attr("aria-label", t.heading)
            .child((dom::h3().child(t.heading), export, erase)),
    )
}

/// The dialog.
pub fn dialog(console: Console) -> El {
    let erasing = Erasing {
        console,
        typed: RwSignal::new(String::new()),
        outcome: RwSignal::new(None),
    };
    effect(move || {
        let Some(dialog) = dom::by_id::<HtmlDialogElement>(DIALOG) else {
            return;
        };
        if console.erasing.with(Option::is_some) {
            erasing.typed.set(String::new());
            erasing.outcome.set(None);
            // Fails only when it is open already.
            let _ = dialog.show_modal();
        } else {
            dialog.close();
        }
    });
    dom::dialog()
        .class("help")
        .attr("id", DIALOG)
        .attr("aria-labelledby", "erasing-title")
        .on("close", move |_| console.erasing.set(None))
        .child((
            dom::h2()
                .attr("id", "erasing-title")
                .child(console.t().privacy.title),
            move || match erasing.outcome.get() {
                Some(Ok(receipt)) => told(erasing, &receipt),
                _ => form(erasing),
            },
        ))
}

fn form(erasing: Erasing) -> El {
    let console = erasing.console;
    let t = &console.t().privacy;
    let field = dom::input()
        .attr("type", "text")
        .attr("id", "erasing-word")
        .attr("autocomplete", "off")
        .value(move || erasing.typed.get())
        .on("input", move |event| erasing.typed.set(typed(&event)));
    let is_sure = move || erasing.typed.with(|typed| typed.trim() == t.word);
    let submit = move |event: Event| {
        event.prevent_default();
        let (Some(contact), Some(site)) = (console.erasing.get_untracked(), console.owned_site())
        else {
            return;
        };
        leptos::task::spawn_local(async move {
            let answer = api::owners::erase(&site, &contact).await;
            erasing.outcome.set(Some(answer.map_err(drop)));
        });
    };
    let failed = move || {
        let failed = erasing.outcome.with(Option::is_some);
        failed.then(|| {
            dom::p()
                .class("trouble shown")
                .child(console.t().staff.failed)
        })
    };
    dom::form().class("erasing").on("submit", submit).child((
        dom::p().child(t.intro),
        named(t.confirm, field),
        dom::div().attr("role", "alert").child(failed),
        dom::div().class("entry-actions").child((
            dom::button()
                .class("primary")
                .attr("type", "submit")
                .live("disabled", move || !is_sure())
                .child(t.erase_surely),
            close(console),
        )),
    ))
}

/// The receipt.
fn told(erasing: Erasing, receipt: &Erasure) -> El {
    let console = erasing.console;
    let t = &console.t().privacy;
    let when = |at| dates::moment(console.language(), at, true);
    let standing = match receipt.done_at {
        Some(at) => (t.done)(&when(at)),
        None => t.under_way.to_owned(),
    };
    dom::div().class("erasing").attr("role", "status").child((
        dom::p().child(standing),
        dom::p().child((t.receipt, dom::strong().child(receipt.receipt.clone()))),
        dom::p().class("quiet").child(t.receipt_hint),
        close(console),
    ))
}

fn close(console: Console) -> El {
    plain(console.t().frame.close).on("click", move |_| console.erasing.set(None))
}
