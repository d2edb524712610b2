//! Carriers that work the world over, and those of North America.

use super::{Carrier, CarrierId, Page, Patience, UNTOLD};
use crate::season::WorkingWeek;

/// UPS and `FedEx` take a claim from the day after a parcel was due and search for up to fifteen
/// working days. They know when it is due and Grelot may not, so that two weeks must pass.
const INTEGRATOR_PATIENCE: Patience = Patience {
    handover_within: 3,
    stall_after: 3,
    inquiry_after: 14,
};

pub(super) static UPS: Carrier = Carrier {
    id: CarrierId::Ups,
    slug: "ups",
    name: "UPS",
    aliases: &[
        "ups",
        "upsfrance",
        "upsfr",
        "upsstandard",
        "upsground",
        "upsexpress",
        "upsexpresssaver",
        "upsaccesspoint",
        "unitedparcelservice",
    ],
    house: CarrierId::Ups,
    patience: INTEGRATOR_PATIENCE,
    pages: &[Page::of("https://www.ups.com/track?tracknum={number}")],
    ..UNTOLD
};

pub(super) static FEDEX: Carrier = Carrier {
    id: CarrierId::Fedex,
    slug: "fedex",
    name: "FedEx",
    aliases: &["fedex", "federalexpress"],
    brand: Some("fedex"),
    house: CarrierId::Fedex,
    patience: INTEGRATOR_PATIENCE,
    pages: &[Page::of(
        "https://www.fedex.com/fedextrack/?trknbr={number}",
    )],
    ..UNTOLD
};

pub(super) static TNT: Carrier = Carrier {
    id: CarrierId::Tnt,
    slug: "tnt",
    name: "TNT",
    aliases: &["tnt", "tntexpress", "tntfr", "tntfrance", "frtnt"],
    house: CarrierId::Fedex,
    patience: INTEGRATOR_PATIENCE,
    pages: &[Page::of(
        "https://www.tnt.com/express/fr_fr/site/outils-expedition/suivi.html\
         ?searchType=con&cons={number}",
    )],
    ..UNTOLD
};

/// DHL's one page finds the numbers of all its divisions.
const DHL_PAGE: &str = "https://www.dhl.com/fr-fr/home/tracking.html?tracking-id={number}";

pub(super) static DHL: Carrier = Carrier {
    id: CarrierId::Dhl,
    slug: "dhl",
    name: "DHL",
    aliases: &["dhl"],
    brand: Some("dhl"),
    house: CarrierId::Dhl,
    pages: &[Page::of(DHL_PAGE)],
    ..UNTOLD
};

pub(super) static DHL_EXPRESS: Carrier = Carrier {
    id: CarrierId::DhlExpress,
    slug: "dhl_express",
    name: "DHL Express",
    aliases: &["dhlexpress", "frdhlexpress"],
    brand: Some("dhlexpress"),
    house: CarrierId::Dhl,
    patience: INTEGRATOR_PATIENCE,
    pages: &[Page::of(DHL_PAGE)],
    ..UNTOLD
};

pub(super) static AMAZON: Carrier = Carrier {
    id: CarrierId::Amazon,
    slug: "amazon",
    name: "Amazon",
    aliases: &["amazon", "swiship", "amzl"],
    brand: Some("amazon"),
    house: CarrierId::Amazon,
    week: WorkingWeek::WHOLE,
    // Numbers begin with the country of the order; those of the others are found in France.
    pages: &[
        Page::at("TB", "https://track.amazon.com/tracking/{number}"),
        Page::at("IT", "https://track.amazon.it/tracking/{number}"),
        Page::at("ES", "https://track.amazon.es/tracking/{number}"),
        Page::at("UK", "https://track.amazon.co.uk/tracking/{number}"),
        Page::at("GB", "https://track.amazon.co.uk/tracking/{number}"),
        Page::of("https://track.amazon.fr/tracking/{number}"),
    ],
    ..UNTOLD
};

pub(super) static USPS: Carrier = Carrier {
    id: CarrierId::Usps,
    slug: "usps",
    name: "USPS",
    aliases: &[
        "usps",
        "unitedstatespostalservice",
        "uspostalservice",
        "ususps",
    ],
    brand: Some("usps"),
    house: CarrierId::Usps,
    country: Some("US"),
    week: WorkingWeek::TO_SATURDAY,
    // USPS searches after seven working days and takes claims after fifteen days.
    patience: Patience {
        inquiry_after: 15,
        ..Patience::CAUTIOUS
    },
    pages: &[Page::of(
        "https://tools.usps.com/go/TrackConfirmAction?tLabels={number}",
    )],
    inquiry_page: Some("https://missingmail.usps.com/"),
};

pub(super) static CANADA_POST: Carrier = Carrier {
    id: CarrierId::CanadaPost,
    slug: "canada_post",
    name: "Canada Post",
    aliases: &[
        "canadapost",
        "postescanada",
        "canadapostpostescanada",
        "cacanadapost",
    ],
    brand: Some("canadapost"),
    house: CarrierId::CanadaPost,
    country: Some("CA"),
    pages: &[Page::of(
        "https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor={number}",
    )],
    ..UNTOLD
};

pub(super) static PUROLATOR: Carrier = Carrier {
    id: CarrierId::Purolator,
    slug: "purolator",
    name: "Purolator",
    aliases: &["purolator", "purolatorcanada"],
    brand: Some("purolator"),
    house: CarrierId::Purolator,
    country: Some("CA"),
    pages: &[Page::of(
        "https://www.purolator.com/en/shipping/tracker?pin={number}",
    )],
    ..UNTOLD
};

pub(super) static CANPAR: Carrier = Carrier {
    id: CarrierId::Canpar,
    slug: "canpar",
    name: "Canpar",
    aliases: &["canpar", "canparexpress", "canparcourier"],
    house: CarrierId::Canpar,
    country: Some("CA"),
    pages: &[Page::of(
        "https://www.canpar.com/en/tracking/track.htm?barcode={number}",
    )],
    ..UNTOLD
};

pub(super) static ON_TRAC: Carrier = Carrier {
    id: CarrierId::OnTrac,
    slug: "on_trac",
    name: "OnTrac",
    aliases: &["ontrac", "lasership", "lasershipv2", "ontracv3"],
    house: CarrierId::OnTrac,
    country: Some("US"),
    week: WorkingWeek::WHOLE,
    pages: &[Page::of("https://www.ontrac.com/tracking/?number={number}")],
    ..UNTOLD
};

pub(super) static OLD_DOMINION: Carrier = Carrier {
    id: CarrierId::OldDominion,
    slug: "old_dominion",
    name: "Old Dominion Freight Line",
    aliases: &["olddominion", "olddominionfreightline", "odfl"],
    house: CarrierId::OldDominion,
    country: Some("US"),
    pages: &[Page::of(
        "https://www.odfl.com/us/en/tools/trace-track-ltl-freight/trace.html?proNumbers={number}",
    )],
    ..UNTOLD
};
