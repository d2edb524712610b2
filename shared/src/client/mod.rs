//! What a client keeps between the socket and the screen, as plain state: the widget and the desk
//! wrap it in signals, the tests don't.

pub mod accent;
pub mod link;
pub mod links;
pub mod outbox;
pub mod reading;
pub mod talks;
pub mod timeline;
pub mod writing;

pub use outbox::{Delivery, Entry, Outbox};
pub use timeline::{Page, Timeline};
