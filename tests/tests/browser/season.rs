//! Until when to order, on a merchant's own page.

use anyhow::Result;
use chrono::{Datelike, Days, NaiveDate, Utc};
use serde_json::json;
use tests::pages::browser::{Browser, DESKTOP, FRENCH, PHONE};
use tests::pages::merchant::{self, Merchant, Premises};
use tests::pages::stage;
use tests::pages::until;
use tests::server::Edge;
use tests::site::Site;

/// What a page shows of the element, what it keeps, and how high it stands, in pixels.
const SHOWN: &str = "
const element = document.querySelector('grelot-cutoff');
const words = [...element.shadowRoot.querySelectorAll('[part]')].map((part) => part.textContent);
const kept = localStorage.length + sessionStorage.length + document.cookie.length;
return [words.join('|'), kept, Math.round(element.getBoundingClientRect().height)]";

#[tokio::test]
async fn pg15_a_product_page_counts_down_on_a_desktop() {
    stage::play("cutoff", async |stage| {
        counts_down(&stage.browser(DESKTOP, FRENCH).await?).await
    })
    .await;
}

#[tokio::test]
async fn pg15_a_product_page_counts_down_on_a_phone() {
    stage::play("cutoff", async |stage| {
        counts_down(&stage.browser(PHONE, FRENCH).await?).await
    })
    .await;
}

#[tokio::test]
async fn pg15_a_page_says_nothing_that_it_is_not_sure_of() {
    stage::play("cutoff", async |stage| {
        let browser = stage.browser(DESKTOP, FRENCH).await?;
        let yesterday = Utc::now().date_naive() - Days::new(1);
        let merchant = product_page(&stage::edge(), yesterday, "fr").await?;
        browser.goto(&merchant.url).await?;
        until("the answer", async || {
            let asked = browser.requests().await?;
            Ok(asked
                .iter()
                .any(|url| url.contains("/cutoffs"))
                .then_some(()))
        })
        .await?;
        let (_, kept, height) = shown(&browser).await?;
        assert_eq!((kept, height), (0, 0));
        Ok(())
    })
    .await;
}

/// LG1: whichever of the languages a page has, its cut-off speaks it and asks for no other.
#[tokio::test]
async fn lg1_a_product_page_is_spoken_to_in_its_language() {
    stage::play("cutoff-languages", async |stage| {
        let browser = stage.browser(DESKTOP, FRENCH).await?;
        let last_day = Utc::now().date_naive() + Days::new(18);
        let mut before = 0;
        for (tag, own, said, left) in [
            ("fr-CA", "fr", "Commandez avant", "encore 1"),
            ("en-US", "en", "Order before", "days left"),
            ("de-AT", "de", "Uhr bestellen", "noch 1"),
            ("es", "es", "Pida antes del", "quedan 1"),
            ("it", "it", "Ordini entro le", "ancora 1"),
            ("nl-BE", "nl", "Bestel vóór", "nog 1"),
            ("pt-PT", "pt", "Encomende até", "faltam 1"),
            ("ar-EG", "ar", "اطلب قبل", "يومًا"),
            ("sv", "en", "Order before", "days left"),
        ] {
            let merchant = product_page(&stage::edge(), last_day, tag).await?;
            browser.goto(&merchant.url).await?;
            let words = until(tag, async || {
                let (words, ..) = shown(&browser).await?;
                Ok(words.contains(said).then_some(words))
            })
            .await?;
            assert!(words.contains(left), "{tag}: {words}");
            assert!(words.contains(&last_day.day().to_string()), "{words}");
            let asked = browser.requests().await?;
            let asked = asked.iter().filter(|url| url.contains("/cutoff/"));
            let languages: Vec<_> = asked.skip(before).collect();
            before += languages.len();
            let language = format!("{}/cutoff/{own}.js", stage::edge().url);
            assert_eq!(languages, [&language]);
            browser.picture(tag).await?;
        }
        Ok(())
    })
    .await;
}

async fn counts_down(browser: &Browser) -> Result<()> {
    let last_day = Utc::now().date_naive() + Days::new(18);
    let merchant = product_page(&stage::edge(), last_day, "fr").await?;
    browser.goto(&merchant.url).await?;
    let words = until("the countdown", async || {
        let (words, ..) = shown(browser).await?;
        Ok(words.contains("Commandez avant").then_some(words))
    })
    .await?;
    assert!(words.contains(&last_day.day().to_string()), "{words}");
    // The hour is that of the shopper's own clock.
    assert!(words.contains("\u{a0}h pour le recevoir le "), "{words}");
    assert!(
        words.contains("encore 1") && words.contains("jours"),
        "{words}"
    );
    let (_, kept, height) = shown(browser).await?;
    assert_eq!(kept, 0);
    assert!(height > 0);
    browser.picture("counts").await
}

async fn shown(browser: &Browser) -> Result<(String, u64, u64)> {
    browser.script(SHOWN, Vec::new()).await
}

/// A page in a language with the element, of a shop whose orders must be placed by 14:00 of a day, to be there
/// two days later.
async fn product_page(edge: &Edge, last_day: NaiveDate, language: &str) -> Result<Merchant> {
    let premises = Premises::find()?;
    let mut site = Site::new("Atelier des Rennes");
    site.origins = vec![premises.url.clone()];
    let due = Utc::now().date_naive() + Days::new(20);
    site.rules["season"] = json!({
        "deadline": due.to_string(),
        "cutoffs": [{
            "label": "Colissimo à domicile",
            "destination": { "country": "FR" },
            "event_day": due.to_string(),
            "order_before": format!("{last_day}T14:00"),
            "year": due.year(),
        }],
    });
    let site = site.provision(edge).await;
    let head = format!(
        "<script async src=\"{}/cutoff.js\" data-site=\"{}\"></script>",
        edge.url, site.key
    );
    let page = merchant::page(language, &head);
    let element = "<grelot-cutoff country=\"FR\"></grelot-cutoff></main>";
    Ok(premises.serve(page.replace("</main>", element)))
}
