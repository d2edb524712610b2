//! Payloads that were signed rightly and could not be understood: kept, shown, read again by
//! today's parser, put away.

use shared::hooks::HookSource;
use shared::protocol::Refusal;
use shared::protocol::desk::{AgentEvent, QuarantineState};
use shared::source::Malformed;
use worker::{Result, WebSocket};

use super::super::socket::send;
use super::Inner;
use super::frames::refuse;
use crate::clock::now;
use crate::intake;
use crate::store::desk::{Quarantine, Quarantined};

impl Inner {
    /// Keeps a payload, and shows it unless it was kept before.
    pub(super) fn quarantine(&self, payload: &Quarantine<'_>) -> Result<()> {
        if let Some(entry) = self.store.quarantine(payload, now().0)? {
            self.to_all(&AgentEvent::QuarantineAdded { entry });
        }
        Ok(())
    }

    /// Shows a payload with its body.
    pub(super) fn show_quarantined(&self, socket: &WebSocket, id: u64) -> Result<()> {
        match self.store.quarantined(id)? {
            Some(Quarantined { entry, body, .. }) => {
                send(socket, &AgentEvent::Quarantined { entry, body });
            }
            None => refuse(socket, None, Refusal::NotFound, None),
        }
        Ok(())
    }

    /// Reads a payload again and, if it is understood now, has it kept as if it had just come.
    pub(super) async fn replay_quarantined(&self, socket: &WebSocket, id: u64) -> Result<()> {
        let Some(kept) = self.store.quarantined(id)? else {
            refuse(socket, None, Refusal::NotFound, None);
            return Ok(());
        };
        if kept.entry.state == QuarantineState::Waiting {
            self.read_again(&kept).await?;
        }
        self.show_changed(id)
    }

    /// Puts a payload away.
    pub(super) fn discard_quarantined(&self, socket: &WebSocket, id: u64) -> Result<()> {
        if self.store.quarantined(id)?.is_none() {
            refuse(socket, None, Refusal::NotFound, None);
            return Ok(());
        }
        self.store.discard(id, now().0)?;
        self.show_changed(id)
    }

    async fn read_again(&self, kept: &Quarantined) -> Result<()> {
        let id = kept.entry.id;
        let Some(source) = HookSource::named(&kept.entry.source) else {
            return self.store.note_try(id, Malformed::SourceUnknown, now().0);
        };
        let read = kept
            .headers
            .envelope(kept.body.as_bytes(), kept.entry.at, |envelope| {
                source.parse(envelope)
            });
        match read {
            Ok(said) => {
                intake::keep(&self.env, &self.site, source, said).await?;
                self.store.note_replayed(id, now().0)
            }
            Err(malformed) => self.store.note_try(id, malformed, now().0),
        }
    }

    fn show_changed(&self, id: u64) -> Result<()> {
        if let Some(Quarantined { entry, .. }) = self.store.quarantined(id)? {
            self.to_all(&AgentEvent::QuarantineChanged { entry });
        }
        Ok(())
    }
}
