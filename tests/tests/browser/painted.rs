//! What waits until there is something to see: the shop's storage, and the focus in the panel.

use anyhow::Result;
use tests::pages::browser::{Browser, DESKTOP, FRENCH};
use tests::pages::scene::one_page;
use tests::pages::shop::Shop;
use tests::pages::stage::{self, Stage};
use tests::pages::until;

/// Notes, on the shop's page and in the frame, in which order these come: what is to be seen is there,
/// it is painted, storage is asked, the field has the focus.
const ORDER: &str = "
window.order = [];
const note = (what) => order.includes(what) || order.push(what);
new MutationObserver((_, observer) => {
  if (!document.querySelector('grelot-chat, textarea')) return;
  observer.disconnect();
  note('there');
  requestAnimationFrame(() => note('painted'));
}).observe(document, { childList: true, subtree: true });
const { get } = Object.getOwnPropertyDescriptor(window, 'localStorage');
Object.defineProperty(window, 'localStorage', {
  get() {
    note('storage');
    return get.call(window);
  },
});
document.addEventListener('focusin', ({ target }) => target.localName === 'textarea' && note('focus'));";

/// PG29: neither the launcher nor the panel waits for what is not to be seen.
#[tokio::test]
async fn pg29_storage_and_focus_come_after_the_picture() {
    stage::play("painted", async |stage| is_painted_first(&stage).await).await;
}

async fn is_painted_first(stage: &Stage) -> Result<()> {
    let (_site, merchant) = one_page(&stage::edge(), "fr-FR").await?;
    let browser = stage.browser(DESKTOP, FRENCH).await?;
    let cdp = browser.driver.cdp();
    cdp.page()
        .add_script_to_evaluate_on_new_document(ORDER)
        .await?;
    let shop = Shop::visit(&browser, &merchant.url).await?;
    let on_the_page = order(&browser, "storage").await?;
    assert_eq!(on_the_page, ["there", "painted", "storage"]);

    let panel = shop.open().await?;
    let mut in_the_frame = order(panel.enter().await?, "focus").await?;
    // The frame's own storage is asked before anything is drawn: what was said is in it.
    in_the_frame.retain(|what| what != "storage");
    assert_eq!(in_the_frame, ["there", "painted", "focus"]);
    Ok(())
}

/// What came until something did.
async fn order(browser: &Browser, last: &str) -> Result<Vec<String>> {
    until(last, async || {
        let order: Vec<String> = browser.script("return order", Vec::new()).await?;
        Ok(order.iter().any(|what| what == last).then_some(order))
    })
    .await
}
