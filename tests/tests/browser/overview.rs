//! The screens beside the conversation: everything at a glance, and one order whole.

use anyhow::Result;
use serde_json::{Value, json};
use shared::hooks::HookSource;
use tests::hooks::{TestOrder, ago, day_in};
use tests::pages::browser::{DESKTOP, FRENCH, PHONE, Screen};
use tests::pages::panel::Panel;
use tests::pages::scene::{Scene, customers_order, plain_number, ship};
use tests::pages::shop::Shop;
use tests::pages::stage::{self, Stage};
use tests::server::Server;
use tests::site::Site;
use tests::sources;
use thirtyfour::By;

use crate::access::in_both_lights;

/// Has the frame believe that what begins with some words is another conversation: in a test no week
/// goes by.
const A_WEEK_LATER: &str = "
const { parse } = JSON;
let from = Infinity;
JSON.parse = (text) => parse(text, (_, value) => {
  if (value?.fact?.text === 'Me revoici') from = Math.min(from, value.seq);
  return value?.fact && value.seq >= from ? { ...value, conversation: 2 } : value;
});";

/// PG16: the overview leads to an order and back, with no finding of axe.
#[tokio::test]
async fn pg16_orders_are_seen_at_a_glance_on_a_desktop() {
    stage::play("overview", async |stage| at_a_glance(&stage, DESKTOP).await).await;
}

/// PG16 on a phone.
#[tokio::test]
async fn pg16_orders_are_seen_at_a_glance_on_a_phone() {
    stage::play("overview", async |stage| at_a_glance(&stage, PHONE).await).await;
}

/// PG16: an order that waits at a pickup point tells when that is open, and until when it waits.
#[tokio::test]
async fn pg16_a_pickup_point_tells_its_hours() {
    stage::play("pickup", async |stage| waits_at_a_point(&stage).await).await;
}

/// PG18: an order that the page names is opened; one that is not known is asked for.
#[tokio::test]
async fn pg18_an_order_that_the_page_names_is_opened() {
    stage::play("show-order", async |stage| is_shown(&stage).await).await;
}

/// PG17 and PG19: the overview says when somebody answers, and finds the shop's own answers.
#[tokio::test]
async fn pg19_answers_are_searched_for() {
    stage::play("answers", async |stage| are_found(&stage).await).await;
}

/// PG20: an earlier conversation is named by its order, and can be read without the later one.
#[tokio::test]
async fn pg20_an_earlier_conversation_can_be_read() {
    stage::play("earlier", async |stage| is_read_again(&stage).await).await;
}

/// PG19: a search that can't be asked says so, and can be tried again.
#[tokio::test]
async fn pg19_a_search_without_an_edge_says_so() {
    stage::play("no-search", async |stage| is_without_edge(&stage).await).await;
}

async fn at_a_glance(stage: &Stage, screen: Screen) -> Result<()> {
    let scene = Scene::set(&stage::edge()).await?;
    let order = customers_order();
    placed(&scene.site, &order).await;
    let browser = stage.browser(screen, FRENCH).await?;
    let shop = Shop::visit(&browser, &scene.page("/compte")).await?;
    shop.sign_in().await?;
    let panel = shop.open().await?;
    panel.sees("Que pouvons-nous faire pour vous").await?;

    lead(&panel, "Vos commandes").await?;
    panel.sees("La boutique prépare votre commande").await?;
    ship(&scene.site, &order).await;
    panel.sees("En route").await?;
    in_both_lights(&panel, "home").await?;
    whole(&panel, &order).await?;
    panel.sees(&order.tracking[0]).await?;
    panel.sees("Et ensuite").await?;
    in_both_lights(&panel, "order").await?;

    lead(&panel, "Retour").await?;
    panel.sees("Vos conversations").await?;
    let talk = By::XPath("//section//h2[2]/following::button[1]");
    panel.enter().await?.press(talk).await?;
    panel.is_ready().await?;
    panel.news().await?;
    browser.picture("back").await
}

async fn is_read_again(stage: &Stage) -> Result<()> {
    let scene = Scene::set(&stage::edge()).await?;
    let order = customers_order();
    placed(&scene.site, &order).await;
    let browser = stage.browser(PHONE, FRENCH).await?;
    let cdp = browser.driver.cdp();
    cdp.page()
        .add_script_to_evaluate_on_new_document(A_WEEK_LATER)
        .await?;
    let shop = Shop::visit(&browser, &scene.page("/compte")).await?;
    shop.sign_in().await?;
    let panel = shop.open().await?;
    panel.say("où est ma commande ?").await?;
    panel.card().await?;
    panel.say("Me revoici").await?;
    panel.has_mine("Me revoici", "Envoyé").await?;
    lead(&panel, "Vos commandes").await?;
    panel.sees("Vos conversations").await?;
    let earlier = format!("({})[2]", entry_of(&order));
    panel.enter().await?.press(By::XPath(earlier)).await?;
    panel.sees("où est ma commande ?").await?;
    in_both_lights(&panel, "earlier").await?;
    let words = panel.words().await?;
    assert!(!words.contains("Me revoici"), "{words}");
    let field = panel.enter().await?.driver.find(By::Css("textarea"));
    assert!(!field.await?.is_displayed().await?);
    lead(&panel, "Retour").await?;
    panel.press("Nous écrire").await?;
    panel.is_ready().await?;
    panel.sees("Me revoici").await
}

async fn waits_at_a_point(stage: &Stage) -> Result<()> {
    let scene = Scene::arranged(&stage::edge(), |site| {
        let secret = sources::new_secret(HookSource::Tracking);
        site.secrets.insert(HookSource::Tracking.name(), secret);
    })
    .await?;
    let order = customers_order();
    placed(&scene.site, &order).await;
    let sent = scene
        .site
        .shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    assert_eq!(sent, 200);
    let told = waiting(&order.tracking[0]).to_string();
    let hook = sources::signed(&scene.site, HookSource::Tracking, told.as_bytes());
    assert_eq!(hook.send().await.status, 200);

    let browser = stage.browser(PHONE, FRENCH).await?;
    let shop = Shop::visit(&browser, &scene.page("/compte")).await?;
    shop.sign_in().await?;
    let panel = shop.open().await?;
    panel.news().await?;
    lead(&panel, "Vos commandes").await?;
    whole(&panel, &order).await?;
    panel.sees("Fermé exceptionnellement").await?;
    panel
        .sees("Une pièce d’identité peut vous être demandée.")
        .await?;
    let hours = By::Css(".page .hours summary");
    panel.enter().await?.press(hours).await?;
    panel.sees("00:00–24:00").await?;
    in_both_lights(&panel, "hours").await
}

async fn is_shown(stage: &Stage) -> Result<()> {
    let scene = Scene::set(&stage::edge()).await?;
    let order = customers_order();
    placed(&scene.site, &order).await;
    let browser = stage.browser(DESKTOP, FRENCH).await?;
    let shop = Shop::visit(&browser, &scene.page("/compte")).await?;
    shop.sign_in().await?;
    let ask_for = async |number: &str| -> Result<()> {
        shop.step_out().await?;
        let call = format!("Grelot('showOrder', '{number}')");
        browser.script::<()>(&call, Vec::new()).await
    };
    let panel = Panel::new(shop.clone());
    ask_for(plain_number(&order)).await?;
    panel.sees("Poser une question sur cette commande").await?;
    panel.sees(plain_number(&order)).await?;
    ask_for("9999999").await?;
    panel.is_ready().await?;
    assert_eq!(
        panel.draft().await?,
        "Où est ma commande n°\u{a0}9999999\u{202f}?"
    );
    Ok(())
}

async fn are_found(stage: &Stage) -> Result<()> {
    let scene = Scene::arranged(&stage::edge(), |site| {
        site.rules["hours"] = json!("24/7");
        site.rules["articles"] = json!([{
            "title": "En quel bois sont les jouets\u{202f}?",
            "text": "En hêtre, huilé à l’huile de lin.",
        }]);
    })
    .await?;
    let browser = stage.browser(PHONE, FRENCH).await?;
    let shop = Shop::visit(&browser, &scene.page("/livraison")).await?;
    let panel = shop.open().await?;
    panel.sees("Que pouvons-nous faire pour vous").await?;
    lead(&panel, "Vos commandes").await?;
    panel.sees("Aucune commande n’est suivie ici").await?;
    // Who is there all day and night, and has had nobody to answer yet, promises nothing.
    let words = panel.words().await?;
    assert!(
        !words.contains("répond") && !words.contains("Attente"),
        "{words}"
    );

    seek(&panel, "Fermez-vous dimanche").await?;
    panel.sees("Rien à ce sujet ici.").await?;
    seek(&panel, "bois des jouets").await?;
    let answer = By::Css(".answer summary");
    panel.enter().await?.press(answer).await?;
    panel.sees("huilé à l’huile de lin").await?;
    in_both_lights(&panel, "answers").await
}

async fn is_without_edge(stage: &Stage) -> Result<()> {
    let mut server = Server::start("browser-search")?;
    let scene = Scene::arranged(&server.edge(), |site| {
        site.rules["articles"] = json!([{ "title": "Livraison", "text": "Sous deux jours." }]);
    })
    .await?;
    let browser = stage.browser(PHONE, FRENCH).await?;
    let shop = Shop::visit(&browser, &scene.page("/livraison")).await?;
    let panel = shop.open().await?;
    panel.sees("Que pouvons-nous faire pour vous").await?;
    lead(&panel, "Vos commandes").await?;
    browser.find(By::Css("input[type=search]")).await?;
    server.kill()?;
    seek(&panel, "livraison").await?;
    panel.sees("La recherche ne répond pas.").await?;
    panel.sees("Connexion perdue").await?;
    in_both_lights(&panel, "no-search").await?;
    server.restart()?;
    seek(&panel, "livraison").await?;
    let answer = By::Css(".answer summary");
    panel.enter().await?.press(answer).await
}

async fn placed(site: &Site, order: &TestOrder) {
    let taken = site.shopify("orders/create", &order.body()).await;
    assert_eq!(taken, 200);
}

/// What a tracking service tells of a parcel that waits at a point which is always open.
fn waiting(number: &str) -> Value {
    let told = json!({
        "parcels": [{
            "number": number,
            "carrier": "Mondial Relay",
            "pickup_point": {
                "name": "Tabac de la Gare",
                "address": "2 place Béraudier, 69003 Lyon",
                "country": "FR",
                "opening_hours": "24/7",
                "closures": [{ "first": day_in(3), "last": day_in(4) }],
                "kept_until": day_in(6),
            },
            "events": [{
                "status": "available_for_pickup",
                "description": "Disponible au point de retrait",
                "occurred_at": ago(20),
            }],
        }],
    });
    json!({ "type": "tracking.updated", "data": told })
}

/// Presses the button at the head's beginning.
async fn lead(panel: &Panel, label: &str) -> Result<()> {
    let button = By::Css(format!("header button[aria-label=\"{label}\"]"));
    panel.enter().await?.press(button).await
}

/// Where the overview leads to an order, or to what was said of it.
fn entry_of(order: &TestOrder) -> String {
    let number = plain_number(order);
    format!("//button[contains(., 'Commande n°\u{a0}{number}')]")
}

/// Opens an order from the overview.
async fn whole(panel: &Panel, order: &TestOrder) -> Result<()> {
    let entry = entry_of(order);
    panel.enter().await?.press(By::XPath(entry)).await
}

async fn seek(panel: &Panel, words: &str) -> Result<()> {
    let browser = panel.enter().await?;
    let field = browser.find(By::Css("input[type=search]")).await?;
    field.clear().await?;
    field.send_keys(words).await?;
    field.send_keys(thirtyfour::Key::Enter).await?;
    Ok(())
}
