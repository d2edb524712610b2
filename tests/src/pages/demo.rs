//! The demo shop, as `cargo xtask dev` starts it but with nothing that moves by itself.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;

use anyhow::{Context, Result, ensure};
use serde_json::json;

use crate::server::{free_port, root};
use crate::site::Site;

/// The e-mail of the demo shop's one customer.
pub const CUSTOMER_EMAIL: &str = "camille.laurent@example.com";
/// The name of that customer.
pub const CUSTOMER_NAME: &str = "Camille Laurent";

/// A running demo shop. It stops when it is dropped.
pub struct DemoShop {
    /// Its origin.
    pub url: String,
    folder: PathBuf,
    server: Child,
}

/// Where a shop will be, so that its site can be provisioned before it starts.
pub fn reserve() -> Result<(u16, String)> {
    let port = free_port()?;
    Ok((port, format!("http://127.0.0.1:{port}")))
}

impl DemoShop {
    /// Starts the shop of a site on a port, and waits until it listens.
    pub fn start(site: &Site, port: u16) -> Result<Self> {
        let folder = root().join("target/tests/shops").join(&site.key);
        fs::create_dir_all(&folder)?;
        let file = folder.join("demo.json");
        fs::write(&file, told(site).to_string())?;
        let mut server = Command::new(program()?)
            .arg("--demo-file")
            .arg(&file)
            .args(["--port", &port.to_string(), "--no-simulator"])
            .stdout(Stdio::piped())
            .spawn()
            .context("the demo shop can't be started")?;
        let stdout = server.stdout.take().context("the shop has no output")?;
        let shop = Self {
            url: format!("http://127.0.0.1:{port}"),
            folder,
            server,
        };
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line)?;
        ensure!(!line.is_empty(), "the demo shop ended at once");
        Ok(shop)
    }
}

impl Drop for DemoShop {
    fn drop(&mut self) {
        // It may have ended by itself, and a folder that stays is no harm.
        let _ = self.server.kill();
        let _ = self.server.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The file by which the shop learns of its site. It speaks as the sources that have a secret, and
/// answers as La Poste where the site asks it.
fn told(site: &Site) -> serde_json::Value {
    let mut secrets = site.secrets.clone();
    for (source, secret) in [
        ("shopify", &site.shopify_secret),
        ("easypost", &site.easypost_secret),
    ] {
        secrets.entry(source).or_insert_with(|| secret.clone());
    }
    let hook = |source: &str| format!("{}/hooks/{}/{source}", site.edge.url, site.key);
    let hooks: BTreeMap<_, _> = secrets.keys().map(|name| (*name, hook(name))).collect();
    json!({
        "url": site.edge.url,
        "site": site.key,
        "hooks": hooks,
        "webhook_secrets": secrets,
        "api_keys": { "laposte": site.rules["sources"]["laposte"]["key"] },
        "identity_key": { "kid": site.kid, "secret": site.identity_secret },
    })
}

/// The shop's program, built once a run: Cargo builds a package's programs for its own tests only.
fn program() -> Result<&'static Path> {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    if let Some(built) = PROGRAM.get() {
        return Ok(built);
    }
    let status = Command::new(env!("CARGO"))
        .current_dir(root())
        .args(["build", "--quiet", "--package", "grelot-demo"])
        .status()?;
    ensure!(status.success(), "the demo shop can't be built");
    // It lies in `<target>/<profile>`, as programs do; a test lies in the folder `deps` there.
    let own = std::env::current_exe()?;
    let mut folders = own.ancestors().skip(1);
    let folder = folders.find(|folder| !folder.ends_with("deps"));
    let folder = folder.context("a test lies in a target folder")?;
    Ok(PROGRAM.get_or_init(|| folder.join("grelot-demo")))
}
