//! Sendcloud's deliveries as tables: what is read, what is left alone, what can't be read.

use serde_json::{Value, json};

use super::*;

fn read_json(hook: &Value) -> Result<Delivery<Vec<TrackingUpdate>>, Malformed> {
    read(&Envelope {
        header: &|_| None,
        body: hook.to_string().as_bytes(),
        received_at: Timestamp(1_797_850_800_000),
    })
}

fn hook() -> Value {
    json!({
        "action": "parcel_status_changed",
        "timestamp": 1_797_847_200_000_u64,
        "carrier_status_change_timestamp": 1_797_843_600_000_u64,
        "parcel": {
            "id": 501,
            "tracking_number": "8r46 2077",
            "status": { "id": 91, "message": "Parcel en route" },
        },
    })
}

fn updated(change: impl Fn(&mut Value)) -> Result<TrackingUpdate, Malformed> {
    let mut hook = hook();
    change(&mut hook);
    match read_json(&hook)? {
        Delivery::Understood(mut updates) => Ok(updates.remove(0)),
        Delivery::Ignored => panic!("the parcel is followed"),
    }
}

#[test]
fn messages_have_the_meaning_of_the_table() {
    use IncidentReason::{Address, Customs, Refused};
    for (message, expected) in [
        ("Ready to send", (Status::PreTransit, None)),
        ("Being announced", (Status::PreTransit, None)),
        ("Announced", (Status::PreTransit, None)),
        ("Announced: not collected", (Status::PreTransit, None)),
        ("Announcement failed", (Status::PreTransit, None)),
        ("Error collecting", (Status::PreTransit, None)),
        ("No label", (Status::PreTransit, None)),
        ("Shipment picked up by driver", (Status::InTransit, None)),
        ("En route to sorting center", (Status::InTransit, None)),
        ("At sorting centre", (Status::InTransit, None)),
        ("Being sorted", (Status::InTransit, None)),
        ("Sorted", (Status::InTransit, None)),
        ("Not sorted", (Status::InTransit, None)),
        ("Unsorted", (Status::InTransit, None)),
        ("Parcel en route", (Status::InTransit, None)),
        (" en route to sorting CENTRE ", (Status::InTransit, None)),
        ("At Customs", (Status::InTransit, Some(Customs))),
        ("Driver en route", (Status::OutForDelivery, None)),
        ("Delivery delayed", (Status::Delayed, None)),
        ("Delivery attempt failed", (Status::DeliveryAttempted, None)),
        (
            "Awaiting customer pickup",
            (Status::AvailableForPickup, None),
        ),
        ("Shipment collected by customer", (Status::Delivered, None)),
        ("Delivered", (Status::Delivered, None)),
        ("Address invalid", (Status::Exception, Some(Address))),
        ("Refused by recipient", (Status::Exception, Some(Refused))),
        ("Unable to deliver", (Status::Exception, None)),
        ("Exception", (Status::Exception, None)),
        ("Returned to sender", (Status::Returning, None)),
        ("Cancelled", (Status::Cancelled, None)),
        ("Cancellation requested", (Status::Unknown, None)),
        ("Cancelled upstream", (Status::Unknown, None)),
        ("Delivery date changed", (Status::Unknown, None)),
        ("Parcel cancellation failed.", (Status::Unknown, None)),
        ("Not delivered", (Status::Unknown, None)),
    ] {
        assert_eq!(meaning(message), expected, "{message}");
    }
}

#[test]
fn the_carriers_time_comes_before_sendclouds() {
    for (carriers, own, expected) in [
        (json!(1000), json!(2000), Some(1000)),
        (json!(null), json!(2000), Some(2000)),
        (json!(0), json!(2000), Some(2000)),
        (json!("1000"), json!(null), Some(1000)),
        (json!(-5), json!([]), None),
        (json!(u64::MAX), json!(1.5), None),
    ] {
        let update = updated(|hook| {
            hook["carrier_status_change_timestamp"] = carriers.clone();
            hook["timestamp"] = own.clone();
        });
        let at = update.ok().map(|update| update.events[0].occurred_at.0);
        assert_eq!(at, expected, "{carriers} {own}");
    }
}

#[test]
fn one_status_of_one_parcel_has_one_name() {
    let first = updated(|_| ()).unwrap();
    let again = updated(|hook| hook["timestamp"] = json!(1_797_847_260_000_u64)).unwrap();
    let next = updated(|hook| hook["parcel"]["status"]["message"] = json!("Delivered")).unwrap();
    assert_eq!(first.delivery_id, again.delivery_id);
    assert_ne!(first.delivery_id, next.delivery_id);
}

#[test]
fn the_shoppers_address_is_never_a_pickup_point() {
    let update = updated(|hook| {
        hook["parcel"]["to_service_point"] = json!(1_180_552);
        hook["parcel"]["address"] = json!("14 rue des Tilleuls");
        hook["parcel"]["status"]["message"] = json!("Awaiting customer pickup");
    })
    .unwrap();
    assert_eq!(update.events[0].status, Status::AvailableForPickup);
    assert_eq!(update.pickup_point, None);
}

#[test]
fn the_carrier_has_its_name_or_its_code() {
    for (carrier, expected) in [
        (
            json!({"code": "chronopost", "name": "Chronopost"}),
            Some("Chronopost"),
        ),
        (json!({"code": "postnl"}), Some("postnl")),
        (json!("postnl"), None),
    ] {
        let update = updated(|hook| hook["parcel"]["carrier"] = carrier.clone()).unwrap();
        assert_eq!(update.carrier.as_deref(), expected, "{carrier}");
    }
}

#[test]
fn what_is_not_followed_is_left_alone() {
    for (field, value) in [
        ("/action", json!("integration_updated")),
        ("/parcel/tracking_number", json!("")),
        ("/parcel/tracking_number", json!(null)),
        ("/parcel/is_return", json!(true)),
    ] {
        let mut hook = hook();
        hook["parcel"]["is_return"] = json!(false);
        *hook.pointer_mut(field).unwrap() = value;
        assert_eq!(read_json(&hook), Ok(Delivery::Ignored), "{field}");
    }
}

#[test]
fn what_is_needed_must_be_there() {
    for field in ["/action", "/parcel", "/parcel/id", "/parcel/status/message"] {
        let mut hook = hook();
        *hook.pointer_mut(field).unwrap() = json!(null);
        assert!(read_json(&hook).is_err(), "{field}");
    }
}
