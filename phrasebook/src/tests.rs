//! What is read of a language, what is held against it, and what is made of it.

use super::*;

fn book(source: &str) -> Phrasebook {
    Phrasebook::parse(source).expect("readable")
}

fn check_difference(reference: &str, other: &str, findings: &[&str]) {
    assert_eq!(differences(&book(reference), &book(other)), findings);
}

#[test]
fn numbers_are_known_by_their_plurals_or_by_saying_so() {
    let book = book(
        "left = { $count ->\n    [1] one left\n   *[other] { $count } left\n }\n\
         parcel = Parcel { NUMBER($n) } by { $carrier }\n\
         step = { $name ->\n    [shipped] Shipped\n   *[other] Somewhere\n }",
    );
    let variables: Vec<_> = book.messages.iter().map(Message::variables).collect();
    let variable = |name: &str, is_number| Variable {
        name: name.to_owned(),
        is_number,
    };
    assert_eq!(variables[0], [variable("count", true)]);
    assert_eq!(
        variables[1],
        [variable("n", true), variable("carrier", false)]
    );
    assert_eq!(variables[2], [variable("name", false)]);
}

#[test]
fn what_cannot_be_said_is_refused() {
    for source in [
        "a = { b }",
        "a = { $x",
        "-term = x",
        "a = 1\na = 2",
        "a =\n    .title = x",
        "a = { NUMBER($x, minimumFractionDigits: 2) }",
        "a = { DATETIME($x) }",
    ] {
        assert!(Phrasebook::parse(source).is_err(), "{source}");
    }
}

#[test]
fn a_language_says_neither_less_nor_more() {
    check_difference("a = x\nb = { $y }", "a = z\nb = { $y }", &[]);
    check_difference("a = x\nb = y", "a = x", &["b is missing"]);
    check_difference("a = x", "a = x\nb = y", &["b is said by nobody"]);
    check_difference("a = { $x }", "a = y", &["a leaves out $x"]);
    check_difference("a = y", "a = { $x }", &["a has no $x to put in"]);
    let step = |name: &str| format!("a = {{ $x ->\n    [{name}] y\n   *[back] z\n }}");
    check_difference(
        &step("shipped"),
        &step("sent"),
        &["a chooses between other names"],
    );
}

#[test]
fn plurals_are_each_languages_own() {
    let arabic = "a = { $n ->\n    [zero] v\n    [two] w\n    [few] x\n   *[other] y\n }";
    check_difference("a = { $n ->\n    [one] x\n   *[other] y\n }", arabic, &[]);
}

#[test]
fn a_message_becomes_a_method() {
    let code = functions(&book("with-agent = { $name }, { NUMBER($place) }"));
    assert!(code.contains("pub fn with_agent(self, name: &str, place: usize) -> String"));
    assert!(code.contains(
        "self.say(\"with-agent\", &[(\"name\", Value::Text(name)), (\"place\", Value::Number(place)), ])"
    ));
}
