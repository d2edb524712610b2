//! Nobody sees another site: every route and every frame, asked with credentials that are
//! missing, wrong, of another site and over. The rows come from the table of routes that the edge
//! answers by, and from the protocol's own enums: a new one without a row fails or doesn't build.

mod frames;
mod outcome;
mod routes;

use std::time::Duration;

use shared::hooks::HookSource;
use shared::ids::ContactId;
use shared::protocol::staff::Role;
use tests::agent::{Agent, ask_sign_in, cookie_of};
use tests::hooks::TestOrder;
use tests::http::Request;
use tests::random_hex;
use tests::shopper::{Credentials, Shopper};
use tests::site::{Account, Site};
use tests::sources::new_secret;

use crate::{place, server};

/// How long nothing has come when nothing more is to come.
const A_MOMENT: Duration = Duration::from_millis(250);

/// A site with something to lose, and another one that wants it.
struct Scene {
    site: Site,
    /// The site's owner.
    agent: Agent,
    owner_id: String,
    /// A visitor of the site, with a case at its desk.
    visitor: Shopper,
    contact: ContactId,
    order: TestOrder,
    other: Site,
    /// The other site's owner.
    outsider: Account,
    /// A session of the site's own agent that was ended.
    ended: String,
    /// What nobody else may ever read.
    secrets: Vec<String>,
}

impl Scene {
    async fn new() -> Self {
        let (site, other) = (signing_shop().await, signing_shop().await);
        let owner = site.hire_as("Camille Roux", Role::Owner).await;
        let mut agent = Agent::sign_in(&site, &owner).await;
        let ended = Agent::sign_in(&site, &owner).await;
        assert_eq!(ended.sign_out().await.status, 204);
        let order = TestOrder::new();
        place(&site, &order).await;
        let mut visitor = Shopper::new(&site).await;
        let said = random_hex();
        visitor.say(&said).await;
        visitor.verify(&order.number, &order.postcode).await;
        visitor.ask_for_human().await;
        let contact = visitor.contact.clone();
        agent.case(|case| case.contact == contact).await;
        let token = visitor.visitor_token().expect("a visitor has a token");
        let secrets = vec![
            said,
            token.to_owned(),
            secret_of(token).to_owned(),
            contact.to_string(),
            order.email.clone(),
            order.number.trim_start_matches('#').to_owned(),
            order.tracking[0].clone(),
            site.shopify_secret.clone(),
            site.easypost_secret.clone(),
            site.identity_secret.clone(),
            owner.email.clone(),
            agent.cookie.clone(),
        ];
        let owner_id = who(&site, &agent.cookie).await;
        let outsider = other.hire_as("Dominique Noir", Role::Owner).await;
        Self {
            site,
            agent,
            owner_id,
            visitor,
            contact,
            order,
            other,
            outsider,
            ended: ended.cookie,
            secrets,
        }
    }

    /// A good session of the other site's agent.
    async fn outsiders_cookie(&self) -> String {
        let Account {
            email, password, ..
        } = &self.outsider;
        let answer = ask_sign_in(&self.other, email, password).await;
        cookie_of(&answer).expect("a session has a cookie")
    }

    /// Panics if an answer holds what is not its reader's. What the asker said itself is no leak.
    fn holds_nothing(&self, what: &str, answer: &str) {
        for secret in &self.secrets {
            assert!(!answer.contains(secret), "{what} gave {secret}: {answer}");
        }
    }
}

/// A shop whose orders come signed.
async fn signing_shop() -> Site {
    let mut site = Site::new("Atelier des Secrets");
    let orders = HookSource::Orders;
    site.secrets.insert(orders.name(), new_secret(orders));
    site.provision(&server().edge()).await
}

/// The id of a signed-in agent.
async fn who(site: &Site, cookie: &str) -> String {
    let answer = Request::new("GET", format!("{}/desk/api/session", site.edge.url))
        .header("cookie", cookie)
        .send()
        .await;
    let id = answer.json()["agent"]["id"].clone();
    id.as_str().expect("an agent has an id").to_owned()
}

/// The secret half of a visitor's token.
fn secret_of(token: &str) -> &str {
    token.split_once('.').expect("a token has two parts").1
}

/// A shopper of the other site.
async fn stranger(site: &Site) -> Shopper {
    Shopper::with(site, Credentials::default()).await
}
