//! What a contact has to do at a time of its own: a case that was set aside comes back, a promise
//! breaks, a settled case of which nothing was heard counts as solved. The alarms are set in the transaction of the change that asks for them.

use shared::conversation::{Input, State as Conversation, Term, promise_by};
use shared::sla::Targets;
use shared::time::Timestamp;
use worker::Result;

use super::Inner;
use crate::clock::now;
use crate::store::alarms;

/// The alarm of a case that is set aside,
const SNOOZE: &str = "snooze";

/// of the promise that breaks next,
const PROMISE: &str = "promise";

/// of a wait that may be long,
const WAIT: &str = "wait";

/// and of a settled case.
const SILENCE: &str = "silence";

impl Inner {
    /// Sets the alarms of a state that is about to be kept.
    pub(super) fn set_alarms(&self, next: &Conversation) -> Result<()> {
        let known = self.with(|loaded| times(&loaded.state))?;
        for ((name, before), (_, due)) in known.into_iter().zip(times(next)) {
            if before != due {
                self.set_alarm(name, due)?;
            }
        }
        Ok(())
    }

    /// Sets an alarm, or takes it away.
    pub(super) fn set_alarm(&self, name: &str, due: Option<Timestamp>) -> Result<()> {
        alarms::set(&self.store.sql, name, due)?;
        self.due_at.set(alarms::next_due(&self.store.sql)?);
        self.owes_effects.set(true);
        Ok(())
    }

    /// Until when something that is promised now is done, by the shop's calendar; `None` when it can't be read.
    pub(super) async fn next_promise(&self) -> Option<Term> {
        let site = self.site_settings().await?;
        promise_by(now().0, site.zone, site.rules.season.home.code())
    }

    /// Does what is due. What nobody commands is never refused.
    pub(super) async fn do_what_is_due(&self) -> Result<()> {
        if alarms::is_due(&self.store.sql, WAIT, now())? {
            self.look_at_wait().await?;
        }
        for (name, input) in [
            (SNOOZE, Input::Woken),
            (PROMISE, Input::PromisesDue),
            (SILENCE, Input::SilenceOver),
        ] {
            if alarms::is_due(&self.store.sql, name, now())? {
                let _ = self.apply(&input)?;
            }
        }
        Ok(())
    }

    /// Offers a call back to who waits long by the merchant's rules, and else looks again when it is
    /// long.
    async fn look_at_wait(&self) -> Result<()> {
        let site = self.site_settings().await;
        let promise_by = self.next_promise().await;
        let targets = site.map(|site| site.rules.targets.clone());
        let targets = targets.unwrap_or_default();
        let since = self.with(|loaded| loaded.state.may_be_called_back_since())?;
        let long_at = since.map(|since| targets.wait_is_long_at(since));
        if long_at.is_some_and(|at| at > now().0) {
            return self.set_alarm(WAIT, long_at);
        }
        let _ = self.apply(&Input::WaitedLong { promise_by })?;
        Ok(())
    }
}

/// When something is due in a state, by alarm.
fn times(state: &Conversation) -> [(&'static str, Option<Timestamp>); 4] {
    let waits_since = state.may_be_called_back_since();
    let may_be_long_at = waits_since.map(Targets::wait_may_be_long_at);
    [
        (WAIT, may_be_long_at),
        (SNOOZE, state.wakes_at()),
        (PROMISE, state.breaks_at()),
        (SILENCE, state.silence_ends_at()),
    ]
}
