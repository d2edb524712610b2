//! Which harm a parcel may have come to, and what can be done about it.

use super::grounds::Sight;
use super::{
    Authority, Ground, Guide, Harm, HarmGuide, Missing, Redress, RedressChoice, Remedy, Step,
};
use crate::order::{OrderView, ParcelView};
use crate::protocol::desk::BotAttempt;
use crate::protocol::request::{Request, RequestKind};
use crate::season::Zone;
use crate::time::{Day, Timestamp};
use crate::tracking::{IncidentReason, Status};

/// All that a guide is made from.
#[derive(Clone, Copy, Debug)]
pub struct Situation<'a> {
    /// The orders, latest first.
    pub orders: &'a [OrderView],
    /// What the shopper asks humans to carry out.
    pub request: Option<&'a Request>,
    /// What the bot did.
    pub tried: &'a [BotAttempt],
    /// The numbers of the orders that were told to miss their day.
    pub misses_its_day: &'a [String],
    /// What was chosen before.
    pub chosen: &'a [Redress],
    /// Where the shop's days begin.
    pub zone: Zone,
    /// The time.
    pub now: Timestamp,
}

/// What can be done, a guide for each parcel, those in trouble first.
pub fn guides(situation: Situation<'_>) -> Vec<Guide> {
    let mut guides: Vec<(bool, Guide)> = situation
        .orders
        .iter()
        .filter(|order| !order.cancelled)
        .flat_map(|order| of_order(situation, order))
        .collect();
    guides.sort_by_key(|(in_trouble, _)| !in_trouble);
    guides.into_iter().map(|(_, guide)| guide).collect()
}

/// What a choice asks for, where a guide offers it.
pub fn step_for(situation: Situation<'_>, choice: &RedressChoice) -> Option<Step> {
    let guide = guides(situation)
        .into_iter()
        .find(|guide| guide.order == choice.order && guide.parcel == choice.parcel)?;
    let mut harms = guide.harms.into_iter();
    let harm = harms.find(|harm| harm.harm == choice.harm)?;
    let mut steps = harm.steps.into_iter();
    steps.find(|step| step.remedy == choice.remedy)
}

fn of_order(situation: Situation<'_>, order: &OrderView) -> Vec<(bool, Guide)> {
    let case = |sight| Case {
        situation,
        order,
        sight,
    };
    if order.parcels.is_empty() {
        return vec![case(None).guide()];
    }
    let parcels = order.parcels.iter();
    parcels
        .filter(|parcel| parcel.status != Status::Cancelled)
        .map(|parcel| case(Some(Sight::of(parcel, situation.zone, situation.now))).guide())
        .collect()
}

/// A parcel, or an order that has none yet.
struct Case<'a> {
    situation: Situation<'a>,
    order: &'a OrderView,
    sight: Option<Sight<'a>>,
}

impl Case<'_> {
    /// The guide, and whether something is known to be wrong.
    fn guide(self) -> (bool, Guide) {
        let likeliest = self.likeliest();
        let mut harms = self.possible();
        if let Some(likeliest) = likeliest {
            harms.sort_by_key(|harm| *harm != likeliest);
        }
        let mut grounds = self.sight.as_ref().map_or_else(Vec::new, Sight::grounds);
        if self.misses_its_day() {
            grounds.push(Ground::MissesItsDay);
        }
        let guide = Guide {
            order: self.order.key.clone(),
            number: self.order.number.clone(),
            parcel: self.parcel().map(|parcel| parcel.number.clone()),
            grounds,
            harms: harms
                .into_iter()
                .map(|harm| HarmGuide {
                    harm,
                    missing: self.missing(harm),
                    steps: self.steps(harm),
                })
                .collect(),
        };
        (likeliest.is_some(), guide)
    }

    fn parcel(&self) -> Option<&ParcelView> {
        self.sight.as_ref().map(|sight| sight.parcel)
    }

    fn today(&self) -> Day {
        self.situation.zone.day_of(self.situation.now)
    }

    fn misses_its_day(&self) -> bool {
        self.situation.misses_its_day.contains(&self.order.number)
    }

    /// What the facts speak for; `None` where nothing is known to be wrong.
    fn likeliest(&self) -> Option<Harm> {
        let asked = self.situation.request;
        let asked = asked.filter(|asked| asked.order == self.order.number);
        let asks = |kind| asked.is_some_and(|asked| asked.kind == kind);
        let sight = self.sight.as_ref()?;
        match sight.parcel.status {
            _ if sight.parcel.reason == Some(IncidentReason::Damaged) => Some(Harm::Damaged),
            Status::Delivered if asks(RequestKind::Inquiry) => Some(Harm::NotReceived),
            Status::Delivered if is_time_of_returns(&self.today()) => Some(Harm::Unwanted),
            Status::Delivered => None,
            _ if sight.is_lost() => Some(Harm::Lost),
            _ if self.misses_its_day() || sight.is_late(&self.today()) => Some(Harm::Late),
            _ => None,
        }
    }

    /// What may have gone wrong, as the parcel stands.
    fn possible(&self) -> Vec<Harm> {
        let Some(sight) = &self.sight else {
            return vec![Harm::Late];
        };
        match sight.parcel.status {
            Status::Delivered if is_time_of_returns(&self.today()) => {
                vec![
                    Harm::Unwanted,
                    Harm::Wrong,
                    Harm::Damaged,
                    Harm::NotReceived,
                ]
            }
            Status::Delivered => {
                vec![
                    Harm::NotReceived,
                    Harm::Damaged,
                    Harm::Wrong,
                    Harm::Unwanted,
                ]
            }
            Status::Lost | Status::Returning | Status::Returned => vec![Harm::Lost],
            _ if sight.parcel.reason == Some(IncidentReason::Damaged) => {
                vec![Harm::Damaged, Harm::Late, Harm::Lost]
            }
            _ => vec![Harm::Late, Harm::Lost],
        }
    }

    fn missing(&self, harm: Harm) -> Vec<Missing> {
        let named_places = self.situation.tried.contains(&BotAttempt::NamedUsualPlaces);
        let proven = self.parcel().is_some_and(|parcel| parcel.proof.is_some());
        let told_by_carrier = self.parcel().and_then(|parcel| parcel.reason);
        let photo = match harm {
            Harm::Damaged => told_by_carrier != Some(IncidentReason::Damaged),
            _ => harm == Harm::Wrong,
        };
        let not_received = harm == Harm::NotReceived;
        [
            photo.then_some(Missing::Photo),
            (not_received && !named_places).then_some(Missing::UsualPlaces),
            (not_received && !proven).then_some(Missing::ProofOfDelivery),
            self.wish().is_none().then_some(Missing::Wish),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// What the shopper has asked for.
    fn wish(&self) -> Option<Remedy> {
        let asked = self.situation.request?;
        let remedy = match asked.kind {
            RequestKind::Refund => Remedy::Refund,
            RequestKind::SendAgain => Remedy::Replacement,
            RequestKind::Inquiry => Remedy::Inquiry,
            RequestKind::OtherAddress | RequestKind::OtherPoint => return None,
        };
        (asked.order == self.order.number).then_some(remedy)
    }

    /// What can be done, first things first, without what is done or asked already.
    fn steps(&self, harm: Harm) -> Vec<Step> {
        let mut steps = match harm {
            Harm::Lost => self.for_lost(),
            Harm::NotReceived => self.for_not_received(),
            Harm::Late => self.for_late(),
            Harm::Damaged => vec![
                step(Remedy::Refund, Authority::Regular),
                step(Remedy::Replacement, Authority::Regular),
            ],
            Harm::Wrong => vec![
                step(Remedy::Return, Authority::Newcomer),
                step(Remedy::Exchange, Authority::Regular),
                step(Remedy::Refund, Authority::Regular),
            ],
            Harm::Unwanted => self.for_unwanted(),
        };
        if self.is_made_good() {
            steps.push(step(Remedy::Voucher, Authority::Regular));
        }
        steps.retain(|step| self.before(step.remedy).is_none());
        if self.is_settled() {
            steps.retain(|step| step.remedy == Remedy::Voucher);
        }
        steps
    }

    /// Until a parcel is presumed lost the carrier may still find it: meanwhile the cell decides
    /// where a day is missed, and leads where none is.
    fn for_lost(&self) -> Vec<Step> {
        let inquiry = step(Remedy::Inquiry, Authority::Newcomer);
        let Some(sight) = &self.sight else {
            return vec![inquiry];
        };
        if sight.is_lost() {
            return vec![
                step(Remedy::Refund, Authority::Regular),
                step(Remedy::Replacement, Authority::Regular),
                inquiry,
            ];
        }
        let needs = if self.misses_its_day() {
            Authority::Expert
        } else {
            Authority::Lead
        };
        let eased = |remedy| Step {
            remedy,
            needs,
            eased_from: sight.lost_from(),
        };
        vec![inquiry, eased(Remedy::Refund), eased(Remedy::Replacement)]
    }

    /// The shop answers for a parcel until the shopper has it. With a search under way any regular
    /// agent makes it good; before, only the cell.
    fn for_not_received(&self) -> Vec<Step> {
        let needs = if self.before(Remedy::Inquiry).is_some() {
            Authority::Regular
        } else {
            Authority::Expert
        };
        vec![
            step(Remedy::Inquiry, Authority::Newcomer),
            step(Remedy::Refund, needs),
            step(Remedy::Replacement, needs),
        ]
    }

    fn for_late(&self) -> Vec<Step> {
        let needs = if self.misses_its_day() {
            Authority::Regular
        } else {
            Authority::Expert
        };
        let inquiry = self
            .sight
            .is_some()
            .then(|| step(Remedy::Inquiry, Authority::Newcomer));
        let goods = [
            step(Remedy::Refund, needs),
            step(Remedy::Replacement, needs),
        ];
        inquiry.into_iter().chain(goods).collect()
    }

    /// It comes back before the money goes.
    fn for_unwanted(&self) -> Vec<Step> {
        let needs = if self.before(Remedy::Return).is_some() {
            Authority::Regular
        } else {
            Authority::Lead
        };
        vec![
            step(Remedy::Return, Authority::Newcomer),
            step(Remedy::Exchange, Authority::Regular),
            step(Remedy::Refund, needs),
        ]
    }

    /// What was chosen of this parcel before, unless a lead has declined it.
    fn before(&self, remedy: Remedy) -> Option<&Redress> {
        let mut of_parcel = self.chosen();
        of_parcel.find(|redress| redress.remedy == remedy)
    }

    /// Whether the shopper gets what is due, so that a voucher can only be on top.
    fn is_made_good(&self) -> bool {
        let mut of_parcel = self.chosen();
        of_parcel.any(|redress| redress.is_granted() && redress.remedy.makes_good())
    }

    /// Whether money or goods are decided or asked for: nobody gets both.
    fn is_settled(&self) -> bool {
        let mut of_parcel = self.chosen();
        of_parcel.any(|redress| redress.remedy.makes_good())
    }

    fn chosen(&self) -> impl Iterator<Item = &Redress> {
        let number = self.parcel().map(|parcel| &parcel.number);
        self.situation.chosen.iter().filter(move |redress| {
            redress.order == self.order.number
                && redress.parcel.as_ref() == number
                && !redress.is_declined()
        })
    }
}

fn step(remedy: Remedy, needs: Authority) -> Step {
    Step {
        remedy,
        needs,
        eased_from: None,
    }
}

/// From 26 December to the end of January presents go back.
fn is_time_of_returns(today: &Day) -> bool {
    let day = today.as_str().get(5..).unwrap_or_default();
    day >= "12-26" || day <= "01-31"
}
