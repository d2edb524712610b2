//! What is said in all cases of the shop, and its orders.

use shared::record;
use shared::search::Hit;

use super::{Problem, read, send};

const SEARCH: &str = "/desk/api/search";

struct Found {
    hits: Vec<Hit>,
}

record!(Found { hits });

/// What is found for what is typed.
pub async fn find(typed: &str) -> Result<Vec<Hit>, Problem> {
    let path = format!("{SEARCH}?q={}", js_sys::encode_uri_component(typed));
    let found: Found = read(send("GET", &path, None).await?).await?;
    Ok(found.hits)
}
