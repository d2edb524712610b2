//! The texts that agents send often: listed, filled for a case, and written by leads.

use serde::Serialize;
use shared::audit::Action;
use shared::language::Language;
use shared::protocol::staff::Role;
use shared::protocol::templates::{DraftRequest, Pattern, Template, is_template_id};
use shared::template::{self, Facts};
use worker::{Env, Request, Response};

use super::{audit, body, private};
use crate::bindings;
use crate::calls::ContactCall;
use crate::clock::now;
use crate::directory::sessions::SignedInAgent;
use crate::directory::templates;
use crate::error::{ApiError, ApiResult};
use crate::sites;

#[derive(Serialize)]
struct Listed {
    templates: Vec<Template>,
    /// Whether whoever asks may change them.
    may_edit: bool,
}

/// `GET /desk/api/templates`.
pub async fn list(env: &Env, signed_in: &SignedInAgent) -> ApiResult<Response> {
    let listed = Listed {
        templates: templates::all(env, &signed_in.site).await?,
        may_edit: signed_in.role >= Role::Lead,
    };
    private(&listed)
}

/// `PUT /desk/api/templates/{language}/{id}`.
pub async fn keep(
    mut request: Request,
    env: &Env,
    lead: &SignedInAgent,
    language: &str,
    id: &str,
) -> ApiResult<Response> {
    let language = read_language(language)?;
    check_id(id)?;
    let pattern: Pattern = body::json(&mut request, "Send title, subject and body.").await?;
    pattern
        .check()
        .map_err(|unfit| ApiError::Unfit(unfit.message()))?;
    note(env, lead, language, id).await?;
    let kept = templates::keep(
        env,
        &lead.site,
        (language, id),
        &pattern,
        &lead.name.name,
        now(),
    )
    .await?;
    if !kept {
        let how = format!("A shop has at most {} templates.", templates::MAX_OWN);
        return Err(ApiError::Unfit(how));
    }
    Ok(Response::empty()?.with_status(204))
}

/// `DELETE /desk/api/templates/{language}/{id}`.
pub async fn drop_own(
    env: &Env,
    lead: &SignedInAgent,
    language: &str,
    id: &str,
) -> ApiResult<Response> {
    let language = read_language(language)?;
    check_id(id)?;
    note(env, lead, language, id).await?;
    templates::forget(env, &lead.site, language, id).await?;
    Ok(Response::empty()?.with_status(204))
}

/// `POST /desk/api/drafts`: a text filled with a case's facts.
pub async fn fill(
    mut request: Request,
    env: &Env,
    signed_in: &SignedInAgent,
) -> ApiResult<Response> {
    let asked: DraftRequest =
        body::json(&mut request, "Send contact, pattern and language.").await?;
    asked
        .pattern
        .check()
        .map_err(|unfit| ApiError::Unfit(unfit.message()))?;
    let site = sites::load(env, &signed_in.site)
        .await?
        .ok_or(ApiError::NotFound("There is no such site."))?;
    let call = ContactCall::ShowFacts {
        agent: signed_in.name.clone(),
        shop: site.name.clone(),
    };
    let facts: Option<Facts> = bindings::contact(env, &signed_in.site, &asked.contact)?
        .call(&call)
        .await?;
    let facts = facts.ok_or(ApiError::NotFound("There is no such case."))?;
    let about = asked.about.unwrap_or_else(|| facts.subject());
    let today = site.zone.day_of(now().0);
    let patterns = [asked.pattern.subject.as_str(), asked.pattern.body.as_str()];
    let draft = template::draft(patterns, &facts, &about, asked.language, &today)
        .map_err(|_| ApiError::Malformed("The template can't be read."))?;
    private(&draft)
}

async fn note(env: &Env, lead: &SignedInAgent, language: Language, id: &str) -> ApiResult<()> {
    let subject = format!("{}/{id}", language.tag());
    audit::note(env, lead, Action::TemplateSaved, &subject).await
}

fn check_id(id: &str) -> ApiResult<()> {
    if is_template_id(id) {
        return Ok(());
    }
    let how = "Name a template by 1 to 40 lower-case letters, digits and dashes.";
    Err(ApiError::Malformed(how))
}

fn read_language(tag: &str) -> ApiResult<Language> {
    [Language::French, Language::English]
        .into_iter()
        .find(|language| language.tag() == tag)
        .ok_or(ApiError::NotFound("There are templates in fr and en."))
}
