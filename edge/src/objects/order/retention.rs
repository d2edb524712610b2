//! Who bought an order is kept for as long as the merchant keeps anything, counted from the last
//! that was heard of the order; once a week the alarm looks.

use worker::{Result, console_error};

use super::{Inner, LOOK_AGAIN_MILLIS};
use crate::clock::{Now, now};
use crate::sites;
use crate::store::order::Record;
use crate::store::{alarms, outbox};

/// The alarm of the next look.
const RETENTION: &str = "retention";

/// How long after a look the next one comes, in milliseconds.
const LOOK_EVERY_MILLIS: i64 = 7 * 24 * 3_600_000;

impl Inner {
    /// Notes that the order was heard of; the first time sets the first look.
    pub(super) fn note_heard(&self, record: &mut Record, now: Now) -> Result<()> {
        if record.heard_at.replace(now.0).is_none() {
            self.look_at_buyer_in(LOOK_EVERY_MILLIS, now)?;
        }
        Ok(())
    }

    /// Forgets the buyer, for good, whatever the shop says of them later.
    pub(super) fn forget_buyer(&self, record: &mut Record, now: Now) -> Result<()> {
        record.forgotten = true;
        record.order.forget_buyer();
        alarms::set(&self.store.sql, RETENTION, None)?;
        outbox::take_back(&self.store.sql, "find")?;
        self.owe_index(record, now)?;
        self.owe_text(record, now)?;
        self.owe_marks(record, now)
    }

    /// Forgets a buyer who is past their time, if it is time to look. A failure puts it off, and is
    /// no reason not to run what is owed.
    pub(super) async fn retain_if_due(&self) -> Result<()> {
        if !alarms::is_due(&self.store.sql, RETENTION, now())? {
            return Ok(());
        }
        if let Err(error) = self.retain().await {
            console_error!("a buyer could not be looked at: {error}");
            self.look_at_buyer_in(LOOK_AGAIN_MILLIS, now())?;
        }
        Ok(())
    }

    async fn retain(&self) -> Result<()> {
        let site = sites::load(&self.env, &self.site).await?;
        let now = now();
        self.store.sql.transaction(|| {
            let mut record = self.store.load()?;
            let before = site.map(|site| site.rules.retention_days.before(now.0));
            if record.heard_at < before {
                self.forget_buyer(&mut record, now)?;
                return self.store.save(&record);
            }
            self.look_at_buyer_in(LOOK_EVERY_MILLIS, now)
        })
    }

    fn look_at_buyer_in(&self, millis: i64, now: Now) -> Result<()> {
        let due = now.0.plus_millis(millis);
        alarms::set(&self.store.sql, RETENTION, Some(due))
    }
}
