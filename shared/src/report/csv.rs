//! A report as a table for spreadsheets, by RFC 4180.
//!
//! It begins with a byte order mark, without which Excel reads accents wrongly, and parts its cells
//! as spreadsheets of the language expect it: in French the comma is the decimal mark. A cell that a
//! spreadsheet would take for a formula is given an apostrophe, since carriers' names are foreign
//! text.

use crate::language::Language;
use crate::protocol::report::{Figures, Line, NoticeLine, ReasonLine, Report};

/// The byte order mark of UTF-8.
const MARK: char = '\u{feff}';

/// The head of each column, in French and in English.
const HEADS: [[&str; 2]; 20] = [
    ["Par", "By"],
    ["Quoi", "What"],
    ["Demandes", "Contacts"],
    ["Réglées par le robot", "Settled by the bot"],
    ["Prioritaires", "Priority"],
    ["Sujets dont l’issue est connue", "Matters with a known end"],
    ["Réglés au premier contact", "Resolved at first contact"],
    ["Avis bons", "Rated good"],
    ["Avis moyens", "Rated fair"],
    ["Avis mauvais", "Rated bad"],
    ["Promoteurs (9-10)", "Promoters (9-10)"],
    ["Passifs (7-8)", "Passives (7-8)"],
    ["Détracteurs (0-6)", "Detractors (0-6)"],
    ["Promesses tenues", "Promises kept"],
    ["Promesses rompues", "Promises broken"],
    ["Répondues par un humain", "Answered by a human"],
    ["Première réponse, médiane (s)", "First answer, median (s)"],
    [
        "Première réponse, 9 sur 10 (s)",
        "First answer, 9 in 10 (s)",
    ],
    ["Annonces envoyées", "Notices told"],
    ["Sans question ensuite", "Nothing asked afterwards"],
];

/// The tables, likewise.
const ALL: [&str; 2] = ["Total", "Total"];
const DAY: [&str; 2] = ["Jour", "Day"];
const TOPIC: [&str; 2] = ["Sujet", "Topic"];
const CARRIER: [&str; 2] = ["Transporteur", "Carrier"];
const LEVEL: [&str; 2] = ["Niveau", "Level"];
const REASON: [&str; 2] = ["Motif de transfert", "Reason for a human"];
const NOTICE: [&str; 2] = ["Annonce", "Notice"];

/// The report's tables as one, a line each.
pub fn csv(report: &Report, language: Language) -> String {
    let mut sheet = Sheet::new(language);
    let heads = HEADS.map(|head| head[sheet.column].to_owned());
    sheet.line(&heads);
    let days = format!("{} – {}", report.from.as_str(), report.to.as_str());
    sheet.figures(ALL, &days, &report.total);
    for (table, lines) in [
        (DAY, &report.days),
        (TOPIC, &report.topics),
        (CARRIER, &report.carriers),
        (LEVEL, &report.levels),
    ] {
        for Line { key, figures } in lines {
            sheet.figures(table, key, figures);
        }
    }
    for ReasonLine { key, contacts } in &report.reasons {
        let figures = Figures {
            contacts: *contacts,
            ..Figures::default()
        };
        sheet.figures(REASON, key, &figures);
    }
    for NoticeLine { key, told, quiet } in &report.notices {
        let figures = Figures {
            told: *told,
            quiet: *quiet,
            ..Figures::default()
        };
        sheet.figures(NOTICE, key, &figures);
    }
    sheet.text
}

struct Sheet {
    text: String,
    /// Which of the words of [`HEADS`] are the language's.
    column: usize,
    separator: char,
}

impl Sheet {
    fn new(language: Language) -> Self {
        let (column, separator) = match language {
            Language::French => (0, ';'),
            _ => (1, ','),
        };
        Self {
            text: MARK.into(),
            column,
            separator,
        }
    }

    fn figures(&mut self, table: [&str; 2], key: &str, figures: &Figures) {
        let seconds = |value: Option<u32>| value.map_or_else(String::new, |it| it.to_string());
        let mut cells = vec![table[self.column].to_owned(), key.to_owned()];
        cells.extend(
            [
                figures.contacts,
                figures.by_bot,
                figures.vip,
                figures.matters,
                figures.first_contact,
                figures.good,
                figures.fair,
                figures.bad,
                figures.promoters,
                figures.passives,
                figures.detractors,
                figures.kept,
                figures.broken,
                figures.answered,
            ]
            .map(|count| count.to_string()),
        );
        cells.extend([figures.answer_median, figures.answer_p90].map(seconds));
        cells.extend([figures.told, figures.quiet].map(|count| count.to_string()));
        self.line(&cells);
    }

    fn line(&mut self, cells: &[String]) {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                self.text.push(self.separator);
            }
            self.text.push_str(&quoted(&harmless(cell)));
        }
        self.text.push_str("\r\n");
    }
}

/// A cell that no spreadsheet takes for a formula.
fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        return format!("'{cell}");
    }
    cell.to_owned()
}

/// A cell in quotes where it needs them. Either separator does, whichever is in use.
fn quoted(cell: &str) -> String {
    if cell.contains(['"', ',', ';', '\r', '\n']) {
        return format!("\"{}\"", cell.replace('"', "\"\""));
    }
    cell.to_owned()
}
