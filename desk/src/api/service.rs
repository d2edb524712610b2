//! When somebody answers, within which time, and who helps in the season. For leads.

use shared::settings::{ServiceChange, ServicePage};

use super::{Problem, read, send};

const SERVICE: &str = "/desk/api/service";

/// What is set.
pub async fn service() -> Result<ServicePage, Problem> {
    read(send("GET", SERVICE, None).await?).await
}

/// Sets it, and answers what is set then.
pub async fn set(change: &ServiceChange) -> Result<ServicePage, Problem> {
    let body = serde_json::to_string(change).map_err(|_| Problem::Malformed)?;
    read(send("PUT", SERVICE, Some(&body)).await?).await
}
