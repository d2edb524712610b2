//! Asking La Poste about the numbers that are followed.

use shared::time::Timestamp;
use shared::tracking::laposte::{self, Outcome, Polled};
use shared::tracking::polling::{Polling, batches, next_poll};
use worker::{Error, Result};

use super::{Inner, Round, Unheard};
use crate::clock::now;
use crate::intake;
use crate::sites::Site;
use crate::store::poll::Followed;

/// How many calls a round makes: what they tell has to fit into what one event may do.
const CALLS_A_ROUND: usize = 4;

/// How many times in a row the service may fail before others are asked about: it may be these
/// numbers that it chokes on.
const MAX_FAILURES: u32 = 3;

/// How far ahead of its time a number may be asked about, to fill a call, in milliseconds.
const AHEAD_MILLIS: i64 = 3 * 60_000;

impl Inner {
    /// Follows a number from now on. One that can't be La Poste's is left out.
    pub(super) fn follow(&self, number: &str) -> Result<()> {
        if !laposte::may_know(number) {
            return Ok(());
        }
        let mut seed = [0_u8; 8];
        getrandom::fill(&mut seed).map_err(|error| Error::RustError(error.to_string()))?;
        let polling = Polling::begin(now().0, u64::from_le_bytes(seed));
        self.store.follow(number, &polling)
    }

    /// Asks about the numbers that are due, and about those that soon will be.
    pub(super) async fn ask_about_parcels(&self, site: &Site) -> Result<Round> {
        let until = now().0.plus_millis(AHEAD_MILLIS);
        let due = self
            .store
            .due(until, CALLS_A_ROUND * laposte::MAX_NUMBERS)?;
        let numbers: Vec<String> = due.iter().map(|each| each.number.clone()).collect();
        let mut followed = due.into_iter();
        for batch in batches(&numbers) {
            let asked = self.ask_about(site, batch).await;
            let outcomes = match &asked {
                Ok(outcomes) => outcomes.clone(),
                Err(_) if self.store.failures()? < MAX_FAILURES => Vec::new(),
                Err(_) => laposte::outcomes(batch, &[]),
            };
            for (polled, each) in outcomes.into_iter().zip(followed.by_ref()) {
                self.hear(each, polled.outcome, now().0).await?;
            }
            if let Err(unheard) = asked {
                return Ok(Err(unheard));
            }
        }
        Ok(Ok(()))
    }

    async fn ask_about(
        &self,
        site: &Site,
        numbers: &[String],
    ) -> std::result::Result<Vec<Polled>, Unheard> {
        let nothing = || laposte::outcomes(numbers, &[]);
        let Some(api) = &site.rules.sources.laposte else {
            return Ok(nothing());
        };
        let Some(request) = laposte::request(numbers, site.language, &api.key) else {
            return Ok(nothing());
        };
        let answer = self
            .fetch(
                &api.base_url,
                &request.path,
                &request.headers,
                laposte::has_answer,
            )
            .await?;
        let polled =
            laposte::read(&answer.body, now().0).map_err(|problem| self.unreadable(problem))?;
        Ok(laposte::outcomes(numbers, &polled))
    }

    /// Passes on what is new of a number, and keeps when to ask about it again.
    async fn hear(&self, followed: Followed, outcome: Outcome, at: Timestamp) -> Result<()> {
        let polling = followed.polling.after(&outcome, at);
        let mut told = followed.told;
        if let Outcome::Update { update, .. } = outcome
            && told.as_ref() != Some(&update.delivery_id)
        {
            told = Some(update.delivery_id.clone());
            intake::parcel(&self.env, &self.site, self.source.name(), *update).await?;
        }
        let next = next_poll(&polling);
        let number = followed.number;
        let followed = Followed {
            number,
            polling,
            told,
        };
        self.store.save(&followed, next)
    }
}
