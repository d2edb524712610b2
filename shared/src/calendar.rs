//! Days and moments as they are said in each language.
//!
//! The names are written out here: the tables of a library hold those of every language of the
//! world, which would be a tenth of what an agent downloads.

use chrono::Datelike;

use crate::language::Language;
use crate::season::Zone;
use crate::time::{Day, Timestamp};

/// What a language calls the days of the week, from Monday on, and the months.
struct Names {
    days: [&'static str; 7],
    months: [&'static str; 12],
}

/// A moment as it is said where it is looked at from: "lundi 21 décembre à 14 h 30", "Monday 21
/// December at 14:30".
pub fn local_moment(at: Timestamp, zone: Zone, language: Language) -> String {
    let day = local_day(&zone.day_of(at), language).unwrap_or_default();
    let minutes = zone.minute_of_day(at);
    let (hour, minute) = (minutes / 60, minutes % 60);
    match language {
        Language::French if minute == 0 => format!("{day} à {hour}\u{a0}h"),
        Language::French => format!("{day} à {hour}\u{a0}h\u{a0}{minute:02}"),
        Language::English => format!("{day} at {hour}:{minute:02}"),
        Language::German => format!("{day}, {hour}:{minute:02}\u{a0}Uhr"),
        Language::Spanish => format!("{day} a las {hour}:{minute:02}"),
        Language::Italian => format!("{day} alle {hour}:{minute:02}"),
        Language::Dutch => format!("{day} om {hour}:{minute:02}\u{a0}uur"),
        Language::Portuguese => format!("{day} às {hour}:{minute:02}"),
        Language::Arabic => format!("{day} الساعة {hour}:{minute:02}"),
    }
}

/// A day as it is said: "mardi 22 décembre", "mardi 1er décembre", "Tuesday 22 December". The
/// year is left out, as for any day that is near. `None` for a value that is no day.
pub fn local_day(day: &Day, language: Language) -> Option<String> {
    let date = day.date()?;
    let names = names(language);
    let weekday = names.days[date.weekday().num_days_from_monday() as usize];
    let month = names.months[date.month0() as usize];
    let number = date.day();
    Some(match language {
        Language::French if number == 1 => format!("{weekday} 1er {month}"),
        Language::Italian if number == 1 => format!("{weekday} 1º {month}"),
        Language::German => format!("{weekday}, {number}. {month}"),
        Language::Spanish => format!("{weekday} {number} de {month}"),
        Language::Portuguese => format!("{weekday}, {number} de {month}"),
        Language::French
        | Language::English
        | Language::Italian
        | Language::Dutch
        | Language::Arabic => format!("{weekday} {number} {month}"),
    })
}

fn names(language: Language) -> &'static Names {
    match language {
        Language::French => &FRENCH,
        Language::English => &ENGLISH,
        Language::German => &GERMAN,
        Language::Spanish => &SPANISH,
        Language::Italian => &ITALIAN,
        Language::Dutch => &DUTCH,
        Language::Portuguese => &PORTUGUESE,
        Language::Arabic => &ARABIC,
    }
}

#[rustfmt::skip]
static FRENCH: Names = Names {
    days: ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"],
    months: [
        "janvier", "février", "mars", "avril", "mai", "juin",
        "juillet", "août", "septembre", "octobre", "novembre", "décembre",
    ],
};

#[rustfmt::skip]
static ENGLISH: Names = Names {
    days: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    months: [
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ],
};

#[rustfmt::skip]
static GERMAN: Names = Names {
    days: ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"],
    months: [
        "Januar", "Februar", "März", "April", "Mai", "Juni",
        "Juli", "August", "September", "Oktober", "November", "Dezember",
    ],
};

#[rustfmt::skip]
static SPANISH: Names = Names {
    days: ["lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"],
    months: [
        "enero", "febrero", "marzo", "abril", "mayo", "junio",
        "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre",
    ],
};

#[rustfmt::skip]
static ITALIAN: Names = Names {
    days: ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"],
    months: [
        "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
        "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
    ],
};

#[rustfmt::skip]
static DUTCH: Names = Names {
    days: ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"],
    months: [
        "januari", "februari", "maart", "april", "mei", "juni",
        "juli", "augustus", "september", "oktober", "november", "december",
    ],
};

#[rustfmt::skip]
static PORTUGUESE: Names = Names {
    days: ["segunda", "terça", "quarta", "quinta", "sexta", "sábado", "domingo"],
    months: [
        "janeiro", "fevereiro", "março", "abril", "maio", "junho",
        "julho", "agosto", "setembro", "outubro", "novembro", "dezembro",
    ],
};

#[rustfmt::skip]
static ARABIC: Names = Names {
    days: ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"],
    months: [
        "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو",
        "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    ],
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_said_in_the_language() {
        let [fourth_tuesday, first] =
            ["2026-12-22", "2026-12-01"].map(|day| Day::parse(day).unwrap());
        for (language, tuesday, on_the_first) in [
            (Language::French, "mardi 22 décembre", "mardi 1er décembre"),
            (
                Language::English,
                "Tuesday 22 December",
                "Tuesday 1 December",
            ),
            (
                Language::German,
                "Dienstag, 22. Dezember",
                "Dienstag, 1. Dezember",
            ),
            (
                Language::Spanish,
                "martes 22 de diciembre",
                "martes 1 de diciembre",
            ),
            (
                Language::Italian,
                "martedì 22 dicembre",
                "martedì 1º dicembre",
            ),
            (Language::Dutch, "dinsdag 22 december", "dinsdag 1 december"),
            (
                Language::Portuguese,
                "terça, 22 de dezembro",
                "terça, 1 de dezembro",
            ),
            (Language::Arabic, "الثلاثاء 22 ديسمبر", "الثلاثاء 1 ديسمبر"),
        ] {
            assert_eq!(
                local_day(&fourth_tuesday, language).as_deref(),
                Some(tuesday)
            );
            assert_eq!(local_day(&first, language).as_deref(), Some(on_the_first));
        }
        let bogus: Day = serde_json::from_str("\"soon\"").unwrap();
        assert_eq!(local_day(&bogus, Language::French), None);
    }
}
