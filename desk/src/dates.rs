//! Dates and hours in the reader's language and the shop's time zone, and countries, by the
//! browser's `Intl`.

use std::cell::RefCell;
use std::collections::HashMap;

use js_sys::Intl::{
    DateTimeFormat, DateTimeFormatOptions, DayFormat, DisplayNames, DisplayNamesOptions,
    DisplayNamesType, MonthFormat, NumericFormat, WeekdayFormat, YearFormat,
};
use js_sys::{Array, Date, Function, Reflect, global};
use shared::language::Language;
use shared::time::{Day, Timestamp};
use wasm_bindgen::{JsCast, JsValue};

use crate::browser::{from_date_millis, to_date};

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Style {
    Hour,
    ShortDay,
    LongDay,
    Moment,
    CalendarDay,
    Wall,
}

thread_local! {
    /// A formatter takes long to make and is asked for at every line.
    static FORMATTERS: RefCell<HashMap<(Language, Style), Function>> = RefCell::default();

    /// The shop's time zone, once it is known; the reader's own until then.
    static ZONE: RefCell<Option<String>> = RefCell::default();
}

/// Goes by a time zone from now on, by its IANA name. One that is younger than the browser leaves
/// the reader's own.
pub fn set_zone(zone: &str) {
    ZONE.set(is_known(zone).then(|| zone.to_owned()));
    FORMATTERS.take();
}

/// Whether the browser knows a time zone: its formatters throw at the name of another.
fn is_known(zone: &str) -> bool {
    let options = DateTimeFormatOptions::new();
    options.set_time_zone(zone);
    let made = Reflect::get(&global(), &"Intl".into())
        .and_then(|intl| Reflect::get(&intl, &"DateTimeFormat".into()))
        .and_then(|class| {
            Reflect::construct(
                class.unchecked_ref::<Function>(),
                &Array::of2(&"en".into(), &options),
            )
        });
    made.is_ok()
}

/// What the shop's clock shows, as the instant at which one in UTC shows the same.
pub fn wall(at: Timestamp) -> Timestamp {
    let shown = format(Language::default(), Style::Wall, at);
    from_date_millis(Date::parse(&format!("{}Z", shown.replace(' ', "T"))))
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
    let locales = match style {
        // Swedes write as ISO 8601 does: `2026-12-22 14:05:00`.
        Style::Wall => Array::of1(&"sv-SE".into()),
        _ => locales(language),
    };
    DateTimeFormat::new(&locales, &options(style)).format()
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
    ZONE.with_borrow(|zone| {
        if let Some(zone) = zone {
            options.set_time_zone(zone);
        }
    });
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
        Style::Wall => {
            options.set_year(YearFormat::Numeric);
            options.set_month(MonthFormat::TwoDigit);
            options.set_day(DayFormat::TwoDigit);
            options.set_hour(NumericFormat::TwoDigit);
            options.set_minute(NumericFormat::TwoDigit);
            options.set_second(NumericFormat::TwoDigit);
        }
    }
    options
}
