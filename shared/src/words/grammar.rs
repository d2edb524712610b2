//! The sentences of `locales/`, ready to be said.

use fluent_bundle::{FluentBundle, FluentResource};

use super::{Details, Sentence};
use crate::language::Language;

type Bundle = FluentBundle<FluentResource>;

thread_local! {
    static FRENCH: Bundle = bundle(Language::French);
    static ENGLISH: Bundle = bundle(Language::English);
}

/// The files of a language.
pub(super) fn sources(language: Language) -> [&'static str; 2] {
    match language {
        Language::French => [
            include_str!("../../locales/fr/notices.ftl"),
            include_str!("../../locales/fr/answers.ftl"),
        ],
        Language::English => [
            include_str!("../../locales/en/notices.ftl"),
            include_str!("../../locales/en/answers.ftl"),
        ],
    }
}

/// Says one sentence, or why it can't be said. It may be broken over lines in its file.
pub(super) fn render(
    sentence: &Sentence,
    details: &Details,
    language: Language,
) -> Result<String, String> {
    let say = |bundle: &Bundle| {
        let message = bundle.get_message(sentence.name);
        let pattern = message
            .and_then(|message| message.value())
            .ok_or_else(|| format!("there is no {}", sentence.name))?;
        let arguments = details.arguments(sentence.needs);
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
        if errors.is_empty() {
            Ok(text.replace('\n', " "))
        } else {
            Err(format!("{}: {errors:?}", sentence.name))
        }
    };
    match language {
        Language::French => FRENCH.with(say),
        Language::English => ENGLISH.with(say),
    }
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
