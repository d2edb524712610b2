//! The pages that the Worker itself answers, and their headers.

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
