//! How shoppers are served: when somebody answers, within which time, and by whom in the season.
//! Leads set it at the desk.

use serde::{Deserialize, Serialize};

use super::{AnsweringHours, SiteRules};
use crate::routing::QueueRules;
use crate::sla::Targets;

/// What leads set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceRules {
    /// When somebody answers.
    pub hours: AnsweringHours,
    /// Within which times.
    pub targets: Targets,
    /// How cases are given to agents.
    pub queue: QueueRules,
}

/// Them, as the desk shows and keeps them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ServicePage {
    /// What is set.
    pub rules: ServiceRules,
    /// Which state of the settings that is: who changes another than the latest is told.
    pub version: i64,
    /// The country whose holidays are kept.
    pub country: String,
    /// The zone in which the hours are.
    pub time_zone: String,
}

/// `PUT /desk/api/service`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServiceChange {
    /// What is to be set.
    pub rules: ServiceRules,
    /// Which state of the settings was changed.
    pub version: i64,
}

impl ServiceRules {
    /// What is wrong with them, and where, for a shop of a country.
    pub fn problem(&self, country: &str) -> Option<String> {
        let parts = [
            ("hours", self.hours.problem(country).map(str::to_owned)),
            ("targets", self.targets.problem()),
            ("queue", self.queue.problem()),
        ];
        parts
            .into_iter()
            .find_map(|(part, what)| Some(format!("rules.{part}: {}", what?)))
    }
}

impl SiteRules {
    /// The part that leads set.
    pub fn service(&self) -> ServiceRules {
        ServiceRules {
            hours: self.hours.clone(),
            targets: self.targets.clone(),
            queue: self.queue.clone(),
        }
    }

    /// The same rules with another such part.
    #[must_use]
    pub fn serving(self, service: ServiceRules) -> Self {
        Self {
            hours: service.hours,
            targets: service.targets,
            queue: service.queue,
            ..self
        }
    }
}
