//! Lost, and found.
//!
//! A loss is told once, whoever says so: the carrier, or its silence beyond the time after which
//! it searches. It stays open until the parcel is seen again, and that is told in turn.

use super::followed::Followed;
use super::occasion::{Found, Memory, Occasion};
use super::silence;
use crate::notice::NoticeKind;
use crate::time::Timestamp;
use crate::tracking::Status;

/// Finds a loss, or the end of the one that was told.
pub(super) fn find<'a>(followed: &Followed<'a>, memory: &Memory, found: &mut Found<'a>) {
    match open_loss(followed, memory) {
        Some(loss) => find_end(followed, memory, loss, found),
        None => find_loss(followed, memory, found),
    }
}

/// The occasion of the last loss that was told, unless its end was.
fn open_loss<'m>(followed: &Followed, memory: &'m Memory) -> Option<&'m str> {
    let number = &followed.parcel.number;
    let loss = memory.occasions(number, NoticeKind::PresumedLost).last()?;
    let end = memory.key(number, NoticeKind::Found, Some(loss));
    (!memory.has(&end)).then_some(loss)
}

fn find_loss<'a>(followed: &Followed<'a>, memory: &Memory, found: &mut Found<'a>) {
    let kind = NoticeKind::PresumedLost;
    let number = &followed.parcel.number;
    let is_lost = followed.state.status == Status::Lost;
    let lost_at = followed.state.since.filter(|_| is_lost);
    if let Some(lost_at) = lost_at {
        let day = followed.clock.day_of(lost_at);
        let key = memory.key(number, kind, Some(day.as_str()));
        let settled_at = followed.settled(followed.parcel.standing_heard_at);
        let occasion = Occasion::new(key, kind, Some(&followed.parcel.number), lost_at);
        found.occasions.push(occasion.settled_at(settled_at));
    } else if let Some(silence) = silence::presumed_lost(followed) {
        let day = followed.clock.day_of(silence.due);
        found.when(silence.due, followed.clock.now, || {
            let key = memory.key(number, kind, Some(day.as_str()));
            silence.told(key, kind, followed)
        });
    }
}

/// A scan that is not older than silence may be ends a loss, unless it only tells of trouble.
/// Where the parcel stands may say more than that it was found.
fn find_end<'a>(followed: &Followed<'a>, memory: &Memory, loss: &str, found: &mut Found<'a>) {
    let stalled = silence::stalled(followed).is_some_and(|stall| stall.due <= followed.clock.now);
    if stalled || matches!(followed.state.status, Status::Lost | Status::Exception) {
        return;
    }
    let key = memory.key(&followed.parcel.number, NoticeKind::Found, Some(loss));
    let moves = matches!(followed.state.status, Status::InTransit | Status::Delayed);
    match seen_again_at(followed, loss).filter(|_| moves) {
        Some(seen_at) => {
            let number = Some(followed.parcel.number.as_str());
            let occasion = Occasion::new(key, NoticeKind::Found, number, seen_at);
            found.occasions.push(occasion);
        }
        None => found.passed.push(key),
    }
}

/// When it moved after a loss; else when it was scanned, under a code that moves nothing.
fn seen_again_at(followed: &Followed, loss: &str) -> Option<Timestamp> {
    let moved_at = followed.state.occurred_at;
    moved_at
        .filter(|&at| followed.clock.day_of(at).as_str() >= loss)
        .or_else(|| followed.last_seen())
}
