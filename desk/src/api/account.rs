//! Where the agent who asks is signed in.

use shared::protocol::staff::OwnSession;

use super::{Problem, done, read, send};

const SESSIONS: &str = "/desk/api/sessions";

/// The sessions, the latest first.
pub async fn sessions() -> Result<Vec<OwnSession>, Problem> {
    read(send("GET", SESSIONS, None).await?).await
}

/// Signs out of another one.
pub async fn end(id: &str) -> Result<(), Problem> {
    done(&send("DELETE", &format!("{SESSIONS}/{id}"), None).await?)
}
