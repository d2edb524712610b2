//! An agent's client at the desk.
//!
//! ```no_run
//! # async fn example(site: tests::site::Site, contact: shared::ids::ContactId) {
//! use tests::agent::Agent;
//! let account = site.hire("Camille", false).await;
//! let mut agent = Agent::sign_in(&site, &account).await;
//! let case = agent.case(|case| case.contact == contact).await;
//! agent.reply(&contact, "Bonjour !").await;
//! # }
//! ```

mod duty;

use anyhow::{Context, Result, bail};
use serde_json::json;
use shared::ids::{Cid, ContactId};
use shared::protocol::desk::{
    AgentCommand, AgentEvent, CaseClock, CaseMark, CaseSummary, Dossier, Present, QuarantineEntry,
};
use shared::protocol::widget::Event;
use shared::protocol::{Refusal, SUBPROTOCOL};

use crate::http::{Answer, Request};
use crate::server::Edge;
use crate::shopper::new_cid;
use crate::site::{Account, Site};
use crate::socket::{NotOpened, Socket};

/// A signed-in agent with a socket.
pub struct Agent {
    /// The socket, for frames that no method here sends.
    pub socket: Socket<AgentEvent>,
    /// The cookie of the session, `name=value`.
    pub cookie: String,
    /// The cases of the welcome.
    pub cases: Vec<CaseSummary>,
    /// Where the lists of the latest welcome go on.
    pub more: Vec<CaseMark>,
    /// The clocks of the welcome.
    pub clocks: Vec<CaseClock>,
    /// The quarantine of the welcome.
    pub quarantine: Vec<QuarantineEntry>,
    site: Site,
}

/// A case as it was opened.
#[derive(Clone, Debug)]
pub struct OpenedCase {
    /// What was known at handoff.
    pub dossier: Option<Dossier>,
    /// What is known now.
    pub present: Present,
    /// The latest events.
    pub events: Vec<Event>,
    /// The number of the latest event.
    pub head: u64,
}

impl Agent {
    /// Signs in, opens the socket and says hello.
    pub async fn sign_in(site: &Site, account: &Account) -> Self {
        let answer = ask_sign_in(site, &account.email, &account.password).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        let cookie = cookie_of(&answer).expect("a session has a cookie");
        Self::connect(site, cookie)
            .await
            .expect("an agent connects")
    }

    /// Opens a socket for a session and says hello; an error when the edge is not there.
    pub async fn connect(site: &Site, cookie: String) -> Result<Self> {
        let socket = open_socket(site, Some(&cookie), Some(&site.edge.url)).await?;
        let mut agent = Self {
            socket,
            cookie,
            cases: Vec::new(),
            more: Vec::new(),
            clocks: Vec::new(),
            quarantine: Vec::new(),
            site: site.clone(),
        };
        agent.hello().await?;
        Ok(agent)
    }

    /// Opens a new socket for the same session; an error when the edge is not there.
    pub async fn resume(&mut self) -> Result<()> {
        *self = Self::connect(&self.site, self.cookie.clone()).await?;
        Ok(())
    }

    /// Waits until a case looks as wanted, in the welcome's list or a change of it.
    pub async fn case(&mut self, fits: impl Fn(&CaseSummary) -> bool) -> CaseSummary {
        if let Some(case) = self.cases.iter().find(|case| fits(case)) {
            return case.clone();
        }
        self.frame(|frame| match frame {
            AgentEvent::CaseChanged { case } if fits(case) => Some(case.clone()),
            _ => None,
        })
        .await
    }

    /// Asks for the next page of a list: its cases, and where it goes on.
    pub async fn list(&mut self, after: &CaseMark) -> (Vec<CaseSummary>, Option<CaseMark>) {
        self.tell(&AgentCommand::ListCases {
            mark: after.clone(),
        })
        .await;
        self.frame(|frame| match frame {
            AgentEvent::CasesListed {
                list, cases, more, ..
            } if *list == after.list => Some((cases.clone(), more.clone())),
            _ => None,
        })
        .await
    }

    /// Opens a case.
    pub async fn open(&mut self, contact: &ContactId) -> OpenedCase {
        self.tell(&AgentCommand::OpenCase {
            contact: contact.clone(),
        })
        .await;
        self.frame(|frame| match frame {
            AgentEvent::CaseOpened {
                contact: of,
                dossier,
                present,
                events,
                head,
            } if of == contact => Some(OpenedCase {
                dossier: dossier.as_deref().cloned(),
                present: present.clone(),
                events: events.clone(),
                head: *head,
            }),
            _ => None,
        })
        .await
    }

    /// Waits for an event of a case that is open.
    pub async fn event(&mut self, contact: &ContactId, fits: impl Fn(&Event) -> bool) -> Event {
        self.frame(|frame| match frame {
            AgentEvent::CaseEvents {
                contact: of,
                events,
            } if of == contact => events.iter().find(|event| fits(event)).cloned(),
            _ => None,
        })
        .await
    }

    /// Takes a case; answers the event's number or the refusal.
    pub async fn take(&mut self, contact: &ContactId) -> Result<u64, Refusal> {
        let (cid, contact) = (new_cid(), contact.clone());
        self.act(
            &AgentCommand::TakeCase {
                cid: cid.clone(),
                contact,
            },
            &cid,
        )
        .await
    }

    /// Answers the shopper; answers the event's number or the refusal.
    pub async fn reply(&mut self, contact: &ContactId, text: &str) -> Result<u64, Refusal> {
        let cid = new_cid();
        self.act(&reply(&cid, contact, text), &cid).await
    }

    /// Leaves a word for other agents; answers the event's number or the refusal.
    pub async fn note(&mut self, contact: &ContactId, text: &str) -> Result<u64, Refusal> {
        let cid = new_cid();
        let command = AgentCommand::AddNote {
            cid: cid.clone(),
            contact: contact.clone(),
            text: text.to_owned(),
        };
        self.act(&command, &cid).await
    }

    /// Settles a case; answers the event's number or the refusal.
    pub async fn resolve(&mut self, contact: &ContactId) -> Result<u64, Refusal> {
        let (cid, contact) = (new_cid(), contact.clone());
        self.act(
            &AgentCommand::Resolve {
                cid: cid.clone(),
                contact,
            },
            &cid,
        )
        .await
    }

    /// Sends a command.
    pub async fn tell(&mut self, command: &AgentCommand) {
        self.socket.tell(command).await.expect("the socket is open");
    }

    /// Sends a command and waits for what became of it.
    pub async fn act(&mut self, command: &AgentCommand, cid: &Cid) -> Result<u64, Refusal> {
        self.tell(command).await;
        self.outcome(cid).await.expect("an answer to the command")
    }

    /// Waits for what became of a command; an error when the socket ends before.
    pub async fn outcome(&mut self, cid: &Cid) -> Result<Result<u64, Refusal>> {
        self.socket
            .take(|frame| match frame {
                AgentEvent::Acked { cid: of, seq } if of == cid => Some(Ok(*seq)),
                AgentEvent::Refused {
                    cid: Some(of),
                    code,
                    ..
                } if of == cid => Some(Err(*code)),
                _ => None,
            })
            .await
    }

    /// Takes the first frame of which `pick` makes something, waiting until it comes.
    pub async fn frame<T>(&mut self, pick: impl FnMut(&AgentEvent) -> Option<T>) -> T {
        self.socket.take(pick).await.expect("the awaited frame")
    }

    /// Waits for the next payload that is set aside.
    pub async fn added(&mut self) -> QuarantineEntry {
        self.frame(|frame| match frame {
            AgentEvent::QuarantineAdded { entry } => Some(entry.clone()),
            _ => None,
        })
        .await
    }

    /// Waits until an entry of the quarantine was read again or put away.
    pub async fn changed(&mut self, id: u64) -> QuarantineEntry {
        self.frame(|frame| match frame {
            AgentEvent::QuarantineChanged { entry } if entry.id == id => Some(entry.clone()),
            _ => None,
        })
        .await
    }

    /// Asks for the body of an entry of the quarantine.
    pub async fn quarantined_body(&mut self, id: u64) -> String {
        self.tell(&AgentCommand::ShowQuarantined { id }).await;
        self.frame(|frame| match frame {
            AgentEvent::Quarantined { entry, body } if entry.id == id => Some(body.clone()),
            _ => None,
        })
        .await
    }

    /// How many deliveries the site refused, of all sources and days.
    pub async fn rejections(&self) -> u64 {
        let url = format!("{}/desk/api/rejections", self.site.edge.url);
        let answer = Request::new("GET", url)
            .header("cookie", &self.cookie)
            .send()
            .await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        let rows = answer.json();
        let rows = rows.as_array().expect("a list of counters");
        rows.iter().filter_map(|row| row["count"].as_u64()).sum()
    }

    /// The edge that the agent is at.
    pub fn edge(&self) -> &Edge {
        &self.site.edge
    }

    /// Ends the session.
    pub async fn sign_out(&self) -> Answer {
        let url = format!("{}/desk/api/session", self.site.edge.url);
        Request::new("DELETE", url)
            .header("cookie", &self.cookie)
            .header("origin", &self.site.edge.url)
            .send()
            .await
    }

    async fn hello(&mut self) -> Result<()> {
        self.socket.tell(&AgentCommand::Hello).await?;
        let (cases, more, clocks, quarantine) = self
            .socket
            .take(|frame| match frame {
                AgentEvent::Welcome {
                    cases,
                    more,
                    clocks,
                    quarantine,
                    ..
                } => Some((
                    cases.clone(),
                    more.clone(),
                    clocks.clone(),
                    quarantine.clone(),
                )),
                _ => None,
            })
            .await?;
        self.cases = cases;
        self.more = more;
        self.clocks = clocks;
        self.quarantine = quarantine;
        Ok(())
    }
}

/// Asks for a session, whatever the answer.
pub async fn ask_sign_in(site: &Site, email: &str, password: &str) -> Answer {
    let url = format!("{}/desk/api/session", site.edge.url);
    let asked = json!({ "site": site.key, "email": email, "password": password });
    Request::new("POST", url)
        .header("origin", &site.edge.url)
        .json(&asked)
        .send()
        .await
}

/// The session's cookie, `name=value`, as a browser would send it back.
pub fn cookie_of(answer: &Answer) -> Result<String> {
    let set = answer.header("set-cookie").context("no cookie")?;
    let Some((pair, attributes)) = set.split_once(';') else {
        bail!("a cookie without attributes");
    };
    for wanted in ["Path=/", "Secure", "HttpOnly", "SameSite=Strict"] {
        if !attributes.split(';').any(|each| each.trim() == wanted) {
            bail!("the cookie lacks {wanted}");
        }
    }
    Ok(pair.to_owned())
}

/// Opens an agent's socket with the given headers.
pub async fn open_socket(
    site: &Site,
    cookie: Option<&str>,
    origin: Option<&str>,
) -> Result<Socket<AgentEvent>, NotOpened> {
    let mut headers = vec![("sec-websocket-protocol", SUBPROTOCOL.to_owned())];
    headers.extend(cookie.map(|cookie| ("cookie", cookie.to_owned())));
    headers.extend(origin.map(|origin| ("origin", origin.to_owned())));
    Socket::open(&format!("{}/desk/socket", site.edge.url), &headers).await
}

/// An answer to a shopper.
pub fn reply(cid: &Cid, contact: &ContactId, text: &str) -> AgentCommand {
    AgentCommand::Reply {
        cid: cid.clone(),
        contact: contact.clone(),
        text: text.to_owned(),
        promise: None,
        fills: Vec::new(),
    }
}
