//! Orders of any shop: `PUT /api/v1/orders/{number}`, and the webhook of the same form.

use serde_json::{Value, json};
use shared::hooks::HookSource;
use shared::language::Language;
use shared::order::OrderView;
use shared::protocol::widget::Fact;
use tests::hooks::{TestOrder, ago};
use tests::http::{Answer, Request};
use tests::shopper::Shopper;
use tests::site::Site;
use tests::sources::{new_secret, signed, standard};

use crate::{buyer, server, shop};

#[tokio::test]
async fn an_order_that_is_put_is_told_to_its_buyer_once() {
    let site = shop_that_puts().await;
    let order = TestOrder::new();
    let mut buyer = buyer(&site, &order, Language::French).await;
    // Its times are told once: a second later they would be others.
    let body = body(&order);
    for _ in 0..2 {
        let answer = put(&site, &site, "A%2F%2317", &body).await;
        assert_eq!(answer.status, 204, "{}", answer.body);
    }
    let view = told(&mut buyer).await;
    assert_eq!(view.number, "A/#17");
    assert_eq!(view.items[0].title, "Train en bois");
    buyer.settle().await;
    assert_eq!(buyer.history.len(), 1);
}

#[tokio::test]
async fn an_order_that_is_put_and_one_that_is_posted_are_one() {
    let site = shop_that_puts().await;
    let order = TestOrder::new();
    let mut buyer = buyer(&site, &order, Language::French).await;
    let data = json!({ "type": "order.updated", "data": with_number(&body(&order), "1042") });
    let posted = signed(&site, HookSource::Orders, data.to_string().as_bytes());
    assert_eq!(posted.send().await.status, 200);
    told(&mut buyer).await;
    let mut later = body(&order);
    later["updated_at"] = json!(ago(1));
    later["items"][0]["title"] = json!("Train en bois peint");
    assert_eq!(put(&site, &site, "1042", &later).await.status, 204);
    buyer
        .event(|event| match &event.fact {
            Fact::OrderUpdated { order } => order.items[0].title == "Train en bois peint",
            _ => false,
        })
        .await;
    assert_eq!(buyer.history.len(), 2);
}

#[tokio::test]
async fn a_shop_that_cannot_prove_itself_reads_the_same_as_one_that_nobody_has() {
    let (site, other) = (shop_that_puts().await, shop_that_puts().await);
    let without_secret = shop().await;
    let body = body(&TestOrder::new());
    let mut nobody = site.clone();
    "nobody-here".clone_into(&mut nobody.key);
    let mut garbled = site.clone();
    "No Key".clone_into(&mut garbled.key);
    let mut answers = Vec::new();
    for (named, signs) in [
        (&nobody, &site),
        (&garbled, &site),
        (&site, &other),
        (&without_secret, &site),
    ] {
        answers.push(put(named, signs, "1042", &body).await);
    }
    let url = format!("{}/api/v1/orders/1042", site.edge.url);
    let unsigned = Request::new("PUT", &url)
        .header("grelot-site", &site.key)
        .json(&body);
    let unnamed = standard(
        Request::new("PUT", &url),
        &site.secrets["orders"],
        body.to_string().as_bytes(),
    );
    answers.push(unsigned.send().await);
    answers.push(unnamed.body(body.to_string()).send().await);
    for answer in &answers {
        assert_eq!(answer.status, 401);
        assert_eq!(answer.body, answers[0].body);
    }
}

#[tokio::test]
async fn an_order_that_cannot_be_understood_is_refused_with_the_reason() {
    let site = shop_that_puts().await;
    let good = body(&TestOrder::new());
    let mut dateless = good.clone();
    dateless["placed_at"] = Value::Null;
    let mut secret = good.clone();
    secret["gift"] = json!("yes");
    for (number, body) in [
        ("1042", json!([])),
        ("1042", dateless),
        ("1042", secret),
        ("%20", good.clone()),
        ("%FF", good.clone()),
    ] {
        let answer = put(&site, &site, number, &body).await;
        assert_eq!(answer.status, 400, "{number} {body}");
        assert_eq!(answer.json()["error"]["code"], json!("malformed"));
    }
    let elsewhere = format!("{}/api/v1/orders/1042", site.edge.url);
    let answer = Request::new("POST", elsewhere).json(&good).send().await;
    assert_eq!(answer.status, 405);
}

/// Puts an order under the name of one shop, signed by another, or by the same.
async fn put(named: &Site, signs: &Site, number: &str, body: &Value) -> Answer {
    let url = format!("{}/api/v1/orders/{number}", named.edge.url);
    let bytes = body.to_string();
    let request = Request::new("PUT", url).header("grelot-site", &named.key);
    standard(request, &signs.secrets["orders"], bytes.as_bytes())
        .body(bytes)
        .send()
        .await
}

/// Waits until the buyer knows the order.
async fn told(buyer: &mut Shopper) -> OrderView {
    let event = buyer
        .event(|event| matches!(&event.fact, Fact::OrderUpdated { .. }))
        .await;
    match event.fact {
        Fact::OrderUpdated { order } => order,
        _ => unreachable!("it was found as an update"),
    }
}

fn body(order: &TestOrder) -> Value {
    json!({
        "id": format!("shop-{}", order.id),
        "placed_at": ago(order.placed),
        "updated_at": ago(order.placed),
        "email": order.email,
        "postcode": order.postcode,
        "country": "FR",
        "items": [{ "title": "Train en bois", "quantity": 1 }],
    })
}

fn with_number(body: &Value, number: &str) -> Value {
    let mut body = body.clone();
    body["number"] = json!(number);
    body
}

async fn shop_that_puts() -> Site {
    let mut site = Site::new("Boutique à part");
    let secret = new_secret(HookSource::Orders);
    site.secrets.insert("orders", secret);
    site.provision(&server().edge()).await
}
