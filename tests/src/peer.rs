//! A service that the edge asks, on this very machine: it answers as a test tells it to, and
//! remembers what it was asked.
//!
//! ```no_run
//! use tests::peer::{Peer, Reply};
//! let peer = Peer::start(|asked| match asked.path.as_str() {
//!     "/orders" => Reply::json(&serde_json::json!([])),
//!     _ => Reply::status(404),
//! });
//! let base_url = peer.url.clone();
//! ```

use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use serde_json::Value;
use tiny_http::{Header, Response, Server};

/// A running service; it stops when it is dropped.
pub struct Peer {
    /// Where it answers, without a trailing slash.
    pub url: String,
    server: Arc<Server>,
    asked: Arc<Mutex<Vec<Asked>>>,
    thread: Option<JoinHandle<()>>,
}

/// What the service was asked.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The path, without the query.
    pub path: String,
    /// The query, without its question mark.
    pub query: String,
    /// The headers, names in lower case.
    pub headers: Vec<(String, String)>,
}

/// What the service answers.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The status.
    pub status: u16,
    /// The headers.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: String,
}

impl Peer {
    /// Starts a service on a port that nobody holds.
    pub fn start(answer: impl Fn(&Asked) -> Reply + Send + 'static) -> Self {
        let server = Server::http("127.0.0.1:0").expect("a port is free");
        let port = server.server_addr().to_ip().expect("an IP address").port();
        let server = Arc::new(server);
        let asked: Arc<Mutex<Vec<Asked>>> = Arc::default();
        let (listening, remembered) = (Arc::clone(&server), Arc::clone(&asked));
        let thread = thread::spawn(move || {
            for request in listening.incoming_requests() {
                let question = Asked::of(&request);
                let reply = answer(&question);
                remembered
                    .lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(question);
                // Whoever asked may be gone.
                let _ = request.respond(reply.into());
            }
        });
        Self {
            url: format!("http://127.0.0.1:{port}"),
            server,
            asked,
            thread: Some(thread),
        }
    }

    /// Everything that it was asked so far.
    pub fn asked(&self) -> Vec<Asked> {
        self.asked
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl Drop for Peer {
    fn drop(&mut self) {
        self.server.unblock();
        if let Some(thread) = self.thread.take() {
            // A panic in the test's own closure was printed where it happened.
            let _ = thread.join();
        }
    }
}

impl Asked {
    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
    }

    fn of(request: &tiny_http::Request) -> Self {
        let (path, query) = request.url().split_once('?').unwrap_or((request.url(), ""));
        let headers = request.headers().iter().map(|header| {
            let name = header.field.as_str().as_str().to_ascii_lowercase();
            (name, header.value.as_str().to_owned())
        });
        Self {
            path: path.to_owned(),
            query: query.to_owned(),
            headers: headers.collect(),
        }
    }
}

impl Reply {
    /// A JSON body with status 200.
    pub fn json(body: &Value) -> Self {
        Self {
            status: 200,
            headers: vec![("content-type", "application/json".to_owned())],
            body: body.to_string(),
        }
    }

    /// A status without a body.
    pub fn status(status: u16) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: String::new(),
        }
    }

    /// Adds a header.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }
}

impl From<Reply> for Response<std::io::Cursor<Vec<u8>>> {
    fn from(reply: Reply) -> Self {
        let mut response = Response::from_string(reply.body).with_status_code(reply.status);
        for (name, value) in reply.headers {
            let header = Header::from_bytes(name, value).expect("a header of a test is sound");
            response.add_header(header);
        }
        response
    }
}
