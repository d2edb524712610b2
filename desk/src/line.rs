//! One line of a conversation.

use dom::Child;
use leptos::prelude::*;
use shared::client::links::{Piece, pieces};
use shared::ids::Cid;
use shared::protocol::desk::HandoffReason;
use shared::protocol::promise::Pledge;
use shared::protocol::widget::{AgentName, Author, Choice, ConversationState};
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

/// A line.
#[component]
pub fn LineView(line: Line) -> impl IntoView {
    let console = expect_context::<Console>();
    let t = &console.t().case;
    match line.content {
        Content::Day(at) => {
            let words = dates::long_day(console.language(), at);
            view! { <li class="line day">{words}</li> }.into_any()
        }
        Content::Said(said) => view! { <SaidLine said/> }.into_any(),
        Content::Notice {
            kind,
            text,
            next,
            choices,
            order,
            at,
        } => view! {
            <li class="line told">
                <p class="line-label">
                    {icon(Icon::Bell)}
                    {format!("{} · {}", (console.t().notice)(kind), (t.notice_told)(&order))}
                    <Hour at/>
                </p>
                <p class="text">{with_links(&text)}</p>
                {next.map(|next| view! { <p class="text">{next}</p> })}
                {offered(console, &choices)}
            </li>
        }
        .into_any(),
        Content::Note { author, text, at } => view! { <NoteLine author text at/> }.into_any(),
        Content::Settled { promise, kept, at } => {
            let t = &console.t().promises;
            let what = promise.map(|promise| promise_words(console, &promise));
            let words = if kept { t.kept } else { t.broken }(&what.unwrap_or_default());
            passed(words, at)
        }
        Content::Solved { agreed, at } => passed((console.t().after.solved)(agreed).to_owned(), at),
        Content::Rated { rating, at } => passed((console.t().after.rated)(rating).to_owned(), at),
        Content::Scored { score, at } => passed((console.t().after.scored)(score), at),
        Content::Redress { redress, at } => passed(redress_words(console, &redress), at),
        Content::Passed { state, reason, at } => view! { <PassedLine state reason at/> }.into_any(),
        Content::Unsent {
            cid,
            word,
            text,
            promise,
            delivery,
            stuck,
        } => view! { <UnsentLine cid word text promise delivery stuck/> }.into_any(),
    }
}

#[component]
fn SaidLine(said: Said) -> impl IntoView {
    let console = expect_context::<Console>();
    let t = &console.t().case;
    let (side, name) = match &said.author {
        Author::Shopper => ("line shopper", t.shopper.to_owned()),
        Author::Bot => ("line ours bot", t.bot.to_owned()),
        Author::Agent(agent) => ("line ours", agent.name.clone()),
    };
    view! {
        <li class=side class:continued=said.continued>
            <p class="line-label" class:unseen=said.continued>{name}<Hour at=said.at/></p>
            <p class="bubble text">{with_links(&said.text)}</p>
            {said.order.map(|order| brief_order(console, &order).view())}
            {said.asked_for_order.then(|| view! { <p class="aside">{t.form_shown}</p> })}
            {said.promise.map(|pledge| promised(console, &pledge))}
            {offered(console, &said.choices)}
            {said.last_read.then(|| view! { <p class="aside">{icon(Icon::Check)}{t.read}</p> })}
        </li>
    }
}

/// What a message promises.
fn promised(console: Console, pledge: &Pledge) -> impl IntoView + use<> {
    let t = &console.t().promises;
    let day = dates::day(console.language(), &pledge.by);
    let words = (t.made)(&(t.until)((t.kind)(pledge.kind), &day));
    view! { <p class="aside">{icon(Icon::Clock)}{words}</p> }
}

/// What the shopper could answer with one touch.
fn offered(console: Console, choices: &[Choice]) -> Option<impl IntoView + use<>> {
    let labels: Vec<_> = choices.iter().map(|choice| choice.label.as_str()).collect();
    let words = format!("{} {}", console.t().case.offered, labels.join(" · "));
    (!labels.is_empty()).then(|| view! { <p class="aside">{words}</p> })
}

#[component]
fn NoteLine(author: AgentName, text: String, at: Timestamp) -> impl IntoView {
    let console = expect_context::<Console>();
    view! {
        <li class="line note">
            <p class="line-label">
                {icon(Icon::Note)}
                {(console.t().case.note_by)(&author.name)}
                <Hour at/>
            </p>
            <p class="text">{with_links(&text)}</p>
        </li>
    }
}

#[component]
fn PassedLine(
    state: ConversationState,
    reason: Option<HandoffReason>,
    at: Timestamp,
) -> impl IntoView {
    let console = expect_context::<Console>();
    let t = &console.t().case;
    let words = match (state, reason) {
        (ConversationState::Queued { .. }, Some(reason)) => {
            (t.handed_off_why)((console.t().reason)(reason))
        }
        (ConversationState::Queued { .. }, None) => t.handed_off.to_owned(),
        (ConversationState::Open { assignee }, _) => (t.taken)(&assignee.name),
        (ConversationState::Snoozed { assignee, until }, _) => {
            let until = dates::moment(console.language(), until, true);
            (t.set_aside)(&assignee.name, &until)
        }
        (ConversationState::Pending, _) => t.given_to_bot.to_owned(),
        (ConversationState::Resolved, _) => t.resolved.to_owned(),
    };
    passed(words, at)
}

/// What happened to the case, in the middle of the conversation.
fn passed(words: String, at: Timestamp) -> AnyView {
    view! { <li class="line passed"><span>{words}</span><Hour at/></li> }.into_any()
}

#[component]
fn UnsentLine(
    cid: Cid,
    word: Word,
    text: String,
    promise: Option<Pledge>,
    delivery: Delivery,
    stuck: bool,
) -> impl IntoView {
    let console = expect_context::<Console>();
    let t = &console.t().case;
    let side = match word {
        Word::Reply => "line ours unsent",
        Word::Note => "line note unsent",
    };
    let words = match delivery {
        Delivery::Refused { code } => format!("{} {}", t.not_sent, (console.t().refusal)(code)),
        Delivery::Sending { .. } if stuck => t.not_sent.to_owned(),
        Delivery::Sending { .. } => t.sending.to_owned(),
        Delivery::Acked { .. } => t.sent.to_owned(),
    };
    let again = cid.clone();
    let retry = move |_| console.update(|state| state.retry(&again, browser::now()));
    // Only what the edge has refused can be taken back: the rest may have arrived.
    let refused = matches!(delivery, Delivery::Refused { .. });
    let draft = text.clone();
    let pledge = promise.clone();
    let edit = move |_| take_back(console, &cid, word, &draft, pledge.clone());
    view! {
        <li class=side>
            <p class="bubble text">{with_links(&text)}</p>
            {promise.map(|pledge| promised(console, &pledge))}
            <p class="aside" class:failed=stuck>
                {words}
                {stuck.then(|| view! { <button class="link" on:click=retry>{t.retry}</button> })}
                {refused.then(|| view! { <button class="link" on:click=edit>{t.edit}</button> })}
            </p>
        </li>
    }
}

#[component]
fn Hour(at: Timestamp) -> impl IntoView {
    let console = expect_context::<Console>();
    view! { <time class="hour">{dates::hour(console.language(), at)}</time> }
}

/// A text whose addresses can be followed; everything else in it stays text.
fn with_links(text: &str) -> AnyView {
    let piece = |piece: Piece<'_>| match piece {
        Piece::Text(text) => text.to_owned().into_any(),
        Piece::Link(url) => {
            let (url, words) = (url.to_owned(), url.to_owned());
            view! { <a href=url target="_blank" rel="noopener noreferrer">{words}</a> }.into_any()
        }
    };
    pieces(text)
        .into_iter()
        .map(piece)
        .collect_view()
        .into_any()
}

/// Puts a refused text back into the composer.
fn take_back(console: Console, cid: &Cid, word: Word, text: &str, pledge: Option<Pledge>) {
    let contact = console
        .state
        .with_untracked(|state| state.content().map(|case| case.contact.clone()));
    let Some(contact) = contact else { return };
    if let Some(pledge) = pledge {
        console.pledges.update(|pledges| {
            pledges.insert(contact.clone(), pledge);
        });
    }
    console.drafts.update(|drafts| {
        drafts.insert((contact, word), text.to_owned());
    });
    console.word.set(word);
    console.update(|state| {
        state.discard(cid);
        Vec::new()
    });
    browser::focus(WRITING_FIELD);
}
