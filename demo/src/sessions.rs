//! The shop's own sessions: a random cookie that stands for Camille until she signs out.

use std::collections::HashSet;
use std::sync::Mutex;

use uuid::Uuid;

const COOKIE: &str = "atelier_session";

/// The sessions that are signed in. They live as long as the process.
#[derive(Default)]
pub struct Sessions(Mutex<HashSet<Uuid>>);

impl Sessions {
    /// Opens a session and answers the `Set-Cookie` value that names it.
    pub fn open(&self) -> String {
        let id = Uuid::new_v4();
        self.lock().insert(id);
        format!("{COOKIE}={id}; Path=/; HttpOnly; SameSite=Lax")
    }

    /// Closes the session of a `Cookie` header and answers the `Set-Cookie` value that drops it.
    pub fn close(&self, cookies: Option<&str>) -> String {
        if let Some(id) = session_id(cookies) {
            self.lock().remove(&id);
        }
        format!("{COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0")
    }

    /// Whether a `Cookie` header names an open session.
    pub fn is_open(&self, cookies: Option<&str>) -> bool {
        session_id(cookies).is_some_and(|id| self.lock().contains(&id))
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashSet<Uuid>> {
        self.0
            .lock()
            .expect("no thread panics while holding the sessions")
    }
}

fn session_id(cookies: Option<&str>) -> Option<Uuid> {
    let pairs = cookies?
        .split(';')
        .filter_map(|pair| pair.trim().split_once('='));
    let (_, value) = pairs.into_iter().find(|(name, _)| *name == COOKIE)?;
    value.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_session_lasts_from_sign_in_to_sign_out() {
        let sessions = Sessions::default();
        let set = sessions.open();
        let pair = set.split(';').next().unwrap();
        let header = format!("theme=dark; {pair}");
        assert!(sessions.is_open(Some(&header)));
        assert!(sessions.close(Some(&header)).contains("Max-Age=0"));
        assert!(!sessions.is_open(Some(&header)));
    }

    #[test]
    fn only_a_session_that_was_opened_counts() {
        let sessions = Sessions::default();
        sessions.open();
        let stranger = format!("{COOKIE}={}", Uuid::new_v4());
        for cookies in [
            None,
            Some(""),
            Some("atelier_session=camille"),
            Some(stranger.as_str()),
        ] {
            assert!(!sessions.is_open(cookies), "{cookies:?}");
        }
    }
}
