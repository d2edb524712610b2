//! The demo merchant: the back end of a small toy shop, and a simulator of its orders and parcels.
//!
//! It is a party of its own and speaks to Grelot only as the world does: by signed webhooks, by a
//! signed identity token and by the script tag on its pages.

mod catalog;
mod clock;
mod config;
mod http;
mod identity;
mod pages;
mod routes;
mod sessions;
mod shop;
mod simulator;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Context as _;
use clap::Parser;

use catalog::Catalog;
use config::DemoFile;
use pages::Pages;
use sessions::Sessions;
use simulator::{Numbers, Sender, Simulator, autoplay};

/// The demo merchant of Grelot: a shop and a parcel simulator, on the loopback only.
#[derive(Parser)]
struct Args {
    /// What `cargo xtask dev` wrote about the running edge.
    #[arg(long, default_value = "target/dev/demo.json")]
    demo_file: PathBuf,
    /// Port to listen on.
    #[arg(long, default_value_t = 8788)]
    port: u16,
    /// Send nothing by itself; the buttons of the simulator still work.
    #[arg(long)]
    no_simulator: bool,
    /// Seconds between two steps of a parcel.
    #[arg(long, default_value_t = 7.0, value_parser = parse_pace)]
    pace: f64,
}

/// Everything a request may need.
struct App {
    demo: DemoFile,
    catalog: Catalog,
    pages: Pages,
    sessions: Sessions,
    simulator: Arc<Simulator>,
}

fn main() -> anyhow::Result<()> {
    let args = Args::parse();
    let demo = DemoFile::read(&args.demo_file)?;
    let pages = Pages::in_workspace();
    let catalog = Catalog::read(&pages.asset("catalog.json"))?;
    let numbers = Numbers::beside(&args.demo_file)?;
    let pace = Duration::from_secs_f64(args.pace);

    let sender = Sender::start();
    let simulator = Simulator::new(&demo, numbers, sender, (!args.no_simulator).then_some(pace));
    let simulator = Arc::new(simulator);
    // Bound before the story starts, so that a second merchant on the same port sends nothing.
    let server = http::bind(args.port)?;
    if !args.no_simulator {
        simulator.tell_opening_story(&catalog)?;
        autoplay::start(Arc::clone(&simulator), pace);
    }

    println!("Atelier des Rennes: http://127.0.0.1:{}", args.port);
    let app = App {
        demo,
        catalog,
        pages,
        sessions: Sessions::default(),
        simulator,
    };
    http::serve(server, move |call| routes::answer(&app, call)).context("serving the shop")
}

fn parse_pace(text: &str) -> Result<f64, String> {
    let seconds: f64 = text
        .parse()
        .map_err(|_| "not a number of seconds".to_owned())?;
    if (0.05..=3600.0).contains(&seconds) {
        Ok(seconds)
    } else {
        Err("between 0.05 and 3600".to_owned())
    }
}
