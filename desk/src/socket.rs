//! The desk's socket: does what [`Link`] decides, and passes frames on.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use leptos::prelude::window;
use shared::client::link::{Input, Link, LinkStatus, Output};
use shared::protocol::{GOT_EVERY, PING, PONG, SUBPROTOCOL};
use wasm_bindgen::JsCast;
use web_sys::{MessageEvent, WebSocket};

use crate::browser;

/// Says that everything so far was read, the same to shoppers' and agents' sockets.
const GOT: &str = r#"{"type":"got"}"#;

/// What the socket tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// It is open; nothing was said yet.
    Opened,
    /// A frame came.
    Frame(String),
    /// It could not be opened: the network, the edge, or a session that has ended.
    NotOpened,
    /// The link looks different.
    Status(LinkStatus),
}

/// A socket that opens again by itself. Clones are the same socket.
#[derive(Clone)]
pub struct Socket {
    inner: Rc<RefCell<Inner>>,
    report: Rc<dyn Fn(Report)>,
}

struct Inner {
    path: &'static str,
    link: Link,
    live: Option<Live>,
    timer: Option<Timeout>,
    /// How much was read since the edge was last told so, in UTF-16 units.
    unsaid: usize,
}

/// An open or opening socket; dropping its listeners makes it mute.
struct Live {
    socket: WebSocket,
    _listeners: [EventListener; 3],
}

impl Socket {
    /// Opens a socket to a path of this origin and keeps it open.
    pub fn start(path: &'static str, report: impl Fn(Report) + 'static) -> Self {
        let inner = Inner {
            path,
            link: Link::default(),
            live: None,
            timer: None,
            unsaid: 0,
        };
        let socket = Self {
            inner: Rc::new(RefCell::new(inner)),
            report: Rc::new(report),
        };
        socket.feed(Input::Tick);
        socket
    }

    /// Sends a frame if the link is up; says whether it did.
    pub fn send(&self, frame: &str) -> bool {
        let inner = self.inner.borrow();
        if inner.link.status() != LinkStatus::Up {
            return false;
        }
        inner
            .live
            .as_ref()
            .is_some_and(|live| live.socket.send_with_str(frame).is_ok())
    }

    /// Tells what happened to the link.
    pub fn feed(&self, input: Input) {
        let outputs = {
            let mut inner = self.inner.borrow_mut();
            let link = std::mem::take(&mut inner.link);
            let (link, outputs) = link.step(input, browser::now(), browser::draw());
            inner.link = link;
            outputs
        };
        for output in outputs {
            self.perform(output);
        }
        self.set_timer();
        let status = self.inner.borrow().link.status();
        (self.report)(Report::Status(status));
    }

    fn perform(&self, output: Output) {
        match output {
            Output::Connect => self.connect(),
            Output::Ping => {
                self.send(PING);
            }
            Output::Drop => self.drop_live(),
        }
    }

    fn connect(&self) {
        self.drop_live();
        self.inner.borrow_mut().unsaid = 0;
        let path = self.inner.borrow().path;
        let Some(socket) = open(path) else {
            // The next tick counts it as a socket that never opened.
            return;
        };
        let live = Live {
            _listeners: self.listen(&socket),
            socket,
        };
        self.inner.borrow_mut().live = Some(live);
    }

    fn listen(&self, socket: &WebSocket) -> [EventListener; 3] {
        let (opened, heard, closed) = (self.clone(), self.clone(), self.clone());
        [
            EventListener::new(socket, "open", move |_| {
                opened.feed(Input::Opened);
                (opened.report)(Report::Opened);
            }),
            EventListener::new(socket, "message", move |event| heard.heard(event)),
            EventListener::new(socket, "close", move |_| closed.closed()),
        ]
    }

    fn heard(&self, event: &web_sys::Event) {
        self.feed(Input::Heard);
        let data = event
            .dyn_ref::<MessageEvent>()
            .and_then(|message| message.data().as_string());
        if let Some(frame) = data.filter(|frame| frame != PONG) {
            self.got(&frame);
            (self.report)(Report::Frame(frame));
        }
    }

    /// The edge sends no more than it believes to be read.
    fn got(&self, frame: &str) {
        let is_due = {
            let mut inner = self.inner.borrow_mut();
            inner.unsaid += frame.encode_utf16().count();
            inner.unsaid >= GOT_EVERY as usize
        };
        if is_due && self.send(GOT) {
            self.inner.borrow_mut().unsaid = 0;
        }
    }

    fn closed(&self) {
        let never_opened = self.inner.borrow().link.status() == LinkStatus::Connecting;
        self.feed(Input::Closed);
        if never_opened {
            (self.report)(Report::NotOpened);
        }
    }

    fn drop_live(&self) {
        let live = self.inner.borrow_mut().live.take();
        if let Some(live) = live {
            // Closing a socket that is closed already does nothing.
            let _ = live.socket.close();
        }
    }

    fn set_timer(&self) {
        let mut inner = self.inner.borrow_mut();
        inner.timer = inner.link.wake_at().map(|at| {
            let millis = u32::try_from(at.millis_since(browser::now()).max(0)).unwrap_or(u32::MAX);
            let this = self.clone();
            Timeout::new(millis, move || this.feed(Input::Tick))
        });
    }
}

fn open(path: &str) -> Option<WebSocket> {
    let location = window().location();
    let scheme = if location.protocol().ok()? == "http:" {
        "ws"
    } else {
        "wss"
    };
    let url = format!("{scheme}://{}{path}", location.host().ok()?);
    WebSocket::new_with_str(&url, SUBPROTOCOL).ok()
}
