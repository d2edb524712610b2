//! The servers under load: Grelot and four baselines, each on a workerd of its own.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::demo::Demo;
use crate::runner::Runner;
use crate::secrets::{Secrets, write_private};
use crate::{command, paths};

/// A folder in memory, which Linux has. A disk that must confirm each commit would be measured in the edge's place, and
/// where Workers run there is none to wait for.
const MEMORY: &str = "/dev/shm";

/// The load client, built for speed: it must not be what sets the rate.
const CLIENT: &str = "target/release/grelot-load";

/// High enough never to bind: a shopper's limit is ten frames a second.
const FRAMES_PER_SECOND: &str = "1000000";

/// A server and how the load client is to address it.
pub struct Server {
    /// Its name, the load client's word for it.
    pub name: &'static str,
    runner: Runner,
    demo_file: Option<PathBuf>,
}

/// All of them.
pub struct Servers {
    /// Returns frames and keeps nothing.
    pub echo: Server,
    /// Keeps a row for a message and broadcasts it.
    pub chat: Server,
    /// Keeps a message once, acknowledges it and broadcasts it.
    pub keep: Server,
    /// Checks a shop's signature and keeps a row for a webhook.
    pub insert: Server,
    /// The edge.
    pub grelot: Server,
    _folder: Folder,
}

/// Where the servers keep what they keep. It goes when they do.
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        // What is left behind in memory goes with the next start of the machine.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl Servers {
    /// Builds the load client and starts the servers.
    pub fn start() -> Result<Self> {
        let build = ["build", "--release", "--package", "grelot-load"];
        command::run(command::command("cargo").args(build))?;
        let name = format!("grelot-bench-{}", std::process::id());
        let folder = Folder(Path::new(MEMORY).join(name));
        Ok(Self {
            echo: baseline("echo", &folder.0)?,
            chat: baseline("chat", &folder.0)?,
            keep: baseline("keep", &folder.0)?,
            insert: baseline("insert", &folder.0)?,
            grelot: grelot(&folder.0)?,
            _folder: folder,
        })
    }
}

impl Server {
    /// Has the load client take one measurement.
    pub fn measure<T: DeserializeOwned>(&self, measurement: &[&str]) -> Result<T> {
        let mut client = Command::new(paths::at(CLIENT));
        client
            .args(["--target", self.name, "--url", &self.runner.url])
            .args(["--pid", &self.runner.pid.to_string()]);
        if let Some(file) = &self.demo_file {
            client.arg("--demo-file").arg(file);
        }
        let line = command::run_quiet(client.args(measurement))?;
        serde_json::from_str(&line).context("the load client's figures are not understood")
    }
}

fn baseline(name: &'static str, folder: &Path) -> Result<Server> {
    let script = paths::at("xtask/bench").join(format!("{name}.mjs"));
    Ok(Server {
        name,
        runner: Runner::start_script(free_port()?, &folder.join(name), &script)?,
        demo_file: None,
    })
}

/// The edge, with the demo merchant told to it.
fn grelot(folder: &Path) -> Result<Server> {
    let state = folder.join("grelot");
    let secrets = Secrets::load_or_create(&state.join("secrets.json"))?;
    let vars = state.join("vars.json");
    let bindings = json!({
        "OPERATOR_TOKEN": secrets.operator_token,
        "TICKET_KEY": secrets.ticket_key,
        "SEAL_KEY": secrets.seal_key,
        "FRAMES_PER_SECOND": FRAMES_PER_SECOND,
        "SESSIONS": FRAMES_PER_SECOND,
    });
    write_private(&vars, &bindings)?;
    let runner = Runner::start(free_port()?, &state, &vars)?;
    // Nobody answers beside the edge here, and asking in vain would be measured.
    let demo = Demo::without_services(&runner.url, free_port()?, &secrets);
    demo.provision()?;
    let demo_file = state.join("demo.json");
    write_private(&demo_file, &demo)?;
    Ok(Server {
        name: "grelot",
        runner,
        demo_file: Some(demo_file),
    })
}

/// A port that was free a moment ago.
fn free_port() -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).context("no port is free")?;
    Ok(listener.local_addr()?.port())
}
