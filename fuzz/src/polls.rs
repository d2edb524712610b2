//! Answers of those who have to be asked.

use shared::order::polling::{Cursor, Page};
use shared::order::prestashop::poll as prestashop;
use shared::order::woocommerce::poll as woocommerce;
use shared::season::Zone;
use shared::tracking::laposte::{self, Outcome};
use shared::tracking::polling::{Polling, next_poll};

use crate::{NOW, followed};

/// The longest address that any server takes, in bytes.
const MAX_PATH_BYTES: usize = 8 * 1024;

/// What La Poste says of up to ten numbers.
pub fn laposte(body: &[u8]) {
    let read = laposte::read(body, NOW);
    assert_eq!(laposte::read(body, NOW), read, "read twice, it is the same");
    let Ok(polled) = read else {
        return;
    };
    assert!(polled.len() <= laposte::MAX_NUMBERS, "it is bounded");
    for each in &polled {
        let polling = Polling::begin(NOW, 7).after(&each.outcome, NOW);
        if let Some(next) = next_poll(&polling) {
            assert!(next > NOW, "who has answered is not asked at once");
        }
        if let Outcome::Update { update, .. } = &each.outcome {
            assert_eq!(update.number, each.number);
            followed::parcel(update);
        }
    }
}

/// A page of `WooCommerce`'s orders.
pub fn woocommerce(body: &[u8]) {
    let answer = woocommerce::read(body);
    assert_eq!(
        woocommerce::read(body),
        answer,
        "read twice, it is the same"
    );
    if let Ok(page) = answer {
        keep(&page);
    }
}

/// A page of `PrestaShop`'s orders, and the answer to every question that follows from it.
pub fn prestashop(body: &[u8]) {
    let Ok(orders) = prestashop::Orders::read(body) else {
        return;
    };
    let questions = orders.related("key");
    let answers: Vec<_> = questions
        .into_iter()
        .map(|(resource, request)| {
            assert!(request.path.len() <= MAX_PATH_BYTES, "it can be asked");
            (resource, body.to_vec())
        })
        .collect();
    let page = orders.page(&answers, Zone::default());
    let again = orders.page(&answers, Zone::default());
    assert_eq!(again, page, "read twice, it is the same");
    keep(&page);
}

fn keep(page: &Page) {
    page.updates.iter().for_each(followed::order);
    let begun = Cursor::begin(NOW);
    let step = begun.after(page, NOW);
    assert!(step.cursor.newest <= NOW, "no clock is ahead of ours");
    assert!(step.cursor.newest >= begun.newest, "nothing is forgotten");
    assert!(
        step.more || step.cursor.changed_after < NOW,
        "the next sweep begins in the past"
    );
}
