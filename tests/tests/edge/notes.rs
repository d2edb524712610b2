//! Notes that name a colleague.

use tests::agent::Agent;
use tests::shopper::Shopper;

use crate::shop_with_agent;

#[tokio::test]
async fn nt2_whom_a_note_names_is_told_until_it_is_read() {
    let (site, mut camille) = shop_with_agent().await;
    let account = site.hire("Noé Marchand", false).await;
    let mut colleague = Agent::sign_in(&site, &account).await;
    let me = colleague.id().await;
    let mut shopper = Shopper::new(&site).await;
    shopper.say("Bonjour").await;
    shopper.ask_for_human().await;
    let contact = shopper.contact.clone();
    camille.case(|case| case.contact == contact).await;

    let note = camille.note(&contact, "@noé, tu connais ce vase ?").await;
    let note = note.expect("it is a case");
    let named = colleague.case(|case| !case.mentioned.is_empty()).await;
    assert_eq!(
        (&named.contact, &named.mentioned[..]),
        (&contact, &[me][..])
    );
    // What another has read is not what he has.
    camille.read(&contact, note).await;
    camille
        .note(&contact, "Personne d’autre")
        .await
        .expect("it is a case");
    let still = colleague.case(|case| case.head > note).await;
    assert_eq!(still.mentioned, named.mentioned);
    colleague.read(&contact, note).await;
    colleague
        .case(|case| case.contact == contact && case.mentioned.is_empty())
        .await;
}
