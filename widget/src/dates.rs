//! Days and hours in the panel's language, by the platform's own tables.

use std::cell::RefCell;

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use leptos::prelude::window;
use leptos::wasm_bindgen::JsValue;
use shared::language::Language;
use shared::time::{Day, Timestamp};

const MINUTE_MS: f64 = 60_000.0;
const DAY_MS: f64 = 86_400_000.0;

thread_local! {
    /// Making a formatter costs far more than using it.
    static FORMATS: RefCell<Option<(Language, Formats)>> = const { RefCell::new(None) };
}

struct Formats {
    long_day: Function,
    day: Function,
    day_and_hour: Function,
    hour: Function,
    /// For days without an hour, which no time zone may shift.
    calendar_long: Function,
    calendar: Function,
}

/// A calendar day, `mardi 22 décembre`.
pub fn calendar_day(language: Language, day: &Day) -> String {
    let at = Date::parse(day.as_str());
    format(language, at, |formats| &formats.calendar_long)
}

/// The local day of an instant, `mardi 22 décembre`.
pub fn long_day(language: Language, at: Timestamp) -> String {
    format(language, millis(at), |formats| &formats.long_day)
}

/// The local day of an instant, short, `22 déc.`. Without a known hour it is the day as the source
/// wrote it.
pub fn short_day(language: Language, at: Timestamp, hour_known: bool) -> String {
    format(language, millis(at), |formats| {
        if hour_known {
            &formats.day
        } else {
            &formats.calendar
        }
    })
}

/// Day and hour, or the day alone where the hour may not be shown.
pub fn moment(language: Language, at: Timestamp, hour_known: bool) -> String {
    format(language, millis(at), |formats| {
        if hour_known {
            &formats.day_and_hour
        } else {
            &formats.calendar
        }
    })
}

/// The local hour, `14:32`.
pub fn hour(language: Language, at: Timestamp) -> String {
    format(language, millis(at), |formats| &formats.hour)
}

/// The number of the local day of an instant: equal for instants of one day.
pub fn day_number(at: Timestamp) -> i64 {
    local_minute(at).0
}

/// The number of the local day of an instant, and the minute of that day.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "days since 1970 are few, and so are the minutes of a day"
)]
pub fn local_minute(at: Timestamp) -> (i64, u16) {
    let utc = millis(at);
    let offset_minutes = Date::new(&JsValue::from_f64(utc)).get_timezone_offset();
    let local = utc - offset_minutes * MINUTE_MS;
    let day = (local / DAY_MS).floor();
    (day as i64, ((local - day * DAY_MS) / MINUTE_MS) as u16)
}

/// The number of a calendar day, as local days are numbered.
#[expect(clippy::cast_possible_truncation, reason = "days since 1970 are few")]
pub fn number_of(day: &Day) -> i64 {
    (Date::parse(day.as_str()) / DAY_MS) as i64
}

#[expect(clippy::cast_precision_loss, reason = "an instant fits into 53 bits")]
fn millis(at: Timestamp) -> f64 {
    at.0 as f64
}

fn format(language: Language, millis: f64, choose: impl Fn(&Formats) -> &Function) -> String {
    FORMATS.with_borrow_mut(|cached| {
        if cached.as_ref().is_none_or(|(known, _)| *known != language) {
            *cached = Some((language, Formats::new(language)));
        }
        let Some((_, formats)) = cached else {
            return String::new();
        };
        // An impossible date throws: better no date than a wrong one.
        choose(formats)
            .call1(&JsValue::UNDEFINED, &JsValue::from_f64(millis))
            .ok()
            .and_then(|text| text.as_string())
            .unwrap_or_default()
    })
}

impl Formats {
    fn new(language: Language) -> Self {
        let locale = locale(language);
        let make = |options: &[(&str, &str)]| formatter(&locale, options);
        let utc = ("timeZone", "UTC");
        let long = [("weekday", "long"), ("day", "numeric"), ("month", "long")];
        let short = [("day", "numeric"), ("month", "short")];
        let hour = [("hour", "2-digit"), ("minute", "2-digit")];
        Self {
            long_day: make(&long),
            day: make(&short),
            day_and_hour: make(&[short[0], short[1], hour[0], hour[1]]),
            hour: make(&hour),
            calendar_long: make(&[long[0], long[1], long[2], utc]),
            calendar: make(&[short[0], short[1], utc]),
        }
    }
}

/// The shopper's own region where the browser's language is the panel's.
fn locale(language: Language) -> String {
    let own = window()
        .navigator()
        .language()
        .filter(|tag| tag.starts_with(language.tag()));
    own.unwrap_or_else(|| {
        match language {
            Language::English => "en-GB",
            // The digits of the sentences, which come from the edge.
            Language::Arabic => "ar-u-nu-latn",
            other => other.tag(),
        }
        .to_owned()
    })
}

fn formatter(locale: &str, options: &[(&str, &str)]) -> Function {
    let object = Object::new();
    for (name, value) in options {
        // Setting a property of a fresh object can't fail.
        let _ = Reflect::set(&object, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    Intl::DateTimeFormat::new(&Array::of1(&JsValue::from_str(locale)), &object).format()
}
