//! The desk or the page where an agent signs in, by whether somebody is signed in.

use dom::{Child, RwSignal, effect};
use leptos::prelude::{AnyView, GetValue, StoredValue, WithValue};
use shared::language::Language;

use crate::frame::desk;
use crate::joining::joining;
use crate::sign_in::sign_in;
use crate::{api, browser, dates};

/// Whether somebody is signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Session {
    /// The edge has not said yet.
    Checking,
    /// Somebody takes an invitation.
    Joining,
    /// Nobody is.
    SignedOut {
        /// Whether somebody was until now.
        expired: bool,
    },
    /// Somebody is.
    SignedIn,
}

/// What outlives a session on the page.
#[derive(Clone, Copy)]
pub struct Chrome {
    /// The language of the desk.
    pub language: RwSignal<Language>,
    session: RwSignal<Session>,
    /// What the one who is signed in may do, and where.
    pub rights: RwSignal<Option<api::Session>>,
}

impl Chrome {
    /// Changes to the other language.
    pub fn switch_language(self) {
        self.language.update(|language| {
            *language = match language {
                Language::French => Language::English,
                _ => Language::French,
            };
        });
    }

    /// Shows the desk to whoever has signed in.
    pub fn welcome(self, rights: api::Session) {
        dates::set_zone(&rights.time_zone);
        self.rights.set(Some(rights));
        self.enter(Session::SignedIn);
    }

    /// Shows the page that goes with a session.
    pub fn enter(self, session: Session) {
        self.session.set(session);
    }
}

/// The whole page.
pub fn app() -> AnyView {
    let language = RwSignal::new(browser::language());
    let chrome = Chrome {
        language,
        session: RwSignal::new(Session::Checking),
        rights: RwSignal::new(None),
    };
    let token = StoredValue::new(browser::invitation().unwrap_or_default());
    effect(move || browser::set_language(language.get()));
    leptos::task::spawn_local(async move {
        if !token.with_value(String::is_empty) {
            return chrome.enter(Session::Joining);
        }
        match api::session().await {
            Ok(rights) => chrome.welcome(rights),
            Err(_) => chrome.enter(Session::SignedOut { expired: false }),
        }
    });
    let page = move || match chrome.session.get() {
        Session::Checking => None,
        Session::Joining => Some(joining(chrome, token.get_value()).view()),
        Session::SignedOut { expired } => Some(sign_in(chrome, expired).view()),
        Session::SignedIn => Some(desk(chrome).view()),
    };
    page.view()
}
