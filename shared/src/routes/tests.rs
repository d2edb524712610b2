//! Every address finds its own route, and the outside is told of each.

use std::collections::BTreeSet;

use super::*;

/// What the outside is told of the addresses.
const OPENAPI: &str = include_str!("../../../openapi.yaml");

#[test]
fn a_request_finds_its_route_and_parameters() {
    for (method, path, found) in [
        ("GET", "/desk", Ok((Route::Desk, ["", ""]))),
        ("GET", "/desk/", Ok((Route::Desk, ["", ""]))),
        (
            "POST",
            "/hooks/atelier/shopify",
            Ok((Route::TakeDelivery, ["atelier", "shopify"])),
        ),
        (
            "HEAD",
            "/hooks/atelier/ship24",
            Ok((Route::ProbeHook, ["atelier", "ship24"])),
        ),
        ("PUT", "/hooks/atelier/shopify", Err(Missing::Method)),
        ("GET", "/api/v1/orders/1042", Err(Missing::Method)),
        ("GET", "/", Err(Missing::Address)),
        ("GET", "/desk/api", Err(Missing::Address)),
        ("GET", "/desk/api/session/more", Err(Missing::Address)),
        ("GET", "//", Err(Missing::Address)),
    ] {
        let given = find(method, path).map(|found| (found.route, found.parameters));
        assert_eq!(given, found, "{method} {path}");
    }
}

#[test]
fn no_route_hides_another() {
    for route in Route::ALL {
        let found = find(route.method(), route.path()).map(|found| found.route);
        assert_eq!(found, Ok(*route));
    }
}

#[test]
fn the_outside_is_told_of_every_route_and_of_no_other() {
    let known: BTreeSet<String> = Route::ALL
        .iter()
        .map(|route| format!("{} {}", route.method(), route.path()))
        .collect();
    assert_eq!(told(), known);
}

/// Every method and path of openapi.yaml.
fn told() -> BTreeSet<String> {
    let mut path = "";
    let mut told = BTreeSet::new();
    for line in OPENAPI.lines() {
        let name = line.trim_end().strip_suffix(':').unwrap_or_default();
        if let Some(next) = name.strip_prefix("  ").filter(|next| next.starts_with('/')) {
            path = next;
        }
        let method = name.strip_prefix("    ").unwrap_or_default();
        if ["get", "put", "post", "delete", "head", "patch"].contains(&method) {
            told.insert(format!("{} {path}", method.to_uppercase()));
        }
    }
    told
}
