//! Dates, hours and countries in the reader's language and time zone, by the browser's `Intl`.

use std::cell::RefCell;
use std::collections::HashMap;

use js_sys::Intl::{
    DateTimeFormat, DateTimeFormatOptions, DayFormat, DisplayNames, DisplayNamesOptions,
    DisplayNamesType, MonthFormat, NumericFormat, WeekdayFormat,
};
use js_sys::{Array, Function};
use shared::language::Language;
use shared::time::{Day, Timestamp};
use wasm_bindgen::JsValue;

use crate::browser::to_date;

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Style {
    Hour,
    ShortDay,
    LongDay,
    Moment,
    CalendarDay,
}

thread_local! {
    /// A formatter takes long to make and is asked for at every line.
    static FORMATTERS: RefCell<HashMap<(Language, Style), Function>> = RefCell::default();
}

/// `14:05`.
pub fn hour(language: Language, at: Timestamp) -> String {
    format(language, Style::Hour, at)
}

/// `22 déc.`
pub fn short_day(language: Language, at: Timestamp) -> String {
    format(language, Style::ShortDay, at)
}

/// `mardi 22 décembre`.
pub fn long_day(language: Language, at: Timestamp) -> String {
    format(language, Style::LongDay, at)
}

/// `22 déc., 14:05`, or `22 déc.` where the hour is not known.
pub fn moment(language: Language, at: Timestamp, hour_known: bool) -> String {
    // Without its zone an instant is only good for its day, which is the one of UTC.
    format(
        language,
        if hour_known {
            Style::Moment
        } else {
            Style::CalendarDay
        },
        at,
    )
}

/// `mar. 22 déc.`
pub fn day(language: Language, day: &Day) -> String {
    day.midnight_utc().map_or_else(
        || day.as_str().to_owned(),
        |at| format(language, Style::CalendarDay, at),
    )
}

/// `France`, for an ISO 3166-1 alpha-2 code.
pub fn country(language: Language, code: &str) -> String {
    let options = DisplayNamesOptions::new();
    options.set_type(DisplayNamesType::Region);
    let name = DisplayNames::new(&locales(language), &options).of(code);
    name.map_or_else(|| code.to_owned(), String::from)
}

fn format(language: Language, style: Style, at: Timestamp) -> String {
    let formatter = FORMATTERS.with_borrow_mut(|formatters| {
        formatters
            .entry((language, style))
            .or_insert_with(|| formatter(language, style))
            .clone()
    });
    let text = formatter.call1(&JsValue::UNDEFINED, &to_date(at));
    text.ok()
        .and_then(|text| text.as_string())
        .unwrap_or_default()
}

fn formatter(language: Language, style: Style) -> Function {
    DateTimeFormat::new(&locales(language), &options(style)).format()
}

fn locales(language: Language) -> Array {
    let locale = match language {
        Language::French => "fr-FR",
        _ => "en-GB",
    };
    Array::of1(&locale.into())
}

fn options(style: Style) -> DateTimeFormatOptions {
    let options = DateTimeFormatOptions::new();
    if style != Style::Hour {
        options.set_day(DayFormat::Numeric);
        options.set_month(MonthFormat::Short);
    }
    match style {
        Style::ShortDay => {}
        Style::LongDay => {
            options.set_weekday(WeekdayFormat::Long);
            options.set_month(MonthFormat::Long);
        }
        Style::Hour | Style::Moment => {
            options.set_hour(NumericFormat::TwoDigit);
            options.set_minute(NumericFormat::TwoDigit);
        }
        Style::CalendarDay => {
            options.set_weekday(WeekdayFormat::Short);
            options.set_time_zone("UTC");
        }
    }
    options
}
