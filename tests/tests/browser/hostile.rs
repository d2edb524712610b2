//! The chat on a page whose own scripts would like to read it, or to act in its name.

use std::collections::BTreeSet;

use tests::pages::browser::{DESKTOP, ENGLISH, FRENCH};
use tests::pages::scene::{Scene, customers_order, one_page, plain_number, ship};
use tests::pages::shop::Shop;
use tests::pages::{stage, until};

/// Opens every closed root, and keeps whatever passes by the page: messages, requests, frames of
/// sockets, storage.
const SPY: &str = "
window.stolen = [];
window.roots = [];
const steal = (value) => stolen.push(typeof value === 'string' ? value : JSON.stringify(value) ?? '');
addEventListener('message', ({ data }) => steal(data), true);
const { attachShadow } = Element.prototype;
Element.prototype.attachShadow = function (init) {
  const root = attachShadow.call(this, { ...init, mode: 'open' });
  roots.push(root);
  return root;
};
for (const [owner, name] of [[window, 'fetch'], [window, 'postMessage'], [WebSocket.prototype, 'send'],
  [Storage.prototype, 'setItem'], [EventTarget.prototype, 'dispatchEvent']]) {
  const original = owner[name];
  owner[name] = function (...args) {
    args.forEach((arg) => steal(arg instanceof Event ? arg.detail ?? '' : arg));
    return original.apply(this, args);
  };
}";

const STOLEN: &str = "
const drawn = roots.map((root) => root.innerHTML);
return [...stolen, ...drawn, document.documentElement.outerHTML, JSON.stringify(localStorage)].join('\\n');";

/// Says to the loader and to the frame what only the other of the two may say, from a frame of
/// nobody's.
const FORGERIES: &str = "
const frame = document.createElement('iframe');
frame.srcdoc = `<script>
  const forged = ['open', 'ready', 'close', 'loaded', 'unread', 'constructor', '__proto__'];
  for (const type of forged) {
    const message = { grelot: 1, type, count: 99, badge: '99', label: 'forged', height: 300 };
    parent.postMessage(message, '*');
    for (let i = 0; i < parent.frames.length; i++) parent.frames[i].postMessage(message, '*');
  }
  parent.postMessage(null, '*');
  parent.postMessage('open', '*');
  parent.postMessage('forged', '*');
<\\/script>`;
addEventListener('message', ({ data }) => { if (data === 'forged') window.forged = true; });
document.body.append(frame);";

/// FR1: no word of the chat reaches the page: not its messages, nor its elements, nor its storage.
#[tokio::test]
async fn fr1_the_shops_scripts_cannot_read_the_chat() {
    stage::play("spy", async |stage| {
        let scene = Scene::set(&stage::edge()).await?;
        let order = customers_order();
        assert_eq!(
            scene.site.shopify("orders/create", &order.body()).await,
            200
        );
        let browser = stage.browser(DESKTOP, FRENCH).await?;
        let cdp = browser.driver.cdp();
        cdp.page()
            .add_script_to_evaluate_on_new_document(SPY)
            .await?;
        let shop = Shop::visit(&browser, &scene.page("/compte")).await?;
        shop.sign_in().await?;
        browser.is_connected().await?;
        ship(&scene.site, &order).await;
        let teaser = shop.teaser().await?;
        assert!(teaser.contains(plain_number(&order)), "{teaser}");
        browser.picture("teaser").await?;
        let panel = shop.open().await?;
        panel.say("mon secret 4711").await?;
        panel.has_mine("mon secret 4711", "Envoyé").await?;

        shop.step_out().await?;
        let stolen: String = browser.script(STOLEN, Vec::new()).await?;
        assert!(stolen.contains("unread"), "the spy saw nothing: {stolen}");
        for canary in ["4711", "est en route", "Train en bois"] {
            assert!(!stolen.contains(canary), "{canary} in {stolen}");
        }
        Ok(())
    })
    .await;
}

/// FR2: what somebody else's frame says, in the words of ours, has no effect.
#[tokio::test]
async fn fr2_forged_messages_do_nothing() {
    stage::play("forger", async |stage| {
        let (_, merchant) = one_page(&stage::edge(), "en-GB").await?;
        let browser = stage.browser(DESKTOP, ENGLISH).await?;
        let shop = Shop::visit(&browser, &merchant.url).await?;
        // The chat's frame is there and listens, closed.
        let panel = shop.open().await?;
        panel.close("Close the chat").await?;
        shop.is_told("closed").await?;
        browser.driver.execute(FORGERIES, Vec::new()).await?;
        until("the forgeries", async || {
            let is_done: bool = browser
                .script("return window.forged === true", Vec::new())
                .await?;
            Ok(is_done.then_some(()))
        })
        .await?;
        let launcher = shop.launcher().await?;
        assert_eq!(
            launcher.attr("aria-expanded").await?.as_deref(),
            Some("false")
        );
        assert_eq!(shop.launcher_name().await?, "Chat");
        assert!(!shop.is_badged().await?);
        shop.open().await?.say("Hello").await
    })
    .await;
}

/// LG1: a page costs its own language and no other, and the panel speaks it.
#[tokio::test]
async fn lg1_only_the_pages_language_is_loaded() {
    stage::play("language", async |stage| {
        let (_, merchant) = one_page(&stage::edge(), "fr-FR").await?;
        let browser = stage.browser(DESKTOP, ENGLISH).await?;
        let shop = Shop::visit(&browser, &merchant.url).await?;
        let panel = shop.open().await?;
        panel.sees("Que pouvons-nous faire pour vous").await?;
        let asked = browser.requests().await?;
        let widget: BTreeSet<_> = asked
            .iter()
            .filter_map(|url| url.split_once("/widget/"))
            .map(|(_, file)| file)
            .collect();
        assert_eq!(widget, BTreeSet::from(["fr.js", "widget_bg.wasm"]));

        shop.step_out().await?;
        let turn = "document.documentElement.lang = 'en'; Grelot('update', {})";
        browser.driver.execute(turn, Vec::new()).await?;
        panel.sees("What can we do for you?").await?;
        let spoken = "return document.documentElement.lang + ' ' + document.documentElement.dir";
        let spoken: String = panel.enter().await?.script(spoken, Vec::new()).await?;
        assert_eq!(spoken, "en ltr");
        Ok(())
    })
    .await;
}
