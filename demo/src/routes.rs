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
    if let Some(answer) = simulator::asked::answer(app, call) {
        return answer;
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

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::simulator::fixtures::{app, call, get};

    fn post(app: &App, url: &str, cookies: Option<&str>, body: &str) -> Reply {
        let cookies = cookies.map(str::to_owned);
        let call = call(Method::Post, url);
        answer(
            app,
            &Call {
                same_origin: true,
                cookies,
                body: body.into(),
                ..call
            },
        )
    }

    fn json(reply: &Reply) -> Value {
        serde_json::from_slice(&reply.body).unwrap()
    }

    #[test]
    fn a_post_from_elsewhere_changes_nothing() {
        let app = app();
        for url in [
            "/shop/login",
            "/shop/checkout",
            "/simulator/api/orders",
            "/simulator/api/pause",
        ] {
            assert_eq!(answer(&app, &call(Method::Post, url)).status, 403, "{url}");
        }
        let state = json(&get(&app, "/simulator/api/state"));
        assert_eq!(state["orders"].as_array().unwrap().len(), 3);
        assert_eq!(
            (&state["paused"], &state["automatic"]),
            (&Value::Bool(false), &Value::Bool(false))
        );
    }

    #[test]
    fn camille_signs_in_and_out() {
        let app = app();
        assert_eq!(get(&app, "/shop/token").status, 401);
        let set = post(&app, "/shop/login", None, "").headers.pop().unwrap().1;
        let cookie = set.split(';').next().unwrap();
        let get_signed_in = |url: &str| {
            let cookies = Some(cookie.to_owned());
            answer(
                &app,
                &Call {
                    cookies,
                    ..call(Method::Get, url)
                },
            )
        };
        assert_eq!(get_signed_in("/shop/token").status, 200);
        assert_eq!(json(&get_signed_in("/shop/orders"))[0]["number"], 1042);
        assert_eq!(json(&get_signed_in("/api/demo"))["signed_in"], true);

        post(&app, "/shop/logout", Some(cookie), "");
        assert_eq!(get_signed_in("/shop/orders").status, 401);
    }

    #[test]
    fn the_demo_names_an_order_of_this_run() {
        let demo = json(&get(&app(), "/api/demo"));
        assert_eq!(demo["edge"], "http://127.0.0.1:8787");
        assert_eq!(demo["sample"]["number"], 1042);
        assert_eq!(demo["sample"]["postcode"], "69001");
    }

    #[test]
    fn a_checkout_becomes_the_next_order() {
        let app = app();
        let cart = r#"{"lines":[{"slug":"trio-de-toupies","quantity":1}],"customer":{
            "email":"lea@example.com","first_name":"Léa","last_name":"Roy",
            "address":"1 rue du Four","postcode":"25000","city":"Besançon"}}"#;
        let reply = post(&app, "/shop/checkout", None, cart);
        assert_eq!(
            (reply.status, &json(&reply)["number"]),
            (201, &Value::from(1045))
        );
        assert_eq!(post(&app, "/shop/checkout", None, "{}").status, 400);
    }

    #[test]
    fn unknown_buttons_and_orders_are_refused() {
        let app = app();
        for (url, status) in [
            ("/simulator/api/orders/1042/explode", 404),
            ("/simulator/api/orders/7/next", 404),
            ("/simulator/api/orders/x/next", 404),
            ("/simulator/api/deliveries/1", 404),
        ] {
            assert_eq!(post(&app, url, None, "").status, status, "{url}");
        }
        for order in [
            r#"{"customer":"zoe"}"#,
            r#"{"tracker":"pigeon"}"#,
            r#"{"platform":"prestashop","gift":"secret"}"#,
            r#"{"deadline":"Noël"}"#,
            r#"{"toy":"yacht"}"#,
        ] {
            let reply = post(&app, "/simulator/api/orders", None, order);
            assert_eq!(reply.status, 400, "{order}");
        }
        assert_eq!(get(&app, "/simulator/api/deliveries/1").status, 200);
    }
}
