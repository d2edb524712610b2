//! Which lines the palette shows for what is typed.

use shared::search::{Hit, Kind, Piece};
use shared::text::fold_text;

use super::acts::Act;
use super::{Palette, Target};
use crate::console::Console;
use crate::dates;

/// How many of the listed cases are shown.
const MAX_CASES: usize = 5;

/// A line of the palette.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    /// Where it leads.
    pub(super) target: Target,
    /// What it is: an act, a case, a message.
    pub(super) what: &'static str,
    /// What it is called.
    pub(super) words: String,
    /// What stands below it.
    pub(super) excerpt: Vec<Piece>,
    /// The key that does the same, or when it was said.
    pub(super) aside: Option<String>,
}

/// The lines for what is typed: what the desk can do comes first as long as nothing is typed.
pub(super) fn lines(console: Console, palette: Palette) -> Vec<Line> {
    let wanted = fold_text(&palette.typed.get());
    let fits = |words: &str| {
        let words = fold_text(words);
        wanted.split(' ').all(|word| words.contains(word))
    };
    let acts = acts(console, &fits);
    if wanted.is_empty() {
        return acts;
    }
    let mut lines = cases(console, &fits);
    lines.extend(acts);
    lines.extend(hits(console, palette));
    lines
}

fn acts(console: Console, fits: &impl Fn(&str) -> bool) -> Vec<Line> {
    let line = |act: Act| Line {
        target: Target::Act(act),
        what: console.t().palette.act,
        words: act.words(console),
        excerpt: Vec::new(),
        aside: act.key(),
    };
    let lines = Act::offered(console).into_iter().map(line);
    lines.filter(|line| fits(&line.words)).collect()
}

fn cases(console: Console, fits: &impl Fn(&str) -> bool) -> Vec<Line> {
    let t = console.t();
    console.state.with_untracked(|state| {
        let mut found: Vec<_> = state
            .cases
            .values()
            .map(|case| (case, (t.who)(&case.identity, &case.orders)))
            .filter(|(case, who)| fits(&format!("{who} {}", case.orders.join(" "))))
            .collect();
        found.sort_by_key(|(case, _)| std::cmp::Reverse(case.updated_at));
        let line = |(case, who): (&shared::protocol::desk::CaseSummary, String)| Line {
            target: Target::Case(case.contact.clone(), None),
            what: t.palette.case,
            words: who,
            excerpt: plain(&case.preview),
            aside: Some(dates::short_day(console.language(), case.updated_at)),
        };
        found.into_iter().take(MAX_CASES).map(line).collect()
    })
}

fn hits(console: Console, palette: Palette) -> Vec<Line> {
    palette
        .hits
        .with(|hits| hits.iter().map(|hit| of_hit(console, hit)).collect())
}

fn of_hit(console: Console, hit: &Hit) -> Line {
    let t = console.t();
    let listed = hit.contact.as_ref().and_then(|contact| {
        console.state.with_untracked(|state| {
            let case = state.cases.get(contact)?;
            Some((t.who)(&case.identity, &case.orders))
        })
    });
    let is_named = matches!(hit.kind, Kind::Order | Kind::Shopper);
    let what = (t.palette.kind)(hit.kind);
    let target = match &hit.contact {
        Some(contact) => Target::Case(contact.clone(), hit.seq),
        None => Target::Nowhere,
    };
    let words = match (&target, listed) {
        (Target::Nowhere, _) => t.palette.no_case.to_owned(),
        (_, Some(who)) => who,
        _ if is_named => what.to_owned(),
        _ => t.case.shopper.to_owned(),
    };
    Line {
        target,
        what,
        words,
        excerpt: hit.excerpt.clone(),
        aside: Some(dates::short_day(console.language(), hit.at)),
    }
}

fn plain(text: &str) -> Vec<Piece> {
    vec![Piece {
        text: text.to_owned(),
        found: false,
    }]
}
