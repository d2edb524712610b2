//! Texts that agents send often, and the guard that every answer passes.
//!
//! A template is a sentence pattern of Project Fluent with typed [`Field`]s. What a field stands
//! for is a fact of the case, or left for the agent to type: until then a mark stands in its place
//! (`⟨amount⟩`), and [`guard`] lets no text pass that holds one.
//!
//! The edge renders; a browser only calls [`guard`] and [`marks`], which bring no sentences along.

mod facts;
mod field;
pub mod guard;
pub mod marks;
mod render;
mod starter;

pub use facts::{Facts, Subject};
pub use field::{Field, Fill};
pub use render::{Draft, Frame, Unreadable, draft, fields_of};
pub use starter::{Starter, starters};

#[cfg(test)]
mod tests;
