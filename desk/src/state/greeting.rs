//! How a connection begins.

use shared::protocol::desk::AgentCommand;

use super::{DeskState, Effect};

impl DeskState {
    /// Begins a connection.
    pub fn greet(&mut self) -> Vec<Effect> {
        self.greeted = false;
        vec![Effect::Send(AgentCommand::Hello)]
    }

    /// Begins it once more, unless that has been answered.
    pub fn greet_again(&mut self) -> Vec<Effect> {
        if self.greeted {
            return Vec::new();
        }
        self.greet()
    }
}
