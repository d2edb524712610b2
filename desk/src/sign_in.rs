//! The page where an agent signs in.

use dom::{Child, El, RwSignal, effect};
use leptos::prelude::document;
use shared::ids::SiteKey;
use web_sys::Event;

use crate::api::{self, Credentials, Problem};
use crate::app::Chrome;
use crate::browser;
use crate::fields::typed;
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
pub fn sign_in(chrome: Chrome, expired: bool) -> El {
    let site = browser::site().map(|site| site.0).unwrap_or_default();
    let form = Form {
        site: RwSignal::new(site),
        email: RwSignal::new(String::new()),
        password: RwSignal::new(String::new()),
        trouble: RwSignal::new(None),
        busy: RwSignal::new(false),
    };
    let t = move || &phrases(chrome.language.get()).sign_in;
    effect(move || document().set_title(t().title));
    let submit = move |event: Event| {
        event.prevent_default();
        form.submit(chrome);
    };
    let mark = dom::p().class("mark").child((icon(Icon::Bell), "Grelot"));
    let banner = expired.then(|| dom::p().class("banner").child(move || t().expired));
    let card = dom::form()
        .class("sign-in-card")
        .attr("method", "post")
        .attr("novalidate", true)
        .on("submit", submit)
        .child((
            (mark, dom::h1().child(move || t().title)),
            dom::p().class("quiet").child(move || t().intro),
            banner,
            trouble(chrome, form),
            site_field(chrome, form),
            email_field(chrome, form),
            password_field(chrome, form),
            (submit_button(chrome, form), language_button(chrome)),
        ));
    dom::main().class("sign-in").child(card)
}

fn trouble(chrome: Chrome, form: Form) -> El {
    let t = move || &phrases(chrome.language.get()).sign_in;
    let trouble = form.trouble;
    dom::p()
        .attr("id", "trouble")
        .attr("role", "alert")
        .live("class", move || match trouble.get() {
            Some(_) => "trouble shown",
            None => "trouble",
        })
        .child(move || trouble.get().map(|trouble| words(t(), trouble)))
}

fn submit_button(chrome: Chrome, form: Form) -> El {
    let t = move || &phrases(chrome.language.get()).sign_in;
    dom::button()
        .class("primary wide")
        .attr("type", "submit")
        .live("disabled", move || form.busy.get())
        .child(move || {
            if form.busy.get() {
                t().submitting
            } else {
                t().submit
            }
        })
}

fn language_button(chrome: Chrome) -> El {
    let t = move || &phrases(chrome.language.get()).frame;
    dom::button()
        .class("plain")
        .attr("type", "button")
        .live("lang", move || t().other_language_tag)
        .on("click", move |_| chrome.switch_language())
        .child(move || t().other_language)
}

fn site_field(chrome: Chrome, form: Form) -> impl Child {
    let t = move || &phrases(chrome.language.get()).sign_in;
    let input = text_field("site", form.site)
        .attr("type", "text")
        .attr("autocomplete", "organization")
        .attr("autocapitalize", "none")
        .attr("spellcheck", "false")
        .attr("aria-describedby", "site-hint")
        .live("aria-invalid", move || form.is_wrong(Trouble::SiteMissing));
    (
        labeled(move || t().site, input),
        dom::p()
            .class("hint")
            .attr("id", "site-hint")
            .child(move || t().site_hint),
    )
}

fn email_field(chrome: Chrome, form: Form) -> El {
    let input = text_field("email", form.email)
        .attr("type", "email")
        .attr("autocomplete", "username")
        .live("aria-invalid", move || form.is_wrong(Trouble::EmailMissing));
    let name = move || phrases(chrome.language.get()).sign_in.email;
    labeled(name, input)
}

fn password_field(chrome: Chrome, form: Form) -> impl Child {
    let t = move || &phrases(chrome.language.get()).sign_in;
    let shown = RwSignal::new(false);
    let input = text_field("password", form.password)
        .live(
            "type",
            move || if shown.get() { "text" } else { "password" },
        )
        .attr("autocomplete", "current-password")
        .live("aria-invalid", move || {
            form.is_wrong(Trouble::PasswordMissing)
        });
    let switch = dom::input()
        .attr("type", "checkbox")
        .checked(move || shown.get())
        .on("change", move |_| shown.update(|shown| *shown = !*shown));
    (
        labeled(move || t().password, input),
        dom::label()
            .class("check")
            .child((switch, move || t().show_password)),
    )
}

/// A field whose id is its name.
fn text_field(id: &'static str, text: RwSignal<String>) -> El {
    dom::input()
        .attr("id", id)
        .attr("name", id)
        .value(move || text.get())
        .on("input", move |event| text.set(typed(&event)))
}

fn labeled(name: impl Fn() -> &'static str + Send + 'static, input: El) -> El {
    dom::label()
        .class("field")
        .child((dom::span().class("label").child(name), input))
}

impl Form {
    /// Whether a field is what keeps the agent out, as `aria-invalid` has it.
    fn is_wrong(self, trouble: Trouble) -> String {
        (self.trouble.get() == Some(trouble)).to_string()
    }

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
                Ok(rights) => {
                    browser::remember_site(&credentials.site);
                    chrome.welcome(rights);
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
