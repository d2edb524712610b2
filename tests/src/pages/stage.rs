//! Where a browser test is played.

use std::panic::{AssertUnwindSafe, resume_unwind};
use std::sync::atomic::AtomicUsize;
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use anyhow::Result;
use futures_util::FutureExt as _;
use thirtyfour::extensions::query::ElementPollerWithTimeout;
use thirtyfour::manager::{BrowserKind, WebDriverManager};

use super::PATIENCE;
use super::browser::{Browser, Screen, Taste, program};
use crate::server::{Edge, Server};

/// The browsers of one test.
#[derive(Clone)]
pub struct Stage {
    /// The test's name, with which its pictures begin.
    pub test: &'static str,
    manager: Arc<WebDriverManager>,
    browsers: Arc<Mutex<Vec<Browser>>>,
    pictures: Arc<AtomicUsize>,
}

/// Plays a test to its end: whatever happens, its browsers are closed, and pictured if it failed.
pub async fn play<F>(test: &'static str, act: F)
where
    F: AsyncFnOnce(Stage) -> Result<()>,
{
    let stage = Stage {
        test,
        manager: manager(),
        browsers: Arc::default(),
        pictures: Arc::default(),
    };
    let played = AssertUnwindSafe(act(stage.clone())).catch_unwind().await;
    let failed = !matches!(played, Ok(Ok(())));
    for browser in stage.take_browsers() {
        if failed {
            // The failure itself matters more than a picture that can't be had.
            let _ = browser.picture("failed").await;
        }
        let _ = browser.driver.quit().await;
    }
    match played {
        Ok(Ok(())) => {}
        Ok(Err(error)) => panic!("{test}: {error:#}"),
        Err(panic) => resume_unwind(panic),
    }
}

/// The edge that all browser tests share, but those that stop theirs.
pub fn edge() -> Edge {
    static SERVER: OnceLock<Server> = OnceLock::new();
    let start = || Server::start("browser").expect("the edge starts");
    SERVER.get_or_init(start).edge()
}

impl Stage {
    /// Starts a browser for somebody.
    pub async fn browser(&self, screen: Screen, taste: Taste) -> Result<Browser> {
        let pictures = Arc::clone(&self.pictures);
        let browser = Browser::start(&self.manager, self.test, screen, taste, pictures).await?;
        self.list().push(browser.clone());
        Ok(browser)
    }

    /// Closes a browser before the end.
    pub async fn close(&self, browser: Browser) -> Result<()> {
        let id = browser.driver.session_id();
        self.list().retain(|known| known.driver.session_id() != id);
        Ok(browser.driver.clone().quit().await?)
    }

    fn take_browsers(&self) -> Vec<Browser> {
        std::mem::take(&mut *self.list())
    }

    fn list(&self) -> std::sync::MutexGuard<'_, Vec<Browser>> {
        self.browsers
            .lock()
            .expect("nobody panics while holding the list of browsers")
    }
}

/// Starts a driver on a free port with the first browser, and ends it with the last.
fn manager() -> Arc<WebDriverManager> {
    let driver = program("CHROMEDRIVER", "chromedriver").expect("there is a chromedriver");
    let poller = ElementPollerWithTimeout::new(PATIENCE, Duration::from_millis(100));
    WebDriverManager::builder()
        .offline()
        .driver_binary(BrowserKind::Chrome, driver)
        .poller(Arc::new(poller))
        .build()
}
