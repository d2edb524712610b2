//! `cargo xtask fuzz`: feeds every decoder what nobody sends who means well.
//!
//! The targets are the files of `fuzz/fuzz_targets/`. Everything that a run makes lies in
//! `target/fuzz/`: what was found worth keeping of the inputs (`corpus/`), from which the next run
//! goes on, what libFuzzer said (`log/`), and inputs for which something does not hold
//! (`findings/`), which every later run tries first.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

use crate::{command, paths, progress, tools};

/// How long one input may take, in seconds.
const TIMEOUT: u64 = 10;
/// The longest input, in bytes: some times the longest seed.
const MAX_LENGTH: usize = 64 * 1024;

/// Options of `cargo xtask fuzz`.
#[derive(clap::Args)]
pub struct Args {
    /// One target only, by its name
    target: Option<String>,
    /// Seconds for each target
    #[arg(long, default_value_t = 60)]
    seconds: u64,
}

/// What became of a target's run.
struct Outcome {
    target: String,
    executions: u64,
    /// Edges of the program's graph that some input took.
    coverage: u64,
    found: bool,
}

/// Builds the targets and runs each in turn, prints a table, and fails if anything was found.
pub fn run(args: &Args) -> Result<()> {
    let mut targets = targets()?;
    if let Some(wanted) = &args.target {
        targets.retain(|target| target == wanted);
        ensure!(!targets.is_empty(), "there is no target `{wanted}`");
    }
    if !tools::installed(&tools::CARGO_FUZZ) {
        progress::step(1, 1, "cargo-fuzz from source", || {
            tools::install(&tools::CARGO_FUZZ)
        })?;
        tools::remove_leftovers()?;
    }
    build(args.target.as_deref())?;
    let programs = programs()?;
    let mut outcomes = Vec::new();
    for (target, number) in targets.iter().zip(1..) {
        outcomes.push(progress::step(number, targets.len(), target, || {
            let mut program = Command::new(programs.join(target));
            attack(target, &mut program, args.seconds)
        })?);
    }
    print(&outcomes);
    match outcomes.iter().filter(|outcome| outcome.found).count() {
        0 => Ok(()),
        count => bail!("{count} findings; see target/fuzz/log and target/fuzz/findings"),
    }
}

/// The names of all targets.
fn targets() -> Result<Vec<String>> {
    let entries = std::fs::read_dir(paths::at("fuzz/fuzz_targets"))?;
    let mut targets = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default();
        targets.push(name.to_string_lossy().into_owned());
    }
    targets.sort();
    Ok(targets)
}

/// The folders of a target's seeds: payloads of its source, and what was written for it.
fn seeds(target: &str) -> Vec<PathBuf> {
    let source = target.split('_').next().unwrap_or(target);
    let payloads = paths::at("shared/fixtures").join(source);
    let written = paths::at("fuzz/seeds").join(target);
    let mut folders = vec![payloads, written];
    folders.retain(|folder| folder.is_dir());
    folders
}

fn build(target: Option<&str>) -> Result<()> {
    let mut build = command::command(tools::path(&tools::CARGO_FUZZ));
    build
        .arg("build")
        .args(target)
        .arg("--target-dir")
        .arg(folder("build"))
        // Sanitizers are not stable yet: so the one toolchain will do.
        .env("RUSTC_BOOTSTRAP", "1");
    command::run(&mut build)
}

/// Where cargo-fuzz leaves the programs.
fn programs() -> Result<PathBuf> {
    let host = command::run_quiet(command::command("rustc").args(["--print", "host-tuple"]))?;
    Ok(folder("build").join(host).join("release"))
}

fn attack(target: &str, program: &mut Command, seconds: u64) -> Result<Outcome> {
    let corpus = folder("corpus").join(target);
    let findings = folder("findings").join(target);
    let log = folder("log");
    for made in [&corpus, &findings, &log] {
        std::fs::create_dir_all(made)?;
    }
    program
        .args([&corpus, &findings])
        .args(seeds(target))
        .arg(format!("-artifact_prefix={}/", findings.display()))
        .arg(format!("-max_total_time={seconds}"))
        .arg(format!("-timeout={TIMEOUT}"))
        .arg(format!("-max_len={MAX_LENGTH}"))
        .arg("-print_final_stats=1");
    let output = program
        .output()
        .with_context(|| format!("cannot start {target}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    std::fs::write(log.join(format!("{target}.txt")), said.as_bytes())?;
    Ok(Outcome {
        target: target.to_owned(),
        executions: last_number(&said, "stat::number_of_executed_units:"),
        coverage: last_number(&said, " cov: "),
        found: !output.status.success(),
    })
}

/// The number after the last of these words; 0 if they were not said.
fn last_number(said: &str, words: &str) -> u64 {
    let after = said.rsplit_once(words).map_or("", |(_, after)| after);
    let number = after.split_whitespace().next();
    number.and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

fn print(outcomes: &[Outcome]) {
    println!(
        "\n{:<20} {:>12} {:>10} {:>10}",
        "target", "executions", "coverage", "findings"
    );
    for outcome in outcomes {
        println!(
            "{:<20} {:>12} {:>10} {:>10}",
            outcome.target,
            outcome.executions,
            outcome.coverage,
            u8::from(outcome.found)
        );
    }
}

fn folder(name: &str) -> PathBuf {
    paths::at("target/fuzz").join(name)
}

#[cfg(test)]
mod tests {
    use shared::hooks::HookSource;

    use super::*;

    #[test]
    fn every_source_of_webhooks_has_a_target() {
        let targets = targets().unwrap();
        for source in HookSource::ALL {
            assert!(targets.iter().any(|target| target == source.name()));
        }
    }

    #[test]
    fn every_target_has_seeds_and_is_known_to_cargo_fuzz() {
        let manifest = std::fs::read_to_string(paths::at("fuzz/Cargo.toml")).unwrap();
        for target in targets().unwrap() {
            assert!(!seeds(&target).is_empty(), "{target}");
            let named = format!("{{ name = \"{target}\", path = \"fuzz_targets/{target}.rs\" }}");
            assert!(manifest.contains(&named), "{target}");
        }
    }

    #[test]
    fn figures_are_the_last_that_were_said() {
        let said = "#2\tINITED cov: 87 ft: 90 corp: 1/1b exec/s: 0 rss: 41Mb\n\
                    #65536\tpulse  cov: 412 ft: 1204 corp: 210/9Kb\n\
                    Done 70000 runs in 3 second(s)\n\
                    stat::number_of_executed_units: 70000\nstat::average_exec_per_sec: 23333\n";
        assert_eq!(last_number(said, " cov: "), 412);
        assert_eq!(last_number(said, "stat::number_of_executed_units:"), 70_000);
        assert_eq!(last_number("", " cov: "), 0);
    }
}
