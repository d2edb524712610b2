//! Elements whose Rust type doesn't depend on what is in them; and how the browser's values are read.
//!
//! Leptos gives every combination of attributes and children a type of its own, and each type its
//! own machine code. Here all attributes and all children are erased, so that a hundred places
//! share the code of one. That halves the panel and the desk.

mod parsed;
mod signals;

use std::borrow::Cow;
use std::sync::Arc;

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::prop;
use leptos::wasm_bindgen::JsCast;
use web_sys::Event;

pub use parsed::Parsed;
pub use signals::{Memo, RwSignal, effect};

/// An element under construction. It is one pointer, and its methods are not inlined, so that a
/// place which uses them is a handful of calls.
#[must_use = "an element that is put nowhere is not shown"]
pub struct El(Box<Parts>);

struct Parts {
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
    finish: fn(Vec<AnyAttribute>, Vec<AnyView>) -> AnyView,
}

macro_rules! elements {
    ($($tag:ident),* $(,)?) => {$(
        #[doc = concat!("A `", stringify!($tag), "` element.")]
        pub fn $tag() -> El {
            El::new(|attributes, children| {
                html::$tag().add_any_attr(attributes).child(children).into_any()
            })
        }
    )*};
}

elements! {
    a, article, aside, button, caption, dd, details, dialog, div, dl, dt, form, h1, h2, h3, h4, header, kbd, label,
    li, main, mark, meter, nav, ol, optgroup, option, p, pre, q, section, select, span, strong, summary, table, tbody, td,
    textarea, th, thead, time, tr, ul,
}

/// An `input` element, which has no children.
pub fn input() -> El {
    El::new(|attributes, _| html::input().add_any_attr(attributes).into_any())
}

impl El {
    #[inline(never)]
    fn new(finish: fn(Vec<AnyAttribute>, Vec<AnyView>) -> AnyView) -> Self {
        Self(Box::new(Parts {
            attributes: Vec::new(),
            children: Vec::new(),
            finish,
        }))
    }

    /// Sets the class.
    pub fn class(self, class: &'static str) -> Self {
        self.attr("class", class)
    }

    /// Sets an attribute; without words it is left out.
    pub fn attr(self, name: &'static str, words: impl Words) -> Self {
        self.set(name, words.words())
    }

    /// Sets an attribute that follows signals.
    pub fn live<W: Words>(
        self,
        name: &'static str,
        words: impl Fn() -> W + Send + 'static,
    ) -> Self {
        self.follow(name, Box::new(move || words().words()))
    }

    /// Binds the `value` property of a field to a signal.
    pub fn value(mut self, value: impl Fn() -> String + Send + 'static) -> Self {
        let value: Box<dyn Fn() -> String + Send> = Box::new(value);
        self.0.attributes.push(prop("value", value).into_any_attr());
        self
    }

    /// Binds the `checked` property of a switch to a signal.
    pub fn checked(mut self, checked: impl Fn() -> bool + Send + 'static) -> Self {
        let checked: Box<dyn Fn() -> bool + Send> = Box::new(checked);
        self.0
            .attributes
            .push(prop("checked", checked).into_any_attr());
        self
    }

    /// Listens to an event.
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        self.listen(event, Box::new(act))
    }

    /// Adds a child.
    pub fn child(self, child: impl Child) -> Self {
        self.hold(child.view())
    }

    #[inline(never)]
    fn set(mut self, name: &'static str, words: Option<Cow<'static, str>>) -> Self {
        if let Some(words) = words {
            self.0
                .attributes
                .push(custom_attribute(name, words).into_any_attr());
        }
        self
    }

    #[inline(never)]
    fn follow(mut self, name: &'static str, words: LiveWords) -> Self {
        self.0
            .attributes
            .push(custom_attribute(name, words).into_any_attr());
        self
    }

    #[inline(never)]
    fn listen(mut self, event: &'static str, act: Box<dyn FnMut(Event)>) -> Self {
        self.0
            .attributes
            .push(on(ev::Custom::<Event>::new(event), act).into_any_attr());
        self
    }

    #[inline(never)]
    fn hold(mut self, child: AnyView) -> Self {
        self.0.children.push(child);
        self
    }
}

type LiveWords = Box<dyn Fn() -> Option<Cow<'static, str>> + Send>;

/// What an attribute may be set to.
pub trait Words {
    /// The value, or `None` for an attribute that isn't there.
    fn words(self) -> Option<Cow<'static, str>>;
}

impl Words for &'static str {
    fn words(self) -> Option<Cow<'static, str>> {
        Some(Cow::Borrowed(self))
    }
}

impl<W: Words> Words for Option<W> {
    fn words(self) -> Option<Cow<'static, str>> {
        self.and_then(Words::words)
    }
}

impl Words for String {
    fn words(self) -> Option<Cow<'static, str>> {
        Some(Cow::Owned(self))
    }
}

impl Words for bool {
    fn words(self) -> Option<Cow<'static, str>> {
        self.then_some(Cow::Borrowed(""))
    }
}

/// What may stand in an element.
pub trait Child {
    /// The child without its type.
    fn view(self) -> AnyView;
}

impl Child for El {
    #[inline(never)]
    fn view(self) -> AnyView {
        let parts = *self.0;
        (parts.finish)(parts.attributes, parts.children)
    }
}

impl Child for AnyView {
    fn view(self) -> AnyView {
        self
    }
}

impl Child for &'static str {
    fn view(self) -> AnyView {
        self.to_owned().view()
    }
}

impl Child for String {
    #[inline(never)]
    fn view(self) -> AnyView {
        self.into_any()
    }
}

impl<C: Child> Child for Option<C> {
    fn view(self) -> AnyView {
        self.map_or_else(nothing, Child::view)
    }
}

impl<C: Child> Child for Vec<C> {
    fn view(self) -> AnyView {
        group(self.into_iter().map(Child::view).collect())
    }
}

macro_rules! groups {
    ($(($($name:ident),*))*) => {$(
        impl<$($name: Child),*> Child for ($($name,)*) {
            #[expect(non_snake_case, reason = "a type's name serves as its value's")]
            fn view(self) -> AnyView {
                let ($($name,)*) = self;
                group(vec![$($name.view()),*])
            }
        }
    )*};
}

groups! {
    (A, B) (A, B, C) (A, B, C, D) (A, B, C, D, E) (A, B, C, D, E, F) (A, B, C, D, E, F, G)
    (A, B, C, D, E, F, G, H)
}

/// A child that follows signals.
impl<F, C> Child for F
where
    F: Fn() -> C + Send + 'static,
    C: Child,
{
    fn view(self) -> AnyView {
        follow(Box::new(move || self().view()))
    }
}

#[inline(never)]
fn follow(view: Box<dyn Fn() -> AnyView + Send>) -> AnyView {
    view.into_any()
}

/// A list that follows signals: `keys` says what is in it, and `draw` makes what stands at a place. What keeps
/// its key is not drawn again, and keeps its focus.
pub fn list<C: Child>(
    keys: impl Fn() -> Vec<String> + Send + Sync + 'static,
    draw: impl Fn(usize) -> C + Send + Sync + 'static,
) -> AnyView {
    keyed(Box::new(keys), Arc::new(move |at| draw(at).view()))
}

type Keys = Box<dyn Fn() -> Vec<String> + Send + Sync>;
type Draw = Arc<dyn Fn(usize) -> AnyView + Send + Sync>;

#[inline(never)]
fn keyed(keys: Keys, draw: Draw) -> AnyView {
    let each = move || keys().into_iter().enumerate().collect::<Vec<_>>();
    let props = ForProps::builder()
        .each(each)
        .key(|(_, key): &(usize, String)| key.clone())
        .children(move |(at, _)| draw(at))
        .build();
    For(props).into_any()
}

#[inline(never)]
fn group(views: Vec<AnyView>) -> AnyView {
    views.into_any()
}

#[inline(never)]
fn nothing() -> AnyView {
    ().into_any()
}

/// The element with an id, once it is in the page.
pub fn by_id<T: JsCast>(id: &str) -> Option<T> {
    document().get_element_by_id(id)?.dyn_into().ok()
}
