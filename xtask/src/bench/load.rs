//! What the edge bears, beside baselines that run in alternation with it on the same machine.

use anyhow::Result;
use serde::{Deserialize, Serialize};

use super::rounds::{Figures, Ratio, Rounds};
use super::servers::{Server, Servers};
use crate::progress;

/// How often everything is measured. Odd, so that there is a middle one.
const ROUNDS: usize = 3;

/// Where figures are read from.
const ACCOUNTS: &str = "/proc/self/stat";

/// How many sockets of each of a thousand objects are left alone.
const IDLE: [&str; 2] = ["1", "5"];

const SOCKETS: [&str; 1] = ["sockets"];
const HELLO: [&str; 7] = hooks("hello");
const INSERT: [&str; 7] = hooks("insert");
const INSERT_EACH: [&str; 7] = hooks("insert-each");
const SHOPIFY: [&str; 7] = hooks("shopify");
const EASYPOST: [&str; 7] = hooks("easypost");

/// Everything that was measured under load.
#[derive(Serialize)]
pub struct Load {
    sockets: Vec<Rounds>,
    hooks: Vec<Rounds>,
    ratios: Vec<Ratio>,
    /// From a carrier's webhook to the notice on an open socket.
    notices: Delays,
    idle: Vec<(&'static str, Idle)>,
}

/// How long something takes at rest, as the load client prints it.
#[derive(Serialize, Deserialize)]
pub(super) struct Delays {
    pub(super) count: usize,
    /// Milliseconds within which half of them were done,
    pub(super) p50: f64,
    /// 95 of 100,
    pub(super) p95: f64,
    /// and 99 of 100.
    pub(super) p99: f64,
}

/// What idle sockets cost, as the load client prints it.
#[derive(Serialize, Deserialize)]
struct Idle {
    sockets: usize,
    /// Bytes for each.
    memory: u64,
    /// Milliseconds in a second, all sockets together.
    cpu_a_second: u64,
}

/// Starts the servers and takes every measurement. Processor time and memory are read as Linux tells them.
pub fn measure() -> Result<Load> {
    require_accounts()?;
    let idle = progress::step(1, 1, "Idle sockets", idle)?;
    let Servers {
        echo,
        chat,
        keep,
        insert,
        grelot,
        ..
    } = &Servers::start()?;
    // Before the loads: what they leave behind is not a notice's to pay.
    let notices = progress::step(1, 1, "Notices", || grelot.measure(&["notices"]))?;
    let sockets = alternate(
        "Messages over sockets",
        [
            ("echo", echo, &SOCKETS),
            ("chat", chat, &SOCKETS),
            ("keep", keep, &SOCKETS),
            ("grelot", grelot, &SOCKETS),
        ],
    )?;
    let hooks = alternate(
        "Webhooks",
        [
            ("hello", echo, &HELLO),
            ("insert", insert, &INSERT),
            ("insert-each", insert, &INSERT_EACH),
            ("shopify", grelot, &SHOPIFY),
            ("easypost", grelot, &EASYPOST),
        ],
    )?;
    let [echo, chat, keep, grelot] = &sockets;
    let [hello, insert, insert_each, shopify, easypost] = &hooks;
    let ratios = vec![
        grelot.ratio_to(chat),
        grelot.ratio_to(keep),
        grelot.ratio_to(echo),
        shopify.ratio_to(hello),
        easypost.ratio_to(hello),
        shopify.ratio_to(insert),
        easypost.ratio_to(insert),
        shopify.ratio_to(insert_each),
        easypost.ratio_to(insert_each),
    ];
    Ok(Load {
        sockets: sockets.into(),
        hooks: hooks.into(),
        ratios,
        notices,
        idle,
    })
}

/// Refuses to measure where there is nothing to read processor time and memory from.
pub(super) fn require_accounts() -> Result<()> {
    anyhow::ensure!(
        std::path::Path::new(ACCOUNTS).exists(),
        "this part of the bench reads {ACCOUNTS}, which only Linux has: try --only sizes"
    );
    Ok(())
}

/// Measures on servers of its own: one that was loaded has memory to spare and would show no growth, and one that had a
/// thousand sockets is slower afterwards.
fn idle() -> Result<Vec<(&'static str, Idle)>> {
    let mut idle = Vec::new();
    for each in IDLE {
        let Servers { echo, grelot, .. } = &Servers::start()?;
        for server in [echo, grelot] {
            let measured = server.measure(&["idle", "--each", each])?;
            idle.push((server.name, measured));
        }
    }
    Ok(idle)
}

/// Takes each measurement once a round, so that whatever slows the machine for a while slows all of them.
fn alternate<const N: usize, const W: usize>(
    title: &str,
    measurements: [(&'static str, &Server, &[&str; W]); N],
) -> Result<[Rounds; N]> {
    let mut figures = measurements.map(|(name, ..)| (name, Vec::<Figures>::new()));
    for round in 1..=ROUNDS {
        progress::step(round, ROUNDS, title, || {
            for ((_, server, words), (_, taken)) in measurements.iter().zip(&mut figures) {
                taken.push(server.measure(*words)?);
            }
            Ok(())
        })?;
    }
    Ok(figures.map(|(name, taken)| Rounds::new(name, taken)))
}

const fn hooks(source: &'static str) -> [&'static str; 7] {
    [
        "hooks",
        "--source",
        source,
        "--warm-up",
        "1",
        "--seconds",
        "4",
    ]
}

impl Load {
    /// Prints tables.
    pub fn print(&self) {
        println!(
            "\nMedians of {ROUNDS} rounds in alternation, on loopback. The edge's limit of frames is raised so"
        );
        println!(
            "that it does not bind. 50 rooms of 2 sockets; 16 connections for HTTP; one request each at a time."
        );
        print_rounds("sockets", "messages/s", &self.sockets);
        print_rounds("HTTP", "requests/s", &self.hooks);
        println!(
            "\n{:<20} {:>10} {:>10} {:>10}",
            "ratio of rates", "median", "min", "max"
        );
        for ratio in &self.ratios {
            let Ratio {
                name,
                median,
                min,
                max,
            } = ratio;
            println!("{name:<20} {median:>10.2} {min:>10.2} {max:>10.2}");
        }
        println!(
            "\n{:<20} {:>10} {:>10} {:>10} {:>10}",
            "webhook to notice", "count", "p50 ms", "p95 ms", "p99 ms"
        );
        let Delays {
            count,
            p50,
            p95,
            p99,
        } = &self.notices;
        println!(
            "{:<20} {count:>10} {p50:>10.1} {p95:>10.1} {p99:>10.1}",
            "at rest"
        );
        println!(
            "\n{:<20} {:>10} {:>10} {:>10}",
            "idle", "sockets", "KB each", "ms CPU/s"
        );
        for (name, idle) in &self.idle {
            let kilobytes = idle.memory / 1_000;
            println!(
                "{name:<20} {:>10} {kilobytes:>10} {:>10}",
                idle.sockets, idle.cpu_a_second
            );
        }
    }
}

fn print_rounds(title: &str, unit: &str, rounds: &[Rounds]) {
    println!(
        "\n{title:<20} {unit:>10} {:>10} {:>10} {:>10} {:>10} {:>10}",
        "p50 ms", "p95 ms", "p99 ms", "µs CPU", "client %"
    );
    for Rounds { name, median, .. } in rounds {
        println!(
            "{name:<20} {:>10.0} {:>10.1} {:>10.1} {:>10.1} {:>10.0} {:>10.0}",
            median.rate, median.p50, median.p95, median.p99, median.cpu, median.client_busy
        );
    }
}
