//! What is measured: Grelot, or a baseline. How each is connected to and spoken to.

use std::path::PathBuf;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::{Context, Result, bail};
use clap::ValueEnum;
use futures_util::{SinkExt, StreamExt};
use serde::{Deserialize, Serialize};
use shared::ids::Cid;
use shared::protocol::session::{Session, SessionRequest};
use shared::protocol::widget::{Fact, Message as ChatMessage, ShopperCommand, ShopperEvent};
use shared::protocol::{SUBPROTOCOL, TICKET_PREFIX};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::handshake::client::Request;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async_with_config};

use crate::demo_file::DemoFile;

/// An open socket.
pub type Socket = WebSocketStream<MaybeTlsStream<TcpStream>>;

/// Where the server is, and which of them it is.
#[derive(clap::Args)]
pub struct Address {
    /// Which server it is
    #[arg(long)]
    pub target: Target,
    /// Its address, without a trailing slash
    #[arg(long)]
    pub url: String,
    /// The merchant's file; Grelot only
    #[arg(long)]
    demo_file: Option<PathBuf>,
}

/// Which server it is.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Target {
    /// Returns frames
    Echo,
    /// Keeps a row and broadcasts
    Chat,
    /// Keeps a message once and acknowledges it, in Grelot's own frames
    Keep,
    /// Keeps webhooks, and takes no messages
    Insert,
    /// The real thing
    Grelot,
}

/// A message on its way, and what of it has come back.
pub struct Pending {
    target: Target,
    /// How its own sender knows it again.
    mark: String,
    shown: bool,
    acked: bool,
}

/// What a shopper's client has when its socket is lost.
#[derive(Default)]
pub struct Held {
    /// The ticket for the way back, if one was given.
    pub way_back: Option<String>,
    epoch: Option<u32>,
    last_seq: Option<u64>,
}

/// What the chat baseline sends to a room.
#[derive(Deserialize)]
struct Row<'a> {
    text: &'a str,
}

impl Address {
    /// The merchant; an error for a baseline, which has none.
    pub fn merchant(&self) -> Result<DemoFile> {
        let file = self.demo_file.as_ref();
        DemoFile::read(file.context("--demo-file is required for Grelot")?)
    }

    /// Opens so many sockets into a new room: for Grelot, a new visitor's conversation. The baselines' rooms are as new,
    /// for a database that was written to before is faster.
    pub async fn open_room(&self, sockets: usize) -> Result<Vec<Socket>> {
        if self.target != Target::Grelot {
            let request = self.fresh_room().into_client_request()?;
            return open_all(request, sockets).await;
        }
        let request = upgrade(&self.url, &self.ticket()?)?;
        let mut opened = open_all(request, sockets).await?;
        for socket in &mut opened {
            greet(socket, &mut Held::default()).await?;
        }
        Ok(opened)
    }

    /// A new visitor's way in. All sockets of the visitor may share it: it is good for a minute.
    fn ticket(&self) -> Result<String> {
        let url = format!(
            "{}/api/v1/sites/{}/sessions",
            self.url,
            self.merchant()?.site
        );
        let asked = ureq::post(&url).send_json(SessionRequest::default());
        let session: Session = asked
            .with_context(|| format!("no session at {url}"))?
            .body_mut()
            .read_json()?;
        Ok(session.ticket)
    }

    /// Where a baseline's new room is.
    pub fn fresh_room(&self) -> String {
        format!("{}/rooms/{}", self.socket_url(), fresh_cid().as_str())
    }

    /// Where sockets are opened.
    pub fn socket_url(&self) -> String {
        self.url.replacen("http", "ws", 1)
    }
}

impl Target {
    /// Whether a message is acknowledged, and in Grelot's frames.
    fn acknowledges(self) -> bool {
        matches!(self, Self::Keep | Self::Grelot)
    }

    /// A new message: the frame that carries it, and what to wait for.
    pub fn message(self) -> Result<(Message, Pending)> {
        let cid = fresh_cid();
        // The same words for all: 32 characters that differ, and a few that do not.
        let text = format!("{} bonjour", cid.as_str());
        let (frame, mark) = match self {
            Self::Echo | Self::Chat => (text.clone(), text),
            Self::Insert => bail!("this baseline takes no messages"),
            Self::Keep | Self::Grelot => {
                let mark = cid.as_str().to_owned();
                let command = ShopperCommand::Send { cid, text };
                (serde_json::to_string(&command)?, mark)
            }
        };
        let pending = Pending {
            target: self,
            mark,
            shown: false,
            acked: !self.acknowledges(),
        };
        Ok((Message::text(frame), pending))
    }
}

impl Pending {
    /// Takes a frame. Says whether the message is now back as a whole: shown, and where that is promised acknowledged too.
    pub fn is_settled_by(&mut self, frame: &str) -> Result<bool> {
        match self.target {
            Target::Echo | Target::Insert => self.shown |= frame == self.mark,
            Target::Chat => self.shown |= serde_json::from_str::<Row>(frame)?.text == self.mark,
            Target::Keep | Target::Grelot => match serde_json::from_str(frame)? {
                ShopperEvent::Acked { cid, events, .. } => {
                    self.acked |= cid.as_str() == self.mark;
                    self.shown |= events.iter().any(|event| self.is_named_by(&event.fact));
                }
                ShopperEvent::Events { events, .. } => {
                    self.shown |= events.iter().any(|event| self.is_named_by(&event.fact));
                }
                ShopperEvent::Refused { code, .. } => bail!("the edge refused a message: {code:?}"),
                _ => {}
            },
        }
        Ok(self.shown && self.acked)
    }

    fn is_named_by(&self, fact: &Fact) -> bool {
        let Fact::Message(ChatMessage { cid: Some(cid), .. }) = fact else {
            return false;
        };
        cid.as_str() == self.mark
    }
}

/// Opens a visitor's socket, and resumes.
pub async fn open_visitors(url: &str, ticket: &str, held: &mut Held) -> Result<Socket> {
    let mut socket = open(upgrade(url, ticket)?).await?;
    greet(&mut socket, held).await?;
    Ok(socket)
}

/// Sends a command as text.
pub async fn send(socket: &mut Socket, command: &impl Serialize) -> Result<()> {
    let text = serde_json::to_string(command)?;
    Ok(socket.send(Message::text(text)).await?)
}

/// Waits for the next text frame.
pub async fn next_text(socket: &mut Socket) -> Result<String> {
    loop {
        let frame = socket
            .next()
            .await
            .context("the server closed a socket")??;
        if let Message::Text(text) = frame {
            return Ok(text.to_string());
        }
    }
}

/// A name for a command, or a room, that no other has: of this run or of one before at the same server.
pub fn fresh_cid() -> Cid {
    static RUN: LazyLock<u64> = LazyLock::new(|| fastrand::u64(..));
    static NEXT: AtomicU64 = AtomicU64::new(1);
    let next = NEXT.fetch_add(1, Ordering::Relaxed);
    Cid(format!("{:016x}{next:016x}", *RUN))
}

/// Asks for a shopper's socket.
fn upgrade(url: &str, ticket: &str) -> Result<Request> {
    let url = format!("{}/socket", url.replacen("http", "ws", 1));
    let mut request = url.into_client_request()?;
    let protocols = format!("{SUBPROTOCOL}, {TICKET_PREFIX}{ticket}");
    let headers = request.headers_mut();
    headers.insert("sec-websocket-protocol", protocols.parse()?);
    Ok(request)
}

/// Opens so many sockets.
pub async fn open_all(request: Request, sockets: usize) -> Result<Vec<Socket>> {
    let mut opened = Vec::with_capacity(sockets);
    for _ in 0..sockets {
        opened.push(open(request.clone()).await?);
    }
    Ok(opened)
}

/// Opens a socket.
pub async fn open(request: Request) -> Result<Socket> {
    // Nagle's algorithm would be measured otherwise.
    let (socket, _) = connect_async_with_config(request, None, true)
        .await
        .context("a socket did not open")?;
    Ok(socket)
}

/// Says hello, and waits for the replay that ends the welcome.
async fn greet(socket: &mut Socket, held: &mut Held) -> Result<()> {
    let hello = ShopperCommand::Hello {
        epoch: held.epoch,
        last_seq: held.last_seq,
        language: None,
    };
    send(socket, &hello).await?;
    loop {
        let text = next_text(socket).await?;
        match serde_json::from_str(&text)? {
            ShopperEvent::Ticket { ticket } => held.way_back = Some(ticket),
            ShopperEvent::Welcome { epoch, head, .. } => {
                held.epoch = Some(epoch);
                held.last_seq = Some(head);
            }
            ShopperEvent::Events { .. } => return Ok(()),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pending(target: Target) -> Pending {
        Pending {
            target,
            mark: "m".to_owned(),
            shown: false,
            acked: !target.acknowledges(),
        }
    }

    #[test]
    fn a_baseline_settles_a_message_by_showing_it() {
        let mut echoed = pending(Target::Echo);
        assert!(!echoed.is_settled_by("other").unwrap());
        assert!(echoed.is_settled_by("m").unwrap());
        let mut kept = pending(Target::Chat);
        assert!(!kept.is_settled_by(r#"{"id":1,"text":"other"}"#).unwrap());
        assert!(kept.is_settled_by(r#"{"id":2,"text":"m"}"#).unwrap());
    }

    #[test]
    fn grelot_settles_a_message_by_showing_and_acknowledging_it() {
        let shown = r#"{"type":"events","more":false,"events":[{"seq":1,"at":0,"conversation":1,
            "fact":{"kind":"message","author":{"by":"shopper"},"text":"x","cid":"m"}}]}"#;
        let acked = r#"{"type":"acked","cid":"m","seq":1}"#;
        let whole = shown.replace("events\",\"more\":false", "acked\",\"cid\":\"m\",\"seq\":1");
        assert!(pending(Target::Grelot).is_settled_by(&whole).unwrap());
        let foreign = r#"{"type":"acked","cid":"n","seq":1}"#;
        for (first, second) in [(shown, acked), (acked, shown)] {
            let mut sent = pending(Target::Grelot);
            assert!(!sent.is_settled_by(first).unwrap());
            assert!(!sent.is_settled_by(foreign).unwrap());
            assert!(sent.is_settled_by(second).unwrap());
        }
    }

    #[test]
    fn a_refused_message_ends_the_load() {
        let refused = r#"{"type":"refused","cid":"m","code":"too_fast","retry_after":1}"#;
        assert!(pending(Target::Grelot).is_settled_by(refused).is_err());
    }
}
