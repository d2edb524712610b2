//! A socket with a mailbox: frames that a test is not looking for yet stay where they are.

use std::collections::VecDeque;
use std::fmt::{self, Debug};
use std::time::Duration;

use anyhow::{Context, Result, bail};
use futures_util::{SinkExt, StreamExt};
use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::protocol::widget::ShopperCommand;
use shared::protocol::{GOT_EVERY, PONG};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::{self, Message};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async};

use crate::PATIENCE;

/// An open socket that receives frames of type `E`.
pub struct Socket<E> {
    stream: WebSocketStream<MaybeTlsStream<TcpStream>>,
    mailbox: VecDeque<E>,
    pongs: u32,
    /// Every frame that has come, as it was written.
    heard: String,
    /// How much was read since the edge was told so, in bytes.
    unsaid: usize,
}

/// What came in.
enum Arrived {
    /// A frame, now the last of the mailbox, or a pong.
    Something,
    /// The end, with the close code if there was one.
    End(Option<u16>),
}

/// Why a socket was not opened.
#[derive(Debug)]
pub enum NotOpened {
    /// The edge answered the upgrade with another status than 101.
    Status(u16),
    /// There was no answer.
    Unreachable(String),
}

impl fmt::Display for NotOpened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status(status) => write!(f, "the upgrade was answered {status}"),
            Self::Unreachable(why) => f.write_str(why),
        }
    }
}

impl std::error::Error for NotOpened {}

impl<E: DeserializeOwned + Debug> Socket<E> {
    /// Opens a socket with the given headers; the address is an `http:` one.
    pub async fn open(url: &str, headers: &[(&'static str, String)]) -> Result<Self, NotOpened> {
        let unreachable = |error: &dyn fmt::Display| NotOpened::Unreachable(error.to_string());
        let mut request = url
            .replacen("http", "ws", 1)
            .into_client_request()
            .map_err(|error| unreachable(&error))?;
        for (name, value) in headers {
            let value = value.parse().map_err(|error| unreachable(&error))?;
            request.headers_mut().insert(*name, value);
        }
        match timeout(PATIENCE, connect_async(request)).await {
            Ok(Ok((stream, _))) => Ok(Self {
                stream,
                mailbox: VecDeque::new(),
                pongs: 0,
                heard: String::new(),
                unsaid: 0,
            }),
            Ok(Err(tungstenite::Error::Http(answer))) => {
                Err(NotOpened::Status(answer.status().as_u16()))
            }
            Ok(Err(error)) => Err(unreachable(&error)),
            Err(elapsed) => Err(unreachable(&elapsed)),
        }
    }

    /// Sends a command.
    pub async fn tell<C: Serialize>(&mut self, command: &C) -> Result<()> {
        let text = serde_json::to_string(command)?;
        self.send(Message::text(text)).await
    }

    /// Sends any frame.
    pub async fn send(&mut self, frame: Message) -> Result<()> {
        Ok(timeout(PATIENCE, self.stream.send(frame)).await??)
    }

    /// Takes the first frame of which `pick` makes something, waiting until it comes; the others
    /// stay. An error when it does not come in time or the socket ends before.
    pub async fn take<T>(&mut self, mut pick: impl FnMut(&E) -> Option<T>) -> Result<T> {
        let mut looked_at = 0;
        timeout(PATIENCE, async {
            loop {
                while let Some(frame) = self.mailbox.get(looked_at) {
                    if let Some(found) = pick(frame) {
                        self.mailbox.remove(looked_at);
                        return Ok(found);
                    }
                    looked_at += 1;
                }
                if let Arrived::End(code) = self.receive().await? {
                    bail!("the socket ended ({code:?})");
                }
            }
        })
        .await
        .unwrap_or_else(|_| bail!("nothing within {PATIENCE:?}"))
        .with_context(|| format!("not among {:?}", self.mailbox))
    }

    /// The next frame, whatever it is; `None` when none comes within so long.
    pub async fn next_within(&mut self, patience: Duration) -> Result<Option<E>> {
        if let Some(frame) = self.mailbox.pop_front() {
            return Ok(Some(frame));
        }
        match timeout(patience, self.receive()).await {
            Ok(arrived) => match arrived? {
                Arrived::Something => Ok(self.mailbox.pop_front()),
                Arrived::End(code) => bail!("the socket ended ({code:?})"),
            },
            Err(_) => Ok(None),
        }
    }

    /// Waits for a pong.
    pub async fn pong(&mut self) -> Result<()> {
        timeout(PATIENCE, async {
            while self.pongs == 0 {
                if let Arrived::End(code) = self.receive().await? {
                    bail!("the socket ended ({code:?})");
                }
            }
            self.pongs -= 1;
            Ok(())
        })
        .await?
    }

    /// Waits until the edge closes the socket, and answers its close frame; returns the code.
    pub async fn closed(&mut self) -> Result<Option<u16>> {
        timeout(PATIENCE, async {
            loop {
                if let Arrived::End(code) = self.receive().await? {
                    // The answer goes out while the rest is read.
                    while let Some(Ok(_)) = self.stream.next().await {}
                    return Ok(code);
                }
            }
        })
        .await?
    }

    /// Every frame that has come so far, as it was written.
    pub fn heard(&self) -> &str {
        &self.heard
    }

    /// Every frame that has come and that nobody took.
    pub fn mailbox(&self) -> impl Iterator<Item = &E> {
        self.mailbox.iter()
    }

    /// Drops frames from the mailbox.
    pub fn drop_frames(&mut self, unwanted: impl Fn(&E) -> bool) {
        self.mailbox.retain(|frame| !unwanted(frame));
    }

    /// Says what was read, as every client does.
    async fn got(&mut self, bytes: usize) -> Result<()> {
        self.unsaid += bytes;
        if self.unsaid >= GOT_EVERY as usize {
            self.unsaid = 0;
            self.tell(&ShopperCommand::Got).await?;
        }
        Ok(())
    }

    async fn receive(&mut self) -> Result<Arrived> {
        match self.stream.next().await {
            Some(Ok(Message::Text(text))) if text.as_str() == PONG => self.pongs += 1,
            Some(Ok(Message::Text(text))) => {
                self.got(text.len()).await?;
                self.heard += &text;
                let frame = serde_json::from_str(&text)
                    .with_context(|| format!("a frame of no known type: {text}"))?;
                self.mailbox.push_back(frame);
            }
            Some(Ok(Message::Close(close))) => {
                return Ok(Arrived::End(close.map(|close| close.code.into())));
            }
            Some(Ok(_)) => {}
            Some(Err(_)) | None => return Ok(Arrived::End(None)),
        }
        Ok(Arrived::Something)
    }
}
