//! News that is this agent's to see to, above the panes until somebody has seen to it.

use dom::{Child, El};

use crate::console::Console;
use crate::icons::{Icon, icon};
use crate::state::{News, NewsKind};

/// The news.
pub fn news(console: Console) -> El {
    dom::div()
        .class("news")
        .attr("role", "status")
        .child(move || console.news.get().map(|news| card(console, news)))
}

fn card(console: Console, news: News) -> impl Child {
    let words = words(console, &news);
    let open = dom::button()
        .class("primary")
        .attr("type", "button")
        .on("click", move |_| console.open(news.contact.clone()))
        .child(console.t().news.open);
    let close = dom::button()
        .class("plain")
        .attr("type", "button")
        .on("click", move |_| console.news.set(None))
        .child(console.t().frame.close);
    dom::div()
        .class("news-card")
        .child((icon(Icon::Bell), dom::p().child(words), open, close))
}

fn words(console: Console, news: &News) -> String {
    let t = console.t();
    let who = console.state.with_untracked(|state| {
        let case = state.cases.get(&news.contact);
        case.map(|case| (t.who)(&case.identity, &case.orders))
    });
    let who = who.unwrap_or_default();
    match news.kind {
        NewsKind::Given { vip: false } => (t.news.given)(&who),
        NewsKind::Given { vip: true } => (t.news.given_vip)(&who),
        NewsKind::Mentioned => (t.news.mentioned)(&who),
        NewsKind::PromiseDue(kind) => (t.news.due)((t.promises.kind)(kind), &who),
        NewsKind::PromiseBroken(kind) => (t.news.broken)((t.promises.kind)(kind), &who),
        NewsKind::RedressAsked(remedy) => (t.redress.news_asked)((t.redress.remedy)(remedy), &who),
        NewsKind::RedressApproved(remedy) => {
            (t.redress.news_approved)((t.redress.remedy)(remedy), &who)
        }
        NewsKind::RedressDeclined(remedy) => {
            (t.redress.news_declined)((t.redress.remedy)(remedy), &who)
        }
        NewsKind::ClockOver(kind) => (t.news.late)((t.clocks.kind)(kind), &who),
    }
}
