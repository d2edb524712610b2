//! Messages over sockets, in a closed loop: every client has one message on its way, always.

use std::time::Duration;

use anyhow::{Context, Result};
use futures_util::SinkExt;
use futures_util::future::try_join_all;
use shared::protocol::GOT_EVERY;
use shared::protocol::widget::{ShopperCommand, ShopperEvent};
use tokio::time::{Instant, sleep_until, timeout_at};

use crate::Span;
use crate::figures::{Counted, Figures};
use crate::process::Process;
use crate::target::{Address, Socket, Target, fresh_cid, next_text, send};

/// How many clients share a room.
const CLIENTS: usize = 2;

/// How long a message may take before the run is given up.
const PATIENCE: Duration = Duration::from_secs(10);

/// When counting begins, and when it ends.
#[derive(Clone, Copy)]
struct Window {
    begins: Instant,
    ends: Instant,
}

/// Loads so many rooms.
pub async fn measure(
    address: &Address,
    rooms: usize,
    span: Span,
    server: Process,
) -> Result<Figures> {
    let sockets = open(address, rooms).await?;
    // Each new case moves the queue, and all who wait are told: that is not a message's to pay.
    server.rest()?;
    let begins = Instant::now() + span.warm_up();
    let window = Window {
        begins,
        ends: begins + span.counted(),
    };
    let clients = sockets
        .into_iter()
        .map(|socket| tokio::spawn(converse(socket, address.target, window)));
    let clients: Vec<_> = clients.collect();

    sleep_until(window.begins).await;
    let before = (server.cpu()?, Process::this().cpu()?);
    sleep_until(window.ends).await;
    let after = (server.cpu()?, Process::this().cpu()?);

    let latencies: Result<Vec<_>> = try_join_all(clients).await?.into_iter().collect();
    server.rest()?;
    let counted = Counted {
        latencies: latencies?.concat(),
        lasted: span.counted(),
        server_cpu: after.0.saturating_sub(before.0),
        client_cpu: after.1.saturating_sub(before.1),
    };
    Ok(counted.figures())
}

async fn open(address: &Address, rooms: usize) -> Result<Vec<Socket>> {
    let mut sockets = Vec::with_capacity(rooms * CLIENTS);
    for _ in 0..rooms {
        let mut opened = address.open_room(CLIENTS).await?;
        if address.target == Target::Grelot {
            let first = opened.first_mut().context("a room has clients")?;
            call_human(first).await?;
        }
        sockets.append(&mut opened);
    }
    Ok(sockets)
}

/// Puts the conversation into a human's hands, so that the bot is silent and a message is one event.
async fn call_human(socket: &mut Socket) -> Result<()> {
    let wanted = fresh_cid();
    let call = ShopperCommand::RequestHuman {
        cid: wanted.clone(),
    };
    send(socket, &call).await?;
    loop {
        let text = next_text(socket).await?;
        match serde_json::from_str(&text)? {
            ShopperEvent::Acked { cid, .. } if cid == wanted => return Ok(()),
            _ => {}
        }
    }
}

/// Sends, waits for its own message, and sends again. Returns how long each took that came back within the window.
async fn converse(mut socket: Socket, target: Target, window: Window) -> Result<Vec<Duration>> {
    let mut latencies = Vec::new();
    let mut unsaid = 0;
    while Instant::now() < window.ends {
        let (frame, mut pending) = target.message()?;
        let sent = Instant::now();
        socket.send(frame).await?;
        loop {
            let text = timeout_at(sent + PATIENCE, next_text(&mut socket)).await;
            let text = text.context("a message never came back")??;
            unsaid += text.len();
            if target == Target::Grelot && unsaid >= GOT_EVERY as usize {
                unsaid = 0;
                send(&mut socket, &ShopperCommand::Got).await?;
            }
            if pending.is_settled_by(&text)? {
                break;
            }
        }
        let back = Instant::now();
        if (window.begins..window.ends).contains(&back) {
            latencies.push(back - sent);
        }
    }
    // The other clients of the room still talk: a closing frame that crosses theirs is no failure.
    let _ = socket.close(None).await;
    Ok(latencies)
}
