//! Which orders are of one household, as their marks tell.

use serde::Deserialize;
use shared::household::{Mark, Order, Own, Ties};
use shared::ids::{ContactId, OrderKey, SiteKey};
use shared::order::Audience;
use shared::time::Day;
use worker::{D1PreparedStatement, Env};

use super::scope::{Directory, site_sql};
use super::{number, optional, text};
use crate::store::order::Bound;

/// How many orders of a contact, and how many linked ones, are looked at.
const MAX_OWN: i64 = 50;
const MAX_LINKED: i64 = 100;

#[derive(Deserialize)]
struct Row {
    order_key: String,
    address: Option<String>,
    payer: Option<String>,
    gift: f64,
    paid: Option<f64>,
}

#[derive(Deserialize)]
struct Email {
    email: String,
}

/// Puts an order and who knows of it in place of what was noted of it before. One without marks, or
/// without a day, is of no household.
pub async fn note(
    env: &Env,
    site: &SiteKey,
    order: &Order,
    day: Option<&Day>,
    contacts: &[Bound],
) -> worker::Result<()> {
    let directory = Directory::of(env, site)?;
    let key = text(order.key.as_str());
    let mut statements = vec![
        directory.statement(
            site_sql!("DELETE FROM households WHERE site = ?1 AND order_key = ?2"),
            &[key.clone()],
        )?,
        directory.statement(
            site_sql!("DELETE FROM household_contacts WHERE site = ?1 AND order_key = ?2"),
            &[key.clone()],
        )?,
    ];
    let is_marked = order.address.is_some() || order.payer.is_some();
    if let Some(day) = day.filter(|_| is_marked) {
        statements.push(entry(&directory, order, day)?);
        for contact in contacts {
            statements.push(directory.statement(
                site_sql!(
                    "INSERT INTO household_contacts (site, contact, order_key, paid)
                     VALUES (?1, ?2, ?3, ?4)"
                ),
                &[
                    text(contact.contact.as_str()),
                    key.clone(),
                    number(i64::from(contact.audience == Audience::Payer)),
                ],
            )?);
        }
    }
    directory.batch(statements).await?;
    Ok(())
}

fn entry(directory: &Directory, order: &Order, day: &Day) -> worker::Result<D1PreparedStatement> {
    let mark = |mark: &Option<Mark>| optional(mark.as_ref().map(|mark| mark.0.as_str()));
    directory.statement(
        site_sql!(
            "INSERT INTO households (site, order_key, address, payer, gift, day)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
        ),
        &[
            text(order.key.as_str()),
            mark(&order.address),
            mark(&order.payer),
            number(i64::from(order.gift)),
            text(day.as_str()),
        ],
    )
}

/// The latest orders of a contact since a day.
pub async fn of_contact(
    env: &Env,
    site: &SiteKey,
    contact: &ContactId,
    since: &Day,
) -> worker::Result<Vec<Own>> {
    let rows: Vec<Row> = Directory::of(env, site)?
        .all(
            site_sql!(
                "SELECT households.order_key, address, payer, gift, paid
                 FROM household_contacts JOIN households
                   ON households.site = household_contacts.site
                   AND households.order_key = household_contacts.order_key
                 WHERE household_contacts.site = ?1 AND contact = ?2 AND day >= ?3
                 ORDER BY day DESC, households.order_key LIMIT ?4"
            ),
            &[
                text(contact.as_str()),
                text(since.as_str()),
                number(MAX_OWN),
            ],
        )
        .await?;
    let own = rows.into_iter().map(|row| Own {
        paid: row.paid.is_some_and(|paid| paid > 0.0),
        order: row.order(),
    });
    Ok(own.collect())
}

/// The latest orders since a day that have a mark of a contact's ties.
pub async fn with_marks(
    env: &Env,
    site: &SiteKey,
    ties: &Ties,
    since: &Day,
) -> worker::Result<Vec<Order>> {
    let rows: Vec<Row> = Directory::of(env, site)?
        .all(
            site_sql!(
                "SELECT order_key, address, payer, gift, NULL AS paid FROM households
                 WHERE site = ?1 AND day >= ?4
                   AND (address IN (SELECT value FROM json_each(?2))
                     OR payer IN (SELECT value FROM json_each(?3)))
                 ORDER BY day DESC, order_key LIMIT ?5"
            ),
            &[
                text(&serde_json::to_string(&ties.addresses)?),
                text(&serde_json::to_string(&ties.payers)?),
                text(since.as_str()),
                number(MAX_LINKED),
            ],
        )
        .await?;
    Ok(rows.into_iter().map(Row::order).collect())
}

/// The e-mail that the shop has signed for a contact.
pub async fn signed_email(
    env: &Env,
    site: &SiteKey,
    contact: &ContactId,
) -> worker::Result<Option<String>> {
    let row: Option<Email> = Directory::of(env, site)?
        .first(
            site_sql!("SELECT email FROM contacts WHERE site = ?1 AND contact = ?2"),
            &[text(contact.as_str())],
        )
        .await?;
    Ok(row.map(|row| row.email))
}

impl Row {
    fn order(self) -> Order {
        Order {
            key: OrderKey(self.order_key),
            address: self.address.map(Mark),
            payer: self.payer.map(Mark),
            gift: self.gift > 0.0,
        }
    }
}
