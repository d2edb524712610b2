//! Who orders: three customers with a story of their own, and guests.

use sha2::{Digest as _, Sha256};

use super::story::Story;

/// Guests' ids start here, above the customers with an account.
const GUESTS_FROM: u64 = 8_000_000_000;

/// A customer as the shop platform knows them. The phone numbers are in the range that France
/// keeps for fiction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Customer {
    /// The platform's id.
    pub id: u64,
    /// E-mail address.
    pub email: String,
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// Street and number.
    pub address: String,
    /// Postcode.
    pub postcode: String,
    /// Town.
    pub city: String,
    /// Phone, in international form.
    pub phone: Option<String>,
}

impl Customer {
    /// Camille, who has an account: her parcel is late by a day.
    pub fn camille() -> Self {
        Self::known(
            7001,
            ["camille.laurent@example.com", "Camille", "Laurent"],
            ["12 rue des Tables-Claudiennes", "69001", "Lyon"],
            "+33639980142",
        )
    }

    /// Noé, who prefers a pickup point.
    pub fn noe() -> Self {
        Self::known(
            7002,
            ["noe.petit@example.com", "Noé", "Petit"],
            ["8 quai de la Tournette", "74000", "Annecy"],
            "+33639980267",
        )
    }

    /// Inès, who is out when the carrier comes.
    pub fn ines() -> Self {
        Self::known(
            7003,
            ["ines.moreau@example.com", "Inès", "Moreau"],
            ["27 rue Saint-Malo", "35000", "Rennes"],
            "+33639980318",
        )
    }

    /// The customer of a short name, with the story of their orders.
    pub fn by_key(key: &str) -> Option<(Self, Story)> {
        match key {
            "camille" => Some((Self::camille(), Story::Late)),
            "noe" => Some((Self::noe(), Story::Pickup)),
            "ines" => Some((Self::ines(), Story::Missed)),
            _ => None,
        }
    }

    /// The id of a guest: the same for the same address.
    pub fn guest_id(email: &str) -> u64 {
        let digest = Sha256::digest(email.to_lowercase().as_bytes());
        GUESTS_FROM
            + u64::from(u32::from_be_bytes([
                digest[0], digest[1], digest[2], digest[3],
            ]))
    }

    /// First and last name.
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }

    fn known(id: u64, person: [&str; 3], address: [&str; 3], phone: &str) -> Self {
        let [email, first_name, last_name] = person.map(str::to_owned);
        let [address, postcode, city] = address.map(str::to_owned);
        Self {
            id,
            email,
            first_name,
            last_name,
            address,
            postcode,
            city,
            phone: Some(phone.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guest_is_known_by_the_address_in_any_case() {
        let id = Customer::guest_id("lea@example.com");
        assert_eq!(id, Customer::guest_id("Lea@Example.com"));
        assert_ne!(id, Customer::guest_id("leo@example.com"));
        assert!(id >= GUESTS_FROM);
    }
}
