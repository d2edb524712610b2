//! A pause that can be cut short.

use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::pin::pin;
use std::task::{Poll, Waker};
use std::time::Duration;

use worker::Delay;

/// A pause of one task at a time.
#[derive(Default)]
pub(super) struct Pause {
    waiting: RefCell<Option<Waker>>,
    is_over: Cell<bool>,
}

impl Pause {
    /// Waits so long, or until the pause is ended.
    pub(super) async fn wait(&self, long: Duration) {
        self.is_over.set(false);
        let mut delay = pin!(Delay::from(long));
        poll_fn(|context| {
            if self.is_over.get() {
                return Poll::Ready(());
            }
            self.waiting.replace(Some(context.waker().clone()));
            delay.as_mut().poll(context)
        })
        .await;
        self.waiting.replace(None);
    }

    /// Ends it, if one is made.
    pub(super) fn end(&self) {
        self.is_over.set(true);
        if let Some(waiting) = self.waiting.take() {
            waiting.wake();
        }
    }
}
