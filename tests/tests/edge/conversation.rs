//! The shopper's socket: numbers, replays, acknowledgements, refusals.

use std::time::Duration;

use serde_json::json;
use shared::protocol::widget::{
    Author, Card, ChoiceId, ConversationState, ShopperCommand, ShopperEvent,
};
use shared::protocol::{FRESH_REPLAY, MAX_REPLAY, MAX_TEXT_CHARS, PING, Refusal};
use tests::agent::Agent;
use tests::random_hex;
use tests::server::Server;
use tests::shopper::{Shopper, message, new_cid};
use tests::site::Site;
use tokio_tungstenite::tungstenite::Message;

use crate::{shop, shop_with_agent, visitor_of};

#[tokio::test]
async fn cv1_a_message_is_acknowledged_with_its_number_and_shown() {
    let mut shopper = Shopper::new(&shop().await).await;
    let seq = shopper.say("  Bonjour !  ").await;
    assert_eq!(seq, 1);
    let event = shopper.event(|event| event.seq == seq).await;
    let own = message(&event).expect("a message");
    assert_eq!(
        (own.text.as_str(), &own.author),
        ("Bonjour !", &Author::Shopper)
    );
    assert!(own.cid.is_some(), "a client knows its message by its cid");
    let answer = shopper.answer_after(seq).await;
    assert_eq!(answer.author, Author::Bot);
}

#[tokio::test]
async fn cv2_a_repeated_command_has_one_effect_and_one_number() {
    let mut shopper = Shopper::new(&shop().await).await;
    let cid = new_cid();
    let send = ShopperCommand::Send {
        cid: cid.clone(),
        text: "Bonjour".to_owned(),
    };
    let mut numbers = Vec::new();
    for _ in 0..3 {
        shopper.tell(&send).await;
        numbers.push(shopper.acked(&cid).await);
    }
    assert_eq!(numbers, [1, 1, 1]);
    let changed = ShopperCommand::Send {
        cid: cid.clone(),
        text: "Bonsoir".to_owned(),
    };
    shopper.tell(&changed).await;
    assert_eq!(shopper.refused(&cid).await.0, Refusal::Conflict);
    let human = ShopperCommand::RequestHuman { cid: cid.clone() };
    shopper.tell(&human).await;
    assert_eq!(shopper.refused(&cid).await.0, Refusal::Conflict);
    shopper.settle().await;
    assert_eq!(shopper.history.len(), 2, "{:?}", shopper.history);
}

#[tokio::test]
async fn cv3_a_reconnection_replays_what_was_missed_without_a_gap() {
    let site = shop().await;
    let mut shopper = Shopper::new(&site).await;
    shopper.say("Bonjour").await;
    shopper.answer_after(1).await;
    let mut other = shopper.another().await;
    assert_eq!(other.contact, shopper.contact);
    assert_eq!(other.history, shopper.history);
    shopper
        .socket
        .send(Message::Close(None))
        .await
        .expect("it closes");
    let seq = other.say("Merci").await;
    other.answer_after(seq).await;
    shopper.resume().await.expect("the edge is there");
    assert_eq!(shopper.history, other.history);
    assert_eq!(shopper.last_seq(), shopper.history.len() as u64);
}

#[tokio::test]
async fn cv3_two_sockets_of_a_shopper_see_the_same_numbers() {
    let mut one = Shopper::new(&shop().await).await;
    let mut two = one.another().await;
    for text in ["Bonjour", "Merci"] {
        one.say(text).await;
        two.say(text).await;
    }
    let last = one.say("Bonjour").await;
    two.answer_after(last).await;
    one.answer_after(last).await;
    assert_eq!(one.history, two.history);
    assert_eq!(one.last_seq(), one.history.len() as u64);
}

#[tokio::test]
async fn cv4_history_comes_in_pages() {
    let server = Server::start_with("edge-history", 1_000).expect("an edge that was built starts");
    let site = Site::new("Atelier").provision(&server.edge()).await;
    let account = site.hire("Camille Roux", false).await;
    let mut agent = Agent::sign_in(&site, &account).await;
    let mut shopper = Shopper::new(&site).await;
    shopper.ask_for_human().await;
    agent.case(|case| case.contact == shopper.contact).await;
    let wanted = u64::from(MAX_REPLAY) + 20;
    let mut seq = 0;
    while seq < wanted {
        seq = agent
            .note(&shopper.contact, "Suite")
            .await
            .expect("a note is taken");
    }
    shopper.event(|event| event.seq == seq).await;
    let fresh = shopper.another().await;
    let oldest = fresh.history.keys().next().copied();
    assert_eq!(oldest, Some(seq - u64::from(FRESH_REPLAY) + 1));
    let (events, more) = fetch(&mut shopper, 0, 7).await;
    assert_eq!((events, more), ((1..=7).collect(), true));
    let (events, more) = fetch(&mut shopper, 0, 100_000).await;
    assert_eq!((events.len(), more), (MAX_REPLAY as usize, true));
    let (events, more) = fetch(&mut shopper, u64::from(MAX_REPLAY), 200).await;
    assert_eq!(
        (events, more),
        ((u64::from(MAX_REPLAY) + 1..=seq).collect(), false)
    );
    let (events, more) = fetch(&mut shopper, seq, 10).await;
    assert_eq!((events, more), (Vec::new(), false));
}

#[tokio::test]
async fn cv5_a_foreign_epoch_or_a_number_from_the_future_is_reset() {
    let mut shopper = Shopper::new(&shop().await).await;
    shopper.say("Bonjour").await;
    let epoch = shopper.epoch;
    for (epoch_sent, last_seq) in [(epoch + 1, 1), (epoch, 1_000)] {
        shopper
            .tell(&ShopperCommand::Hello {
                epoch: Some(epoch_sent),
                last_seq: Some(last_seq),
                language: None,
            })
            .await;
        let reset = shopper
            .frame(|frame| match frame {
                ShopperEvent::Reset { epoch } => Some(Ok(*epoch)),
                ShopperEvent::Welcome { .. } => Some(Err("welcomed")),
                _ => None,
            })
            .await
            .expect("an answer to hello");
        assert_eq!(reset, Ok(epoch));
    }
}

#[tokio::test]
async fn cv6_texts_that_are_empty_or_too_long_are_refused() {
    let mut shopper = Shopper::new(&shop().await).await;
    let long = "é".repeat(MAX_TEXT_CHARS + 1);
    for (text, code) in [
        ("", Refusal::Empty),
        (" \n\t ", Refusal::Empty),
        (&long, Refusal::TooLong),
    ] {
        let cid = new_cid();
        shopper
            .tell(&ShopperCommand::Send {
                cid: cid.clone(),
                text: text.to_owned(),
            })
            .await;
        assert_eq!(shopper.refused(&cid).await.0, code);
    }
    assert_eq!(shopper.say(&long[..MAX_TEXT_CHARS * 2]).await, 1);
}

#[tokio::test]
async fn cv7_whatever_is_in_a_frame_the_socket_lives() {
    let mut shopper = Shopper::new(&shop().await).await;
    let cid = json!({ "type": "send", "cid": "short", "text": "x" }).to_string();
    let large = json!({ "type": "send", "cid": random_hex(), "text": "x".repeat(17 * 1024) });
    for (frame, code) in [
        (Message::text("garbage"), Refusal::Malformed),
        (Message::text("{}"), Refusal::Malformed),
        (
            Message::text(r#"{"type":"drop_table"}"#),
            Refusal::Malformed,
        ),
        (Message::text(cid), Refusal::Malformed),
        (Message::binary(vec![0, 159, 146, 150]), Refusal::Malformed),
        (Message::text(large.to_string()), Refusal::TooLarge),
    ] {
        shopper
            .socket
            .send(frame)
            .await
            .expect("the socket is open");
        let refused = shopper
            .frame(|frame| match frame {
                ShopperEvent::Refused { code, .. } => Some(*code),
                _ => None,
            })
            .await;
        assert_eq!(refused.expect("a refusal"), code);
    }
    assert_eq!(shopper.say("Bonjour").await, 1);
}

#[tokio::test]
async fn cv8_too_many_frames_are_refused_until_time_has_passed() {
    let mut shopper = Shopper::new(&shop().await).await;
    let cids: Vec<_> = (0..60).map(|_| new_cid()).collect();
    for cid in &cids {
        shopper
            .tell(&ShopperCommand::Send {
                cid: cid.clone(),
                text: "Vite".to_owned(),
            })
            .await;
    }
    let (mut taken, mut refused) = (0, 0);
    for _ in &cids {
        let answer = shopper.frame(|frame| match frame {
            ShopperEvent::Acked { .. } => Some(None),
            ShopperEvent::Refused {
                code, retry_after, ..
            } => Some(Some((*code, *retry_after))),
            _ => None,
        });
        match answer.await.expect("an answer to every frame") {
            None => taken += 1,
            Some(refusal) => {
                assert_eq!(refusal, (Refusal::TooFast, Some(1)));
                refused += 1;
            }
        }
    }
    // Ten a second and twice as many at once, of which hello has taken one.
    assert!(
        taken >= 19 && refused > 0,
        "{taken} taken, {refused} refused"
    );
    tokio::time::sleep(Duration::from_secs(1)).await;
    let last = shopper.say("Maintenant").await;
    assert_eq!(shopper.event(|event| event.seq == last).await.seq, last);
}

#[tokio::test]
async fn cv9_a_ping_is_answered() {
    let mut shopper = Shopper::new(&shop().await).await;
    shopper
        .socket
        .send(Message::text(PING))
        .await
        .expect("it is sent");
    shopper.socket.pong().await.expect("a pong");
}

#[tokio::test]
async fn cv10_who_asks_for_an_unknown_order_gets_the_form() {
    let mut shopper = Shopper::new(&shop().await).await;
    let seq = shopper.say("Où est ma commande #4242 ?").await;
    let answer = shopper.answer_after(seq).await;
    let number = Some("4242".to_owned());
    assert_eq!(answer.card, Some(Card::OrderForm { number }));
    assert!(answer.choices.iter().any(|c| c.id == ChoiceId::TalkToHuman));
}

#[tokio::test]
async fn cv10_who_asks_for_a_known_order_is_shown_it() {
    let site = shop().await;
    let order = tests::hooks::TestOrder::new();
    let mut shopper = visitor_of(&site, &order).await;
    let seq = shopper.say("Où est ma commande ?").await;
    match shopper.answer_after(seq).await.card {
        Some(Card::Order { order: shown }) => assert_eq!(shown.number, order.number),
        other => panic!("not the order but {other:?}"),
    }
}

#[tokio::test]
async fn cv11_a_choice_is_a_command_like_any_other() {
    let mut shopper = Shopper::new(&shop().await).await;
    let cid = new_cid();
    let choose = ShopperCommand::Choose {
        cid: cid.clone(),
        choice: ChoiceId::Settled,
        about: None,
    };
    shopper.tell(&choose).await;
    let seq = shopper.acked(&cid).await;
    shopper.tell(&choose).await;
    assert_eq!(shopper.acked(&cid).await, seq);
    let resolved = shopper.another().await;
    let state = resolved
        .history
        .values()
        .filter_map(|event| match &event.fact {
            shared::protocol::widget::Fact::StateChanged { state } => Some(state.clone()),
            _ => None,
        })
        .next_back();
    assert_eq!(state, Some(ConversationState::Resolved));
}

#[tokio::test]
async fn cv12_card_numbers_are_masked_before_anyone_sees_them() {
    let (site, mut agent) = shop_with_agent().await;
    let mut shopper = Shopper::new(&site).await;
    shopper.ask_for_human().await;
    agent.case(|case| case.contact == shopper.contact).await;
    let seq = shopper.say("Ma carte est 4111 1111 1111 1111, merci").await;
    let event = shopper.event(|event| event.seq == seq).await;
    let text = &message(&event).expect("a message").text;
    assert_eq!(text, "Ma carte est •••• 1111, merci");
    let preview = agent.case(|case| case.head >= seq).await.preview;
    assert!(!preview.contains("4111"), "{preview}");
    let case = agent.open(&shopper.contact).await;
    let seen = case.events.iter().find(|event| event.seq == seq);
    assert_eq!(seen, Some(&event));
    let seq = agent
        .reply(&shopper.contact, "Vous avez écrit 5555-5555-5555-4444 ?")
        .await
        .expect("an agent may answer");
    let event = shopper.event(|event| event.seq == seq).await;
    let text = &message(&event).expect("a message").text;
    assert_eq!(text, "Vous avez écrit •••• 4444 ?");
}

/// Asks for a page; answers the numbers of its events, and whether there are more.
async fn fetch(shopper: &mut Shopper, after: u64, limit: u32) -> (Vec<u64>, bool) {
    shopper.settle_mailbox();
    shopper.tell(&ShopperCommand::Fetch { after, limit }).await;
    shopper
        .frame(|frame| match frame {
            ShopperEvent::Events { events, more } => {
                Some((events.iter().map(|event| event.seq).collect(), *more))
            }
            _ => None,
        })
        .await
        .expect("a page")
}
