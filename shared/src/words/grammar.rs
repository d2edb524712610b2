//! The sentences of `locales/`, ready to be said.

use std::cell::OnceCell;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

use crate::language::Language;

type Bundle = FluentBundle<FluentResource>;

thread_local! {
    /// The languages that were spoken so far, in the order of [`Language::ALL`].
    static BUNDLES: [OnceCell<Bundle>; Language::ALL.len()] = const {
        [const { OnceCell::new() }; Language::ALL.len()]
    };
}

macro_rules! files {
    ($tag:literal) => {
        [
            include_str!(concat!("../../locales/", $tag, "/notices.ftl")),
            include_str!(concat!("../../locales/", $tag, "/answers.ftl")),
            include_str!(concat!("../../locales/", $tag, "/bot.ftl")),
        ]
    };
}

/// The files of a language.
pub(super) fn sources(language: Language) -> [&'static str; 3] {
    match language {
        Language::French => files!("fr"),
        Language::English => files!("en"),
        Language::German => files!("de"),
        Language::Spanish => files!("es"),
        Language::Italian => files!("it"),
        Language::Dutch => files!("nl"),
        Language::Portuguese => files!("pt"),
        Language::Arabic => files!("ar"),
    }
}

/// Says one sentence, or why it can't be said. It may be broken over lines in its file.
pub(super) fn render(
    name: &str,
    arguments: &FluentArgs<'_>,
    language: Language,
) -> Result<String, String> {
    BUNDLES.with(|bundles| {
        let bundle = bundles[language as usize].get_or_init(|| bundle(language));
        let message = bundle.get_message(name);
        let pattern = message
            .and_then(|message| message.value())
            .ok_or_else(|| format!("there is no {name}"))?;
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(arguments), &mut errors);
        if errors.is_empty() {
            Ok(text.replace('\n', " "))
        } else {
            Err(format!("{name}: {errors:?}"))
        }
    })
}

fn bundle(language: Language) -> Bundle {
    let locale = language.tag().parse().unwrap_or_default();
    let mut bundle = Bundle::new(vec![locale]);
    // The marks that keep foreign text apart from its surroundings would show in plain text.
    bundle.set_use_isolating(false);
    for source in sources(language) {
        // A sentence that can't be read is missing, which a test sees.
        let resource = FluentResource::try_new(source.to_owned());
        bundle.add_resource_overriding(resource.unwrap_or_else(|(readable, _)| readable));
    }
    bundle
}
