//! A merchant with a single page, for what the demo shop's pages do not show.

use std::io::Cursor;
use std::sync::Arc;
use std::thread::JoinHandle;

use anyhow::{Result, anyhow};
use tiny_http::{Header, Request, Response, Server};

/// A server of one page on a free port. It stops when it is dropped.
pub struct Merchant {
    /// Its origin.
    pub url: String,
    server: Arc<Server>,
    serving: Option<JoinHandle<()>>,
}

/// A listening merchant that has no page yet: the page names the site, and the site its origin.
pub struct Premises {
    /// The origin.
    pub url: String,
    server: Server,
}

impl Premises {
    /// Takes a free port.
    pub fn find() -> Result<Self> {
        let server = Server::http("127.0.0.1:0").map_err(|error| anyhow!("{error}"))?;
        let url = format!("http://{}", server.server_addr());
        Ok(Self { url, server })
    }

    /// Serves a page at every address.
    pub fn serve(self, page: String) -> Merchant {
        self.serve_with(page, &[])
    }

    /// Serves a page at every address, with headers of the shop's own.
    pub fn serve_with(self, page: String, headers: &[(&str, &str)]) -> Merchant {
        let html = ("content-type", "text/html; charset=utf-8");
        let headers: Vec<_> = std::iter::once(html)
            .chain(headers.iter().copied())
            .collect();
        self.serve_bytes(page.into_bytes(), &headers)
    }

    /// Serves the same bytes at every address.
    pub fn serve_bytes(self, bytes: Vec<u8>, headers: &[(&str, &str)]) -> Merchant {
        let header = |&(name, value): &(&str, &str)| {
            Header::from_bytes(name, value).expect("the header is ASCII")
        };
        let headers: Vec<_> = headers.iter().map(header).collect();
        self.answer_by(move |_| {
            let mut response = Response::from_data(bytes.clone());
            for header in &headers {
                response.add_header(header.clone());
            }
            response
        })
    }

    /// Answers whatever is asked for.
    pub fn answer_by(
        self,
        answer: impl Fn(&Request) -> Response<Cursor<Vec<u8>>> + Send + 'static,
    ) -> Merchant {
        let server = Arc::new(self.server);
        let listening = Arc::clone(&server);
        let serving = std::thread::spawn(move || {
            for request in listening.incoming_requests() {
                let response = answer(&request);
                // A browser that left has no use for the answer.
                let _ = request.respond(response);
            }
        });
        Merchant {
            url: self.url,
            server,
            serving: Some(serving),
        }
    }
}

impl Drop for Merchant {
    fn drop(&mut self) {
        self.server.unblock();
        if let Some(serving) = self.serving.take() {
            // A panic in there has already been printed.
            let _ = serving.join();
        }
    }
}

/// A plain page in a language, with something in its head.
pub fn page(language: &str, head: &str) -> String {
    format!(
        "<!doctype html><html lang=\"{language}\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <title>Marie’s mugs</title>{head}</head>\
         <body><main><h1>Marie’s mugs</h1><p>Thrown by hand, one at a time.</p>\
         <button type=\"button\" onclick=\"this.textContent = 'Added'\">Add to cart</button>\
         </main></body></html>"
    )
}

/// The script tag of a site.
pub fn script_tag(edge: &str, key: &str) -> String {
    format!("<script async src=\"{edge}/grelot.js\" data-site=\"{key}\"></script>")
}
