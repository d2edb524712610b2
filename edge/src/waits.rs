//! How long a shopper would wait for a human now, as the desk reckons it: asked of the desk now and
//! then, however many shoppers come.

use std::cell::RefCell;
use std::collections::HashMap;

use shared::ids::SiteKey;
use worker::{Env, Result, console_error};

use crate::bindings;
use crate::calls::DeskCall;
use crate::clock::now;

/// How long an answer is kept before the desk is asked again, in milliseconds.
const KEPT_MILLIS: i64 = 60_000;

/// The same where it was not known: whoever is to answer may have come meanwhile.
const UNKNOWN_KEPT_MILLIS: i64 = 5_000;

/// How many sites' answers are kept at once.
const MAX_KEPT: usize = 1_000;

thread_local! {
    static KEPT: RefCell<HashMap<SiteKey, (i64, Option<u32>)>> = RefCell::new(HashMap::new());
}

/// The wait in minutes; `None` where it is not known, or the desk doesn't say.
pub async fn usual(env: &Env, site: &SiteKey) -> Option<u32> {
    let at = now().millis();
    let kept = KEPT.with_borrow(|kept| kept.get(site).copied());
    if let Some((until, wait)) = kept
        && at < until
    {
        return wait;
    }
    let wait = ask(env, site).await.unwrap_or_else(|error| {
        console_error!("the desk did not tell its wait: {error}");
        None
    });
    KEPT.with_borrow_mut(|kept| {
        if kept.len() >= MAX_KEPT {
            kept.clear();
        }
        let kept_millis = wait.map_or(UNKNOWN_KEPT_MILLIS, |_| KEPT_MILLIS);
        kept.insert(site.clone(), (at + kept_millis, wait));
    });
    wait
}

async fn ask(env: &Env, site: &SiteKey) -> Result<Option<u32>> {
    bindings::desk(env, site)?.call(&DeskCall::UsualWait).await
}
