//! `POST /api/v1/sites/{site}/sessions`: who is the shopper, and a ticket for the socket.

use shared::ids::{ContactId, SiteKey};
use shared::language::Language;
use shared::protocol::desk::Identity;
use shared::protocol::session::{Session, SessionRequest};
use shared::time::Timestamp;
use worker::{Env, Request, Response};

use super::{body, site};
use crate::auth::identity::{self, Known};
use crate::auth::ticket::{self, TicketHolder};
use crate::auth::visitor;
use crate::bindings;
use crate::calls::ContactCall;
use crate::clock::now;
use crate::error::{ApiError, ApiResult};
use crate::sites::Site;
use crate::waits;

/// Where the platform says from which address a request came.
const CLIENT_ADDRESS: &str = "cf-connecting-ip";

/// Opens a session.
pub async fn open(mut request: Request, env: &Env, key: &str) -> ApiResult<Response> {
    let site = site(env, key).await?;
    count(&request, env, &site.key).await?;
    let what = "Send a visitor token, an identity token, or neither.";
    let asked: SessionRequest = body::json(&mut request, what).await?;
    let language = asked.language.unwrap_or(site.language);
    let now = now();
    let (contact, visitor, until, back) = match signed(&site, &asked)? {
        Some(known) => {
            greet(env, &site, &known.contact, known.identity, language).await?;
            claim(env, &site, asked.visitor.as_deref(), &known.contact).await?;
            (known.contact, None, known.until, None)
        }
        None => {
            let token = asked.visitor.as_deref();
            let (contact, visitor) = visiting(env, &site, token, language).await?;
            // A shop's word is given anew with each session; a visitor has nothing new to say.
            let back = Timestamp(now.millis() + ticket::BACK_MILLIS);
            (contact, visitor, None, Some(back))
        }
    };
    let holder = TicketHolder {
        site: site.key.clone(),
        contact,
        until,
        back,
        once: None,
    };
    let good_until = now.seconds() + u64::from(ticket::TICKET_SECONDS);
    let ticket = bindings::ticket_key(env)
        .and_then(|key| ticket::issue(&key, holder, good_until))
        .ok_or_else(|| ApiError::Internal("tickets can't be signed".into()))?;
    let wait_minutes = waits::usual(env, &site.key).await;
    let session = Session {
        ticket,
        expires_in: ticket::TICKET_SECONDS,
        visitor,
        site: site.card(language, wait_minutes),
    };
    let response = Response::from_json(&session)?.with_status(201);
    response.headers().set("cache-control", "no-store")?;
    Ok(response)
}

/// Counts a session, or a return without one, and refuses one too many.
pub async fn count(request: &Request, env: &Env, site: &SiteKey) -> ApiResult<()> {
    let address = request.headers().get(CLIENT_ADDRESS)?.unwrap_or_default();
    match bindings::count_session(env, site, &address).await? {
        Some(seconds) => Err(ApiError::TooMany(seconds)),
        None => Ok(()),
    }
}

/// Whom the shop has signed for. What it hasn't, or not for now and here, is refused.
fn signed(site: &Site, asked: &SessionRequest) -> ApiResult<Option<Known>> {
    let known = match (&asked.identity, &asked.identifier) {
        (Some(token), _) => identity::verify(site, token),
        (None, Some(hashed)) => identity::verify_hash(site, hashed),
        (None, None) => return Ok(None),
    };
    let refused = "The identity is not good. Sign in at the shop.";
    known.map(Some).ok_or(ApiError::Unauthorized(refused))
}

async fn greet(
    env: &Env,
    site: &Site,
    contact: &ContactId,
    identity: Identity,
    language: Language,
) -> ApiResult<()> {
    let call = ContactCall::OpenVerified { identity, language };
    bindings::contact(env, &site.key, contact)?
        .call::<()>(&call)
        .await?;
    Ok(())
}

/// What this device said before it signed in goes on as the signed-in contact's. The visitor's
/// token proves the device; nothing else does.
async fn claim(env: &Env, site: &Site, token: Option<&str>, to: &ContactId) -> ApiResult<()> {
    let Some(known) = token.and_then(visitor::parse) else {
        return Ok(());
    };
    let call = ContactCall::HandOver {
        secret_hash: known.secret_hash,
        to: to.clone(),
    };
    bindings::contact(env, &site.key, &known.contact)?
        .call::<()>(&call)
        .await?;
    Ok(())
}

/// A visitor with a good token goes on; any other begins anew, with a token of their own.
async fn visiting(
    env: &Env,
    site: &Site,
    token: Option<&str>,
    language: Language,
) -> ApiResult<(ContactId, Option<String>)> {
    if let Some(known) = token.and_then(visitor::parse) {
        let call = ContactCall::OpenVisitor {
            secret_hash: known.secret_hash,
            new: false,
            language,
        };
        if bindings::contact(env, &site.key, &known.contact)?
            .call(&call)
            .await?
        {
            return Ok((known.contact, None));
        }
    }
    let (text, fresh) = visitor::create()?;
    let call = ContactCall::OpenVisitor {
        secret_hash: fresh.secret_hash,
        new: true,
        language,
    };
    let granted: bool = bindings::contact(env, &site.key, &fresh.contact)?
        .call(&call)
        .await?;
    if !granted {
        return Err(ApiError::Internal("a new visitor was refused".into()));
    }
    Ok((fresh.contact, Some(text)))
}
