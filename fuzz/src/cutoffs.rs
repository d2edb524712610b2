//! The merchant's calendar of cut-offs, and what it answers.

use shared::season::cutoff::{CutoffCalendar, Destination};
use shared::time::Day;

use crate::NOW;

/// Where things are to go.
const DESTINATIONS: [(&str, Option<&str>); 3] =
    [("FR", None), ("FR", Some("97400")), ("BE", Some("1000"))];

/// Reads a calendar, and asks it for each destination.
pub fn check(body: &[u8]) {
    let Ok(calendar) = serde_json::from_slice::<CutoffCalendar>(body) else {
        return;
    };
    let stored = serde_json::to_vec(&calendar).expect("a calendar can be stored");
    let read: CutoffCalendar = serde_json::from_slice(&stored).expect("what was stored is sound");
    assert_eq!(read, calendar, "what was stored is what is read");
    for (country, postcode) in DESTINATIONS {
        let destination = Destination::read(country, postcode).expect("it is one");
        for day in ["2026-12-24", "2026-12-27"] {
            let deadline = Day::parse(day).expect("it is one");
            ask(&calendar, &destination, &deadline);
        }
    }
}

fn ask(calendar: &CutoffCalendar, destination: &Destination, deadline: &Day) {
    let open = calendar.still_possible(NOW, destination, deadline);
    for offer in &open {
        assert!(offer.order_before > NOW, "what has passed is not offered");
        assert!(offer.arrives_by <= *deadline, "what comes late is no offer");
    }
    let until = calendar.until_when(NOW, destination, deadline);
    assert!(
        until.iter().all(|latest| open.contains(latest)),
        "what may be ordered last may be ordered"
    );
    calendar.will_arrive(NOW, destination, deadline, Some("Colissimo"));
}
