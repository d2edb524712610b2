//! How an address may be written, and what is none.

use proptest::prelude::*;

use super::*;

fn home(lines: &[&str], postcode: &str, town: &str, country: &str) -> Address {
    Address {
        lines: lines.iter().map(|&line| line.to_owned()).collect(),
        postcode: postcode.to_owned(),
        town: town.to_owned(),
        country: country.to_owned(),
        company: None,
    }
}

fn form(lines: &[&str], postcode: &str, town: &str, country: &str) -> Option<String> {
    home(lines, postcode, town, country).form()
}

#[test]
fn hh1_one_home_written_twice_has_one_form() {
    for (one, other) in [
        (
            form(&["12, rue de l’Église"], "69003", "Lyon", "FR"),
            form(&["12 RUE DE L'EGLISE "], "F-69 003", "LYON Cedex 03", "fr"),
        ),
        (
            form(
                &["Bât. B", "3 bis av. Jean-Jaurès"],
                "75011",
                "Paris 11e",
                "FR",
            ),
            form(
                &["3BIS AVENUE JEAN JAURES, batiment b"],
                "75011",
                "Paris",
                "FR",
            ),
        ),
        (
            form(&["4 bd St-Michel", "appt 12"], "42000", "St-Étienne", "FR"),
            form(
                &["4, boulevard Saint Michel", "App. 12"],
                "42000",
                "SAINT ETIENNE",
                "FR",
            ),
        ),
        (
            form(&["Hauptstr. 7a"], "10115", "Berlin", "DE"),
            form(&["Hauptstraße 7 A"], "D-10115", "BERLIN", "DE"),
        ),
        (
            form(&["Via Roma, 5"], "20121", "Milano", "IT"),
            form(&["VIA ROMA 5"], "20121", "Milano", "IT"),
        ),
    ] {
        assert!(one.is_some());
        assert_eq!(one, other);
    }
}

#[test]
fn hh1_two_homes_have_two_forms() {
    let forms = [
        form(&["12 rue Pasteur"], "39220", "Bois-d’Amont", "FR"),
        form(&["21 rue Pasteur"], "39220", "Bois-d’Amont", "FR"),
        form(&["12 bis rue Pasteur"], "39220", "Bois-d’Amont", "FR"),
        form(&["12 place Pasteur"], "39220", "Bois-d’Amont", "FR"),
        // Villages share a postcode, and each has its church.
        form(&["12 rue Pasteur"], "39220", "Prémanon", "FR"),
        form(&["12 rue Pasteur"], "39220", "Bois-d’Amont", "CH"),
        form(&["12 rue Pasteur", "appt 3"], "39220", "Bois-d’Amont", "FR"),
        form(&["4 rue du 12 septembre"], "39220", "Bois-d’Amont", "FR"),
        form(&["12 rue du 4 septembre"], "39220", "Bois-d’Amont", "FR"),
    ];
    let mut distinct = forms.to_vec();
    distinct.sort();
    distinct.dedup();
    assert!(forms.iter().all(Option::is_some));
    assert_eq!(distinct.len(), forms.len());
}

#[test]
fn hh1_what_is_no_home_has_no_form() {
    let office = Address {
        company: Some("Bricole SARL".to_owned()),
        ..home(&["12 rue Pasteur"], "39220", "Bois-d’Amont", "FR")
    };
    assert_eq!(office.form(), None);
    let blank = Address {
        company: Some("  ".to_owned()),
        ..home(&["12 rue Pasteur"], "39220", "Bois-d’Amont", "FR")
    };
    assert!(blank.form().is_some());
    for (lines, postcode, town, country) in [
        (
            ["Point Relais Tabac", "1 rue Pasteur"],
            "39220",
            "Les Rousses",
            "FR",
        ),
        (["Packstation 104", ""], "10115", "Berlin", "DE"),
        (["Amazon Locker Zoé", "Gare"], "69003", "Lyon", "FR"),
        (["", ""], "39220", "Les Rousses", "FR"),
        (["12", ""], "39220", "Les Rousses", "FR"),
        (["12 rue Pasteur", ""], "", "Les Rousses", "FR"),
        (["12 rue Pasteur", ""], "39220", " ", "FR"),
        (["12 rue Pasteur", ""], "39220", "Les Rousses", ""),
    ] {
        assert_eq!(form(&lines, postcode, town, country), None, "{lines:?}");
    }
}

#[test]
fn hh1_an_address_is_not_shown_by_its_debug_form() {
    let shown = format!(
        "{:?}",
        home(&["12 rue Pasteur"], "39220", "Les Rousses", "FR")
    );
    assert_eq!(shown, "Address");
}

/// How a street, a town or a flat may be written otherwise.
fn rewritten(text: &str, way: u8) -> String {
    let swapped = match way % 4 {
        0 => text.replace("rue", "r.").replace("avenue", "Av"),
        1 => text.replace("saint", "St").replace("batiment", "bât."),
        2 => text.replace('e', "é").replace("appartement", "Appt"),
        _ => text.replace(' ', "  "),
    };
    match way / 4 % 3 {
        0 => swapped.to_uppercase(),
        1 => format!(" {swapped} "),
        _ => swapped,
    }
}

prop_compose! {
    fn any_home()(
        number in 1..400_u32,
        kind in prop::sample::select(vec!["rue", "avenue", "place", "chemin"]),
        of in prop::sample::select(vec!["de la paix", "saint michel", "du moulin", "des lilas"]),
        flat in prop::sample::select(vec!["", "batiment b", "appartement 12"]),
        town in prop::sample::select(vec!["lyon", "saint denis", "le mans", "vezelay"]),
        postcode in 10_000..99_999_u32,
    ) -> (u32, [String; 4]) {
        (number, [format!("{kind} {of}"), flat.to_owned(), town.to_owned(), postcode.to_string()])
    }
}

fn written(number: u32, parts: &[String; 4], ways: [u8; 3]) -> Option<String> {
    let [street, flat, town, postcode] = parts;
    let comma = if ways[0].is_multiple_of(2) { "," } else { "" };
    let street = format!("{number}{comma} {}", rewritten(street, ways[0]));
    let flat = rewritten(flat, ways[1]);
    let lines: Vec<String> = match ways[2] % 3 {
        0 => vec![street, flat],
        1 => vec![flat, street],
        _ => vec![format!("{street}, {flat}")],
    };
    Address {
        lines,
        postcode: postcode.clone(),
        town: rewritten(town, ways[2]),
        country: "FR".to_owned(),
        company: None,
    }
    .form()
}

proptest! {
    #[test]
    fn hh1_however_it_is_written((number, parts) in any_home(), ways: [u8; 3], others: [u8; 3]) {
        let form = written(number, &parts, ways);
        prop_assert!(form.is_some());
        prop_assert_eq!(&form, &written(number, &parts, others));
        prop_assert_ne!(form, written(number + 1, &parts, others));
    }

    #[test]
    fn hh1_any_text_is_read(
        lines in prop::collection::vec(any::<String>(), 0..4),
        postcode: String,
        town: String,
        country: String,
        company: Option<String>,
    ) {
        let address = Address { lines, postcode, town, country, company };
        prop_assert_eq!(address.form(), address.clone().form());
    }
}
