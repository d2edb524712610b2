//! Sends webhooks one after the other, tries again when the other side is down, and keeps a log.

use std::collections::VecDeque;
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

use serde::Serialize;
use ureq::Agent;

use super::webhook::Webhook;
use crate::clock::{self, Time};

/// How many deliveries the log remembers.
const LOG_LENGTH: usize = 200;
/// How often a delivery is tried before it is given up: about five minutes.
const ATTEMPTS: u32 = 24;
const FIRST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_secs(15);
const TIMEOUT: Duration = Duration::from_secs(10);

/// A delivery in the log.
#[derive(Clone, Serialize)]
pub struct Entry {
    /// Its number in this run.
    pub id: u64,
    /// When it was handed over for sending.
    pub at: Time,
    /// The number of the order that it speaks of.
    pub order: u32,
    /// Who seems to send it.
    pub source: &'static str,
    /// What it is about.
    pub topic: String,
    /// The step that it was sent for.
    pub news: &'static str,
    /// What is odd about it.
    pub oddity: Option<&'static str>,
    /// How often it was tried.
    pub attempts: u32,
    /// What came of it.
    pub outcome: Outcome,
    #[serde(skip)]
    webhook: Arc<Webhook>,
}

/// What came of a delivery.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Outcome {
    /// It waits for its turn or for the next attempt.
    Waiting {
        /// Why the last attempt failed.
        problem: Option<String>,
    },
    /// The other side answered, and it won't be tried again.
    Answered {
        /// The HTTP status.
        status: u16,
    },
    /// It was tried to the end.
    GivenUp {
        /// Why the last attempt failed.
        problem: String,
    },
}

/// The sender. Deliveries leave in the order in which they are handed over.
pub struct Sender {
    queue: mpsc::Sender<(u64, Arc<Webhook>)>,
    log: Arc<Log>,
}

#[derive(Default)]
struct Log {
    entries: Mutex<VecDeque<Entry>>,
    changed: Condvar,
}

impl Sender {
    /// Starts the sending thread.
    pub fn start() -> Self {
        let (queue, jobs) = mpsc::channel();
        let log = Arc::new(Log::default());
        let written = Arc::clone(&log);
        thread::spawn(move || send_all(&jobs, &written));
        Self { queue, log }
    }

    /// Hands a webhook over. It returns at once.
    pub fn send(&self, webhook: Webhook) {
        let webhook = Arc::new(webhook);
        let id = self.log.open(Arc::clone(&webhook));
        self.queue
            .send((id, webhook))
            .expect("the sending thread lives as long as the process");
    }

    /// The log, newest first.
    pub fn log(&self) -> Vec<Entry> {
        self.log.lock().iter().rev().cloned().collect()
    }

    /// What was sent under a number of the log.
    pub fn webhook(&self, id: u64) -> Option<Arc<Webhook>> {
        let entries = self.log.lock();
        entries
            .iter()
            .find(|entry| entry.id == id)
            .map(|entry| Arc::clone(&entry.webhook))
    }

    /// The last webhook of an order that was not odd.
    pub fn last_of(&self, order: u32) -> Option<Webhook> {
        let entries = self.log.lock();
        let mut honest = entries
            .iter()
            .filter(|e| e.order == order && e.oddity.is_none());
        honest.next_back().map(|entry| (*entry.webhook).clone())
    }

    /// Whether nothing of an order waits.
    pub fn is_settled(&self, order: u32) -> bool {
        self.log.is_settled(order)
    }

    /// Waits until nothing of an order waits, or the patience ends.
    pub fn wait_settled(&self, order: u32, patience: Duration) {
        let deadline = Instant::now() + patience;
        let mut entries = self.log.lock();
        while waits(&entries, order) {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return;
            }
            let waited = self.log.changed.wait_timeout(entries, left);
            entries = waited.expect("no thread panics while holding the log").0;
        }
    }
}

impl Log {
    fn lock(&self) -> MutexGuard<'_, VecDeque<Entry>> {
        self.entries
            .lock()
            .expect("no thread panics while holding the log")
    }

    fn is_settled(&self, order: u32) -> bool {
        !waits(&self.lock(), order)
    }

    fn open(&self, webhook: Arc<Webhook>) -> u64 {
        let mut entries = self.lock();
        let id = entries.back().map_or(1, |entry| entry.id + 1);
        entries.push_back(Entry {
            id,
            at: clock::now(),
            order: webhook.order,
            source: webhook.source,
            topic: webhook.topic.clone(),
            news: webhook.news,
            oddity: webhook.oddity,
            attempts: 0,
            outcome: Outcome::Waiting { problem: None },
            webhook,
        });
        if entries.len() > LOG_LENGTH {
            entries.pop_front();
        }
        id
    }

    fn note(&self, id: u64, attempts: u32, outcome: Outcome) {
        if let Some(entry) = self.lock().iter_mut().find(|entry| entry.id == id) {
            (entry.attempts, entry.outcome) = (attempts, outcome);
        }
        self.changed.notify_all();
    }
}

fn waits(entries: &VecDeque<Entry>, order: u32) -> bool {
    entries
        .iter()
        .any(|e| e.order == order && matches!(e.outcome, Outcome::Waiting { .. }))
}

fn send_all(jobs: &Receiver<(u64, Arc<Webhook>)>, log: &Log) {
    let config = Agent::config_builder()
        .http_status_as_error(false)
        .timeout_global(Some(TIMEOUT));
    let agent = config.build().new_agent();
    for (id, webhook) in jobs {
        for attempt in 1..=ATTEMPTS {
            let outcome = judge(try_once(&agent, &webhook), attempt);
            let again = matches!(outcome, Outcome::Waiting { .. });
            log.note(id, attempt, outcome);
            if !again {
                break;
            }
            thread::sleep(pause_after(attempt));
        }
    }
}

fn try_once(agent: &Agent, webhook: &Webhook) -> Result<u16, ureq::Error> {
    let mut request = agent.post(&webhook.hook.url);
    for (name, value) in webhook.signed_headers(clock::now()) {
        request = request.header(name, value);
    }
    Ok(request.send(webhook.body.as_str())?.status().as_u16())
}

/// A server in trouble is tried again, and so is one that can't be reached or asks for patience.
fn judge(answer: Result<u16, ureq::Error>, attempt: u32) -> Outcome {
    let problem = match answer {
        Ok(status) if status < 500 && status != 429 => return Outcome::Answered { status },
        Ok(status) => format!("HTTP {status}"),
        Err(error) => error.to_string(),
    };
    if attempt < ATTEMPTS {
        Outcome::Waiting {
            problem: Some(problem),
        }
    } else {
        Outcome::GivenUp { problem }
    }
}

fn pause_after(attempt: u32) -> Duration {
    FIRST_PAUSE
        .saturating_mul(2_u32.saturating_pow(attempt - 1))
        .min(LONGEST_PAUSE)
}

#[cfg(test)]
mod tests {
    use tiny_http::{Response, Server};

    use super::super::fixtures::{hook, noon, order};
    use super::super::platforms::shopify;
    use super::super::seal::Seal;
    use super::super::story::Story;
    use super::*;

    #[test]
    fn only_trouble_of_the_server_is_tried_again() {
        for status in [200, 202, 400, 401, 404, 413] {
            assert_eq!(judge(Ok(status), 1), Outcome::Answered { status });
        }
        for status in [429, 500, 503] {
            assert!(
                matches!(judge(Ok(status), 1), Outcome::Waiting { .. }),
                "{status}"
            );
            assert!(
                matches!(judge(Ok(status), ATTEMPTS), Outcome::GivenUp { .. }),
                "{status}"
            );
        }
    }

    #[test]
    fn pauses_double_up_to_a_quarter_of_a_minute() {
        let pauses = [1, 2, 3, 6, ATTEMPTS].map(|attempt| pause_after(attempt).as_millis());
        assert_eq!(pauses, [500, 1_000, 2_000, 15_000, 15_000]);
    }

    #[test]
    fn a_delivery_outlives_an_outage_and_arrives_in_order() {
        let server = Server::http("127.0.0.1:0").unwrap();
        let mut hook = hook();
        hook.url = format!("http://{}/hooks/shopify", server.server_addr());
        let order = order(Story::Plain, noon());
        let sender = Sender::start();
        for topic in ["orders/create", "orders/updated"] {
            sender.send(shopify::order_webhook(&hook, topic, &order));
        }

        let mut topics = Vec::new();
        for status in [503, 200, 401] {
            let mut request = server.recv().unwrap();
            let mut body = String::new();
            request.as_reader().read_to_string(&mut body).unwrap();
            let value = |name: &'static str| {
                let header = request
                    .headers()
                    .iter()
                    .find(|header| header.field.equiv(name));
                header.unwrap().value.to_string()
            };
            let header = "X-Shopify-Hmac-Sha256";
            let expected = Seal::Base64(header).headers(&hook.secret, "", &body, noon());
            assert_eq!(value(header), expected[0].1);
            topics.push(value("X-Shopify-Topic"));
            request.respond(Response::empty(status)).unwrap();
        }
        sender.wait_settled(order.number, Duration::from_secs(5));

        assert_eq!(topics, ["orders/create", "orders/create", "orders/updated"]);
        let outcomes: Vec<_> = sender
            .log()
            .into_iter()
            .map(|e| (e.attempts, e.outcome))
            .collect();
        let expected = [
            (1, Outcome::Answered { status: 401 }),
            (2, Outcome::Answered { status: 200 }),
        ];
        assert_eq!(outcomes, expected);
    }
}
