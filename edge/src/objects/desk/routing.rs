//! Gives the cases that wait to agents who are ready, and takes back those whose holder is gone.
//!
//! A round may be repeated at any time: what it does to a case is named by the case's state, so
//! that the contact does it once. One alarm starts the next round when something is due; it is
//! set before a round calls anybody, so that a round which dies is made up for.

use sha2::{Digest, Sha256};
use shared::ids::{AgentId, Cid};
use shared::protocol::desk::{AgentEvent, CaseSummary, LastAuthor};
use shared::protocol::widget::AgentName;
use shared::routing::{
    Assignment, OnDuty, Presence, QueueRules, Teammate, Waiting, assign, next_overflow,
};
use shared::time::Timestamp;
use worker::{Result, console_error};

use super::super::alarm;
use super::Inner;
use crate::bindings;
use crate::calls::{ActReply, AgentAct, ContactCall};
use crate::clock::now;
use crate::sites;
use crate::store::alarms;
use crate::store::desk::Member;

/// The alarm of the next round.
const ROUND: &str = "round";

/// When a round that did not end is made up for, in milliseconds.
const GUARD_MILLIS: i64 = 10_000;

impl Inner {
    /// Gives what can be given. While a round is under way, further reasons for one ask for one
    /// more, however many they are.
    pub(super) async fn route(&self) -> Result<()> {
        self.routing_due.set(true);
        if self.routing.replace(true) {
            return Ok(());
        }
        let mut outcome = Ok(());
        while outcome.is_ok() && self.routing_due.replace(false) {
            outcome = self.route_once().await;
        }
        self.routing.set(false);
        outcome
    }

    async fn route_once(&self) -> Result<()> {
        self.call_the_roll()?;
        self.remind()?;
        let Some(site) = sites::load(&self.env, &self.site).await? else {
            return Ok(());
        };
        let rules = &site.rules.queue;
        let mail_helps = rules.mail_agents_help(&site.zone.day_of(now().0));
        let absent = self.due_from_absent(rules)?;
        let assignments = self.assignments(rules, mail_helps)?;
        if !absent.is_empty() || !assignments.is_empty() {
            self.guard_round()?;
            alarm::arm(&self.state, &self.store.sql).await?;
        }
        for (holder, case) in absent {
            self.act_for_desk(&holder, &case, AgentAct::Release).await?;
        }
        for given in assignments {
            self.give(&given).await?;
        }
        self.tell_team()?;
        self.arm(rules).await
    }

    /// Notes who is gone: a crash closes sockets without a word.
    fn call_the_roll(&self) -> Result<()> {
        let present = self.present();
        for member in self.store.team()? {
            if member.gone_at.is_none() && !present.contains(&member.agent.id) {
                self.store.note_gone(&member.agent.id, now().0)?;
            }
        }
        Ok(())
    }

    fn assignments(&self, rules: &QueueRules, mail_helps: bool) -> Result<Vec<Assignment>> {
        let team = self.on_duty()?;
        let waiting = self.store.to_give()?;
        let waiting: Vec<Waiting<'_>> = waiting.iter().filter_map(Waiting::of).collect();
        let team: Vec<OnDuty<'_>> = team.iter().map(on_duty).collect();
        Ok(assign(&waiting, &team, rules, mail_helps, now().0))
    }

    /// The agents who are there and are to be given cases.
    fn on_duty(&self) -> Result<Vec<Member>> {
        let mut team = self.store.team()?;
        team.retain(|member| member.ready && member.gone_at.is_none());
        Ok(team)
    }

    async fn give(&self, given: &Assignment) -> Result<()> {
        let member = self.store.member(&given.agent)?;
        let case = self.store.case(&given.contact)?;
        let (Some(member), Some(case)) = (member, case) else {
            return Ok(());
        };
        let take = AgentAct::Take { from: None };
        if self.act_for_desk(&member.agent, &case, take).await? {
            self.store.note_given(&given.agent, given.vip, now().0)?;
            let frame = AgentEvent::CaseGiven {
                contact: given.contact.clone(),
                vip: given.vip,
            };
            self.to_some(&frame, |seat| seat.upgrade.agent.id == given.agent);
        }
        Ok(())
    }

    /// The cases whose shopper waits for an answer of a holder who has been gone too long.
    fn due_from_absent(&self, rules: &QueueRules) -> Result<Vec<(AgentName, CaseSummary)>> {
        let mut due = Vec::new();
        for member in self.store.team()? {
            let back_at = member
                .gone_at
                .map(|gone| gone.plus_millis(rules.absent_millis()));
            if back_at.is_none_or(|back_at| back_at > now().0) {
                continue;
            }
            let held = self.store.held_by(&member.agent.id)?;
            due.extend(
                held.into_iter()
                    .filter(waits_for_answer)
                    .map(|case| (member.agent.clone(), case)),
            );
        }
        Ok(due)
    }

    /// Does something with a case in an agent's name, as the case stands now. Says whether it took
    /// effect; where the case stands otherwise by now, its contact will tell.
    async fn act_for_desk(
        &self,
        agent: &AgentName,
        case: &CaseSummary,
        act: AgentAct,
    ) -> Result<bool> {
        let call = ContactCall::Act {
            cid: desk_cid(&agent.id, case, &act),
            agent: agent.clone(),
            act,
        };
        let contact = bindings::contact(&self.env, &self.site, &case.contact)?;
        match contact.call(&call).await? {
            ActReply::Done { case, .. } => {
                self.take_summary(&case)?;
                Ok(true)
            }
            ActReply::Refused(code) => {
                console_error!("the desk could not move a case: {code:?}");
                Ok(false)
            }
        }
    }

    /// Sets the alarm for the next round that something is known to be due for.
    async fn arm(&self, rules: &QueueRules) -> Result<()> {
        let at = now().0;
        let waiting = self.store.to_give()?;
        let waiting: Vec<Waiting<'_>> = waiting.iter().filter_map(Waiting::of).collect();
        let overflow = next_overflow(&waiting, rules, at);
        let absent = self.next_absence(rules)?;
        let reminder = self.store.next_reminder()?;
        let due = [overflow, absent, reminder].into_iter().flatten().min();
        let due = due.map(|due| due.max(at.plus_millis(1_000)));
        alarms::set(&self.store.sql, ROUND, due)?;
        alarm::arm(&self.state, &self.store.sql).await
    }

    /// Sees to it that a round is made up for that doesn't end.
    pub(super) fn guard_round(&self) -> Result<()> {
        let due = now().0.plus_millis(GUARD_MILLIS);
        alarms::set(&self.store.sql, ROUND, Some(due))
    }

    /// When the next holder will have been gone too long.
    fn next_absence(&self, rules: &QueueRules) -> Result<Option<Timestamp>> {
        let mut next: Option<Timestamp> = None;
        for member in self.store.team()? {
            let Some(gone) = member.gone_at else { continue };
            let held = self.store.held_by(&member.agent.id)?;
            if held.iter().any(waits_for_answer) {
                let due = gone.plus_millis(rules.absent_millis());
                next = Some(next.map_or(due, |known| known.min(due)));
            }
        }
        Ok(next)
    }

    /// The team as every agent sees it.
    pub(super) fn team(&self) -> Result<Vec<Teammate>> {
        let present = self.present();
        let teammate = |member: Member| Teammate {
            presence: match (present.contains(&member.agent.id), member.ready) {
                (false, _) => Presence::Away,
                (true, true) => Presence::Ready,
                (true, false) => Presence::ByHand,
            },
            agent: member.agent,
            lead: member.lead,
            profile: member.profile,
            open: member.open,
        };
        Ok(self.store.team()?.into_iter().map(teammate).collect())
    }

    /// Shows the team to every agent, if it looks different.
    pub(super) fn tell_team(&self) -> Result<()> {
        let team = self.team()?;
        if *self.shown_team.borrow() != team {
            self.to_all(&AgentEvent::TeamChanged { team: team.clone() });
            self.shown_team.replace(team);
        }
        Ok(())
    }
}

fn on_duty(member: &Member) -> OnDuty<'_> {
    OnDuty {
        agent: &member.agent.id,
        profile: &member.profile,
        open: member.open,
        vips_in_a_row: member.vips_in_a_row,
        given_at: member.given_at,
    }
}

fn waits_for_answer(case: &CaseSummary) -> bool {
    case.last_author == LastAuthor::Shopper
}

/// The name of what the desk does to a case as it stands: the same twice is one command.
fn desk_cid(agent: &AgentId, case: &CaseSummary, act: &AgentAct) -> Cid {
    let act = match act {
        AgentAct::Take { .. } => "take",
        AgentAct::Release => "release",
        AgentAct::Give { .. }
        | AgentAct::Snooze { .. }
        | AgentAct::Reply { .. }
        | AgentAct::Keep { .. }
        | AgentAct::Redress { .. }
        | AgentAct::AnswerRedress { .. }
        | AgentAct::Note { .. }
        | AgentAct::Label { .. }
        | AgentAct::Resolve => "other",
    };
    let named = format!("{agent} {} {} {act}", case.contact, case.head);
    Cid(hex::encode(&Sha256::digest(named.as_bytes())[..16]))
}
