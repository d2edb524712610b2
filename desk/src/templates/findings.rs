//! What keeps a text from being sent, said beside it.

use dom::El;
use shared::claims::Finding;
use shared::template::guard::Flaw;

use crate::console::Console;

/// What a text states that no source supports: it may be sent, once the agent has looked again.
pub fn unsupported(
    console: Console,
    claims: impl Fn() -> Vec<Finding> + Copy + Send + 'static,
) -> El {
    let lines = move || {
        let t = &console.t().templates;
        let lines: Vec<El> = claims()
            .iter()
            .map(|found| {
                dom::li().child((
                    (t.claim)(&found.claim),
                    dom::q().child(found.excerpt.clone()),
                ))
            })
            .collect();
        (!lines.is_empty()).then(|| {
            dom::div()
                .class("findings unsure")
                .child((dom::p().child(t.unsupported), dom::ul().child(lines)))
        })
    };
    dom::div().attr("role", "status").child(lines)
}

/// The findings of a text that is being written.
pub fn findings(console: Console, flaws: impl Fn() -> Vec<Flaw> + Copy + Send + 'static) -> El {
    let lines = move || {
        let t = &console.t().templates;
        let lines: Vec<El> = flaws()
            .iter()
            .map(|flaw| dom::li().child((t.flaw)(flaw)))
            .collect();
        (!lines.is_empty()).then(|| {
            dom::div()
                .class("findings")
                .child((dom::p().child(t.stopped), dom::ul().child(lines)))
        })
    };
    dom::div()
        .attr("role", "status")
        .attr("id", "findings")
        .child(lines)
}
