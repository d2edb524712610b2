//! The exchange that precedes the socket: who is signed in, sign in, sign out.

use leptos::prelude::window;
use serde::{Deserialize, Serialize};
use shared::ids::SiteKey;
use shared::protocol::widget::AgentName;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Request, RequestInit, Response};

const SESSION: &str = "/desk/api/session";

/// What an agent types to sign in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Credentials {
    /// The shop.
    pub site: SiteKey,
    /// The agent's e-mail.
    pub email: String,
    /// The agent's password.
    pub password: String,
}

/// Why nobody is signed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is no session, or the credentials are wrong.
    NotSignedIn,
    /// Too many attempts.
    Locked {
        /// When to try again, in seconds, where the edge says so.
        retry_after: Option<u32>,
    },
    /// The edge could not read the request.
    Malformed,
    /// The edge could not be reached.
    Unreachable,
    /// The edge failed, or answered what is not of this protocol.
    Failed,
}

#[derive(Deserialize)]
struct Session {
    agent: AgentName,
}

#[derive(Deserialize)]
struct Failure {
    error: FailureBody,
}

#[derive(Deserialize)]
struct FailureBody {
    #[serde(default)]
    retry_after: Option<u32>,
}

/// Who is signed in.
pub async fn session() -> Result<AgentName, Problem> {
    agent(send("GET", None).await?).await
}

/// Signs in.
pub async fn sign_in(credentials: &Credentials) -> Result<AgentName, Problem> {
    let body = serde_json::to_string(credentials).map_err(|_| Problem::Malformed)?;
    agent(send("POST", Some(&body)).await?).await
}

/// Signs out.
pub async fn sign_out() -> Result<(), Problem> {
    let response = send("DELETE", None).await?;
    if response.ok() {
        Ok(())
    } else {
        Err(Problem::Failed)
    }
}

async fn send(method: &str, body: Option<&str>) -> Result<Response, Problem> {
    let request = request(method, body).map_err(|_| Problem::Failed)?;
    let answer = JsFuture::from(window().fetch_with_request(&request)).await;
    answer
        .ok()
        .and_then(|answer| answer.dyn_into().ok())
        .ok_or(Problem::Unreachable)
}

fn request(method: &str, body: Option<&str>) -> Result<Request, JsValue> {
    let init = RequestInit::new();
    init.set_method(method);
    let Some(body) = body else {
        return Request::new_with_str_and_init(SESSION, &init);
    };
    init.set_body(&body.into());
    let request = Request::new_with_str_and_init(SESSION, &init)?;
    request.headers().set("Content-Type", "application/json")?;
    Ok(request)
}

async fn agent(response: Response) -> Result<AgentName, Problem> {
    let body = text(&response).await;
    match response.status() {
        200 => {
            let session: Session = serde_json::from_str(&body).map_err(|_| Problem::Failed)?;
            Ok(session.agent)
        }
        401 => Err(Problem::NotSignedIn),
        429 => {
            let failure: Option<Failure> = serde_json::from_str(&body).ok();
            Err(Problem::Locked {
                retry_after: failure.and_then(|it| it.error.retry_after),
            })
        }
        400 | 413 | 422 => Err(Problem::Malformed),
        _ => Err(Problem::Failed),
    }
}

async fn text(response: &Response) -> String {
    let Ok(reading) = response.text() else {
        return String::new();
    };
    JsFuture::from(reading)
        .await
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}
