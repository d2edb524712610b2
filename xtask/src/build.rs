//! `cargo xtask build`: the Worker in `edge/build`, and the static site in `target/site`.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, anyhow};

use crate::toolchain::{BROWSER_FOLDER, TARGET, WASM_FOLDER, WasmToolchain};
use crate::{command, node, paths, progress, setup, shrink, site, tools};

/// The two programs of the browser: the crate in `target/site/<name>/<name>.js`.
pub const BROWSER_CRATES: [&str; 2] = ["widget", "desk"];
/// What browsers and workerd understand. `--all-features` would write modules that Chromium refuses.
const WASM_FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// What makes them smaller still, at the price of a longer build: somebody waits for these bytes.
/// The exports are classes for byte streams, of which they have none; what tools say of themselves
/// is stripped.
///
/// What only one place calls stays a function of its own unless it is tiny. Put into its caller it spares a few
/// bytes and costs many more once packed: in a function of a thousand locals nothing looks like anything else,
/// where many small ones are nearly the same. Those stand side by side, in the order of their names.
const BROWSER_PASSES: [&str; 13] = [
    "--one-caller-inline-max-function-size=10",
    "--remove-exports",
    "--pass-arg=remove-exports@*intounderlying*",
    "--strip-producers",
    "--strip-target-features",
    "--low-memory-unused",
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "-Oz",
    "-Oz",
    "--reorder-functions-by-name",
];

/// Options of `cargo xtask build`, and of the commands that build first.
#[derive(Clone, Copy, clap::Args)]
// Clap names a group after the type, and the commands' own types are named so too.
#[group(skip)]
pub struct Args {
    /// Build in a hurry: several times larger and slower, for trying a change
    #[arg(long)]
    quick: bool,
}

impl Args {
    /// What they ask for.
    pub fn finish(self) -> Finish {
        if self.quick {
            Finish::Quick
        } else {
            Finish::Full
        }
    }
}

/// How much a build does for size and speed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Finish {
    /// All that can be done: what is deployed and measured.
    Full,
    /// As little as possible: for trying a change.
    Quick,
}

impl Finish {
    /// Makes a command build with the toolchain.
    fn apply(self, wasm: &WasmToolchain, command: &mut Command) {
        match self {
            Self::Full => wasm.apply_for_shipping(command),
            Self::Quick => wasm.apply(command),
        }
    }

    /// Cargo's profile for the Worker.
    fn of_worker(self) -> &'static str {
        match self {
            Self::Full => "release",
            Self::Quick => "quick",
        }
    }

    /// Cargo's profile for the browser's programs.
    fn of_browser(self) -> &'static str {
        match self {
            Self::Full => "wasm-release",
            Self::Quick => "quick",
        }
    }
}

/// Builds everything that is deployed.
pub fn run(finish: Finish) -> Result<()> {
    let started = Instant::now();
    let wasm = setup::ensure()?;
    // They have a folder of their own in a full build, and optimizing keeps one core busy.
    std::thread::scope(|scope| {
        let programs = scope
            .spawn(|| progress::step(1, 3, "Panel and desk", || browser_programs(&wasm, finish)));
        let worker = progress::step(2, 3, "Worker", || worker(&wasm, finish));
        let programs = programs
            .join()
            .map_err(|_| anyhow!("the build of panel and desk gave up"))?;
        worker.and(programs)
    })?;
    progress::step(3, 3, "Site", site::assemble)?;
    println!("Built in {}", progress::seconds(started.elapsed()));
    Ok(())
}

/// The folder that holds a browser program's `.js` and `.wasm`, ready to serve.
pub fn package(name: &str) -> PathBuf {
    paths::at("target/wasm/packages").join(name)
}

fn worker(wasm: &WasmToolchain, finish: Finish) -> Result<()> {
    let profile = finish.of_worker();
    let mut cargo = cargo_build(wasm, finish, profile);
    // worker-build compiles with this variable as well: with another value here, it would compile a second time.
    cargo
        .args(["--package", "grelot-edge"])
        .env("WASM_BINDGEN_USE_JS_SYS", "1");
    command::run(&mut cargo)?;
    let compiled = compiled(WASM_FOLDER, profile, "edge");
    if_changed(&compiled, &paths::at("edge/build"), "index.js", || {
        let mut pack = command::command(tools::path(&tools::WORKER_BUILD));
        node::offline(&mut pack)?;
        finish.apply(wasm, &mut pack);
        match finish {
            Finish::Full => pack.arg("--release"),
            Finish::Quick => pack.args(["--profile", profile, "--no-opt"]),
        };
        pack.current_dir(paths::at("edge"))
            .env("WASM_BINDGEN_BIN", tools::path(&tools::WASM_BINDGEN))
            .env("WASM_OPT_BIN", node::bin("wasm-opt"))
            .env("ESBUILD_BIN", node::bin("esbuild"));
        command::run_quiet(&mut pack).map(drop)
    })
}

fn browser_programs(wasm: &WasmToolchain, finish: Finish) -> Result<()> {
    BROWSER_CRATES
        .into_iter()
        .try_for_each(|name| browser_program(wasm, finish, name))
}

fn browser_program(wasm: &WasmToolchain, finish: Finish, name: &str) -> Result<()> {
    let profile = finish.of_browser();
    let mut cargo = cargo_build(wasm, finish, profile);
    let mut folder = WASM_FOLDER;
    if finish == Finish::Full {
        wasm.apply_for_browsers(&mut cargo);
        folder = BROWSER_FOLDER;
    }
    cargo.arg("--package").arg(format!("grelot-{name}"));
    command::run(&mut cargo)?;
    let compiled = compiled(folder, profile, name);
    if_changed(&compiled, &package(name), &format!("{name}.js"), || {
        pack(name, &compiled, finish)
    })
}

fn pack(name: &str, compiled: &Path, finish: Finish) -> Result<()> {
    let folder = package(name);
    let mut bindgen = command::command(tools::path(&tools::WASM_BINDGEN));
    bindgen.arg(compiled).args([
        "--target",
        "web",
        "--no-typescript",
        "--out-name",
        name,
        "--out-dir",
    ]);
    command::run_quiet(bindgen.arg(&folder))?;
    if finish == Finish::Quick {
        return Ok(());
    }

    let module = folder.join(format!("{name}_bg.wasm"));
    shrink::snip(&module)?;
    shrink::shrink(
        &module,
        &folder.join(format!("{name}.js")),
        &BROWSER_PASSES,
        &WASM_FEATURES,
    )
}

fn cargo_build(wasm: &WasmToolchain, finish: Finish, profile: &str) -> Command {
    let mut cargo = command::command("cargo");
    finish.apply(wasm, &mut cargo);
    cargo.args(["build", "--lib", "--target", TARGET, "--profile", profile]);
    cargo
}

/// The module as the compiler leaves it in one of the toolchain's folders.
fn compiled(folder: &str, profile: &str, name: &str) -> PathBuf {
    paths::at(folder)
        .join(TARGET)
        .join(profile)
        .join(format!("{name}.wasm"))
}

/// Does the work unless `folder` holds its result for exactly this input, this program and these tools.
fn if_changed(
    input: &Path,
    folder: &Path,
    result: &str,
    work: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let stamp = folder.join(".made-from");
    let wanted = fingerprint(input)?;
    let made = std::fs::read_to_string(&stamp).unwrap_or_default();
    if made == wanted && folder.join(result).exists() {
        return Ok(());
    }
    // A build that breaks off must not be taken for the one before it.
    let _ = std::fs::remove_file(&stamp);
    std::fs::create_dir_all(folder)?;
    work()?;
    std::fs::write(&stamp, wanted).with_context(|| format!("cannot write {}", stamp.display()))
}

/// Changes with the input, with the pinned tools and with this file's own way of calling them.
fn fingerprint(input: &Path) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for path in [
        input,
        &paths::at("package-lock.json"),
        &paths::at("Cargo.lock"),
    ] {
        let bytes =
            std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        bytes.hash(&mut hasher);
    }
    include_str!("build.rs").hash(&mut hasher);
    include_str!("shrink.rs").hash(&mut hasher);
    include_str!("../snip.mjs").hash(&mut hasher);
    Ok(format!("{:016x}\n", hasher.finish()))
}
