//! What sockets cost that are open and silent.

use std::time::Duration;

use anyhow::Result;
use serde::Serialize;
use tokio::time::sleep;

use crate::process::Process;
use crate::target::Address;

/// workerd lets an object sleep that was left alone for 10 s.
pub const ASLEEP: Duration = Duration::from_secs(12);

/// How many rooms there are. With five thousand, the baseline's workerd runs out of files or falls.
const ROOMS: usize = 1_000;

/// What idle sockets cost.
#[derive(Serialize)]
pub struct Idle {
    /// How many there were.
    sockets: usize,
    /// The growth of the server's memory, in bytes for each.
    memory: u64,
    /// The server's processor time in the second after, in milliseconds, all sockets together.
    cpu_a_second: u128,
}

/// Opens so many sockets in each room, and waits until their objects sleep.
pub async fn measure(address: &Address, each: usize, server: Process) -> Result<Idle> {
    // What the first room needs is there already when the others are measured.
    let mut open = address.open_room(each).await?;
    let before = server.memory()?;
    for _ in 0..ROOMS {
        open.append(&mut address.open_room(each).await?);
    }
    sleep(ASLEEP).await;
    let after = server.memory()?;
    let used = server.cpu()?;
    sleep(Duration::from_secs(1)).await;
    let sockets = ROOMS * each;
    let idle = Idle {
        sockets,
        memory: after.saturating_sub(before) / sockets.max(1) as u64,
        cpu_a_second: server.cpu()?.saturating_sub(used).as_millis(),
    };
    drop(open);
    server.rest()?;
    Ok(idle)
}
