//! A Chromium of its own for each person in a test.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

use anyhow::{Context, Result};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::cdp::domains::emulation::{MediaFeature, SetEmulatedMedia, SetTimezoneOverride};
use thirtyfour::manager::WebDriverManager;
use thirtyfour::prelude::{ElementQueryable, ElementWaitable};
use thirtyfour::{
    By, ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver, WebElement,
};

use super::until;
use crate::server::root;

/// Keeps Chromium quiet, alone and on the loopback.
const FLAGS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
];

/// A mouse, which a machine without a screen lacks: a fine pointer that can hover.
const MOUSE: &str = "--blink-settings=primaryPointerType=4,availablePointerTypes=4,\
     primaryHoverType=2,availableHoverTypes=2";

/// The size of a screen, and whether it is touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Screen {
    /// CSS pixels.
    pub width: u32,
    /// CSS pixels.
    pub height: u32,
    /// Whether it is a phone, without a mouse.
    pub touch: bool,
}

/// A desktop.
pub const DESKTOP: Screen = Screen {
    width: 1280,
    height: 900,
    touch: false,
};
/// A phone, upright.
pub const PHONE: Screen = Screen {
    width: 390,
    height: 844,
    touch: true,
};
/// A tablet, upright, with a mouse.
pub const TABLET: Screen = Screen {
    width: 820,
    height: 1100,
    touch: false,
};

/// What a person likes.
#[derive(Clone, Copy, Debug)]
pub struct Taste {
    /// The languages, best first, as in `Accept-Language`.
    pub languages: &'static str,
    /// Whether they like a dark screen.
    pub dark: bool,
}

/// French, light.
pub const FRENCH: Taste = Taste {
    languages: "fr-FR,fr",
    dark: false,
};
/// English, light.
pub const ENGLISH: Taste = Taste {
    languages: "en-GB,en",
    dark: false,
};

/// A running Chromium. Cheap to clone, the same session.
#[derive(Clone)]
pub struct Browser {
    /// The session.
    pub driver: WebDriver,
    test: &'static str,
    screen: Screen,
    dark: Arc<AtomicBool>,
    step: Arc<AtomicUsize>,
    traffic: Arc<Mutex<Vec<Value>>>,
}

impl Browser {
    /// Starts one with an empty profile. The browsers of a test count their pictures together.
    pub async fn start(
        manager: &Arc<WebDriverManager>,
        test: &'static str,
        screen: Screen,
        taste: Taste,
        step: Arc<AtomicUsize>,
    ) -> Result<Self> {
        let driver = manager.launch(capabilities(screen, taste)?).await?;
        let browser = Self {
            driver,
            test,
            screen,
            dark: Arc::default(),
            step,
            traffic: Arc::default(),
        };
        if !screen.touch {
            let cdp = browser.driver.cdp();
            cdp.emulation()
                .set_device_metrics_override(screen.width, screen.height, 1.0, false)
                .await?;
        }
        browser.prefer(taste.dark).await?;
        Ok(browser)
    }

    /// Changes to a dark or a light screen. Nothing moves: a picture shows the end of a motion.
    pub async fn prefer(&self, dark: bool) -> Result<()> {
        self.dark.store(dark, Ordering::Relaxed);
        self.emulate(&[]).await
    }

    /// Sits in a time zone, by its IANA name.
    pub async fn sit_in(&self, zone: &str) -> Result<()> {
        let zone = SetTimezoneOverride {
            timezone_id: zone.to_owned(),
        };
        self.driver.cdp().send(zone).await?;
        Ok(())
    }

    /// Asks for something more of every style, beside the scheme: `("forced-colors", "active")`.
    pub async fn emulate(&self, more: &[(&str, &str)]) -> Result<()> {
        let own = [
            ("prefers-color-scheme", self.scheme()),
            ("prefers-reduced-motion", "reduce"),
        ];
        let feature = |&(name, value): &(&str, &str)| MediaFeature {
            name: name.to_owned(),
            value: value.to_owned(),
        };
        let media = SetEmulatedMedia {
            media: None,
            features: Some(own.iter().chain(more).map(feature).collect()),
        };
        self.driver.cdp().send(media).await?;
        Ok(())
    }

    /// Goes to an address and waits until the page is loaded.
    pub async fn goto(&self, url: &str) -> Result<()> {
        self.driver.goto(url).await.with_context(|| url.to_owned())
    }

    /// Runs a script in the frame that is entered, and reads what it returns.
    pub async fn script<T: DeserializeOwned>(
        &self,
        script: &str,
        arguments: Vec<Value>,
    ) -> Result<T> {
        let returned = self.driver.execute(script, arguments).await?;
        Ok(serde_json::from_value(returned.json().clone())?)
    }

    /// All that can be read in the frame that is entered.
    pub async fn words(&self) -> Result<String> {
        self.script("return document.body.innerText", Vec::new())
            .await
    }

    /// Waits until something can be read.
    pub async fn sees(&self, words: &str) -> Result<()> {
        until(&format!("“{words}”"), async || {
            Ok(self.words().await?.contains(words).then_some(()))
        })
        .await
    }

    /// Waits for an element that is shown.
    pub async fn find(&self, by: By) -> Result<WebElement> {
        Ok(self.driver.query(by).and_displayed().first().await?)
    }

    /// Waits for an element that can be pressed, and presses it.
    pub async fn press(&self, by: By) -> Result<()> {
        let element = self.find(by.clone()).await?;
        element.wait_until().enabled().await?;
        until(&format!("a press on {by:?}"), async || {
            self.driver.find(by.clone()).await?.click().await?;
            Ok(Some(()))
        })
        .await
    }

    /// Fills a field by its label.
    pub async fn fill(&self, label: &str, text: &str) -> Result<()> {
        let field = self.find(super::field(label)).await?;
        field.clear().await?;
        Ok(field.send_keys(text).await?)
    }

    /// Presses keys in whatever has the focus.
    pub async fn keys(&self, keys: impl Into<thirtyfour::TypingData>) -> Result<()> {
        let chain = self.driver.action_chain().send_keys(keys.into());
        Ok(chain.perform().await?)
    }

    /// Keeps a picture of the screen as `target/screenshots/<test>-<width>-<scheme>-<nn>-<step>.png`.
    pub async fn picture(&self, step: &str) -> Result<()> {
        let folder = gallery();
        let number = self.step.fetch_add(1, Ordering::Relaxed) + 1;
        let (test, width, scheme) = (self.test, self.screen.width, self.scheme());
        let name = format!("{test}-{width}-{scheme}-{number:02}-{step}.png");
        Ok(self.driver.screenshot(&folder.join(name)).await?)
    }

    /// The addresses of all requests and sockets so far, as the browser logged them.
    pub async fn requests(&self) -> Result<Vec<String>> {
        let address = |event: &Value| {
            let url = match event["method"].as_str()? {
                "Network.requestWillBeSent" => &event["params"]["request"]["url"],
                "Network.webSocketCreated" => &event["params"]["url"],
                _ => return None,
            };
            Some(url.as_str()?.to_owned())
        };
        Ok(self.traffic().await?.iter().filter_map(address).collect())
    }

    /// Waits until a socket has brought something.
    pub async fn is_connected(&self) -> Result<()> {
        let is_frame = |event: &Value| event["method"] == "Network.webSocketFrameReceived";
        until("a frame from a socket", async || {
            Ok(self.traffic().await?.iter().any(is_frame).then_some(()))
        })
        .await
    }

    /// What the browser logged of the network so far; it gives each entry only once.
    async fn traffic(&self) -> Result<Vec<Value>> {
        let entries = self.driver.get_log("performance").await?;
        let logged = entries
            .iter()
            .filter_map(|entry| serde_json::from_str::<Value>(&entry.message).ok())
            .map(|mut entry| entry["message"].take());
        let mut traffic = self.traffic.lock().expect("no holder panics");
        traffic.extend(logged);
        Ok(traffic.clone())
    }

    fn scheme(&self) -> &'static str {
        if self.dark.load(Ordering::Relaxed) {
            "dark"
        } else {
            "light"
        }
    }
}

/// The folder of the pictures, emptied once a run: what lies there is of one run.
fn gallery() -> &'static Path {
    static GALLERY: OnceLock<PathBuf> = OnceLock::new();
    GALLERY.get_or_init(|| {
        let folder = root().join("target/screenshots");
        // Absent before the first run.
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).expect("the target folder can be written to");
        folder
    })
}

fn capabilities(screen: Screen, taste: Taste) -> Result<thirtyfour::ChromeCapabilities> {
    let mut capabilities = DesiredCapabilities::chrome();
    capabilities.set_binary(&program("CHROMIUM", "chromium")?)?;
    for flag in FLAGS {
        capabilities.add_arg(flag)?;
    }
    let first = taste.languages.split(',').next().unwrap_or_default();
    capabilities.add_arg(&format!("--lang={first}"))?;
    capabilities.add_arg(&format!("--window-size={},{}", screen.width, screen.height))?;
    let languages = json!({ "intl.accept_languages": taste.languages });
    capabilities.add_experimental_option("prefs", languages)?;
    if screen.touch {
        let (width, height) = (screen.width, screen.height);
        let metrics = json!({ "width": width, "height": height, "pixelRatio": 2.0, "touch": true });
        capabilities
            .add_experimental_option("mobileEmulation", json!({ "deviceMetrics": metrics }))?;
    } else {
        capabilities.add_arg(MOUSE)?;
    }
    capabilities.set_logging_prefs("performance", LoggingPrefsLogLevel::All)?;
    Ok(capabilities)
}

/// The path of a program, named by a variable or found in the path.
pub fn program(variable: &str, name: &str) -> Result<String> {
    if let Ok(named) = std::env::var(variable) {
        return Ok(named);
    }
    let folders = std::env::var_os("PATH").unwrap_or_default();
    let found: Option<PathBuf> = std::env::split_paths(&folders)
        .map(|folder| folder.join(name))
        .find(|path| path.is_file());
    let path = found.with_context(|| format!("no {name} in the path: name it in {variable}"))?;
    Ok(path.to_string_lossy().into_owned())
}
