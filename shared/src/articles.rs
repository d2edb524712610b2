//! The merchant's own help: short articles, found by the words of a question.

use serde::{Deserialize, Serialize};

use crate::language::Language;
use crate::text::{fold_text, is_over};

/// How many articles a site may have.
const MAX_ARTICLES: usize = 100;
/// The longest title, in characters.
const MAX_TITLE_CHARS: usize = 120;
/// The longest text, in characters: what a message may hold, and short enough to be read there.
const MAX_TEXT_CHARS: usize = 2_000;
/// How many articles a search finds.
const MAX_FOUND: usize = 3;
/// How many words of a question count.
const MAX_WORDS: usize = 24;
/// Shorter words say nothing of what a question is about.
const MIN_WORD_CHARS: usize = 4;
/// What a long word of the title weighs, where any other weighs one: titles are questions, and
/// their short words are those of all questions.
const TITLE_WEIGHT: u32 = 3;
/// A word's beginning is long from so many characters on.
const LONG_CHARS: usize = 5;
/// From this weight on an article is worth offering to somebody who didn't search for one.
const OFFERED_FROM: u32 = 2;

/// An article of the merchant's help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// What it is about, as a shopper would ask it.
    pub title: String,
    /// The answer, in plain text.
    pub text: String,
    /// The language of both.
    #[serde(default)]
    pub language: Language,
}

/// All articles of a site.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Articles(Vec<Article>);

impl Articles {
    /// What is wrong with them, if anything is.
    pub fn problem(&self) -> Option<String> {
        if self.0.len() > MAX_ARTICLES {
            return Some(format!("there are more than {MAX_ARTICLES} articles"));
        }
        self.0.iter().enumerate().find_map(|(index, article)| {
            let what = article.problem()?;
            Some(format!("article {} {what}", index + 1))
        })
    }

    /// Whether there are any in a language.
    pub fn speak(&self, language: Language) -> bool {
        self.0.iter().any(|article| article.language == language)
    }

    /// The articles of a language that have the most of a question's words, best first.
    pub fn search(&self, question: &str, language: Language) -> Vec<&Article> {
        let found = self.weighed(question, language).into_iter();
        found.take(MAX_FOUND).map(|(_, article)| article).collect()
    }

    /// The article to offer to somebody who asks something and didn't search for articles.
    pub fn answer(&self, question: &str, language: Language) -> Option<&Article> {
        let (weight, best) = self.weighed(question, language).into_iter().next()?;
        (weight >= OFFERED_FROM).then_some(best)
    }

    fn weighed(&self, question: &str, language: Language) -> Vec<(u32, &Article)> {
        let spoken = self.0.iter().filter(|article| article.language == language);
        let indexed: Vec<_> = spoken
            .map(|article| (article, Indexed::of(article)))
            .collect();
        let telling = telling_words(question, &indexed.iter().map(|(_, index)| index));
        let mut found: Vec<_> = indexed
            .iter()
            .map(|(article, index)| {
                (
                    telling.iter().map(|word| index.weight(word)).sum(),
                    *article,
                )
            })
            .filter(|(weight, _)| *weight > 0)
            .collect();
        // Of equal ones the merchant's order decides.
        found.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
        found
    }
}

impl Article {
    fn problem(&self) -> Option<String> {
        let blank = self.title.trim().is_empty() || self.text.trim().is_empty();
        if blank {
            return Some("has no title or no text".to_owned());
        }
        if is_over(&self.title, MAX_TITLE_CHARS) {
            return Some(format!(
                "has a title of more than {MAX_TITLE_CHARS} characters"
            ));
        }
        is_over(&self.text, MAX_TEXT_CHARS)
            .then(|| format!("has a text of more than {MAX_TEXT_CHARS} characters"))
    }
}

/// An article's words, folded, each with a blank before it.
struct Indexed {
    title: String,
    text: String,
}

impl Indexed {
    fn of(article: &Article) -> Self {
        let folded = |text: &str| format!(" {}", fold_text(text));
        Self {
            title: folded(&article.title),
            text: folded(&article.text),
        }
    }

    /// What a word, which begins with a blank, says for this article.
    fn weight(&self, word: &str) -> u32 {
        match self.title.contains(word) {
            true if word.trim_start().chars().count() >= LONG_CHARS => TITLE_WEIGHT,
            true => 1,
            false => u32::from(self.text.contains(word)),
        }
    }
}

/// The beginnings of a question's words, but for those that more than half of several articles
/// have: they tell none from the others.
fn telling_words<'a>(
    question: &str,
    articles: &(impl Iterator<Item = &'a Indexed> + Clone),
) -> Vec<String> {
    let total = articles.clone().count();
    let folded = fold_text(question);
    let mut words: Vec<String> = folded
        .split(' ')
        .filter(|word| word.chars().count() >= MIN_WORD_CHARS)
        .take(MAX_WORDS)
        .map(beginning)
        .collect();
    words.sort();
    words.dedup();
    words.retain(|word| {
        let having = articles.clone().filter(|article| article.weight(word) > 0);
        total < 3 || having.count() * 2 <= total
    });
    words
}

/// A word without its ending, so that other forms of it are found, with a blank before it.
fn beginning(word: &str) -> String {
    let chars = word.chars().count();
    let kept = chars.saturating_sub(2).max(4).min(chars);
    let kept: String = word.chars().take(kept).collect();
    format!(" {kept}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(title: &str, text: &str, language: Language) -> Article {
        Article {
            title: title.into(),
            text: text.into(),
            language,
        }
    }

    fn help() -> Articles {
        let french = Language::French;
        Articles(vec![
            article(
                "Comment retourner un article ?",
                "Vous avez 30 jours pour renvoyer un jouet, dans son emballage.",
                french,
            ),
            article(
                "En quel bois sont les jouets ?",
                "Nos jouets sont en hêtre et en tilleul, huilés à l’huile de lin.",
                french,
            ),
            article(
                "Peut-on emballer un cadeau ?",
                "Oui : cochez l’emballage cadeau dans votre panier, il est offert.",
                french,
            ),
            article(
                "What wood are the toys made of?",
                "Our toys are made of beech and lime.",
                Language::English,
            ),
        ])
    }

    #[test]
    fn bo4_a_question_finds_the_article_that_has_its_words() {
        let help = help();
        for (question, language, title) in [
            (
                "De quel bois est l’ours ?",
                Language::French,
                "En quel bois",
            ),
            (
                "Je voudrais retourner un jouet",
                Language::French,
                "Comment retourner",
            ),
            ("emballages cadeaux ?", Language::French, "Peut-on emballer"),
            (
                "which wood are toys made of",
                Language::English,
                "What wood",
            ),
        ] {
            let found = help.search(question, language);
            assert!(found[0].title.starts_with(title), "{question}: {found:?}");
            assert_eq!(help.answer(question, language), Some(found[0]));
        }
    }

    #[test]
    fn bo4_nothing_is_offered_for_words_that_tell_nothing() {
        let help = help();
        for question in [
            "",
            "…",
            "est-ce que les jouets",
            "Quel temps fait-il à Lyon ?",
            "un",
        ] {
            assert_eq!(help.answer(question, Language::French), None, "{question}");
        }
        assert_eq!(help.answer("De quel bois ?", Language::German), None);
        assert!(
            help.search(&"mot ".repeat(10_000), Language::French)
                .is_empty()
        );
    }

    #[test]
    fn what_is_too_much_is_refused_with_its_place() {
        let problem = |articles: Vec<Article>| Articles(articles).problem();
        let sound = || article("Titre", "Texte", Language::French);
        assert_eq!(problem(vec![sound(); MAX_ARTICLES]), None);
        assert!(problem(vec![sound(); MAX_ARTICLES + 1]).is_some());
        for (title, text) in [
            (" ", "Texte"),
            ("Titre", ""),
            (&*"t".repeat(MAX_TITLE_CHARS + 1), "Texte"),
            ("Titre", &*"t".repeat(MAX_TEXT_CHARS + 1)),
        ] {
            let wrong = article(title, text, Language::French);
            let problem = problem(vec![sound(), wrong]).unwrap();
            assert!(problem.starts_with("article 2 "), "{problem}");
        }
    }
}
