//! Runs what an object owes, and sees to the one alarm that its owed effects and its named alarms
//! share.

use std::cell::Cell;

use serde::de::DeserializeOwned;
use worker::{Error, Result, State, console_error};

use crate::clock::now;
use crate::store::{Sql, alarms, outbox};

/// How long after a change the alarm would run its effects, should nothing else do so first.
const GUARD_MILLIS: i64 = 5_000;

/// Sees to it that owed effects are run even if this instance ends now. Called in the turn of
/// the commit.
pub async fn guard(state: &State) -> Result<()> {
    state.storage().set_alarm(GUARD_MILLIS).await
}

/// Runs due effects, oldest first, until none is due. Only one drain runs at a time; a second
/// one leaves its effects to the first.
pub async fn drain<E, F>(state: &State, sql: &Sql, running: &Cell<bool>, run: F) -> Result<()>
where
    E: DeserializeOwned,
    F: AsyncFn(&E) -> Result<()>,
{
    if running.replace(true) {
        return Ok(());
    }
    let outcome = drain_all(sql, run).await;
    running.set(false);
    outcome?;
    rearm(state, sql).await
}

/// Gives the platform the earliest moment at which an effect or a named alarm is due.
async fn rearm(state: &State, sql: &Sql) -> Result<()> {
    let due = [outbox::next_due(sql)?, alarms::next_due(sql)?];
    match due.into_iter().flatten().min() {
        Some(due) => {
            state
                .storage()
                .set_alarm((due - now().millis()).max(0))
                .await
        }
        None => state.storage().delete_alarm().await,
    }
}

async fn drain_all<E, F>(sql: &Sql, run: F) -> Result<()>
where
    E: DeserializeOwned,
    F: AsyncFn(&E) -> Result<()>,
{
    loop {
        let due = outbox::due::<E>(sql, now())?;
        if due.is_empty() {
            return Ok(());
        }
        for owed in due {
            // What can't be read today may be by the next version: it keeps nothing else waiting.
            let outcome = match &owed.effect {
                Ok(effect) => run(effect).await,
                // Why may hold a piece of it, which has no business in a log.
                Err(_) => Err(Error::RustError("it can't be read".to_owned())),
            };
            match outcome {
                Ok(()) => outbox::done(sql, owed.id)?,
                Err(error) => {
                    console_error!("effect put off: {error}");
                    outbox::put_off(sql, &owed, now())?;
                }
            }
        }
    }
}
