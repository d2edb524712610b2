//! The carriers that Grelot knows: what they are called, when they work, how long their silence
//! means nothing, and where they show a parcel themselves.
//!
//! Figures come from what carriers publish; where a carrier publishes none, the entry keeps
//! [`Patience::CAUTIOUS`], so that nobody is alarmed too soon. Links are given only where several
//! independent shops and integrations agree on them.

mod europe;
mod france;
mod page;
mod world;

use serde::{Deserialize, Serialize};

use super::number;
use crate::season::WorkingWeek;
use crate::text::fold_text;

pub use page::Page;

/// A carrier, with all that Grelot knows of it.
#[derive(Debug)]
pub struct Carrier {
    /// Which one.
    pub id: CarrierId,
    /// Its name in addresses and settings, `mondial_relay`.
    pub slug: &'static str,
    /// Its name as it is shown.
    pub name: &'static str,
    /// What shops and sources call it and nobody else, in the form of [`compact`].
    pub aliases: &'static [&'static str],
    /// How each of its services begins, in the form of [`compact`], where the brand is not part
    /// of another carrier's name: `colissimo` of "Colissimo Point Retrait".
    pub brand: Option<&'static str>,
    /// The carrier whose group it belongs to, itself if none: a number of one may be followed at
    /// another of the same house.
    pub house: CarrierId,
    /// Where it is at home, ISO 3166-1 alpha-2; `None` where it works the world over.
    pub country: Option<&'static str>,
    /// The days on which it works when no service says more.
    pub week: WorkingWeek,
    /// How long its silence means nothing.
    pub patience: Patience,
    /// Its tracking pages; the first whose prefix fits a number shows it.
    pub pages: &'static [Page],
    /// Where a search for a lost parcel is asked for, where that address is known to last.
    pub inquiry_page: Option<&'static str>,
}

/// How long a carrier may say nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// Working days within which it takes over a parcel whose label exists.
    pub handover_within: u32,
    /// Working days without a scan before worry.
    pub stall_after: u32,
    /// Calendar days without a scan before it is presumed lost; never sooner than the carrier
    /// itself lets a search be asked for.
    pub inquiry_after: u32,
}

impl Patience {
    /// For a carrier that publishes nothing, or is not known.
    pub const CAUTIOUS: Self = Self {
        handover_within: 4,
        stall_after: 5,
        inquiry_after: 21,
    };
}

/// What an entry of the table has that says nothing else.
const UNTOLD: Carrier = Carrier {
    id: CarrierId::LaPoste,
    slug: "",
    name: "",
    aliases: &[],
    brand: None,
    house: CarrierId::LaPoste,
    country: None,
    week: WorkingWeek::TO_FRIDAY,
    patience: Patience::CAUTIOUS,
    pages: &[],
    inquiry_page: None,
};

/// Makes the ids and where each finds its entry, so that none is without one.
macro_rules! carriers {
    ($($(#[$doc:meta])* $id:ident => $entry:path,)*) => {
        /// A carrier by what it is, however it is written.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum CarrierId {
            $($(#[$doc])* $id,)*
        }

        impl CarrierId {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$id,)*];
        }

        impl Carrier {
            /// The entry of a carrier.
            pub fn of(id: CarrierId) -> &'static Self {
                match id {
                    $(CarrierId::$id => &$entry,)*
                }
            }
        }
    };
}

carriers! {
    /// La Poste: letters that are followed, and the operator behind France's postal numbers.
    LaPoste => france::LA_POSTE,
    /// La Poste's parcels.
    Colissimo => france::COLISSIMO,
    /// La Poste's express parcels.
    Chronopost => france::CHRONOPOST,
    /// Pickup points in France, Belgium, Luxembourg, Spain and Portugal.
    MondialRelay => france::MONDIAL_RELAY,
    /// Pickup points in France.
    RelaisColis => france::RELAIS_COLIS,
    /// Parcels in France.
    ColisPrive => france::COLIS_PRIVE,
    /// DPD in France.
    DpdFrance => france::DPD_FRANCE,
    /// GLS in France.
    GlsFrance => france::GLS_FRANCE,
    /// DPD where no country is named.
    Dpd => europe::DPD,
    /// DPD in the United Kingdom.
    DpdUk => europe::DPD_UK,
    /// GLS where no country is named.
    Gls => europe::GLS,
    /// Belgium's post.
    Bpost => europe::BPOST,
    /// The Netherlands' post.
    PostNl => europe::POST_NL,
    /// Switzerland's post.
    SwissPost => europe::SWISS_POST,
    /// Germany's letters.
    DeutschePost => europe::DEUTSCHE_POST,
    /// Germany's parcels.
    DhlPaket => europe::DHL_PAKET,
    /// Hermes in Germany.
    HermesGermany => europe::HERMES_GERMANY,
    /// Evri, once Hermes UK.
    Evri => europe::EVRI,
    /// The United Kingdom's post.
    RoyalMail => europe::ROYAL_MAIL,
    /// Royal Mail's express parcels.
    Parcelforce => europe::PARCELFORCE,
    /// Spain's post.
    Correos => europe::CORREOS,
    /// SEUR.
    Seur => europe::SEUR,
    /// MRW.
    Mrw => europe::MRW,
    /// Italy's post.
    PosteItaliane => europe::POSTE_ITALIANE,
    /// BRT, once Bartolini.
    Brt => europe::BRT,
    /// Poland's lockers.
    InPost => europe::IN_POST,
    /// UPS.
    Ups => world::UPS,
    /// `FedEx`.
    Fedex => world::FEDEX,
    /// TNT.
    Tnt => world::TNT,
    /// DHL where no division is named.
    Dhl => world::DHL,
    /// DHL's express parcels.
    DhlExpress => world::DHL_EXPRESS,
    /// Amazon's own deliveries.
    Amazon => world::AMAZON,
    /// The United States' post.
    Usps => world::USPS,
    /// Canada's post.
    CanadaPost => world::CANADA_POST,
    /// Purolator.
    Purolator => world::PUROLATOR,
    /// Canpar.
    Canpar => world::CANPAR,
    /// `OnTrac`, and `LaserShip` that it took in.
    OnTrac => world::ON_TRAC,
    /// Old Dominion's freight.
    OldDominion => world::OLD_DOMINION,
}

impl Carrier {
    /// All of them.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        CarrierId::ALL.iter().map(|&id| Self::of(id))
    }

    /// The carrier that shops and sources mean by a name, however it is written: `La Poste`,
    /// `LaPosteColissimo`, `mondial-relay`, `DHLExpress`. `None` for a name that is not known or
    /// that several carriers share, such as `Hermes`.
    pub fn named(name: &str) -> Option<&'static Self> {
        let name = compact(name);
        let called = |carrier: &&Self| carrier.aliases.contains(&name.as_str());
        Self::all().find(called).or_else(|| Self::branded(&name))
    }

    /// The carrier of a parcel: the one that is named, else the one that its number proves. `None`
    /// where neither is known, and where the number proves a carrier of another house than the
    /// named one, since then one of the two is wrong. Postal numbers are an exception: every post
    /// on their way follows them.
    pub fn of_parcel(name: Option<&str>, number: &str) -> Option<&'static Self> {
        let proven = number::carrier_of(number).map(Self::of);
        let Some(name) = name else {
            return proven;
        };
        let named = Self::named(name)?;
        let contradicted = proven.is_some_and(|proven| proven.house != named.house);
        (!contradicted || number::is_postal(number)).then_some(named)
    }

    /// The days on which it works for a service, as a source names it: a service that has the
    /// weekend in its name ("Chrono 13 Samedi") works on it.
    pub fn week(&self, service: Option<&str>) -> WorkingWeek {
        let service = fold_text(service.unwrap_or_default());
        let names = |days: &[&str]| service.split(' ').any(|word| days.contains(&word));
        WorkingWeek {
            saturday: self.week.saturday || names(&SATURDAY),
            sunday: self.week.sunday || names(&SUNDAY),
        }
    }

    /// Its own page about a parcel. With the postcode of delivery the page opens without asking
    /// for it; some show no parcel without. A link with a postcode tells the postcode, and may
    /// open the address: it is for those who know both.
    pub fn page(&self, number: &str, postcode: Option<&str>) -> Option<String> {
        let page = self.pages.iter().find(|page| page.is_for(number))?;
        page.link(number, postcode)
    }

    fn branded(name: &str) -> Option<&'static Self> {
        let begins = |carrier: &&Self| carrier.brand.is_some_and(|brand| name.starts_with(brand));
        // "DHL Express Worldwide" is DHL Express before it is DHL.
        Self::all()
            .filter(begins)
            .max_by_key(|carrier| carrier.brand.map_or(0, str::len))
    }
}

/// A name as names are compared: lower case, without accents, blanks and punctuation.
pub fn compact(name: &str) -> String {
    fold_text(name).replace(' ', "")
}

/// Saturday as services name it.
const SATURDAY: [&str; 6] = [
    "samedi", "saturday", "samstag", "sabado", "sabato", "zaterdag",
];

/// Sunday as services name it.
const SUNDAY: [&str; 6] = [
    "dimanche", "sunday", "sonntag", "domingo", "domenica", "zondag",
];

#[cfg(test)]
mod tests;
