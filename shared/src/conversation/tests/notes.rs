//! Notes that name a colleague.

use super::*;

fn named(contact: &Contact) -> Vec<&str> {
    contact
        .state
        .mentioned
        .keys()
        .map(AgentId::as_str)
        .collect()
}

#[test]
fn nt2_whom_a_note_names_is_named_until_it_is_read_and_its_author_never() {
    let ids = |names: &[&str]| -> Vec<String> {
        let ids = names.iter().map(|name| agent(name).id.0);
        ids.collect()
    };
    let mut contact = Contact::after(&[said("Bonjour"), noted_to("Ana", "@Ben", &["Ana", "Ben"])]);
    assert_eq!(named(&contact), ids(&["Ben"]));
    let note = contact.head;
    for (reader, upto, expected) in [
        ("Ana", note, &["Ben"][..]),
        ("Ben", note - 1, &["Ben"]),
        ("Ben", note, &[]),
    ] {
        contact.take(&agent_read(reader, upto)).unwrap();
        assert_eq!(named(&contact), ids(expected), "{reader} {upto}");
    }
    contact.take(&noted_to("Ben", "@Ana", &["Ana"])).unwrap();
    assert_eq!(named(&contact), ids(&["Ana"]));
}
