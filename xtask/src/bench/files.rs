//! How many files may be open at once: thousands of sockets with an object each need tens of
//! thousands, and shells allow a few.

use anyhow::Result;

/// A socket, and its object's database with its two side files.
const FOR_A_SOCKET: u64 = 4;

/// What a server has open without any.
const FOR_A_SERVER: u64 = 1_000;

/// Sees to it that the servers that are started from here may have so many sockets.
pub fn allow_sockets(sockets: u64) -> Result<()> {
    allow(FOR_A_SERVER + sockets * FOR_A_SOCKET)
}

#[cfg(unix)]
fn allow(files: u64) -> Result<()> {
    use nix::sys::resource::{Resource, getrlimit, setrlimit};

    let (now, most) = getrlimit(Resource::RLIMIT_NOFILE)?;
    anyhow::ensure!(
        now >= files || setrlimit(Resource::RLIMIT_NOFILE, files, most.max(files)).is_ok(),
        "{files} open files are needed, and {most} are allowed: run `ulimit -n {files}` as root, then this again"
    );
    Ok(())
}

/// Other systems have no such limit.
#[cfg(not(unix))]
fn allow(_: u64) -> Result<()> {
    Ok(())
}
