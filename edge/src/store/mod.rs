//! SQLite inside an object: a thin helper, and one file a kind of store.

pub mod alarms;
pub mod audit;
pub mod commands;
pub mod contact;
pub mod desk;
pub mod order;
pub mod outbox;
pub mod parcel;
pub mod poll;
pub mod roll;

use serde::Serialize;
use serde::de::DeserializeOwned;
use worker::js_sys::{JsString, Reflect};
use worker::wasm_bindgen::prelude::*;
use worker::{Error, Result, SqlStorage, SqlStorageValue, State};

#[wasm_bindgen]
extern "C" {
    type DurableStorage;

    #[wasm_bindgen(method, catch, js_name = transactionSync)]
    fn transaction_sync(
        this: &DurableStorage,
        body: &mut dyn FnMut() -> std::result::Result<(), JsValue>,
    ) -> std::result::Result<JsValue, JsValue>;

    /// A database, as JavaScript has it.
    type Database;

    #[wasm_bindgen(method, catch, variadic)]
    fn exec(
        this: &Database,
        statement: &JsString,
        values: &[JsValue],
    ) -> std::result::Result<JsValue, JsValue>;

}

/// A statement that JavaScript holds already: for what runs with every message.
pub struct Statement(JsString);

impl From<&str> for Statement {
    fn from(text: &str) -> Self {
        Self(JsString::from(text))
    }
}

/// An object's database.
#[derive(Clone)]
pub struct Sql {
    sql: SqlStorage,
    /// The same as `sql`, for calls that the `worker` crate would make slower.
    raw: JsValue,
    storage: JsValue,
}

/// One row, its columns in the order of the statement.
pub struct Row(Vec<SqlStorageValue>);

impl Sql {
    /// Opens an object's database and makes its tables.
    pub fn open(state: &State, schema: &str) -> Result<Self> {
        let sql = Self::of(state)?;
        sql.make_tables(schema)?;
        Ok(sql)
    }

    /// An object's database as it is, perhaps without tables.
    pub fn of(state: &State) -> Result<Self> {
        let sql = state.storage().sql();
        let storage = Reflect::get(state.as_raw(), &JsValue::from_str("storage"))?;
        let raw = Reflect::get(&storage, &JsValue::from_str("sql"))?;
        Ok(Self { sql, raw, storage })
    }

    /// Makes the tables that are not there yet.
    pub fn make_tables(&self, schema: &str) -> Result<()> {
        self.sql.exec(schema, None)?;
        Ok(())
    }

    /// Runs a statement. Returns how many rows, those of indexes included, it wrote.
    pub fn run(&self, statement: &str, values: Vec<SqlStorageValue>) -> Result<usize> {
        Ok(self.sql.exec(statement, values)?.rows_written())
    }

    /// Runs a statement that is held.
    pub fn run_held(&self, statement: &Statement, values: &[JsValue]) -> Result<()> {
        let database: &Database = self.raw.unchecked_ref();
        database.exec(&statement.0, values)?;
        Ok(())
    }

    /// Runs a query.
    pub fn rows(&self, query: &str, values: Vec<SqlStorageValue>) -> Result<Vec<Row>> {
        self.sql
            .exec(query, values)?
            .raw()
            .map(|row| row.map(Row))
            .collect()
    }

    /// Runs a query for its first row.
    pub fn first(&self, query: &str, values: Vec<SqlStorageValue>) -> Result<Option<Row>> {
        self.sql
            .exec(query, values)?
            .raw()
            .next()
            .map(|row| row.map(Row))
            .transpose()
    }

    /// Runs statements as one: all take effect, or, when `body` fails, none.
    pub fn transaction<T>(&self, body: impl FnOnce() -> Result<T>) -> Result<T> {
        let mut body = Some(body);
        let mut outcome = None;
        let mut run = || -> std::result::Result<(), JsValue> {
            let Some(body) = body.take() else {
                return Ok(());
            };
            let result = body();
            let verdict = match &result {
                Ok(_) => Ok(()),
                Err(error) => Err(JsValue::from_str(&error.to_string())),
            };
            outcome = Some(result);
            verdict
        };
        let storage: &DurableStorage = self.storage.unchecked_ref();
        let ran = storage.transaction_sync(&mut run);
        match outcome {
            Some(result) => ran.map_err(Error::from).and(result),
            None => Err(Error::RustError("a transaction did not run".to_owned())),
        }
    }
}

impl Row {
    /// A column of text.
    pub fn text(&self, column: usize) -> Result<&str> {
        match self.0.get(column) {
            Some(SqlStorageValue::String(text)) => Ok(text),
            _ => Err(unexpected(column)),
        }
    }

    /// A column of text that may be null.
    pub fn optional_text(&self, column: usize) -> Option<&str> {
        self.text(column).ok()
    }

    /// A column of whole numbers.
    pub fn integer(&self, column: usize) -> Result<i64> {
        match self.0.get(column) {
            Some(SqlStorageValue::Integer(number)) => Ok(*number),
            _ => Err(unexpected(column)),
        }
    }

    /// A column of numbers from 0.
    pub fn count(&self, column: usize) -> Result<u64> {
        u64::try_from(self.integer(column)?).map_err(|_| unexpected(column))
    }

    /// A column of JSON.
    pub fn json<T: DeserializeOwned>(&self, column: usize) -> Result<T> {
        Ok(serde_json::from_str(self.text(column)?)?)
    }
}

/// A JSON parameter.
pub fn json<T: Serialize>(value: &T) -> Result<SqlStorageValue> {
    Ok(SqlStorageValue::String(serde_json::to_string(value)?))
}

/// A whole number parameter. Sequence numbers and milliseconds are far below 2^53.
pub fn int(value: u64) -> SqlStorageValue {
    SqlStorageValue::Integer(i64::try_from(value).unwrap_or(i64::MAX))
}

/// The same for a statement that is held.
#[allow(clippy::cast_precision_loss)]
pub fn number(value: u64) -> JsValue {
    JsValue::from_f64(value as f64)
}

fn unexpected(column: usize) -> Error {
    Error::RustError(format!("column {column} holds another type"))
}
