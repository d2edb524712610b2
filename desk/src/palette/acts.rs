//! What can be done from anywhere.

use crate::browser;
use crate::console::{Console, Screen};
use crate::keyboard;
use crate::state::Tab;

/// Something that can be done from anywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Act {
    /// Does what a letter does.
    Key(&'static str),
    /// Opens the case whose turn is next.
    Next,
    /// Shows a part of the list.
    List(Tab),
    /// Opens the templates.
    Templates,
    /// Shows where the agent is signed in.
    Account,
    /// Changes to the other language.
    Language,
    /// Ends the session.
    SignOut,
}

impl Act {
    /// What the desk offers now.
    pub(super) fn offered(console: Console) -> Vec<Self> {
        let always = [Self::Next].into_iter();
        let keys = ["t", "e", "r", "n", "m", "p", "d", "1", "2", "3", "4", "?"].map(Self::Key);
        always
            .chain(keys)
            .chain([Self::Templates])
            .chain(Tab::ALL.map(Self::List))
            .chain([Self::Account, Self::Language, Self::SignOut])
            .filter(|act| act.is_offered(console))
            .collect()
    }

    /// What it is called.
    pub(super) fn words(self, console: Console) -> String {
        let t = console.t();
        let words = match self {
            Self::List(tab) => return (t.palette.list)((t.list.tab)(tab)),
            Self::Key(key) => match key {
                "1" => t.keys.cases,
                "2" => t.keys.parcels,
                "3" => t.keys.staff,
                "4" => t.keys.overview,
                "t" => t.keys.take,
                "e" => t.keys.resolve,
                "r" => t.keys.reply,
                "n" => t.keys.note,
                "m" => t.keys.more,
                "p" => t.keys.promise,
                "d" => t.keys.ready,
                _ => t.keys.help,
            },
            Self::Next => t.palette.next,
            Self::Templates => t.keys.templates,
            Self::Account => t.account.heading,
            Self::Language => t.frame.other_language,
            Self::SignOut => t.frame.sign_out,
        };
        words.to_owned()
    }

    /// The key that does the same.
    pub(super) fn key(self) -> Option<String> {
        match self {
            Self::Key(key) => Some(key.to_uppercase()),
            Self::Templates => Some("/".to_owned()),
            _ => None,
        }
    }

    /// Does it.
    pub(super) fn run(self, console: Console) {
        match self {
            Self::Key(key) => drop(keyboard::press(console, key)),
            Self::Next => {
                let first = console.state.with_untracked(|state| {
                    let waiting = state.rows(Tab::Waiting, console.minute.get_untracked());
                    waiting.into_iter().next()
                });
                if let Some(first) = first {
                    console.open(first.case.contact);
                }
            }
            Self::List(tab) => {
                console.screen.set(Screen::List);
                console.tab.set(tab);
            }
            Self::Templates => console.templates.show(),
            Self::Account => console.screen.set(Screen::Account),
            Self::Language => console.switch_language(),
            Self::SignOut => console.sign_out(),
        }
    }

    /// Whether the screen has the button that it presses.
    fn is_offered(self, console: Console) -> bool {
        let button = match self {
            Self::Key(key) => match key {
                "t" => "#take",
                "e" => "#resolve",
                "r" | "n" => keyboard::WRITING_FIELD,
                "m" => "#case-menu",
                "p" => "#promise",
                "d" => "#ready",
                "3" => "#view-staff",
                "4" => "#view-overview",
                _ => return true,
            },
            Self::Templates => "#templates",
            Self::Next => {
                let minute = console.minute.get_untracked();
                return console
                    .state
                    .with_untracked(|state| state.count(Tab::Waiting, minute) > 0);
            }
            Self::List(_) | Self::Account | Self::Language | Self::SignOut => return true,
        };
        browser::find(&format!("{button}:not([disabled])")).is_some()
    }
}
