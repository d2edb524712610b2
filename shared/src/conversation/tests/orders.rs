//! What orders bring to a conversation.

use super::*;

fn told(status: Status, version: u64, key: Option<&str>) -> Input {
    let order = order(status, version);
    let notice = key.map(|key| {
        Box::new(Notice {
            key: key.into(),
            kind: NoticeKind::OutForDelivery,
            parcels: vec!["A1".into()],
            occurred_at: START,
            order: order.clone(),
            day: None,
            silent_days: None,
        })
    });
    Input::OrderTold {
        order: Box::new(order),
        notice,
    }
}

#[test]
fn co16_news_is_told_once() {
    let mut contact = Contact::new();
    let first = told(Status::OutForDelivery, 1, Some("k"));
    assert_eq!(contact.see(&first), ["notice"]);
    assert_eq!(contact.see(&first), [""; 0]);
    assert_eq!(
        contact.see(&told(Status::OutForDelivery, 2, Some("k"))),
        ["order"],
        "the same news of a newer view"
    );
    assert_eq!(
        contact.see(&told(Status::OutForDelivery, 2, Some("other"))),
        ["notice"],
        "other news of the same view"
    );
}

#[test]
fn co16_what_a_proof_showed_is_not_told_as_news() {
    let mut contact = Contact::after(&[matched(order(Status::InTransit, 1))]);
    let news = told(Status::InTransit, 1, Some("shop:1/A1/shipped"));
    assert_eq!(contact.see(&news), [""; 0]);
}

#[test]
fn co16_an_older_view_replaces_nothing() {
    let mut contact = Contact::new();
    assert_eq!(contact.see(&told(Status::Delivered, 5, None)), ["order"]);
    assert_eq!(contact.see(&told(Status::InTransit, 4, None)), [""; 0]);
    assert_eq!(contact.see(&told(Status::InTransit, 5, None)), [""; 0]);
    assert_eq!(
        contact.state.orders_latest_first(),
        [order(Status::Delivered, 5)]
    );
}

#[test]
fn co16_news_speaks_the_contacts_language_and_changes_no_state() {
    for (language, word) in [(Language::French, "commande"), (Language::English, "order")] {
        let mut contact = Contact::after(&[
            Input::LanguageChosen(language),
            Input::HumanRequested { cid: cid() },
        ]);
        let phase = contact.state.phase.clone();
        let events = contact
            .take(&told(Status::OutForDelivery, 1, Some("k")))
            .unwrap();
        let Fact::Notice { text, .. } = &events[0].fact else {
            panic!("{events:?}");
        };
        assert!(text.contains(word), "{text}");
        assert_eq!(contact.state.phase, phase);
    }
}

#[test]
fn co16_news_before_the_first_word_belongs_to_the_first_conversation() {
    let mut contact = Contact::new();
    let events = contact
        .take(&told(Status::OutForDelivery, 1, Some("k")))
        .unwrap();
    assert_eq!(events[0].conversation, 1);
    assert_eq!(
        contact.state.conversation, 0,
        "news alone is no case for the desk"
    );
    assert_eq!(contact.take(&said("Bonjour")).unwrap()[0].conversation, 1);
}

#[test]
fn what_a_secret_present_holds_is_shown_once_its_payer_is_known() {
    let hidden = |version| OrderView {
        secret: true,
        items: Vec::new(),
        ..order(Status::InTransit, version)
    };
    let tell = |order: OrderView| Input::OrderTold {
        order: Box::new(order),
        notice: None,
    };
    let mut contact = Contact::new();
    assert_eq!(contact.see(&tell(hidden(2))), ["order"]);
    let shown = order(Status::InTransit, 2);
    assert_eq!(contact.see(&tell(shown.clone())), ["order"]);
    assert_eq!(contact.see(&tell(hidden(2))), [""; 0]);
    assert_eq!(contact.state.orders_latest_first(), [shown]);
}
