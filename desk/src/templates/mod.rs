//! Texts that agents send often: the list that `/` opens, and what keeps a text from being sent.

pub mod editor;
pub mod findings;
pub mod picker;

use dom::RwSignal;
use std::collections::HashMap;

use leptos::prelude::*;
use shared::claims::{self, Finding};
use shared::ids::ContactId;
use shared::language::Language;
use shared::protocol::promise::{Promise, PromiseKind, Standing};
use shared::protocol::templates::{DraftRequest, Template};
use shared::template::guard::{self, Flaw};
use shared::template::{Draft, Facts, Fill, Subject};
use shared::text::fold_text;

use crate::api;
use crate::browser;
use crate::console::Console;
use crate::shop_clock;
use crate::state::{CaseContent, Word};

/// What the composer knows of templates. A copy is the same.
#[derive(Clone, Copy)]
pub struct Templates {
    /// The list, once the edge has told it.
    listed: RwSignal<Vec<Template>>,
    /// Whether the list is open.
    pub open: RwSignal<bool>,
    /// What is searched in it.
    wanted: RwSignal<String>,
    /// Which line of what was found is chosen.
    chosen: RwSignal<usize>,
    /// Which order and parcel the text is to be about, where the agent has said it.
    about: RwSignal<Option<Subject>>,
    /// Whether the list or a text could not be had.
    failed: RwSignal<bool>,
    /// The facts that were put into the texts that are being written.
    fills: RwSignal<HashMap<ContactId, Vec<Fill>>>,
}

impl Templates {
    /// Nothing is known yet.
    pub fn new() -> Self {
        Self {
            listed: RwSignal::new(Vec::new()),
            open: RwSignal::new(false),
            wanted: RwSignal::new(String::new()),
            chosen: RwSignal::new(0),
            about: RwSignal::new(None),
            failed: RwSignal::new(false),
            fills: RwSignal::new(HashMap::new()),
        }
    }

    /// Opens the list.
    pub fn show(self) {
        self.wanted.set(String::new());
        self.chosen.set(0);
        self.about.set(None);
        self.open.set(true);
        self.refresh();
        request_animation_frame(|| browser::focus("#template-search"));
    }

    /// Closes the list and goes back to the text.
    pub fn hide(self) {
        self.open.set(false);
        request_animation_frame(|| browser::focus(crate::keyboard::WRITING_FIELD));
    }

    /// Reads the list anew.
    pub fn refresh(self) {
        leptos::task::spawn_local(async move {
            let answer = api::templates::templates().await;
            self.failed.set(answer.is_err());
            if let Ok(listed) = answer {
                self.listed.set(listed.templates);
            }
        });
    }

    /// The facts that were put into what is being written to a shopper.
    pub fn fills(self, contact: &ContactId) -> Vec<Fill> {
        self.fills
            .with(|fills| fills.get(contact).cloned().unwrap_or_default())
    }

    /// Forgets them: the text is sent.
    pub fn take_fills(self, contact: &ContactId) -> Vec<Fill> {
        let taken = self.fills.try_update(|fills| fills.remove(contact));
        taken.flatten().unwrap_or_default()
    }

    /// What fits the search, in the shopper's language first.
    fn found(self, console: Console) -> Vec<Template> {
        let language = language(console);
        let wanted = fold_text(&self.wanted.get());
        let fits = |template: &&Template| {
            let pattern = &template.pattern;
            let text = fold_text(&format!("{} {}", pattern.title, pattern.body));
            wanted.split(' ').all(|word| text.contains(word))
        };
        let mut found: Vec<Template> = self
            .listed
            .with(|listed| listed.iter().filter(fits).cloned().collect());
        // The guard lets no other language pass, so the others come last.
        found.sort_by_key(|template| template.language != language);
        found
    }

    /// Puts the template of a name, in the shopper's language, into the composer.
    pub fn write(self, console: Console, contact: ContactId, name: &'static str) {
        let language = language(console);
        leptos::task::spawn_local(async move {
            let listed = api::templates::templates().await;
            self.failed.set(listed.is_err());
            let templates = listed.map_or_else(|_| Vec::new(), |listed| listed.templates);
            let named = templates
                .into_iter()
                .find(|template| template.id == name && template.language == language);
            match named {
                Some(template) => self.use_template(console, contact, template),
                None => self.show(),
            }
        });
    }

    /// Fills a template with the case's facts and puts it into the composer.
    fn use_template(self, console: Console, contact: ContactId, template: Template) {
        let asked = DraftRequest {
            contact: contact.clone(),
            pattern: template.pattern,
            language: template.language,
            about: self.about.get_untracked(),
        };
        leptos::task::spawn_local(async move {
            match api::templates::draft(&asked).await {
                Ok(draft) => {
                    self.put(console, contact, draft);
                    self.hide();
                    request_animation_frame(|| {
                        crate::composer::select_mark_after(0);
                    });
                }
                Err(_) => self.failed.set(true),
            }
        });
    }

    fn put(self, console: Console, contact: ContactId, draft: Draft) {
        console.word.set(Word::Reply);
        self.fills.update(|fills| {
            fills.insert(contact.clone(), draft.fills);
        });
        console.drafts.update(|drafts| {
            drafts.insert((contact, Word::Reply), draft.chat);
        });
    }
}

/// The language of the shopper whose case is open.
fn language(console: Console) -> Language {
    console
        .state
        .with(|state| state.content().map(|case| case.present.language))
        .unwrap_or_default()
}

/// What keeps a text from being sent to the shopper of a case.
pub fn flaws(console: Console, contact: &ContactId, text: &str) -> Vec<Flaw> {
    let fills = console.templates.fills(contact);
    let today = shop_clock::day_of(browser::now());
    console.state.with(|state| {
        let agent = state.me.as_ref().map(|me| me.name.clone());
        let facts = state
            .content()
            .map(|case| facts(case, agent.unwrap_or_default(), &state.site_name));
        facts.map_or_else(Vec::new, |facts| guard::flaws(text, &fills, &facts, &today))
    })
}

/// What a text states that no source supports. It may be sent: the agent knows more than facts do.
pub fn claims(console: Console, text: &str) -> Vec<Finding> {
    let today = shop_clock::day_of(browser::now());
    console.state.with(|state| {
        let Some(case) = state.content() else {
            return Vec::new();
        };
        let facts = claims::Facts {
            orders: &case.present.orders,
            today,
            refunded: case.present.promises.iter().any(is_paid_back),
        };
        claims::check(text, &facts, case.present.language)
    })
}

/// Whether a promise of money was kept, be it too late.
fn is_paid_back(promise: &Promise) -> bool {
    let is_kept = matches!(
        promise.standing,
        Standing::Kept { .. } | Standing::Late { .. }
    );
    promise.kind == PromiseKind::Refund && is_kept
}

/// What is known of a case, as the contact's guard will know it.
fn facts(case: &CaseContent, agent: String, shop: &str) -> Facts {
    Facts {
        identity: case.present.identity.clone(),
        language: case.present.language,
        orders: case.present.orders.clone(),
        request: case.present.request.clone(),
        agent,
        shop: Some(shop.to_owned()),
    }
}
