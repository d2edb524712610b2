//! What can be wrong with a delivery.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Why a delivery can't be read. It is set aside for the merchant, never shown to a shopper. It
/// travels and is kept by its name; the words for it are the reader's, and hold nothing of the
/// payload.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Malformed {
    /// The body is not a JSON object.
    NotAnObject,
    /// The delivery does not say what it is about.
    NoType,
    /// The delivery has no id.
    NoDeliveryId,
    /// The delivery has no time.
    NoDeliveryTime,
    /// The name of the delivery is too long.
    DeliveryIdTooLong,
    /// A parcel, an event or a shipment is not a JSON object.
    PartNotAnObject,
    /// The answer is not JSON.
    AnswerNotJson,
    /// The answer is not one of those that the service gives.
    UnexpectedAnswer,
    /// The order has no id.
    OrderWithoutId,
    /// The order has no number.
    OrderWithoutNumber,
    /// Neither the id nor the number of the order can name it.
    OrderUnnamed,
    /// The id of the order is too long.
    OrderIdTooLong,
    /// The number of the order is too long.
    OrderNumberTooLong,
    /// The order has no time of creation.
    OrderWithoutTime,
    /// The order has no status.
    OrderWithoutStatus,
    /// The order cannot be kept.
    OrderNotKept,
    /// `placed_at` is not an RFC 3339 time.
    PlacedAtNotATime,
    /// `updated_at` is not an RFC 3339 time.
    UpdatedAtNotATime,
    /// `cancelled_at` is not an RFC 3339 time.
    CancelledAtNotATime,
    /// `deadline` is not a day, `YYYY-MM-DD`.
    DeadlineNotADay,
    /// `gift` is not `{"secret": true}` or `{"secret": false}`.
    GiftNotRead,
    /// `refund` is not `none`, `partial` or `full`.
    RefundNotRead,
    /// `shipments` is not a list.
    ShipmentsNotAList,
    /// `time_zone` is not an IANA name.
    TimeZoneUnknown,
    /// The refund names no order.
    RefundWithoutOrder,
    /// The refund has no time of creation.
    RefundWithoutTime,
    /// The shipment has no id.
    ShipmentWithoutId,
    /// The shipment names no order.
    ShipmentWithoutOrder,
    /// The shipment has no time of creation.
    ShipmentWithoutTime,
    /// The shipment has neither an id nor a parcel.
    ShipmentUnnamed,
    /// The event names no order.
    EventWithoutOrder,
    /// The event names no shipment.
    EventWithoutShipment,
    /// The event has no status.
    EventWithoutStatus,
    /// The event has no time.
    EventWithoutTime,
    /// The parcel has no id.
    ParcelWithoutId,
    /// No parcel has a tracking number.
    NoTrackingNumber,
    /// No tracking number is one that a carrier gives.
    NotATrackingNumber,
    /// The delivery has no parcels, or too many.
    ParcelCount,
    /// No source has the name under which it was set aside.
    SourceUnknown,
    /// Something that this version has no name for.
    #[serde(other)]
    Unknown,
}

impl Malformed {
    /// All of them.
    pub const ALL: [Self; 40] = [
        Self::NotAnObject,
        Self::NoType,
        Self::NoDeliveryId,
        Self::NoDeliveryTime,
        Self::DeliveryIdTooLong,
        Self::PartNotAnObject,
        Self::AnswerNotJson,
        Self::UnexpectedAnswer,
        Self::OrderWithoutId,
        Self::OrderWithoutNumber,
        Self::OrderUnnamed,
        Self::OrderIdTooLong,
        Self::OrderNumberTooLong,
        Self::OrderWithoutTime,
        Self::OrderWithoutStatus,
        Self::OrderNotKept,
        Self::PlacedAtNotATime,
        Self::UpdatedAtNotATime,
        Self::CancelledAtNotATime,
        Self::DeadlineNotADay,
        Self::GiftNotRead,
        Self::RefundNotRead,
        Self::ShipmentsNotAList,
        Self::TimeZoneUnknown,
        Self::RefundWithoutOrder,
        Self::RefundWithoutTime,
        Self::ShipmentWithoutId,
        Self::ShipmentWithoutOrder,
        Self::ShipmentWithoutTime,
        Self::ShipmentUnnamed,
        Self::EventWithoutOrder,
        Self::EventWithoutShipment,
        Self::EventWithoutStatus,
        Self::EventWithoutTime,
        Self::ParcelWithoutId,
        Self::NoTrackingNumber,
        Self::NotATrackingNumber,
        Self::ParcelCount,
        Self::SourceUnknown,
        Self::Unknown,
    ];

    /// What is wrong, as an English sentence.
    pub fn text(self) -> &'static str {
        match self {
            Self::NotAnObject => "The body is not a JSON object.",
            Self::NoType => "The delivery does not say what it is about.",
            Self::NoDeliveryId => "The delivery has no id.",
            Self::NoDeliveryTime => "The delivery has no time.",
            Self::DeliveryIdTooLong => "The name of the delivery is too long.",
            Self::PartNotAnObject => "A parcel, an event or a shipment is not a JSON object.",
            Self::AnswerNotJson => "The answer is not JSON.",
            Self::UnexpectedAnswer => "The answer is not one of those that the service gives.",
            Self::OrderWithoutId => "The order has no id.",
            Self::OrderWithoutNumber => "The order has no number.",
            Self::OrderUnnamed => "Neither the id nor the number of the order can name it.",
            Self::OrderIdTooLong => "The id of the order is too long.",
            Self::OrderNumberTooLong => "The number of the order is too long.",
            Self::OrderWithoutTime => "The order has no time of creation.",
            Self::OrderWithoutStatus => "The order has no status.",
            Self::OrderNotKept => "The order cannot be kept.",
            Self::PlacedAtNotATime => "placed_at is not an RFC 3339 time.",
            Self::UpdatedAtNotATime => "updated_at is not an RFC 3339 time.",
            Self::CancelledAtNotATime => "cancelled_at is not an RFC 3339 time.",
            Self::DeadlineNotADay => "deadline is not a day, YYYY-MM-DD.",
            Self::GiftNotRead => "gift is not {\"secret\": true or false}.",
            Self::RefundNotRead => "refund is not none, partial or full.",
            Self::ShipmentsNotAList => "shipments is not a list.",
            Self::TimeZoneUnknown => "time_zone is not an IANA name.",
            Self::RefundWithoutOrder => "The refund names no order.",
            Self::RefundWithoutTime => "The refund has no time of creation.",
            Self::ShipmentWithoutId => "The shipment has no id.",
            Self::ShipmentWithoutOrder => "The shipment names no order.",
            Self::ShipmentWithoutTime => "The shipment has no time of creation.",
            Self::ShipmentUnnamed => "The shipment has neither an id nor a parcel.",
            Self::EventWithoutOrder => "The event names no order.",
            Self::EventWithoutShipment => "The event names no shipment.",
            Self::EventWithoutStatus => "The event has no status.",
            Self::EventWithoutTime => "The event has no time.",
            Self::ParcelWithoutId => "The parcel has no id.",
            Self::NoTrackingNumber => "No parcel has a tracking number.",
            Self::NotATrackingNumber => "No tracking number is one that a carrier gives.",
            Self::ParcelCount => "The delivery has no parcels, or too many.",
            Self::SourceUnknown => "The source is not known any more.",
            Self::Unknown => "The reason is not known here.",
        }
    }
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

impl std::error::Error for Malformed {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_a_later_version_is_read_as_unknown() {
        let read = |name: &str| serde_json::from_str::<Malformed>(name).unwrap();
        assert_eq!(read("\"order_without_id\""), Malformed::OrderWithoutId);
        assert_eq!(read("\"order_without_wings\""), Malformed::Unknown);
    }

    #[test]
    fn each_has_a_name_and_a_sentence_of_its_own() {
        for (place, one) in Malformed::ALL.into_iter().enumerate() {
            let name = serde_json::to_string(&one).unwrap();
            assert_eq!(serde_json::from_str::<Malformed>(&name).unwrap(), one);
            for other in &Malformed::ALL[..place] {
                assert_ne!(one.text(), other.text());
            }
        }
    }
}
