//! Shopify's `orders/*` and `fulfillments/*` webhooks.
//!
//! An order's body carries its fulfillments; a fulfillment's body names its order. The
//! `shipment_status` of a fulfillment is left aside: the shop derives it from its own tracking,
//! without a time or a place, and Grelot hears the carriers itself.

use serde_json::Value;

use super::{Item, OrderFacts, OrderUpdate, ParcelFacts, ShipmentFacts};
use crate::source::{Delivery, Fields, Malformed, filled, https_url, read_object};
use crate::text::{normalize_email, normalize_postcode};
use crate::tracking::normalize_number;

/// Reads one delivery; `topic` is the `X-Shopify-Topic` header. Topics other than creation and
/// change of an order or a fulfillment are ignored, whatever their body.
pub fn parse(
    topic: &str,
    delivery_id: &str,
    body: &[u8],
) -> Result<Delivery<OrderUpdate>, Malformed> {
    match topic {
        "orders/create" | "orders/updated" => {
            let object = read_object(body)?;
            order_update(delivery_id, Fields::of(&object)).map(Delivery::Understood)
        }
        "fulfillments/create" | "fulfillments/update" => {
            let object = read_object(body)?;
            fulfillment_update(delivery_id, Fields::of(&object)).map(Delivery::Understood)
        }
        _ => Ok(Delivery::Ignored),
    }
}

fn order_update(delivery_id: &str, order: Fields<'_>) -> Result<OrderUpdate, Malformed> {
    let facts = order_facts(order)?;
    Ok(OrderUpdate {
        delivery_id: delivery_id.to_owned(),
        order_id: facts.external_id.clone(),
        facts: Some(facts),
        // One fulfillment that can't be read must not hide the order and the other parcels.
        shipments: order
            .objects("fulfillments")
            .filter_map(|f| shipment(f).ok())
            .collect(),
    })
}

fn fulfillment_update(delivery_id: &str, body: Fields<'_>) -> Result<OrderUpdate, Malformed> {
    let order_id = body.id("order_id").ok_or(Malformed {
        problem: "the fulfillment names no order",
    })?;
    Ok(OrderUpdate {
        delivery_id: delivery_id.to_owned(),
        order_id,
        facts: None,
        shipments: vec![shipment(body)?],
    })
}

fn order_facts(order: Fields<'_>) -> Result<OrderFacts, Malformed> {
    let external_id = order.id("id").ok_or(Malformed {
        problem: "the order has no id",
    })?;
    let number = number(order).ok_or(Malformed {
        problem: "the order has no number",
    })?;
    let placed_at = order.instant("created_at").ok_or(Malformed {
        problem: "the order has no time of creation",
    })?;
    let address = address(order);
    Ok(OrderFacts {
        external_id,
        number,
        email: order
            .text("email")
            .or_else(|| order.text("contact_email"))
            .map(normalize_email),
        customer_id: order.object("customer").id("id"),
        postcode: address
            .text("zip")
            .map(normalize_postcode)
            .filter(|code| !code.is_empty()),
        country: address.text("country_code").map(str::to_ascii_uppercase),
        locale: order.text("customer_locale").map(str::to_owned),
        placed_at,
        updated_at: order.instant("updated_at").unwrap_or(placed_at),
        cancelled_at: order.instant("cancelled_at"),
        items: items(order),
        note: order.text("note").map(str::to_owned),
    })
}

fn number(order: Fields<'_>) -> Option<String> {
    let name = order.text("name").map(str::to_owned);
    name.or_else(|| order.id("order_number").map(|number| format!("#{number}")))
}

/// Where it goes; the billing address stands in when the shop tells no postcode of delivery.
fn address(order: Fields<'_>) -> Fields<'_> {
    let shipping = order.object("shipping_address");
    if shipping.text("zip").is_some() {
        shipping
    } else {
        order.object("billing_address")
    }
}

/// The lines as edited. When every line was taken out, as after a full refund, the lines as
/// ordered: the shopper should still recognize the order.
fn items(order: Fields<'_>) -> Vec<Item> {
    let current = items_by(order, |line| {
        line.count("current_quantity").or(line.count("quantity"))
    });
    if current.is_empty() {
        items_by(order, |line| line.count("quantity"))
    } else {
        current
    }
}

fn items_by(order: Fields<'_>, quantity: impl Fn(Fields<'_>) -> Option<u32>) -> Vec<Item> {
    order
        .objects("line_items")
        .filter_map(|line| {
            // `name` is the title with its variant: "Ours en peluche - Miel".
            let title = line.text("name").or_else(|| line.text("title"))?.to_owned();
            let quantity = quantity(line).filter(|&count| count > 0)?;
            Some(Item { title, quantity })
        })
        .collect()
}

fn shipment(fulfillment: Fields<'_>) -> Result<ShipmentFacts, Malformed> {
    let external_id = fulfillment.id("id").ok_or(Malformed {
        problem: "the fulfillment has no id",
    })?;
    let created_at = fulfillment.instant("created_at").ok_or(Malformed {
        problem: "the fulfillment has no time of creation",
    })?;
    Ok(ShipmentFacts {
        external_id,
        active: !matches!(
            fulfillment.text("status"),
            Some("cancelled" | "error" | "failure")
        ),
        created_at,
        updated_at: fulfillment.instant("updated_at").unwrap_or(created_at),
        parcels: parcels(fulfillment),
    })
}

fn parcels(fulfillment: Fields<'_>) -> Vec<ParcelFacts> {
    let carrier = fulfillment
        .text("tracking_company")
        // What the shop's list offers for a carrier that it doesn't know.
        .filter(|company| !company.eq_ignore_ascii_case("other"))
        .map(str::to_owned);
    let numbers = texts(fulfillment, "tracking_numbers", "tracking_number");
    let urls = texts(fulfillment, "tracking_urls", "tracking_url");
    let mut parcels: Vec<ParcelFacts> = Vec::new();
    for (index, number) in numbers
        .iter()
        .map(|number| normalize_number(number))
        .enumerate()
    {
        if number.is_empty() || parcels.iter().any(|parcel| parcel.number == number) {
            continue;
        }
        // The lists run side by side; when their lengths differ, only a lone parcel's link is
        // sure not to be another parcel's.
        let url = (urls.len() == numbers.len() || numbers.len() == 1)
            .then(|| urls.get(index))
            .flatten()
            .and_then(|url| https_url(url));
        parcels.push(ParcelFacts {
            number,
            carrier: carrier.clone(),
            url,
        });
    }
    parcels
}

/// The texts of a list, or the one under the singular name when the list is empty.
fn texts<'a>(fulfillment: Fields<'a>, plural: &str, singular: &str) -> Vec<&'a str> {
    let listed: Vec<&str> = fulfillment
        .list(plural)
        .iter()
        .filter_map(Value::as_str)
        .filter_map(filled)
        .collect();
    if listed.is_empty() {
        fulfillment.text(singular).into_iter().collect()
    } else {
        listed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(extra: &str) -> Result<OrderUpdate, Malformed> {
        let body = format!(
            r##"{{"id":820982911946154508,"name":"#1042","created_at":"2026-12-18T10:00:00+01:00"{extra}}}"##
        );
        read("orders/create", &body)
    }

    fn fulfillment(extra: &str) -> Result<OrderUpdate, Malformed> {
        let body =
            format!(r#"{{"id":1,"order_id":2,"created_at":"2026-12-18T10:00:00+01:00"{extra}}}"#);
        read("fulfillments/create", &body)
    }

    fn read(topic: &str, body: &str) -> Result<OrderUpdate, Malformed> {
        match parse(topic, "delivery", body.as_bytes())? {
            Delivery::Understood(update) => Ok(update),
            Delivery::Ignored => panic!("{topic} is followed"),
        }
    }

    #[test]
    fn other_topics_are_ignored_unread() {
        for topic in ["orders/paid", "products/update", "", "ORDERS/CREATE"] {
            assert_eq!(
                parse(topic, "delivery", b"\xff"),
                Ok(Delivery::Ignored),
                "{topic}"
            );
        }
    }

    #[test]
    fn an_order_needs_id_number_and_time() {
        let full = r#""id":1,"order_number":7,"created_at":"2026-12-18T10:00:00+01:00""#;
        let update = read("orders/updated", &format!("{{{full}}}")).unwrap();
        assert_eq!(update.facts.unwrap().number, "#7");
        for missing in ["id", "order_number", "created_at"] {
            let body = format!("{{{}}}", full.replace(missing, "other"));
            assert!(read("orders/updated", &body).is_err(), "{missing}");
        }
    }

    #[test]
    fn a_bare_order_is_enough_and_its_id_is_exact() {
        let facts = order("").unwrap().facts.unwrap();
        assert_eq!(facts.external_id, "820982911946154508");
        assert_eq!(facts.updated_at, facts.placed_at);
        assert_eq!(
            (facts.email, facts.postcode, facts.cancelled_at),
            (None, None, None)
        );
    }

    #[test]
    fn odd_shapes_are_read_as_absent() {
        let extra = r#","email":7,"customer":[],"shipping_address":"Lyon","fulfillments":{},
            "line_items":[null,{"title":"Toupie","quantity":"2","properties":{}},{"quantity":1}],
            "note":false,"updated_at":"yesterday","cancelled_at":null"#;
        let update = order(extra).unwrap();
        let facts = update.facts.unwrap();
        assert_eq!(
            facts.items,
            [Item {
                title: "Toupie".into(),
                quantity: 2
            }]
        );
        assert_eq!(
            (facts.email, facts.note, facts.customer_id),
            (None, None, None)
        );
        assert!(update.shipments.is_empty());
    }

    #[test]
    fn proofs_are_normalized() {
        let extra = r#","email":"  Camille@Exemple.FR ","shipping_address":{"zip":null},
            "billing_address":{"zip":" sw1a 1aa","country_code":"gb"}"#;
        let facts = order(extra).unwrap().facts.unwrap();
        assert_eq!(facts.email.as_deref(), Some("camille@exemple.fr"));
        assert_eq!(facts.postcode.as_deref(), Some("SW1A1AA"));
        assert_eq!(facts.country.as_deref(), Some("GB"));
    }

    #[test]
    fn current_quantities_win_until_nothing_is_left() {
        let two = r#","line_items":[{"name":"Ours","quantity":1,"current_quantity":0},
            {"name":"Train","quantity":3,"current_quantity":2}]"#;
        let train = Item {
            title: "Train".into(),
            quantity: 2,
        };
        assert_eq!(order(two).unwrap().facts.unwrap().items, [train]);

        let refunded = r#","line_items":[{"name":"Ours","quantity":1,"current_quantity":0}]"#;
        let bear = Item {
            title: "Ours".into(),
            quantity: 1,
        };
        assert_eq!(order(refunded).unwrap().facts.unwrap().items, [bear]);
    }

    #[test]
    fn a_fulfillment_that_cannot_be_read_hides_nothing_else() {
        let extra = r#","fulfillments":[{"id":1},{"id":2,"created_at":"2026-12-18T10:00:00Z"}]"#;
        let shipments = order(extra).unwrap().shipments;
        assert_eq!(shipments.len(), 1);
        assert_eq!(shipments[0].external_id, "2");
        assert!(read("fulfillments/create", r#"{"id":1,"order_id":2}"#).is_err());
        assert!(read("fulfillments/create", r#"{"id":1}"#).is_err());
    }

    #[test]
    fn fulfillment_statuses_stand_or_fall() {
        for (status, active) in [
            ("\"success\"", true),
            ("\"pending\"", true),
            ("\"open\"", true),
            ("null", true),
            ("\"cancelled\"", false),
            ("\"error\"", false),
            ("\"failure\"", false),
        ] {
            let update = fulfillment(&format!(r#","status":{status}"#)).unwrap();
            assert_eq!(update.shipments[0].active, active, "{status}");
        }
    }

    #[test]
    fn numbers_and_links_run_side_by_side() {
        let check = |extra: &str, expected: &[(&str, Option<&str>)]| {
            let update = fulfillment(extra).unwrap();
            let parcels: Vec<_> = update.shipments[0]
                .parcels
                .iter()
                .map(|parcel| (parcel.number.as_str(), parcel.url.as_deref()))
                .collect();
            assert_eq!(parcels, expected, "{extra}");
        };
        check(r#","tracking_number":"6a 123""#, &[("6A123", None)]);
        check(
            r#","tracking_numbers":["A1","B2","a-1"],"tracking_urls":["https://c.fr/A1","http://c.fr/B2","https://c.fr/A1"]"#,
            &[("A1", Some("https://c.fr/A1")), ("B2", None)],
        );
        check(
            r#","tracking_numbers":["A1","B2"],"tracking_url":"https://c.fr/?""#,
            &[("A1", None), ("B2", None)],
        );
        check(
            r#","tracking_numbers":["A1"],"tracking_urls":["https://c.fr/1","https://d.fr/1"]"#,
            &[("A1", Some("https://c.fr/1"))],
        );
        check(
            r#","tracking_numbers":[null,"--",5],"tracking_number":"""#,
            &[],
        );
    }

    #[test]
    fn a_carrier_that_the_shop_does_not_know_has_no_name() {
        for (company, carrier) in [
            ("\"Colissimo\"", Some("Colissimo")),
            ("\"Other\"", None),
            ("null", None),
        ] {
            let extra = format!(r#","tracking_number":"A1","tracking_company":{company}"#);
            let update = fulfillment(&extra).unwrap();
            assert_eq!(update.shipments[0].parcels[0].carrier.as_deref(), carrier);
        }
    }
}
