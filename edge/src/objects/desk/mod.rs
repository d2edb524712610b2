//! One site's desk: agents' sockets, the list of cases, the queue, and the quarantine.
//!
//! It holds summaries only; what is said and decided in a case is the contact object's. Cases:
//! - a contact's sync: the summary is kept if it is newer, and shown to every agent; its events
//!   go to the agents who have the case open;
//! - an agent's act: passed to the contact, and acknowledged when the contact has committed it;
//! - two agents take one case: the contact decides, one of them is refused;
//! - a payload that could not be understood: kept once, shown to every agent; read again when an
//!   agent asks, and then taken in as if it had just come, or put away.
//!
//! Others rely on: a quarantined payload is kept before its sender is answered; once a session was
//! ended, no socket of it is open or opens.

mod calls;
mod cases;
mod frames;
mod quarantine;
mod seats;

use std::cell::Cell;
use std::rc::Rc;

use shared::ids::{AgentId, ContactId, SiteKey};
use shared::protocol::desk::AgentEvent;
use worker::{
    DurableObject, Env, Request, Response, Result, State, WebSocket, WebSocketIncomingMessage,
    console_error, durable_object,
};

use self::seats::Seat;
use super::socket;
use super::{own_name, read_call};
use crate::store::desk::DeskStore;

/// The header in which the Worker says whose socket it hands over.
pub const UPGRADE_HEADER: &str = "x-grelot-agent";

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
    /// Whether those who wait are being told their places,
    announcing: Cell<bool>,
    /// and whether the queue has moved since that began.
    places_moved: Cell<bool>,
}

impl DurableObject for DeskObject {
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
        let (response, queue_moved) = self.inner.answer(call)?;
        if queue_moved {
            self.announce_places();
        }
        Ok(response)
    }

    async fn websocket_message(
        &self,
        socket: WebSocket,
        message: WebSocketIncomingMessage,
    ) -> Result<()> {
        if self.inner.take_frame(&socket, message).await? {
            self.announce_places();
        }
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
        match seat {
            Some(seat) => self.inner.leave_all(&socket, &seat).await,
            None => Ok(()),
        }
    }

    async fn websocket_error(&self, _socket: WebSocket, _error: worker::Error) -> Result<()> {
        Ok(())
    }

    async fn alarm(&self) -> Result<Response> {
        Response::empty()
    }
}

impl DeskObject {
    /// Tells those who wait where they are now, after the answer is on its way.
    fn announce_places(&self) {
        let inner = Rc::clone(&self.inner);
        self.inner.state.wait_until(async move {
            if let Err(error) = inner.announce_places().await {
                console_error!("places could not be announced: {error}");
            }
        });
    }
}

impl Inner {
    fn wake(state: State, env: Env) -> Result<Self> {
        let (site, _) = own_name(&state)?;
        let store = DeskStore::open(&state)?;
        Ok(Self {
            state,
            env,
            site,
            store,
            announcing: Cell::new(false),
            places_moved: Cell::new(false),
        })
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
