//! A small HTTP server: requests in, replies out, and nothing of the library beyond this file.

use std::io::Read as _;
use std::sync::Arc;
use std::thread;

use anyhow::anyhow;
use serde::Serialize;
use tiny_http::{Header, Method, Request, Response, Server};

/// The largest body that is read, in bytes.
const BODY_LIMIT: u64 = 64 * 1024;
/// How many requests are answered at once. A button of the simulator may wait for the edge.
const WORKERS: usize = 8;

/// A request, as the routes see it.
pub struct Call {
    /// The method.
    pub method: Method,
    /// The path, not decoded: the shop's own paths are plain ASCII.
    pub path: String,
    /// What follows the question mark, not decoded.
    pub query: String,
    /// The `Cookie` header.
    pub cookies: Option<String>,
    /// The `Authorization` header.
    pub authorization: Option<String>,
    /// The `X-Okapi-Key` header, by which La Poste knows who asks.
    pub okapi_key: Option<String>,
    /// Whether `X-Requested-With` is there. Another site's page can't send it without being asked
    /// first, so that it keeps cross-site posts out.
    pub same_origin: bool,
    /// The body.
    pub body: Vec<u8>,
}

impl Call {
    /// The value of a parameter of the query.
    pub fn parameter(&self, name: &str) -> Option<&str> {
        self.query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .find_map(|(key, value)| (key == name).then_some(value))
    }
}

/// What is sent back.
#[derive(Debug)]
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// Header names and values.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Vec<u8>,
}

impl Reply {
    /// A body of a content type.
    pub fn of(status: u16, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![("Content-Type", content_type.to_owned())];
        Self {
            status,
            headers,
            body: body.into(),
        }
    }

    /// A JSON body.
    pub fn json(status: u16, value: &impl Serialize) -> Self {
        let body = serde_json::to_vec(value).expect("the replies hold nothing that JSON can't");
        Self::of(status, "application/json", body)
    }

    /// A refusal, as `{"error": …}` with a sentence that may be shown.
    pub fn error(status: u16, message: &str) -> Self {
        Self::json(status, &serde_json::json!({ "error": message }))
    }

    /// The same with one more header.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: String) -> Self {
        self.headers.push((name, value));
        self
    }
}

/// Listens on the loopback.
pub fn bind(port: u16) -> anyhow::Result<Server> {
    Server::http(("127.0.0.1", port)).map_err(|error| anyhow!("listening on port {port}: {error}"))
}

/// Answers requests until the process ends.
pub fn serve<F>(server: Server, answer: F) -> anyhow::Result<()>
where
    F: Fn(&Call) -> Reply + Send + Sync + 'static,
{
    let (server, answer) = (Arc::new(server), Arc::new(answer));
    let workers: Vec<_> = (0..WORKERS)
        .map(|_| {
            let (server, answer) = (Arc::clone(&server), Arc::clone(&answer));
            thread::spawn(move || {
                for request in server.incoming_requests() {
                    handle(request, &*answer);
                }
            })
        })
        .collect();
    for worker in workers {
        worker
            .join()
            .map_err(|_| anyhow!("a worker of the shop panicked"))?;
    }
    Ok(())
}

fn handle(mut request: Request, answer: &impl Fn(&Call) -> Reply) {
    let reply = match read(&mut request) {
        Ok(call) => answer(&call),
        Err(reply) => reply,
    };
    let mut response = Response::from_data(reply.body).with_status_code(reply.status);
    for (name, value) in reply.headers {
        let header = Header::from_bytes(name, value).expect("the shop's headers are ASCII");
        response.add_header(header);
    }
    // A browser that left has no use for the answer, and nobody else has.
    let _ = request.respond(response);
}

fn read(request: &mut Request) -> Result<Call, Reply> {
    let mut body = Vec::new();
    let read = request
        .as_reader()
        .take(BODY_LIMIT + 1)
        .read_to_end(&mut body);
    if read.is_err() {
        return Err(Reply::error(400, "Le corps de la requête est illisible."));
    }
    if body.len() as u64 > BODY_LIMIT {
        return Err(Reply::error(413, "Le corps de la requête est trop long."));
    }
    let (path, query) = request.url().split_once('?').unwrap_or((request.url(), ""));
    Ok(Call {
        method: request.method().clone(),
        path: path.to_owned(),
        query: query.to_owned(),
        cookies: header(request, "Cookie"),
        authorization: header(request, "Authorization"),
        okapi_key: header(request, "X-Okapi-Key"),
        same_origin: header(request, "X-Requested-With").is_some(),
        body,
    })
}

fn header(request: &Request, name: &'static str) -> Option<String> {
    let header = request
        .headers()
        .iter()
        .find(|header| header.field.equiv(name))?;
    Some(header.value.as_str().to_owned())
}
