//! The calendar around a delivery: time zones, holidays and the days on which a carrier works.

pub mod holidays;
mod working_days;
mod zone;

pub use working_days::{Calendar, WorkingWeek};
pub use zone::Zone;
