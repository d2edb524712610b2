//! The report as a table for spreadsheets.

use proptest::prelude::*;

use super::*;
use crate::language::Language;
use crate::protocol::report::{Figures, Line, Report};

fn report(carrier: &str) -> Report {
    Report {
        from: Day::parse("2026-12-01").unwrap(),
        to: Day::parse("2026-12-07").unwrap(),
        total: Figures::default(),
        days: Vec::new(),
        topics: Vec::new(),
        carriers: vec![Line {
            key: carrier.to_owned(),
            figures: Figures {
                contacts: 3,
                answer_median: Some(60),
                ..Figures::default()
            },
        }],
        levels: Vec::new(),
        reasons: Vec::new(),
        notices: Vec::new(),
    }
}

/// Reads a table as RFC 4180 has it.
fn cells(text: &str, separator: char) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    let (mut lines, mut line, mut cell) = (Vec::new(), Vec::new(), String::new());
    let (mut quoted, mut chars) = (false, text.chars().peekable());
    while let Some(char) = chars.next() {
        match char {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            _ if quoted => cell.push(char),
            '\r' if chars.peek() == Some(&'\n') => {
                chars.next();
                line.push(std::mem::take(&mut cell));
                lines.push(std::mem::take(&mut line));
            }
            _ if char == separator => line.push(std::mem::take(&mut cell)),
            _ => cell.push(char),
        }
    }
    assert!(
        cell.is_empty() && line.is_empty() && !quoted,
        "it ends whole"
    );
    lines
}

#[test]
fn rp6_a_table_is_parted_as_spreadsheets_of_the_language_expect() {
    let french = csv(&report("Colissimo"), Language::French);
    let english = csv(&report("Colissimo"), Language::English);
    let (french, english) = (cells(&french, ';'), cells(&english, ','));
    assert_eq!(&french[0][..3], ["Par", "Quoi", "Demandes"]);
    assert_eq!(&english[0][..3], ["By", "What", "Contacts"]);
    assert_eq!(&french[2][..3], ["Transporteur", "Colissimo", "3"]);
    assert_eq!(french[2][16], "60");
    assert_eq!(french[2][17], "");
    for line in french.iter().chain(&english) {
        assert_eq!(line.len(), 20);
    }
}

#[test]
fn rp6_no_cell_is_a_formula() {
    for name in ["=1+1", "+33", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"] {
        let table = csv(&report(name), Language::French);
        assert_eq!(cells(&table, ';')[2][1], format!("'{name}"));
    }
}

proptest! {
    #[test]
    fn rp6_whatever_a_carrier_is_called_the_table_keeps_its_cells(name in "[ -~éü;,\"'\r\n\t=+@-]{0,12}") {
        for (language, separator) in [(Language::French, ';'), (Language::English, ',')] {
            let table = cells(&csv(&report(&name), language), separator);
            prop_assert_eq!(table.len(), 3);
            prop_assert!(table.iter().all(|line| line.len() == 20));
            prop_assert_eq!(table[2][1].trim_start_matches('\''), name.trim_start_matches('\''));
        }
    }
}
