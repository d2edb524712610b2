//! A shopper's client.
//!
//! ```no_run
//! # async fn example(site: tests::site::Site) {
//! use tests::shopper::Shopper;
//! let mut shopper = Shopper::new(&site).await;
//! let seq = shopper.say("Où est ma commande ?").await;
//! # }
//! ```
//!
//! It folds every event that it receives into [`Shopper::history`], and panics when two events of
//! one number differ.

use std::collections::BTreeMap;

use anyhow::{Result, bail, ensure};
use serde_json::json;
use shared::ids::{Cid, ContactId};
use shared::language::Language;
use shared::notice::NoticeKind;
use shared::order::OrderView;
use shared::protocol::session::{HashedIdentifier, Session};
use shared::protocol::widget::{Author, Event, Fact, Message, ShopperCommand, ShopperEvent};
use shared::protocol::{MAX_REPLAY, Refusal, SUBPROTOCOL, TICKET_PREFIX};

use crate::http::{Answer, Request};
use crate::random_hex;
use crate::site::Site;
use crate::socket::{NotOpened, Socket};

/// Who opens a session.
#[derive(Clone, Debug, Default)]
pub struct Credentials {
    /// A visitor token from an earlier session.
    pub visitor: Option<String>,
    /// An identity token that the shop signed.
    pub identity: Option<String>,
    /// An identifier that the shop named with a hash, and the hash.
    pub identifier: Option<HashedIdentifier>,
    /// The language of the page.
    pub language: Language,
}

/// A connected shopper.
pub struct Shopper {
    /// The socket, for frames that no method here sends.
    pub socket: Socket<ShopperEvent>,
    /// Which contact this is.
    pub contact: ContactId,
    /// The epoch of the events.
    pub epoch: u32,
    /// Every event received, by number.
    pub history: BTreeMap<u64, Event>,
    /// Who this is, for further sessions.
    pub credentials: Credentials,
    site: Site,
}

impl Shopper {
    /// A new visitor on a French page, connected and welcomed.
    pub async fn new(site: &Site) -> Self {
        Self::with(site, Credentials::default()).await
    }

    /// A shopper with credentials, connected and welcomed.
    pub async fn with(site: &Site, credentials: Credentials) -> Self {
        Self::connect(site, credentials)
            .await
            .expect("a shopper connects")
    }

    /// Opens a session and a socket and says hello; an error when the edge is not there.
    pub async fn connect(site: &Site, mut credentials: Credentials) -> Result<Self> {
        let session = open_session(site, &credentials).await?;
        if session.visitor.is_some() {
            credentials.visitor.clone_from(&session.visitor);
        }
        Self::with_ticket(site, &session.ticket, credentials).await
    }

    /// Opens a socket with a ticket and says hello. The credentials are for later sessions.
    pub async fn with_ticket(site: &Site, ticket: &str, credentials: Credentials) -> Result<Self> {
        let mut shopper = Self {
            socket: open_socket(site, ticket).await?,
            contact: ContactId(String::new()),
            epoch: 0,
            history: BTreeMap::new(),
            credentials,
            site: site.clone(),
        };
        shopper.hello(None, None).await?;
        Ok(shopper)
    }

    /// Another socket of the same shopper, with nothing but the credentials.
    pub async fn another(&self) -> Self {
        Self::with(&self.site, self.credentials.clone()).await
    }

    /// Connects anew and resumes after the last event of the history; an error when the edge is
    /// not there.
    pub async fn resume(&mut self) -> Result<()> {
        let session = open_session(&self.site, &self.credentials).await?;
        self.socket = open_socket(&self.site, &session.ticket).await?;
        self.hello(Some(self.epoch), Some(self.last_seq())).await
    }

    /// The visitor token that the edge gave, if it gave one.
    pub fn visitor_token(&self) -> Option<&str> {
        self.credentials.visitor.as_deref()
    }

    /// The number up to which the history has no gap.
    pub fn last_seq(&self) -> u64 {
        let gapless = self
            .history
            .keys()
            .zip(1..)
            .take_while(|(seq, place)| *seq == place);
        gapless.count() as u64
    }

    /// Says something and waits for the acknowledgement; answers the event's number.
    pub async fn say(&mut self, text: &str) -> u64 {
        let cid = new_cid();
        self.tell(&ShopperCommand::Send {
            cid: cid.clone(),
            text: text.to_owned(),
        })
        .await;
        self.acked(&cid).await
    }

    /// Shows that an order is the shopper's and waits for the acknowledgement.
    pub async fn verify(&mut self, number: &str, proof: &str) -> u64 {
        let cid = new_cid();
        self.tell(&verify_order(&cid, number, proof)).await;
        self.acked(&cid).await
    }

    /// Asks for a human and waits for the acknowledgement.
    pub async fn ask_for_human(&mut self) -> u64 {
        let cid = new_cid();
        self.tell(&ShopperCommand::RequestHuman { cid: cid.clone() })
            .await;
        self.acked(&cid).await
    }

    /// Sends a command.
    pub async fn tell(&mut self, command: &ShopperCommand) {
        self.socket.tell(command).await.expect("the socket is open");
    }

    /// Waits for the acknowledgement of a command. Panics when it is refused instead.
    pub async fn acked(&mut self, cid: &Cid) -> u64 {
        match self.outcome(cid).await.expect("an answer to the command") {
            Ok(seq) => seq,
            Err((code, _)) => panic!("the command was refused: {code:?}"),
        }
    }

    /// Waits for the refusal of a command. Panics when it is acknowledged instead.
    pub async fn refused(&mut self, cid: &Cid) -> (Refusal, Option<u32>) {
        match self.outcome(cid).await.expect("an answer to the command") {
            Ok(seq) => panic!("the command was acknowledged as {seq}"),
            Err(refusal) => refusal,
        }
    }

    /// Waits for what became of a command: its event's number, or the refusal.
    pub async fn outcome(&mut self, cid: &Cid) -> Result<Result<u64, (Refusal, Option<u32>)>> {
        self.frame(|frame| match frame {
            ShopperEvent::Acked { cid: of, seq, .. } if of == cid => Some(Ok(*seq)),
            ShopperEvent::Refused {
                cid: Some(of),
                code,
                retry_after,
            } if of == cid => Some(Err((*code, *retry_after))),
            _ => None,
        })
        .await
    }

    /// Takes the first frame of which `pick` makes something, waiting until it comes.
    pub async fn frame<T>(
        &mut self,
        mut pick: impl FnMut(&ShopperEvent) -> Option<T>,
    ) -> Result<T> {
        let mut page = Vec::new();
        let take = |frame: &ShopperEvent| {
            let found = pick(frame)?;
            page = events_of(frame).to_vec();
            Some(found)
        };
        let taken = self.socket.take(take).await;
        self.note(page);
        self.fold();
        taken
    }

    /// The first event of the history that fits, waiting until one comes.
    pub async fn event(&mut self, fits: impl Fn(&Event) -> bool) -> Event {
        loop {
            self.fold();
            if let Some(event) = self.history.values().find(|event| fits(event)) {
                return event.clone();
            }
            self.page().await.expect("the awaited event");
        }
    }

    /// The first message after a number that is not the shopper's own, waiting until it comes.
    pub async fn answer_after(&mut self, seq: u64) -> Message {
        let event = self
            .event(|event| {
                event.seq > seq && message(event).is_some_and(|m| m.author != Author::Shopper)
            })
            .await;
        message(&event).expect("it was found as a message").clone()
    }

    /// Waits for the notice of a kind; answers its words and the order as it stood.
    pub async fn notice(&mut self, kind: NoticeKind) -> (String, OrderView) {
        let event = self
            .event(|event| matches!(&event.fact, Fact::Notice { notice, .. } if *notice == kind))
            .await;
        match event.fact {
            Fact::Notice { text, order, .. } => (text, order),
            _ => unreachable!("it was found as a notice"),
        }
    }

    /// The kinds of the notices received, in order.
    pub fn notices(&self) -> Vec<NoticeKind> {
        self.history
            .values()
            .filter_map(|event| match &event.fact {
                Fact::Notice { notice, .. } => Some(*notice),
                _ => None,
            })
            .collect()
    }

    /// Waits until every event of now is in the history: frames come in order, so what comes
    /// before the answer to a command without effect is all there was.
    pub async fn settle(&mut self) {
        let cid = new_cid();
        let text = String::new();
        self.tell(&ShopperCommand::Send {
            cid: cid.clone(),
            text,
        })
        .await;
        assert_eq!(self.refused(&cid).await.0, Refusal::Empty);
    }

    /// Drops the history and reads it anew from its first event, page by page.
    pub async fn read_again(&mut self) {
        self.settle_mailbox();
        self.history.clear();
        loop {
            let after = self.last_seq();
            self.tell(&ShopperCommand::Fetch {
                after,
                limit: MAX_REPLAY,
            })
            .await;
            let more = self
                .frame(|frame| match frame {
                    ShopperEvent::Events { more, .. } => Some(*more),
                    _ => None,
                })
                .await
                .expect("a page of events");
            if !more {
                return;
            }
        }
    }

    /// Takes the pages of events that have come out of the mailbox, so that the next page is the
    /// answer to what is asked next.
    pub fn settle_mailbox(&mut self) {
        self.fold();
        self.socket
            .drop_frames(|frame| matches!(frame, ShopperEvent::Events { .. }));
    }

    /// Says hello; the welcome sets contact and epoch, the replay is folded in.
    async fn hello(&mut self, epoch: Option<u32>, last_seq: Option<u64>) -> Result<()> {
        let language = Some(self.credentials.language);
        self.socket
            .tell(&ShopperCommand::Hello {
                epoch,
                last_seq,
                language,
            })
            .await?;
        let (contact, epoch, head) = self
            .frame(|frame| match frame {
                ShopperEvent::Welcome {
                    contact,
                    epoch,
                    head,
                    ..
                } => Some((contact.clone(), *epoch, *head)),
                _ => None,
            })
            .await?;
        self.contact = contact;
        self.epoch = epoch;
        let more = self
            .frame(|frame| match frame {
                ShopperEvent::Events { more, .. } => Some(*more),
                _ => None,
            })
            .await?;
        let newest = self.history.keys().last().copied().unwrap_or(0);
        ensure!(newest >= head || more, "it ends at {newest} of {head}");
        Ok(())
    }

    /// Takes the next page of events.
    async fn page(&mut self) -> Result<()> {
        self.frame(|frame| matches!(frame, ShopperEvent::Events { .. }).then_some(()))
            .await
    }

    /// Folds the events that wait in the mailbox into the history; the frames stay there.
    fn fold(&mut self) {
        let waiting: Vec<Event> = self.socket.mailbox().flat_map(events_of).cloned().collect();
        self.note(waiting);
    }

    fn note(&mut self, events: Vec<Event>) {
        for event in events {
            let seq = event.seq;
            if let Some(known) = self.history.insert(seq, event.clone()) {
                assert_eq!(known, event, "two events have the number {seq}");
            }
        }
    }
}

/// Asks for a session, whatever the answer.
pub async fn ask_session(site: &Site, credentials: &Credentials) -> Result<Answer> {
    let url = format!("{}/api/v1/sites/{}/sessions", site.edge.url, site.key);
    let asked = json!({
        "visitor": credentials.visitor,
        "identity": credentials.identity,
        "identifier": credentials.identifier,
        "language": credentials.language,
    });
    Request::new("POST", url).json(&asked).try_send().await
}

/// Opens a session.
pub async fn open_session(site: &Site, credentials: &Credentials) -> Result<Session> {
    let answer = ask_session(site, credentials).await?;
    if answer.status != 201 {
        bail!("no session: {} {}", answer.status, answer.body);
    }
    Ok(serde_json::from_str(&answer.body)?)
}

/// Opens a shopper's socket with a ticket.
pub async fn open_socket(site: &Site, ticket: &str) -> Result<Socket<ShopperEvent>, NotOpened> {
    let protocols = format!("{SUBPROTOCOL}, {TICKET_PREFIX}{ticket}");
    let headers = [("sec-websocket-protocol", protocols)];
    Socket::open(&format!("{}/socket", site.edge.url), &headers).await
}

/// A proof of an order.
pub fn verify_order(cid: &Cid, number: &str, proof: &str) -> ShopperCommand {
    ShopperCommand::VerifyOrder {
        cid: cid.clone(),
        number: number.to_owned(),
        proof: proof.to_owned(),
    }
}

/// A name for a command.
pub fn new_cid() -> Cid {
    Cid(random_hex())
}

/// The message of an event, if it is one.
pub fn message(event: &Event) -> Option<&Message> {
    match &event.fact {
        Fact::Message(message) => Some(message),
        _ => None,
    }
}

fn events_of(frame: &ShopperEvent) -> &[Event] {
    match frame {
        ShopperEvent::Events { events, .. } | ShopperEvent::Acked { events, .. } => events,
        _ => &[],
    }
}
