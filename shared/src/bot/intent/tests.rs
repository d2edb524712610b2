//! Sentences of shoppers in every language, and what they ask for.

use super::*;

fn check(expect: &Intent, texts: &[&str]) {
    for text in texts {
        assert_eq!(understand(text), *expect, "{text}");
    }
}

#[test]
fn bo2_tracking_is_understood_in_many_wordings() {
    check(
        &Intent::Track(None),
        &[
            "Où est ma commande ?",
            "ou est mon colis",
            "J’attends toujours mon paquet",
            "Quand vais-je recevoir ma commande ?",
            "quand est-ce que je serai livré",
            "suivre ma commande",
            "suivi de colis",
            "Mon colis est en retard !",
            "ma commande",
            "Bonjour, où est mon colis ?",
            "Where is my order?",
            "where's my package",
            "When will my parcel arrive?",
            "track my order",
            "My delivery is late",
            "order status please",
            "Wo ist meine Bestellung?",
            "Wann kommt mein Paket?",
            "Sendungsverfolgung bitte",
            "Meine Lieferung ist verspätet",
            "¿Dónde está mi pedido?",
            "Cuándo llega mi paquete",
            "Seguimiento de mi envío",
            "Dov’è il mio ordine?",
            "Quando arriva il pacco?",
            "Vorrei tracciare la spedizione",
            "Waar is mijn bestelling?",
            "Wanneer komt mijn pakket aan?",
            "Waar blijft mijn zending",
            "Onde está a minha encomenda?",
            "Quando chega o meu pacote?",
            "Quero rastrear a encomenda",
            "أين طلبي؟",
            "متى يصل الطرد؟",
            "أريد تتبّع الشحنة",
        ],
    );
}

#[test]
fn bo2_what_did_not_come_is_understood() {
    check(
        &Intent::NotReceived(None),
        &[
            "Je n'ai toujours rien reçu",
            "ma commande n'est pas arrivée",
            "C’est marqué livré et je n’ai rien",
            "I still haven't received my order",
            "It says delivered but it isn’t here",
            "Ich habe mein Paket nicht erhalten",
            "Es steht als zugestellt, aber es ist nichts da",
            "No he recibido mi pedido",
            "Aparece como entregado",
            "Non ho ricevuto il pacco",
            "Risulta consegnato ma non c’è",
            "Ik heb mijn pakket niet ontvangen",
            "Het staat als bezorgd",
            "Não recebi a minha encomenda",
            "Consta como entregue",
            "لم أستلم طلبي",
            "لم يصل الطرد",
        ],
    );
}

#[test]
fn bo2_wishes_are_understood() {
    check(
        &Intent::Refund(None),
        &[
            "Je veux être remboursé",
            "Pouvez-vous me rembourser ?",
            "I want a refund",
            "Give me my money back",
            "Ich möchte mein Geld zurück",
            "Ich will eine Erstattung",
            "Quiero un reembolso",
            "Quiero que me devuelvan el dinero",
            "Vorrei un rimborso",
            "Rivoglio i miei soldi",
            "Ik wil mijn geld terug",
            "Quero um reembolso",
            "أريد استرداد المبلغ",
        ],
    );
    check(
        &Intent::OtherAddress(None),
        &[
            "Je voudrais changer l’adresse de livraison",
            "Je me suis trompé d'adresse",
            "Can I change my delivery address?",
            "I gave the wrong address",
            "Ich möchte die Adresse ändern",
            "Die Adresse ist falsch, neue Adresse?",
            "Quiero cambiar la dirección",
            "Vorrei modificare l’indirizzo",
            "Ik wil het adres wijzigen",
            "Quero mudar a morada",
            "أريد تغيير العنوان",
        ],
    );
    assert_eq!(
        understand("Remboursez-moi la commande n° 1042"),
        Intent::Refund(Some("1042".into()))
    );
    assert_eq!(
        understand("Quelle est votre politique de remboursement ?"),
        Intent::Other
    );
}

#[test]
fn a_number_in_the_sentence_is_found() {
    for (text, number) in [
        ("où est ma commande #1042 ?", "1042"),
        ("Suivi de la commande n° 1042", "1042"),
        ("where is order 1042-B?", "1042-B"),
        ("1042", "1042"),
        ("#FR1042", "FR1042"),
        ("Wo ist Bestellung Nr. 1042?", "1042"),
        ("¿Dónde está el pedido n.º 1042?", "1042"),
        ("Waar is bestelling 1042?", "1042"),
        ("أين الطلب رقم 1042؟", "1042"),
    ] {
        assert_eq!(
            understand(text),
            Intent::Track(Some(number.to_owned())),
            "{text}"
        );
    }
    assert_eq!(
        understand("Commande n° 1042 toujours pas reçue"),
        Intent::NotReceived(Some("1042".into()))
    );
}

#[test]
fn bo2_a_human_is_understood_before_anything_else() {
    check(
        &Intent::Human,
        &[
            "je veux parler à un humain",
            "Un conseiller svp",
            "puis-je parler à quelqu'un de ma commande ?",
            "I want to talk to a real person",
            "customer service please",
            "Ich möchte mit einem Menschen sprechen",
            "Kundenservice bitte",
            "Quiero hablar con una persona",
            "Atención al cliente, por favor",
            "Vorrei parlare con un operatore",
            "Servizio clienti",
            "Ik wil een medewerker spreken",
            "Klantenservice",
            "Quero falar com uma pessoa",
            "Apoio ao cliente",
            "أريد التحدّث إلى موظف",
            "خدمة العملاء",
        ],
    );
}

#[test]
fn small_talk_is_small_talk_only_when_it_is_alone() {
    check(
        &Intent::Greeting,
        &[
            "Bonjour",
            "Hello there",
            "Guten Tag!",
            "Buenos días",
            "Buongiorno",
            "Goedemorgen",
            "Boa tarde",
            "السلام عليكم",
        ],
    );
    check(
        &Intent::Thanks,
        &[
            "Merci beaucoup !",
            "Thank you very much",
            "Vielen Dank",
            "Muchas gracias",
            "Grazie mille",
            "Dank u wel",
            "Muito obrigada",
            "شكرًا جزيلًا",
        ],
    );
    check(
        &Intent::Yes,
        &[
            "Oui",
            "Yes please",
            "Ja, gerne",
            "Sí",
            "Sì",
            "Jazeker",
            "Sim",
            "نعم",
        ],
    );
    check(
        &Intent::No,
        &[
            "Non merci",
            "No, thanks",
            "Nein danke",
            "No, gracias",
            "No grazie",
            "Nee dank u",
            "Não, obrigado",
            "لا شكرًا",
        ],
    );
}

#[test]
fn what_is_not_understood_is_other() {
    check(
        &Intent::Other,
        &[
            "Ce train convient-il à 2 ans ?",
            "Do you have it in blue?",
            "Aus welchem Holz ist der Bär?",
            "¿Es lavable a máquina?",
            "Di che legno è l’orso?",
            "Is dit speelgoed veilig?",
            "É feito à mão?",
            "هل هو مصنوع من الخشب؟",
            "…",
            "",
            "il y a 3 roues",
        ],
    );
}

#[test]
fn se5_the_season_is_asked_for_in_many_wordings() {
    check(
        &Intent::OrderUntil,
        &[
            "Jusqu’à quand puis-je commander pour Noël ?",
            "Quelle est la date limite pour être livré à Noël ?",
            "si je commande aujourd'hui, ce sera là pour Noël ?",
            "Est-il encore temps de commander avant le 24 décembre ?",
            "dernier délai pour commander",
            "Until when can I order for Christmas?",
            "What is the last day to order?",
            "If I order today will it be here by Christmas?",
            "Bis wann muss ich für Weihnachten bestellen?",
            "¿Hasta cuándo puedo pedir para Navidad?",
            "Fino a quando posso ordinare per Natale?",
            "Tot wanneer kan ik bestellen voor kerst?",
            "Até quando posso encomendar para o Natal?",
            "حتى متى أطلب قبل عيد الميلاد؟",
        ],
    );
    check(
        &Intent::InTime(None),
        &[
            "Mon colis arrivera-t-il avant Noël ?",
            "Est-ce que ma commande sera là à temps ?",
            "Will my order be here in time?",
            "Will it arrive before Christmas?",
            "Kommt mein Paket rechtzeitig?",
            "¿Llegará mi pedido antes de Navidad?",
            "Il pacco arriva prima di Natale?",
            "Komt mijn pakket op tijd?",
            "A encomenda chega antes do Natal?",
            "هل يصل الطرد قبل عيد الميلاد؟",
        ],
    );
    let named = Intent::InTime(Some("1042".into()));
    check(&named, &["ma commande n° 1042 sera là pour Noël ?"]);
    check(
        &Intent::Other,
        &[
            "Joyeux Noël !",
            "Merry Christmas",
            "C'est un cadeau de Noël",
        ],
    );
}
