//! One site's desk: agents' sockets, the list of cases, the queue, and the quarantine.
//!
//! It holds summaries only; what is said and decided in a case is the contact object's. Cases:
//! - a contact's sync: the summary is kept if it is newer, and shown to every agent; its events
//!   go to the agents who have the case open;
//! - an agent's act: passed to the contact, and acknowledged when the contact has committed it;
//! - two agents take one case: the contact decides, one of them is refused;
//! - a case waits, an agent is ready and has room: the case is given, by [`shared::routing`];
//! - a shopper waits too long for an answer or a solution: leads and the holder hear of it;
//! - an agent asks for what only a lead may decide: leads hear of it, and the agent of the answer;
//! - a holder is gone too long while the shopper waits for an answer: the case goes back;
//! - an agent's client is gone without a word: it is asked, then shown out, within a minute;
//! - a payload that could not be understood: kept once, shown to every agent; read again when an
//!   agent asks, and then taken in as if it had just come, or put away.
//!
//! Others rely on: a quarantined payload is kept before its sender is answered; once a session was
//! ended, no socket of it is open or opens.

mod calls;
mod cases;
mod clocks;
mod frames;
mod promises;
mod quarantine;
mod redress;
mod routing;
mod seats;

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use shared::ids::{AgentId, ContactId, SiteKey};
use shared::protocol::desk::AgentEvent;
use shared::routing::Teammate;
use shared::time::Timestamp;
use worker::{
    DurableObject, Env, Request, Response, Result, State, WebSocket, WebSocketIncomingMessage,
    console_error, durable_object,
};

use self::seats::Seat;
use super::socket::{self, RateLimits};
use super::{alarm, own_name, read_call};
use crate::bindings;
use crate::clock::now;
use crate::store::alarms;
use crate::store::desk::DeskStore;

/// The alarm at which sockets are looked after.
const SOCKETS: &str = "sockets";

/// The object.
#[durable_object]
pub struct DeskObject {
    inner: Rc<Inner>,
}

struct Inner {
    state: State,
    env: Env,
    site: SiteKey,
    store: DeskStore,
    rates: RateLimits,
    /// Whether those who wait are being told their places,
    announcing: Cell<bool>,
    /// and whether the queue has moved since that began.
    places_moved: Cell<bool>,
    /// Whether cases are being given,
    routing: Cell<bool>,
    /// and whether there was a reason for more since that began.
    routing_due: Cell<bool>,
    /// The team as agents were last shown it.
    shown_team: RefCell<Vec<Teammate>>,
    /// The cases of whose clocks agents are yet to be told.
    moved_clocks: RefCell<BTreeSet<ContactId>>,
}

impl DurableObject for DeskObject {
    fn new(state: State, env: Env) -> Self {
        Self {
            inner: Rc::new(Inner::wake(state, env).expect("an object opens its own database")),
        }
    }

    async fn fetch(&self, mut request: Request) -> Result<Response> {
        if request.headers().has("upgrade")? {
            let response = self.inner.connect(&request).await?;
            self.follow_up(true);
            return Ok(response);
        }
        let call = read_call(&mut request).await?;
        let (response, queue_moved) = self.inner.answer(call)?;
        self.follow_up(queue_moved);
        Ok(response)
    }

    async fn websocket_message(
        &self,
        socket: WebSocket,
        message: WebSocketIncomingMessage,
    ) -> Result<()> {
        let moved = self.inner.take_frame(&socket, message).await?;
        self.follow_up(moved);
        Ok(())
    }

    async fn websocket_close(
        &self,
        socket: WebSocket,
        _code: usize,
        _reason: String,
        _was_clean: bool,
    ) -> Result<()> {
        let seat = self.inner.seat(&socket);
        let _ = socket.close::<&str>(None, None);
        let Some(seat) = seat else {
            return Ok(());
        };
        self.inner.leave_all(&socket, &seat).await?;
        self.follow_up(true);
        Ok(())
    }

    async fn websocket_error(&self, _socket: WebSocket, _error: worker::Error) -> Result<()> {
        Ok(())
    }

    async fn alarm(&self) -> Result<Response> {
        let outcome = self.inner.wake_up().await;
        alarm::finish(&self.inner.state, outcome).await
    }
}

impl DeskObject {
    /// Sees to clocks, gives cases, and tells those who wait where they are now, after the answer
    /// is on its way.
    fn follow_up(&self, queue_moved: bool) {
        if !queue_moved && self.inner.moved_clocks.borrow().is_empty() {
            return;
        }
        let inner = Rc::clone(&self.inner);
        self.inner
            .state
            .wait_until(async move { inner.follow_up(queue_moved).await });
    }
}

impl Inner {
    async fn follow_up(&self, queue_moved: bool) {
        self.follow_clocks().await;
        if !queue_moved {
            return;
        }
        if let Err(error) = self.route().await {
            console_error!("cases could not be given: {error}");
        }
        if let Err(error) = self.announce_places().await {
            console_error!("places could not be announced: {error}");
        }
        // What was given has other clocks.
        if !self.moved_clocks.borrow().is_empty() {
            self.follow_clocks().await;
        }
    }

    fn wake(state: State, env: Env) -> Result<Self> {
        let (site, _) = own_name(&state)?;
        let store = DeskStore::open(&state)?;
        let rates = RateLimits::new(bindings::frames_per_second(&env));
        Ok(Self {
            state,
            env,
            site,
            store,
            rates,
            announcing: Cell::new(false),
            places_moved: Cell::new(false),
            routing: Cell::new(false),
            routing_due: Cell::new(false),
            shown_team: RefCell::default(),
            moved_clocks: RefCell::default(),
        })
    }

    /// Does what the alarm came for.
    async fn wake_up(&self) -> Result<()> {
        // A round that fails is made up for in a while.
        self.guard_round()?;
        self.guard_clocks()?;
        if alarms::is_due(&self.store.sql, SOCKETS, now())? {
            self.tend_sockets().await?;
        }
        self.follow_up(true).await;
        alarm::arm(&self.state, &self.store.sql).await
    }

    /// Asks silent clients whether they are still there, and shows those out who were asked.
    async fn tend_sockets(&self) -> Result<()> {
        let tended = socket::tend(&self.state, now(), &AgentEvent::StillThere);
        alarms::set(&self.store.sql, SOCKETS, tended.next.map(Timestamp))?;
        for socket in tended.ended {
            if let Some(seat) = self.seat(&socket) {
                self.leave_all(&socket, &seat).await?;
                socket.serialize_attachment(())?;
            }
        }
        Ok(())
    }

    /// Sees to it that the sockets are looked after.
    async fn watch_sockets(&self) -> Result<()> {
        let next = now().0.plus_millis(socket::ASK_MILLIS);
        alarms::set(&self.store.sql, SOCKETS, Some(next))?;
        alarm::arm(&self.state, &self.store.sql).await
    }

    /// The agents who are there, each once.
    fn present(&self) -> Vec<AgentId> {
        let mut agents: Vec<AgentId> = self
            .seats()
            .into_iter()
            .map(|(_, seat)| seat.upgrade.agent.id)
            .collect();
        agents.sort();
        agents.dedup();
        agents
    }

    fn watched(&self, contact: &ContactId) -> bool {
        self.seats()
            .iter()
            .any(|(_, seat)| seat.watching.contains(contact))
    }

    /// Sends a frame to every agent.
    fn to_all(&self, frame: &AgentEvent) {
        self.to_some(frame, |_| true);
    }

    /// Sends a frame to the agents who have a case open.
    fn to_watchers(&self, contact: &ContactId, frame: &AgentEvent) {
        self.to_some(frame, |seat| seat.watching.contains(contact));
    }

    fn to_some(&self, frame: &AgentEvent, wanted: impl Fn(&Seat) -> bool) {
        let Ok(text) = serde_json::to_string(frame) else {
            return;
        };
        for (socket, seat) in self.seats() {
            if wanted(&seat) {
                socket::send_text(&socket, &text);
            }
        }
    }
}
