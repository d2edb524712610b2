//! What is asked over HTTP: who is signed in, sign in, sign out, the parcels at risk, search,
//! templates, staff.

pub mod account;
pub mod labels;
pub mod owners;
pub mod report;
pub mod search;
pub mod service;
pub mod staff;
pub mod templates;

use leptos::prelude::window;
use serde::Serialize;
use shared::client::reading::Read;
use shared::household::Household;
use shared::ids::{ContactId, SiteKey};
use shared::protocol::parcels::RiskPage;
use shared::protocol::staff::Role;
use shared::record;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Request, RequestInit, Response};

use crate::browser;
use crate::watchlist::Question;

const SESSION: &str = "/desk/api/session";
const PARCELS: &str = "/desk/api/parcels";

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

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// There is no session, or the credentials are wrong.
    NotSignedIn,
    /// Too many attempts.
    Locked {
        /// When to try again, in seconds, where the edge says so.
        retry_after: Option<u32>,
    },
    /// Whoever asks may not.
    Forbidden,
    /// What was asked for is not there.
    Missing,
    /// It can't be done as things stand.
    Conflict,
    /// The edge could not read the request.
    Malformed,
    /// The edge could not be reached.
    Unreachable,
    /// The edge failed, or answered what is not of this protocol.
    Failed,
}

/// Who is signed in, and where.
#[derive(Clone, PartialEq, Eq)]
pub struct Session {
    /// What the agent may do.
    pub role: Role,
    /// The shop.
    pub site: SiteKey,
    /// The shop's time zone, by its IANA name.
    pub time_zone: String,
}

record!(Session {
    role,
    site,
    time_zone
});

struct Failure {
    error: FailureBody,
}

record!(Failure { error });

struct FailureBody {
    retry_after: Option<u32>,
}

record!(FailureBody { retry_after });

/// Who is signed in.
pub async fn session() -> Result<Session, Problem> {
    signed_in(send("GET", SESSION, None).await?).await
}

/// Signs in.
pub async fn sign_in(credentials: &Credentials) -> Result<Session, Problem> {
    let body = serde_json::to_string(credentials).map_err(|_| Problem::Malformed)?;
    signed_in(send("POST", SESSION, Some(&body)).await?).await
}

/// Signs out.
pub async fn sign_out() -> Result<(), Problem> {
    let response = send("DELETE", SESSION, None).await?;
    if response.ok() {
        Ok(())
    } else {
        Err(Problem::Failed)
    }
}

/// A page of the parcels at risk.
pub async fn parcels(question: &Question) -> Result<RiskPage, Problem> {
    read(send("GET", &parcels_path(question), None).await?).await
}

/// What an agent may know of a contact's household.
pub async fn household(contact: &ContactId) -> Result<Household, Problem> {
    let path = format!("/desk/api/contacts/{contact}/household");
    read(send("GET", &path, None).await?).await
}

/// Reads an answer.
async fn read<T: Read>(response: Response) -> Result<T, Problem> {
    match response.status() {
        200 | 201 => browser::parsed(&text(&response).await).ok_or(Problem::Failed),
        status => Err(problem(status)),
    }
}

/// What became of a change that is answered with nothing.
fn done(response: &Response) -> Result<(), Problem> {
    if response.ok() {
        Ok(())
    } else {
        Err(problem(response.status()))
    }
}

fn problem(status: u16) -> Problem {
    match status {
        400 | 413 | 422 => Problem::Malformed,
        401 => Problem::NotSignedIn,
        403 => Problem::Forbidden,
        404 => Problem::Missing,
        409 => Problem::Conflict,
        429 => Problem::Locked { retry_after: None },
        _ => Problem::Failed,
    }
}

fn parcels_path(question: &Question) -> String {
    let risk = question.risk.map(|risk| format!("risk={}", risk.name()));
    let after = question.after.as_deref();
    let after = after.map(|after| format!("after={}", js_sys::encode_uri_component(after)));
    let query: Vec<_> = [risk, after].into_iter().flatten().collect();
    format!("{PARCELS}?{}", query.join("&"))
}

async fn send(method: &str, path: &str, body: Option<&str>) -> Result<Response, Problem> {
    let request = request(method, path, body).map_err(|_| Problem::Failed)?;
    let answer = JsFuture::from(window().fetch_with_request(&request)).await;
    answer
        .ok()
        .and_then(|answer| answer.dyn_into().ok())
        .ok_or(Problem::Unreachable)
}

fn request(method: &str, path: &str, body: Option<&str>) -> Result<Request, JsValue> {
    let init = RequestInit::new();
    init.set_method(method);
    let Some(body) = body else {
        return Request::new_with_str_and_init(path, &init);
    };
    init.set_body(&body.into());
    let request = Request::new_with_str_and_init(path, &init)?;
    request.headers().set("Content-Type", "application/json")?;
    Ok(request)
}

async fn signed_in(response: Response) -> Result<Session, Problem> {
    let body = text(&response).await;
    match response.status() {
        200 => browser::parsed(&body).ok_or(Problem::Failed),
        401 => Err(Problem::NotSignedIn),
        429 => {
            let failure: Option<Failure> = browser::parsed(&body);
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
