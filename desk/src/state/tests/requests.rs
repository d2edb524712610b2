//! What shoppers ask to have carried out.

use shared::protocol::request::{Request, RequestKind};
use shared::time::Day;

use super::*;

#[test]
fn a_summary_tells_what_is_asked_in_the_open_case() {
    let mut desk = desk_with_open_case(3);
    for request in [
        Some(Request {
            kind: RequestKind::Refund,
            order: "#1042".into(),
            parcels: vec!["A1".into()],
            promise_by: Day::parse("2026-12-22"),
        }),
        None,
    ] {
        let case = CaseSummary {
            request: request.clone(),
            ..case("a", held_by("me"), 4)
        };
        desk.apply(AgentEvent::CaseChanged { case }, NOW);
        assert_eq!(desk.content().unwrap().present.request, request);
    }
}
