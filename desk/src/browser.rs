//! What the browser gives: clock, randomness, storage, focus.

use dom::Parsed;
use js_sys::Date;
use leptos::prelude::{document, window};
use shared::client::reading::Read;
use shared::ids::{Cid, SiteKey};
use shared::language::Language;
use shared::protocol::staff::JOIN_MARK;
use shared::time::Timestamp;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, Storage, UrlSearchParams};

const LANGUAGE_KEY: &str = "grelot-desk-language";
const SITE_KEY: &str = "grelot-desk-site";
const LETTERS_KEY: &str = "grelot-desk-single-keys";

/// The instant on the reader's clock.
pub fn now() -> Timestamp {
    from_date_millis(Date::now())
}

/// An instant as the browser has it.
#[expect(
    clippy::cast_precision_loss,
    reason = "milliseconds stay far below 2^53"
)]
pub fn to_date(at: Timestamp) -> Date {
    Date::new(&(at.0 as f64).into())
}

/// What a text of JSON says.
pub fn parsed<T: Read>(json: &str) -> Option<T> {
    T::read(&Parsed::from_json(json)?)
}

/// A name for a command: 128 random bits.
pub fn new_cid() -> Cid {
    Cid(format!("{:032x}", u128::from_be_bytes(random())))
}

/// A random number, even over its range.
pub fn draw() -> u32 {
    u32::from_le_bytes(random())
}

/// The language that the agent chose, or else the browser's.
pub fn language() -> Language {
    let chosen = stored(LANGUAGE_KEY);
    let tag = chosen
        .or_else(|| window().navigator().language())
        .unwrap_or_default();
    Language::from_tag(&tag).unwrap_or_default()
}

/// Keeps the language that the agent chose, and tells it to assistive technology.
pub fn set_language(language: Language) {
    store(LANGUAGE_KEY, language.tag());
    if let Some(root) = document().document_element() {
        // The attribute exists on every root element, so setting it can't fail.
        let _ = root.set_attribute("lang", language.tag());
    }
}

/// The shop that the address names (`?site=`), or else the last one.
pub fn site() -> Option<SiteKey> {
    let query = window().location().search().ok();
    let named = query
        .and_then(|query| UrlSearchParams::new_with_str(&query).ok())
        .and_then(|parameters| parameters.get("site"));
    named
        .or_else(|| stored(SITE_KEY))
        .and_then(|key| SiteKey::parse(&key))
}

/// The token of the invitation that the address holds, if it holds one.
pub fn invitation() -> Option<String> {
    let fragment = window().location().hash().ok()?;
    fragment.strip_prefix(JOIN_MARK).map(str::to_owned)
}

/// Takes the fragment out of the address: its token is used.
pub fn forget_fragment() {
    // An address without a fragment is one that every browser takes.
    let _ = window().location().set_hash("");
}

/// Keeps the shop for the next visit.
pub fn remember_site(site: &SiteKey) {
    store(SITE_KEY, site.as_str());
}

/// Whether keys of one letter are on.
pub fn single_keys() -> bool {
    stored(LETTERS_KEY).as_deref() != Some("off")
}

/// Turns keys of one letter on or off.
pub fn set_single_keys(on: bool) {
    store(LETTERS_KEY, if on { "on" } else { "off" });
}

/// What this tab kept under a name, also over a reload.
pub fn kept_by_tab(name: &str) -> Option<String> {
    let storage = window().session_storage().ok().flatten()?;
    storage.get_item(name).ok().flatten()
}

/// Keeps a text for this tab until it is closed.
pub fn keep_by_tab(name: &str, text: &str) {
    if let Ok(Some(storage)) = window().session_storage() {
        // Where storage is refused, the page's memory has it for as long as the page lives.
        let _ = storage.set_item(name, text);
    }
}

/// Whether the page can be seen.
pub fn is_visible() -> bool {
    document().visibility_state() == web_sys::VisibilityState::Visible
}

/// Moves the focus to the first element that matches.
pub fn focus(selector: &str) {
    if let Some(element) = find(selector) {
        focus_element(&element);
    }
}

/// Moves the focus to an element.
pub fn focus_element(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // An element that can't take the focus leaves it where it is, which is right.
        let _ = element.focus();
    }
}

/// Brings the first element that matches into view and puts the focus there, wherever it is.
pub fn show(selector: &str) {
    if let Some(element) = find(selector) {
        show_element(&element);
    }
}

/// Brings the first element with a mark into view and puts the focus there. The mark may be foreign
/// text, which no selector could hold unescaped.
pub fn show_marked(attribute: &str, mark: &str) {
    let bears = |element: &Element| element.get_attribute(attribute).as_deref() == Some(mark);
    let marked = find_all(&format!("[{attribute}]"));
    if let Some(element) = marked.into_iter().find(bears) {
        show_element(&element);
    }
}

fn show_element(element: &Element) {
    // Setting an attribute with a plain name can't fail.
    let _ = element.set_attribute("tabindex", "-1");
    element.scroll_into_view();
    focus_element(element);
}

/// The first element that matches.
pub fn find(selector: &str) -> Option<Element> {
    document().query_selector(selector).ok().flatten()
}

/// Every element that matches, in the order of the page.
pub fn find_all(selector: &str) -> Vec<Element> {
    let Ok(nodes) = document().query_selector_all(selector) else {
        return Vec::new();
    };
    (0..nodes.length())
        .filter_map(|index| nodes.item(index)?.dyn_into().ok())
        .collect()
}

/// Takes away what the page shows until the desk is here.
pub fn clear_boot_text() {
    if let Some(boot) = find("#boot") {
        boot.remove();
    }
}

fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    window()
        .crypto()
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes))
        .expect("every browser that runs WebAssembly has a random source");
    bytes
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a date's milliseconds are whole"
)]
pub fn from_date_millis(millis: f64) -> Timestamp {
    Timestamp(millis as i64)
}

/// The storage, unless the browser forbids it: then nothing is remembered.
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}

fn stored(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

fn store(key: &str, value: &str) {
    if let Some(storage) = storage() {
        // A full storage costs a convenience, no more.
        let _ = storage.set_item(key, value);
    }
}
