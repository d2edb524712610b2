//! The load client of `cargo xtask bench`: one process, one measurement, one line of JSON on stdout.

mod demo_file;
mod desk;
mod figures;
mod hooks;
mod idle;
mod notices;
mod payloads;
mod process;
mod sockets;
mod storm;
mod target;
mod webhook;

use std::time::Duration;

use anyhow::Result;
use clap::{Parser, Subcommand};
use serde::Serialize;

use crate::process::Process;
use crate::target::Address;

#[derive(Parser)]
struct Cli {
    #[command(flatten)]
    server: Server,
    #[command(subcommand)]
    measurement: Measurement,
}

/// The server that is measured.
#[derive(clap::Args)]
struct Server {
    /// What answers, and how it is spoken to.
    #[command(flatten)]
    address: Address,
    /// Its process, whose processor time and memory are read
    #[arg(long)]
    pid: u32,
}

#[derive(Subcommand)]
enum Measurement {
    /// Rooms of two sockets; each sends its next message when its own has come back
    Sockets {
        #[arg(long, default_value_t = 50)]
        rooms: usize,
        #[command(flatten)]
        span: Span,
    },
    /// Connections that each post their next webhook when the last one is answered
    Hooks {
        #[arg(long)]
        source: webhook::Source,
        #[arg(long, default_value_t = 16)]
        connections: usize,
        #[command(flatten)]
        span: Span,
    },
    /// From a carrier's webhook to the notice in an open panel, one after the other; Grelot only
    Notices {
        /// How many buyers, each with an order of its own
        #[arg(long, default_value_t = 40)]
        buyers: usize,
    },
    /// From a shopper's word to the agent's socket: the list, and the dossier; Grelot only
    Desk {
        /// How many shoppers, one after the other
        #[arg(long, default_value_t = 40)]
        shoppers: usize,
    },
    /// Sockets that are open and silent, so many in a thousand rooms
    Idle {
        #[arg(long, default_value_t = 1)]
        each: usize,
    },
    /// Sockets that are all cut at once and come back
    Storm {
        #[arg(long, default_value_t = 1_000)]
        sockets: usize,
        /// How many of them are one visitor's
        #[arg(long, default_value_t = 1)]
        each: usize,
    },
}

/// How long a load lasts.
#[derive(Clone, Copy, clap::Args)]
pub struct Span {
    /// Seconds before anything counts
    #[arg(long, default_value_t = 2)]
    warm_up: u64,
    /// Seconds that count
    #[arg(long, default_value_t = 8)]
    seconds: u64,
}

impl Span {
    /// The part before anything counts.
    pub fn warm_up(self) -> Duration {
        Duration::from_secs(self.warm_up)
    }

    /// The part that counts.
    pub fn counted(self) -> Duration {
        Duration::from_secs(self.seconds)
    }
}

// One thread: the server has the other processor to itself.
#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<()> {
    let cli = Cli::parse();
    let address = &cli.server.address;
    let server = Process::of(cli.server.pid);
    match cli.measurement {
        Measurement::Sockets { rooms, span } => {
            print(&sockets::measure(address, rooms, span, server).await?)
        }
        Measurement::Hooks {
            source,
            connections,
            span,
        } => print(&hooks::measure(address, source, connections, span, server)?),
        Measurement::Notices { buyers } => print(&notices::measure(address, buyers, server).await?),
        Measurement::Desk { shoppers } => print(&desk::measure(address, shoppers, server).await?),
        Measurement::Storm { sockets, each } => {
            print(&storm::measure(address, sockets, each, server).await?)
        }
        Measurement::Idle { each } => print(&idle::measure(address, each, server).await?),
    }
}

fn print(figures: &impl Serialize) -> Result<()> {
    println!("{}", serde_json::to_string(figures)?);
    Ok(())
}
