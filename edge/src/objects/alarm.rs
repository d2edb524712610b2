//! The one alarm that the platform gives an object, over the many that it has by name.

use worker::{Response, Result, State, console_error};

use crate::clock::now;
use crate::store::{Sql, alarms};

/// How long after a failed alarm the next one comes, in milliseconds.
const AGAIN_MILLIS: i64 = 10_000;

/// Gives the platform the earliest moment at which a named alarm is due.
pub async fn arm(state: &State, sql: &Sql) -> Result<()> {
    match alarms::next_due(sql)? {
        Some(due) => {
            let wait = (due - now().millis()).max(0);
            state.storage().set_alarm(wait).await
        }
        None => state.storage().delete_alarm().await,
    }
}

/// Ends an alarm. One that failed comes again, however often it fails: the platform would try six
/// times and then forget it, with everything that was owed.
pub async fn finish(state: &State, outcome: Result<()>) -> Result<Response> {
    if let Err(error) = outcome {
        console_error!("an alarm failed: {error}");
        state.storage().set_alarm(AGAIN_MILLIS).await?;
    }
    Response::empty()
}
