//! Published payloads and signature vectors, where they lie beside the repository.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tests::http::Request;
use tests::server::root;
use tests::site::Site;
use tests::{hooks, random_hex};

use crate::{server, shop_with_agent};

/// The topics under which a sample is sent: as what it is, and as what it is not.
const SHOPIFY_TOPICS: [&str; 2] = ["orders/updated", "fulfillments/update"];

#[tokio::test]
async fn wh8_published_samples_are_understood_or_set_aside() {
    let Some(folder) = folder() else { return };
    let (site, mut agent) = shop_with_agent().await;
    let mut sent = 0;
    for (name, body) in samples(&folder.join("shopify")) {
        for topic in SHOPIFY_TOPICS {
            let answer = hooks::shopify(&site, topic, &body).send().await;
            assert_eq!(answer.status, 200, "{name} as {topic}: {}", answer.body);
            sent += 1;
        }
    }
    for (name, body) in samples(&folder.join("easypost")) {
        let answer = hooks::easypost(&site, &body).send().await;
        assert_eq!(answer.status, 200, "{name}: {}", answer.body);
        sent += 1;
    }
    assert!(sent > 20, "only {sent} samples were found");
    agent.resume().await.expect("the desk is there");
    let aside = agent.quarantine.len();
    assert!(
        aside > 0 && aside < sent,
        "{aside} of {sent} were set aside"
    );
}

#[tokio::test]
async fn wh8_published_signature_vectors_hold() {
    let Some(folder) = folder() else { return };
    let mut cases = 0;
    for (source, file) in [
        ("shopify", "webhook_vectors.json"),
        ("shopify", "derived_vectors.json"),
        ("easypost", "webhook_vectors.json"),
    ] {
        let folder = folder.join(source);
        let vectors: Value = serde_json::from_slice(&read(&folder.join(file))).expect("vectors");
        for case in vectors["cases"].as_array().expect("a list of cases") {
            let secret = case["secret"].as_str().or(vectors["secret"].as_str());
            let secret = secret.expect("a case or its file names the secret");
            check(source, secret, &folder, case).await;
            cases += 1;
        }
    }
    assert!(cases > 10, "only {cases} cases were found");
}

/// Posts a case to a site that has its secret.
async fn check(source: &str, secret: &str, folder: &Path, case: &Value) {
    let mut plan = Site::new("Vecteurs");
    match source {
        "shopify" => secret.clone_into(&mut plan.shopify_secret),
        _ => secret.clone_into(&mut plan.easypost_secret),
    }
    let site = plan.provision(&server().edge()).await;
    let mut request: Request = hooks::hook(&site, source, &body(folder, case))
        .header("x-shopify-topic", "app/uninstalled")
        .header("x-shopify-event-id", random_hex());
    for (name, value) in case["headers"].as_object().expect("headers") {
        request = request.header(name, value.as_str().unwrap_or_default());
    }
    let expected = if case["valid"] == true { 200 } else { 401 };
    assert_eq!(request.send().await.status, expected, "{case}");
}

fn body(folder: &Path, case: &Value) -> Vec<u8> {
    if let Some(body) = case["body"].as_str() {
        return body.as_bytes().to_vec();
    }
    let file = case["body_file"].as_str().expect("a body or its file");
    let mut body = read(&folder.join(file));
    if case["body_trim_final_newline"] == true && body.last() == Some(&b'\n') {
        body.pop();
    }
    if let Some(hex) = case["body_hex"].as_str() {
        body = hex::decode(hex).expect("hexadecimal");
    }
    body
}

/// The files of a folder that are payloads.
fn samples(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(folder).expect("the folder of samples");
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths
        .iter()
        .filter_map(|path| path.file_name()?.to_str().map(|name| (name, path)))
        .filter(|(name, _)| !name.contains("vectors"))
        .map(|(name, path)| (name.to_owned(), read(path)))
        .collect()
}

fn folder() -> Option<PathBuf> {
    let folder = root().join("../shared/fixtures");
    if folder.join("shopify").is_dir() {
        return Some(folder);
    }
    println!("no published samples beside the repository: nothing to post");
    None
}

fn read(path: &Path) -> Vec<u8> {
    fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
