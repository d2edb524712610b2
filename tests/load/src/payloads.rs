//! What the shop and the carrier say.

use serde_json::{Value, json};

/// A carrier's scan.
pub struct Scan {
    /// The carrier's status of the parcel.
    pub status: &'static str,
    /// When, in RFC 3339.
    pub at: String,
}

/// An order as a shop platform tells it, about as long as a real one with two lines.
pub fn order(number: u64) -> Value {
    let line = |id: u64, title: &str, price: &str| {
        json!({
            "id": number * 10 + id, "product_id": 7_700_000 + id, "variant_id": 8_800_000 + id,
            "title": title, "name": title, "sku": format!("JOUET-{id:04}"), "quantity": 1,
            "current_quantity": 1, "fulfillable_quantity": 1, "grams": 850, "price": price,
            "requires_shipping": true, "taxable": true, "fulfillment_status": null,
            "tax_lines": [{"title": "TVA", "rate": 0.2, "price": "5.00", "channel_liable": false}],
            "properties": [], "discount_allocations": [], "vendor": "Atelier des Rennes",
        })
    };
    let address = json!({
        "first_name": "Camille", "last_name": "Moreau", "address1": "12 rue des Lilas",
        "address2": null, "zip": "69003", "city": "Lyon", "country": "France",
        "country_code": "FR", "phone": null, "province": null, "latitude": 45.75, "longitude": 4.85,
    });
    json!({
        "id": number, "name": format!("#{number}"), "order_number": number,
        "email": email(number), "contact_email": null,
        "created_at": "2026-12-15T10:00:00+01:00", "updated_at": "2026-12-16T09:30:00+01:00",
        "cancelled_at": null, "closed_at": null, "currency": "EUR", "customer_locale": "fr-FR",
        "financial_status": "paid", "fulfillment_status": null, "note": null, "tags": "",
        "total_price": "59.80", "subtotal_price": "53.90", "total_tax": "9.97", "total_weight": 1700,
        "customer": {"id": number + 1, "first_name": "Camille", "last_name": "Moreau", "state": "enabled"},
        "billing_address": address, "shipping_address": address,
        "line_items": [line(1, "Petit train en bois", "34.90"), line(2, "Ours en peluche", "19.00")],
        "shipping_lines": [{"title": "Colissimo", "code": "colissimo", "price": "5.90"}],
        "fulfillments": [], "refunds": [], "discount_codes": [], "note_attributes": [],
    })
}

/// The e-mail of an order.
pub fn email(number: u64) -> String {
    format!("camille.{number}@exemple.fr")
}

/// An order that was placed and sent off at an instant, in RFC 3339, as one parcel.
pub fn shipped_order(number: u64, at: &str) -> Value {
    let mut order = order(number);
    order["created_at"] = json!(at);
    order["updated_at"] = json!(at);
    order["fulfillments"] = json!([{
        "id": number + 2, "order_id": number, "name": format!("#{number}.1"), "status": "success",
        "created_at": at, "updated_at": at, "shipment_status": null,
        "tracking_company": "Colissimo", "tracking_number": tracking_number(number),
        "tracking_numbers": [tracking_number(number)], "tracking_url": null, "tracking_urls": [],
    }]);
    order
}

/// The parcel of an order as a carrier's aggregator tells it, with all its scans; the last one is
/// news.
pub fn tracker(number: u64, scans: &[Scan]) -> Value {
    let details: Vec<_> = scans.iter().map(detail).collect();
    let news = format!("{number}_{}", scans.len());
    json!({
        "id": format!("evt_{news}"), "object": "Event", "description": "tracker.updated",
        "mode": "production", "status": "pending", "previous_attributes": {"status": "pre_transit"},
        "result": {
            "id": format!("trk_{number}"), "object": "Tracker",
            "status": scans.last().map(|scan| scan.status),
            "tracking_code": tracking_number(number), "carrier": "Colissimo", "is_return": false,
            "est_delivery_date": scans.last().map(|scan| &scan.at),
            "public_url": "https://track.example/parcel",
            "tracking_details": details,
        },
    })
}

fn detail(scan: &Scan) -> Value {
    json!({
        "object": "TrackingDetail", "status": scan.status, "status_detail": null,
        "message": "Colis en cours d'acheminement", "description": null, "datetime": scan.at,
        "source": "Colissimo",
        "tracking_location": {"object": "TrackingLocation", "city": "Lyon", "state": null,
            "country": "FR", "zip": null},
    })
}

fn tracking_number(number: u64) -> String {
    format!("6A{number}")
}

#[cfg(test)]
mod tests {
    use shared::order::{OrderUpdate, shopify};
    use shared::source::Delivery;
    use shared::tracking::easypost;

    use super::*;

    fn understood(order: &Value) -> OrderUpdate {
        let read = shopify::parse("orders/updated", "delivery", order.to_string().as_bytes());
        let Ok(Delivery::Understood(update)) = read else {
            panic!("an order that the edge would put aside");
        };
        update
    }

    #[test]
    fn an_order_is_one_that_the_edge_understands() {
        let update = understood(&order(7));
        assert_eq!(update.order_id, "7");
        assert_eq!(update.facts.unwrap().items.len(), 2);
        assert!(update.shipments.is_empty());
    }

    #[test]
    fn a_tracker_is_of_the_parcel_that_the_order_names() {
        let scan = |status, at: &str| Scan {
            status,
            at: at.to_owned(),
        };
        let scans = [
            scan("pre_transit", "2026-12-16T08:00:00Z"),
            scan("in_transit", "2026-12-16T18:00:00Z"),
        ];
        let body = tracker(7, &scans).to_string();
        let Ok(Delivery::Understood(told)) = easypost::parse(body.as_bytes()) else {
            panic!("an event that the edge would put aside");
        };
        assert_eq!(told.events.len(), 2);
        let order = understood(&shipped_order(7, "2026-12-16T07:00:00Z"));
        assert_eq!(order.shipments[0].parcels[0].number, told.number);
        let facts = order.facts.unwrap();
        assert_eq!(facts.email, Some(email(7)));
    }
}
