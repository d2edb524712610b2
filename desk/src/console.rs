//! The state in signals, and the one way to change it.

mod screen;

use std::collections::HashMap;
use std::ops::Deref;

use dom::{Memo, RwSignal};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use shared::client::link::{Input, LinkStatus};
use shared::ids::{ContactId, SiteKey};
use shared::language::Language;
use shared::protocol::Refusal;
use shared::protocol::desk::{AgentCommand, AgentEvent};
use shared::protocol::promise::Pledge;
use shared::protocol::staff::Role;
use shared::routing::Presence;
use shared::time::Timestamp;

use crate::app::{Chrome, Session};
use crate::labels::Labels;
use crate::palette::Palette;
use crate::phrases::{Phrases, phrases};
use crate::picking::Picking;
use crate::socket::{Report, Socket};
use crate::state::{Act, DeskState, Effect as Follow, News, Said, Tab, Word};
use crate::templates::Templates;
use crate::watchlist::{Question, Watchlist};
use crate::{api, browser};

pub use self::screen::Screen;

const SOCKET_PATH: &str = "/desk/socket";

/// How often a sign of typing is sent at most, in milliseconds.
const TYPING_EVERY_MILLIS: i64 = 3_000;

/// What every part of the desk shares. A copy is the same console, and no more than its address: hundreds of
/// places hold one.
#[derive(Clone, Copy)]
pub struct Console(&'static Shared);

/// What a console holds.
pub struct Shared {
    /// What the desk knows.
    pub state: RwSignal<DeskState>,
    /// The parcels at risk.
    pub watchlist: RwSignal<Watchlist>,
    /// The clock, at every second.
    pub now: RwSignal<Timestamp>,
    /// The clock, at every minute.
    pub minute: Memo<Timestamp>,
    /// How the link looks.
    pub link: RwSignal<LinkStatus>,
    /// Which part of the list is shown.
    pub tab: RwSignal<Tab>,
    /// What fills the screen.
    pub screen: RwSignal<Screen>,
    /// To whom the composer speaks.
    pub word: RwSignal<Word>,
    /// The texts that agents send often.
    pub templates: Templates,
    /// Texts that are being written.
    pub drafts: RwSignal<HashMap<(ContactId, Word), String>>,
    /// What the texts that are being written promise.
    pub pledges: RwSignal<HashMap<ContactId, Pledge>>,
    /// The event that the conversation is to show, once it is there.
    pub seek: RwSignal<Option<u64>>,
    /// The latest news that is this agent's to see to.
    pub news: RwSignal<Option<News>>,
    /// The latest refusal that no message on the screen stands for.
    pub problem: RwSignal<Option<Refusal>>,
    /// What assistive technology is told.
    pub announcement: RwSignal<String>,
    /// The labels that cases are sorted by.
    pub labels: Labels,
    /// Several cases at once.
    pub picking: Picking,
    /// What is searched, and what can be done from anywhere.
    pub palette: Palette,
    /// Whom an owner is about to erase.
    pub erasing: RwSignal<Option<ContactId>>,
    /// Whether the page of keys is open.
    pub help: RwSignal<bool>,
    chrome: Chrome,
    typed_at: StoredValue<Timestamp>,
    socket: StoredValue<Option<Socket>, LocalStorage>,
}

impl Deref for Console {
    type Target = Shared;

    fn deref(&self) -> &Shared {
        self.0
    }
}

impl Console {
    /// A console that is not connected.
    pub fn new(chrome: Chrome) -> Self {
        let now = RwSignal::new(browser::now());
        // Few hundred bytes are kept until the page goes, for each time that somebody signs in on it.
        Self(Box::leak(Box::new(Shared {
            state: RwSignal::new(DeskState::default()),
            watchlist: RwSignal::new(Watchlist::default()),
            now,
            minute: Memo::new(move |_| Timestamp(now.get().0.div_euclid(60_000) * 60_000)),
            link: RwSignal::new(LinkStatus::Connecting),
            tab: RwSignal::new(Tab::default()),
            screen: RwSignal::new(Screen::default()),
            word: RwSignal::new(Word::default()),
            templates: Templates::new(),
            drafts: RwSignal::new(HashMap::new()),
            pledges: RwSignal::new(HashMap::new()),
            seek: RwSignal::new(None),
            news: RwSignal::new(None),
            problem: RwSignal::new(None),
            announcement: RwSignal::new(String::new()),
            labels: Labels::new(),
            picking: Picking::new(),
            palette: Palette::new(),
            erasing: RwSignal::new(None),
            help: RwSignal::new(false),
            chrome,
            typed_at: StoredValue::new(Timestamp(0)),
            socket: StoredValue::new_local(None),
        })))
    }

    /// The words. The desk is drawn anew when the language changes, so nothing need follow it.
    pub fn t(self) -> &'static Phrases {
        phrases(self.language())
    }

    /// The language, as it is now.
    pub fn language(self) -> Language {
        self.chrome.language.get_untracked()
    }

    /// Makes whatever reads this follow the language.
    pub fn track_language(self) {
        self.chrome.language.track();
    }

    /// The shop, for whoever is its owner.
    pub fn owned_site(self) -> Option<SiteKey> {
        let rights = self.chrome.rights.get_untracked()?;
        (rights.role == Role::Owner).then_some(rights.site)
    }

    /// Opens the socket.
    pub fn connect(self) {
        let socket = Socket::start(SOCKET_PATH, move |report| self.reported(report));
        self.socket.set_value(Some(socket));
    }

    /// Closes the socket for good.
    pub fn disconnect(self) {
        self.feed(Input::Stop);
    }

    /// Ends the session, here and at the edge.
    pub fn sign_out(self) {
        leptos::task::spawn_local(async move {
            if api::sign_out().await.is_ok() {
                self.disconnect();
                self.chrome.enter(Session::SignedOut { expired: false });
            } else {
                self.problem.set(Some(Refusal::Unavailable));
            }
        });
    }

    /// Changes to the other language.
    pub fn switch_language(self) {
        self.chrome.switch_language();
        request_animation_frame(|| browser::focus("#language"));
    }

    /// Tells the link that the network or the page came back to life.
    pub fn wake(self) {
        self.feed(Input::Woken);
    }

    /// Changes the state and does what follows.
    pub fn update(self, change: impl FnOnce(&mut DeskState) -> Vec<Follow>) {
        let follow = self.state.try_update(change).unwrap_or_default();
        for effect in follow {
            self.perform(effect);
        }
    }

    /// Changes the list of parcels at risk, and asks the edge what follows.
    pub fn watch(self, change: impl FnOnce(&mut Watchlist) -> Option<Question>) {
        if let Some(question) = self.watchlist.try_update(change).flatten() {
            leptos::task::spawn_local(self.ask(question));
        }
    }

    /// Reads the parcels at risk again if they were last asked for so many milliseconds ago.
    pub fn refresh_parcels(self, older_than: i64) {
        let now = browser::now();
        let is_old = |list: &Watchlist| list.is_older_than(older_than, now);
        if self.watchlist.with_untracked(is_old) {
            self.watch(|list| Some(list.refresh(now)));
        }
    }

    /// Opens a case and goes to it.
    pub fn open(self, contact: ContactId) {
        self.screen.set(Screen::Case);
        self.word.set(Word::Reply);
        self.seek.set(None);
        self.news.update(|news| {
            news.take_if(|news| news.contact == contact);
        });
        self.update(|state| state.open_case(contact));
    }

    /// Leaves the case for the list.
    pub fn leave(self) {
        self.screen.set(Screen::List);
        self.update(DeskState::leave_case);
    }

    /// Does something with the open case.
    pub fn handle(self, act: Act) {
        self.problem.set(None);
        self.update(|state| state.handle(act, browser::new_cid(), browser::now()));
    }

    /// Is to be given cases from now on, or takes them by hand.
    pub fn switch_ready(self) {
        let is_ready = |state: &DeskState| {
            let seat = state.my_seat();
            seat.is_some_and(|seat| seat.presence == Presence::Ready)
        };
        let ready = !self.state.with_untracked(is_ready);
        self.perform(Follow::Send(AgentCommand::SetReady { ready }));
    }

    /// Says something in the open case.
    pub fn say(self, word: Word, text: String) {
        let contact = self
            .state
            .with_untracked(|state| state.content().map(|case| case.contact.clone()));
        let (promise, fills) = match (word, contact) {
            (Word::Reply, Some(contact)) => (
                self.pledges
                    .try_update(|pledges| pledges.remove(&contact))
                    .flatten(),
                self.templates.take_fills(&contact),
            ),
            _ => (None, Vec::new()),
        };
        let said = Said {
            word,
            text,
            promise,
            fills,
        };
        self.update(|state| state.say(said, browser::new_cid(), browser::now()));
    }

    /// Asks for a quarantined payload's body.
    pub fn show_quarantined(self, id: u64) {
        self.perform(Follow::Send(AgentCommand::ShowQuarantined { id }));
    }

    /// Has a quarantined payload read again.
    pub fn replay_quarantined(self, id: u64) {
        self.perform(Follow::Send(AgentCommand::ReplayQuarantined { id }));
    }

    /// Puts a quarantined payload away.
    pub fn discard_quarantined(self, id: u64) {
        self.perform(Follow::Send(AgentCommand::DiscardQuarantined { id }));
    }

    /// Lets the shopper see that an answer is being written.
    pub fn typing(self, contact: ContactId) {
        let now = browser::now();
        if now.millis_since(self.typed_at.get_value()) < TYPING_EVERY_MILLIS {
            return;
        }
        self.typed_at.set_value(now);
        self.perform(Follow::Send(AgentCommand::Typing { contact }));
    }

    async fn ask(self, question: Question) {
        match api::parcels(&question).await {
            Ok(page) => self.watch(|list| list.told(&question, page, browser::now())),
            Err(problem) => {
                self.watch(|list| {
                    list.failed(&question);
                    None
                });
                if problem == api::Problem::NotSignedIn {
                    self.check_session();
                }
            }
        }
    }

    fn reported(self, report: Report) {
        match report {
            Report::Opened => self.update(DeskState::greet),
            // A frame of a later protocol is left alone: the rest still works.
            Report::Frame(frame) => {
                if let Some(event) = browser::parsed::<AgentEvent>(&frame) {
                    self.update(|state| state.apply(event, browser::now()));
                }
            }
            Report::NotOpened => self.check_session(),
            Report::Status(status) => {
                if self.link.get_untracked() != status {
                    self.link.set(status);
                }
            }
        }
    }

    fn perform(self, effect: Follow) {
        match effect {
            Follow::Send(command) => self.send(&command),
            Follow::CaseWaits(contact) => self.announce_case(&contact),
            Follow::News(news) => self.news.set(Some(news)),
            Follow::Refused(code) => self.problem.set(Some(code)),
            Follow::GreetIn(seconds) => {
                let again = move || self.update(DeskState::greet_again);
                Timeout::new(seconds.saturating_mul(1_000), again).forget();
            }
            Follow::ListIn(seconds) => {
                let again = move || self.update(DeskState::ask_for_live_cases);
                Timeout::new(seconds.saturating_mul(1_000), again).forget();
            }
            Follow::Bye(code, retry_after) => {
                if let Some(seconds) = retry_after {
                    self.feed(Input::ToldToWait { seconds });
                }
                if code == Refusal::Forbidden {
                    self.check_session();
                }
            }
        }
    }

    /// Sends a command. While the link is down it is dropped: what must not be lost is in the
    /// outbox, and the rest is asked for again after the next hello.
    fn send(self, command: &AgentCommand) {
        let Ok(frame) = serde_json::to_string(command) else {
            return;
        };
        let socket = self.socket.get_value();
        let _ = socket.is_some_and(|socket| socket.send(&frame));
    }

    fn feed(self, input: Input) {
        if let Some(socket) = self.socket.get_value() {
            socket.feed(input);
        }
    }

    fn announce_case(self, contact: &ContactId) {
        let t = self.t();
        let words = self.state.with_untracked(|state| {
            state
                .cases
                .get(contact)
                .map(|case| (t.list.arrived)(&(t.who)(&case.identity, &case.orders)))
        });
        self.announcement.set(words.unwrap_or_default());
    }

    fn check_session(self) {
        leptos::task::spawn_local(async move {
            if api::session().await.err() == Some(api::Problem::NotSignedIn) {
                self.disconnect();
                self.chrome.enter(Session::SignedOut { expired: true });
            }
        });
    }
}
