//! Who is given what: by example, and whatever comes.

mod fairness;

use super::*;
use crate::ids::{AgentId, ContactId};
use crate::language::Language;
use crate::mood::{Mood, MoodLevel};
use crate::protocol::desk::HandoffReason;
use crate::protocol::request::{Request, RequestKind};
use crate::time::{Day, Timestamp};

const MINUTE: i64 = 60_000;
const NOON: Timestamp = Timestamp(1_798_023_600_000);

/// A case of a test, which the borrowed ones are made from.
#[derive(Clone, Debug)]
struct Case {
    contact: ContactId,
    since: Timestamp,
    language: Language,
    triage: Triage,
}

/// An agent of a test.
#[derive(Clone, Debug)]
struct Colleague {
    agent: AgentId,
    profile: Profile,
    open: u32,
    vips_in_a_row: u32,
}

impl Case {
    fn new(name: &str, minutes: i64) -> Self {
        Self {
            contact: ContactId(name.into()),
            since: NOON.plus_millis(-minutes * MINUTE),
            language: Language::French,
            triage: Triage {
                topic: Topic::Delivery,
                simple: true,
                ..Triage::default()
            },
        }
    }

    fn about(mut self, topic: Topic) -> Self {
        self.triage.topic = topic;
        self.triage.simple = topic.is_simple();
        self
    }

    fn vip(mut self) -> Self {
        self.triage.vip = vec![VipReason::DeadlineAtRisk];
        self.triage.simple = false;
        self
    }

    fn waiting(&self) -> Waiting<'_> {
        Waiting {
            contact: &self.contact,
            since: self.since,
            language: self.language,
            triage: &self.triage,
        }
    }
}

impl Colleague {
    fn new(name: &str, level: Level) -> Self {
        Self {
            agent: AgentId(name.into()),
            profile: Profile {
                level,
                capacity: 2,
                ..Profile::default()
            },
            open: 0,
            vips_in_a_row: 0,
        }
    }

    fn knowing(mut self, skills: &[Topic]) -> Self {
        self.profile.skills = skills.iter().copied().collect();
        self
    }

    fn holding(mut self, open: u32) -> Self {
        self.open = open;
        self
    }

    fn on_duty(&self) -> OnDuty<'_> {
        OnDuty {
            agent: &self.agent,
            profile: &self.profile,
            open: self.open,
            vips_in_a_row: self.vips_in_a_row,
            given_at: Timestamp(0),
        }
    }
}

/// What is given, as `case>agent`.
fn given(cases: &[Case], team: &[Colleague]) -> Vec<String> {
    assigned(cases, team, false)
        .iter()
        .map(|given| format!("{}>{}", given.contact, given.agent))
        .collect()
}

fn assigned(cases: &[Case], team: &[Colleague], mail_helps: bool) -> Vec<Assignment> {
    let waiting: Vec<_> = cases.iter().map(Case::waiting).collect();
    let on_duty: Vec<_> = team.iter().map(Colleague::on_duty).collect();
    assign(&waiting, &on_duty, &QueueRules::default(), mail_helps, NOON)
}

fn newcomer() -> Colleague {
    Colleague::new("new", Level::Newcomer)
}

fn regular() -> Colleague {
    Colleague::new("reg", Level::Regular)
}

fn expert() -> Colleague {
    Colleague::new("exp", Level::Expert)
}

#[test]
fn rt1_the_oldest_case_comes_first_and_the_vip_cells_before_all() {
    let cases = [
        Case::new("young", 1),
        Case::new("old", 2),
        Case::new("vip", 0).vip(),
    ];
    assert_eq!(given(&cases, &[expert()]), ["vip>exp", "old>exp"]);
    assert_eq!(given(&cases, &[regular()]), ["vip>reg", "old>reg"]);
    assert_eq!(given(&cases[..2], &[regular()]), ["old>reg", "young>reg"]);
}

#[test]
fn rt2_a_newcomer_is_given_simple_cases_only_however_long_others_wait() {
    let cases = [
        Case::new("refund", 600).about(Topic::Refund),
        Case::new("vip", 600).vip(),
        Case::new("simple", 1),
    ];
    assert_eq!(given(&cases, &[newcomer()]), ["simple>new"]);
}

#[test]
fn rt2_simple_cases_go_to_newcomers_first_and_the_cells_to_experts() {
    let team = [expert(), regular(), newcomer()];
    let cases = [Case::new("simple", 1), Case::new("vip", 1).vip()];
    assert_eq!(given(&cases, &team), ["vip>exp", "simple>new"]);
    let refund = [Case::new("refund", 1).about(Topic::Refund)];
    assert_eq!(given(&refund, &team), ["refund>reg"]);
}

#[test]
fn rt3_a_case_goes_to_who_knows_its_topic_until_it_has_waited_too_long() {
    let team = [regular().knowing(&[Topic::Pickup])];
    assert!(given(&[Case::new("young", 2)], &team).is_empty());
    assert_eq!(given(&[Case::new("old", 3)], &team), ["old>reg"]);
}

#[test]
fn rt3_the_cells_case_waits_a_minute_for_an_expert_if_one_is_there() {
    let busy = [regular(), expert().holding(2)];
    let vip = |minutes| [Case::new("vip", minutes).vip()];
    let free = [regular(), expert().holding(1)];
    assert_eq!(given(&vip(0), &free), ["vip>exp"]);
    assert!(given(&vip(0), &busy).is_empty());
    assert_eq!(given(&vip(1), &busy), ["vip>reg"]);
    assert_eq!(given(&vip(0), &busy[..1]), ["vip>reg"]);
    let mut foreign = expert();
    foreign.profile.languages = vec![Language::German];
    assert_eq!(given(&vip(0), &[regular(), foreign]), ["vip>reg"]);
    let [case] = vip(0);
    let next = next_overflow(&[case.waiting()], &QueueRules::default(), NOON);
    assert_eq!(next, Some(NOON.plus_millis(MINUTE)));
}

#[test]
fn rt3_a_case_waits_for_who_speaks_its_language_if_anybody_there_does() {
    let mut french = regular();
    french.profile.languages = vec![Language::French];
    let german = |minutes| {
        let mut case = Case::new("german", minutes);
        case.language = Language::German;
        [case]
    };
    let mut speaker = Colleague::new("speaker", Level::Regular).holding(2);
    speaker.profile.languages = vec![Language::German];
    assert!(given(&german(600), &[french.clone(), speaker]).is_empty());
    assert!(given(&german(2), std::slice::from_ref(&french)).is_empty());
    assert_eq!(given(&german(3), &[french]), ["german>reg"]);
}

#[test]
fn rt4_nobody_is_given_more_than_they_hold_at_once() {
    let cases: Vec<Case> = (0..9).map(|n| Case::new(&format!("c{n}"), n)).collect();
    assert_eq!(given(&cases, &[regular().holding(1)]), ["c8>reg"]);
    assert!(given(&cases, &[regular().holding(2)]).is_empty());
    assert!(given(&cases, &[regular().holding(7)]).is_empty());
}

#[test]
fn rt5_agents_of_the_mail_are_given_chats_in_the_season_only() {
    let mut mail = regular();
    mail.profile.channel = Channel::Mail;
    let cases = [Case::new("a", 600)];
    assert!(assigned(&cases, std::slice::from_ref(&mail), false).is_empty());
    assert_eq!(assigned(&cases, &[mail], true).len(), 1);
    let day = |day: &str| Day::parse(day).unwrap();
    let rules = QueueRules {
        mail_agents_from: Some(day("2026-12-01")),
        mail_agents_until: Some(day("2026-12-31")),
        ..QueueRules::default()
    };
    for (today, helps) in [
        ("2026-11-30", false),
        ("2026-12-01", true),
        ("2026-12-31", true),
        ("2027-01-01", false),
    ] {
        assert_eq!(rules.mail_agents_help(&day(today)), helps, "{today}");
    }
    assert!(!QueueRules::default().mail_agents_help(&day("2026-12-24")));
}

#[test]
fn rt6_an_expected_wait_is_told_only_where_it_is_known() {
    let minutes = |minutes: i64| vec![minutes * MINUTE; MIN_MEASURED];
    for (place, slots, handled, expected) in [
        (1, 4, minutes(8), Some(2)),
        (1, 40, minutes(8), Some(1)),
        (10, 4, minutes(8), Some(20)),
        (11, 4, minutes(8), Some(25)),
        (1, 0, minutes(8), None),
        (1, 4, vec![MINUTE; MIN_MEASURED - 1], None),
        (u32::MAX, 1, vec![i64::MAX / 8; MIN_MEASURED], None),
    ] {
        assert_eq!(
            expected_minutes(place, slots, &handled),
            expected,
            "{place}"
        );
    }
}

#[test]
fn rt7_what_a_case_is_about_comes_from_the_request_then_the_words() {
    let asked = |lines: &[&str]| topic(None, lines.iter().copied(), &[]);
    for (lines, about) in [
        (&["Où est mon colis ?"][..], Topic::Delivery),
        (&["Le point relais est fermé"], Topic::Pickup),
        (&["Je veux être remboursée de ma commande"], Topic::Refund),
        (&["Comment renvoyer cet article ?"], Topic::Return),
        (&["Quelle taille pour 2 ans ?"], Topic::Product),
        (&["Où est mon colis ?", "Je veux un échange"], Topic::Return),
        (&["Où est mon colis ?", "Allô"], Topic::Delivery),
        (&["I want my money back"], Topic::Refund),
        (&["Allô"], Topic::Other),
    ] {
        assert_eq!(asked(lines), about, "{lines:?}");
    }
    let request = Request {
        kind: RequestKind::OtherPoint,
        order: "#1042".into(),
        parcels: Vec::new(),
        promise_by: None,
    };
    let asked = ["Je veux être remboursée"].into_iter();
    assert_eq!(topic(Some(&request), asked, &[]), Topic::Pickup);
}

#[test]
fn rt9_the_vip_cell_gets_what_is_desperate_or_sensitive() {
    let calm = Mood::default();
    let mood = |level| Mood {
        level,
        ..Mood::default()
    };
    let (angry, desperate) = (mood(MoodLevel::Angry), mood(MoodLevel::Desperate));
    let public = Mood {
        level: MoodLevel::Angry,
        public_complaint: true,
        ..Mood::default()
    };
    let signs = |mood, reason, deadline_at_risk, contacts| {
        triage(&Signs {
            topic: Topic::Delivery,
            reason: Some(reason),
            request: None,
            mood,
            deadline_at_risk,
            promise_broken: false,
            contacts,
        })
        .vip
    };
    let asked = HandoffReason::Requested;
    assert_eq!(signs(&calm, asked, false, 2), []);
    assert_eq!(signs(&calm, asked, true, 1), [VipReason::DeadlineAtRisk]);
    assert_eq!(signs(&calm, asked, false, 3), [VipReason::ThirdContact]);
    assert_eq!(signs(&desperate, asked, false, 1), [VipReason::HighEmotion]);
    assert_eq!(signs(&angry, asked, false, 1), []);
    assert_eq!(
        signs(&angry, HandoffReason::Incident, false, 1),
        [VipReason::HighEmotion]
    );
    assert_eq!(
        signs(&public, asked, false, 1),
        [VipReason::PublicComplaint]
    );
}

#[test]
fn rt9_a_simple_case_is_calm_of_a_volume_topic_and_asks_nothing_that_costs() {
    use HandoffReason::{Incident, Requested};
    let simple = |topic, level, reason, kind: Option<RequestKind>| {
        let request = kind.map(|kind| Request {
            kind,
            order: "#1042".into(),
            parcels: Vec::new(),
            promise_by: None,
        });
        let mood = Mood {
            level,
            ..Mood::default()
        };
        triage(&Signs {
            topic,
            reason: Some(reason),
            request: request.as_ref(),
            mood: &mood,
            deadline_at_risk: false,
            promise_broken: false,
            contacts: 1,
        })
        .simple
    };
    assert!(simple(Topic::Delivery, MoodLevel::Worried, Requested, None));
    assert!(simple(
        Topic::Pickup,
        MoodLevel::Calm,
        HandoffReason::Action,
        Some(RequestKind::OtherPoint)
    ));
    assert!(!simple(Topic::Refund, MoodLevel::Calm, Requested, None));
    assert!(!simple(Topic::Delivery, MoodLevel::Angry, Requested, None));
    assert!(!simple(Topic::Delivery, MoodLevel::Calm, Incident, None));
    assert!(!simple(
        Topic::Delivery,
        MoodLevel::Calm,
        HandoffReason::Action,
        Some(RequestKind::SendAgain)
    ));
}

#[test]
fn rules_and_profiles_are_checked() {
    let unfit = QueueRules {
        overflow_minutes: 0,
        ..QueueRules::default()
    };
    assert!(
        unfit
            .problem()
            .is_some_and(|what| what.contains("overflow"))
    );
    assert_eq!(QueueRules::default().problem(), None);
    assert_eq!(Profile::default().problem(), None);
    for unfit in [
        Profile {
            capacity: 0,
            ..Profile::default()
        },
        Profile {
            languages: Vec::new(),
            ..Profile::default()
        },
        regular().knowing(&[]).profile,
    ] {
        assert!(unfit.problem().is_some());
    }
}
