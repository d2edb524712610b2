//! Every command of both protocols.

use shared::ids::{AgentId, ContactId, OrderKey};
use shared::protocol::Refusal;
use shared::protocol::desk::{AgentCommand, AgentEvent, CaseList, CaseMark};
use shared::protocol::widget::{ChoiceId, ShopperCommand};
use shared::redress::{Harm, RedressChoice, Remedy};
use shared::time::Timestamp;
use tests::agent::Agent;
use tests::shopper::{message, new_cid};

use super::{Scene, secret_of, stranger};

/// One sample of every variant of an enum: a variant without one doesn't build.
macro_rules! every {
    ($enum:ident { $($variant:ident $({ $($field:ident: $value:expr),* $(,)? })?),* $(,)? }) => {{
        let known = |sample: &$enum| match sample {
            $($enum::$variant { .. } => (),)*
        };
        let samples = vec![$($enum::$variant $({ $($field: $value),* })?),*];
        samples.iter().for_each(known);
        samples
    }};
}

#[tokio::test]
async fn tr15_no_command_of_an_agent_reaches_another_site() {
    let scene = Scene::new().await;
    let contact = || scene.contact.clone();
    let commands = every!(AgentCommand {
        Hello,
        ListCases { mark: mark(&scene.contact) },
        OpenCase { contact: contact() },
        LeaveCase { contact: contact() },
        FetchEvents { contact: contact(), after: 0, limit: 200 },
        TakeCase { cid: new_cid(), contact: contact() },
        Reply { cid: new_cid(), contact: contact(), text: "Bonjour".to_owned(), promise: None, fills: Vec::new() },
        KeepPromise { cid: new_cid(), contact: contact(), promise: 1 },
        ShowRedress { contact: contact() },
        ChooseRedress { cid: new_cid(), contact: contact(), choice: refund() },
        AnswerRedress { cid: new_cid(), contact: contact(), redress: 1, approved: true },
        AddNote { cid: new_cid(), contact: contact(), text: "Bonjour".to_owned() },
        LabelCase { cid: new_cid(), contact: contact(), label: "vip".to_owned(), on: true },
        Resolve { cid: new_cid(), contact: contact() },
        GiveCase { cid: new_cid(), contact: contact(), to: AgentId(scene.owner_id.clone()) },
        ReleaseCase { cid: new_cid(), contact: contact() },
        SnoozeCase { cid: new_cid(), contact: contact(), until: Timestamp(i64::MAX) },
        SetReady { ready: false },
        ReadCase { contact: contact(), upto: 1_000 },
        Typing { contact: contact() },
        Got,
        ShowQuarantined { id: 1 },
        ReplayQuarantined { id: 1 },
        DiscardQuarantined { id: 1 },
    });
    let before = scene.visitor_as_the_desk_sees_it().await;
    let mut outsider = Agent::connect(&scene.other, scene.outsiders_cookie().await)
        .await
        .expect("an agent connects");
    for command in &commands {
        outsider.tell(command).await;
        let answer = answer_to(&mut outsider).await;
        if !has_no_answer(command) {
            assert!(answer.is_some(), "{command:?} was not answered");
        }
        let Some(answer) = answer else { continue };
        let text = serde_json::to_string(&answer).expect("a frame is JSON");
        scene.holds_nothing(&format!("{command:?}"), &text);
        match answer {
            AgentEvent::Refused { code, .. } => assert_eq!(code, Refusal::NotFound),
            AgentEvent::CasesListed { cases, more, .. } => {
                assert_eq!((cases.len(), more), (0, None), "{command:?}");
            }
            AgentEvent::Welcome { site, .. } => assert_eq!(site.as_str(), scene.other.key),
            other => panic!("{command:?} was answered {other:?}"),
        }
    }
    let after = scene.visitor_as_the_desk_sees_it().await;
    assert_eq!(before, after, "a foreign agent has changed the case");
}

/// The first of all places in a list.
fn mark(contact: &ContactId) -> CaseMark {
    CaseMark {
        list: CaseList::Pending,
        vip: true,
        at: Timestamp(i64::MAX),
        contact: contact.clone(),
    }
}

fn refund() -> RedressChoice {
    RedressChoice {
        order: OrderKey("shopify:1".into()),
        parcel: None,
        harm: Harm::Late,
        remedy: Remedy::Refund,
    }
}

#[tokio::test]
async fn tr15_no_command_of_a_shopper_reaches_another_contact() {
    let mut scene = Scene::new().await;
    let number = scene.order.number.clone();
    let commands = || {
        every!(ShopperCommand {
            Hello { epoch: Some(scene.visitor.epoch), last_seq: Some(0), language: None },
            Send { cid: new_cid(), text: "Bonjour".to_owned() },
            Choose { cid: new_cid(), choice: ChoiceId::MuteOrder, about: Some(1) },
            VerifyOrder { cid: new_cid(), number: number.clone(), proof: "wrong".to_owned() },
            RequestHuman { cid: new_cid() },
            Read { upto: 1_000 },
            Fetch { after: 0, limit: 200 },
            Typing,
            Got,
        })
    };
    // What the stranger asks for itself may come back to it.
    let asked = number.trim_start_matches('#').to_owned();
    scene.secrets.retain(|secret| *secret != asked);
    for site in [&scene.site, &scene.other] {
        let mut stranger = stranger(site).await;
        for command in commands() {
            stranger.tell(&command).await;
            while let Ok(Some(frame)) = stranger.socket.next_within(super::A_MOMENT).await {
                let text = serde_json::to_string(&frame).expect("a frame is JSON");
                scene.holds_nothing(&format!("{command:?}"), &text);
            }
        }
    }
    scene.visitor.settle().await;
    let heard = scene.visitor.history.values().filter_map(message);
    assert!(heard.clone().count() > 0);
    assert!(heard.clone().all(|message| message.text != "Bonjour"));
}

#[tokio::test]
async fn tr15_a_visitors_secret_is_in_no_frame_of_its_own_desk() {
    let scene = Scene::new().await;
    let token = scene.visitor.visitor_token().expect("a token").to_owned();
    let seen = scene.visitor_as_the_desk_sees_it().await;
    assert!(seen.contains(scene.contact.as_str()), "{seen}");
    assert!(!seen.contains(secret_of(&token)), "{seen}");
}

impl Scene {
    /// Every frame that shows the visitor's case to the site's own agent.
    async fn visitor_as_the_desk_sees_it(&self) -> String {
        let mut agent = Agent::connect(&self.site, self.agent.cookie.clone())
            .await
            .expect("an agent connects");
        let opened = agent.open(&self.contact).await;
        let seen = format!("{:?}{opened:?}", agent.cases);
        agent
            .tell(&AgentCommand::FetchEvents {
                contact: self.contact.clone(),
                after: 0,
                limit: 200,
            })
            .await;
        let events = agent.frame(|frame| match frame {
            AgentEvent::CaseEvents { events, .. } => Some(format!("{events:?}")),
            _ => None,
        });
        seen + events.await.as_str()
    }
}

/// What comes next that is no news of the outsider's own team.
async fn answer_to(outsider: &mut Agent) -> Option<AgentEvent> {
    loop {
        let next = outsider.socket.next_within(super::A_MOMENT).await;
        match next.expect("the socket lives") {
            Some(AgentEvent::TeamChanged { .. }) => {}
            answer => return answer,
        }
    }
}

/// Whether nothing comes back for a command about a case that isn't there.
fn has_no_answer(command: &AgentCommand) -> bool {
    matches!(
        command,
        AgentCommand::LeaveCase { .. }
            | AgentCommand::SetReady { .. }
            | AgentCommand::ReadCase { .. }
            | AgentCommand::Typing { .. }
            | AgentCommand::Got
    )
}
