//! All sockets are cut at once: how soon does everybody have a socket again, and how many come back
//! in one second?

use std::time::Duration;

use anyhow::{Context, Result};
use futures_util::future::try_join_all;
use serde::Serialize;
use shared::client::link::{Input, Link};
use shared::protocol::session::{Session, SessionRequest};
use shared::time::Timestamp;
use tokio::task::spawn_blocking;
use tokio::time::{Instant, sleep};
use tokio_tungstenite::tungstenite::client::IntoClientRequest;

use crate::figures::Delays;
use crate::idle::ASLEEP;
use crate::process::Process;
use crate::target::{Address, Held, Socket, Target, open, open_visitors};

/// How long a client tries.
const PATIENCE: Duration = Duration::from_mins(2);

/// What became of the crowd.
#[derive(Serialize)]
pub struct Storm {
    /// How many sockets were cut.
    sockets: usize,
    /// How many of them were one visitor's.
    each: usize,
    /// How long it took until each was back.
    back: Delays,
    /// The most that came back within one second, in percent of all.
    peak_percent: f64,
    /// How many attempts failed meanwhile.
    failures: u32,
    /// The server's processor time for each, in milliseconds.
    cpu: f64,
}

/// Who comes back, and how.
enum Visitor {
    /// To a baseline's room.
    Room { url: String },
    /// To Grelot: by the ticket that the last socket gave, or by a session.
    Shopper {
        url: String,
        sessions_url: String,
        token: Option<String>,
        held: Held,
    },
}

/// Opens so many sockets, so many of each visitor, lets their objects fall asleep, cuts them, and has each come
/// back as a client does whose shopper isn't looking.
pub async fn measure(
    address: &Address,
    sockets: usize,
    each: usize,
    server: Process,
) -> Result<Storm> {
    let mut crowd: Vec<(Visitor, Socket)> = Vec::with_capacity(sockets);
    for at in 0..sockets {
        let mut visitor = match crowd.last() {
            Some((visitor, _)) if !at.is_multiple_of(each) => visitor.on_another_device(),
            _ => Visitor::of(address)?,
        };
        let socket = visitor.arrive().await?;
        crowd.push((visitor, socket));
    }
    sleep(ASLEEP).await;
    server.rest()?;
    let used = server.cpu()?;
    let cut_at = Instant::now();
    let returning = crowd.into_iter().map(|(visitor, socket)| {
        drop(socket);
        tokio::spawn(visitor.come_back(cut_at))
    });
    let returned: Result<Vec<_>> = try_join_all(returning.collect::<Vec<_>>())
        .await?
        .into_iter()
        .collect();
    let returned = returned?;
    let failures = returned.iter().map(|(_, _, failures)| failures).sum();
    let mut took: Vec<Duration> = returned.iter().map(|(took, ..)| *took).collect();
    took.sort_unstable();
    let cpu = server.cpu()?.saturating_sub(used);
    Ok(Storm {
        sockets,
        each,
        cpu: cpu.as_secs_f64() * 1e3 / f64::from(u32::try_from(sockets.max(1))?),
        peak_percent: peak(&took),
        back: Delays::of(took),
        failures,
    })
}

impl Visitor {
    /// A new one: of a room of their own, or a new shopper.
    fn of(address: &Address) -> Result<Self> {
        if address.target != Target::Grelot {
            let url = address.fresh_room();
            return Ok(Self::Room { url });
        }
        let url = address.url.clone();
        let sessions_url = format!("{url}/api/v1/sites/{}/sessions", address.merchant()?.site);
        Ok(Self::Shopper {
            url,
            sessions_url,
            token: None,
            held: Held::default(),
        })
    }

    /// The same visitor, who holds nothing there yet.
    fn on_another_device(&self) -> Self {
        match self {
            Self::Room { url } => Self::Room { url: url.clone() },
            Self::Shopper {
                url,
                sessions_url,
                token,
                ..
            } => Self::Shopper {
                url: url.clone(),
                sessions_url: sessions_url.clone(),
                token: token.clone(),
                held: Held::default(),
            },
        }
    }

    /// Opens a socket; a shopper opens a session before, and is welcomed.
    async fn arrive(&mut self) -> Result<Socket> {
        let (url, sessions_url, token, held) = match self {
            Self::Room { url } => return open(url.as_str().into_client_request()?).await,
            Self::Shopper {
                url,
                sessions_url,
                token,
                held,
            } => (url, sessions_url, token, held),
        };
        if let Some(ticket) = held.way_back.take() {
            return open_visitors(url, &ticket, held).await;
        }
        let (asked_at, visitor) = (sessions_url.clone(), token.clone());
        let session: Session = spawn_blocking(move || -> Result<Session> {
            let request = SessionRequest {
                visitor,
                ..SessionRequest::default()
            };
            let mut answer = ureq::post(&asked_at).send_json(request)?;
            Ok(answer.body_mut().read_json()?)
        })
        .await??;
        if session.visitor.is_some() {
            *token = session.visitor;
        }
        open_visitors(url, &session.ticket, held).await
    }

    /// Waits and tries as a client does. Returns how long it took, the socket, and how many
    /// attempts failed.
    async fn come_back(mut self, cut_at: Instant) -> Result<(Duration, Socket, u32)> {
        let mut link = Link::unwatched();
        for failures in 0.. {
            link = link.step(Input::Tick, Timestamp(0), 0).0;
            link = link.step(Input::Closed, Timestamp(0), fastrand::u32(..)).0;
            let wait = link.wake_at().map_or(0, |at| at.0);
            sleep(Duration::from_millis(wait.unsigned_abs())).await;
            link = link.step(Input::Woken, Timestamp(0), 0).0;
            match self.arrive().await {
                Ok(socket) => return Ok((cut_at.elapsed(), socket, failures)),
                Err(error) if cut_at.elapsed() > PATIENCE => {
                    return Err(error).context("a client never came back");
                }
                Err(_) => {}
            }
        }
        unreachable!("there is always another attempt")
    }
}

/// The most that came back within one second, in percent of all.
fn peak(took: &[Duration]) -> f64 {
    let most = took
        .iter()
        .enumerate()
        .map(|(first, from)| {
            let until = *from + Duration::from_secs(1);
            took[first..].partition_point(|at| *at < until)
        })
        .max()
        .unwrap_or_default();
    #[expect(clippy::cast_precision_loss, reason = "thousands, not quadrillions")]
    let percent = most as f64 * 100.0 / took.len().max(1) as f64;
    percent
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_peak_is_any_second_not_one_of_the_clock() {
        let took = [0, 900, 1_100, 1_800, 5_000].map(Duration::from_millis);
        assert!((peak(&took) - 60.0).abs() < 1e-9);
        assert!(peak(&[]) < 1e-9);
    }
}
