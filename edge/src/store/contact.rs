//! What a contact's object keeps: the numbered events, and the state beside them.

mod facts;
mod handover;
mod search;
mod waking;
mod ways_back;

use shared::conversation::{Draft, Heard, Sender, State as Conversation};
use shared::ids::Cid;
use shared::protocol::MAX_PAGE_BYTES;
use shared::protocol::widget::{Author, Event, Fact};
use shared::time::Timestamp;
use worker::wasm_bindgen::JsValue;
use worker::{Result, SqlStorageValue, State};

pub use waking::{Loaded, Woken};

use super::commands::Commands;
use super::{Row, Sql, Statement, alarms, int, json, number, outbox};

const SCHEMA: &str = "
    CREATE TABLE IF NOT EXISTS contact (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      epoch INTEGER NOT NULL,
      state TEXT NOT NULL,
      secret_hash TEXT,
      desk_cursor INTEGER NOT NULL DEFAULT 0,
      erased INTEGER NOT NULL DEFAULT 0,
      moved_to TEXT,
      moved TEXT,
      enrolled INTEGER NOT NULL DEFAULT 0);
    CREATE TABLE IF NOT EXISTS events (
      seq INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      conversation INTEGER NOT NULL,
      fact TEXT NOT NULL,
      spoken INTEGER NOT NULL,
      sender TEXT,
      cid TEXT,
      digest INTEGER);";

/// How far unread messages are counted.
const MAX_COUNTED: u32 = 100;

const ADD_EVENT: &str = "
    INSERT INTO events (seq, at, conversation, fact, spoken, sender, cid, digest)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

const EVENT_COLUMNS: &str = "seq, at, conversation, fact";

/// The place of the fact among them.
const FACT: usize = 3;

/// A command's name, as the store keeps it beside the command's first event.
pub struct CommandMark<'a> {
    /// Whose command.
    pub sender: &'a Sender,
    /// Its name.
    pub cid: &'a Cid,
    /// What it held: the same name with another digest is a conflict.
    pub digest: u64,
}

/// The store.
pub struct ContactStore {
    /// The database, for transactions and the outbox.
    pub sql: Sql,
    add_event: Statement,
    /// The shopper's tag, which JavaScript holds already.
    shopper: JsValue,
    commands: Commands,
}

impl ContactStore {
    /// Opens the store, and reads what is there.
    pub fn open(state: &State) -> Result<(Self, Woken)> {
        let sql = Sql::of(state)?;
        // It reads every table, so it tells whether they are there: making sure of each on every
        // waking would cost a shopper who comes back more than reading them all.
        let woken = waking::read(&sql).or_else(|_| {
            sql.make_tables(&schema())?;
            waking::read(&sql)
        })?;
        let store = Self {
            sql,
            add_event: ADD_EVENT.into(),
            shopper: Sender::Shopper.tag().into(),
            commands: Commands::default(),
        };
        Ok((store, woken))
    }

    /// Begins a contact.
    pub fn create(&self, epoch: u32, state: &Conversation) -> Result<()> {
        self.sql.run(
            "INSERT OR IGNORE INTO contact (id, epoch, state) VALUES (1, ?, ?)",
            vec![int(u64::from(epoch)), json(state)?],
        )?;
        Ok(())
    }

    /// Keeps the state.
    pub fn save_state(&self, state: &Conversation) -> Result<()> {
        self.sql
            .run("UPDATE contact SET state = ?", vec![json(state)?])?;
        Ok(())
    }

    /// Keeps an event. That its command is new is for the caller to know.
    pub fn add_event(
        &self,
        seq: u64,
        at: Timestamp,
        draft: &Draft,
        mark: Option<&CommandMark<'_>>,
    ) -> Result<()> {
        let spoken = matches!(draft.fact, Fact::Message(_) | Fact::Notice { .. });
        let [sender, cid, digest] = match mark {
            Some(mark) => [
                self.tag(mark.sender),
                JsValue::from(mark.cid.as_str()),
                number(mark.digest),
            ],
            // A copy of what was said elsewhere names no command, and counts as the shopper's word.
            None => [self.said_by(&draft.fact), JsValue::NULL, JsValue::NULL],
        };
        let values = [
            number(seq),
            number(u64::try_from(at.0).unwrap_or_default()),
            JsValue::from(draft.conversation),
            JsValue::from(serde_json::to_string(&draft.fact)?),
            JsValue::from(u32::from(spoken)),
            sender,
            cid,
            digest,
        ];
        self.sql.run_held(&self.add_event, &values)
    }

    fn tag(&self, sender: &Sender) -> JsValue {
        match sender {
            Sender::Shopper => self.shopper.clone(),
            Sender::Agent(_) => sender.tag().into(),
        }
    }

    fn said_by(&self, fact: &Fact) -> JsValue {
        match fact {
            Fact::Message(message) if message.author == Author::Shopper => self.shopper.clone(),
            _ => JsValue::NULL,
        }
    }

    /// What a command did when it took effect: its event's number and its digest.
    pub fn find_command(&self, sender: &Sender, cid: &Cid) -> Result<Option<(u64, u64)>> {
        if !self.commands.may_have(&self.sql, sender, cid)? {
            return Ok(None);
        }
        let row = self.sql.first(
            "SELECT seq, digest FROM events WHERE cid = ? AND sender = ?",
            vec![cid.as_str().into(), sender.tag().into()],
        )?;
        row.map(|row| Ok((row.count(0)?, row.count(1)?)))
            .transpose()
    }

    /// Notes that a command took effect, once that is committed.
    pub fn note_command(&self, sender: &Sender, cid: &Cid) {
        self.commands.note(sender, cid);
    }

    /// Events after a number, in order, at most `limit` and at most [`MAX_PAGE_BYTES`] of them,
    /// but one at least.
    pub fn events_after(&self, after: u64, limit: u32) -> Result<Vec<Event>> {
        // As one text: JavaScript would hand over each column of each row by itself.
        let row = self.sql.first(
            "SELECT json_group_array(json_object(
               'seq', seq, 'at', at, 'conversation', conversation, 'fact', json(fact)))
             FROM (
               SELECT *, sum(own) OVER (ORDER BY seq) AS bytes FROM (
                 SELECT *, length(CAST(fact AS BLOB)) AS own FROM events
                 WHERE seq > ? ORDER BY seq LIMIT ?))
             WHERE bytes <= ? OR bytes = own",
            vec![
                int(after),
                int(u64::from(limit)),
                int(MAX_PAGE_BYTES as u64),
            ],
        )?;
        row.map_or(Ok(Vec::new()), |row| row.json(0))
    }

    /// Every event, in order.
    pub fn all_events(&self) -> Result<Vec<Event>> {
        self.events(
            &format!("SELECT {EVENT_COLUMNS} FROM events ORDER BY seq"),
            Vec::new(),
        )
    }

    /// The latest message or notice.
    pub fn last_spoken(&self) -> Result<Option<Event>> {
        let query = format!(
            "SELECT {EVENT_COLUMNS} FROM events WHERE spoken = 1 ORDER BY seq DESC LIMIT 1"
        );
        self.sql
            .first(&query, Vec::new())?
            .as_ref()
            .map(event)
            .transpose()
    }

    /// How many of the shopper's messages have a number after this one, at most
    /// [`MAX_COUNTED`]: nobody tells a hundred unread messages from more, and counting them all
    /// would cost more with each.
    pub fn shopper_messages_after(&self, seq: u64) -> Result<u32> {
        let row = self.sql.first(
            "SELECT count(*) FROM
               (SELECT 1 FROM events WHERE seq > ? AND sender = ? LIMIT ?)",
            vec![
                int(seq),
                Sender::Shopper.tag().into(),
                int(u64::from(MAX_COUNTED)),
            ],
        )?;
        let count = row.map_or(Ok(0), |row| row.count(0))?;
        Ok(u32::try_from(count).unwrap_or(MAX_COUNTED))
    }

    /// When the contact was heard of.
    pub fn heard(&self) -> Result<Heard> {
        let row = self.sql.first(
            "SELECT max(coalesce((SELECT max(at) FROM events), 0), epoch * 1000),
                    coalesce((SELECT min(at) FROM events WHERE sender = ?), 0)
             FROM contact",
            vec![Sender::Shopper.tag().into()],
        )?;
        let (latest, word) = row.map_or(Ok((0, 0)), |row| {
            Ok::<_, worker::Error>((row.integer(0)?, row.integer(1)?))
        })?;
        Ok(Heard {
            latest: Timestamp(latest),
            oldest_word: (word > 0).then_some(Timestamp(word)),
        })
    }

    /// Takes away what the events from before a time say, but for those of one conversation; their
    /// numbers stay. Says whether any said anything.
    pub fn empty_events(&self, before: Timestamp, spared: Option<u32>) -> Result<bool> {
        let hidden: SqlStorageValue = json(&Fact::Hidden)?;
        let written = self.sql.run(
            "UPDATE events SET fact = ?, spoken = 0, sender = NULL, cid = NULL, digest = NULL
             WHERE at < ? AND fact <> ? AND conversation <> ?",
            vec![
                hidden.clone(),
                SqlStorageValue::Integer(before.0),
                hidden,
                // Conversations are counted from one.
                int(u64::from(spared.unwrap_or(0))),
            ],
        )?;
        Ok(written > 0)
    }

    /// Notes how far the desk has the events.
    pub fn save_desk_cursor(&self, cursor: u64) -> Result<()> {
        self.sql
            .run("UPDATE contact SET desk_cursor = ?", vec![int(cursor)])?;
        Ok(())
    }

    /// Takes away everything but the epoch, which tells the next events from those that are gone.
    /// Called in a transaction.
    pub fn erase(&self, epoch: u32, fresh: &Conversation) -> Result<()> {
        for table in [
            "events",
            "facts",
            "searched",
            "ways_back",
            "outbox",
            "alarms",
            "contact",
        ] {
            self.sql.run(&format!("DELETE FROM {table}"), Vec::new())?;
        }
        self.commands.forget();
        self.create(epoch, fresh)?;
        self.sql.run("UPDATE contact SET erased = 1", Vec::new())?;
        Ok(())
    }

    fn events(&self, query: &str, values: Vec<SqlStorageValue>) -> Result<Vec<Event>> {
        self.sql.rows(query, values)?.iter().map(event).collect()
    }

    /// Whether the contact is on its site's roll.
    pub fn is_enrolled(&self) -> Result<bool> {
        let row = self
            .sql
            .first("SELECT 1 FROM contact WHERE enrolled = 1", Vec::new())?;
        Ok(row.is_some())
    }

    /// Notes that it is.
    pub fn note_enrolled(&self) -> Result<()> {
        self.sql
            .run("UPDATE contact SET enrolled = 1", Vec::new())?;
        Ok(())
    }

    /// Whether the contact was erased and has not come back.
    pub fn is_erased(&self) -> Result<bool> {
        let row = self
            .sql
            .first("SELECT 1 FROM contact WHERE erased = 1", Vec::new())?;
        Ok(row.is_some())
    }

    /// A contact that was erased comes back, as one of whom nothing is known.
    pub fn begin_anew(&self) -> Result<()> {
        self.sql
            .run("UPDATE contact SET erased = 0 WHERE erased = 1", Vec::new())?;
        Ok(())
    }

    /// The hash of the visitor's secret, if one was set.
    pub fn secret_hash(&self) -> Result<Option<String>> {
        let row = self
            .sql
            .first("SELECT secret_hash FROM contact", Vec::new())?;
        Ok(row.and_then(|row| row.optional_text(0).map(str::to_owned)))
    }

    /// Sets the hash of the visitor's secret.
    pub fn set_secret_hash(&self, hash: &str) -> Result<()> {
        self.sql
            .run("UPDATE contact SET secret_hash = ?", vec![hash.into()])?;
        Ok(())
    }
}

fn schema() -> String {
    [
        SCHEMA,
        facts::SCHEMA,
        search::SCHEMA,
        ways_back::SCHEMA,
        outbox::SCHEMA,
        alarms::SCHEMA,
    ]
    .concat()
}

fn event(row: &Row) -> Result<Event> {
    Ok(Event {
        seq: row.count(0)?,
        at: Timestamp(row.integer(1)?),
        conversation: u32::try_from(row.integer(2)?).unwrap_or_default(),
        fact: row.json(FACT)?,
    })
}
