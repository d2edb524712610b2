//! The HTTP side: which address is answered where. Everything else is a static file.

mod agents;
mod articles;
mod audit;
mod body;
mod caller;
mod cutoffs;
mod desk;
mod directory;
mod frame;
mod hooks;
mod household;
mod invitations;
mod labels;
mod operator;
mod orders;
mod own_sessions;
mod parcels;
mod privacy;
mod profiles;
mod query;
mod report;
mod search;
mod service;
mod sessions;
mod socket;
mod templates;

use std::rc::Rc;

use serde::Serialize;
use shared::ids::SiteKey;
use shared::routes::{self, Found, Route};
use worker::{Context, Env, Request, Response};

use self::caller::Caller;
use crate::error::{ApiError, ApiResult};
use crate::sites::{self, Site};

/// Answers a request by the table of routes: whom the route lets in is seen to before its handler.
pub async fn dispatch(request: Request, env: &Env, context: &Context) -> ApiResult<Response> {
    let path = request.path();
    let Found { route, parameters } = routes::find(request.method().as_ref(), &path)?;
    let [first, second] = parameters;
    let caller = Caller::admit(route.guard(), &request, env, first).await?;
    match route {
        Route::TakeDelivery => hooks::take(request, env, context, first, second).await,
        Route::ProbeHook => hooks::probe(env, first, second).await,
        Route::PutOrder => orders::put(request, env, context, first).await,
        Route::PutSite => operator::put_site(request, env, first).await,
        Route::PutAgent => operator::put_agent(request, env, first).await,
        Route::InviteTo => invitations::invite_to(request, env, first).await,
        Route::ExportContact => privacy::export(env, &caller.steward()?, second).await,
        Route::EraseContact => privacy::erase(env, &caller.steward()?, second).await,
        Route::RebuildDirectory => directory::rebuild(&request, env, first).await,
        Route::OpenSession => sessions::open(request, env, first).await,
        Route::Articles => articles::search(request, env, first).await,
        Route::Cutoffs => cutoffs::show(request, env, first).await,
        Route::Health => Ok(Response::ok("ok")?),
        Route::ShopperSocket => socket::shopper(request, env, caller.shopper()?).await,
        Route::Frame => frame::show(env, first).await,
        Route::Desk => desk::page(),
        Route::AgentSocket => socket::agent(request, env, caller.agent()?).await,
        Route::WhoIsSignedIn => desk::who(env, &caller.agent()?).await,
        Route::SignIn => desk::sign_in(request, env).await,
        Route::SignOut => own_sessions::end_this(env, &caller.agent()?).await,
        Route::ListSessions => own_sessions::list(env, &caller.agent()?).await,
        Route::EndSessions => own_sessions::end_all(env, &caller.agent()?).await,
        Route::EndSession => own_sessions::end_one(env, &caller.agent()?, first).await,
        Route::ListAgents => agents::list(env, &caller.agent()?).await,
        Route::ChangeAgent => agents::change(request, env, &caller.agent()?, first).await,
        Route::RemoveAgent => agents::remove(env, &caller.agent()?, first).await,
        Route::ListInvitations => invitations::list(env, &caller.agent()?).await,
        Route::Invite => invitations::invite(request, env, &caller.agent()?).await,
        Route::WithdrawInvitation => invitations::withdraw(env, &caller.agent()?, first).await,
        Route::ShowAudit => audit::show(env, &caller.agent()?).await,
        Route::Join => invitations::join(request, env).await,
        Route::Rejections => desk::rejections(env, &caller.agent()?).await,
        Route::ListProfiles => profiles::list(env, &caller.agent()?).await,
        Route::PutProfile => profiles::put(request, env, &caller.agent()?, first).await,
        Route::ListParcels => parcels::list(&request, env, &caller.agent()?).await,
        Route::ShowReport => report::show(&request, env, &caller.agent()?).await,
        Route::SendReport => report::sheet(&request, env, &caller.agent()?).await,
        Route::ShowHousehold => household::show(env, &caller.agent()?, first).await,
        Route::Search => search::find(&request, env, &caller.agent()?).await,
        Route::ShowService => service::show(env, &caller.agent()?).await,
        Route::SetService => service::put(request, env, &caller.agent()?).await,
        Route::ListLabels => labels::list(env, &caller.agent()?).await,
        Route::PutLabels => labels::put(request, env, &caller.agent()?).await,
        Route::ListTemplates => templates::list(env, &caller.agent()?).await,
        Route::KeepTemplate => templates::keep(request, env, &caller.agent()?, first, second).await,
        Route::DropTemplate => templates::drop_own(env, &caller.agent()?, first, second).await,
        Route::FillTemplate => templates::fill(request, env, &caller.agent()?).await,
    }
}

/// An answer that is nobody else's to keep.
fn private<T: Serialize>(value: &T) -> ApiResult<Response> {
    let response = Response::from_json(value)?;
    response.headers().set("cache-control", "no-store")?;
    Ok(response)
}

/// The site of an address, or 404.
async fn site(env: &Env, key: &str) -> ApiResult<Rc<Site>> {
    let unknown = || ApiError::NotFound("No shop has this key.");
    let key = SiteKey::parse(key).ok_or_else(unknown)?;
    sites::load(env, &key).await?.ok_or_else(unknown)
}
