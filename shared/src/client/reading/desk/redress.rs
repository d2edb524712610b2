//! What can be done where something went wrong, and what was done.

use crate::client::reading::{Named, Node, Read, named, part, tagged};
use crate::record;
use crate::redress::{
    Authority, Ground, Guide, Harm, HarmGuide, Missing, Redress, RedressChoice, RedressStanding,
    Remedy, Step,
};

record!(Guide {
    order,
    number,
    parcel,
    grounds,
    harms
});

record!(HarmGuide {
    harm,
    missing,
    steps
});

record!(Step {
    remedy,
    needs,
    eased_from
});

tagged!(Ground by kind {
    "status" => Status { status, at },
    "silent" => Silent { days, lost_after },
    "promised" => Promised { by },
    "estimated" => Estimated { by },
    "proof_of_delivery" => ProofOfDelivery,
    "misses_its_day" => MissesItsDay,
});

record!(Redress {
    id,
    order,
    parcel,
    harm,
    remedy,
    by,
    standing
});

tagged!(RedressStanding by standing {
    "decided" => Decided,
    "asked" => Asked,
    "approved" => Approved { by },
    "declined" => Declined { by },
});

record!(RedressChoice {
    order,
    parcel,
    harm,
    remedy
});

named!(Harm {
    "lost" => Lost,
    "late" => Late,
    "not_received" => NotReceived,
    "damaged" => Damaged,
    "wrong" => Wrong,
    "unwanted" => Unwanted,
});

named!(Remedy {
    "inquiry" => Inquiry,
    "return" => Return,
    "exchange" => Exchange,
    "refund" => Refund,
    "replacement" => Replacement,
    "voucher" => Voucher,
});

named!(Authority {
    "newcomer" => Newcomer,
    "regular" => Regular,
    "expert" => Expert,
    "lead" => Lead,
});

named!(Missing {
    "photo" => Photo,
    "usual_places" => UsualPlaces,
    "proof_of_delivery" => ProofOfDelivery,
    "wish" => Wish,
});
