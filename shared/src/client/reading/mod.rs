//! Reads what the browser has already parsed: the feed hands the panel each frame as an object,
//! and the panel takes the protocol's values out of it, field by field. The desk reads its frames
//! and answers in the same way.
//!
//! The types are those of [`crate::protocol`]; only the way in is another than serde's, which for
//! the same types makes five times the WebAssembly. Tests hold the two together: every variant,
//! written by serde, is read here as what it was.
//!
//! A new field or variant is named here once: a field that isn't does not compile, a variant that
//! isn't fails the tests. A field that is absent is `None`, `false` or an empty list.

mod desk;
mod frames;
mod orders;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::ids::{AgentId, Cid, ContactId, OrderKey, SiteKey};
use crate::language::Language;
use crate::time::{Day, Timestamp};

/// A value of JavaScript, or of whatever else frames are read from.
pub trait Node: Sized {
    /// Whether agents read it: they see facts of which a shopper's panel need not know the form.
    const AT_DESK: bool = false;

    /// A field of an object; `None` when it is absent or null.
    fn field(&self, name: &str) -> Option<Self>;
    /// The elements of a list.
    fn items(&self) -> Option<Vec<Self>>;
    /// A text.
    fn text(&self) -> Option<String>;
    /// A number.
    fn number(&self) -> Option<f64>;
    /// Yes or no.
    fn flag(&self) -> Option<bool>;
}

/// What can be read from a [`Node`].
pub trait Read: Sized {
    /// The value, or `None` where there is another.
    fn read<N: Node>(node: &N) -> Option<Self>;

    /// What an absent field stands for, if it may be absent.
    fn absent() -> Option<Self> {
        None
    }
}

/// Reads a field.
pub fn part<N: Node, T: Read>(node: &N, name: &str) -> Option<T> {
    match node.field(name) {
        Some(field) => T::read(&field),
        None => T::absent(),
    }
}

/// Makes a struct readable: the names of its fields, which are those on the wire.
#[macro_export]
macro_rules! record {
    ($type:ident { $($field:ident),* $(,)? }) => {
        impl $crate::client::reading::Read for $type {
            fn read<N: $crate::client::reading::Node>(node: &N) -> Option<Self> {
                Some(Self { $($field: $crate::client::reading::part(node, stringify!($field))?),* })
            }
        }
    };
}

/// An enum that is told apart by one of its fields: the names and the fields of its variants.
macro_rules! tagged {
    ($type:ident by $tag:ident {
        $($name:literal => $variant:ident $({ $($field:ident),* $(,)? })? $(($inner:ident))?),* $(,)?
    }) => {
        impl Read for $type {
            fn read<N: Node>(node: &N) -> Option<Self> {
                let tag = node.field(stringify!($tag))?.text()?;
                Some(match tag.as_str() {
                    $($name => tagged!(@make node $variant $({ $($field),* })? $(($inner))?),)*
                    _ => return None,
                })
            }
        }

        #[cfg(test)]
        impl $crate::client::reading::tests::Tagged for $type {
            const TAGS: &'static [&'static str] = &[$($name),*];
        }
    };
    (@make $node:ident $variant:ident) => { Self::$variant };
    (@make $node:ident $variant:ident { $($field:ident),* }) => {
        Self::$variant { $($field: part($node, stringify!($field))?),* }
    };
    (@make $node:ident $variant:ident ($inner:ident)) => { Self::$variant($inner::read($node)?) };
}

/// An enum of names.
macro_rules! named {
    ($type:ident { $($name:literal => $variant:ident),* $(,)? }) => {
        impl Named for $type {
            const ALL: &'static [Self] = &[$(Self::$variant),*];

            fn wire_name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name),*
                }
            }
        }

        impl Read for $type {
            fn read<N: Node>(node: &N) -> Option<Self> {
                let name = node.text()?;
                Self::ALL.iter().copied().find(|known| known.wire_name() == name)
            }
        }
    };
}
use {named, tagged};

/// An enum whose variants travel as names.
pub trait Named: Copy + 'static {
    /// All of them.
    const ALL: &'static [Self];

    /// The name on the wire.
    fn wire_name(self) -> &'static str;
}

impl Read for String {
    fn read<N: Node>(node: &N) -> Option<Self> {
        node.text()
    }
}

impl Read for bool {
    fn read<N: Node>(node: &N) -> Option<Self> {
        node.flag()
    }

    fn absent() -> Option<Self> {
        Some(false)
    }
}

impl<T: Read> Read for Option<T> {
    fn read<N: Node>(node: &N) -> Option<Self> {
        T::read(node).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read<N: Node>(node: &N) -> Option<Self> {
        node.items()?.iter().map(T::read).collect()
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }
}

impl<T: Read + Ord> Read for BTreeSet<T> {
    fn read<N: Node>(node: &N) -> Option<Self> {
        node.items()?.iter().map(T::read).collect()
    }

    fn absent() -> Option<Self> {
        Some(Self::new())
    }
}

impl<T: Read> Read for Box<T> {
    fn read<N: Node>(node: &N) -> Option<Self> {
        T::read(node).map(Self::new)
    }
}

/// A number of JavaScript as a whole one, exact up to 2^53: numbers of events and milliseconds
/// never come near it.
fn whole<N: Node>(node: &N) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    let number = node.number()?;
    #[expect(clippy::cast_possible_truncation, reason = "whole and within 53 bits")]
    let whole = number as i64;
    let is_whole = number.abs() <= EXACT && number.fract() == 0.0;
    is_whole.then_some(whole)
}

macro_rules! whole_numbers {
    ($($type:ty),*) => {$(
        impl Read for $type {
            fn read<N: Node>(node: &N) -> Option<Self> {
                Self::try_from(whole(node)?).ok()
            }
        }
    )*};
}
whole_numbers!(u8, u16, u32, u64, i64);

/// A value that travels as the one inside it.
macro_rules! transparent {
    ($($type:ident),*) => {$(
        impl Read for $type {
            fn read<N: Node>(node: &N) -> Option<Self> {
                Read::read(node).map($type)
            }
        }
    )*};
}
transparent!(AgentId, Cid, ContactId, OrderKey, SiteKey, Timestamp);

impl Read for Day {
    fn read<N: Node>(node: &N) -> Option<Self> {
        node.text().map(Self::as_written)
    }
}

impl Read for Language {
    fn read<N: Node>(node: &N) -> Option<Self> {
        Self::from_tag(&node.text()?)
    }
}
