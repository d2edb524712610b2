//! Reads frames, the way a client in a browser wants it: it needs to know that a frame can't be
//! read, never why. Errors that carry nothing spare WebAssembly all the code that words them,
//! a third of the panel.

use std::fmt::{self, Display};

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{
    Deserialize, DeserializeOwned, Deserializer, Error, IntoDeserializer, MapAccess, SeqAccess,
    Visitor,
};
use serde::forward_to_deserialize_any;

/// Reads a value from JSON text; `None` when the text isn't one.
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let tree: Tree = serde_json::from_str(text).ok()?;
    T::deserialize(tree).ok()
}

/// JSON, as far as the protocol uses it: it has no fractions.
enum Tree {
    Null,
    Bool(bool),
    Whole(u64),
    Negative(i64),
    Text(String),
    List(Vec<Tree>),
    Fields(Vec<(String, Tree)>),
}

/// Says that something can't be read, and nothing else.
#[derive(Debug)]
struct Unreadable;

impl Error for Unreadable {
    fn custom<T: Display>(_: T) -> Self {
        Self
    }
}

impl std::error::Error for Unreadable {}

impl Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unreadable")
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Grower)
    }
}

struct Grower;

impl<'de> Visitor<'de> for Grower {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON without fractions")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E>(self, yes: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(yes))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Tree, E> {
        Ok(Tree::Whole(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Tree, E> {
        Ok(Tree::Negative(number))
    }

    fn visit_str<E>(self, text: &str) -> Result<Tree, E> {
        Ok(Tree::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Tree, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = entries.next_entry()? {
            fields.push(field);
        }
        Ok(Tree::Fields(fields))
    }
}

impl<'de> IntoDeserializer<'de, Unreadable> for Tree {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Tree {
    type Error = Unreadable;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self {
            Self::Null => visitor.visit_unit(),
            Self::Bool(yes) => visitor.visit_bool(yes),
            Self::Whole(number) => visitor.visit_u64(number),
            Self::Negative(number) => visitor.visit_i64(number),
            Self::Text(text) => visitor.visit_string(text),
            Self::List(list) => visitor.visit_seq(SeqDeserializer::new(list.into_iter())),
            Self::Fields(fields) => visitor.visit_map(MapDeserializer::new(fields.into_iter())),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self {
            Self::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Unreadable> {
        match self {
            Self::Text(name) => visitor.visit_enum(name.into_deserializer()),
            _ => Err(Unreadable),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf
        unit unit_struct seq tuple tuple_struct map struct identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{AgentId, ContactId};
    use crate::language::Language;
    use crate::protocol::Refusal;
    use crate::protocol::session::SiteCard;
    use crate::protocol::widget::{AgentName, ConversationState, ShopperEvent};

    fn check(event: &ShopperEvent) {
        let text = serde_json::to_string(event).unwrap();
        assert_eq!(read::<ShopperEvent>(&text).as_ref(), Some(event), "{text}");
    }

    #[test]
    fn what_the_edge_writes_is_read_back() {
        let assignee = AgentName {
            id: AgentId("a".into()),
            name: "Zoé".into(),
        };
        check(&ShopperEvent::Welcome {
            contact: ContactId("c".into()),
            epoch: 1,
            head: u64::MAX,
            read_upto: 0,
            agent_read_upto: 3,
            state: ConversationState::Open { assignee },
        });
        check(&ShopperEvent::Refused {
            cid: None,
            code: Refusal::Locked,
            retry_after: Some(3600),
        });
        check(&ShopperEvent::Events {
            events: vec![],
            more: true,
        });
        check(&ShopperEvent::AgentTyping);
        let card = SiteCard {
            name: "Atelier".into(),
            language: Language::French,
            accent: "#1f5c4a".into(),
        };
        assert_eq!(read(&serde_json::to_string(&card).unwrap()), Some(card));
    }

    #[test]
    fn anything_else_is_nothing() {
        for text in [
            "",
            "pong",
            "{}",
            "[]",
            r#"{"type":"sang"}"#,
            r#"{"type":"agent_read"}"#,
            r#"{"type":"agent_read","upto":-1}"#,
            r#"{"type":"agent_read","upto":1.5}"#,
        ] {
            assert_eq!(read::<ShopperEvent>(text), None, "{text}");
        }
    }
}
