//! One measurement taken in several rounds, and what the rounds come to.

use serde::{Deserialize, Serialize};

/// The figures of one load, as the load client prints them.
#[derive(Clone, Copy, Serialize, Deserialize)]
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
    /// How much of one processor the client took, in percent.
    pub client_busy: f64,
}

/// What was measured once in every round.
#[derive(Serialize)]
pub struct Rounds {
    /// What it was.
    pub name: &'static str,
    /// The median of each figure.
    pub median: Figures,
    taken: Vec<Figures>,
}

/// How the rate of one compares with that of another, round by round.
#[derive(Serialize)]
pub struct Ratio {
    /// Which of which.
    pub name: String,
    /// The median of the rounds,
    pub median: f64,
    /// the lowest,
    pub min: f64,
    /// and the highest.
    pub max: f64,
}

impl Rounds {
    /// Sums the rounds up.
    pub fn new(name: &'static str, rounds: Vec<Figures>) -> Self {
        let of = |figure: fn(&Figures) -> f64| median(rounds.iter().map(figure).collect());
        let median = Figures {
            rate: of(|each| each.rate),
            p50: of(|each| each.p50),
            p95: of(|each| each.p95),
            p99: of(|each| each.p99),
            cpu: of(|each| each.cpu),
            client_busy: of(|each| each.client_busy),
        };
        Self {
            name,
            median,
            taken: rounds,
        }
    }

    /// Compares rounds that ran one after the other, which a busy machine slows alike.
    pub fn ratio_to(&self, other: &Self) -> Ratio {
        let pairs = self.taken.iter().zip(&other.taken);
        let ratios: Vec<f64> = pairs.map(|(own, their)| own.rate / their.rate).collect();
        Ratio {
            name: format!("{}/{}", self.name, other.name),
            min: ratios.iter().copied().fold(f64::INFINITY, f64::min),
            max: ratios.iter().copied().fold(0.0, f64::max),
            median: median(ratios),
        }
    }
}

/// The middle one of an odd number of figures.
fn median(mut figures: Vec<f64>) -> f64 {
    figures.sort_by(f64::total_cmp);
    figures.get(figures.len() / 2).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rounds(name: &'static str, rates: [f64; 3]) -> Rounds {
        let figures = rates.map(|rate| Figures {
            rate,
            p50: 1.0 / rate,
            p95: 0.0,
            p99: 0.0,
            cpu: 0.0,
            client_busy: 0.0,
        });
        Rounds::new(name, figures.to_vec())
    }

    #[test]
    fn each_figure_has_a_median_of_its_own() {
        let figures = rounds("a", [400.0, 100.0, 200.0]).median;
        assert!((figures.rate - 200.0).abs() < 1e-9);
        assert!((figures.p50 - 0.005).abs() < 1e-9);
    }

    #[test]
    fn ratios_are_taken_within_a_round() {
        let ratio = rounds("a", [10.0, 90.0, 50.0]).ratio_to(&rounds("b", [20.0, 100.0, 50.0]));
        let expect = [(ratio.median, 0.9), (ratio.min, 0.5), (ratio.max, 1.0)];
        for (found, expect) in expect {
            assert!((found - expect).abs() < 1e-9, "{found} {expect}");
        }
        assert_eq!(ratio.name, "a/b");
    }
}
