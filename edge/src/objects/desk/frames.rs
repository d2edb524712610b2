//! The agent's socket: frames in, answers out.

use shared::ids::Cid;
use shared::mentions::mentioned;
use shared::protocol::desk::{AgentCommand, AgentEvent, CaseList, CaseMark};
use shared::protocol::{MAX_FRAME_BYTES, Refusal};
use worker::{Result, WebSocket, WebSocketIncomingMessage, console_error};

use super::super::socket::{TOO_FAST_SECONDS, got, heard, send};
use super::{Inner, Seat};
use crate::calls::AgentAct;
use crate::clock::now;

/// When to try again after a failure of ours, in seconds.
const UNAVAILABLE_SECONDS: u32 = 3;

impl Inner {
    /// Takes a frame. Whatever is in it, the socket lives, unless its session has ended. Says
    /// whether the queue moved.
    pub(super) async fn take_frame(
        &self,
        socket: &WebSocket,
        message: WebSocketIncomingMessage,
    ) -> Result<bool> {
        let Some(seat) = self.seat(socket) else {
            return Ok(false);
        };
        if seat.upgrade.expires_at <= now().0 {
            self.end_session(&seat.upgrade.session, now().0)?;
            return Ok(false);
        }
        heard(socket, now());
        let command = match self.read_frame(&seat, message) {
            Ok(command) => command,
            Err(code) => {
                let retry_after = (code == Refusal::TooFast).then_some(TOO_FAST_SECONDS);
                refuse(socket, None, code, retry_after);
                return Ok(false);
            }
        };
        let cid = command.cid().cloned();
        if cid.as_ref().is_some_and(|cid| !cid.is_well_formed()) {
            refuse(socket, cid, Refusal::Malformed, None);
            return Ok(false);
        }
        match self.obey(socket, &seat, command).await {
            Ok(moved) => Ok(moved),
            Err(error) => {
                console_error!("an agent's command failed: {error}");
                refuse(socket, cid, Refusal::Unavailable, Some(UNAVAILABLE_SECONDS));
                Ok(false)
            }
        }
    }

    async fn obey(&self, socket: &WebSocket, seat: &Seat, command: AgentCommand) -> Result<bool> {
        match command {
            AgentCommand::Hello => self.welcome(socket, seat)?,
            AgentCommand::ListCases { mark } => self.list_cases(socket, seat, &mark)?,
            AgentCommand::OpenCase { contact } => {
                self.open_case(socket, seat, contact).await?;
                return Ok(false);
            }
            AgentCommand::LeaveCase { contact } => self.leave_case(socket, seat, &contact).await?,
            AgentCommand::FetchEvents {
                contact,
                after,
                limit,
            } => {
                self.fetch_events(socket, contact, after, limit).await?;
            }
            AgentCommand::ReadCase { contact, upto } => {
                self.read_case(seat, &contact, upto).await?
            }
            AgentCommand::Typing { contact } => self.typing(&contact).await?,
            AgentCommand::Got => got(socket),
            AgentCommand::ShowQuarantined { id } => self.show_quarantined(socket, id)?,
            AgentCommand::ReplayQuarantined { id } => self.replay_quarantined(socket, id).await?,
            AgentCommand::DiscardQuarantined { id } => self.discard_quarantined(socket, id)?,
            AgentCommand::TakeCase { cid, contact } => {
                let from = self.may_take_from(seat, &contact)?;
                return self
                    .act(socket, seat, cid, &contact, AgentAct::Take { from })
                    .await;
            }
            AgentCommand::GiveCase { cid, contact, to } => {
                return self.give_case(socket, seat, cid, &contact, &to).await;
            }
            AgentCommand::ReleaseCase { cid, contact } => {
                return self
                    .act(socket, seat, cid, &contact, AgentAct::Release)
                    .await;
            }
            AgentCommand::SnoozeCase {
                cid,
                contact,
                until,
            } => {
                return self
                    .act(socket, seat, cid, &contact, AgentAct::Snooze { until })
                    .await;
            }
            AgentCommand::SetReady { ready } => return self.set_ready(seat, ready),
            AgentCommand::Reply {
                cid,
                contact,
                text,
                promise,
                fills,
            } => {
                let Ok(promise) = self.timed(promise).await? else {
                    refuse(socket, Some(cid), Refusal::OutOfPlace, None);
                    return Ok(false);
                };
                let act = AgentAct::Reply {
                    text,
                    promise,
                    fills,
                    today: self.today().await,
                };
                return self.act(socket, seat, cid, &contact, act).await;
            }
            AgentCommand::KeepPromise {
                cid,
                contact,
                promise,
            } => {
                let act = AgentAct::Keep { promise };
                return self.act(socket, seat, cid, &contact, act).await;
            }
            AgentCommand::ShowRedress { contact } => {
                self.show_redress(socket, seat, contact).await?;
            }
            AgentCommand::ChooseRedress {
                cid,
                contact,
                choice,
            } => {
                return self
                    .choose_redress(socket, seat, cid, &contact, choice)
                    .await;
            }
            AgentCommand::AnswerRedress {
                cid,
                contact,
                redress,
                approved,
            } => {
                let act = AgentAct::AnswerRedress { redress, approved };
                return self.answer_redress(socket, seat, cid, &contact, act).await;
            }
            AgentCommand::AddNote { cid, contact, text } => {
                let team: Vec<_> = self.team()?.into_iter().map(|mate| mate.agent).collect();
                let mentions = mentioned(&text, &team).into_iter().collect();
                let act = AgentAct::Note { text, mentions };
                return self.act(socket, seat, cid, &contact, act).await;
            }
            AgentCommand::LabelCase {
                cid,
                contact,
                label,
                on,
            } => {
                let act = AgentAct::Label { label, on };
                return self.act(socket, seat, cid, &contact, act).await;
            }
            AgentCommand::Resolve { cid, contact } => {
                return self
                    .act(socket, seat, cid, &contact, AgentAct::Resolve)
                    .await;
            }
        }
        Ok(false)
    }

    fn read_frame(
        &self,
        seat: &Seat,
        message: WebSocketIncomingMessage,
    ) -> std::result::Result<AgentCommand, Refusal> {
        if !self.rates.take(seat.upgrade.agent.id.as_str(), now()) {
            return Err(Refusal::TooFast);
        }
        parse(message)
    }

    fn welcome(&self, socket: &WebSocket, seat: &Seat) -> Result<()> {
        let me = &seat.upgrade.agent.id;
        let mut cases = self.store.own(me)?;
        let mut more = Vec::new();
        for list in CaseList::ALL {
            let page = self.store.page(list, None, me)?;
            cases.extend(page.cases);
            more.extend(page.more);
        }
        let welcome = AgentEvent::Welcome {
            site: self.site.clone(),
            site_name: seat.upgrade.site_name.clone(),
            agent: seat.upgrade.agent.clone(),
            clocks: self.store.listed_clocks(&cases)?,
            cases,
            more,
            quarantine: self.store.waiting_payloads()?,
            team: self.team()?,
        };
        send(socket, &welcome);
        Ok(())
    }

    fn list_cases(&self, socket: &WebSocket, seat: &Seat, after: &CaseMark) -> Result<()> {
        let page = self
            .store
            .page(after.list, Some(after), &seat.upgrade.agent.id)?;
        let listed = AgentEvent::CasesListed {
            list: after.list,
            clocks: self.store.listed_clocks(&page.cases)?,
            cases: page.cases,
            more: page.more,
        };
        send(socket, &listed);
        Ok(())
    }
}

/// Refuses a command.
pub(super) fn refuse(
    socket: &WebSocket,
    cid: Option<Cid>,
    code: Refusal,
    retry_after: Option<u32>,
) {
    send(
        socket,
        &AgentEvent::Refused {
            cid,
            code,
            retry_after,
        },
    );
}

fn parse(message: WebSocketIncomingMessage) -> std::result::Result<AgentCommand, Refusal> {
    let WebSocketIncomingMessage::String(text) = message else {
        return Err(Refusal::Malformed);
    };
    if text.len() > MAX_FRAME_BYTES {
        return Err(Refusal::TooLarge);
    }
    serde_json::from_str(&text).map_err(|_| Refusal::Malformed)
}
