//! What came of asking a route, whole, to be searched for what is not the asker's.

use tests::http::Answer;
use tests::socket::{NotOpened, Socket};

/// What came of asking.
pub(super) struct Outcome {
    pub(super) status: u16,
    /// Everything that was received.
    pub(super) text: String,
}

/// Every frame that comes until none has come for a moment.
pub(super) async fn everything<E>(socket: &mut Socket<E>) -> String
where
    E: serde::Serialize + serde::de::DeserializeOwned + std::fmt::Debug,
{
    let mut text = String::new();
    while let Ok(Some(frame)) = socket.next_within(super::A_MOMENT).await {
        text += &serde_json::to_string(&frame).expect("a frame is JSON");
    }
    assert!(!text.is_empty(), "hello got no answer");
    text
}

/// An answer by HTTP.
pub(super) fn outcome(answer: &Answer) -> Outcome {
    Outcome {
        status: answer.status,
        text: format!("{:?}{}", answer.headers, answer.body),
    }
}

/// A socket that was not opened.
pub(super) fn refused_with(refused: &NotOpened) -> Outcome {
    match refused {
        NotOpened::Status(status) => Outcome {
            status: *status,
            text: String::new(),
        },
        NotOpened::Unreachable(why) => panic!("no answer: {why}"),
    }
}
