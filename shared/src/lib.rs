//! Grelot's domain and protocol, as pure code.
//!
//! Nothing here performs I/O, reads a clock or draws a random number: time, identifiers and
//! randomness come in as arguments, decisions go out as values. That is what lets every rule be
//! tested natively in microseconds and run unchanged at the edge and in the browser.

// A test shows what went wrong by panicking.
#![cfg_attr(test, allow(clippy::unwrap_used))]

pub mod articles;
pub mod audit;
pub mod bot;
pub mod brief;
pub mod calendar;
pub mod claims;
pub mod client;
pub mod conversation;
pub mod hooks;
pub mod household;
pub mod ids;
pub mod language;
pub mod mentions;
pub mod mood;
pub mod notice;
pub mod order;
pub mod pickup;
pub mod protocol;
pub mod redact;
pub mod redress;
pub mod report;
pub mod routes;
pub mod routing;
pub mod seal;
pub mod search;
pub mod season;
pub mod settings;
pub mod signature;
pub mod sla;
pub mod source;
pub mod template;
pub mod text;
pub mod time;
pub mod tracking;
pub mod watch;
pub mod words;
