//! Ten thousand cases at a desk.

use anyhow::Result;

use crate::server::Server;

/// Each case five thousand times more, later, and held by somebody else where it is held.
const A_CROWD: &str = "
    WITH RECURSIVE others (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM others WHERE number < 5000)
    INSERT INTO cases (contact, state, updated_at, holder, held_since, waits_since, vip, summary)
    SELECT contact || '-' || number, state, updated_at + number,
      iif(holder IS NULL, NULL, 'somebody'), held_since, waits_since + number, vip,
      json_set(
        json_replace(summary,
          '$.state.assignee.id', 'somebody',
          '$.state.since', waits_since + number),
        '$.contact', contact || '-' || number,
        '$.updated_at', updated_at + number)
    FROM cases, others";

/// Brings them to every desk of a server, from the cases that it has; the server starts anew.
pub fn comes_to(server: &mut Server) -> Result<()> {
    server.kill()?;
    server.edit_objects("DeskObject", A_CROWD)?;
    server.restart()
}
