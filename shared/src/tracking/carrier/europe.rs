//! Carriers of Europe beside France.

use super::{Carrier, CarrierId, Page, Patience, UNTOLD};
use crate::season::WorkingWeek;

pub(super) static DPD: Carrier = Carrier {
    id: CarrierId::Dpd,
    slug: "dpd",
    name: "DPD",
    aliases: &[
        "dpd",
        "dpdgroup",
        "dpdde",
        "dpdgermany",
        "dpdpredict",
        "dpdrelais",
        "dpdpickup",
        "dpdclassic",
    ],
    house: CarrierId::Dpd,
    pages: &[Page::of(
        "https://tracking.dpd.de/status/en_US/parcel/{number}",
    )],
    ..UNTOLD
};

pub(super) static DPD_UK: Carrier = Carrier {
    id: CarrierId::DpdUk,
    slug: "dpd_uk",
    name: "DPD",
    aliases: &["dpduk", "dpdgb", "ukdpd", "dpdlocal", "dpdlocaluk"],
    brand: Some("dpduk"),
    house: CarrierId::Dpd,
    country: Some("GB"),
    pages: &[Page::of("https://track.dpd.co.uk/parcels/{number}")],
    ..UNTOLD
};

pub(super) static GLS: Carrier = Carrier {
    id: CarrierId::Gls,
    slug: "gls",
    name: "GLS",
    aliases: &[
        "gls",
        "glsgroup",
        "glseu",
        "glsde",
        "glsgermany",
        "glseurope",
        "generallogisticssystems",
    ],
    house: CarrierId::Gls,
    pages: &[Page::of(
        "https://gls-group.com/GROUP/en/parcel-tracking?match={number}",
    )],
    ..UNTOLD
};

pub(super) static BPOST: Carrier = Carrier {
    id: CarrierId::Bpost,
    slug: "bpost",
    name: "bpost",
    aliases: &["bpost", "bpostbe", "belgiumpost", "belgianpost", "bebpost"],
    brand: Some("bpost"),
    house: CarrierId::Bpost,
    country: Some("BE"),
    pages: &[
        Page::of("https://track.bpost.cloud/btr/web/#/search?itemCode={number}").or(
            "https://track.bpost.cloud/btr/web/#/search?itemCode={number}&postalCode={postcode}",
        ),
    ],
    ..UNTOLD
};

pub(super) static POST_NL: Carrier = Carrier {
    id: CarrierId::PostNl,
    slug: "post_nl",
    name: "PostNL",
    aliases: &["postnl", "nlpostnl", "postnlnl", "tntpostnl"],
    brand: Some("postnl"),
    house: CarrierId::PostNl,
    country: Some("NL"),
    week: WorkingWeek::TO_SATURDAY,
    pages: &[Page::of("https://jouw.postnl.nl/track-and-trace/{number}")],
    ..UNTOLD
};

pub(super) static SWISS_POST: Carrier = Carrier {
    id: CarrierId::SwissPost,
    slug: "swiss_post",
    name: "Swiss Post",
    aliases: &[
        "swisspost",
        "diepost",
        "diepostch",
        "diepostschweiz",
        "schweizerischepost",
        "schweizerpost",
        "lapostesuisse",
        "lapostech",
        "lapostasvizzera",
        "postch",
        "chpost",
    ],
    brand: Some("swisspost"),
    house: CarrierId::SwissPost,
    country: Some("CH"),
    pages: &[Page::of(
        "https://service.post.ch/ekp-web/ui/entry/search/{number}",
    )],
    ..UNTOLD
};

/// Deutsche Post DHL takes a search order from a week after the posting, when the last scan is
/// six days old or older (dhl.de, `heise.de`, `paketda.de`).
const DEUTSCHE_POST_PATIENCE: Patience = Patience {
    handover_within: 3,
    stall_after: 4,
    inquiry_after: 10,
};

pub(super) static DEUTSCHE_POST: Carrier = Carrier {
    id: CarrierId::DeutschePost,
    slug: "deutsche_post",
    name: "Deutsche Post",
    aliases: &[
        "deutschepost",
        "dedeutschepost",
        "deutschepostde",
        "germanypost",
        "deutschepostbrief",
        "deutschepostmail",
    ],
    house: CarrierId::Dhl,
    country: Some("DE"),
    week: WorkingWeek::TO_SATURDAY,
    patience: DEUTSCHE_POST_PATIENCE,
    pages: &[Page::of(
        "https://www.deutschepost.de/de/s/sendungsverfolgung.html?piececode={number}",
    )],
    ..UNTOLD
};

pub(super) static DHL_PAKET: Carrier = Carrier {
    id: CarrierId::DhlPaket,
    slug: "dhl_paket",
    name: "DHL",
    aliases: &[
        "dhlpaket",
        "dhlde",
        "dedhl",
        "dhlgermany",
        "dhldeutschland",
        "dhlparcelde",
        "dhlparcelgermany",
        "dhlpaketde",
        "deutschepostdhl",
        "dhlwarenpost",
        "dhlkleinpaket",
    ],
    brand: Some("dhlpaket"),
    house: CarrierId::Dhl,
    country: Some("DE"),
    week: WorkingWeek::TO_SATURDAY,
    patience: DEUTSCHE_POST_PATIENCE,
    pages: &[Page::of(
        "https://www.dhl.de/de/privatkunden/pakete-empfangen/verfolgen.html?piececode={number}",
    )],
    inquiry_page: Some("https://www.dhl.de/nachforschung"),
};

pub(super) static HERMES_GERMANY: Carrier = Carrier {
    id: CarrierId::HermesGermany,
    slug: "hermes_germany",
    name: "Hermes",
    aliases: &[
        "hermesde",
        "hermesgermany",
        "hermesdeutschland",
        "hermesworldgermany",
        "myhermesde",
        "dehermes",
        "hermesversand",
        "hermeslogistik",
    ],
    house: CarrierId::HermesGermany,
    country: Some("DE"),
    week: WorkingWeek::TO_SATURDAY,
    pages: &[Page::of(
        "https://www.myhermes.de/empfangen/sendungsverfolgung/sendungsinformation#{number}",
    )],
    ..UNTOLD
};

pub(super) static EVRI: Carrier = Carrier {
    id: CarrierId::Evri,
    slug: "evri",
    name: "Evri",
    aliases: &[
        "evri",
        "evriuk",
        "hermesuk",
        "hermesgb",
        "myhermes",
        "myhermesuk",
        "hermesworlduk",
    ],
    brand: Some("evri"),
    house: CarrierId::Evri,
    country: Some("GB"),
    week: WorkingWeek::TO_SATURDAY,
    pages: &[Page::of("https://www.evri.com/track/parcel/{number}")],
    ..UNTOLD
};

/// Royal Mail deems an item lost on the tenth working day after it was due, which is two weeks
/// after a service of two days.
const ROYAL_MAIL_PATIENCE: Patience = Patience {
    handover_within: 3,
    stall_after: 4,
    inquiry_after: 16,
};

pub(super) static ROYAL_MAIL: Carrier = Carrier {
    id: CarrierId::RoyalMail,
    slug: "royal_mail",
    name: "Royal Mail",
    aliases: &["royalmail", "ukroyalmail", "royalmailuk", "royalmailv2"],
    brand: Some("royalmail"),
    house: CarrierId::RoyalMail,
    country: Some("GB"),
    week: WorkingWeek::TO_SATURDAY,
    patience: ROYAL_MAIL_PATIENCE,
    pages: &[Page::of(
        "https://www.royalmail.com/track-your-item#/tracking-results/{number}",
    )],
    ..UNTOLD
};

pub(super) static PARCELFORCE: Carrier = Carrier {
    id: CarrierId::Parcelforce,
    slug: "parcelforce",
    name: "Parcelforce Worldwide",
    aliases: &["parcelforce", "parcelforceworldwide", "ukparcelforce"],
    brand: Some("parcelforce"),
    house: CarrierId::RoyalMail,
    country: Some("GB"),
    patience: ROYAL_MAIL_PATIENCE,
    pages: &[Page::of(
        "https://www.parcelforce.com/track-trace?trackNumber={number}",
    )],
    ..UNTOLD
};

pub(super) static CORREOS: Carrier = Carrier {
    id: CarrierId::Correos,
    slug: "correos",
    name: "Correos",
    aliases: &[
        "correos",
        "correoses",
        "correosspain",
        "correosespana",
        "escorreos",
    ],
    house: CarrierId::Correos,
    country: Some("ES"),
    pages: &[Page::of(
        "https://www.correos.es/es/es/herramientas/localizador/envios/detalle\
         ?tracking-number={number}",
    )],
    ..UNTOLD
};

pub(super) static SEUR: Carrier = Carrier {
    id: CarrierId::Seur,
    slug: "seur",
    name: "SEUR",
    aliases: &["seur", "seures", "spanishseur", "seurspain", "esseur"],
    brand: Some("seur"),
    house: CarrierId::Seur,
    country: Some("ES"),
    pages: &[Page::of(
        "https://www.seur.com/livetracking/?segOnlineIdentificador={number}",
    )],
    ..UNTOLD
};

pub(super) static MRW: Carrier = Carrier {
    id: CarrierId::Mrw,
    slug: "mrw",
    name: "MRW",
    aliases: &["mrw", "mrwes", "mrwspain", "mrwespana", "esmrw"],
    house: CarrierId::Mrw,
    country: Some("ES"),
    pages: &[Page::of(
        "https://www.mrw.es/seguimiento_envios/MRW_resultados_consultas.asp\
         ?modo=nacional&envio={number}",
    )],
    ..UNTOLD
};

pub(super) static POSTE_ITALIANE: Carrier = Carrier {
    id: CarrierId::PosteItaliane,
    slug: "poste_italiane",
    name: "Poste Italiane",
    aliases: &[
        "posteitaliane",
        "posteit",
        "itposteitaliane",
        "italypost",
        "italyposte",
    ],
    brand: Some("posteitaliane"),
    house: CarrierId::PosteItaliane,
    country: Some("IT"),
    pages: &[Page::of(
        "https://www.poste.it/cerca/index.html#/risultati-spedizioni/{number}",
    )],
    ..UNTOLD
};

pub(super) static BRT: Carrier = Carrier {
    id: CarrierId::Brt,
    slug: "brt",
    name: "BRT",
    aliases: &[
        "brt",
        "brtit",
        "bartolini",
        "brtbartolini",
        "brtcorriereespresso",
        "itbrt",
    ],
    house: CarrierId::Brt,
    country: Some("IT"),
    pages: &[Page::of(
        "https://vas.brt.it/vas/sped_det_show.hsm?referer=sped_numspe_par.htm&Nspediz={number}",
    )],
    ..UNTOLD
};

pub(super) static IN_POST: Carrier = Carrier {
    id: CarrierId::InPost,
    slug: "in_post",
    name: "InPost",
    aliases: &[
        "inpost",
        "inpostpl",
        "inpostpaczkomaty",
        "paczkomaty",
        "plinpost",
    ],
    house: CarrierId::InPost,
    country: Some("PL"),
    pages: &[Page::of(
        "https://inpost.pl/sledzenie-przesylek?number={number}",
    )],
    ..UNTOLD
};
