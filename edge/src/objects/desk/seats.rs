//! Who sits at the desk: a seat a socket, and how one is taken away.

use serde::{Deserialize, Serialize};
use shared::ids::{AgentId, ContactId};
use shared::protocol::desk::AgentEvent;
use shared::protocol::staff::Role;
use shared::protocol::{CLOSE_SESSION_ENDED, Refusal};
use shared::time::Timestamp;
use worker::{Request, Response, Result, WebSocket};

use super::super::socket::{self, UPGRADE_HEADER};
use super::Inner;
use crate::calls::AgentUpgrade;
use crate::clock::now;

/// What a socket keeps through hibernation.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Seat {
    /// Who sits there.
    pub upgrade: AgentUpgrade,
    /// The cases that are open in front of them.
    pub watching: Vec<ContactId>,
    /// Whether the socket is closing: the platform still lists it for a moment.
    pub gone: bool,
}

impl Inner {
    /// Gives a socket a seat, unless its session has ended on the way here.
    pub(super) async fn connect(&self, request: &Request) -> Result<Response> {
        let header = request.headers().get(UPGRADE_HEADER)?.unwrap_or_default();
        let upgrade: AgentUpgrade = serde_json::from_str(&header)?;
        let AgentUpgrade {
            agent,
            session,
            began_at,
            ..
        } = &upgrade;
        if self.store.is_revoked(&agent.id, session, *began_at)? {
            return Response::error("the session has ended", 401);
        }
        self.store
            .note_here(agent, upgrade.role >= Role::Lead, &upgrade.profile)?;
        let (socket, response) = socket::accept(&self.state, None)?;
        socket.serialize_attachment(Seat {
            upgrade,
            watching: Vec::new(),
            gone: false,
        })?;
        self.watch_sockets().await?;
        Ok(response)
    }

    /// The seat of a socket.
    pub(super) fn seat(&self, socket: &WebSocket) -> Option<Seat> {
        socket.deserialize_attachment().ok().flatten()
    }

    /// The sockets with their seats. One whose session is over by now hears nothing more.
    pub(super) fn seats(&self) -> Vec<(WebSocket, Seat)> {
        let now = now().0;
        self.all_seats()
            .filter(|(socket, seat)| {
                let good = seat.upgrade.expires_at > now;
                if !good {
                    take_away(socket, seat);
                }
                good
            })
            .collect()
    }

    /// Ends a session: closes its sockets, and keeps out those on their way.
    pub(super) fn end_session(&self, session: &str, at: Timestamp) -> Result<()> {
        self.store.revoke_session(session, at)?;
        self.close_where(|seat| seat.upgrade.session == session);
        Ok(())
    }

    /// Ends whatever an agent began before a time.
    pub(super) fn end_agent(&self, agent: &AgentId, at: Timestamp) -> Result<()> {
        self.store.revoke_agent(agent, at)?;
        self.close_where(|seat| seat.upgrade.agent.id == *agent && seat.upgrade.began_at <= at);
        Ok(())
    }

    fn close_where(&self, over: impl Fn(&Seat) -> bool) {
        for (socket, seat) in self.all_seats() {
            if over(&seat) {
                take_away(&socket, &seat);
            }
        }
    }

    fn all_seats(&self) -> impl Iterator<Item = (WebSocket, Seat)> {
        self.state
            .get_websockets()
            .into_iter()
            .filter_map(|socket| self.seat(&socket).map(|seat| (socket, seat)))
            .filter(|(_, seat)| !seat.gone)
    }
}

/// Says goodbye and closes the socket.
fn take_away(socket: &WebSocket, seat: &Seat) {
    let bye = AgentEvent::Bye {
        code: Refusal::Forbidden,
        retry_after: None,
    };
    socket::send(socket, &bye);
    let _ = socket.serialize_attachment(Seat {
        gone: true,
        ..seat.clone()
    });
    let _ = socket.close(Some(CLOSE_SESSION_ENDED), Some("session ended"));
}
