//! One shopper at one site: the only writer of what that shopper sees.
//!
//! Cases:
//! - a command: stepped, committed, broadcast to every socket, acknowledged to its sender;
//! - the same command again: acknowledged with the same number, nothing else;
//! - an order's news: a numbered notice, once by its key;
//! - an agent's act: the same path as a shopper's command;
//! - a socket that was away: its hello gets the events that it missed;
//! - a case that was set aside: its holder's again when its time has come, by the alarm;
//! - a promise whose day is over: broken, by the alarm;
//! - a visitor who signs in: the history goes on as another contact's, and this one closes;
//! - what is past its time: it loses what it says, and a contact that is past its time is erased;
//! - an erasure: nothing is left here at once, and elsewhere as soon as can be.
//!
//! Others rely on: numbers have no gaps; an event is committed before anyone sees it; the desk
//! hears how the case stands after every event, and agents who watch see every event, in order,
//! though perhaps later.

mod calls;
mod claim;
mod commit;
mod desk_sync;
mod due;
mod facts;
mod frames;
mod listed;
mod pause;
mod privacy;
mod retention;
mod texts;
mod verify;
mod way_back;

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use shared::conversation::{State as Conversation, summary};
use shared::ids::{ContactId, SiteKey};
use shared::language::Language;
use shared::protocol::desk::CaseSummary;
use shared::protocol::widget::{Event, Fact, ShopperEvent};
use shared::search::Spacing;
use shared::time::Timestamp;
use worker::wasm_bindgen::prelude::*;
use worker::{
    DurableObject, Env, Request, Response, Result, State, WebSocket, console_error, durable_object,
    web_sys,
};

use self::pause::Pause;
use super::socket::{self, Listed, RateLimit, UPGRADE_HEADER};
use super::{alarm, own_name, read_call};
use crate::bindings;
use crate::calls::ShopperUpgrade;
use crate::clock::{Now, now};
use crate::store::contact::{ContactStore, Loaded};

/// The most sockets that one shopper may have: tabs and devices.
const MAX_SOCKETS: usize = 32;

/// When it is worth trying again with too many sockets, in seconds: silent ones are gone by then.
const SILENT_SECONDS: i64 = socket::SILENT_MILLIS / 1_000;
/// How often an object that is awake looks for silent sockets, in milliseconds. It is not woken
/// for that: a silent socket costs nothing but when there is something to send.
const LOOK_FOR_SILENT_MILLIS: i64 = 30_000;

/// The object.
#[durable_object(alarm)]
pub struct ContactObject {
    inner: Rc<Inner>,
}

struct Inner {
    state: State,
    env: Env,
    site: SiteKey,
    contact: ContactId,
    store: ContactStore,
    /// A cache of what is committed; `None` for a contact that never was.
    loaded: RefCell<Option<Loaded>>,
    rate: RateLimit,
    sockets: Listed,
    /// As whom the contact goes on since it signed in.
    moved_to: RefCell<Option<ContactId>>,
    /// Whether an agent has the case open, as far as the desk has said.
    watched: Cell<bool>,
    /// Whether the desk should hear of the state although there is no new event.
    desk_is_stale: Cell<bool>,
    /// Whether an effect waits in the outbox, or an alarm was set of which the platform has yet to
    /// hear: asking the database would cost every message a query.
    owes_effects: Cell<bool>,
    /// When the next alarm is due, in milliseconds since 1970.
    due_at: Cell<Option<i64>>,
    /// Whether something was said that is not searched yet, and whether that is owed already.
    unsearched: Cell<bool>,
    owes_texts: Cell<bool>,
    texts_spaced: Cell<Spacing>,
    syncing: Cell<bool>,
    /// The pause between two calls to the desk.
    spacing: Pause,
    /// Since when the case waits for a human, as the desk was last told.
    told_waiting: Cell<Option<Timestamp>>,
    /// When the alarm that guards the sync comes, in milliseconds since 1970; 0 for none.
    guarded_until: Cell<i64>,
    draining: Cell<bool>,
    /// When silent sockets were last looked for, in milliseconds since 1970.
    tended_at: Cell<i64>,
}

impl DurableObject for ContactObject {
    fn new(state: State, env: Env) -> Self {
        Self {
            inner: Rc::new(Inner::wake(state, env).expect("an object opens its own database")),
        }
    }

    async fn fetch(&self, mut request: Request) -> Result<Response> {
        if request.headers().has("upgrade")? {
            return self.inner.connect(&request);
        }
        let call = read_call(&mut request).await?;
        let response = self.inner.answer(call).await?;
        self.follow_up();
        Ok(response)
    }

    async fn alarm(&self) -> Result<Response> {
        self.inner.guarded_until.set(0);
        // Whatever it came for, the next one is to be set.
        self.inner.owes_effects.set(true);
        let done = self.inner.do_what_is_due().await;
        let kept = self.inner.retain_if_due().await;
        let paid = self.inner.pay().await;
        alarm::finish(&self.inner.state, done.and(kept).and(paid)).await
    }
}

/// The platform's calls for a socket. The `worker` crate would make each a promise, which costs a
/// message a tenth of its time; most frames are answered at once.
#[wasm_bindgen]
impl ContactObject {
    /// A frame came.
    #[wasm_bindgen(js_name = webSocketMessage)]
    pub fn web_socket_message(&self, socket: web_sys::WebSocket, message: &JsValue) {
        let socket = WebSocket::from(socket);
        // Whoever has signed in, or has to do so anew, says it again afterwards.
        let now = now();
        if self.inner.has_moved() || socket::is_over(&self.inner.state, &socket, now) {
            return;
        }
        if let Some(asking) = self.inner.take_frame(&socket, message.as_string(), now) {
            let inner = Rc::clone(&self.inner);
            self.inner.state.wait_until(async move {
                inner.ask(&socket, asking).await;
                inner.follow_up().await;
            });
        }
        self.follow_up();
    }

    /// A socket was closed by its client.
    #[wasm_bindgen(js_name = webSocketClose)]
    pub fn web_socket_close(&self, socket: web_sys::WebSocket) {
        self.inner.sockets.forget();
        let _ = WebSocket::from(socket).close::<&str>(None, None);
    }
}

impl ContactObject {
    /// Runs what the commit left to do, after the answer is on its way.
    fn follow_up(&self) {
        self.inner.hurry_desk();
        // A sync that runs finds what was added to it.
        let desk_waits = self.inner.owes_desk() && !self.inner.syncing.get();
        let idle = !self.inner.owes_effects.get() && !self.inner.has_unowed_texts();
        if !desk_waits && idle {
            return;
        }
        let inner = Rc::clone(&self.inner);
        self.inner
            .state
            .wait_until(async move { inner.follow_up().await });
    }
}

impl Inner {
    async fn follow_up(&self) {
        if let Err(error) = self.pay().await {
            console_error!("a contact could not pay what it owes: {error}");
        }
    }

    /// Runs what is owed to others; a debt that can't be paid now is no reason not to pay the rest.
    async fn pay(&self) -> Result<()> {
        self.owe_texts()?;
        // Should this instance end now, the alarm does what is owed.
        if self.owes_effects.get() {
            self.guard().await?;
        }
        let drained = self.drain().await;
        self.sync_desk().await.and(drained)
    }

    fn wake(state: State, env: Env) -> Result<Self> {
        let (site, own) = own_name(&state)?;
        let (store, woken) = ContactStore::open(&state)?;
        // An alarm that was missed is made up for.
        let is_overdue = woken.next_alarm.is_some_and(|due| due <= now().millis());
        let head = woken.loaded.as_ref().map_or(0, |loaded| loaded.head);
        let rate = RateLimit::new(bindings::frames_per_second(&env));
        Ok(Self {
            state,
            env,
            site,
            contact: ContactId(own),
            store,
            loaded: RefCell::new(woken.loaded),
            rate,
            sockets: Listed::default(),
            moved_to: RefCell::new(woken.moved_to),
            watched: Cell::new(false),
            desk_is_stale: Cell::new(false),
            owes_effects: Cell::new(woken.owes_effects || is_overdue),
            due_at: Cell::new(woken.next_alarm),
            unsearched: Cell::new(woken.searched_upto < head),
            owes_texts: Cell::new(false),
            texts_spaced: Cell::default(),
            syncing: Cell::new(false),
            spacing: Pause::default(),
            told_waiting: Cell::new(None),
            guarded_until: Cell::new(0),
            draining: Cell::new(false),
            tended_at: Cell::new(0),
        })
    }

    fn connect(&self, request: &Request) -> Result<Response> {
        if self.has_moved() {
            return Response::error("signed in meanwhile", 401);
        }
        // Those whose clients are gone take nobody's place.
        self.close_silent();
        if self.state.get_websockets().len() >= MAX_SOCKETS {
            let refused = Response::error("too many sockets", 429)?;
            refused
                .headers()
                .set("retry-after", &SILENT_SECONDS.to_string())?;
            return Ok(refused);
        }
        let header = request.headers().get(UPGRADE_HEADER)?.unwrap_or_default();
        let upgrade: ShopperUpgrade = serde_json::from_str(&header)?;
        let until = upgrade.until;
        let Ok(way_back) = self.admit(upgrade)? else {
            return Response::error("this ticket was used", 401);
        };
        self.ensure_created(Language::default())?;
        self.sockets.forget();
        let (socket, response) = socket::accept(&self.state, until)?;
        if let Some(ticket) = way_back {
            socket::send(&socket, &ShopperEvent::Ticket { ticket });
        }
        Ok(response)
    }

    /// Begins the contact unless it exists.
    fn ensure_created(&self, language: Language) -> Result<()> {
        if self.loaded.borrow().is_some() {
            return Ok(());
        }
        let state = Conversation::new(language);
        // Seconds since 1970 differ for a contact that was erased and began anew.
        let epoch = u32::try_from(now().seconds()).unwrap_or(u32::MAX);
        self.store.create(epoch, &state)?;
        *self.loaded.borrow_mut() = Some(Loaded {
            epoch,
            state,
            head: 0,
            desk_cursor: 0,
        });
        Ok(())
    }

    /// Reads from what is loaded.
    fn with<T>(&self, read: impl FnOnce(&Loaded) -> T) -> Result<T> {
        let loaded = self.loaded.borrow();
        let loaded = loaded
            .as_ref()
            .ok_or_else(|| worker::Error::RustError("a contact that never was".to_owned()))?;
        Ok(read(loaded))
    }

    /// Shows new events to every socket of the shopper but the one given.
    fn show(&self, events: Vec<Event>, but: Option<&web_sys::WebSocket>) {
        let Some(now) = events.last().map(|event| Now(event.at)) else {
            return;
        };
        let more = false;
        let frame = ShopperEvent::Events { events, more };
        socket::send_to_all(&self.state, &self.sockets, &frame, but, now);
        if now.millis() - self.tended_at.get() >= LOOK_FOR_SILENT_MILLIS {
            self.close_silent();
        }
    }

    /// Closes the sockets whose clients are gone; one that is only slow to ping has everything.
    fn close_silent(&self) {
        let now = now();
        self.tended_at.set(now.millis());
        socket::close_silent(&self.state, now);
    }

    /// Shows everybody out: the session is over, and they sign in anew.
    fn end_sockets(&self) {
        for socket in self.state.get_websockets() {
            socket::end_session(&socket);
        }
    }

    fn to_sockets(&self, frame: &ShopperEvent) {
        socket::send_to_all(&self.state, &self.sockets, frame, None, now());
    }

    fn summary(&self) -> Result<CaseSummary> {
        let last = self.store.last_spoken()?;
        let read = self.with(|loaded| loaded.state.agent_read_upto)?;
        let unread = self.store.shopper_messages_after(read)?;
        self.with(|loaded| {
            let state = &loaded.state;
            summary(
                &self.contact,
                state,
                last.as_ref(),
                loaded.head,
                unread,
                now().0,
            )
        })
    }
}

/// An event as the shopper may see it: what is between agents is a bare number.
fn for_shopper(event: Event) -> Event {
    match event.fact {
        Fact::Note { .. }
        | Fact::PromiseSettled { .. }
        | Fact::Solved { .. }
        | Fact::Rated { .. }
        | Fact::Scored { .. }
        | Fact::Redress { .. } => Event {
            fact: Fact::Hidden,
            ..event
        },
        _ => event,
    }
}
