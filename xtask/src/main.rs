//! `cargo xtask`: builds, runs, tests and measures Grelot. One file a command.

mod bench;
mod browser;
mod build;
mod command;
mod crash;
mod demo;
mod dev;
mod fuzz;
mod node;
mod paths;
mod progress;
mod runner;
mod screenshots;
mod secrets;
mod setup;
mod shrink;
mod simulate;
mod site;
mod test;
mod tidy;
mod toolchain;
mod tools;
mod words;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Grelot's own commands. Each installs by itself what it is missing.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Run the edge and a demo merchant locally, until Ctrl-C
    Dev(dev::Args),
    /// Run every test: native, edge, browser and crash
    Test(test::Args),
    /// Build the Worker and the static site that it serves
    Build(build::Args),
    /// Kill workerd under load, as often as wanted, and compare what was acknowledged
    Crash(crash::Args),
    /// Measure what a shopper downloads, and what the edge bears
    Bench(bench::Args),
    /// Run the delivery watch over a simulated Christmas
    Simulate(simulate::Args),
    /// Take a picture of every screen of the panel
    Screenshots(build::Args),
    /// Feed every decoder what nobody sends who means well
    Fuzz(fuzz::Args),
    /// Check the habits that compilers do not
    Tidy,
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Dev(args) => dev::run(&args),
        Command::Test(args) => test::run(&args),
        Command::Build(args) => build::run(args.finish()),
        Command::Crash(args) => crash::run(&args),
        Command::Bench(args) => bench::run(&args),
        Command::Simulate(args) => simulate::run(&args),
        Command::Screenshots(args) => screenshots::run(args),
        Command::Fuzz(args) => fuzz::run(&args),
        Command::Tidy => tidy::run(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_commands_and_their_options_are_sound() {
        Cli::command().debug_assert();
    }
}
