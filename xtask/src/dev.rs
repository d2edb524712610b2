//! `cargo xtask dev`: the edge on workerd and a demo merchant beside it, until Ctrl-C.

use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use serde_json::json;

use crate::demo::Demo;
use crate::runner::Runner;
use crate::secrets::{Secrets, write_private};
use crate::{build, command, paths, progress};

/// How often the children are looked after, in milliseconds.
const LOOK_AFTER: u64 = 200;

/// Options of `cargo xtask dev`.
#[derive(clap::Args)]
pub struct Args {
    /// Port of the edge; the shop takes the next one
    #[arg(long, default_value_t = 8787)]
    port: u16,
    /// Where the edge keeps its data and secrets [default: target/dev/state]
    #[arg(long)]
    state: Option<PathBuf>,
    /// Leave parcels alone: nothing moves by itself
    #[arg(long)]
    no_simulator: bool,
    /// Do not open a browser
    #[arg(long)]
    no_open: bool,
    #[command(flatten)]
    build: build::Args,
}

/// Builds, starts, tells where to look, and waits.
pub fn run(args: &Args) -> Result<()> {
    let started = Instant::now();
    let shop_port = args
        .port
        .checked_add(1)
        .context("--port leaves no port for the shop")?;
    for port in [args.port, shop_port] {
        ensure_free(port)?;
    }
    let interrupted = interruption()?;
    build::run(args.build.finish())?;
    command::run(command::command("cargo").args(["build", "--package", "grelot-demo"]))?;

    let state = args
        .state
        .clone()
        .unwrap_or_else(|| paths::at("target/dev/state"));
    let secrets = Secrets::load_or_create(&state.join("secrets.json"))?;
    let vars = state.join("vars.json");
    write_private(
        &vars,
        &json!({
            "OPERATOR_TOKEN": secrets.operator_token,
            "TICKET_KEY": secrets.ticket_key,
            "SEAL_KEY": secrets.seal_key,
            "ALLOW_LOOPBACK_PEERS": "1",
        }),
    )?;
    let mut edge = Runner::start(args.port, &state, &vars)?;

    let demo = Demo::new(&edge.url, shop_port, &secrets);
    demo.provision()?;
    let file = paths::at("target/dev/demo.json");
    write_private(&file, &demo)?;
    let mut shop = Shop::start(&file, shop_port, args.no_simulator)?;

    print_addresses(
        &demo,
        &format!("ready after {}", progress::seconds(started.elapsed())),
    );
    if !args.no_open {
        open(&demo.shop_url);
    }
    look_after(&mut edge, &mut shop, &interrupted)
}

/// The demo merchant's server. It stops when this is dropped.
struct Shop(Child);

impl Shop {
    fn start(file: &std::path::Path, port: u16, no_simulator: bool) -> Result<Self> {
        let mut shop = command::command(paths::at("target/debug/grelot-demo"));
        shop.arg("--demo-file")
            .arg(file)
            .args(["--port", &port.to_string()])
            .stdin(Stdio::piped());
        if no_simulator {
            shop.arg("--no-simulator");
        }
        Ok(Self(shop.spawn().context("cannot start the demo shop")?))
    }
}

impl Drop for Shop {
    fn drop(&mut self) {
        // It may have ended by itself, at the same Ctrl-C.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn ensure_free(port: u16) -> Result<()> {
    match TcpListener::bind(("127.0.0.1", port)) {
        Ok(_) => Ok(()),
        Err(_) => bail!("port {port} is in use: stop what holds it, or choose others with --port"),
    }
}

/// Receives one message at Ctrl-C, or when the process is asked to end.
fn interruption() -> Result<Receiver<()>> {
    let (sender, receiver) = channel();
    ctrlc::set_handler(move || {
        // Nobody listens any more once the children are being stopped.
        let _ = sender.send(());
    })?;
    Ok(receiver)
}

fn look_after(edge: &mut Runner, shop: &mut Shop, interrupted: &Receiver<()>) -> Result<()> {
    loop {
        let waited = interrupted.recv_timeout(Duration::from_millis(LOOK_AFTER));
        if waited != Err(RecvTimeoutError::Timeout) {
            println!("\nStopping …");
            return Ok(());
        }
        if let Some(status) = edge.ended()? {
            bail!("the edge ended by itself ({status})");
        }
        if let Some(status) = shop.0.try_wait()? {
            bail!("the demo shop ended by itself ({status})");
        }
    }
}

fn print_addresses(demo: &Demo, title: &str) {
    println!("\nGrelot {title}\n");
    println!("  Shop       {}", demo.shop_url);
    println!("  Simulator  {}", demo.simulator_url);
    println!("  Desk       {}", demo.desk_url);
    println!(
        "             {}  /  {}",
        demo.agent.email, demo.agent.password
    );
    println!("\nCtrl-C stops everything.");
}

/// Opens the shop where there is a screen to open it on.
fn open(url: &str) {
    let opener = if cfg!(target_os = "macos") {
        "open"
    } else {
        "xdg-open"
    };
    let screen = cfg!(target_os = "macos")
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some());
    if screen && command::in_path(opener).is_some() {
        command::succeeds(command::command(opener).arg(url));
    }
}
