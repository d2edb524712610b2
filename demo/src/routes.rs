//! Which request gets which answer.

use serde_json::json;
use tiny_http::Method;

use crate::App;
use crate::http::{Call, Reply};
use crate::{pages, shop, simulator};

/// Answers a request.
pub fn answer(app: &App, call: &Call) -> Reply {
    match call.method {
        Method::Get | Method::Head => get(app, call),
        Method::Post if !call.same_origin => {
            Reply::error(403, "L’en-tête X-Requested-With est attendu.")
        }
        Method::Post => post(app, call),
        _ => Reply::error(405, "Méthode inconnue."),
    }
}

fn get(app: &App, call: &Call) -> Reply {
    if let Some(asset) = call.path.strip_prefix("/assets/") {
        return app.pages.serve_asset(asset);
    }
    if let Some(rest) = call.path.strip_prefix("/simulator/api/") {
        return simulator::api::get(&app.simulator, rest);
    }
    match call.path.as_str() {
        "/api/demo" => demo(app, call),
        "/shop/token" => shop::token(app, call),
        "/shop/orders" => shop::orders(app, call),
        _ => pages::page(app, call),
    }
}

fn post(app: &App, call: &Call) -> Reply {
    if let Some(rest) = call.path.strip_prefix("/simulator/api/") {
        return simulator::api::post(app, rest, &call.body);
    }
    match call.path.as_str() {
        "/shop/login" => shop::log_in(app),
        "/shop/logout" => shop::log_out(app, call),
        "/shop/checkout" => shop::check_out(app, call),
        _ => Reply::error(404, "Adresse inconnue."),
    }
}

/// What a visitor, or a test, needs to try the demo.
fn demo(app: &App, call: &Call) -> Reply {
    let sample = app.simulator.sample().map(|order| {
        json!({
            "number": order.number,
            "email": order.customer.email,
            "postcode": order.customer.postcode,
        })
    });
    Reply::json(
        200,
        &json!({
            "site": app.demo.site,
            "edge": app.demo.url,
            "signed_in": app.sessions.is_open(call.cookies.as_deref()),
            "sample": sample,
        }),
    )
}
