//! A picture of every screen of the panel, for people to look at: `cargo xtask screenshots`.

use anyhow::Result;
use serde_json::json;
use tests::agent::Agent;
use tests::hooks::{DELIVERED, IN_TRANSIT, TestOrder};
use tests::pages::browser::{DESKTOP, ENGLISH, FRENCH, PHONE, Screen, Taste};
use tests::pages::merchant::{self, Merchant, Premises};
use tests::pages::panel::Panel;
use tests::pages::scene::{plain_number, ship};
use tests::pages::shop::Shop;
use tests::pages::stage::{self, Stage};
use tests::pages::until;
use tests::site::Site;
use thirtyfour::{By, Key};

/// Arabic, light.
const ARABIC: Taste = Taste {
    languages: "ar,en",
    dark: false,
};

#[tokio::test]
async fn tour_in_french_on_a_phone() {
    stage::play("tour-fr", async |stage| {
        tour(&stage, PHONE, FRENCH, "fr-FR").await
    })
    .await;
}

#[tokio::test]
async fn tour_in_french_on_a_desktop() {
    stage::play("tour-fr", async |stage| {
        tour(&stage, DESKTOP, FRENCH, "fr-FR").await
    })
    .await;
}

#[tokio::test]
async fn tour_in_english_on_a_phone() {
    stage::play("tour-en", async |stage| {
        tour(&stage, PHONE, ENGLISH, "en-GB").await
    })
    .await;
}

#[tokio::test]
async fn tour_in_english_on_a_desktop() {
    stage::play("tour-en", async |stage| {
        tour(&stage, DESKTOP, ENGLISH, "en-GB").await
    })
    .await;
}

#[tokio::test]
async fn tour_in_arabic_on_a_phone() {
    stage::play("tour-ar", async |stage| {
        tour(&stage, PHONE, ARABIC, "ar").await
    })
    .await;
}

/// Goes where a shopper goes, by what there is on the screens, whatever the language.
async fn tour(stage: &Stage, screen: Screen, taste: Taste, language: &str) -> Result<()> {
    let (site, merchant) = dressed(language).await?;
    let order = TestOrder::in_two_parcels();
    assert_eq!(site.shopify("orders/create", &order.body()).await, 200);
    let browser = stage.browser(screen, taste).await?;
    let shop = Shop::visit(&browser, &merchant.url).await?;
    browser.picture("launcher").await?;
    let panel = shop.open().await?;
    has(&panel, ".said .bubble").await?;
    pictures(&panel, "greeting").await?;

    press(&panel, ".choice").await?;
    has(&panel, ".form input").await?;
    pictures(&panel, "form").await?;
    press(&panel, ".form .action").await?;
    has(&panel, ".form .wrong").await?;
    pictures(&panel, "form-unfilled").await?;
    fill(
        &panel,
        ".form .field:nth-of-type(1) input",
        plain_number(&order),
    )
    .await?;
    fill(&panel, ".form .field:nth-of-type(2) input", &order.postcode).await?;
    press(&panel, ".form .action").await?;
    panel.card().await?;
    pictures(&panel, "card").await?;
    ship(&site, &order).await;
    panel.news().await?;
    pictures(&panel, "notice").await?;

    press(&panel, "header .plain").await?;
    has(&panel, ".page .entry").await?;
    pictures(&panel, "overview").await?;
    fill(&panel, ".page input", "bois").await?;
    browser.keys(Key::Enter).await?;
    press(&panel, ".answer summary").await?;
    pictures(&panel, "answers").await?;
    press(&panel, ".page .entry").await?;
    has(&panel, ".page .order").await?;
    pictures(&panel, "order").await?;
    press(&panel, ".page > .action").await?;
    has(&panel, "textarea").await?;
    browser.keys(Key::Enter).await?;
    press(&panel, "header .quiet").await?;
    has(&panel, ".turn").await?;
    pictures(&panel, "waiting").await?;
    with_agent(&panel, &site, language).await?;
    press(&panel, "header .plain:last-child").await?;
    shop.is_closed().await?;
    let delivered = order.tracker(0, &[(IN_TRANSIT, 20), (DELIVERED, 1)]);
    assert_eq!(site.easypost(&delivered).await, 200);
    shop.teaser().await?;
    pictures(&panel, "teaser").await
}

/// An agent takes the case, answers it and settles it.
async fn with_agent(panel: &Panel, site: &Site, language: &str) -> Result<()> {
    let account = site.hire("Camille Roux", false).await;
    let mut agent = Agent::sign_in(site, &account).await;
    let case = agent.case(|_| true).await.contact;
    let answer = match language {
        "fr-FR" => "Bonjour, je regarde où en est votre colis.",
        "ar" => "مرحبًا، أتحقّق الآن من طردك.",
        _ => "Hello, let me see where your parcel is.",
    };
    agent.take(&case).await.expect("nobody else has it");
    agent.reply(&case, answer).await.expect("it is theirs");
    panel.sees(answer).await?;
    pictures(panel, "answered").await?;
    agent.resolve(&case).await.expect("it is theirs");
    has(panel, ".log > .choices").await?;
    pictures(panel, "settled").await
}

/// A shop with everything that a panel may show, in its winter dress.
async fn dressed(language: &str) -> Result<(Site, Merchant)> {
    let premises = Premises::find()?;
    let mut site = Site::new("Atelier des Rennes");
    site.origins = vec![premises.url.clone()];
    site.rules["winter"] = json!(true);
    site.rules["hours"] = json!("Mo-Su 08:00-23:00");
    let tag = language.split('-').next();
    site.rules["articles"] = json!([{
        "title": "En quel bois sont les jouets\u{202f}?",
        "text": "En hêtre du Jura, huilé à l’huile de lin. https://example.com/bois",
        "language": tag,
    }]);
    let site = site.provision(&stage::edge()).await;
    let script = merchant::script_tag(&site.edge.url, &site.key);
    let merchant = premises.serve(merchant::page(language, &script));
    Ok((site, merchant))
}

async fn pictures(panel: &Panel, state: &str) -> Result<()> {
    let browser = panel.enter().await?;
    for dark in [false, true] {
        browser.prefer(dark).await?;
        browser.picture(state).await?;
    }
    browser.prefer(false).await?;
    for (name, value) in [("prefers-contrast", "more"), ("forced-colors", "active")] {
        browser.emulate(&[(name, value)]).await?;
        browser.picture(&format!("{state}-{name}")).await?;
    }
    browser.emulate(&[]).await
}

async fn press(panel: &Panel, selector: &str) -> Result<()> {
    panel.enter().await?.press(By::Css(selector)).await
}

async fn fill(panel: &Panel, selector: &str, words: &str) -> Result<()> {
    let field = panel.enter().await?.find(By::Css(selector)).await?;
    Ok(field.send_keys(words).await?)
}

/// Waits until something is shown.
async fn has(panel: &Panel, selector: &str) -> Result<()> {
    until(selector, async || {
        let browser = panel.enter().await?;
        let found = browser.driver.find(By::Css(selector)).await?;
        Ok(found.is_displayed().await?.then_some(()))
    })
    .await
}
