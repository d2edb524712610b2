// Runs the Worker on the real workerd, through Miniflare, without the proxy that `wrangler dev` puts in between.
//
// Usage: node xtask/workerd.mjs --port P --state DIR [--vars FILE.json] [--config wrangler.toml] [--script FILE.mjs]
//
// Bindings, assets and compatibility come from the Wrangler configuration, so what runs here is what is deployed.
// Once requests are answered, one line of JSON goes to stdout: {"url": …, "pid": <of workerd>}. Logs go to stderr.
// It ends when stdin closes or on SIGTERM, and with a failure as soon as workerd dies; workerd never outlives it.
import { subscribe } from "node:diagnostics_channel";
import { mkdir, readFile, readdir } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { parseArgs } from "node:util";
import { Log, LogLevel, Miniflare, convertV4MiniflareOptions } from "miniflare";
import { unstable_getMiniflareWorkerOptions, unstable_readConfig, unstable_splitSqlQuery } from "wrangler";

const { values: args } = parseArgs({
  options: {
    port: { type: "string" },
    state: { type: "string" },
    vars: { type: "string" },
    config: { type: "string", default: "wrangler.toml" },
    script: { type: "string" },
  },
});

// Wrangler talks on stdout, and would warn of secrets that it looks for in the environment while ours are in `--vars`.
process.env.WRANGLER_LOG ??= "error";
console.log = console.info = console.error;

let stopping = false;
let workerd;

// Miniflare would quietly start another workerd in place of one that died, which would hide a crash.
subscribe("child_process", ({ process: child }) => {
  child.once("spawn", () => {
    if (!path.basename(child.spawnfile).startsWith("workerd")) return;
    workerd = child;
    child.once("exit", (code, signal) => {
      if (!stopping) fail(`workerd ended unexpectedly (${signal ?? `code ${code}`})`);
    });
  });
});

process.on("exit", () => workerd?.kill("SIGKILL"));
process.on("uncaughtException", (error) => fail(error.stack));

function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

/** Everything Miniflare says goes to stderr: stdout carries the ready line only. */
class StderrLog extends Log {
  log(message) {
    process.stderr.write(`${message}\n`);
  }
}

/** A script and the WebAssembly modules beside it, which is the shape in which worker-build leaves the edge. */
async function modulesOf(script) {
  const folder = path.dirname(path.resolve(script));
  const wasm = (await readdir(folder)).filter((name) => name.endsWith(".wasm"));
  const modules = wasm.map((name) => ({ type: "CompiledWasm", path: path.join(folder, name) }));
  return { modules: [{ type: "ESModule", path: path.resolve(script) }, ...modules], modulesRoot: folder };
}

/** The Worker described by the Wrangler configuration, with `vars` on top of its own bindings. */
async function configuredWorkers(vars) {
  const { workerOptions, main, externalWorkers } = unstable_getMiniflareWorkerOptions(args.config);
  const { modulesRules: _, ...options } = workerOptions;
  const bindings = { ...options.bindings, ...vars };
  // Tests and loads come from one address.
  for (const { simple } of Object.values(options.ratelimits ?? {})) simple.limit = Number(vars.SESSIONS ?? simple.limit);
  return [{ name: "grelot", ...options, ...(await modulesOf(main)), bindings }, ...externalWorkers];
}

/** A plain JavaScript Worker with one Durable Object class, the baseline that measurements are held against. */
async function plainWorkers(vars) {
  const { compatibility_date: compatibilityDate } = unstable_readConfig({ config: args.config });
  const durableObjects = { ROOM: { className: "Room", useSQLite: true } };
  const source = await modulesOf(args.script);
  return [{ name: "plain", ...source, compatibilityDate, durableObjects, bindings: vars }];
}

/** Applies the migrations not yet in `d1_migrations`, the table in which Wrangler keeps count as well. */
async function migrate(miniflare) {
  for (const { binding, migrations_dir } of unstable_readConfig({ config: args.config }).d1_databases) {
    const folder = path.resolve(path.dirname(args.config), migrations_dir ?? "migrations");
    const database = await miniflare.getD1Database(binding);
    await database.exec(
      "CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, " +
        "applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)",
    );
    const { results } = await database.prepare("SELECT name FROM d1_migrations").all();
    const applied = new Set(results.map((row) => row.name));
    const files = (await readdir(folder)).filter((name) => name.endsWith(".sql") && !applied.has(name));
    for (const name of files.sort()) {
      const queries = unstable_splitSqlQuery(await readFile(path.join(folder, name), "utf8"));
      const record = database.prepare("INSERT INTO d1_migrations (name) VALUES (?)").bind(name);
      await database.batch([...queries.map((query) => database.prepare(query)), record]);
    }
  }
}

/** Fails early: workerd's own complaint about a taken port is hard to read. */
function ensureFree(port) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => fail(`port ${port} of 127.0.0.1 is already in use`));
    probe.listen(port, "127.0.0.1", () => probe.close(resolve));
  });
}

async function stop(miniflare) {
  if (stopping) return;
  stopping = true;
  await miniflare.dispose();
  process.exit(0);
}

async function main() {
  if (!args.port || !args.state) fail("--port and --state are required");
  const vars = args.vars ? JSON.parse(await readFile(args.vars, "utf8")) : {};
  const state = path.resolve(args.state);
  await mkdir(state, { recursive: true });
  await ensureFree(Number(args.port));

  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: "127.0.0.1",
      port: Number(args.port),
      cf: false,
      telemetry: { enabled: false },
      log: new StderrLog(LogLevel.WARN),
      logRequests: false,
      handleStructuredLogs: ({ level, message }) => process.stderr.write(`[${level}] ${message}\n`),
      // Lets a test or a person fire the cron by its URL, as it never fires by itself here.
      unsafeTriggerHandlers: true,
      // The folder that `wrangler --persist-to` uses, so that its commands see the same data.
      resourcePersistencePath: path.join(state, "v3"),
      workers: await (args.script ? plainWorkers(vars) : configuredWorkers(vars)),
    }),
  );
  for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => stop(miniflare));
  process.stdin.on("end", () => stop(miniflare)).on("error", () => stop(miniflare)).resume();

  const url = await miniflare.ready;
  if (!args.script) await migrate(miniflare);
  process.stdout.write(`${JSON.stringify({ url: url.origin, pid: workerd.pid })}\n`);
}

main().catch((error) => fail(error.stack));
