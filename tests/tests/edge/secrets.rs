//! Presents whose content is a secret: named to nobody but the payer.

use serde_json::json;
use shared::language::Language;
use shared::notice::NoticeKind;
use shared::order::OrderView;
use shared::protocol::widget::{Card, Fact};
use tests::hooks::{IN_TRANSIT, TestOrder};
use tests::shopper::Shopper;

use crate::{buyer, shop};

#[tokio::test]
async fn what_a_secret_present_is_is_told_to_its_payer_only() {
    let site = shop().await;
    let order = TestOrder::new();
    let mut body = order.body();
    body["note_attributes"] = json!([
        { "name": "gift", "value": "yes" },
        { "name": "gift_secret", "value": "yes" },
    ]);
    assert_eq!(site.shopify("orders/create", &body).await, 200);
    let mut payer = buyer(&site, &order, Language::French).await;
    let known = payer
        .event(|event| matches!(event.fact, Fact::OrderUpdated { .. }))
        .await;
    let Fact::OrderUpdated { order: known } = known.fact else {
        unreachable!("it was found as an update");
    };
    assert_eq!((known.secret, known.items.len()), (false, 1));

    // Whoever gets the parcel knows its postcode; only the payer knows the e-mail.
    let mut curious = Shopper::new(&site).await;
    let shown = proven(&mut curious, &order.number, &order.postcode).await;
    assert_eq!((shown.secret, shown.items.len()), (true, 0));
    site.shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    site.easypost(&order.tracker(0, &[(IN_TRANSIT, 20)])).await;
    let (_, news) = curious.notice(NoticeKind::Shipped).await;
    assert_eq!((news.secret, news.items.len()), (true, 0));
    let (_, news) = payer.notice(NoticeKind::Shipped).await;
    assert_eq!((news.secret, news.items.len()), (false, 1));
    let told = serde_json::to_string(&curious.history).expect("events are JSON");
    assert!(!told.contains("Train en bois"), "{told}");

    let shown = proven(&mut curious, &order.number, &order.email).await;
    assert_eq!((shown.secret, shown.items.len()), (false, 1));
    // What was shown once is not taken back.
    let shown = proven(&mut curious, &order.number, &order.postcode).await;
    assert_eq!((shown.secret, shown.items.len()), (false, 1));
}

/// The order as a proof shows it.
async fn proven(shopper: &mut Shopper, number: &str, proof: &str) -> OrderView {
    let seq = shopper.verify(number, proof).await;
    match shopper.answer_after(seq).await.card {
        Some(Card::Order { order }) => order,
        other => panic!("the order's card: {other:?}"),
    }
}
