//! The edge, running on workerd under `xtask/workerd.mjs`.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ExitStatus, Stdio};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

use crate::{node, paths};

/// A running edge. It stops when this is dropped, and when this process dies.
pub struct Runner {
    child: Child,
    /// Where it answers, without a trailing slash.
    pub url: String,
    /// The process of workerd itself.
    pub pid: u32,
}

#[derive(Deserialize)]
struct Ready {
    url: String,
    pid: u32,
}

impl Runner {
    /// Starts the edge with the given bindings, and waits until it answers.
    pub fn start(port: u16, state: &Path, vars: &Path) -> Result<Self> {
        Self::spawn(port, state, ["--vars".as_ref(), vars])
    }

    /// Starts a plain JavaScript Worker in the edge's place.
    pub fn start_script(port: u16, state: &Path, script: &Path) -> Result<Self> {
        Self::spawn(port, state, ["--script".as_ref(), script])
    }

    fn spawn(port: u16, state: &Path, what: [&Path; 2]) -> Result<Self> {
        let mut node = node::tool("node")?;
        node.arg(paths::at("xtask/workerd.mjs"))
            .args(["--port", &port.to_string(), "--state"])
            .arg(state)
            .args(what)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        let mut child = node.spawn().context("cannot start Node.js")?;
        let stdout = child.stdout.take().context("the runner has no output")?;
        let mut line = String::new();
        BufReader::new(stdout).read_line(&mut line)?;
        if line.is_empty() {
            let status = child.wait()?;
            bail!("the edge did not start ({status}); see above");
        }
        let ready: Ready =
            serde_json::from_str(&line).context("the runner's ready line is not understood")?;
        Ok(Self {
            child,
            url: ready.url,
            pid: ready.pid,
        })
    }

    /// How it ended, if it has.
    pub fn ended(&mut self) -> Result<Option<ExitStatus>> {
        Ok(self.child.try_wait()?)
    }
}

impl Drop for Runner {
    fn drop(&mut self) {
        // The runner takes the end of its input as the order to stop, and takes workerd with it.
        drop(self.child.stdin.take());
        let _ = self.child.wait();
    }
}
