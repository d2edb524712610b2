//! The next order number, kept over runs so that no run says anything new of an old order.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context as _;
use serde::{Deserialize, Serialize};

const FIRST: u32 = 1042;

/// The counter, in a file.
pub struct Numbers {
    path: PathBuf,
    next: u32,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    next_number: u32,
}

impl Numbers {
    /// The counter in `simulator.json` beside another file; a new one starts at 1042.
    pub fn beside(file: &Path) -> anyhow::Result<Self> {
        let path = file.with_file_name("simulator.json");
        let next = match fs::read_to_string(&path) {
            Ok(text) => {
                serde_json::from_str::<Kept>(&text)
                    .with_context(|| format!("reading {}", path.display()))?
                    .next_number
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => FIRST,
            Err(error) => return Err(error).with_context(|| format!("reading {}", path.display())),
        };
        Ok(Self { path, next })
    }

    /// Takes a number. It is given only once the file says so: a crash wastes a number and never
    /// gives it twice.
    pub fn take(&mut self) -> anyhow::Result<u32> {
        let number = self.next;
        let text = serde_json::to_string(&Kept {
            next_number: number + 1,
        })?;
        let draft = self.path.with_extension("json.new");
        fs::write(&draft, text).with_context(|| format!("writing {}", draft.display()))?;
        fs::rename(&draft, &self.path)
            .with_context(|| format!("writing {}", self.path.display()))?;
        self.next = number + 1;
        Ok(number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::simulator::fixtures::scratch;

    #[test]
    fn the_next_run_goes_on_where_the_last_one_stopped() {
        let demo_file = scratch().join("demo.json");
        let mut first_run = Numbers::beside(&demo_file).unwrap();
        assert_eq!(
            (first_run.take().unwrap(), first_run.take().unwrap()),
            (1042, 1043)
        );
        assert_eq!(Numbers::beside(&demo_file).unwrap().take().unwrap(), 1044);
    }

    #[test]
    fn a_damaged_file_is_an_error_and_not_a_fresh_start() {
        let folder = scratch();
        fs::write(folder.join("simulator.json"), "{}").unwrap();
        assert!(Numbers::beside(&folder.join("demo.json")).is_err());
    }
}
