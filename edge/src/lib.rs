//! Grelot's edge: the Worker that answers HTTP, and the Durable Objects behind it.
//!
//! Requests come in by `routes`, one file a subject; what must be kept or decided is asked of an
//! object; every decision of the domain is a pure step in `shared`.

mod auth;
mod bindings;
mod calls;
mod clock;
mod directory;
mod error;
mod intake;
mod objects;
mod peer;
mod routes;
mod sites;
mod store;
mod stream;
mod waits;

use worker::{Context, Env, Request, Response, Result, event};

/// Answers a request.
#[event(fetch)]
async fn fetch(request: Request, env: Env, context: Context) -> Result<Response> {
    match routes::dispatch(request, &env, &context).await {
        Ok(response) => Ok(response),
        Err(error) => error.into_response(),
    }
}
