//! Frames of both sockets, and what they do to a conversation.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use shared::conversation::{Input, State, step};
use shared::ids::{AgentId, Cid};
use shared::language::Language;
use shared::protocol::desk::AgentCommand;
use shared::protocol::widget::{AgentName, Fact, ShopperCommand};
use shared::protocol::{MAX_FRAME_BYTES, MAX_TEXT_CHARS};
use shared::redact::redact_cards;
use shared::season::Zone;

use crate::NOW;

/// A frame of a shopper, to the bot and to humans.
pub fn shopper(frame: &[u8]) {
    let input = match read(frame) {
        Some(ShopperCommand::Send { cid, text }) => Input::Said {
            cid,
            text,
            season: None,
            help: None,
        },
        Some(ShopperCommand::Choose { cid, choice, about }) => Input::Chose {
            cid,
            choice,
            about,
            promise_by: None,
        },
        Some(ShopperCommand::RequestHuman { cid }) => Input::HumanRequested { cid },
        Some(ShopperCommand::Read { upto }) => Input::ShopperRead { upto },
        _ => return,
    };
    for language in Language::ALL {
        let alone = State::new(language);
        take(&alone, &input);
        take(&queued(alone), &input);
    }
}

/// A frame of an agent, to a conversation that waits for one.
pub fn agent(frame: &[u8]) {
    let agent = AgentName {
        id: AgentId("1".repeat(32)),
        name: "Camille".to_owned(),
    };
    let input = match read(frame) {
        Some(AgentCommand::TakeCase { cid, .. }) => Input::Taken {
            cid,
            agent,
            from: None,
        },
        Some(AgentCommand::Reply {
            cid, text, fills, ..
        }) => Input::AgentSaid {
            cid,
            agent,
            text,
            promise: None,
            fills,
            today: Zone::default().day_of(NOW),
        },
        Some(AgentCommand::AddNote { cid, text, .. }) => Input::Noted {
            cid,
            agent,
            text,
            mentions: Vec::new(),
        },
        Some(AgentCommand::Resolve { cid, .. }) => Input::AgentResolved { cid, agent },
        Some(AgentCommand::ReadCase { upto, .. }) => Input::AgentRead {
            agent: agent.id,
            upto,
        },
        _ => return,
    };
    take(&queued(State::new(Language::French)), &input);
}

/// Reads a frame as the edge does: a longer one is refused unread.
fn read<T: Serialize + DeserializeOwned + PartialEq + Debug>(frame: &[u8]) -> Option<T> {
    if frame.len() > MAX_FRAME_BYTES {
        return None;
    }
    let command: T = serde_json::from_slice(frame).ok()?;
    let written = serde_json::to_vec(&command).expect("a command can be written");
    let again: T = serde_json::from_slice(&written).expect("what was written can be read");
    assert_eq!(again, command, "what was written is what is read");
    Some(command)
}

/// The conversation once a human was asked for.
fn queued(state: State) -> State {
    let cid = Cid("0".repeat(32));
    let asked = step(&state, 0, &Input::HumanRequested { cid }, NOW);
    asked.ok().and_then(|outcome| outcome.next).unwrap_or(state)
}

fn take(state: &State, input: &Input) {
    let Ok(outcome) = step(state, 0, input, NOW) else {
        return;
    };
    for draft in &outcome.events {
        if let Fact::Message(message) = &draft.fact {
            check_text(&message.text);
        }
    }
}

/// Masking may lengthen a text by what stands for the digits.
fn check_text(text: &str) {
    assert!(text.chars().count() <= MAX_TEXT_CHARS * 2, "it is bounded");
    assert_eq!(redact_cards(text), text, "no card number is left");
}
