//! Webhooks: what counts, what is refused, what is set aside.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;
use shared::notice::NoticeKind;
use shared::protocol::desk::QuarantineEntry;
use shared::protocol::widget::{Card, Fact};
use shared::source::Malformed;
use shared::tracking::Status;
use tests::hooks::{self, DELIVERED, IN_TRANSIT, OUT_FOR_DELIVERY, TestOrder};
use tests::http::Request;
use tests::site::Site;
use tests::{random_hex, until};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::{place, server, shop, shop_with_agent};

#[tokio::test]
async fn wh1_a_signed_delivery_takes_effect() {
    let site = shop().await;
    let order = TestOrder::new();
    let buyer = place(&site, &order).await;
    assert_eq!(buyer.history.len(), 1);
}

#[tokio::test]
async fn wh1_an_unsigned_delivery_leaves_nothing_but_a_count() {
    let (site, agent) = shop_with_agent().await;
    let order = TestOrder::new();
    let body = order.body().to_string();
    let tag = hooks::tag(&site.shopify_secret, body.as_bytes());
    let other = hooks::tag(&random_hex(), body.as_bytes());
    let headers = [
        None,
        Some(String::new()),
        Some(hex::encode(&tag)),
        Some(STANDARD.encode(&tag).trim_end_matches('=').to_owned()),
        Some(STANDARD.encode(&tag[..31])),
        Some(STANDARD.encode(other)),
    ];
    for header in &headers {
        let mut request = hooks::hook(&site, "shopify", body.as_bytes())
            .header("x-shopify-topic", "orders/create")
            .header("x-shopify-event-id", random_hex());
        if let Some(header) = header {
            request = request.header("x-shopify-hmac-sha256", header);
        }
        assert_eq!(request.send().await.status, 401, "{header:?}");
    }
    // Counted after the answer, so that the count may lag behind it.
    until("the refusals are counted", async || {
        agent.rejections().await >= headers.len() as u64
    })
    .await;
    assert_eq!(agent.rejections().await, headers.len() as u64);
    let mut shopper = tests::shopper::Shopper::new(&site).await;
    let seq = shopper.verify(&order.number, &order.postcode).await;
    let answer = shopper.answer_after(seq).await;
    let form = matches!(answer.card, Some(Card::OrderForm { .. }));
    assert!(form, "the order must not be known: {answer:?}");
    assert!(agent.quarantine.is_empty());
}

#[tokio::test]
async fn wh1_an_easypost_signature_needs_its_prefix_and_the_right_secret() {
    let site = shop().await;
    let order = TestOrder::new();
    let body = order.tracker(0, &[(IN_TRANSIT, 10)]).to_string();
    let tag = hooks::tag(&site.easypost_secret, body.as_bytes());
    let shopify = hooks::tag(&site.shopify_secret, body.as_bytes());
    let signed = |header: String| {
        hooks::hook(&site, "easypost", body.as_bytes()).header("x-hmac-signature", header)
    };
    for bad in [
        hex::encode(&tag),
        format!("hmac-sha256-hex={}", STANDARD.encode(&tag)),
        format!("hmac-sha256-hex={}", hex::encode(shopify)),
        format!("hmac-sha256-hex={}00", hex::encode(&tag)),
    ] {
        assert_eq!(signed(bad.clone()).send().await.status, 401, "{bad}");
    }
    let good = format!("hmac-sha256-hex={}", hex::encode(&tag));
    assert_eq!(signed(good).send().await.status, 200);
}

#[tokio::test]
async fn wh1_the_signature_is_over_the_bytes_as_they_came() {
    let site = shop().await;
    let order = TestOrder::new();
    // No serializer of ours writes it like this: spaces, an escape, a key twice, a long number.
    let body = format!(
        "{{ \"id\" : {},\r\n \"name\":\"\\u0023{}\",\"name\":\"{}\", \"price\": 1.10e2,\
         \"email\":\"{}\", \"created_at\":\"{}\" }}\n",
        order.id,
        order.number,
        order.number,
        order.email,
        hooks::ago(5)
    );
    let good = hooks::shopify(&site, "orders/create", body.as_bytes());
    assert_eq!(good.send().await.status, 200);
    let value: serde_json::Value = serde_json::from_str(&body).expect("it is JSON");
    let rewritten = hooks::shopify(&site, "orders/create", body.as_bytes()).body(value.to_string());
    assert_eq!(rewritten.send().await.status, 401);
    let mut buyer = crate::buyer(&site, &order, shared::language::Language::French).await;
    buyer
        .event(|event| matches!(&event.fact, Fact::OrderUpdated { .. }))
        .await;
}

#[tokio::test]
async fn wh2_a_source_without_a_secret_takes_nothing() {
    let mut plan = Site::new("Sans secret");
    plan.shopify_secret = String::new();
    let site = plan.provision(&server().edge()).await;
    let body = TestOrder::new().body();
    // Signed with the empty secret that an unset one must not be taken for.
    assert_eq!(site.shopify("orders/create", &body).await, 401);
}

#[tokio::test]
async fn wh3_unknown_addresses_and_methods_are_told_apart() {
    let site = shop().await;
    let body = TestOrder::new().body().to_string();
    let signed = hooks::shopify(&site, "orders/create", body.as_bytes());
    assert_eq!(signed.send().await.status, 200);
    let url = |key: &str, source: &str| format!("{}/hooks/{key}/{source}", site.edge.url);
    for (method, url, status) in [
        ("POST", url("nobody-here", "shopify"), 404),
        ("POST", url("No%20Key", "shopify"), 404),
        ("POST", url(&site.key, "carrier-pigeon"), 404),
        ("GET", url(&site.key, "shopify"), 405),
        ("PUT", url(&site.key, "shopify"), 405),
        ("DELETE", url(&site.key, "easypost"), 405),
        // Ship24 looks first whether anybody is there.
        ("HEAD", url(&site.key, "ship24"), 200),
        ("HEAD", url("nobody-here", "ship24"), 404),
        ("HEAD", url(&site.key, "shopify"), 405),
    ] {
        let answer = Request::new(method, &url).send().await;
        assert_eq!(answer.status, status, "{method} {url}");
    }
}

#[tokio::test]
async fn wh4_a_body_over_a_mebibyte_is_refused_when_it_is_declared() {
    let site = shop().await;
    let declared = "content-length: 1048577\r\n\r\n";
    assert_eq!(raw_status(&site, declared, &[]).await, 413);
}

#[tokio::test]
async fn wh4_a_body_over_a_mebibyte_is_refused_when_it_is_not_declared() {
    let site = shop().await;
    let chunk = [b"10000\r\n".as_slice(), &vec![b' '; 0x10000], b"\r\n"].concat();
    let chunks = vec![chunk.as_slice(); 17];
    let head = "transfer-encoding: chunked\r\n\r\n";
    assert_eq!(raw_status(&site, head, &chunks).await, 413);
}

#[tokio::test]
async fn wh4_a_body_of_a_mebibyte_is_read() {
    let site = shop().await;
    let mut body = TestOrder::new().body();
    let rest = 1024 * 1024 - body.to_string().len() - r#","note":"""#.len();
    body["note"] = json!("n".repeat(rest));
    assert_eq!(body.to_string().len(), 1024 * 1024);
    assert_eq!(site.shopify("orders/create", &body).await, 200);
}

#[tokio::test]
async fn wh5_what_cannot_be_read_is_set_aside_once_for_the_desk() {
    let (site, mut agent) = shop_with_agent().await;
    let bodies: [&[u8]; 4] = [
        b"{\"id\": 1, \"name\"",
        b"[1, 2, 3]",
        b"\xff\xfe not text",
        b"{\"id\": 7, \"name\": \"#7\"}",
    ];
    for body in bodies {
        let delivery = || hooks::shopify(&site, "orders/create", body);
        assert_eq!(delivery().send().await.status, 200);
        let entry = agent.added().await;
        assert_eq!(entry.source, "shopify");
        assert_eq!(entry.topic.as_deref(), Some("orders/create"));
        // The same body in another delivery is the same entry.
        assert_eq!(delivery().send().await.status, 200);
        let shown = agent.quarantined_body(entry.id).await;
        assert_eq!(shown, String::from_utf8_lossy(body));
    }
    agent.resume().await.expect("the desk is there");
    assert_eq!(agent.quarantine.len(), bodies.len());
    let is_named = |entry: &QuarantineEntry| entry.problem != Malformed::Unknown;
    assert!(agent.quarantine.iter().all(is_named));
}

#[tokio::test]
async fn wh5_a_tracker_without_a_code_is_set_aside() {
    let (site, mut agent) = shop_with_agent().await;
    let mut event = TestOrder::new().tracker(0, &[(IN_TRANSIT, 10)]);
    event["result"]["tracking_code"] = json!(null);
    assert_eq!(site.easypost(&event).await, 200);
    assert_eq!(agent.added().await.source, "easypost");
}

#[tokio::test]
async fn wh5_other_topics_are_answered_and_left_alone() {
    let (site, agent) = shop_with_agent().await;
    for topic in ["products/update", "customers/update", ""] {
        assert_eq!(
            site.shopify(topic, &json!({ "id": 1 })).await,
            200,
            "{topic}"
        );
    }
    let mut again = agent;
    again.resume().await.expect("the desk is there");
    assert!(again.quarantine.is_empty());
}

#[tokio::test]
async fn wh6_a_delivery_twenty_times_at_once_has_one_effect() {
    let site = shop().await;
    let order = TestOrder::new();
    let mut buyer = place(&site, &order).await;
    let fulfillment = order.fulfillment(0).to_string();
    let delivery = hooks::shopify(&site, "fulfillments/create", fulfillment.as_bytes());
    assert_eq!(all_statuses(delivery).await, [200; 20]);
    let tracker = order.tracker(0, &[(IN_TRANSIT, 20)]).to_string();
    let delivery = hooks::easypost(&site, tracker.as_bytes());
    assert_eq!(all_statuses(delivery).await, [200; 20]);
    buyer.notice(NoticeKind::Shipped).await;
    mark(&site, &order, &mut buyer).await;
    // The order, its fulfillment, the parcel's news, and the mark.
    assert_eq!(buyer.history.len(), 4, "{:?}", buyer.history);
    assert_eq!(buyer.notices(), [NoticeKind::Shipped]);
}

#[tokio::test]
async fn wh6_a_delivery_that_is_known_is_not_taken_again_whatever_it_says() {
    let site = shop().await;
    let order = TestOrder::new();
    let mut buyer = place(&site, &order).await;
    let event = random_hex();
    for (title, minutes) in [("Train en bois peint", 20), ("Train en bois doré", 10)] {
        let mut body = order.body();
        body["line_items"][0]["title"] = json!(title);
        body["updated_at"] = json!(hooks::ago(minutes));
        let body = body.to_string();
        let delivery = hooks::shopify_event(&site, "orders/updated", &event, body.as_bytes());
        assert_eq!(delivery.send().await.status, 200);
    }
    mark(&site, &order, &mut buyer).await;
    // The order, what the event said first, and the mark.
    assert_eq!(buyer.history.len(), 3, "{:?}", buyer.history);
}

#[tokio::test]
async fn wh7_older_tracking_after_newer_neither_speaks_nor_regresses() {
    let site = shop().await;
    let order = TestOrder::new();
    let mut buyer = place(&site, &order).await;
    site.shopify("fulfillments/create", &order.fulfillment(0))
        .await;
    let scans = [(IN_TRANSIT, 90), (OUT_FOR_DELIVERY, 30), (DELIVERED, 5)];
    assert_eq!(site.easypost(&order.tracker(0, &scans)).await, 200);
    buyer.notice(NoticeKind::Delivered).await;
    for upto in [1, 2] {
        assert_eq!(site.easypost(&order.tracker(0, &scans[..upto])).await, 200);
    }
    let last = mark(&site, &order, &mut buyer).await;
    assert_eq!(last.parcels[0].status, Status::Delivered);
    assert_eq!(buyer.notices(), [NoticeKind::Delivered]);
}

#[tokio::test]
async fn wh7_tracking_that_comes_before_the_order_is_kept_for_it() {
    let site = shop().await;
    let order = TestOrder::new();
    let tracker = order.tracker(0, &[(IN_TRANSIT, 60), (OUT_FOR_DELIVERY, 4)]);
    assert_eq!(site.easypost(&tracker).await, 200);
    let fulfillment = order.fulfillment(0);
    assert_eq!(site.shopify("fulfillments/create", &fulfillment).await, 200);
    let mut buyer = place(&site, &order).await;
    let (_, order) = buyer.notice(NoticeKind::OutForDelivery).await;
    assert_eq!(order.parcels[0].status, Status::OutForDelivery);
    assert_eq!(buyer.notices(), [NoticeKind::OutForDelivery]);
}

#[tokio::test]
async fn wh7_two_parcels_of_an_order_stand_side_by_side() {
    let site = shop().await;
    let order = TestOrder::in_two_parcels();
    let mut buyer = place(&site, &order).await;
    for parcel in [0, 1] {
        let fulfillment = order.fulfillment(parcel);
        assert_eq!(site.shopify("fulfillments/create", &fulfillment).await, 200);
    }
    let first = [(IN_TRANSIT, 90), (DELIVERED, 10)];
    assert_eq!(site.easypost(&order.tracker(0, &first)).await, 200);
    buyer.notice(NoticeKind::Delivered).await;
    let second = order.tracker(1, &[(IN_TRANSIT, 80), (OUT_FOR_DELIVERY, 3)]);
    assert_eq!(site.easypost(&second).await, 200);
    let (_, view) = buyer.notice(NoticeKind::OutForDelivery).await;
    let standing: Vec<(&str, Status)> = view
        .parcels
        .iter()
        .map(|parcel| (parcel.number.as_str(), parcel.status))
        .collect();
    assert_eq!(
        standing,
        [
            (order.tracking[0].as_str(), Status::Delivered),
            (order.tracking[1].as_str(), Status::OutForDelivery),
        ]
    );
}

/// Sends a delivery twenty times at once.
async fn all_statuses(delivery: Request) -> Vec<u16> {
    let sent = (0..20).map(|_| tokio::spawn(delivery.clone().send()));
    let mut statuses = Vec::new();
    for answer in futures_util::future::join_all(sent).await {
        statuses.push(answer.expect("a request ends").status);
    }
    statuses
}

/// Changes the order in a way that is told last, and waits until it was told: what came before
/// is in the buyer's history then. Answers the order as it stands.
async fn mark(
    site: &Site,
    order: &TestOrder,
    buyer: &mut tests::shopper::Shopper,
) -> shared::order::OrderView {
    let mut body = order.body();
    body["line_items"][0]["title"] = json!("Marque");
    body["updated_at"] = json!(hooks::ago(0));
    assert_eq!(site.shopify("orders/updated", &body).await, 200);
    let event = buyer
        .event(|event| match &event.fact {
            Fact::OrderUpdated { order } => order.items.iter().any(|item| item.title == "Marque"),
            _ => false,
        })
        .await;
    match event.fact {
        Fact::OrderUpdated { order } => order,
        _ => unreachable!("it was found as an update"),
    }
}

/// The status that a delivery gets whose framing and body are written by hand: a client library
/// would not declare a body that it doesn't send.
async fn raw_status(site: &Site, framing: &str, body: &[&[u8]]) -> u16 {
    let address = site.edge.url.trim_start_matches("http://");
    let mut stream = TcpStream::connect(address).await.expect("the edge listens");
    let head = format!(
        "POST /hooks/{}/shopify HTTP/1.1\r\nhost: {address}\r\n{framing}",
        site.key
    );
    stream
        .write_all(head.as_bytes())
        .await
        .expect("the head is taken");
    for chunk in body {
        // The edge may have answered and closed by now.
        if stream.write_all(chunk).await.is_err() {
            break;
        }
    }
    let mut answer = [0; 12];
    tokio::time::timeout(tests::PATIENCE, stream.read_exact(&mut answer))
        .await
        .expect("an answer comes in time")
        .expect("there is an answer");
    let text = String::from_utf8_lossy(&answer).into_owned();
    text.rsplit(' ')
        .next()
        .and_then(|status| status.parse().ok())
        .unwrap_or_else(|| panic!("no status in {text:?}"))
}
