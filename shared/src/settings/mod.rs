//! What a merchant has set of its site beside its name, its look and its secrets. The operator's
//! API takes it and the edge keeps it as JSON; a part that is left out is as it would be by default.

mod answering;
mod base_url;
mod retention;
mod service;
mod sources;
mod week;

use serde::{Deserialize, Serialize};

use crate::articles::Articles;
use crate::routing::QueueRules;
use crate::season::{Season, Zone};
use crate::sla::Targets;
use crate::watch::Setting;

pub use answering::AnsweringHours;
pub use base_url::BaseUrl;
pub use retention::RetentionDays;
pub use service::{ServiceChange, ServicePage, ServiceRules};
pub use sources::{LaPosteApi, PollSource, PolledSources, PrestaShopApi, WooCommerceApi};
pub use week::{Week, spans_to_type, typed_spans};

/// A site's settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct SiteRules {
    /// How parcels are watched: when shoppers are told, what counts as late.
    pub watch: Setting,
    /// Until when to order, and by when presents must be there.
    pub season: Season,
    /// The services that the edge asks by itself, and how.
    pub sources: PolledSources,
    /// The merchant's own help, which the bot offers where it has no answer of its own.
    pub articles: Articles,
    /// How cases are given to agents.
    pub queue: QueueRules,
    /// Within which times shoppers are served.
    pub targets: Targets,
    /// When somebody answers shoppers.
    pub hours: AnsweringHours,
    /// Whether the chat wears its winter dress.
    pub winter: bool,
    /// For how many days what was said and heard is kept.
    pub retention_days: RetentionDays,
}

impl SiteRules {
    /// What is wrong with them, and where, if anything is. `loopback` says whether this very
    /// machine may be asked.
    pub fn problem(&self, loopback: bool) -> Option<String> {
        let of_watch = self.watch.check().err().map(str::to_owned);
        let of_sources = self.sources.problem(loopback).map(str::to_owned);
        let of_articles = self.articles.problem();
        let home = self.season.home.code();
        let of_hours = self.hours.problem(home).map(str::to_owned);
        let parts = [
            ("watch", of_watch),
            ("sources", of_sources),
            ("articles", of_articles),
            ("queue", self.queue.problem()),
            ("targets", self.targets.problem()),
            ("hours", of_hours),
            ("retention_days", self.retention_days.problem()),
        ];
        parts
            .into_iter()
            .find_map(|(part, what)| Some(format!("settings.{part}: {}", what?)))
    }

    /// The same for a site whose days begin in a zone. What the season says of presents holds for
    /// the watch as well.
    #[must_use]
    pub fn at(mut self, zone: Zone) -> Self {
        self.watch.zone = zone;
        self.season.zone = zone;
        let deadline = &mut self.watch.deadline;
        deadline.day = self.season.deadline.clone().or(deadline.day.take());
        deadline.all_orders |= self.season.all_orders;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(json: &str) -> SiteRules {
        serde_json::from_str(json).unwrap()
    }

    #[test]
    fn a_site_has_one_zone_and_one_deadline() {
        let zone = Zone::parse("Europe/Brussels").unwrap();
        let set = rules(r#"{"season":{"deadline":"2026-12-06","all_orders":true}}"#).at(zone);
        assert_eq!((set.watch.zone, set.season.zone), (zone, zone));
        assert_eq!(set.watch.deadline.day, set.season.deadline);
        assert!(set.watch.deadline.all_orders);
        let own = rules(r#"{"watch":{"deadline":{"day":"2026-12-06"}}}"#).at(zone);
        assert!(own.watch.deadline.day.is_some());
        assert!(!own.watch.deadline.all_orders);
    }

    #[test]
    fn what_is_wrong_is_named_with_its_place() {
        for (json, named) in [
            (r#"{"watch":{"settle_millis":-1}}"#, "settings.watch: "),
            (
                r#"{"sources":{"laposte":{"key":""}}}"#,
                "settings.sources: ",
            ),
            (
                r#"{"articles":[{"title":"","text":"Oui."}]}"#,
                "settings.articles: article 1 ",
            ),
            (r#"{"queue":{"overflow_minutes":0}}"#, "settings.queue: "),
            (
                r#"{"targets":{"first_answer_minutes":0}}"#,
                "settings.targets: ",
            ),
            (r#"{"hours":"whenever"}"#, "settings.hours: "),
            (r#"{"retention_days":29}"#, "settings.retention_days: "),
            (r#"{"retention_days":3651}"#, "settings.retention_days: "),
        ] {
            let problem = rules(json).problem(false).unwrap();
            assert!(problem.starts_with(named), "{problem}");
        }
        assert_eq!(SiteRules::default().problem(false), None);
    }
}
