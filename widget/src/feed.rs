//! The feed's side of the panel. `feed.js` documents each function.

use std::fmt::Write;

use leptos::wasm_bindgen::JsCast;
use shared::ids::Cid;
use shared::language::Language;
use shared::protocol::widget::ShopperCommand;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = grelotFeed, js_name = language)]
    fn page_language() -> String;
    #[wasm_bindgen(js_namespace = grelotFeed, js_name = subscribe)]
    fn subscribe_with(receive: &js_sys::Function);
    #[wasm_bindgen(js_namespace = grelotFeed, js_name = send)]
    fn send_text(frame: &str) -> bool;
    #[wasm_bindgen(js_namespace = grelotFeed, js_name = read)]
    fn read_upto(upto: f64);
    #[wasm_bindgen(js_namespace = grelotFeed)]
    pub fn close();
    #[wasm_bindgen(js_namespace = grelotFeed, js_name = keep)]
    fn keep_text(name: &str, text: Option<&str>);
    #[wasm_bindgen(js_namespace = grelotFeed)]
    pub fn kept(name: &str) -> Option<String>;
}

/// What the feed hands over.
pub enum Handed {
    /// A frame of the socket, as it came.
    Frame(String),
    /// The shop's card, as JSON.
    Shop(String),
    /// How the connection is.
    Link(Link),
    /// Whether the shopper sees the panel.
    View(bool),
    /// The language of the page from now on.
    Language(Language),
    /// A text for the composer.
    Compose(String),
    /// An order that the shop's page wants to speak of.
    Order(String),
    /// Another shopper: forget everything.
    Restart,
}

/// How the connection is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Link {
    /// Being made.
    Connecting,
    /// Frames go through.
    Online,
    /// Lost; the feed tries again by itself.
    Offline,
}

/// The language of the shop's page.
pub fn language() -> Language {
    language_of(&page_language())
}

/// Gets everything that the feed received so far, then everything that follows.
pub fn subscribe(mut receive: impl FnMut(Handed) + 'static) {
    let receive = Closure::<dyn FnMut(String, String)>::new(move |kind: String, text: String| {
        if let Some(handed) = handed(&kind, text) {
            receive(handed);
        }
    });
    // The panel lives as long as its frame, so its listener does.
    subscribe_with(receive.into_js_value().unchecked_ref());
}

/// Sends a command; false when there is no connection.
pub fn send(command: &ShopperCommand) -> bool {
    serde_json::to_string(command).is_ok_and(|frame| send_text(&frame))
}

/// Notes that the shopper has seen everything up to a number.
#[expect(
    clippy::cast_precision_loss,
    reason = "a contact never has 2^53 events"
)]
pub fn read(upto: u64) {
    read_upto(upto as f64);
}

/// Keeps a text in the frame's storage; an empty one is dropped.
pub fn keep(name: &str, text: &str) {
    keep_text(name, (!text.is_empty()).then_some(text));
}

/// A new name for a command.
pub fn new_cid() -> Cid {
    let mut bytes = [0; 16];
    // There is no browser with WebAssembly and without it.
    if let Ok(crypto) = leptos::prelude::window().crypto() {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    let mut text = String::with_capacity(32);
    for byte in bytes {
        let _ = write!(text, "{byte:02x}");
    }
    Cid(text)
}

fn handed(kind: &str, text: String) -> Option<Handed> {
    Some(match kind {
        "frame" => Handed::Frame(text),
        "shop" => Handed::Shop(text),
        "link" => Handed::Link(match text.as_str() {
            "online" => Link::Online,
            "offline" => Link::Offline,
            _ => Link::Connecting,
        }),
        "view" => Handed::View(text == "open"),
        "language" => Handed::Language(language_of(&text)),
        "compose" => Handed::Compose(text),
        "order" => Handed::Order(text),
        "restart" => Handed::Restart,
        _ => return None,
    })
}

fn language_of(tag: &str) -> Language {
    Language::from_tag(tag).unwrap_or_default()
}
