//! The protocol as SPEC.md tells it, against the types that are sent.
//!
//! SPEC.md has a table for each enum whose variants have fields, headed by its name, with a row for
//! each variant; and one table headed `type`, with a row for each struct and each plain enum. The
//! second cell of a row names the fields in their order, those that may be absent with a `?`.

use std::collections::BTreeMap;

use syn::{Attribute, Expr, Fields, Item, ItemEnum, ItemStruct, Lit, Meta, Type, Visibility};

use super::Finding;
use super::source::Source;

const SPEC: &str = "SPEC.md";

/// Where the types of the two sockets are.
const TYPES: [&str; 10] = [
    "mod",
    "choice",
    "rating",
    "request",
    "session",
    "widget",
    "desk",
    "desk/case",
    "desk/listing",
    "desk/quarantine",
];

/// The heading of the table of structs and plain enums.
const PLAIN: &str = "type";

/// The tables that the types ask for: by heading, by the row's name, the fields and what it is.
type Tables = BTreeMap<String, Vec<Row>>;

#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    name: String,
    fields: String,
    about: String,
}

/// A row of SPEC.md and where it stands.
struct Told {
    line: usize,
    name: String,
    fields: String,
}

/// What the types have and SPEC.md does not tell, or tells otherwise.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let Some(spec) = sources.iter().find(|source| source.path == SPEC) else {
        return Vec::new();
    };
    let mut items = Vec::new();
    for module in TYPES {
        let path = format!("shared/src/protocol/{module}.rs");
        let Some(source) = sources.iter().find(|source| source.path == path) else {
            continue;
        };
        match syn::parse_file(&source.text) {
            Ok(file) => items.extend(file.items),
            Err(error) => return vec![Finding::new(source, 1, error.to_string())],
        }
    }
    compare(spec, &tables_of(&items))
}

fn compare(spec: &Source, wanted: &Tables) -> Vec<Finding> {
    let told = told_tables(spec);
    let mut findings = Vec::new();
    for (heading, rows) in wanted {
        let Some((line, told)) = told.get(heading) else {
            let text = format!("no table is headed `{heading}`");
            findings.push(Finding::new(spec, 1, text));
            continue;
        };
        for row in rows {
            match told.iter().find(|told| told.name == row.name) {
                Some(told) if told.fields == row.fields => {}
                Some(told) => {
                    let text = format!("`{}` has {}", row.name, row.fields);
                    findings.push(Finding::new(spec, told.line, text));
                }
                None => {
                    let Row {
                        name,
                        fields,
                        about,
                    } = row;
                    let text = format!("`{heading}` lacks | `{name}` | {fields} | {about} |");
                    findings.push(Finding::new(spec, *line, text));
                }
            }
        }
        let unknown = told
            .iter()
            .filter(|told| rows.iter().all(|row| row.name != told.name));
        findings.extend(unknown.map(|told| {
            let text = format!("`{heading}` has no `{}`", told.name);
            Finding::new(spec, told.line, text)
        }));
    }
    findings
}

/// The tables of the specification, by the name that heads their first column.
fn told_tables(spec: &Source) -> BTreeMap<String, (usize, Vec<Told>)> {
    let mut tables: BTreeMap<String, (usize, Vec<Told>)> = BTreeMap::new();
    let mut heading: Option<String> = None;
    for (line, text) in spec.lines() {
        let Some(row) = text.strip_prefix('|') else {
            heading = None;
            continue;
        };
        let mut cells = row.split('|').map(str::trim);
        let name = cells
            .next()
            .unwrap_or_default()
            .trim_matches('`')
            .to_owned();
        let fields = cells.next().unwrap_or_default().to_owned();
        match &heading {
            None => {
                tables.insert(name.clone(), (line, Vec::new()));
                heading = Some(name);
            }
            Some(_) if name.starts_with("--") => {}
            Some(heading) => {
                if let Some((_, rows)) = tables.get_mut(heading) {
                    rows.push(Told { line, name, fields });
                }
            }
        }
    }
    tables
}

/// The tables that public types ask for.
fn tables_of(items: &[Item]) -> Tables {
    let mut tables = Tables::new();
    for item in items {
        match item {
            Item::Struct(it) if is_public(&it.vis) => {
                let row = Row {
                    name: it.ident.to_string(),
                    fields: field_names(&it.fields, items),
                    about: first_sentence(&it.attrs),
                };
                tables.entry(PLAIN.to_owned()).or_default().push(row);
            }
            Item::Enum(it) if is_public(&it.vis) => {
                if it.variants.iter().all(|variant| variant.fields.is_empty()) {
                    let row = plain_row(it);
                    tables.entry(PLAIN.to_owned()).or_default().push(row);
                } else {
                    tables.insert(it.ident.to_string(), variant_rows(it, items));
                }
            }
            _ => {}
        }
    }
    tables
}

fn plain_row(plain: &ItemEnum) -> Row {
    let names = plain.variants.iter().map(|variant| {
        let name = snake(&variant.ident.to_string());
        format!("`{name}`")
    });
    Row {
        name: plain.ident.to_string(),
        fields: names.collect::<Vec<_>>().join(", "),
        about: first_sentence(&plain.attrs),
    }
}

fn variant_rows(of: &ItemEnum, items: &[Item]) -> Vec<Row> {
    let rows = of.variants.iter().map(|variant| Row {
        name: snake(&variant.ident.to_string()),
        fields: field_names(&variant.fields, items),
        about: first_sentence(&variant.attrs),
    });
    rows.collect()
}

/// The fields by name. A variant that holds a struct has the struct's.
fn field_names(fields: &Fields, items: &[Item]) -> String {
    let held = match fields {
        Fields::Unnamed(held) => held
            .unnamed
            .first()
            .and_then(|field| struct_of(&field.ty, items)),
        _ => None,
    };
    if let Some(held) = held {
        return field_names(&held.fields, items);
    }
    let names = fields.iter().filter_map(|field| {
        let mark = if may_be_absent(&field.ty, &field.attrs) {
            "?"
        } else {
            ""
        };
        Some(format!("`{}{mark}`", field.ident.as_ref()?))
    });
    names.collect::<Vec<_>>().join(", ")
}

fn struct_of<'a>(ty: &Type, items: &'a [Item]) -> Option<&'a ItemStruct> {
    let name = last_segment(ty)?;
    items.iter().find_map(|item| match item {
        Item::Struct(it) if it.ident == name => Some(it),
        _ => None,
    })
}

/// Whether a field may be left out, or be null.
fn may_be_absent(ty: &Type, attributes: &[Attribute]) -> bool {
    let has_default = attributes.iter().any(|attribute| {
        let Meta::List(list) = &attribute.meta else {
            return false;
        };
        let words = list.tokens.to_string();
        list.path.is_ident("serde") && words.split([',', ' ']).any(|word| word == "default")
    });
    has_default || last_segment(ty).is_some_and(|name| name == "Option")
}

fn last_segment(ty: &Type) -> Option<String> {
    match ty {
        Type::Path(path) => Some(path.path.segments.last()?.ident.to_string()),
        _ => None,
    }
}

/// The first sentence of the doc comment.
fn first_sentence(attributes: &[Attribute]) -> String {
    let lines = attributes.iter().filter_map(|attribute| {
        let Meta::NameValue(doc) = &attribute.meta else {
            return None;
        };
        match &doc.value {
            Expr::Lit(text) if doc.path.is_ident("doc") => match &text.lit {
                Lit::Str(text) => Some(text.value().trim().to_owned()),
                _ => None,
            },
            _ => None,
        }
    });
    let text = lines.collect::<Vec<_>>().join(" ");
    text.split_once(". ")
        .map_or(text.clone(), |(first, _)| format!("{first}."))
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// `OpenCase` as the wire has it: `open_case`.
fn snake(name: &str) -> String {
    let mut snake = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !snake.is_empty() {
            snake.push('_');
        }
        snake.push(letter.to_ascii_lowercase());
    }
    snake
}

#[cfg(test)]
mod tests {
    use super::{Source, check};

    const TYPES: &str = "
        //! Types.
        /// What is sent.
        #[derive(Serialize)]
        #[serde(rename_all = \"snake_case\")]
        pub enum Frame {
            /// Says hello. And more.
            SayHello { /// Whose.
                epoch: Option<u32>, #[serde(default)] more: bool, cid: Cid },
            /// Speaks.
            Said(Word),
        }
        /// A word.
        pub struct Word { /// Text.
            pub text: String }
        /// Why.
        pub enum Why { TooFast, Empty }
        enum Private { Never { x: u8 } }";

    const SPEC: &str = "\
| `Frame` | fields | |
| --- | --- | --- |
| `say_hello` | `epoch?`, `more?`, `cid` | Says hello. |
| `said` | `text` | Speaks. |

| type | fields | |
| --- | --- | --- |
| `Word` | `text` | |
| `Why` | `too_fast`, `empty` | |
";

    fn findings(types: &str, spec: &str) -> Vec<(usize, String)> {
        let source = |path: &str, text: &str| Source {
            path: path.to_owned(),
            text: text.to_owned(),
        };
        let sources = [
            source("shared/src/protocol/widget.rs", types),
            source("SPEC.md", spec),
        ];
        let found = check(&sources).into_iter();
        found.map(|finding| (finding.line, finding.text)).collect()
    }

    #[test]
    fn what_is_told_rightly_is_no_finding() {
        assert_eq!(findings(TYPES, SPEC), []);
    }

    #[test]
    fn a_change_of_a_type_is_found_where_it_is_told() {
        let types = TYPES
            .replace("cid: Cid", "cid: Cid, mood: Mood")
            .replace("TooFast,", "TooFast, TooSlow,");
        let expected = [
            (
                3,
                "`say_hello` has `epoch?`, `more?`, `cid`, `mood`".to_owned(),
            ),
            (9, "`Why` has `too_fast`, `too_slow`, `empty`".to_owned()),
        ];
        assert_eq!(findings(&types, SPEC), expected);
    }

    #[test]
    fn what_is_told_of_nothing_and_what_is_not_told_are_found() {
        let spec = SPEC.replace("`said` | `text`", "`sang` | `text`");
        let expected = [
            (1, "`Frame` lacks | `said` | `text` | Speaks. |".to_owned()),
            (4, "`Frame` has no `sang`".to_owned()),
        ];
        assert_eq!(findings(TYPES, &spec), expected);
        let headless = findings(TYPES, &SPEC.replace("`Frame`", "`Fame`"));
        assert_eq!(headless, [(1, "no table is headed `Frame`".to_owned())]);
    }
}
