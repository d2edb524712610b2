//! The link to the edge: when to connect, when to ping, when to give a silent socket up.
//!
//! A client feeds what happens to its socket into [`Link::step`] and does what comes out. After a
//! failure the wait is drawn evenly between half a second and a ceiling that doubles up to half a
//! minute (full jitter), so that an edge that restarts is not met by every client at once. The
//! ceiling begins low where somebody waits for an answer.

use crate::time::Timestamp;

/// The shortest wait before a new attempt, in milliseconds.
pub const MIN_WAIT_MILLIS: i64 = 500;

/// Below this the first wait is drawn while somebody looks, in milliseconds,
const WATCHED_CEILING_MILLIS: i64 = 1_000;

/// and below this while nobody does: an edge that restarts meets a few who wait for an answer, and
/// then the crowd.
const UNWATCHED_CEILING_MILLIS: i64 = 8_000;

/// The longest wait that a client draws by itself, in milliseconds.
pub const MAX_WAIT_MILLIS: i64 = 30_000;

/// How often a client pings, whatever else is said: by its pings the edge knows that it is there,
/// in milliseconds.
pub const PING_AFTER_MILLIS: i64 = 25_000;

/// How long an answer to a ping may take, in milliseconds.
pub const PONG_WITHIN_MILLIS: i64 = 8_000;

/// How long a socket may take to open, in milliseconds.
pub const OPEN_WITHIN_MILLIS: i64 = 15_000;

/// How long a link must have held for its loss to count as the first, in milliseconds.
const STEADY_AFTER_MILLIS: i64 = 10_000;

/// The state of a link. A new one connects at its first [`Input::Tick`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    phase: Phase,
    failures: u32,
    first_ceiling: i64,
    told_to_wait_until: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    Down {
        retry_at: Timestamp,
    },
    Connecting {
        since: Timestamp,
    },
    Up {
        since: Timestamp,
        /// When the edge last answered a ping, or the socket was opened.
        tested_at: Timestamp,
        pinged_at: Option<Timestamp>,
    },
    Stopped,
}

/// What happens to a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Input {
    /// The socket is open.
    Opened,
    /// A frame came, whatever it holds.
    Heard,
    /// The socket closed, or could not be opened.
    Closed,
    /// The edge says when to come back.
    ToldToWait {
        /// From now, in seconds.
        seconds: u32,
    },
    /// The network or the page came back to life: what was believed may no longer hold.
    Woken,
    /// Time has passed.
    Tick,
    /// The link is no longer wanted.
    Stop,
}

/// What the client does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// Opens a new socket.
    Connect,
    /// Sends [`crate::protocol::PING`].
    Ping,
    /// Drops the socket, without waiting for it to close and deaf to whatever it still says.
    Drop,
}

/// How a link looks to the person who depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkStatus {
    /// A socket is being opened.
    Connecting,
    /// Frames go through.
    Up,
    /// Nothing goes through until the next attempt.
    Waiting {
        /// When that is.
        until: Timestamp,
    },
    /// No attempt will be made.
    Stopped,
}

impl Default for Link {
    fn default() -> Self {
        Self {
            phase: Phase::Down {
                retry_at: Timestamp(0),
            },
            failures: 0,
            first_ceiling: WATCHED_CEILING_MILLIS,
            told_to_wait_until: Timestamp(0),
        }
    }
}

impl Link {
    /// The link of a client that nobody looks at.
    pub fn unwatched() -> Self {
        Self {
            first_ceiling: UNWATCHED_CEILING_MILLIS,
            ..Self::default()
        }
    }

    /// Takes an input. `draw` is a random number, even over its range; it decides the next wait.
    #[must_use]
    pub fn step(mut self, input: Input, now: Timestamp, draw: u32) -> (Self, Vec<Output>) {
        let outputs = match input {
            Input::Opened => self.opened(now),
            Input::Heard => self.heard(now),
            Input::Closed => self.closed(now, draw),
            Input::ToldToWait { seconds } => self.told_to_wait(now, seconds),
            Input::Woken => self.woken(now),
            Input::Tick => self.ticked(now, draw),
            Input::Stop => self.stopped(),
        };
        (self, outputs)
    }

    /// When the next [`Input::Tick`] is due, if one is.
    pub fn wake_at(&self) -> Option<Timestamp> {
        match self.phase {
            Phase::Down { retry_at } => Some(retry_at),
            Phase::Connecting { since } => Some(since.plus_millis(OPEN_WITHIN_MILLIS)),
            Phase::Up {
                pinged_at: Some(at),
                ..
            } => Some(at.plus_millis(PONG_WITHIN_MILLIS)),
            Phase::Up { tested_at, .. } => Some(tested_at.plus_millis(PING_AFTER_MILLIS)),
            Phase::Stopped => None,
        }
    }

    /// How the link looks from outside.
    pub fn status(&self) -> LinkStatus {
        match self.phase {
            Phase::Down { retry_at } => LinkStatus::Waiting { until: retry_at },
            Phase::Connecting { .. } => LinkStatus::Connecting,
            Phase::Up { .. } => LinkStatus::Up,
            Phase::Stopped => LinkStatus::Stopped,
        }
    }

    fn opened(&mut self, now: Timestamp) -> Vec<Output> {
        if matches!(self.phase, Phase::Connecting { .. }) {
            self.phase = Phase::Up {
                since: now,
                tested_at: now,
                pinged_at: None,
            };
        }
        Vec::new()
    }

    fn heard(&mut self, now: Timestamp) -> Vec<Output> {
        if let Phase::Up {
            since,
            pinged_at: Some(_),
            ..
        } = self.phase
        {
            self.phase = Phase::Up {
                since,
                tested_at: now,
                pinged_at: None,
            };
        }
        Vec::new()
    }

    fn closed(&mut self, now: Timestamp, draw: u32) -> Vec<Output> {
        match self.phase {
            Phase::Stopped | Phase::Down { .. } => return Vec::new(),
            Phase::Up { since, .. } if now.millis_since(since) >= STEADY_AFTER_MILLIS => {
                self.failures = 0;
            }
            Phase::Up { .. } | Phase::Connecting { .. } => {}
        }
        let wait = wait_millis(self.first_ceiling, self.failures, draw);
        let retry_at = now.plus_millis(wait);
        self.failures = self.failures.saturating_add(1);
        self.phase = Phase::Down {
            retry_at: retry_at.max(self.told_to_wait_until),
        };
        Vec::new()
    }

    fn told_to_wait(&mut self, now: Timestamp, seconds: u32) -> Vec<Output> {
        self.told_to_wait_until = now.plus_millis(i64::from(seconds) * 1_000);
        if let Phase::Down { retry_at } = self.phase {
            self.phase = Phase::Down {
                retry_at: retry_at.max(self.told_to_wait_until),
            };
        }
        Vec::new()
    }

    fn woken(&mut self, now: Timestamp) -> Vec<Output> {
        match self.phase {
            Phase::Down { .. } if now >= self.told_to_wait_until => self.connect(now),
            Phase::Up {
                since,
                tested_at,
                pinged_at: None,
            } => {
                self.phase = Phase::Up {
                    since,
                    tested_at,
                    pinged_at: Some(now),
                };
                vec![Output::Ping]
            }
            _ => Vec::new(),
        }
    }

    fn ticked(&mut self, now: Timestamp, draw: u32) -> Vec<Output> {
        if self.wake_at().is_none_or(|at| now < at) {
            return Vec::new();
        }
        match self.phase {
            Phase::Down { .. } => self.connect(now),
            Phase::Up {
                since,
                tested_at,
                pinged_at: None,
            } => {
                self.phase = Phase::Up {
                    since,
                    tested_at,
                    pinged_at: Some(now),
                };
                vec![Output::Ping]
            }
            // A socket that neither opens nor answers is not waited for: its own close may take
            // minutes to come.
            Phase::Connecting { .. } | Phase::Up { .. } => {
                self.closed(now, draw);
                vec![Output::Drop]
            }
            Phase::Stopped => Vec::new(),
        }
    }

    fn connect(&mut self, now: Timestamp) -> Vec<Output> {
        self.phase = Phase::Connecting { since: now };
        vec![Output::Connect]
    }

    fn stopped(&mut self) -> Vec<Output> {
        self.phase = Phase::Stopped;
        vec![Output::Drop]
    }
}

fn wait_millis(first_ceiling: i64, failures: u32, draw: u32) -> i64 {
    let doubled = first_ceiling << failures.min(10);
    let span = doubled.min(MAX_WAIT_MILLIS) - MIN_WAIT_MILLIS;
    MIN_WAIT_MILLIS + span * i64::from(draw) / i64::from(u32::MAX)
}

#[cfg(test)]
mod tests;
