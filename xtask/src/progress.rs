//! Telling what a long piece of work is doing, and for how long.

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use anyhow::Result;

/// How long a step may stay silent.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// Runs one step, and prints its name first, a line every 15 s while it lasts, and the seconds that it took.
pub fn step<T>(
    number: usize,
    total: usize,
    name: &str,
    work: impl FnOnce() -> Result<T>,
) -> Result<T> {
    println!("[{number}/{total}] {name} …");
    let started = Instant::now();
    let heartbeat = Heartbeat::start(format!("[{number}/{total}] {name}"));
    let outcome = work();
    drop(heartbeat);
    if outcome.is_ok() {
        println!("[{number}/{total}] {name}: {}", seconds(started.elapsed()));
    }
    outcome
}

/// A duration in seconds, to the tenth: `12.3 s`.
pub fn seconds(duration: Duration) -> String {
    format!("{:.1} s", duration.as_secs_f64())
}

struct Heartbeat {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Heartbeat {
    fn start(name: String) -> Self {
        let (stop, stopped) = channel::<()>();
        let started = Instant::now();
        let thread = std::thread::spawn(move || {
            while stopped.recv_timeout(HEARTBEAT) == Err(RecvTimeoutError::Timeout) {
                println!("{name}: still at it after {}", seconds(started.elapsed()));
            }
        });
        Self {
            stop: Some(stop),
            thread: Some(thread),
        }
    }
}

impl Drop for Heartbeat {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // A heartbeat that panicked has nothing left to say.
            let _ = thread.join();
        }
    }
}
