//! The shop's own API: signing in, the customer's orders, the checkout.

use serde::Deserialize;

use crate::App;
use crate::catalog::Catalog;
use crate::clock;
use crate::http::{Call, Reply};
use crate::identity;
use crate::simulator::{Customer, Line, NewOrder, OrderView, Story, Voices, Wishes};

/// The most of one toy that an order may hold.
const MOST_OF_ONE: u32 = 9;
/// The longest text accepted in a field of the checkout, in characters.
const FIELD_LIMIT: usize = 200;

/// `POST /shop/login`: the visitor becomes Camille.
pub fn log_in(app: &App) -> Reply {
    if let Err(error) = app
        .simulator
        .keep_moving(&app.catalog, &Customer::camille())
    {
        eprintln!("no new order for Camille: {error:#}");
    }
    Reply::json(200, &serde_json::json!({})).with("Set-Cookie", app.sessions.open())
}

/// `POST /shop/logout`.
pub fn log_out(app: &App, call: &Call) -> Reply {
    let cookie = app.sessions.close(call.cookies.as_deref());
    Reply::json(200, &serde_json::json!({})).with("Set-Cookie", cookie)
}

/// `GET /shop/token`: a fresh identity token for the signed-in customer.
pub fn token(app: &App, call: &Call) -> Reply {
    let Some(customer) = signed_in(app, call) else {
        return not_signed_in();
    };
    match identity::token(&app.demo, &customer, clock::now()) {
        Ok(token) => Reply::json(200, &serde_json::json!({ "token": token })),
        Err(error) => {
            eprintln!("no identity token: {error}");
            Reply::error(500, "Le jeton n’a pas pu être signé.")
        }
    }
}

/// `GET /shop/orders`: the signed-in customer's orders, newest first.
pub fn orders(app: &App, call: &Call) -> Reply {
    let Some(customer) = signed_in(app, call) else {
        return not_signed_in();
    };
    Reply::json(200, &app.simulator.orders_of(customer.id))
}

/// `POST /shop/checkout`: turns a cart into an order. It stands whether or not Grelot can be told
/// at once, as at any shop.
pub fn check_out(app: &App, call: &Call) -> Reply {
    let Ok(form) = serde_json::from_slice::<Checkout>(&call.body) else {
        return Reply::error(400, "La commande est illisible.");
    };
    let order = match form.order(&app.catalog, signed_in(app, call)) {
        Ok(order) => order,
        Err(message) => return Reply::error(400, message),
    };
    match app.simulator.place(order) {
        Ok(order) => Reply::json(201, &OrderView::of(&order)),
        Err(error) => {
            eprintln!("no order: {error:#}");
            Reply::error(500, "La commande n’a pas pu être enregistrée.")
        }
    }
}

fn signed_in(app: &App, call: &Call) -> Option<Customer> {
    app.sessions
        .is_open(call.cookies.as_deref())
        .then(Customer::camille)
}

fn not_signed_in() -> Reply {
    Reply::error(401, "Connectez-vous d’abord.")
}

#[derive(Deserialize)]
struct Checkout {
    lines: Vec<CheckoutLine>,
    #[serde(default)]
    customer: CheckoutCustomer,
    #[serde(default)]
    delivery: CheckoutDelivery,
    #[serde(default)]
    note: String,
}

#[derive(Deserialize)]
struct CheckoutLine {
    slug: String,
    quantity: u32,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct CheckoutCustomer {
    email: String,
    first_name: String,
    last_name: String,
    address: String,
    postcode: String,
    city: String,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "snake_case")]
enum CheckoutDelivery {
    #[default]
    Home,
    Pickup,
}

impl Checkout {
    /// The order, or a sentence for the customer. Prices come from the catalog, never from the
    /// cart; a signed-in customer's name and address come from the account.
    fn order(self, catalog: &Catalog, account: Option<Customer>) -> Result<NewOrder, &'static str> {
        let lines: Option<Vec<Line>> = self.lines.iter().map(|line| line.of(catalog)).collect();
        let lines = lines
            .filter(|lines| !lines.is_empty())
            .ok_or("Le panier est vide ou a changé.")?;
        if self.note.chars().count() > FIELD_LIMIT {
            return Err("Le mot cadeau est trop long.");
        }
        let customer = account.map_or_else(|| self.customer.guest(), Ok)?;
        let story = match self.delivery {
            CheckoutDelivery::Home => Story::Plain,
            CheckoutDelivery::Pickup => Story::Pickup,
        };
        let note = Some(self.note.trim().to_owned()).filter(|note| !note.is_empty());
        Ok(NewOrder {
            customer,
            lines,
            note,
            wishes: Wishes::default(),
            story,
            voices: Voices::default(),
            placed_at: clock::now(),
        })
    }
}

impl CheckoutLine {
    fn of(&self, catalog: &Catalog) -> Option<Line> {
        let toy = catalog.find(&self.slug)?;
        (1..=MOST_OF_ONE)
            .contains(&self.quantity)
            .then(|| Line::of(toy, self.quantity))
    }
}

impl CheckoutCustomer {
    fn guest(self) -> Result<Customer, &'static str> {
        let fields = [
            &self.email,
            &self.first_name,
            &self.last_name,
            &self.address,
            &self.postcode,
            &self.city,
        ];
        if fields
            .iter()
            .any(|text| text.trim().is_empty() || text.chars().count() > FIELD_LIMIT)
        {
            return Err("Remplissez tous les champs de livraison.");
        }
        if !self.email.contains('@') {
            return Err("L’adresse e-mail n’est pas complète.");
        }
        let digits = self.postcode.trim();
        if digits.len() != 5 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err("Le code postal a cinq chiffres.");
        }
        Ok(Customer {
            id: Customer::guest_id(self.email.trim()),
            email: self.email.trim().to_owned(),
            first_name: self.first_name.trim().to_owned(),
            last_name: self.last_name.trim().to_owned(),
            address: self.address.trim().to_owned(),
            postcode: digits.to_owned(),
            city: self.city.trim().to_owned(),
            phone: None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulator::fixtures::catalog;

    const GUEST: &str = r#""customer":{"email":"lea@example.com","first_name":"Léa","last_name":"Roy",
        "address":"1 rue du Four","postcode":"25000","city":"Besançon"}"#;

    fn order(json: &str, account: Option<Customer>) -> Result<NewOrder, &'static str> {
        serde_json::from_str::<Checkout>(json)
            .unwrap()
            .order(&catalog(), account)
    }

    #[test]
    fn the_price_is_the_catalogs() {
        let cart =
            format!(r#"{{"lines":[{{"slug":"petit-train","quantity":2,"price":1}}],{GUEST}}}"#);
        let order = order(&cart, None).unwrap();
        assert_eq!((order.lines[0].price, order.lines[0].quantity), (4_600, 2));
        assert_eq!(order.customer.name(), "Léa Roy");
    }

    #[test]
    fn an_account_needs_no_form() {
        let cart =
            r#"{"lines":[{"slug":"petit-train","quantity":1}],"delivery":"pickup","note":" "}"#;
        let order = order(cart, Some(Customer::camille())).unwrap();
        assert_eq!(
            (order.customer.id, order.story, order.note),
            (7001, Story::Pickup, None)
        );
    }

    #[test]
    fn a_wrong_cart_or_form_is_refused() {
        for json in [
            format!(r#"{{"lines":[],{GUEST}}}"#),
            format!(r#"{{"lines":[{{"slug":"petit-train","quantity":0}}],{GUEST}}}"#),
            format!(r#"{{"lines":[{{"slug":"yacht","quantity":1}}],{GUEST}}}"#),
            r#"{"lines":[{"slug":"petit-train","quantity":1}]}"#.to_owned(),
            format!(
                r#"{{"lines":[{{"slug":"petit-train","quantity":1}}],{}}}"#,
                GUEST.replace("25000", "2500")
            ),
            format!(
                r#"{{"lines":[{{"slug":"petit-train","quantity":1}}],{}}}"#,
                GUEST.replace('@', "")
            ),
        ] {
            assert!(order(&json, None).is_err(), "{json}");
        }
    }
}
