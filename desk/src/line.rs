//! One line of a conversation.

use dom::{Child, El};
use leptos::prelude::AnyView;
use shared::client::links::{Piece, pieces};
use shared::ids::Cid;
use shared::protocol::desk::HandoffReason;
use shared::protocol::promise::Pledge;
use shared::protocol::widget::{Author, Choice, ConversationState};
use shared::time::Timestamp;

use crate::browser;
use crate::console::Console;
use crate::dates;
use crate::icons::{Icon, icon};
use crate::keyboard::WRITING_FIELD;
use crate::ledger::promise_words;
use crate::order_card::brief_order;
use crate::redress::redress_words;
use crate::state::{Delivery, Word};
use crate::timeline::{Content, Line, Said};

/// A line, which can be found by its name.
pub fn line_view(console: Console, line: &Line) -> El {
    line_content(console, &line.content).attr("id", format!("event-{}", line.key))
}

fn line_content(console: Console, content: &Content) -> El {
    let t = console.t();
    match content {
        Content::Day(at) => {
            let words = dates::long_day(console.language(), *at);
            dom::li().class("line day").child(words)
        }
        Content::Said(said) => said_line(console, said),
        Content::Notice {
            kind,
            text,
            next,
            choices,
            order,
            at,
        } => {
            let told = format!("{} · {}", (t.notice)(*kind), (t.case.notice_told)(order));
            let next = next.clone();
            dom::li().class("line told").child((
                label((icon(Icon::Bell), told, hour(console, *at))),
                dom::p().class("text").child(with_links(text)),
                next.map(|next| dom::p().class("text").child(next)),
                offered(console, choices),
            ))
        }
        Content::Note { author, text, at } => {
            let by = (t.case.note_by)(&author.name);
            dom::li().class("line note").child((
                label((icon(Icon::Note), by, hour(console, *at))),
                dom::p().class("text").child(with_links(text)),
            ))
        }
        Content::Settled { promise, kept, at } => {
            let t = &t.promises;
            let what = promise
                .as_ref()
                .map(|promise| promise_words(console, promise));
            let words = if *kept { t.kept } else { t.broken }(&what.unwrap_or_default());
            passed(console, words, *at)
        }
        Content::Solved { agreed, at } => {
            passed(console, (t.after.solved)(*agreed).to_owned(), *at)
        }
        Content::Rated { rating, at } => passed(console, (t.after.rated)(*rating).to_owned(), *at),
        Content::Scored { score, at } => passed(console, (t.after.scored)(*score), *at),
        Content::Redress { redress, at } => passed(console, redress_words(console, redress), *at),
        Content::Passed { state, reason, at } => {
            passed(console, passed_words(console, state, *reason), *at)
        }
        Content::Unsent {
            cid,
            word,
            text,
            promise,
            delivery,
            stuck,
        } => {
            let draft = Draft {
                cid: cid.clone(),
                word: *word,
                text: text.clone(),
                promise: promise.clone(),
            };
            unsent_line(console, draft, *delivery, *stuck)
        }
    }
}

fn label(words: impl Child) -> El {
    dom::p().class("line-label").child(words)
}

fn aside(words: impl Child) -> El {
    dom::p().class("aside").child(words)
}

fn hour(console: Console, at: Timestamp) -> El {
    dom::time()
        .class("hour")
        .child(dates::hour(console.language(), at))
}

fn said_line(console: Console, said: &Said) -> El {
    let t = &console.t().case;
    let (class, name) = match &said.author {
        Author::Shopper => ("line shopper", t.shopper.to_owned()),
        Author::Bot => ("line ours bot", t.bot.to_owned()),
        Author::Agent(agent) => ("line ours", agent.name.clone()),
    };
    // Who goes on speaking is named to the ear alone.
    let (class, label) = if said.continued {
        (format!("{class} continued"), "line-label unseen")
    } else {
        (class.to_owned(), "line-label")
    };
    dom::li().attr("class", class).child((
        dom::p().class(label).child((name, hour(console, said.at))),
        dom::p().class("bubble text").child(with_links(&said.text)),
        said.order.as_ref().map(|order| brief_order(console, order)),
        said.asked_for_order.then(|| aside(t.form_shown)),
        said.promise
            .as_ref()
            .map(|pledge| promised(console, pledge)),
        offered(console, &said.choices),
        said.last_read.then(|| aside((icon(Icon::Check), t.read))),
    ))
}

/// What a message promises.
fn promised(console: Console, pledge: &Pledge) -> El {
    let t = &console.t().promises;
    let day = dates::day(console.language(), &pledge.by);
    let words = (t.made)(&(t.until)((t.kind)(pledge.kind), &day));
    aside((icon(Icon::Clock), words))
}

/// What the shopper could answer with one touch.
fn offered(console: Console, choices: &[Choice]) -> Option<El> {
    let labels: Vec<_> = choices.iter().map(|choice| choice.label.as_str()).collect();
    let words = format!("{} {}", console.t().case.offered, labels.join(" · "));
    (!labels.is_empty()).then(|| aside(words))
}

fn passed_words(
    console: Console,
    state: &ConversationState,
    reason: Option<HandoffReason>,
) -> String {
    let t = &console.t().case;
    match (state, reason) {
        (ConversationState::Queued { .. }, Some(reason)) => {
            (t.handed_off_why)((console.t().reason)(reason))
        }
        (ConversationState::Queued { .. }, None) => t.handed_off.to_owned(),
        (ConversationState::Open { assignee }, _) => (t.taken)(&assignee.name),
        (ConversationState::Snoozed { assignee, until }, _) => {
            let until = dates::moment(console.language(), *until, true);
            (t.set_aside)(&assignee.name, &until)
        }
        (ConversationState::Pending, _) => t.given_to_bot.to_owned(),
        (ConversationState::Resolved, _) => t.resolved.to_owned(),
    }
}

/// What happened to the case, in the middle of the conversation.
fn passed(console: Console, words: String, at: Timestamp) -> El {
    dom::li()
        .class("line passed")
        .child((dom::span().child(words), hour(console, at)))
}

/// A text that the edge has not acknowledged, as it was written.
struct Draft {
    cid: Cid,
    word: Word,
    text: String,
    promise: Option<Pledge>,
}

fn unsent_line(console: Console, draft: Draft, delivery: Delivery, stuck: bool) -> El {
    let t = &console.t().case;
    let side = match draft.word {
        Word::Reply => "line ours unsent",
        Word::Note => "line note unsent",
    };
    let words = match delivery {
        Delivery::Refused { code } => format!("{} {}", t.not_sent, (console.t().refusal)(code)),
        Delivery::Sending { .. } if stuck => t.not_sent.to_owned(),
        Delivery::Sending { .. } => t.sending.to_owned(),
        Delivery::Acked { .. } => t.sent.to_owned(),
    };
    // Only what the edge has refused can be taken back: the rest may have arrived.
    let refused = matches!(delivery, Delivery::Refused { .. });
    let link = |words: &'static str| dom::button().class("link").child(words);
    let again = draft.cid.clone();
    let retry = stuck.then(|| {
        link(t.retry).on("click", move |_| {
            console.update(|state| state.retry(&again, browser::now()));
        })
    });
    let (text, promise) = (with_links(&draft.text), draft.promise.clone());
    let edit = refused.then(|| link(t.edit).on("click", move |_| draft.take_back(console)));
    dom::li().class(side).child((
        dom::p().class("bubble text").child(text),
        promise.map(|pledge| promised(console, &pledge)),
        dom::p()
            .class(if stuck { "aside failed" } else { "aside" })
            .child((words, retry, edit)),
    ))
}

/// A text whose addresses can be followed; everything else in it stays text.
fn with_links(text: &str) -> Vec<AnyView> {
    let piece = |piece: Piece<'_>| match piece {
        Piece::Text(text) => text.to_owned().view(),
        Piece::Link(url) => dom::a()
            .attr("href", url.to_owned())
            .attr("target", "_blank")
            .attr("rel", "noopener noreferrer")
            .child(url.to_owned())
            .view(),
    };
    pieces(text).into_iter().map(piece).collect()
}

impl Draft {
    /// Puts a refused text back into the composer.
    fn take_back(&self, console: Console) {
        let contact = console
            .state
            .with_untracked(|state| state.content().map(|case| case.contact.clone()));
        let Some(contact) = contact else { return };
        if let Some(pledge) = self.promise.clone() {
            console.pledges.update(|pledges| {
                pledges.insert(contact.clone(), pledge);
            });
        }
        console.drafts.update(|drafts| {
            drafts.insert((contact, self.word), self.text.clone());
        });
        console.word.set(self.word);
        console.update(|state| {
            state.discard(&self.cid);
            Vec::new()
        });
        browser::focus(WRITING_FIELD);
    }
}
