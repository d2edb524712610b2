//! The chat on shops that forbid nearly everything, and on a checkout page that watches its forms.

use anyhow::Result;
use serde_json::Value;
use tests::pages::browser::{DESKTOP, ENGLISH};
use tests::pages::merchant::{self, Premises};
use tests::pages::shop::Shop;
use tests::pages::stage::{self, Stage};
use tests::site::Site;

/// A page that is isolated from other origins.
const ISOLATED: [(&str, &str); 2] = [
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-embedder-policy", "require-corp"),
];

/// Notes what a policy stops, under a nonce that policies may name.
const WATCH: &str = "<script nonce=\"4711\">window.violations = [];\
    addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));\
    </script>";

/// Notes every look at a form, every word in its name and every ear at it, from now on.
const TRAPS: &str = "
window.touched = [];
const trap = (owner, name) => {
  const property = Object.getOwnPropertyDescriptor(owner, name);
  if (!property?.configurable) return;
  const note = (original) => original && function (...args) {
    touched.push(name);
    return original.apply(this, args);
  };
  const { get, set, value } = property;
  Object.defineProperty(owner, name, 'value' in property
    ? { ...property, value: note(value) }
    : { ...property, get: note(get), set: note(set) });
};
const fields = ['value', 'checked', 'files', 'form', 'selectionStart', 'defaultValue', 'selectedOptions'];
for (const { prototype } of [HTMLInputElement, HTMLSelectElement, HTMLTextAreaElement]) {
  for (const name of fields) trap(prototype, name);
}
for (const name of ['elements', 'submit', 'requestSubmit', 'reset', 'length']) trap(HTMLFormElement.prototype, name);
for (const name of ['append', 'get', 'entries', 'forEach']) trap(FormData.prototype, name);
trap(Document.prototype, 'forms');
for (const { prototype } of [Document, Element]) {
  for (const name of ['querySelectorAll', 'getElementsByTagName', 'getElementsByClassName']) trap(prototype, name);
}
const { addEventListener: listen } = EventTarget.prototype;
EventTarget.prototype.addEventListener = function (type, ...rest) {
  const ours = this instanceof Element && this.localName === 'grelot-chat';
  const nosy = /^(input|change|submit|formdata|key|before|paste|copy|cut|focus|blur|select|pointer|mouse|click)/;
  if (!ours && nosy.test(type)) touched.push('listen ' + type);
  return listen.call(this, type, ...rest);
};";

const CHECKOUT: &str = "<form id=\"checkout\" onsubmit=\"return false\">
  <input name=\"name\" autocomplete=\"name\" value=\"Camille Laurent\">
  <input name=\"email\" autocomplete=\"email\" type=\"email\" value=\"camille@example.com\">
  <input name=\"card\" autocomplete=\"cc-number\" inputmode=\"numeric\" value=\"4111111111111111\">
  <select name=\"country\"><option>FR</option></select>
  <textarea name=\"note\">Sonner deux fois</textarea>
  <button>Payer</button></form>";

/// FR3: whatever of eight policies a shop has, its chat opens and works, and nothing of it is
/// stopped.
#[tokio::test]
async fn fr3_strict_shops_have_their_chat() {
    stage::play("policies", async |stage| {
        let edge = stage::edge().url;
        let listed = format!("script-src {edge} 'nonce-4711'; frame-src {edge}");
        let nothing_else = "default-src 'none'; base-uri 'none'; form-action 'none'";
        let types = "require-trusted-types-for 'script'; trusted-types 'none'";
        let noncing = format!("script-src 'nonce-4711'; frame-src {edge}");
        let trusting = format!("script-src 'nonce-4711' 'strict-dynamic'; frame-src {edge}");
        for (policy, headers, is_isolated) in [
            (listed.clone(), &[][..], false),
            (
                format!("{listed}; {nothing_else}; style-src 'none'"),
                &[],
                false,
            ),
            (format!("{noncing}; {nothing_else}"), &[], false),
            (format!("{trusting}; {nothing_else}"), &[], false),
            (format!("{noncing}; {types}"), &[], false),
            (
                format!("{noncing}; {types}; {nothing_else}; style-src 'none'"),
                &ISOLATED,
                true,
            ),
            (String::new(), &ISOLATED, true),
            (
                String::new(),
                &[
                    ISOLATED[0],
                    ("cross-origin-embedder-policy", "credentialless"),
                ],
                true,
            ),
        ] {
            has_its_chat(&stage, &policy, headers, is_isolated).await?;
        }
        Ok(())
    })
    .await;
}

async fn has_its_chat(
    stage: &Stage,
    policy: &str,
    headers: &[(&str, &str)],
    is_isolated: bool,
) -> Result<()> {
    let premises = Premises::find()?;
    let mut site = Site::new("Marie’s mugs");
    site.origins = vec![premises.url.clone()];
    let site = site.provision(&stage::edge()).await;
    let tag = merchant::script_tag(&site.edge.url, &site.key);
    let tag = tag.replace("<script", "<script nonce=\"4711\"");
    // The page's own button would need an exception for its handler.
    let page = merchant::page("en-GB", &format!("{WATCH}{tag}")).replace("onclick", "data-unused");
    let mut headers = headers.to_vec();
    if !policy.is_empty() {
        headers.push(("content-security-policy", policy));
    }
    let merchant = premises.serve_with(page, &headers);
    let browser = stage.browser(DESKTOP, ENGLISH).await?;
    let shop = Shop::visit(&browser, &merchant.url).await?;
    let panel = shop.open().await?;
    panel.say("Hello").await?;
    panel.has_mine("Hello", "Sent").await?;
    shop.step_out().await?;
    let outcome = "return [crossOriginIsolated, ...violations]";
    let outcome: Vec<Value> = browser.script(outcome, Vec::new()).await?;
    assert_eq!(outcome, [Value::Bool(is_isolated)], "{policy} {headers:?}");
    stage.close(browser).await
}

/// FR5: on a checkout page the loader looks at no field, listens to no form and submits nothing.
#[tokio::test]
async fn fr5_no_form_is_touched() {
    stage::play("checkout", async |stage| {
        let premises = Premises::find()?;
        let mut site = Site::new("Marie’s mugs");
        site.origins = vec![premises.url.clone()];
        let site = site.provision(&stage::edge()).await;
        let tag = merchant::script_tag(&site.edge.url, &site.key);
        let head = format!("<script>{TRAPS}</script>{tag}");
        let page = merchant::page("en-GB", &head).replace("</main>", &format!("{CHECKOUT}</main>"));
        let merchant = premises.serve(page);
        let browser = stage.browser(DESKTOP, ENGLISH).await?;
        // Not by `visit`: its own script listens.
        browser.goto(&merchant.url).await?;
        let shop = Shop {
            browser: browser.clone(),
        };
        let panel = shop.open().await?;
        panel.say("Hello").await?;
        panel.has_mine("Hello", "Sent").await?;
        panel.close("Close the chat").await?;
        shop.step_out().await?;
        for call in [
            "'showOrder', '1042'",
            "'showNewMessage', 'Hi'",
            "'logoutUser'",
            "'shutdown'",
        ] {
            let call = format!("Grelot({call})");
            browser.driver.execute(&*call, Vec::new()).await?;
        }
        let touched: Vec<String> = browser.script("return touched", Vec::new()).await?;
        assert_eq!(touched, Vec::<String>::new());
        // The traps do catch.
        let look = "document.forms[0].elements.card.value; return touched";
        let caught: Vec<String> = browser.script(look, Vec::new()).await?;
        assert_eq!(caught, ["forms", "elements", "value"]);
        browser.picture("checkout").await
    })
    .await;
}
