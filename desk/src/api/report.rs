//! How the shop's service did between two days.

use shared::language::Language;
use shared::protocol::report::Report;
use shared::time::Day;

use super::{Problem, read, send};

const REPORT: &str = "/desk/api/report";

/// The report of some days, both of them included. For leads.
pub async fn report(from: &Day, to: &Day) -> Result<Report, Problem> {
    read(send("GET", &format!("{REPORT}?{}", query(from, to)), None).await?).await
}

/// Where the same is found for spreadsheets.
pub fn sheet(from: &Day, to: &Day, language: Language) -> String {
    let query = query(from, to);
    format!("{REPORT}.csv?{query}&language={}", language.tag())
}

fn query(from: &Day, to: &Day) -> String {
    format!("from={}&to={}", from.as_str(), to.as_str())
}
