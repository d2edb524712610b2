//! What a session tells of the shop: when somebody answers, how long that takes, what there is to find.

use std::time::{Duration, Instant};

use serde_json::json;
use shared::language::Language;
use shared::protocol::session::SiteCard;
use tests::agent::Agent;
use tests::shopper::{Credentials, Shopper, open_session};
use tests::site::Site;

use crate::server;

/// A little longer than the edge keeps that a wait is not known.
const PATIENCE: Duration = Duration::from_secs(15);

#[tokio::test]
async fn pg17_hours_and_help_are_told_as_they_are_set() {
    let plain = Site::new("Atelier muet").provision(&server().edge()).await;
    let card = card(&plain, Language::French).await;
    assert_eq!((card.help, card.wait_minutes), (false, None));
    assert_eq!(card.hours, []);

    let mut site = Site::new("Atelier ouvert");
    site.rules["hours"] = json!("24/7");
    site.rules["articles"] = json!([{ "title": "Retours", "text": "Trente jours." }]);
    let site = site.provision(&server().edge()).await;
    let open = self::card(&site, Language::French).await;
    assert!(open.help, "{open:?}");
    let [stretch] = open.hours.as_slice() else {
        panic!("day and night is one stretch: {open:?}");
    };
    let days = stretch.until.millis_since(stretch.from) / 86_400_000;
    assert!((7..=8).contains(&days), "{open:?}");
    assert!(!self::card(&site, Language::German).await.help);
}

#[tokio::test]
async fn pg17_a_wait_is_told_once_it_was_measured() {
    let site = Site::new("Atelier rapide")
        .provision(&server().edge())
        .await;
    let account = site.hire("Noé", true).await;
    let mut agent = Agent::sign_in(&site, &account).await;
    for _ in 0..5 {
        let mut shopper = Shopper::new(&site).await;
        shopper.say("Bonjour").await;
        shopper.ask_for_human().await;
        agent.take(&shopper.contact).await.expect("it waits");
        agent.resolve(&shopper.contact).await.expect("it is held");
    }
    let started = Instant::now();
    while card(&site, Language::French).await.wait_minutes != Some(1) {
        assert!(started.elapsed() < PATIENCE, "no wait is told");
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

async fn card(site: &Site, language: Language) -> SiteCard {
    let credentials = Credentials {
        language,
        ..Credentials::default()
    };
    let session = open_session(site, &credentials).await;
    session.expect("a session").site
}
