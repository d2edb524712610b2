//! A process as the kernel accounts for it, read from `/proc`.

use std::time::Duration;

use anyhow::{Context, Result};

/// The unit of processor time in `/proc`: Linux has shown hundredths of a second to programs since 2.4.
const TICK: Duration = Duration::from_millis(10);

/// How long a look at whether a process rests takes,
const LOOK: Duration = Duration::from_millis(250);
/// what it may use meanwhile,
const REST: Duration = Duration::from_millis(20);
/// and how many times it is looked at.
const LOOKS: usize = 40;

/// A process.
#[derive(Clone, Copy)]
pub struct Process {
    pid: u32,
}

impl Process {
    /// The process with this id.
    pub fn of(pid: u32) -> Self {
        Self { pid }
    }

    /// This process.
    pub fn this() -> Self {
        Self::of(std::process::id())
    }

    /// The processor time that it has used, all threads together.
    pub fn cpu(self) -> Result<Duration> {
        let text = self.read("stat")?;
        parse_cpu(&text).with_context(|| format!("/proc/{}/stat is not understood", self.pid))
    }

    /// The memory that it holds, in bytes.
    pub fn memory(self) -> Result<u64> {
        let text = self.read("status")?;
        parse_memory(&text).with_context(|| format!("/proc/{}/status is not understood", self.pid))
    }

    /// Waits until it has done what a load left to do, so that the next load does not pay for it. Gives up after 10 s:
    /// a process that is still busy then shows in the next figures.
    pub fn rest(self) -> Result<()> {
        for _ in 0..LOOKS {
            let before = self.cpu()?;
            std::thread::sleep(LOOK);
            if self.cpu()?.saturating_sub(before) <= REST {
                break;
            }
        }
        Ok(())
    }

    fn read(self, file: &str) -> Result<String> {
        let path = format!("/proc/{}/{file}", self.pid);
        std::fs::read_to_string(&path).with_context(|| format!("cannot read {path}"))
    }
}

/// Fields 14 and 15 of proc(5)'s `stat`: time in user and in kernel mode.
fn parse_cpu(stat: &str) -> Option<Duration> {
    // The second field is the program's name, which may hold blanks and brackets.
    let (_, rest) = stat.rsplit_once(')')?;
    let mut fields = rest.split_ascii_whitespace().skip(11);
    let user: u32 = fields.next()?.parse().ok()?;
    let kernel: u32 = fields.next()?.parse().ok()?;
    Some(TICK * user.checked_add(kernel)?)
}

fn parse_memory(status: &str) -> Option<u64> {
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1_024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_program_may_hold_anything() {
        let stat = "7 (a ) b) S 1 7 7 0 -1 4194560 10 0 0 0 150 25 0 0 20 0 1 0";
        assert_eq!(parse_cpu(stat), Some(Duration::from_millis(1_750)));
        assert_eq!(parse_cpu("7 (short) S 1"), None);
    }

    #[test]
    fn memory_is_in_kibibytes() {
        assert_eq!(parse_memory("Name:\tx\nVmRSS:\t     12 kB\n"), Some(12_288));
        assert_eq!(parse_memory("Name:\tx\n"), None);
    }

    #[test]
    fn this_process_can_be_read() {
        let process = Process::this();
        assert!(process.memory().unwrap() > 0);
        assert!(process.cpu().is_ok());
    }
}
