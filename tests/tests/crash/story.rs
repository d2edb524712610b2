//! One chat, from the first word to the settled case, with workerd killed between any two steps.

use shared::ids::ContactId;
use shared::language::Language;
use shared::notice::NoticeKind;
use shared::protocol::desk::HandoffReason;
use shared::protocol::widget::{ConversationState, Event, Fact};
use tests::agent::Agent;
use tests::hooks::{IN_TRANSIT, OUT_FOR_DELIVERY, TestOrder};
use tests::identity::Identity;
use tests::server::Server;
use tests::shopper::{Credentials, Shopper, message};
use tests::site::Site;

/// A shopper's and an agent's day, and the edge under it.
struct Story {
    server: Server,
    site: Site,
    order: TestOrder,
    shopper: Shopper,
    agent: Agent,
    /// What is sure to be in the transcript, by number.
    settled: Vec<Event>,
}

#[tokio::test]
async fn cv13_a_chat_survives_a_crash_between_any_two_steps() {
    let mut story = Story::begin().await;
    story.crash().await;

    let asked = story.shopper.say("Où est ma commande ?").await;
    story.shopper.answer_after(asked).await;
    story.crash().await;

    let (site, order) = (story.site.clone(), story.order.clone());
    let fulfillment = order.fulfillment(0);
    assert_eq!(site.shopify("fulfillments/create", &fulfillment).await, 200);
    story.crash().await;

    let shipped = order.tracker(0, &[(IN_TRANSIT, 60)]);
    assert_eq!(site.easypost(&shipped).await, 200);
    story.crash().await;
    story.shopper.notice(NoticeKind::Shipped).await;
    story.crash().await;

    story.shopper.ask_for_human().await;
    story.crash().await;
    let contact = story.shopper.contact.clone();
    story
        .agent
        .case(|case| case.contact == contact && case.reason == Some(HandoffReason::Requested))
        .await;
    let dossier = story.agent.open(&contact).await.dossier;
    story.crash().await;

    story.agent.take(&contact).await.expect("nobody has it");
    story.crash().await;
    story
        .agent
        .note(&contact, "À rappeler")
        .await
        .expect("a note is taken");
    let words = "Il arrive aujourd’hui.";
    story
        .agent
        .reply(&contact, words)
        .await
        .expect("it is theirs");
    story.crash().await;

    let scans = [(IN_TRANSIT, 60), (OUT_FOR_DELIVERY, 2)];
    assert_eq!(site.easypost(&order.tracker(0, &scans)).await, 200);
    story.crash().await;
    story.shopper.notice(NoticeKind::OutForDelivery).await;
    story.agent.resolve(&contact).await.expect("it is theirs");
    story.crash().await;
    story.shopper.say("Il manque une roue.").await;
    story.crash().await;

    story.ends(&contact, words).await;
    assert_eq!(
        story.agent.open(&contact).await.dossier.map(|d| d.reason),
        Some(HandoffReason::Reopened)
    );
    assert!(dossier.is_some_and(|dossier| dossier.orders[0].number == order.number));
}

impl Story {
    async fn begin() -> Self {
        let server = Server::start("crash-story").expect("an edge that was built starts");
        let site = Site::new("Atelier").provision(&server.edge()).await;
        let account = site.hire("Camille", false).await;
        let agent = Agent::sign_in(&site, &account).await;
        let order = TestOrder::new();
        assert_eq!(site.shopify("orders/create", &order.body()).await, 200);
        let credentials = Credentials {
            identity: Some(Identity::new(&site, &order.email).token()),
            language: Language::French,
            ..Credentials::default()
        };
        let mut shopper = Shopper::with(&site, credentials).await;
        shopper
            .event(|event| matches!(event.fact, Fact::OrderUpdated { .. }))
            .await;
        Self {
            server,
            site,
            order,
            shopper,
            agent,
            settled: Vec::new(),
        }
    }

    /// Kills workerd and starts it again; both clients resume, and what was there is there.
    async fn crash(&mut self) {
        self.settled = self.shopper.history.values().cloned().collect();
        self.server.kill().expect("workerd runs");
        assert!(self.shopper.resume().await.is_err(), "workerd is not gone");
        self.server.restart().expect("workerd starts again");
        self.shopper.resume().await.expect("the shopper resumes");
        self.agent
            .resume()
            .await
            .expect("the session outlives a crash");
        self.is_whole().await;
    }

    /// The transcript that a fresh client reads begins as it was and has no gap.
    async fn is_whole(&mut self) {
        let fresh = self.shopper.another().await;
        assert_eq!(fresh.contact, self.shopper.contact);
        let transcript: Vec<Event> = fresh.history.values().cloned().collect();
        assert_eq!(fresh.last_seq(), transcript.len() as u64);
        let known = self.settled.len();
        assert!(transcript.len() >= known, "events were lost");
        assert_eq!(transcript[..known], self.settled[..]);
    }

    /// Shopper and agent see the whole story, each part of it once.
    async fn ends(&mut self, contact: &ContactId, answer: &str) {
        self.shopper.settle().await;
        assert_eq!(
            self.shopper.notices(),
            [NoticeKind::Shipped, NoticeKind::OutForDelivery]
        );
        let history = &self.shopper.history;
        for text in ["Où est ma commande ?", answer, "Il manque une roue."] {
            let said = history.values().filter_map(message);
            assert_eq!(said.filter(|m| m.text == text).count(), 1, "{text}");
        }
        let hidden = history.values().filter(|event| event.fact == Fact::Hidden);
        assert_eq!(hidden.count(), 1);
        let case = self
            .agent
            .case(|case| {
                case.contact == *contact
                    && case.head == self.shopper.last_seq()
                    && matches!(case.state, ConversationState::Queued { .. })
            })
            .await;
        assert_eq!(case.orders, std::slice::from_ref(&self.order.number));
        let opened = self.agent.open(contact).await;
        let numbers: Vec<u64> = opened.events.iter().map(|event| event.seq).collect();
        let expected: Vec<u64> = self.shopper.history.keys().copied().collect();
        assert_eq!(numbers, expected);
    }
}
