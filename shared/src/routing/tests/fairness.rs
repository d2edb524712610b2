//! Whatever comes: nobody is given too much, nobody is passed over, nothing is lost.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::*;

fn cases() -> impl Strategy<Value = Vec<Case>> {
    let topic = prop::sample::select(Topic::ALL.to_vec());
    let case = (0..40_i64, topic, 0..5_u8, any::<bool>());
    prop::collection::vec(case, 0..24).prop_map(|drawn| {
        drawn
            .into_iter()
            .enumerate()
            .map(|(number, (minutes, topic, vip, french))| {
                let mut case = Case::new(&format!("c{number:02}"), minutes).about(topic);
                if vip == 0 {
                    case = case.vip();
                }
                if !french {
                    case.language = Language::English;
                }
                case
            })
            .collect()
    })
}

fn team() -> impl Strategy<Value = Vec<Colleague>> {
    let level = prop::sample::select(vec![Level::Newcomer, Level::Regular, Level::Expert]);
    let skills = prop::collection::btree_set(prop::sample::select(Topic::ALL.to_vec()), 1..6);
    let agent = (level, skills, 1..5_u8, 0..6_u32, 0..6_u32, any::<bool>());
    prop::collection::vec(agent, 0..6).prop_map(|drawn| {
        drawn
            .into_iter()
            .enumerate()
            .map(
                |(number, (level, skills, capacity, open, vips_in_a_row, bilingual))| {
                    let mut agent = Colleague::new(&format!("a{number}"), level);
                    agent.profile.skills = skills;
                    agent.profile.capacity = capacity;
                    if !bilingual {
                        agent.profile.languages = vec![Language::French];
                    }
                    agent.open = open;
                    agent.vips_in_a_row = vips_in_a_row;
                    agent
                },
            )
            .collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn rt10_each_case_is_given_once_and_to_one_who_may_have_it(cases in cases(), team in team()) {
        let assigned = assigned(&cases, &team, false);
        let once: BTreeSet<_> = assigned.iter().map(|given| &given.contact).collect();
        prop_assert_eq!(once.len(), assigned.len());
        let mut open: BTreeMap<_, u32> = team
            .iter()
            .map(|agent| (&agent.agent, agent.open))
            .collect();
        for given in &assigned {
            let case = cases.iter().find(|case| case.contact == given.contact).unwrap();
            let agent = team.iter().find(|agent| agent.agent == given.agent).unwrap();
            *open.get_mut(&agent.agent).unwrap() += 1;
            prop_assert!(open[&agent.agent] <= u32::from(agent.profile.capacity));
            let speaks = |agent: &Colleague| agent.profile.languages.contains(&case.language);
            prop_assert!(speaks(agent) || !team.iter().any(speaks));
            prop_assert!(agent.profile.level != Level::Newcomer || case.triage.simple);
        }
    }

    #[test]
    fn rt10_no_case_is_given_while_an_older_one_of_its_kind_could_have_been(
        cases in cases(),
        team in team(),
    ) {
        let assigned = assigned(&cases, &team, false);
        let find = |contact: &ContactId| cases.iter().find(|case| case.contact == *contact).unwrap();
        let left: Vec<&Case> = cases
            .iter()
            .filter(|case| assigned.iter().all(|given| given.contact != case.contact))
            .collect();
        for given in &assigned {
            let case = find(&given.contact);
            // An older case in all alike would have been fit for the same agent.
            let passed_over = left.iter().find(|other| {
                other.since < case.since
                    && other.language == case.language
                    && other.triage == case.triage
            });
            prop_assert!(passed_over.is_none(), "{passed_over:?} for {case:?}");
        }
    }

    #[test]
    fn rt11_nobody_starves_however_many_vips_come(
        level in prop::sample::select(vec![Level::Regular, Level::Expert]),
        capacity in 1..5_u8,
        ahead in 0..6_i64,
        ends in prop::collection::vec(0..5_usize, 200),
    ) {
        // One agent, a case of the cell for every place that gets free, and some others.
        let mut agent = Colleague::new("only", level);
        agent.profile.capacity = capacity;
        let mut waiting: Vec<Case> = (0..=ahead)
            .map(|number| Case::new(&format!("plain{number}"), 100 - number))
            .collect();
        let last = waiting.last().unwrap().contact.clone();
        let mut held: Vec<ContactId> = Vec::new();
        let mut gifts = 0_i64;
        for (round, end) in ends.into_iter().enumerate() {
            while waiting.iter().filter(|case| !case.triage.vip.is_empty()).count() < 8 {
                waiting.push(Case::new(&format!("v{round}-{}", waiting.len()), 200).vip());
            }
            agent.open = u32::try_from(held.len()).unwrap();
            for given in assigned(&waiting, std::slice::from_ref(&agent), false) {
                gifts += 1;
                agent.vips_in_a_row = if given.vip { agent.vips_in_a_row + 1 } else { 0 };
                waiting.retain(|case| case.contact != given.contact);
                held.push(given.contact);
            }
            if waiting.iter().all(|case| case.contact != last) {
                break;
            }
            held.remove(end % held.len());
        }
        let most = (i64::from(VIPS_IN_A_ROW) + 1) * (ahead + 1);
        prop_assert!(gifts <= most + i64::from(capacity), "{gifts} gifts, {most} at most");
        prop_assert!(waiting.iter().all(|case| case.contact != last));
    }
}
