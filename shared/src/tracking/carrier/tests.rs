//! The table of carriers: names that find one carrier, links that hold, figures that make sense.

use std::collections::BTreeMap;

use super::*;
use crate::source::https_url;

fn id_of(name: &str) -> Option<CarrierId> {
    Carrier::named(name).map(|carrier| carrier.id)
}

#[test]
fn carriers_are_found_however_they_are_written() {
    use CarrierId as Id;
    for (name, id) in [
        ("colissimo", Id::Colissimo),
        ("COLISSIMO", Id::Colissimo),
        ("FR Colissimo", Id::Colissimo),
        ("LaPosteColissimo", Id::Colissimo),
        ("la-poste-colissimo", Id::Colissimo),
        ("Colissimo Point Retrait", Id::Colissimo),
        ("La Poste", Id::LaPoste),
        ("LaPoste", Id::LaPoste),
        ("La Poste – Lettre suivie", Id::LaPoste),
        ("La Poste Suisse", Id::SwissPost),
        ("Chronopost", Id::Chronopost),
        ("chronopost-france", Id::Chronopost),
        ("Chronopost Shop2Shop", Id::Chronopost),
        ("mondial_relay", Id::MondialRelay),
        ("Mondial Relay Locker", Id::MondialRelay),
        ("Relais Colis", Id::RelaisColis),
        ("Colis Privé", Id::ColisPrive),
        ("ColisPrive", Id::ColisPrive),
        ("DPD", Id::Dpd),
        ("DPD France", Id::DpdFrance),
        ("dpd-uk", Id::DpdUk),
        ("GLS", Id::Gls),
        ("gls_fr", Id::GlsFrance),
        ("DHLExpress", Id::DhlExpress),
        ("DHL Express Worldwide", Id::DhlExpress),
        ("DHL Paket", Id::DhlPaket),
        ("dhl-germany", Id::DhlPaket),
        ("DHL", Id::Dhl),
        ("DHL eCommerce", Id::Dhl),
        ("Deutsche Post", Id::DeutschePost),
        ("Hermes Germany", Id::HermesGermany),
        ("Evri", Id::Evri),
        ("myHermes UK", Id::Evri),
        ("UPS®", Id::Ups),
        ("FedEx SmartPost", Id::Fedex),
        ("TNT Express", Id::Tnt),
        ("Amazon Logistics UK", Id::Amazon),
        ("bpost international", Id::Bpost),
        ("postnl-3s", Id::PostNl),
        ("Swiss Post", Id::SwissPost),
        ("Royal Mail", Id::RoyalMail),
        ("ParcelForce", Id::Parcelforce),
        ("Correos", Id::Correos),
        ("SEUR", Id::Seur),
        ("MRW", Id::Mrw),
        ("Poste Italiane", Id::PosteItaliane),
        ("Bartolini", Id::Brt),
        ("USPS", Id::Usps),
        ("Canada Post", Id::CanadaPost),
        ("Purolator", Id::Purolator),
        ("inpost-paczkomaty", Id::InPost),
        ("LaserShip", Id::OnTrac),
    ] {
        assert_eq!(id_of(name), Some(id), "{name}");
    }
}

#[test]
fn names_of_others_and_of_several_find_none() {
    for name in [
        "",
        "  ",
        "Other",
        "Hermes",
        "Post",
        "Correos de Chile",
        "Correos Express",
        "La Poste Tunisienne",
        "UPS Mail Innovations",
        "GLS US",
        "Australia Post",
        "livraison",
    ] {
        assert_eq!(id_of(name), None, "{name}");
    }
}

#[test]
fn a_name_is_one_carriers_and_a_slug_is_a_name() {
    let mut owners = BTreeMap::new();
    for carrier in Carrier::all() {
        for &alias in carrier.aliases {
            assert_eq!(compact(alias), alias);
            assert_eq!(owners.insert(alias, carrier.id), None, "{alias}");
        }
        assert_eq!(id_of(carrier.slug), Some(carrier.id), "{}", carrier.slug);
        let id = serde_json::to_value(carrier.id).unwrap();
        assert_eq!(id, carrier.slug);
        assert_eq!(Carrier::of(carrier.id).id, carrier.id);
        assert!(!carrier.name.is_empty());
    }
}

#[test]
fn houses_are_their_own_heads() {
    for carrier in Carrier::all() {
        let head = Carrier::of(carrier.house);
        assert_eq!(head.house, head.id, "{}", carrier.slug);
    }
}

#[test]
fn patience_grows_with_the_gravity() {
    for carrier in Carrier::all() {
        let patience = carrier.patience;
        assert!(patience.handover_within >= 1, "{}", carrier.slug);
        assert!(patience.stall_after >= 1, "{}", carrier.slug);
        // A working week of five days is seven.
        let stalled_days = patience.stall_after.div_ceil(5) * 7;
        assert!(patience.inquiry_after > stalled_days, "{}", carrier.slug);
    }
}

#[test]
fn the_name_comes_before_the_number_and_a_contradiction_names_none() {
    use CarrierId as Id;
    const UPS: &str = "1Z5R89390357567127";
    const COLISSIMO: &str = "8K00009775862";
    const POST: &str = "LA995560634US";
    for (name, number, expected) in [
        (Some("UPS"), UPS, Some(Id::Ups)),
        (None, UPS, Some(Id::Ups)),
        (Some("DPD"), UPS, None),
        (Some("A courier of ours"), UPS, None),
        (None, "12345678", None),
        (Some("Mondial Relay"), "12345678", Some(Id::MondialRelay)),
        // One house.
        (Some("La Poste"), COLISSIMO, Some(Id::LaPoste)),
        (Some("Chronopost"), COLISSIMO, Some(Id::Chronopost)),
        (Some("DHL"), "00340434161094042557", Some(Id::Dhl)),
        // From post to post.
        (Some("Colissimo"), POST, Some(Id::Colissimo)),
        (None, POST, Some(Id::Usps)),
        (None, "", None),
    ] {
        let carrier = Carrier::of_parcel(name, number);
        assert_eq!(carrier.map(|it| it.id), expected, "{name:?} {number}");
    }
}

#[test]
fn a_service_says_whether_the_weekend_counts() {
    let week = |carrier, service| Carrier::of(carrier).week(service);
    for (carrier, service, expected) in [
        (CarrierId::Chronopost, None, WorkingWeek::TO_FRIDAY),
        (
            CarrierId::Chronopost,
            Some("Chrono 13"),
            WorkingWeek::TO_FRIDAY,
        ),
        (
            CarrierId::Chronopost,
            Some("Chrono 13 – Samedi"),
            WorkingWeek::TO_SATURDAY,
        ),
        (
            CarrierId::Ups,
            Some("Express Saturday Delivery"),
            WorkingWeek::TO_SATURDAY,
        ),
        (CarrierId::Colissimo, Some("Dimanche"), WorkingWeek::WHOLE),
        (CarrierId::Colissimo, None, WorkingWeek::TO_SATURDAY),
        (CarrierId::Amazon, None, WorkingWeek::WHOLE),
    ] {
        assert_eq!(week(carrier, service), expected, "{carrier:?} {service:?}");
    }
}

#[test]
fn links_lead_to_the_carriers_page_of_the_number() {
    for (carrier, number, postcode, link) in [
        (
            CarrierId::Colissimo,
            "6A12345678909",
            None,
            Some("https://www.laposte.fr/outils/suivre-vos-envois?code=6A12345678909"),
        ),
        (
            CarrierId::MondialRelay,
            "12345678",
            None,
            Some("https://www.mondialrelay.fr/suivi-de-colis/?numeroExpedition=12345678"),
        ),
        (
            CarrierId::MondialRelay,
            "12345678",
            Some("69003"),
            Some(
                "https://www.mondialrelay.fr/suivi-de-colis/?numeroExpedition=12345678\
                 &codePostal=69003",
            ),
        ),
        (CarrierId::ColisPrive, "HS0000000001", None, None),
        (CarrierId::ColisPrive, "HS0000000001", Some(""), None),
        (
            CarrierId::ColisPrive,
            "HS0000000001",
            Some("69003"),
            Some(
                "https://www.colisprive.com/moncolis/pages/detailColis.aspx\
                 ?numColis=HS000000000169003",
            ),
        ),
        (
            CarrierId::Amazon,
            "TBA000000000000",
            None,
            Some("https://track.amazon.com/tracking/TBA000000000000"),
        ),
        (
            CarrierId::Amazon,
            "FR0000000000",
            None,
            Some("https://track.amazon.fr/tracking/FR0000000000"),
        ),
        (CarrierId::RelaisColis, "CC200000000000", None, None),
        (CarrierId::Ups, "", None, None),
    ] {
        let page = Carrier::of(carrier).page(number, postcode);
        assert_eq!(page.as_deref(), link, "{carrier:?} {number}");
    }
}

#[test]
fn links_are_https_and_hold_what_is_foreign_as_text() {
    for carrier in Carrier::all() {
        for page in carrier.pages {
            for template in page.by_number.iter().chain(&page.by_postcode) {
                assert!(https_url(template).is_some(), "{template}");
                assert_eq!(template.matches("{number}").count(), 1, "{template}");
            }
            assert!(
                page.by_number
                    .is_none_or(|link| !link.contains("{postcode}"))
            );
            assert!(
                page.by_postcode
                    .is_none_or(|link| link.contains("{postcode}"))
            );
        }
        assert!(
            carrier
                .inquiry_page
                .is_none_or(|page| https_url(page).is_some())
        );
        let Some(link) = carrier.page("1&a=b#/../ é{postcode}", Some("{number}\"<>")) else {
            continue;
        };
        assert!(https_url(&link).is_some(), "{link}");
        assert!(!link.contains(['{', '}', '"', '<', '>', 'é']), "{link}");
        assert!(
            link.contains("1%26a%3Db%23%2F..%2F%20%C3%A9%7Bpostcode%7D"),
            "{link}"
        );
    }
}
