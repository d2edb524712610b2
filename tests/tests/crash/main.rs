//! workerd killed in the middle of things: what was acknowledged is there, once, and in order.

mod cuts;
mod faults;
mod load;
mod owed;
mod replay;
mod story;
mod timers;
