//! The shopper's socket: frames in, answers out.

use std::rc::Rc;

use shared::bot::{self, Source};
use shared::conversation::{Input, Resume, resume};
use shared::ids::Cid;
use shared::language::Language;
use shared::protocol::widget::{ChoiceId, ShopperCommand, ShopperEvent};
use shared::protocol::{MAX_FRAME_BYTES, MAX_REPLAY, MAX_WELCOME_ORDERS, Refusal};
use shared::season::cutoff::{self, Destination};
use worker::{Result, WebSocket, console_error};

use super::super::socket::{TOO_FAST_SECONDS, got, heard, send};
use super::commit::Applied;
use super::{Inner, for_shopper};
use crate::clock::{Now, now};
use crate::sites::{self, Site};

/// When to try again after a failure of ours, in seconds.
const UNAVAILABLE_SECONDS: u32 = 3;

/// A command that can't be answered before others were asked.
pub(super) enum Asking {
    /// Something said that the merchant's calendar knows of.
    AskOfSeason {
        cid: Cid,
        text: String,
    },
    /// Something said that the merchant's help may have an answer to.
    SeekHelp {
        cid: Cid,
        text: String,
    },
    Read {
        upto: u64,
    },
    Typing,
    Choose {
        cid: Cid,
        choice: ChoiceId,
        about: Option<u64>,
    },
    VerifyOrder {
        cid: Cid,
        number: String,
        proof: String,
    },
}

impl Asking {
    /// The command's name; `None` for one that needs no answer.
    fn cid(&self) -> Option<&Cid> {
        match self {
            Self::AskOfSeason { cid, .. }
            | Self::SeekHelp { cid, .. }
            | Self::Choose { cid, .. }
            | Self::VerifyOrder { cid, .. } => Some(cid),
            Self::Read { .. } | Self::Typing => None,
        }
    }
}

impl Inner {
    /// Takes a frame; `None` stands for one that is not text. Whatever is in it, the socket lives.
    /// Answers the command when others must be asked before it can be answered.
    pub(super) fn take_frame(
        &self,
        socket: &WebSocket,
        frame: Option<String>,
        now: Now,
    ) -> Option<Asking> {
        heard(socket, now);
        let command = match self.read_frame(frame, now) {
            Ok(command) => command,
            Err(code) => {
                let retry_after = (code == Refusal::TooFast).then_some(TOO_FAST_SECONDS);
                send(
                    socket,
                    &ShopperEvent::Refused {
                        cid: None,
                        code,
                        retry_after,
                    },
                );
                return None;
            }
        };
        let cid = command.cid().cloned();
        self.obey(socket, command).unwrap_or_else(|error| {
            console_error!("a frame failed: {error}");
            fail(socket, cid);
            None
        })
    }

    fn obey(&self, socket: &WebSocket, command: ShopperCommand) -> Result<Option<Asking>> {
        match command {
            ShopperCommand::Hello {
                epoch,
                last_seq,
                language,
            } => self.welcome(socket, epoch, last_seq, language)?,
            ShopperCommand::Fetch { after, limit } => {
                self.replay(socket, after, limit.min(MAX_REPLAY))?;
            }
            ShopperCommand::Send { cid, text } => {
                return match self.with(|loaded| bot::source_for(&loaded.state, &text))? {
                    Some(Source::Season) => Ok(Some(Asking::AskOfSeason { cid, text })),
                    Some(Source::Help) => Ok(Some(Asking::SeekHelp { cid, text })),
                    None => self.say(socket, cid, text),
                };
            }
            ShopperCommand::Choose { cid, choice, about } => {
                return Ok(Some(Asking::Choose { cid, choice, about }));
            }
            ShopperCommand::RequestHuman { cid } => {
                self.take_command(socket, &Input::HumanRequested { cid })?;
            }
            ShopperCommand::Got => got(socket),
            ShopperCommand::Read { upto } => return Ok(Some(Asking::Read { upto })),
            ShopperCommand::Typing => return Ok(Some(Asking::Typing)),
            ShopperCommand::VerifyOrder { cid, number, proof } => {
                return Ok(Some(Asking::VerifyOrder { cid, number, proof }));
            }
        }
        Ok(None)
    }

    /// Takes what is said for which nothing is to be looked up.
    fn say(&self, socket: &WebSocket, cid: Cid, text: String) -> Result<Option<Asking>> {
        let said = Input::Said {
            cid,
            text,
            season: None,
            help: None,
        };
        self.take_command(socket, &said)?;
        Ok(None)
    }

    /// Asks the others, and answers the command.
    pub(super) async fn ask(&self, socket: &WebSocket, command: Asking) {
        let cid = command.cid().cloned();
        let taken = match command {
            Asking::Read { upto } => self.shopper_read(upto).await,
            Asking::Typing => self.shopper_typing().await,
            Asking::SeekHelp { cid, text } => self.seek_help(socket, cid, text).await,
            Asking::AskOfSeason { cid, text } => self.ask_of_season(socket, cid, text).await,
            Asking::Choose { cid, choice, about } => self.choose(socket, cid, choice, about).await,
            Asking::VerifyOrder { cid, number, proof } => {
                self.verify_order(socket, cid, &number, &proof).await
            }
        };
        if let Err(error) = taken {
            console_error!("a frame failed: {error}");
            fail(socket, cid);
        }
    }

    fn read_frame(
        &self,
        frame: Option<String>,
        now: Now,
    ) -> std::result::Result<ShopperCommand, Refusal> {
        if !self.rate.take(now) {
            return Err(Refusal::TooFast);
        }
        let text = frame.ok_or(Refusal::Malformed)?;
        if text.len() > MAX_FRAME_BYTES {
            return Err(Refusal::TooLarge);
        }
        serde_json::from_str(&text).map_err(|_| Refusal::Malformed)
    }

    fn welcome(
        &self,
        socket: &WebSocket,
        epoch: Option<u32>,
        last_seq: Option<u64>,
        language: Option<Language>,
    ) -> Result<()> {
        if let Some(language) = language {
            // Choosing a language is never refused.
            let _ = self.apply(&Input::LanguageChosen(language))?;
        }
        let (own_epoch, head) = self.with(|loaded| (loaded.epoch, loaded.head))?;
        let Resume::After(after) = resume(own_epoch, head, epoch, last_seq) else {
            send(socket, &ShopperEvent::Reset { epoch: own_epoch });
            return Ok(());
        };
        let welcome = self.with(|loaded| ShopperEvent::Welcome {
            contact: self.contact.clone(),
            epoch: loaded.epoch,
            head: loaded.head,
            read_upto: loaded.state.read_upto,
            agent_read_upto: loaded.state.agent_read_upto,
            state: loaded.state.public(),
            orders: loaded.state.latest_orders(MAX_WELCOME_ORDERS),
        })?;
        send(socket, &welcome);
        self.replay(socket, after, MAX_REPLAY)
    }

    fn replay(&self, socket: &WebSocket, after: u64, limit: u32) -> Result<()> {
        let head = self.with(|loaded| loaded.head)?;
        // Whoever comes back with everything asks nothing of the database.
        let missed = match after < head {
            true => self.store.events_after(after, limit)?,
            false => Vec::new(),
        };
        let events: Vec<_> = missed.into_iter().map(for_shopper).collect();
        let more = events.last().is_some_and(|last| last.seq < head);
        send(socket, &ShopperEvent::Events { events, more });
        Ok(())
    }

    /// Takes a choice. What it asks of humans is promised by the shop's own calendar; when that
    /// can't be read, it is taken without a promise.
    async fn choose(
        &self,
        socket: &WebSocket,
        cid: Cid,
        choice: ChoiceId,
        about: Option<u64>,
    ) -> Result<()> {
        let promise_by = self.next_promise().await;
        let input = Input::Chose {
            cid,
            choice,
            about,
            promise_by,
        };
        self.take_command(socket, &input)
    }

    /// Takes what the merchant's calendar knows of, with what it says for the merchant's own
    /// country; when it can't be read, without it.
    async fn ask_of_season(&self, socket: &WebSocket, cid: Cid, text: String) -> Result<()> {
        let season = self.site_settings().await.map(|site| {
            let season = &site.rules.season;
            let somewhere = Destination::somewhere_in(&season.home);
            Box::new(cutoff::answer(season, now().0, &somewhere, None))
        });
        let help = None;
        let said = Input::Said {
            cid,
            text,
            season,
            help,
        };
        self.take_command(socket, &said)
    }

    /// Takes what an article of the merchant's help may answer; when they can't be read, without
    /// one.
    async fn seek_help(&self, socket: &WebSocket, cid: Cid, text: String) -> Result<()> {
        let language = self.with(|loaded| loaded.state.language)?;
        let help = self.site_settings().await.and_then(|site| {
            let article = site.rules.articles.answer(&text, language)?;
            Some(Box::new(article.clone()))
        });
        let season = None;
        let said = Input::Said {
            cid,
            text,
            season,
            help,
        };
        self.take_command(socket, &said)
    }

    pub(super) async fn site_settings(&self) -> Option<Rc<Site>> {
        sites::load(&self.env, &self.site)
            .await
            .unwrap_or_else(|error| {
                console_error!("an answer without the site's settings: {error}");
                None
            })
    }

    /// Applies a command and answers it.
    pub(super) fn take_command(&self, socket: &WebSocket, input: &Input) -> Result<()> {
        let Some((_, cid)) = input.command() else {
            return Ok(());
        };
        if !cid.is_well_formed() {
            refuse(socket, cid, Refusal::Malformed, None);
            return Ok(());
        }
        match self.take(input)? {
            Ok(Applied { seq, events }) => {
                let cid = cid.clone();
                let acked = ShopperEvent::Acked { cid, seq, events };
                send(socket, &acked);
                if let ShopperEvent::Acked { events, .. } = acked {
                    self.show(events, Some(socket.as_ref()));
                }
            }
            Err(code) => refuse(socket, cid, code, None),
        }
        Ok(())
    }
}

/// Says that something of ours failed: the same command may be sent again.
fn fail(socket: &WebSocket, cid: Option<Cid>) {
    let code = Refusal::Unavailable;
    let retry_after = Some(UNAVAILABLE_SECONDS);
    send(
        socket,
        &ShopperEvent::Refused {
            cid,
            code,
            retry_after,
        },
    );
}

/// Refuses a command.
pub(super) fn refuse(socket: &WebSocket, cid: &Cid, code: Refusal, retry_after: Option<u32>) {
    send(
        socket,
        &ShopperEvent::Refused {
            cid: Some(cid.clone()),
            code,
            retry_after,
        },
    );
}
