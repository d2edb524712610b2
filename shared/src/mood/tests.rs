//! What lines show, and what is kept of them.

use super::*;

#[test]
fn rt8_a_mood_is_read_from_words_capitals_and_exclamation_marks() {
    use MoodLevel::{Angry, Calm, Desperate, Worried};
    for (text, level) in [
        ("Bonjour, où est mon colis ?", Calm),
        ("Merci !", Calm),
        ("Commande FR1042 SVP", Calm),
        ("Je suis inquiète, c’est pour Noël.", Worried),
        ("Toujours rien reçu…", Worried),
        ("Où est mon colis !!", Worried),
        ("C’est inadmissible.", Angry),
        ("OÙ EST MON COLIS PERDU !!!", Angry),
        ("Noël est gâché pour ma fille", Desperate),
        ("I am worried about my parcel", Worried),
        ("This is a joke.", Angry),
        ("You ruined Christmas", Desperate),
    ] {
        assert_eq!(read(text).level, level, "{text}");
    }
}

#[test]
fn rt8_a_complaint_in_public_is_seen() {
    assert!(read("Je vais le mettre sur Trustpilot").public_complaint);
    assert!(read("Expect a chargeback.").public_complaint);
    assert!(!read("Votre avis sur ce train ?").public_complaint);
}

#[test]
fn rt8_a_mood_rises_and_keeps_the_latest_lines_that_show_it() {
    let mut mood = Mood::default();
    assert_eq!(mood.with(1, "Bonjour"), None);
    for seq in 2..9 {
        mood = mood.with(seq, "C’est inadmissible").unwrap();
    }
    mood = mood.with(9, "Je suis inquiète").unwrap();
    assert_eq!(mood.level, MoodLevel::Angry);
    let seqs: Vec<u64> = mood.lines.iter().map(|line| line.seq).collect();
    assert_eq!(seqs, [5, 6, 7, 8, 9]);
}
