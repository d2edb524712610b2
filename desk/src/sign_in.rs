//! The page where an agent signs in.

use leptos::prelude::*;
use shared::ids::SiteKey;
use web_sys::SubmitEvent;

use crate::api::{self, Credentials, Problem};
use crate::app::{Chrome, Session};
use crate::browser;
use crate::icons::{Icon, icon};
use crate::phrases::{self, phrases};

/// What keeps the agent out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trouble {
    SiteMissing,
    EmailMissing,
    PasswordMissing,
    Answered(Problem),
}

/// What the form holds.
#[derive(Clone, Copy)]
struct Form {
    site: RwSignal<String>,
    email: RwSignal<String>,
    password: RwSignal<String>,
    trouble: RwSignal<Option<Trouble>>,
    busy: RwSignal<bool>,
}

/// The page; `expired` when a session has just ended.
#[component]
pub fn SignIn(expired: bool) -> impl IntoView {
    let chrome = expect_context::<Chrome>();
    let site = browser::site().map(|site| site.0).unwrap_or_default();
    let form = Form {
        site: RwSignal::new(site),
        email: RwSignal::new(String::new()),
        password: RwSignal::new(String::new()),
        trouble: RwSignal::new(None),
        busy: RwSignal::new(false),
    };
    let t = move || &phrases(chrome.language.get()).sign_in;
    let frame = move || &phrases(chrome.language.get()).frame;
    Effect::new(move || document().set_title(t().title));
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.submit(chrome);
    };
    view! {
        <main class="sign-in">
            <form class="sign-in-card" method="post" novalidate=true on:submit=submit>
                <p class="mark">{icon(Icon::Bell)}{"Grelot"}</p>
                <h1>{move || t().title}</h1>
                <p class="quiet">{move || t().intro}</p>
                {expired.then(|| view! { <p class="banner">{move || t().expired}</p> })}
                <p class="trouble" id="trouble" role="alert" class:shown=move || form.trouble.get().is_some()>
                    {move || form.trouble.get().map(|trouble| words(t(), trouble))}
                </p>
                <SiteField form/>
                <EmailField form/>
                <PasswordField form/>
                <button class="primary wide" type="submit" disabled=move || form.busy.get()>
                    {move || if form.busy.get() { t().submitting } else { t().submit }}
                </button>
                <button
                    class="plain"
                    type="button"
                    lang=move || frame().other_language_tag
                    on:click=move |_| chrome.switch_language()
                >
                    {move || frame().other_language}
                </button>
            </form>
        </main>
    }
}

#[component]
fn SiteField(form: Form) -> impl IntoView {
    let chrome = expect_context::<Chrome>();
    let t = move || &phrases(chrome.language.get()).sign_in;
    view! {
        <label class="field">
            <span class:label=true>{move || t().site}</span>
            <input
                id="site"
                name="site"
                type="text"
                autocomplete="organization"
                autocapitalize="none"
                spellcheck="false"
                aria-describedby="site-hint"
                aria-invalid=move || (form.trouble.get() == Some(Trouble::SiteMissing)).to_string()
                bind:value=form.site
            />
        </label>
        <p class="hint" id="site-hint">{move || t().site_hint}</p>
    }
}

#[component]
fn EmailField(form: Form) -> impl IntoView {
    let chrome = expect_context::<Chrome>();
    let t = move || &phrases(chrome.language.get()).sign_in;
    view! {
        <label class="field">
            <span class:label=true>{move || t().email}</span>
            <input
                id="email"
                name="email"
                type="email"
                autocomplete="username"
                aria-invalid=move || (form.trouble.get() == Some(Trouble::EmailMissing)).to_string()
                bind:value=form.email
            />
        </label>
    }
}

#[component]
fn PasswordField(form: Form) -> impl IntoView {
    let chrome = expect_context::<Chrome>();
    let t = move || &phrases(chrome.language.get()).sign_in;
    let shown = RwSignal::new(false);
    view! {
        <label class="field">
            <span class:label=true>{move || t().password}</span>
            <input
                id="password"
                name="password"
                type=move || if shown.get() { "text" } else { "password" }
                autocomplete="current-password"
                aria-invalid=move || (form.trouble.get() == Some(Trouble::PasswordMissing)).to_string()
                bind:value=form.password
            />
        </label>
        <label class="check">
            <input
                type="checkbox"
                prop:checked=move || shown.get()
                on:change=move |_| shown.update(|shown| *shown = !*shown)
            />
            {move || t().show_password}
        </label>
    }
}

impl Form {
    fn submit(self, chrome: Chrome) {
        if self.busy.get_untracked() {
            return;
        }
        match self.credentials() {
            Ok(credentials) => self.send(chrome, credentials),
            Err(trouble) => self.fail(trouble),
        }
    }

    fn credentials(self) -> Result<Credentials, Trouble> {
        let site = self.site.get_untracked().trim().to_lowercase();
        let email = self.email.get_untracked().trim().to_owned();
        let password = self.password.get_untracked();
        if site.is_empty() {
            return Err(Trouble::SiteMissing);
        }
        let site = SiteKey::parse(&site).ok_or(Trouble::Answered(Problem::Malformed))?;
        if email.is_empty() {
            return Err(Trouble::EmailMissing);
        }
        if password.is_empty() {
            return Err(Trouble::PasswordMissing);
        }
        Ok(Credentials {
            site,
            email,
            password,
        })
    }

    fn send(self, chrome: Chrome, credentials: Credentials) {
        self.busy.set(true);
        self.trouble.set(None);
        leptos::task::spawn_local(async move {
            let answer = api::sign_in(&credentials).await;
            self.busy.set(false);
            match answer {
                Ok(_) => {
                    browser::remember_site(&credentials.site);
                    chrome.enter(Session::SignedIn);
                }
                Err(problem) => self.fail(Trouble::Answered(problem)),
            }
        });
    }

    /// Says what is wrong and goes to the field that mends it.
    fn fail(self, trouble: Trouble) {
        self.trouble.set(Some(trouble));
        browser::focus(match trouble {
            Trouble::SiteMissing | Trouble::Answered(Problem::Malformed) => "#site",
            Trouble::EmailMissing => "#email",
            Trouble::PasswordMissing | Trouble::Answered(_) => "#password",
        });
    }
}

fn words(t: &phrases::SignIn, trouble: Trouble) -> String {
    match trouble {
        Trouble::SiteMissing => t.site_missing.to_owned(),
        Trouble::EmailMissing => t.email_missing.to_owned(),
        Trouble::PasswordMissing => t.password_missing.to_owned(),
        Trouble::Answered(Problem::NotSignedIn) => t.wrong.to_owned(),
        Trouble::Answered(Problem::Locked { retry_after }) => {
            (t.locked)(retry_after.unwrap_or(60).div_ceil(60))
        }
        Trouble::Answered(Problem::Malformed) => t.malformed.to_owned(),
        Trouble::Answered(Problem::Unreachable) => t.unreachable.to_owned(),
        Trouble::Answered(
            Problem::Forbidden | Problem::Missing | Problem::Conflict | Problem::Failed,
        ) => t.failed.to_owned(),
    }
}
