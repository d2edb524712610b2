//! The merchant's own help: searched by any page, offered by the bot.

use serde_json::json;
use tests::http::{Answer, Request};
use tests::shopper::Shopper;
use tests::site::Site;

use crate::server;

#[tokio::test]
async fn bo4_the_bot_offers_what_the_help_says_and_then_a_human() {
    let mut shopper = Shopper::new(&shop_with_help().await).await;
    let seq = shopper.say("De quel bois est l’ours ?").await;
    let introduction = shopper.answer_after(seq).await;
    assert!(introduction.text.contains("aide de la boutique"));
    let article = shopper.answer_after(seq + 1).await;
    assert_eq!(article.text, "En quel bois sont les jouets ?\n\nEn hêtre.");
    let seq = shopper.say("Et la peinture de la girafe ?").await;
    let handed_over = shopper.answer_after(seq).await;
    assert!(handed_over.text.contains("conseiller"), "{handed_over:?}");
}

#[tokio::test]
async fn a_page_finds_articles_of_its_language() {
    let site = shop_with_help().await;
    let answer = ask(&site, "q=bois+des+jouets").await;
    assert_eq!(answer.status, 200, "{}", answer.body);
    assert_eq!(answer.header("access-control-allow-origin"), Some("*"));
    let found = answer.json();
    let title = &found["articles"][0]["title"];
    assert_eq!(title, &json!("En quel bois sont les jouets ?"));
    let english = ask(&site, "q=bois+des+jouets&language=en").await.json();
    assert_eq!(english["articles"], json!([]));
    let nothing = ask(&site, "q=").await;
    assert_eq!(nothing.status, 400);
    assert_eq!(nothing.header("cache-control"), Some("no-store"));
}

async fn shop_with_help() -> Site {
    let mut site = Site::new("Atelier qui répond");
    site.rules["articles"] = json!([{
        "title": "En quel bois sont les jouets ?",
        "text": "En hêtre.",
    }]);
    site.provision(&server().edge()).await
}

async fn ask(site: &Site, query: &str) -> Answer {
    let address = format!(
        "{}/api/v1/sites/{}/articles?{query}",
        site.edge.url, site.key
    );
    Request::new("GET", address).send().await
}
