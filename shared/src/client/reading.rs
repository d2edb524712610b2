//! Reads frames, the way a client in a browser wants it: it needs to know that a frame can't be
//! read, never why. Errors that carry nothing spare WebAssembly all the code that words them,
//! a third of the panel.

use std::fmt::{self, Display};

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{DeserializeOwned, Deserializer, Error, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::Value;

/// Reads a value from JSON text; `None` when the text isn't one.
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    let value = serde_json::from_str(text).ok()?;
    T::deserialize(Tree(value)).ok()
}

/// A JSON value to read from.
struct Tree(Value);

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

impl IntoDeserializer<'_, Unreadable> for Tree {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Tree {
    type Error = Unreadable;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.0 {
            Value::Null => visitor.visit_unit(),
            Value::Bool(yes) => visitor.visit_bool(yes),
            Value::Number(number) => match (number.as_u64(), number.as_i64()) {
                (Some(number), _) => visitor.visit_u64(number),
                (None, Some(number)) => visitor.visit_i64(number),
                // The protocol has no fractions.
                (None, None) => Err(Unreadable),
            },
            Value::String(text) => visitor.visit_string(text),
            Value::Array(list) => {
                visitor.visit_seq(SeqDeserializer::new(list.into_iter().map(Tree)))
            }
            Value::Object(fields) => {
                let fields = fields.into_iter().map(|(name, value)| (name, Tree(value)));
                visitor.visit_map(MapDeserializer::new(fields))
            }
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unreadable> {
        match self.0 {
            Value::Null => visitor.visit_none(),
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
        match self.0 {
            Value::String(name) => visitor.visit_enum(name.into_deserializer()),
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
