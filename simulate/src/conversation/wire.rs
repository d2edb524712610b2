//! A connection that does everything a connection may do to its frames, and some things that it
//! may not: what must hold then holds with a better one as well.

use std::collections::VecDeque;

use fastrand::Rng;
use serde_json::{Value, json};

/// One in so many frames is of another version.
const OTHER_VERSION: u32 = 8;

/// Frames under way between a client and the edge.
#[derive(Default)]
pub struct Wire {
    is_open: bool,
    /// The client doesn't know yet that nothing goes through.
    is_dead: bool,
    to_edge: VecDeque<String>,
    to_client: VecDeque<String>,
}

impl Wire {
    /// Opens it, with nothing under way.
    pub fn open(&mut self) {
        *self = Self {
            is_open: true,
            ..Self::default()
        };
    }

    /// Closes it. What was under way is lost.
    pub fn cut(&mut self) {
        *self = Self::default();
    }

    /// Whether frames go through.
    pub fn is_alive(&self) -> bool {
        self.is_open && !self.is_dead
    }

    /// Gives it a frame of the client.
    pub fn push_to_edge(&mut self, rng: &mut Rng, frame: &str) {
        if !self.is_alive() {
            return;
        }
        match rng.u32(0..OTHER_VERSION) {
            0 => {
                self.to_edge.push_back(r#"{"type":"dance"}"#.to_owned());
                self.to_edge.push_back(without_nulls(frame));
            }
            1 => self.to_edge.push_back(with_more(frame)),
            _ => self.to_edge.push_back(frame.to_owned()),
        }
    }

    /// Gives it a frame of the edge.
    pub fn push_to_client(&mut self, rng: &mut Rng, frame: &str) {
        if !self.is_alive() {
            return;
        }
        if rng.u32(0..OTHER_VERSION) == 0 {
            self.to_client
                .push_back(r#"{"type":"confetti","events":[]}"#.to_owned());
            self.to_client.push_back(with_more(frame));
        } else {
            self.to_client.push_back(frame.to_owned());
        }
    }

    /// The next frame that reaches the edge.
    pub fn next_to_edge(&mut self) -> Option<String> {
        self.to_edge.pop_front()
    }

    /// The next frame that reaches the client.
    pub fn next_to_client(&mut self) -> Option<String> {
        self.to_client.pop_front()
    }

    /// Whether nothing is under way.
    pub fn is_empty(&self) -> bool {
        self.to_edge.is_empty() && self.to_client.is_empty()
    }

    /// From a frame on, all is lost, and neither side is told.
    pub fn lose(&mut self, rng: &mut Rng) {
        self.is_dead = true;
        let queue = self.either(rng);
        let kept = rng.usize(0..=queue.len());
        queue.truncate(kept);
    }

    /// A frame comes twice.
    pub fn double(&mut self, rng: &mut Rng) {
        let queue = self.either(rng);
        if !queue.is_empty() {
            let frame = queue[rng.usize(0..queue.len())].clone();
            queue.insert(rng.usize(0..=queue.len()), frame);
        }
    }

    /// A frame overtakes another.
    pub fn swap(&mut self, rng: &mut Rng) {
        let queue = self.either(rng);
        if queue.len() > 1 {
            let place = rng.usize(1..queue.len());
            queue.swap(place - 1, place);
        }
    }

    fn either(&mut self, rng: &mut Rng) -> &mut VecDeque<String> {
        if rng.bool() {
            &mut self.to_edge
        } else {
            &mut self.to_client
        }
    }
}

/// As a newer version would write it: with fields that nobody knows yet.
fn with_more(frame: &str) -> String {
    changed(frame, |fields| {
        fields.insert("mood".to_owned(), json!({ "merry": true }));
        if let Some(Value::Array(events)) = fields.get_mut("events") {
            for event in events.iter_mut().filter_map(Value::as_object_mut) {
                event.insert("glitter".to_owned(), json!(7));
            }
        }
    })
}

/// As an older version would write it: without the fields that may be left out.
fn without_nulls(frame: &str) -> String {
    changed(frame, |fields| fields.retain(|_, value| !value.is_null()))
}

fn changed(frame: &str, change: impl FnOnce(&mut serde_json::Map<String, Value>)) -> String {
    match serde_json::from_str(frame) {
        Ok(Value::Object(mut fields)) => {
            change(&mut fields);
            Value::Object(fields).to_string()
        }
        _ => frame.to_owned(),
    }
}
