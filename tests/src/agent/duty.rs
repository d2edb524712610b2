//! An agent on duty: given cases, giving them on, setting them aside.

use serde_json::{Value, json};
use shared::ids::{AgentId, ContactId};
use shared::protocol::Refusal;
use shared::protocol::desk::{AgentCommand, AgentEvent};
use shared::protocol::labels::Label;
use shared::protocol::promise::Pledge;
use shared::routing::{Profile, Teammate};
use shared::time::Timestamp;

use super::Agent;
use crate::http::{Answer, Request};
use crate::shopper::new_cid;

impl Agent {
    /// Is to be given cases from now on.
    pub async fn ready(&mut self) {
        self.tell(&AgentCommand::SetReady { ready: true }).await;
    }

    /// Waits for a case that this agent is given.
    pub async fn given(&mut self) -> ContactId {
        self.frame(|frame| match frame {
            AgentEvent::CaseGiven { contact, .. } => Some(contact.clone()),
            _ => None,
        })
        .await
    }

    /// Waits until the team looks as wanted.
    pub async fn team(&mut self, fits: impl Fn(&[Teammate]) -> bool) -> Vec<Teammate> {
        self.frame(|frame| match frame {
            AgentEvent::TeamChanged { team } if fits(team) => Some(team.clone()),
            _ => None,
        })
        .await
    }

    /// Gives a case to another agent; answers the event's number or the refusal.
    pub async fn give(&mut self, contact: &ContactId, to: &AgentId) -> Result<u64, Refusal> {
        let cid = new_cid();
        let command = AgentCommand::GiveCase {
            cid: cid.clone(),
            contact: contact.clone(),
            to: to.clone(),
        };
        self.act(&command, &cid).await
    }

    /// Gives a case back to the queue; answers the event's number or the refusal.
    pub async fn release(&mut self, contact: &ContactId) -> Result<u64, Refusal> {
        let cid = new_cid();
        let command = AgentCommand::ReleaseCase {
            cid: cid.clone(),
            contact: contact.clone(),
        };
        self.act(&command, &cid).await
    }

    /// Sets a case aside; answers the event's number or the refusal.
    pub async fn snooze(&mut self, contact: &ContactId, until: Timestamp) -> Result<u64, Refusal> {
        let cid = new_cid();
        let command = AgentCommand::SnoozeCase {
            cid: cid.clone(),
            contact: contact.clone(),
            until,
        };
        self.act(&command, &cid).await
    }

    /// Answers the shopper with a promise; answers the event's number or the refusal.
    pub async fn promise(
        &mut self,
        contact: &ContactId,
        text: &str,
        promise: Pledge,
    ) -> Result<u64, Refusal> {
        let cid = new_cid();
        let command = AgentCommand::Reply {
            cid: cid.clone(),
            contact: contact.clone(),
            text: text.to_owned(),
            promise: Some(promise),
            fills: Vec::new(),
        };
        self.act(&command, &cid).await
    }

    /// Says that a promise is kept; answers the event's number or the refusal.
    pub async fn keep(&mut self, contact: &ContactId, promise: u64) -> Result<u64, Refusal> {
        let cid = new_cid();
        let command = AgentCommand::KeepPromise {
            cid: cid.clone(),
            contact: contact.clone(),
            promise,
        };
        self.act(&command, &cid).await
    }

    /// Has read a case up to a number.
    pub async fn read(&mut self, contact: &ContactId, upto: u64) {
        self.tell(&AgentCommand::ReadCase {
            contact: contact.clone(),
            upto,
        })
        .await;
    }

    /// Puts a label on a case or takes it off; answers the head or the refusal.
    pub async fn label(
        &mut self,
        contact: &ContactId,
        label: &str,
        on: bool,
    ) -> Result<u64, Refusal> {
        let cid = new_cid();
        let command = AgentCommand::LabelCase {
            cid: cid.clone(),
            contact: contact.clone(),
            label: label.to_owned(),
            on,
        };
        self.act(&command, &cid).await
    }

    /// Keeps a list of labels, whatever the answer.
    pub async fn set_labels(&self, labels: &[Label]) -> Answer {
        Request::new("PUT", format!("{}/desk/api/labels", self.site.edge.url))
            .header("cookie", &self.cookie)
            .header("origin", &self.site.edge.url)
            .json(&json!({ "labels": labels }))
            .send()
            .await
    }

    /// The shop's labels.
    pub async fn labels(&self) -> Vec<Label> {
        let url = format!("{}/desk/api/labels", self.site.edge.url);
        let answer = Request::new("GET", url).header("cookie", &self.cookie);
        let listed = answer.send().await.json()["labels"].clone();
        serde_json::from_value(listed).expect("labels")
    }

    /// How shoppers are served, as leads see it; with a change, as it is then. Whatever the answer.
    pub async fn service(&self, change: Option<&Value>) -> Answer {
        let method = if change.is_some() { "PUT" } else { "GET" };
        let edge = &self.site.edge.url;
        let request = Request::new(method, format!("{edge}/desk/api/service"))
            .header("cookie", &self.cookie)
            .header("origin", edge);
        match change {
            Some(change) => request.json(change).send().await,
            None => request.send().await,
        }
    }

    /// Sets what an agent can do, whatever the answer.
    pub async fn set_profile(&self, agent: &AgentId, profile: &Profile) -> Answer {
        let url = format!("{}/desk/api/profiles/{agent}", self.site.edge.url);
        Request::new("PUT", url)
            .header("cookie", &self.cookie)
            .header("origin", &self.site.edge.url)
            .json(&json!(profile))
            .send()
            .await
    }

    /// Who this agent is.
    pub async fn id(&self) -> AgentId {
        let url = format!("{}/desk/api/session", self.site.edge.url);
        let answer = Request::new("GET", url)
            .header("cookie", &self.cookie)
            .send()
            .await;
        let id = answer.json()["agent"]["id"].as_str().map(str::to_owned);
        AgentId(id.expect("an agent has an id"))
    }
}
