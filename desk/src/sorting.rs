//! What a case is, as the queue sees it: its place, why it comes first, its mood, its topic.

use dom::El;
use shared::mood::MoodLevel;
use shared::protocol::desk::CaseSummary;
use shared::routing::Topic;

use crate::console::Console;

/// The tags of a case in the list.
pub fn tags(console: Console, case: &CaseSummary, place: Option<u32>) -> Vec<El> {
    let t = &console.t().sorting;
    let triage = &case.triage;
    let place = place.map(|place| tag("tag", (t.place)(place)));
    let priority = (!triage.vip.is_empty()).then(|| tag("tag bad", why_first(console, case)));
    let mood = (triage.mood >= MoodLevel::Worried).then(|| {
        let class = match triage.mood {
            MoodLevel::Calm | MoodLevel::Worried => "tag warn",
            MoodLevel::Angry | MoodLevel::Desperate => "tag bad",
        };
        tag(class, (t.mood)(triage.mood).to_owned())
    });
    let topic =
        (triage.topic != Topic::Other).then(|| tag("tag", (t.topic)(triage.topic).to_owned()));
    [place, priority, mood, topic]
        .into_iter()
        .flatten()
        .collect()
}

/// Why a case comes before others, in words.
fn why_first(console: Console, case: &CaseSummary) -> String {
    let t = &console.t().sorting;
    let reasons: Vec<_> = case
        .triage
        .vip
        .iter()
        .map(|reason| (t.vip)(*reason))
        .collect();
    format!("{} · {}", t.priority, reasons.join(", "))
}

fn tag(class: &'static str, words: String) -> El {
    dom::span().class(class).child(words)
}
