//! Ship24's deliveries as tables: what is read, what is left out, what can't be read.

use serde_json::{Value, json};

use super::*;
use crate::tracking::fold;

fn read_json(hook: &Value) -> Result<Vec<TrackingUpdate>, Malformed> {
    let delivery = read(&Envelope {
        header: &|_| None,
        body: hook.to_string().as_bytes(),
        received_at: Timestamp(0),
    })?;
    match delivery {
        Delivery::Understood(updates) => Ok(updates),
        Delivery::Ignored => panic!("trackings are followed"),
    }
}

fn tracking(events: &Value) -> Value {
    json!({
        "metadata": { "messageId": "msg-1" },
        "tracker": { "trackingNumber": "xt 48" },
        "events": events,
    })
}

fn events(events: &Value) -> Vec<TrackingEvent> {
    let hook = json!({ "trackings": [tracking(events)] });
    read_json(&hook).unwrap().remove(0).events
}

#[test]
fn codes_have_the_meaning_of_the_tables() {
    use IncidentReason::{Customs, Refused};
    for (code, milestone, expected) in [
        (
            Some("data_order_created"),
            "info_received",
            (Status::PreTransit, None),
        ),
        (
            Some("data_delivery_decided"),
            "in_transit",
            (Status::Unknown, None),
        ),
        (
            Some("customs_received"),
            "in_transit",
            (Status::InTransit, Some(Customs)),
        ),
        (
            Some("customs_exception"),
            "in_transit",
            (Status::Exception, Some(Customs)),
        ),
        (
            Some("customs_cleared"),
            "in_transit",
            (Status::InTransit, None),
        ),
        (
            Some("delivery_refused"),
            "exception",
            (Status::Exception, Some(Refused)),
        ),
        (
            Some("exception_return"),
            "exception",
            (Status::Returning, None),
        ),
        (Some("exception_lost"), "in_transit", (Status::Lost, None)),
        (
            Some("delivery_attempted"),
            "failed_attempt",
            (Status::DeliveryAttempted, None),
        ),
        // A code of tomorrow: its milestone is known.
        (
            Some("delivery_by_drone"),
            "out_for_delivery",
            (Status::OutForDelivery, None),
        ),
        (Some("warp"), "hyperspace", (Status::Unknown, None)),
        (None, "pending", (Status::Unknown, None)),
        (None, "in_transit", (Status::InTransit, None)),
        (
            None,
            "available_for_pickup",
            (Status::AvailableForPickup, None),
        ),
        (None, "delivered", (Status::Delivered, None)),
        (None, "exception", (Status::Exception, None)),
        (None, "out_for_delivery", (Status::Unknown, None)),
        (None, "failed_attempt", (Status::Unknown, None)),
    ] {
        assert_eq!(
            meaning(code, milestone),
            expected,
            "{code:?} of {milestone}"
        );
    }
}

#[test]
fn a_time_says_what_is_known_of_it() {
    for (fields, expected, zone_known) in [
        (
            json!({"occurrenceDatetime": "2026-12-21T08:12:40+01:00"}),
            "2026-12-21T07:12:40Z",
            true,
        ),
        (
            json!({"occurrenceDatetime": "2026-12-21T08:12:40"}),
            "2026-12-21T08:12:40Z",
            false,
        ),
        (
            json!({"occurrenceDatetime": "2026-12-21T00:00:00", "hasNoTime": true}),
            "2026-12-21T12:00:00Z",
            false,
        ),
        (
            json!({"occurrenceDatetime": "2026-12-21"}),
            "2026-12-21T12:00:00Z",
            false,
        ),
    ] {
        let mut event = fields.clone();
        event["statusMilestone"] = json!("in_transit");
        let event = events(&json!([event])).remove(0);
        assert_eq!(
            (Some(event.occurred_at), event.zone_known),
            (Timestamp::parse_rfc3339(expected), zone_known),
            "{fields}"
        );
    }
}

#[test]
fn an_event_without_milestone_or_time_is_left_out() {
    let told = json!([
        { "statusMilestone": "delivered" },
        { "statusMilestone": "delivered", "occurrenceDatetime": "soon" },
        { "statusMilestone": null, "occurrenceDatetime": "2026-12-21" },
        null,
        7,
    ]);
    assert_eq!(events(&told), []);
}

#[test]
fn of_two_events_at_one_instant_the_newest_counts() {
    let event = |milestone: &str, code: Value, day: u32| {
        json!({
            "statusMilestone": milestone,
            "statusCode": code,
            "occurrenceDatetime": format!("2026-12-{day}T08:00:00"),
        })
    };
    let [out, at_point, moved] = [
        event("out_for_delivery", json!("delivery_out_for_delivery"), 21),
        event("available_for_pickup", json!(null), 21),
        event("in_transit", json!(null), 20),
    ];
    for told in [
        json!([at_point, out, moved]),
        json!([at_point, out]),
        json!([moved, out, at_point]),
    ] {
        let state = fold(&events(&told));
        assert_eq!(state.status, Status::AvailableForPickup, "{told}");
    }
}

#[test]
fn a_delivery_has_a_name_for_each_tracking() {
    let mut nameless = tracking(&json!([]));
    nameless["metadata"] = json!({ "messageId": " " });
    let hook = json!({ "trackings": [tracking(&json!([])), nameless, nameless] });
    let names: Vec<_> = read_json(&hook)
        .unwrap()
        .into_iter()
        .map(|update| update.delivery_id)
        .collect();
    assert_eq!(names[0], "msg-1");
    assert!(names[1].ends_with("/1") && names[2].ends_with("/2"));
}

#[test]
fn a_tracking_without_a_number_is_left_out() {
    let bare = json!({ "tracker": {}, "events": [] });
    let both = json!({ "trackings": [bare, tracking(&json!([])), null] });
    let numbers: Vec<_> = read_json(&both)
        .unwrap()
        .into_iter()
        .map(|update| update.number)
        .collect();
    assert_eq!(numbers, ["XT48"]);
    let many = vec![tracking(&json!([])); MAX_TRACKINGS + 1];
    for hook in [
        json!({}),
        json!({ "trackings": [] }),
        json!({ "trackings": {} }),
        json!({ "trackings": [bare] }),
        json!({ "trackings": many }),
    ] {
        assert!(read_json(&hook).is_err());
    }
}
