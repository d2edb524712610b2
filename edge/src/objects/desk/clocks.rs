//! Clocks at the desk: until when shoppers are served, and who hears of it when nobody did.
//!
//! A summary says which clocks run; the merchant's targets and hours say until when. What is due
//! sets an alarm, so that a clock is over on time though nothing else happens.

use shared::protocol::desk::{AgentEvent, CaseClock, CaseSummary};
use shared::protocol::staff::Role;
use shared::sla::{Calendar, due};
use shared::time::Timestamp;
use worker::{Result, console_error};

use super::super::alarm;
use super::Inner;
use crate::clock::now;
use crate::sites::{self, Site};
use crate::store::alarms;

/// The alarm of the clock that is over next, and of clocks whose end is not set yet.
const CLOCKS: &str = "clocks";

/// When clocks are tried again whose end could not be set, in milliseconds.
const AGAIN_MILLIS: i64 = 10_000;

impl Inner {
    /// Keeps the clocks of a case, in the transaction of its summary.
    pub(super) fn keep_clocks(&self, case: &CaseSummary) -> Result<()> {
        if self.store.keep_clocks(case)? {
            self.moved_clocks.borrow_mut().insert(case.contact.clone());
            self.try_again()?;
        }
        Ok(())
    }

    /// Sees to it that clocks which are due, and can't be seen to now, come again.
    pub(super) fn guard_clocks(&self) -> Result<()> {
        if alarms::is_due(&self.store.sql, CLOCKS, now())? {
            self.try_again()?;
        }
        Ok(())
    }

    fn try_again(&self) -> Result<()> {
        let again = now().0.plus_millis(AGAIN_MILLIS);
        alarms::set(&self.store.sql, CLOCKS, Some(again))
    }

    /// Sees to the clocks, after the answer is on its way. What fails comes again.
    pub(super) async fn follow_clocks(&self) {
        if let Err(error) = self.tend_clocks().await {
            console_error!("clocks could not be seen to: {error}");
        }
    }

    /// Sets the ends that are not set, and tells of the clocks that moved or are over.
    async fn tend_clocks(&self) -> Result<()> {
        alarm::arm(&self.state, &self.store.sql).await?;
        let Some(site) = sites::load(&self.env, &self.site).await? else {
            return Ok(());
        };
        self.store.sql.transaction(|| self.set_clocks(&site))?;
        for contact in self.moved_clocks.take() {
            let clocks = self.store.clocks_of(&contact)?;
            self.to_all(&AgentEvent::ClocksChanged { contact, clocks });
        }
        for over in self.store.take_clocks_over(now().0)? {
            self.tell_over(over)?;
        }
        let next = self.store.next_clock_over()?;
        alarms::set(&self.store.sql, CLOCKS, next)?;
        alarm::arm(&self.state, &self.store.sql).await
    }

    fn set_clocks(&self, site: &Site) -> Result<()> {
        let rules = &site.rules;
        let country = rules.season.home.code();
        let terms = serde_json::to_string(&(&rules.targets, &rules.hours, country, site.zone))?;
        self.store.keep_clock_terms(&terms)?;
        let calendar = Calendar {
            hours: &rules.hours,
            country,
            zone: site.zone,
        };
        for unset in self.store.unset_clocks()? {
            let due: Option<Timestamp> = due(&unset.running, &rules.targets, calendar);
            self.store.set_clock(&unset, due, now().0)?;
            self.moved_clocks.borrow_mut().insert(unset.contact);
        }
        Ok(())
    }

    /// Tells leads, owners and the holder that nobody was in time.
    fn tell_over(&self, over: CaseClock) -> Result<()> {
        let CaseClock { contact, clock } = over;
        let case = self.store.case(&contact)?;
        let holder = case.and_then(|case| case.state.holder().map(|holder| holder.id.clone()));
        let frame = AgentEvent::ClockOver { contact, clock };
        self.to_some(&frame, |seat| {
            seat.upgrade.role >= Role::Lead || holder.as_ref() == Some(&seat.upgrade.agent.id)
        });
        Ok(())
    }
}
