//! A look into a closed shadow root. A page's own scripts can't have one; the driver can.

use std::sync::Arc;

use thirtyfour::WebElement;
use thirtyfour::common::command::FormatRequestData;
use thirtyfour::common::requestdata::RequestData;
use thirtyfour::common::types::{ElementRef, SessionId};
use thirtyfour::error::WebDriverResult;
use thirtyfour::session::handle::SessionHandle;
use ureq::http::Method;

/// The elements in the shadow root of a host that match a CSS selector.
pub async fn find_all(
    session: &Arc<SessionHandle>,
    host: &WebElement,
    selector: &str,
) -> WebDriverResult<Vec<WebElement>> {
    let root: ElementRef = session
        .cmd(Root(host.element_id().to_string()))
        .await?
        .value()?;
    let inside = Inside {
        root: root.id().to_owned(),
        selector: selector.to_owned(),
    };
    let found: Vec<serde_json::Value> = session.cmd(inside).await?.value()?;
    found
        .into_iter()
        .map(|element| WebElement::from_json(element, Arc::clone(session)))
        .collect()
}

/// Asks for the shadow root of an element.
#[derive(Debug)]
struct Root(String);

impl FormatRequestData for Root {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let element = &self.0;
        RequestData::new(
            Method::GET,
            format!("session/{session}/element/{element}/shadow"),
        )
    }
}

/// Asks for elements in a shadow root.
#[derive(Debug)]
struct Inside {
    root: String,
    selector: String,
}

impl FormatRequestData for Inside {
    fn format_request(&self, session: &SessionId) -> RequestData {
        let root = &self.root;
        let body = serde_json::json!({ "using": "css selector", "value": self.selector });
        RequestData::new(
            Method::POST,
            format!("session/{session}/shadow/{root}/elements"),
        )
        .add_body(body)
    }
}
