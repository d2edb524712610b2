//! What a load comes to.

use std::time::Duration;

use serde::Serialize;

/// The figures of one load.
#[derive(Serialize)]
pub struct Figures {
    /// Messages or requests a second.
    pub rate: f64,
    /// Milliseconds within which half of them came back,
    pub p50: f64,
    /// 95 of 100,
    pub p95: f64,
    /// and 99 of 100.
    pub p99: f64,
    /// The server's processor time for each, in microseconds.
    pub cpu: f64,
    /// How much of one processor this client took, in percent. Near 100 it was the client that set the rate.
    pub client_busy: f64,
}

/// How long something takes when nothing else is to be done.
#[derive(Serialize)]
pub struct Delays {
    /// How many times it was done.
    pub count: usize,
    /// Milliseconds within which half of them were done,
    pub p50: f64,
    /// 95 of 100,
    pub p95: f64,
    /// and 99 of 100.
    pub p99: f64,
}

/// What was counted while a load lasted.
pub struct Counted {
    /// How long each message or request took.
    pub latencies: Vec<Duration>,
    /// How long it was counted for.
    pub lasted: Duration,
    /// The processor time of the server meanwhile.
    pub server_cpu: Duration,
    /// The processor time of this process meanwhile.
    pub client_cpu: Duration,
}

impl Delays {
    /// Sums them up.
    pub fn of(mut delays: Vec<Duration>) -> Self {
        delays.sort_unstable();
        Self {
            count: delays.len(),
            p50: percentile(&delays, 50),
            p95: percentile(&delays, 95),
            p99: percentile(&delays, 99),
        }
    }
}

impl Counted {
    /// Sums it up.
    pub fn figures(mut self) -> Figures {
        self.latencies.sort_unstable();
        let count = self.latencies.len();
        let seconds = self.lasted.as_secs_f64();
        Figures {
            rate: as_float(count) / seconds,
            p50: percentile(&self.latencies, 50),
            p95: percentile(&self.latencies, 95),
            p99: percentile(&self.latencies, 99),
            cpu: self.server_cpu.as_secs_f64() * 1e6 / as_float(count.max(1)),
            client_busy: self.client_cpu.as_secs_f64() / seconds * 100.0,
        }
    }
}

/// The latency in milliseconds that `percent` of 100 do not exceed; 0 when there is none.
fn percentile(sorted: &[Duration], percent: usize) -> f64 {
    let rank = (sorted.len() * percent).div_ceil(100);
    let found = sorted.get(rank.saturating_sub(1));
    found.map_or(0.0, |latency| latency.as_secs_f64() * 1e3)
}

/// Counts of a bench are far below 2^52.
#[allow(clippy::cast_precision_loss)]
fn as_float(count: usize) -> f64 {
    count as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    fn millis(all: impl IntoIterator<Item = u64>) -> Vec<Duration> {
        all.into_iter().map(Duration::from_millis).collect()
    }

    fn check(sorted: &[Duration], percent: usize, expect: f64) {
        let found = percentile(sorted, percent);
        assert!((found - expect).abs() < 1e-9, "p{percent}: {found}");
    }

    #[test]
    fn percentiles_are_the_nearest_rank() {
        let hundred = millis(1..=100);
        check(&hundred, 50, 50.0);
        check(&hundred, 95, 95.0);
        check(&hundred, 99, 99.0);
        check(&millis([7]), 99, 7.0);
        check(&millis([1, 2, 3]), 50, 2.0);
        check(&[], 50, 0.0);
    }

    #[test]
    fn figures_are_for_each_message() {
        let counted = Counted {
            latencies: millis([1; 400]),
            lasted: Duration::from_secs(2),
            server_cpu: Duration::from_secs(1),
            client_cpu: Duration::from_millis(500),
        };
        let figures = counted.figures();
        assert!((figures.rate - 200.0).abs() < 1e-9);
        assert!((figures.cpu - 2_500.0).abs() < 1e-9);
        assert!((figures.client_busy - 25.0).abs() < 1e-9);
    }
}
