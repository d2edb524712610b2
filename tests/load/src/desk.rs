//! From a shopper's word to an agent's socket: until the list shows it, and until the dossier of a
//! case that was handed off is there.
//!
//! One shopper after the other, with the edge at rest between: these are delays, not a load.

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use serde::Serialize;
use serde_json::json;
use shared::ids::ContactId;
use shared::protocol::SUBPROTOCOL;
use shared::protocol::desk::{AgentCommand, AgentEvent};
use shared::protocol::widget::{ConversationState, ShopperCommand};
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;

use crate::figures::Delays;
use crate::process::Process;
use crate::target::{Address, Socket, fresh_cid, next_text, open_all, send};

/// How long a frame may take before the run is given up.
const PATIENCE: Duration = Duration::from_secs(10);

/// What was measured.
#[derive(Serialize)]
pub struct Figures {
    /// From the request for a human to the dossier.
    dossier: Delays,
    /// The same right after other words, of which the desk has just heard.
    dossier_in_a_burst: Delays,
    /// From a shopper's word to the list.
    list: Delays,
}

/// Has so many shoppers come to a human, half of them in the middle of a burst of words.
pub async fn measure(address: &Address, shoppers: usize, server: Process) -> Result<Figures> {
    let mut agent = sign_in(address).await?;
    let (mut calm, mut hurried, mut list) = (Vec::new(), Vec::new(), Vec::new());
    let mut before = BTreeSet::new();
    for number in 0..shoppers {
        let opened = address.open_room(1).await?;
        let mut shopper = opened.into_iter().next().context("a room has a client")?;
        send(&mut shopper, &say("Bonjour")).await?;
        let contact = new_case(&mut agent, &mut before).await?;
        server.rest()?;
        let is_hurried = number % 2 == 1;
        if is_hurried {
            for word in ["Allô", "Bonsoir", "Vous êtes là"] {
                send(&mut shopper, &say(word)).await?;
            }
        }
        let delay = dossier(&mut shopper, &mut agent, &contact).await?;
        if is_hurried { &mut hurried } else { &mut calm }.push(delay);
        send(
            &mut agent,
            &AgentCommand::LeaveCase {
                contact: contact.clone(),
            },
        )
        .await?;
        server.rest()?;
        let words = format!("Alors {number}");
        let sent = Instant::now();
        send(&mut shopper, &say(&words)).await?;
        shown(&mut agent, &words).await?;
        list.push(sent.elapsed());
        shopper.close(None).await?;
    }
    Ok(Figures {
        dossier: Delays::of(calm),
        dossier_in_a_burst: Delays::of(hurried),
        list: Delays::of(list),
    })
}

/// Opens the desk as the merchant's agent, who takes cases by hand.
async fn sign_in(address: &Address) -> Result<Socket> {
    let merchant = address.merchant()?;
    let session = ureq::post(&format!("{}/desk/api/session", address.url))
        .header("origin", &address.url)
        .send_json(json!({
            "site": merchant.site,
            "email": merchant.agent.email,
            "password": merchant.agent.password,
        }))
        .context("the agent could not sign in")?;
    let cookie = session.headers().get("set-cookie").context("no cookie")?;
    let cookie = cookie.to_str()?.split(';').next().unwrap_or_default();
    let mut request = format!("{}/desk/socket", address.socket_url()).into_client_request()?;
    let headers = request.headers_mut();
    headers.insert("cookie", cookie.parse()?);
    headers.insert("origin", address.url.parse()?);
    headers.insert("sec-websocket-protocol", SUBPROTOCOL.parse()?);
    let mut agent = open_all(request, 1).await?.pop().context("one socket")?;
    send(&mut agent, &AgentCommand::Hello).await?;
    told(&mut agent, |frame| {
        matches!(frame, AgentEvent::Welcome { .. }).then_some(())
    })
    .await?;
    Ok(agent)
}

/// Waits until the list shows a case that is not among those that were there before.
async fn new_case(agent: &mut Socket, before: &mut BTreeSet<ContactId>) -> Result<ContactId> {
    let contact = told(agent, |frame| match frame {
        AgentEvent::CaseChanged { case } if !before.contains(&case.contact) => Some(case.contact),
        _ => None,
    })
    .await?;
    before.insert(contact.clone());
    Ok(contact)
}

/// Waits until the list shows a shopper's words.
async fn shown(agent: &mut Socket, words: &str) -> Result<()> {
    told(agent, |frame| match frame {
        AgentEvent::CaseChanged { case } => (case.preview == words).then_some(()),
        _ => None,
    })
    .await
}

/// How long after the request for a human the dossier is there.
async fn dossier(
    shopper: &mut Socket,
    agent: &mut Socket,
    contact: &ContactId,
) -> Result<Duration> {
    let asked = Instant::now();
    send(shopper, &ShopperCommand::RequestHuman { cid: fresh_cid() }).await?;
    told(agent, |frame| match frame {
        AgentEvent::CaseChanged { case } if case.contact == *contact => {
            matches!(case.state, ConversationState::Queued { .. }).then_some(())
        }
        _ => None,
    })
    .await?;
    let open = AgentCommand::OpenCase {
        contact: contact.clone(),
    };
    send(agent, &open).await?;
    told(agent, |frame| match frame {
        AgentEvent::CaseOpened { dossier, .. } => dossier.map(drop),
        _ => None,
    })
    .await?;
    Ok(asked.elapsed())
}

fn say(text: &str) -> ShopperCommand {
    ShopperCommand::Send {
        cid: fresh_cid(),
        text: text.to_owned(),
    }
}

/// Reads frames until one is as wanted.
async fn told<T>(agent: &mut Socket, pick: impl Fn(AgentEvent) -> Option<T>) -> Result<T> {
    let read = async {
        loop {
            let frame = serde_json::from_str(&next_text(agent).await?)?;
            if let Some(picked) = pick(frame) {
                return anyhow::Ok(picked);
            }
        }
    };
    timeout(PATIENCE, read)
        .await
        .context("an agent was not told")?
}
