//! Carriers of France.

use super::{Carrier, CarrierId, Page, Patience, UNTOLD};
use crate::season::WorkingWeek;

/// La Poste follows all parcels of its group on one page.
const LA_POSTE_PAGE: &str = "https://www.laposte.fr/outils/suivre-vos-envois?code={number}";

/// La Poste takes claims for a month after the posting and answers within three weeks to two
/// months; it names no day on which a parcel is lost. After two weeks of silence it searches.
const LA_POSTE_PATIENCE: Patience = Patience {
    handover_within: 3,
    stall_after: 4,
    inquiry_after: 15,
};

pub(super) static LA_POSTE: Carrier = Carrier {
    id: CarrierId::LaPoste,
    slug: "la_poste",
    name: "La Poste",
    aliases: &[
        "laposte",
        "lapostefr",
        "lapostefrance",
        "frlaposte",
        "groupelaposte",
        "lettresuivie",
        "lapostelettresuivie",
        "lettreverte",
        "lettrevertesuivie",
        "lettrerecommandee",
        "courriersuivi",
        "lapostecourrier",
    ],
    house: CarrierId::LaPoste,
    country: Some("FR"),
    // Letters are brought from Monday to Saturday.
    week: WorkingWeek::TO_SATURDAY,
    // A letter is often scanned twice only: at the sorting center and at the door.
    patience: Patience {
        stall_after: 5,
        ..LA_POSTE_PATIENCE
    },
    pages: &[Page::of(LA_POSTE_PAGE)],
    ..UNTOLD
};

pub(super) static COLISSIMO: Carrier = Carrier {
    id: CarrierId::Colissimo,
    slug: "colissimo",
    name: "Colissimo",
    aliases: &[
        "colissimo",
        "frcolissimo",
        "lapostecolissimo",
        "colissimolaposte",
        "socolissimo",
        "coliposte",
        "laposteparcel",
    ],
    brand: Some("colissimo"),
    house: CarrierId::LaPoste,
    country: Some("FR"),
    week: WorkingWeek::TO_SATURDAY,
    patience: LA_POSTE_PATIENCE,
    pages: &[Page::of(LA_POSTE_PAGE)],
    inquiry_page: Some("https://aide.laposte.fr/contact/colissimo"),
};

pub(super) static CHRONOPOST: Carrier = Carrier {
    id: CarrierId::Chronopost,
    slug: "chronopost",
    name: "Chronopost",
    aliases: &[
        "chronopost",
        "frchronopost",
        "chrono",
        "chronopostfrance",
        "chronoshop2shop",
        "shop2shop",
    ],
    brand: Some("chronopost"),
    house: CarrierId::LaPoste,
    country: Some("FR"),
    // Saturday is an option of its own.
    week: WorkingWeek::TO_FRIDAY,
    // An express parcel is scanned every day; the group's delay holds for the search.
    patience: Patience {
        handover_within: 2,
        stall_after: 2,
        ..LA_POSTE_PATIENCE
    },
    pages: &[Page::of(
        "https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT={number}",
    )],
    ..UNTOLD
};

pub(super) static MONDIAL_RELAY: Carrier = Carrier {
    id: CarrierId::MondialRelay,
    slug: "mondial_relay",
    name: "Mondial Relay",
    aliases: &["mondialrelay", "frmondialrelay", "mondialrelayfr"],
    brand: Some("mondialrelay"),
    house: CarrierId::MondialRelay,
    country: Some("FR"),
    // The page asks for the postcode if the link doesn't bring it.
    pages: &[
        Page::of("https://www.mondialrelay.fr/suivi-de-colis/?numeroExpedition={number}").or(
            "https://www.mondialrelay.fr/suivi-de-colis/?numeroExpedition={number}\
             &codePostal={postcode}",
        ),
    ],
    ..UNTOLD
};

// Its form takes a number by POST only, so that no link leads to a parcel.
pub(super) static RELAIS_COLIS: Carrier = Carrier {
    id: CarrierId::RelaisColis,
    slug: "relais_colis",
    name: "Relais Colis",
    aliases: &["relaiscolis", "frrelaiscolis", "sogep"],
    brand: Some("relaiscolis"),
    house: CarrierId::RelaisColis,
    country: Some("FR"),
    ..UNTOLD
};

pub(super) static COLIS_PRIVE: Carrier = Carrier {
    id: CarrierId::ColisPrive,
    slug: "colis_prive",
    name: "Colis Privé",
    aliases: &["colisprive", "frcolisprive"],
    brand: Some("colisprive"),
    house: CarrierId::ColisPrive,
    country: Some("FR"),
    week: WorkingWeek::TO_SATURDAY,
    pages: &[Page::with_postcode_only(
        "https://www.colisprive.com/moncolis/pages/detailColis.aspx?numColis={number}{postcode}",
    )],
    ..UNTOLD
};

pub(super) static DPD_FRANCE: Carrier = Carrier {
    id: CarrierId::DpdFrance,
    slug: "dpd_france",
    name: "DPD",
    aliases: &["dpdfrance", "dpdfr", "frdpd", "exapaq", "frexapaq"],
    brand: Some("dpdfrance"),
    house: CarrierId::Dpd,
    country: Some("FR"),
    pages: &[Page::of("https://trace.dpd.fr/fr/trace/{number}")],
    ..UNTOLD
};

pub(super) static GLS_FRANCE: Carrier = Carrier {
    id: CarrierId::GlsFrance,
    slug: "gls_france",
    name: "GLS",
    aliases: &["glsfrance", "glsfr", "frgls"],
    brand: Some("glsfrance"),
    house: CarrierId::Gls,
    country: Some("FR"),
    pages: &[Page::of(
        "https://gls-group.com/FR/fr/suivi-colis/?match={number}",
    )],
    ..UNTOLD
};
