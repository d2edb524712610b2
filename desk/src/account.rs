//! Where the agent is signed in, and signing out of it.

use dom::{El, RwSignal};
use shared::protocol::staff::OwnSession;

use crate::api::{self, Problem};
use crate::console::Console;
use crate::dates;

/// What the view knows. A copy is the same.
#[derive(Clone, Copy)]
struct Account {
    console: Console,
    /// The sessions, once the edge has told.
    sessions: RwSignal<Vec<OwnSession>>,
    /// Whether the latest request failed.
    failed: RwSignal<bool>,
}

/// The view.
pub fn account(console: Console) -> El {
    let t = &console.t().account;
    let account = Account {
        console,
        sessions: RwSignal::new(Vec::new()),
        failed: RwSignal::new(false),
    };
    account.change(async { Ok(()) });
    let lines = move || {
        let sessions = account.sessions.get().into_iter();
        sessions
            .map(|session| line(account, session))
            .collect::<Vec<_>>()
    };
    let failed = move || {
        let words = console.t().staff.failed;
        account
            .failed
            .get()
            .then(|| dom::p().class("trouble shown").child(words))
    };
    dom::main()
        .class("staff")
        .attr("id", "case")
        .attr("tabindex", "-1")
        .child((
            dom::h2().child(t.heading),
            dom::p().class("quiet").child(t.intro),
            dom::div().attr("role", "alert").child(failed),
            dom::ul().class("people").child(lines),
            move || others(account),
        ))
}

impl Account {
    /// Has something changed, and reads how it stands then.
    fn change(self, change: impl Future<Output = Result<(), Problem>> + 'static) {
        leptos::task::spawn_local(async move {
            let changed = change.await;
            let sessions = api::account::sessions().await;
            self.failed.set(changed.is_err() || sessions.is_err());
            if let Ok(sessions) = sessions {
                self.sessions.set(sessions);
            }
        });
    }

    /// The names of the sessions elsewhere.
    fn elsewhere(self) -> Vec<String> {
        let sessions = self.sessions.get();
        let elsewhere = sessions.into_iter().filter(|session| !session.current);
        elsewhere.map(|session| session.id).collect()
    }
}

fn line(account: Account, session: OwnSession) -> El {
    let t = &account.console.t().account;
    let when = |at| dates::moment(account.console.language(), at, true);
    let times = (t.times)(&when(session.since), &when(session.expires_at));
    let here = session
        .current
        .then(|| dom::span().class("tag").child(t.here));
    let id = session.id;
    let end = (!session.current).then(|| {
        dom::button()
            .class("plain")
            .attr("type", "button")
            .attr("aria-label", (t.end_one)(&times))
            .on("click", move |_| {
                let id = id.clone();
                account.change(async move { api::account::end(&id).await });
            })
            .child(t.end)
    });
    let device = device(&session.device).unwrap_or_else(|| t.unknown.to_owned());
    dom::li().class("person").child((
        dom::div()
            .class("person-head")
            .child((dom::strong().child(device), here, end)),
        dom::p().class("quiet").child(times),
    ))
}

/// A browser and its system, by what it says that it is; all of it where that is none we know.
fn device(said: &str) -> Option<String> {
    // The first of each list that fits: most say to be several.
    const BROWSERS: [(&str, &str); 6] = [
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];
    const SYSTEMS: [(&str, &str); 6] = [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ];
    let known = |names: &[(&str, &'static str)]| {
        let named = names.iter().find(|(mark, _)| said.contains(mark));
        named.map(|(_, name)| *name)
    };
    match (known(&BROWSERS), known(&SYSTEMS)) {
        (Some(browser), Some(system)) => Some(format!("{browser} · {system}")),
        _ => (!said.is_empty()).then(|| said.to_owned()),
    }
}

/// Signs out everywhere else, where that is anywhere.
fn others(account: Account) -> Option<El> {
    let elsewhere = account.elsewhere();
    (elsewhere.len() > 1).then(|| {
        let button = dom::button()
            .class("secondary")
            .attr("type", "button")
            .attr("id", "end-others")
            .on("click", move |_| {
                let elsewhere = elsewhere.clone();
                account.change(async move {
                    for id in &elsewhere {
                        api::account::end(id).await?;
                    }
                    Ok(())
                });
            })
            .child(account.console.t().account.end_others);
        dom::div().child(button)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_is_called_by_its_browser_and_system() {
        let edge =
            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140";
        let phone =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19 Safari/604.1";
        for (said, called) in [
            (edge, Some("Edge · Windows")),
            (phone, Some("Safari · iPhone")),
            ("ureq/3.5.2", Some("ureq/3.5.2")),
            ("", None),
        ] {
            assert_eq!(device(said).as_deref(), called);
        }
    }
}
