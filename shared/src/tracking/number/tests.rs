//! Numbers and whose they are.

use proptest::prelude::*;

use super::*;

#[test]
fn a_carrier_is_named_when_its_number_proves_it() {
    use CarrierId as Id;
    for (number, carrier) in [
        // La Poste's group.
        ("8K 00009 77586 2", Id::Colissimo),
        ("6M00000000048", Id::Colissimo),
        ("4P36275770836", Id::LaPoste),
        ("1A00915820380", Id::LaPoste),
        ("LX983690067FR", Id::LaPoste),
        ("CP375196644FR", Id::Colissimo),
        ("XN368574133FR", Id::Chronopost),
        ("FV343883482JB", Id::Chronopost),
        ("XW261547816TS", Id::Chronopost),
        // Posts.
        ("RB119641349GB", Id::RoyalMail),
        ("LA284642894DE", Id::DeutschePost),
        ("CP739640176BE", Id::Bpost),
        ("EY268596935IT", Id::PosteItaliane),
        ("rb-123.456 785 us", Id::Usps),
        // Parcels.
        ("1Z5R89390357567127", Id::Ups),
        ("K1506235620", Id::Ups),
        ("00340434161094042557", Id::DhlPaket),
        ("008182709980000020033350276C", Id::Dpd),
        ("9611020987654312345672", Id::Fedex),
        ("9400111206206406260787", Id::Usps),
        ("420787459400111206206406260787", Id::Usps),
        ("C11031500001879", Id::OnTrac),
    ] {
        assert_eq!(carrier_of(number), Some(carrier), "{number}");
    }
}

#[test]
fn no_carrier_is_guessed_in_doubt() {
    for number in [
        // Their check digits agree, and other carriers have numbers like them.
        "986578788855",
        "0414 4176 0228 964",
        "3318810025",
        "0073938000549297",
        "07209562763",
        "09980000020033F",
        "03071790000523483741",
        // An SSCC may be anybody's; so may a British parcel be either of two carriers'.
        "376104250021234569",
        "EE119641349GB",
        "CP119641349GB",
        // A post that Grelot doesn't know.
        "EE773546842CN",
        // Formats without a check digit.
        "12345678",
        "TBA000000000000",
        "3SABCD1234567",
        "CC200000000401",
        // Check digits that don't agree.
        "8K00009775863",
        "LX983690064FR",
        "1Z5R89390357567128",
        "RB123456785XX",
        // No numbers.
        "",
        "INTERNATIONAL",
        "n° 1042",
    ] {
        assert_eq!(carrier_of(number), None, "{number}");
    }
}

#[test]
fn all_formats_that_fit_are_told() {
    let told = |number| -> Vec<(&str, Option<CarrierId>, Check)> {
        let recognized = recognize(number).into_iter();
        recognized
            .map(|it| (it.format, it.carrier, it.check))
            .collect()
    };
    assert_eq!(
        told("RB123456785FR"),
        [("s10", Some(CarrierId::LaPoste), Check::Passed)]
    );
    assert_eq!(told("EE773546842CN"), [("s10", None, Check::Passed)]);
    assert_eq!(
        told("12345678"),
        [
            (
                "mondial_relay_8",
                Some(CarrierId::MondialRelay),
                Check::None
            ),
            ("gls_8", Some(CarrierId::Gls), Check::None),
        ]
    );
}

#[test]
fn a_format_has_one_name() {
    let mut names: Vec<&str> = formats::all().map(|format| format.name).collect();
    names.sort_unstable();
    let count = names.len();
    names.dedup();
    assert_eq!(names.len(), count);
}

#[test]
fn what_is_far_too_long_is_not_looked_at() {
    let spaced: String = "1Z5R89390357567127"
        .chars()
        .flat_map(|c| [c, ' '])
        .collect();
    assert_eq!(carrier_of(&spaced), Some(CarrierId::Ups));
    assert!(recognize(&format!("{spaced}{}", " ".repeat(LONGEST))).is_empty());
}

fn sound_numbers() -> impl Strategy<Value = String> {
    proptest::sample::select(vec![
        "8K00009775862",
        "4P36275770836",
        "1A00915820380",
        "00340434161094042557",
        "008182709980000020033350276C",
        "9611020987654312345672",
        "9400111206206406260787",
        "9505511069605048600624",
    ])
    .prop_map(str::to_owned)
}

proptest! {
    #[test]
    fn nothing_makes_it_panic(number in "\\PC{0,60}") {
        let recognized = recognize(&number);
        if let Some(carrier) = carrier_of(&number) {
            prop_assert!(recognized.iter().any(|it| it.carrier == Some(carrier)));
        }
    }

    #[test]
    fn a_carrier_is_never_named_without_a_check(number in "[0-9A-Z]{7,41}") {
        if carrier_of(&number).is_some() {
            prop_assert!(recognize(&number).iter().any(|it| it.check == Check::Passed));
        }
    }

    /// The first seven characters tell the format; what follows is guarded in each of these.
    #[test]
    fn a_slip_of_the_finger_proves_nothing(
        number in sound_numbers(),
        place in 0_usize..40,
        by in 1_u8..10,
    ) {
        let place = 7 + place % (number.len() - 7);
        let digit = number.as_bytes()[place];
        prop_assume!(digit.is_ascii_digit());
        let changed = char::from(b'0' + (digit - b'0' + by) % 10).to_string();
        let mut slipped = number;
        slipped.replace_range(place..=place, &changed);
        prop_assert_eq!(carrier_of(&slipped), None, "{}", slipped);
    }
}
