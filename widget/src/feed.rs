//! The feed's side of the panel. `feed.js` documents each function.

use dom::Parsed;
use js_sys::{Object, Reflect};
use leptos::wasm_bindgen::{JsCast, JsValue};
use shared::articles::Article;
use shared::client::reading::{Node, Read};
use shared::client::writing::{self, Form};
use shared::ids::{Cid, ContactId};
use shared::language::Language;
use shared::protocol::session::SiteCard;
use shared::protocol::widget::{ChoiceId, ShopperCommand, ShopperEvent};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};

use crate::words::Value;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = grelotFeed, js_name = language)]
    fn page_language() -> String;
    #[wasm_bindgen(js_namespace = grelotFeed, js_name = subscribe)]
    fn subscribe_with(receive: &js_sys::Function);
    #[wasm_bindgen(js_namespace = grelotFeed, js_name = send)]
    fn send_object(command: &Object) -> bool;
    #[wasm_bindgen(js_namespace = grelotFeed, js_name = read)]
    fn read_upto(upto: f64);
    #[wasm_bindgen(js_namespace = grelotFeed)]
    pub fn close();
    #[wasm_bindgen(js_namespace = grelotFeed)]
    pub fn search(question: &str);
    #[wasm_bindgen(js_namespace = grelotFeed, js_name = keep)]
    fn keep_value(name: &str, value: &JsValue);
    #[wasm_bindgen(js_namespace = grelotFeed, js_name = kept)]
    fn kept_value(name: &str) -> JsValue;
    #[wasm_bindgen(js_namespace = grelotFeed, js_name = say)]
    fn say_with(name: &str, values: &Object) -> String;
    #[wasm_bindgen(js_namespace = grelotFeed, js_name = keepOutbox)]
    fn keep_list(contact: &str, commands: &js_sys::Array);
    #[wasm_bindgen(js_namespace = grelotFeed, js_name = takeOutbox)]
    fn take_list(contact: &str) -> JsValue;
}

/// What the feed hands over.
pub enum Handed {
    /// A frame of the socket.
    Frame(ShopperEvent),
    /// The shop's card.
    Shop(SiteCard),
    /// How the connection is.
    Link(Link),
    /// Whether the shopper sees the panel.
    View(bool),
    /// The language of the page from now on.
    Language(Language),
    /// A choice that was taken outside the panel, and the number of the event that offered it.
    Choose(ChoiceId, u64),
    /// A text for the composer.
    Compose(String),
    /// An order that the shop's page wants to speak of.
    Order(String),
    /// What came of a search for answers.
    Found(Search),
    /// Another shopper: forget everything.
    Restart,
}

/// What came of a search for answers.
#[derive(Clone)]
pub enum Search {
    /// The articles that fit.
    Found(Vec<Article>),
    /// The edge didn't answer.
    Unanswered,
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
    /// Closed until the shop says anew who the shopper is.
    Ended,
}

/// The language of the shop's page.
pub fn language() -> Language {
    language_of(&page_language())
}

/// Gets everything that the feed received so far, then everything that follows.
pub fn subscribe(mut receive: impl FnMut(Handed) + 'static) {
    let receive = Closure::<dyn FnMut(String, JsValue)>::new(move |kind: String, value| {
        if let Some(handed) = handed(&kind, &Parsed::new(value)) {
            receive(handed);
        }
    });
    // The panel lives as long as its frame, so its listener does.
    subscribe_with(receive.into_js_value().unchecked_ref());
}

/// Sends a command; false when there is no connection.
pub fn send(command: &ShopperCommand) -> bool {
    send_object(&object(command))
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
    if text.is_empty() {
        keep_value(name, &JsValue::NULL);
    } else {
        keep_value(name, &JsValue::from_str(text));
    }
}

/// The text that was kept under a name.
pub fn kept(name: &str) -> Option<String> {
    Parsed::new(kept_value(name)).text()
}

/// Keeps commands of a contact for the next page.
pub fn keep_outbox(contact: &ContactId, commands: &[&ShopperCommand]) {
    let list = commands.iter().map(|command| object(command)).collect();
    keep_list(contact.as_str(), &list);
}

/// The commands of a contact that earlier pages kept.
pub fn take_outbox(contact: &ContactId) -> Vec<ShopperCommand> {
    Read::read(&Parsed::new(take_list(contact.as_str()))).unwrap_or_default()
}

/// Says a message of the frame's language.
#[expect(
    clippy::cast_precision_loss,
    reason = "what is counted here is far below 2^53"
)]
pub fn say(name: &str, values: &[(&str, Value)]) -> String {
    let mut fields = Fields(Object::new());
    for (name, value) in values {
        match value {
            Value::Text(text) => fields.text(name, text),
            Value::Number(number) => fields.number(name, *number as f64),
        }
    }
    say_with(name, &fields.0)
}

/// A new name for a command.
pub fn new_cid() -> Cid {
    let mut bytes = [0; 16];
    // There is no browser with WebAssembly and without it.
    if let Ok(crypto) = leptos::prelude::window().crypto() {
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    Cid::from_random(bytes)
}

fn object(command: &ShopperCommand) -> Object {
    let mut form = Fields(Object::new());
    writing::write(command, &mut form);
    form.0
}

fn handed(kind: &str, value: &Parsed) -> Option<Handed> {
    Some(match kind {
        // A newer edge may say what this panel doesn't know yet; the rest goes on.
        "frame" => Handed::Frame(Read::read(value)?),
        "shop" => Handed::Shop(Read::read(value)?),
        "link" => Handed::Link(match value.text()?.as_str() {
            "online" => Link::Online,
            "offline" => Link::Offline,
            "ended" => Link::Ended,
            _ => Link::Connecting,
        }),
        "view" => Handed::View(value.text()? == "open"),
        "language" => Handed::Language(language_of(&value.text()?)),
        "choose" => Handed::Choose(
            Read::read(&value.field("choice")?)?,
            Read::read(&value.field("about")?)?,
        ),
        "compose" => Handed::Compose(value.text()?),
        "order" => Handed::Order(value.text()?),
        "found" => Handed::Found(Read::read(value).map_or(Search::Unanswered, Search::Found)),
        "restart" => Handed::Restart,
        _ => return None,
    })
}

fn language_of(tag: &str) -> Language {
    Language::from_tag(tag).unwrap_or_default()
}

/// The fields of an object that is being made. Setting one of a fresh object can't fail.
struct Fields(Object);

impl Form for Fields {
    fn text(&mut self, name: &str, value: &str) {
        let _ = Reflect::set(&self.0, &JsValue::from_str(name), &JsValue::from_str(value));
    }

    fn number(&mut self, name: &str, value: f64) {
        let _ = Reflect::set(&self.0, &JsValue::from_str(name), &JsValue::from_f64(value));
    }
}
