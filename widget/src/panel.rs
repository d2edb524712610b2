//! The panel's state and what the shopper can do. Signals are here only; what they hold is plain.

use gloo::timers::callback::Timeout;
use leptos::prelude::*;
use shared::client::{Delivery, Entry, Outbox, Timeline};
use shared::ids::{Cid, ContactId};
use shared::language::Language;
use shared::protocol::session::SiteCard;
use shared::protocol::widget::{ChoiceId, ConversationState, ShopperCommand, ShopperEvent};
use shared::time::Timestamp;

use crate::feed::{self, Handed, Link, Search};
use crate::screen::Screen;
use crate::words::Words;

/// How many earlier events one touch brings.
const EARLIER: u32 = 50;
/// A little more than the outbox's patience.
const EXPIRY_MS: u32 = 15_100;
/// The other side's typing is believed for this long.
const TYPING_MS: u32 = 5_000;
/// The shopper's typing is told at most this often.
const TYPING_EVERY_MS: i64 = 3_000;

/// The turn of a shopper who waits for a human.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// 1 is next.
    pub place: u32,
    /// How many agents are there.
    pub agents: u32,
    /// The expected wait in minutes, where it is known.
    pub wait_minutes: Option<u32>,
}

/// Everything that the components read and call.
#[derive(Clone, Copy)]
pub struct Panel {
    /// What was said.
    pub timeline: RwSignal<Timeline>,
    /// What is on its way.
    pub outbox: RwSignal<Outbox>,
    /// How the connection is.
    pub link: RwSignal<Link>,
    /// The shop, once known.
    pub shop: RwSignal<Option<SiteCard>>,
    /// The language of the page.
    pub language: RwSignal<Language>,
    /// Whether the shopper sees the panel.
    pub visible: RwSignal<bool>,
    /// What is shown below the head.
    pub screen: RwSignal<Screen>,
    /// What came of the latest search for answers.
    pub found: RwSignal<Option<Search>>,
    /// The turn in the queue, while waiting.
    pub queue: RwSignal<Option<Turn>>,
    /// Whether the other side is typing.
    pub typing: RwSignal<bool>,
    /// What the shopper has typed and not sent.
    pub draft: RwSignal<String>,
    /// The first event that was new when the panel opened.
    pub divider: RwSignal<Option<u64>>,
    /// An order that the shop's page wants shown, and that is not known yet.
    wanted: StoredValue<Option<String>>,
    contact: StoredValue<Option<ContactId>>,
    typing_until: StoredValue<i64>,
    typing_told: StoredValue<i64>,
}

impl Panel {
    /// The state of a panel that has heard nothing yet.
    pub fn new(language: Language) -> Self {
        Self {
            timeline: RwSignal::default(),
            outbox: RwSignal::default(),
            link: RwSignal::new(Link::Connecting),
            shop: RwSignal::new(None),
            language: RwSignal::new(language),
            visible: RwSignal::new(false),
            screen: RwSignal::new(Screen::Talk),
            found: RwSignal::new(None),
            queue: RwSignal::new(None),
            typing: RwSignal::new(false),
            draft: RwSignal::new(feed::kept("draft").unwrap_or_default()),
            divider: RwSignal::new(None),
            wanted: StoredValue::new(None),
            contact: StoredValue::new(None),
            typing_until: StoredValue::new(0),
            typing_told: StoredValue::new(0),
        }
    }

    /// The words of the panel's language; whoever shows them shows those of the next one, too.
    pub fn words(self) -> Words {
        self.language.track();
        Words::now()
    }

    /// Whether the edge has said anything yet.
    pub fn is_known(self) -> bool {
        self.timeline.with(|timeline| timeline.epoch().is_some())
    }

    /// Whether something that the shopper gave is on its way. What was refused waits for nothing.
    pub fn is_waiting(self) -> bool {
        let is_refused = |entry: &Entry| matches!(entry.delivery, Delivery::Refused { .. });
        self.outbox
            .with(|outbox| !outbox.entries().iter().all(is_refused))
    }

    /// Takes what the feed hands over.
    pub fn take(self, handed: Handed) {
        match handed {
            Handed::Frame(event) => self.hear(event),
            Handed::Shop(shop) => self.shop.set(Some(shop)),
            Handed::Link(link) => self.link.set(link),
            Handed::View(open) => self.show(open),
            Handed::Language(language) => self.language.set(language),
            Handed::Choose(choice, about) => self.choose(choice, Some(about)),
            Handed::Compose(text) => {
                self.go(Screen::Talk);
                self.set_draft(text);
            }
            Handed::Order(number) => self.lead_to(number),
            Handed::Found(search) => self.found.set(Some(search)),
            Handed::Restart => self.restart(),
        }
    }

    /// Shows an order, or helps to ask for it where it is not known here.
    fn lead_to(self, number: String) {
        if self.show_order(&number) {
            return;
        }
        self.go(Screen::Talk);
        self.set_draft(Words::now().question_for(&number));
        self.wanted.set_value(Some(number));
    }

    /// Shows the order that was wanted before it was known, unless the shopper has written since.
    fn lead_to_wanted(self) {
        let Some(number) = self.wanted.get_value() else {
            return;
        };
        self.wanted.set_value(None);
        let asked = Words::now().question_for(&number);
        let is_untouched = self.draft.with_untracked(|draft| *draft == asked);
        if is_untouched && self.show_order(&number) {
            self.set_draft(String::new());
        }
    }

    /// Says something.
    pub fn say(self, text: String) {
        self.give(ShopperCommand::Send {
            cid: feed::new_cid(),
            text,
        });
        self.set_draft(String::new());
    }

    /// Takes one of the choices that an event offered.
    pub fn choose(self, choice: ChoiceId, about: Option<u64>) {
        self.give(ShopperCommand::Choose {
            cid: feed::new_cid(),
            choice,
            about,
        });
    }

    /// Shows that an order is the shopper's.
    pub fn verify(self, number: String, proof: String) {
        self.give(ShopperCommand::VerifyOrder {
            cid: feed::new_cid(),
            number,
            proof,
        });
    }

    /// Asks for a human.
    pub fn request_human(self) {
        self.give(ShopperCommand::RequestHuman {
            cid: feed::new_cid(),
        });
    }

    /// Tries a command again.
    pub fn retry(self, cid: &Cid) {
        let mut command = None;
        self.outbox
            .update(|outbox| command = outbox.retry(cid, now()));
        if let Some(command) = command {
            self.dispatch(&command);
        }
        self.keep_outbox();
    }

    /// Takes a command back; its text goes to the composer.
    pub fn take_back(self, cid: &Cid) {
        let mut command = None;
        self.outbox.update(|outbox| command = outbox.discard(cid));
        if let Some(ShopperCommand::Send { text, .. }) = command {
            self.set_draft(text);
        }
        self.keep_outbox();
    }

    /// Asks for events from before the oldest one here.
    pub fn fetch_earlier(self) {
        if let Some(page) = self
            .timeline
            .with_untracked(|timeline| timeline.earlier(EARLIER))
        {
            feed::send(&ShopperCommand::Fetch {
                after: page.after,
                limit: page.limit,
            });
        }
    }

    /// Replaces what the shopper has typed.
    pub fn set_draft(self, text: String) {
        feed::keep("draft", &text);
        self.draft.set(text);
    }

    /// Tells that the shopper is typing, if it matters to anybody and wasn't told just now.
    pub fn tell_typing(self) {
        let is_with_humans = self.timeline.with_untracked(|timeline| {
            matches!(
                timeline.state(),
                ConversationState::Open { .. }
                    | ConversationState::Snoozed { .. }
                    | ConversationState::Queued { .. }
            )
        });
        let now = now().0;
        if is_with_humans && now - self.typing_told.get_value() >= TYPING_EVERY_MS {
            self.typing_told.set_value(now);
            feed::send(&ShopperCommand::Typing);
        }
    }

    /// Tells the feed that everything here was seen.
    pub fn mark_read(self) {
        let head = self.timeline.with_untracked(|timeline| {
            let last = timeline.events().last().map_or(0, |event| event.seq);
            (last > timeline.read_upto()).then_some(last)
        });
        if let Some(upto) = head {
            self.timeline.update(|timeline| timeline.read(upto));
            feed::read(upto);
        }
    }

    /// How far a command has come; `None` once it is part of the history.
    pub fn delivery(self, cid: &Cid) -> Option<Delivery> {
        self.outbox
            .with(|outbox| outbox.entry(cid).map(|entry| entry.delivery.clone()))
    }

    fn give(self, command: ShopperCommand) {
        self.dispatch(&command);
        self.outbox.update(|outbox| outbox.push(command, now()));
        self.keep_outbox();
    }

    fn dispatch(self, command: &ShopperCommand) {
        feed::send(command);
        Timeout::new(EXPIRY_MS, move || {
            let mut outbox = self.outbox.get_untracked();
            if outbox.expire(now()) {
                self.outbox.set(outbox);
            }
        })
        .forget();
    }

    fn hear(self, event: ShopperEvent) {
        match &event {
            ShopperEvent::Acked { cid, seq, .. } => {
                self.outbox.update(|outbox| outbox.acked(cid, *seq));
            }
            ShopperEvent::Refused {
                cid: Some(cid),
                code,
                retry_after,
            } => {
                self.outbox
                    .update(|outbox| outbox.refused(cid, *code, *retry_after));
            }
            ShopperEvent::QueuePlace {
                place,
                agents,
                wait_minutes,
            } => self.queue.set(Some(Turn {
                place: *place,
                agents: *agents,
                wait_minutes: *wait_minutes,
            })),
            ShopperEvent::AgentTyping => self.believe_typing(),
            ShopperEvent::Events { .. } => self.typing.set(false),
            _ => {}
        }
        let welcomed = match &event {
            ShopperEvent::Welcome { contact, .. } => Some(contact.clone()),
            _ => None,
        };
        self.timeline.update(|timeline| timeline.apply(event));
        if let Some(contact) = welcomed {
            self.lead_to_wanted();
            self.resume(contact);
        }
        self.settle();
    }

    /// Nothing that was given is lost by a new connection, a reload or a crash.
    fn resume(self, contact: ContactId) {
        if self.contact.get_value().as_ref() != Some(&contact) {
            let earlier = feed::take_outbox(&contact);
            self.outbox.update(|outbox| outbox.restore(earlier, now()));
            self.contact.set_value(Some(contact));
        }
        let mut commands = Vec::new();
        self.outbox.update(|outbox| commands = outbox.resend(now()));
        for command in &commands {
            self.dispatch(command);
        }
    }

    fn settle(self) {
        if self
            .outbox
            .with_untracked(|outbox| outbox.entries().is_empty())
        {
            return;
        }
        self.timeline
            .with_untracked(|timeline| self.outbox.update(|outbox| outbox.settle(timeline)));
        self.keep_outbox();
    }

    fn keep_outbox(self) {
        let Some(contact) = self.contact.get_value() else {
            return;
        };
        self.outbox.with_untracked(|outbox| {
            feed::keep_outbox(&contact, &outbox.kept());
        });
    }

    fn show(self, open: bool) {
        if open {
            let first = self.timeline.with_untracked(Timeline::first_unread);
            self.divider.set(first);
        } else {
            self.screen.set(Screen::Talk);
        }
        self.visible.set(open);
    }

    fn restart(self) {
        self.timeline.set(Timeline::default());
        self.outbox.set(Outbox::default());
        self.contact.set_value(None);
        self.queue.set(None);
        self.divider.set(None);
        self.screen.set(Screen::Talk);
    }

    fn believe_typing(self) {
        self.typing.set(true);
        let until = now().0 + i64::from(TYPING_MS);
        self.typing_until.set_value(until);
        Timeout::new(TYPING_MS, move || {
            if self.typing_until.get_value() == until {
                self.typing.set(false);
            }
        })
        .forget();
    }
}

/// The panel that the components of this page belong to.
pub fn use_panel() -> Panel {
    expect_context()
}

/// The time by the browser's clock.
#[expect(
    clippy::cast_possible_truncation,
    reason = "milliseconds fit for 200,000 years"
)]
pub fn now() -> Timestamp {
    Timestamp(js_sys::Date::now() as i64)
}
