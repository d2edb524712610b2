//! The edge on a real workerd, as `cargo xtask build` left it.
//!
//! ```no_run
//! # async fn example() -> anyhow::Result<()> {
//! let server = tests::server::Server::start("my-suite")?;
//! let site = tests::site::Site::new("Atelier").provision(&server.edge()).await;
//! # Ok(())
//! # }
//! ```
//!
//! It stops when it is dropped. A server in a `static` is never dropped: it stops when the test
//! process ends, because its runner ends with its standard input.

use std::fs::{self, File};
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use serde::Deserialize;
use serde_json::json;

use crate::random_hex;

/// Runs a statement in each database of a folder that is named so.
const EDIT: &str = r#"
    const { DatabaseSync } = require("node:sqlite");
    const { readdirSync } = require("node:fs");
    const { join } = require("node:path");
    const [folder, named, statement] = process.argv.slice(1);
    const databases = readdirSync(folder).filter((name) => new RegExp(named).test(name));
    for (const name of databases) new DatabaseSync(join(folder, name)).exec(statement);
"#;

/// How the databases of objects are named.
const OBJECTS: &str = r"^[0-9a-f]+\.sqlite$";

/// Each contact has waited a quarter of an hour longer.
const A_QUARTER_LATER: &str = "
    UPDATE contact SET state = json_set(state, '$.phase.since', json_extract(state, '$.phase.since') - 900000);
    UPDATE alarms SET due = 1 WHERE name = 'wait'";

/// Prints every row of every database below a folder, a line each.
const DUMP: &str = r#"
    const { DatabaseSync } = require("node:sqlite");
    const { readdirSync } = require("node:fs");
    const { join } = require("node:path");
    const folder = process.argv[1];
    const text = (_, value) =>
      typeof value === "bigint" ? Number(value)
      : value instanceof Uint8Array ? Buffer.from(value).toString("latin1")
      : value;
    const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".sqlite"));
    for (const name of files) {
      const database = new DatabaseSync(join(folder, name), { readOnly: true });
      // The edge goes on writing meanwhile.
      database.exec("PRAGMA busy_timeout = 5000");
      const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all();
      for (const { name: table } of tables) {
        const rows = database.prepare(`SELECT * FROM "${table}"`);
        rows.setReadBigInts(true);
        for (const row of rows.all()) console.log(name, table, JSON.stringify(row, text));
      }
    }
"#;

/// A running edge with a state of its own.
pub struct Server {
    port: u16,
    state: PathBuf,
    edge: Edge,
    running: Option<Running>,
}

/// How an edge is reached: cheap to clone, the same after a restart.
#[derive(Clone, Debug)]
pub struct Edge {
    /// Where it answers, without a trailing slash.
    pub url: String,
    /// The bearer token of the operator's API.
    pub operator_token: String,
    /// The key that signs shoppers' tickets.
    pub ticket_key: String,
}

/// The limits of an edge.
#[derive(Clone, Copy, Debug)]
pub struct Plan {
    /// How many frames a second a sender may send.
    pub frames_per_second: u32,
    /// How many sessions may be opened, by an address in a minute and at a site in ten seconds.
    pub sessions: u32,
}

impl Default for Plan {
    /// The frames of everyday, and sessions without end: all tests come from one address.
    fn default() -> Self {
        Self {
            frames_per_second: 10,
            sessions: 1_000_000,
        }
    }
}

struct Running {
    runner: Child,
    workerd: Pid,
}

#[derive(Deserialize)]
struct Ready {
    pid: i32,
}

impl Server {
    /// Starts an edge with an empty state below `target/tests/`, and waits until it answers.
    pub fn start(name: &str) -> Result<Self> {
        Self::start_as(name, &Plan::default())
    }

    /// Starts an edge that takes so many frames a second from a socket.
    pub fn start_with(name: &str, frames_per_second: u32) -> Result<Self> {
        Self::start_as(
            name,
            &Plan {
                frames_per_second,
                ..Plan::default()
            },
        )
    }

    /// Starts an edge with limits of its own.
    pub fn start_as(name: &str, plan: &Plan) -> Result<Self> {
        let state = root().join("target/tests").join(name);
        if state.exists() {
            fs::remove_dir_all(&state).context("the state of an earlier run can't be removed")?;
        }
        fs::create_dir_all(&state)?;
        let port = free_port()?;
        let edge = Edge {
            url: format!("http://127.0.0.1:{port}"),
            operator_token: random_hex(),
            ticket_key: STANDARD.encode([random_hex(), random_hex()].concat().as_bytes()),
        };
        let vars = json!({
            "OPERATOR_TOKEN": edge.operator_token,
            "TICKET_KEY": edge.ticket_key,
            "SEAL_KEY": format!("test:{}", STANDARD.encode(random_hex().as_bytes())),
            "FRAMES_PER_SECOND": plan.frames_per_second.to_string(),
            "ALLOW_LOOPBACK_PEERS": "1",
            "SESSIONS": plan.sessions.to_string(),
        });
        fs::write(state.join("vars.json"), vars.to_string())?;
        let mut server = Self {
            port,
            state,
            edge,
            running: None,
        };
        server.restart()?;
        Ok(server)
    }

    /// How it is reached.
    pub fn edge(&self) -> Edge {
        self.edge.clone()
    }

    /// Kills workerd as a power cut would, and waits until it is gone.
    pub fn kill(&mut self) -> Result<()> {
        let Some(mut running) = self.running.take() else {
            return Ok(());
        };
        kill(running.workerd, Signal::SIGKILL)?;
        // The runner ends by itself when its workerd dies.
        running.runner.wait()?;
        Ok(())
    }

    /// Starts again, on the same port and state, whatever ran before.
    pub fn restart(&mut self) -> Result<()> {
        drop(self.running.take());
        self.running = Some(Running::start(self.port, &self.state)?);
        Ok(())
    }

    /// Runs a statement in the database of every object of a class, while the edge is down.
    pub fn edit_objects(&self, class: &str, statement: &str) -> Result<()> {
        self.edit(&objects_of(class), OBJECTS, statement)
    }

    /// Has time pass for every object of a class, by a statement in its database, and wakes it when its alarm is due
    /// by then.
    pub fn let_time_pass(&mut self, class: &str, statement: &str) -> Result<()> {
        self.kill()?;
        self.edit_objects(class, statement)?;
        self.ring_alarms(class)?;
        self.restart()
    }

    /// Has whoever waits for a human have waited a quarter of an hour longer.
    pub fn let_a_quarter_pass(&mut self) -> Result<()> {
        self.let_time_pass("ContactObject", A_QUARTER_LATER)
    }

    /// Has the platform wake every object of a class that has an alarm, right after the next start.
    pub fn ring_alarms(&self, class: &str) -> Result<()> {
        // An object knows its alarm, and the platform knows whom to wake.
        self.edit_objects(class, "UPDATE _cf_METADATA SET value = 1 WHERE key = 1")?;
        let all = "UPDATE _cf_ALARM SET scheduled_time = 1";
        self.edit(&objects_of(class), "^metadata.sqlite$", all)
    }

    /// Runs a statement in the directory, while the edge is down.
    pub fn edit_directory(&self, statement: &str) -> Result<()> {
        let folder = "data/v3/d1/miniflare-D1DatabaseObject";
        self.edit(folder, OBJECTS, statement)
    }

    fn edit(&self, folder: &str, named: &str, statement: &str) -> Result<()> {
        if self.running.is_some() {
            bail!("the edge has its databases open");
        }
        let edited = Command::new(root().join("node_modules/.bin/node"))
            .args(["--no-warnings", "--eval", EDIT])
            .arg(self.state.join(folder))
            .args([named, statement])
            .status()?;
        if !edited.success() {
            bail!("a database could not be edited ({edited})");
        }
        Ok(())
    }

    /// Every row of every database that the edge keeps, as text: what is stored, whoever asks.
    pub fn stored(&self) -> Result<String> {
        let dumped = Command::new(root().join("node_modules/.bin/node"))
            .args(["--no-warnings", "--eval", DUMP])
            .arg(self.state.join("data"))
            .output()?;
        if !dumped.status.success() {
            let why = String::from_utf8_lossy(&dumped.stderr);
            bail!("the databases could not be read: {why}");
        }
        Ok(String::from_utf8_lossy(&dumped.stdout).into_owned())
    }

    /// Everything that the edge and its runner wrote to their log so far.
    pub fn log(&self) -> Result<String> {
        let log = fs::read(log_path(&self.state))?;
        Ok(String::from_utf8_lossy(&log).into_owned())
    }
}

impl Running {
    fn start(port: u16, state: &Path) -> Result<Self> {
        let log = File::options()
            .create(true)
            .append(true)
            .open(log_path(state))?;
        let bin = root().join("node_modules/.bin");
        let mut runner = Command::new(bin.join("node"))
            .current_dir(root())
            .arg("xtask/workerd.mjs")
            .args(["--port", &port.to_string(), "--state"])
            .arg(state.join("data"))
            .arg("--vars")
            .arg(state.join("vars.json"))
            .env("WRANGLER_SEND_METRICS", "false")
            .env("CLOUDFLARE_CF_FETCH_ENABLED", "false")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(log)
            .spawn()
            .context("the runner can't be started: run `cargo xtask build` first")?;
        let stdout = runner.stdout.take().context("the runner has no output")?;
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line)?;
        let Ok(ready) = serde_json::from_str::<Ready>(&line) else {
            let status = runner.wait()?;
            let log = fs::read_to_string(log_path(state)).unwrap_or_default();
            bail!("the edge did not start ({status}):\n{log}");
        };
        Ok(Self {
            runner,
            workerd: Pid::from_raw(ready.pid),
        })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // The runner takes the end of its input as the order to stop, and takes workerd with it.
        drop(self.runner.stdin.take());
        let _ = self.runner.wait();
    }
}

/// The root of the repository.
pub fn root() -> PathBuf {
    std::env::var_os("GRELOT_ROOT").map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join(".."),
        PathBuf::from,
    )
}

/// Where the objects of a class keep their databases.
fn objects_of(class: &str) -> String {
    format!("data/v3/do/grelot-{class}")
}

/// A port of the loopback interface that nobody holds now.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

fn log_path(state: &Path) -> PathBuf {
    state.join("edge.log")
}
