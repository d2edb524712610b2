//! What the plugins leave, key by key.

use serde_json::{Value, json};

use super::*;

const SHIPPED: Timestamp = Timestamp(1_797_600_000_000);
const UPDATED: Timestamp = Timestamp(1_797_700_000_000);

fn read(order: &Value) -> Vec<ShipmentFacts> {
    shipments(Fields::of(order.as_object().unwrap()), SHIPPED, UPDATED)
}

fn order_with(key: &str, value: &Value) -> Value {
    json!({ "meta_data": [{ "key": "other", "value": 1 }, { "id": 7, "key": key, "value": value }] })
}

type Line = (String, Option<String>, Option<String>);

fn lines(order: &Value) -> Vec<Line> {
    let line = |shipment: ShipmentFacts| {
        let [parcel] = <[ParcelFacts; 1]>::try_from(shipment.parcels).unwrap();
        (parcel.number, parcel.carrier, parcel.url)
    };
    read(order).into_iter().map(line).collect()
}

fn line(number: &str, carrier: Option<&str>, url: Option<&str>) -> Line {
    let owned = |text: Option<&str>| text.map(str::to_owned);
    (number.to_owned(), owned(carrier), owned(url))
}

#[test]
fn lists_of_plugins_are_read_as_far_as_they_go() {
    const LIST: &str = "_wc_shipment_tracking_items";
    let a1 = line("A1", Some("colissimo"), None);
    for (value, expected) in [
        (
            json!([{ "tracking_provider": "colissimo", "tracking_number": " a1 " }]),
            vec![a1.clone()],
        ),
        (
            json!([{ "tracking_provider": "", "custom_tracking_provider": "Vélo Express",
                "custom_tracking_link": "https://velo.example/A1", "tracking_number": "A1" }]),
            vec![line(
                "A1",
                Some("Vélo Express"),
                Some("https://velo.example/A1"),
            )],
        ),
        (
            json!([{ "tracking_provider": "la-poste", "formatted_tracking_provider": "La Poste",
                "ast_tracking_link": "https://laposte.example/?A1", "tracking_number": "A1" }]),
            vec![line(
                "A1",
                Some("La Poste"),
                Some("https://laposte.example/?A1"),
            )],
        ),
        (
            json!({ "1": { "tracking_provider": "colissimo", "tracking_number": "A1" } }),
            vec![a1.clone()],
        ),
        (
            json!([{ "tracking_number": 1234 }, { "tracking_number": "1234" }, null, 7, {},
                { "tracking_number": "--" }]),
            vec![line("1234", None, None)],
        ),
        (
            json!([{ "tracking_number": "A1", "custom_tracking_link": "http://plain.example" }]),
            vec![line("A1", None, None)],
        ),
        (json!("A1"), vec![]),
        (json!(null), vec![]),
    ] {
        assert_eq!(lines(&order_with(LIST, &value)), expected, "{value}");
    }
    let aftership = json!([{ "slug": "la-poste-colissimo", "tracking_number": "A1" }]);
    assert_eq!(
        lines(&order_with("_aftership_tracking_items", &aftership)),
        [line("A1", Some("la-poste-colissimo"), None)]
    );
}

#[test]
fn a_lines_last_number_counts() {
    for (value, expected) in [
        (
            json!(r#"[{"tracking_number":"OLD"},{"tracking_number":"A1","carrier_name":"GLS"}]"#),
            vec![line("A1", Some("GLS"), None)],
        ),
        (json!("[]"), vec![]),
        (json!("{"), vec![]),
        (json!([{ "tracking_number": "A1" }]), vec![]),
    ] {
        let meta = order_with("_vi_wot_order_item_tracking_data", &value);
        // Two lines in one parcel.
        let order = json!({ "line_items": [meta, meta] });
        assert_eq!(lines(&order), expected, "{value}");
    }
}

#[test]
fn numbers_that_stand_alone_are_read_with_what_stands_beside() {
    for (number, carrier, url, expected) in [
        (
            "ywot_tracking_code",
            "ywot_carrier_name",
            "ywot_carrier_url",
            line("A1", Some("DPD"), Some("https://dpd.example")),
        ),
        (
            "_tracking_number",
            "_tracking_provider",
            "_tracking_url",
            line("A1", Some("DPD"), Some("https://dpd.example")),
        ),
        (
            "tracking_number",
            "tracking_provider",
            "tracking_url",
            line("A1", Some("DPD"), Some("https://dpd.example")),
        ),
        (
            "_aftership_tracking_number",
            "_aftership_tracking_provider_name",
            "-",
            line("A1", Some("DPD"), None),
        ),
        (
            "lpc_outward_parcel_number",
            "-",
            "-",
            line("A1", Some("Colissimo"), None),
        ),
    ] {
        let order = json!({ "meta_data": [
            { "key": number, "value": "A1" },
            { "key": carrier, "value": "DPD" },
            { "key": url, "value": "https://dpd.example" },
        ] });
        assert_eq!(lines(&order), [expected], "{number}");
        assert!(lines(&order_with(number, &json!(" "))).is_empty());
    }
}

#[test]
fn a_number_in_two_places_is_one_parcel_as_the_first_tells_it() {
    let order = json!({ "meta_data": [
        { "key": "_tracking_number", "value": "a-1" },
        { "key": "_wc_shipment_tracking_items",
          "value": [{ "tracking_number": "A1", "tracking_provider": "gls" }] },
    ] });
    assert_eq!(lines(&order), [line("A1", Some("gls"), None)]);
}

#[test]
fn a_shipment_is_as_old_as_its_plugin_says() {
    for (date, made) in [
        (json!("1797500000"), Timestamp(1_797_500_000_000)),
        (json!(1_797_500_000), Timestamp(1_797_500_000_000)),
        (json!("99999999999999999999"), SHIPPED),
        (json!("18446744073709551615"), SHIPPED),
        (json!(0), SHIPPED),
        (json!("hier"), SHIPPED),
    ] {
        let list = json!([{ "tracking_number": "A1", "date_shipped": date }]);
        let shipments = read(&order_with("_wc_shipment_tracking_items", &list));
        assert_eq!(shipments[0].created_at, made, "{date}");
        assert_eq!(shipments[0].updated_at, UPDATED);
        assert_eq!(shipments[0].external_id, "A1");
        assert!(shipments[0].active);
    }
}
