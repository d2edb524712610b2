//! Pickup points: invented ones, one pair for each carrier, to be found in every town.

use super::order::Carrier;
use super::people::Customer;

/// A place where parcels wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Point {
    /// The carrier's id of it.
    pub id: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Street and number.
    pub street: &'static str,
    /// When it is open, in OpenStreetMap's syntax.
    pub opening_hours: &'static str,
}

const NEWSAGENT: Point = Point {
    id: "039114",
    name: "Presse du Pont",
    street: "4 rue du Pont",
    opening_hours: "Mo-Fr 07:00-19:00; Sa 08:00-18:00; PH off",
};
const GROCER: Point = Point {
    id: "039207",
    name: "Épicerie des Halles",
    street: "11 place des Halles",
    opening_hours: "Tu-Sa 08:30-12:30,15:00-19:30; Su 09:00-12:00; PH off",
};
const POST_OFFICE: Point = Point {
    id: "390650",
    name: "Bureau de poste Centre",
    street: "2 place de la Poste",
    opening_hours: "Mo-Fr 09:00-12:00,13:30-18:00; Sa 09:00-12:00; PH off",
};
const OTHER_POST_OFFICE: Point = Point {
    id: "390655",
    name: "Bureau de poste Gare",
    street: "1 avenue de la Gare",
    opening_hours: "Mo-Fr 08:30-18:30; Sa 09:00-12:30; PH off",
};

impl Point {
    /// Where a carrier's parcels wait.
    pub fn of(carrier: Carrier) -> Self {
        match carrier {
            Carrier::Colissimo => POST_OFFICE,
            Carrier::MondialRelay => NEWSAGENT,
        }
    }

    /// Where they wait when the first has no room or is closed.
    pub fn instead(carrier: Carrier) -> Self {
        match carrier {
            Carrier::Colissimo => OTHER_POST_OFFICE,
            Carrier::MondialRelay => GROCER,
        }
    }

    /// Its address in a customer's town, in one line.
    pub fn address(self, customer: &Customer) -> String {
        format!("{}, {} {}", self.street, customer.postcode, customer.city)
    }
}
