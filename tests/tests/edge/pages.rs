//! The pages that the Worker itself answers, and their headers.

use serde_json::json;
use tests::http::Request;
use tests::site::Site;

use crate::{server, shop};

#[tokio::test]
async fn tr13_the_frame_opens_on_the_sites_origins_and_nowhere_else() {
    let mut plan = Site::new("Deux origines");
    plan.origins = vec![
        "https://shop.example".into(),
        "http://127.0.0.1:4000".into(),
    ];
    let site = plan.provision(&server().edge()).await;
    let answer = get(&format!("{}/frame/{}", site.edge.url, site.key)).await;
    assert_eq!(answer.status, 200);
    let ancestors = directive(&answer, "frame-ancestors");
    assert_eq!(ancestors, ["https://shop.example", "http://127.0.0.1:4000"]);
    assert_eq!(directive(&answer, "default-src"), ["'none'"]);
    assert_eq!(
        directive(&answer, "require-trusted-types-for"),
        ["'script'"]
    );
    assert_eq!(answer.header("x-content-type-options"), Some("nosniff"));
}

#[tokio::test]
async fn pg24_only_the_frame_of_a_shop_that_wants_it_is_dressed_for_winter() {
    let plain = shop().await;
    let mut site = Site::new("Atelier en hiver");
    site.rules["winter"] = json!(true);
    let dressed = site.provision(&server().edge()).await;
    for (site, is_dressed) in [(&plain, false), (&dressed, true)] {
        let frame = get(&format!("{}/frame/{}", site.edge.url, site.key)).await;
        assert_eq!(frame.body.contains("href=\"/winter.css\""), is_dressed);
    }
    let style = get(&format!("{}/winter.css", plain.edge.url)).await;
    assert_eq!(style.status, 200);
}

#[tokio::test]
async fn tr13_a_frame_of_nobody_is_not_found() {
    let site = shop().await;
    for key in ["nobody-here", "..", "UPPER", "a"] {
        let answer = get(&format!("{}/frame/{key}", site.edge.url)).await;
        assert_eq!(answer.status, 404, "{key}");
        assert_eq!(answer.header("content-security-policy"), None);
    }
}

#[tokio::test]
async fn tr13_the_desk_is_framed_by_nobody() {
    let site = shop().await;
    let answer = get(&format!("{}/desk", site.edge.url)).await;
    assert_eq!(answer.status, 200);
    assert_eq!(directive(&answer, "frame-ancestors"), ["'none'"]);
}

#[tokio::test]
async fn fr3_isolated_shops_may_have_the_loader_and_the_frame() {
    let site = shop().await;
    let loader = get(&format!("{}/grelot.js", site.edge.url)).await;
    assert_eq!(loader.status, 200);
    // Without the first, a page that names the loader's hash does not run it.
    assert_eq!(loader.header("access-control-allow-origin"), Some("*"));
    assert_eq!(
        loader.header("cross-origin-resource-policy"),
        Some("cross-origin")
    );
    let frame = get(&format!("{}/frame/{}", site.edge.url, site.key)).await;
    assert_eq!(
        frame.header("cross-origin-embedder-policy"),
        Some("require-corp")
    );
    assert_eq!(
        frame.header("cross-origin-resource-policy"),
        Some("cross-origin")
    );
}

#[tokio::test]
async fn fr4_the_frame_runs_its_own_scripts_and_asks_for_no_device() {
    let site = shop().await;
    let frame = get(&format!("{}/frame/{}", site.edge.url, site.key)).await;
    assert_eq!(
        directive(&frame, "script-src"),
        ["'self'", "'wasm-unsafe-eval'"]
    );
    assert_eq!(directive(&frame, "style-src"), ["'self'"]);
    assert_eq!(directive(&frame, "connect-src"), ["'self'"]);
    assert_eq!(
        frame.header("permissions-policy"),
        Some("camera=(), microphone=(), geolocation=()")
    );
    for file in ["feed.js", "widget/fr.js", "widget/widget_bg.wasm"] {
        // The module is no text.
        let answer = Request::new("HEAD", format!("{}/{file}", site.edge.url));
        let answer = answer.send().await;
        assert_eq!(answer.status, 200, "{file}");
        assert_eq!(
            answer.header("cross-origin-resource-policy"),
            Some("same-origin"),
            "{file}"
        );
    }
}

async fn get(url: &str) -> tests::http::Answer {
    Request::new("GET", url).send().await
}

/// The sources of a directive of the page's policy.
fn directive<'a>(answer: &'a tests::http::Answer, name: &str) -> Vec<&'a str> {
    let policy = answer.header("content-security-policy").unwrap_or_default();
    policy
        .split(';')
        .map(|directive| directive.split_whitespace().collect::<Vec<_>>())
        .find(|words| words.first() == Some(&name))
        .map(|words| words[1..].to_vec())
        .unwrap_or_default()
}
