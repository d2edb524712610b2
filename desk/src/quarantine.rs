//! The payloads that could not be understood.

use leptos::prelude::*;
use shared::protocol::desk::QuarantineEntry;

use crate::console::{Console, Screen};
use crate::dates;
use crate::icons::{Icon, icon};

/// The list of them, each with its body on demand.
#[component]
pub fn QuarantineView() -> impl IntoView {
    let console = expect_context::<Console>();
    let t = move || &console.t().quarantine;
    let entries = Memo::new(move |_| console.state.with(|state| state.quarantine.clone()));
    view! {
        <main class="quarantine" id="case" tabindex="-1">
            <button class="plain" on:click=move |_| console.screen.set(Screen::List)>
                {icon(Icon::Back)}
                {move || t().back}
            </button>
            <h2>{move || t().heading}</h2>
            <p class="quiet">
                {move || if entries.with(Vec::is_empty) { t().empty } else { t().intro }}
            </p>
            <ul>
                <For
                    each=move || entries.get()
                    key=|entry| (entry.id, entry.tried_at)
                    children=|entry| view! { <Entry entry/> }
                />
            </ul>
        </main>
    }
}

#[component]
fn Entry(entry: QuarantineEntry) -> impl IntoView {
    let console = expect_context::<Console>();
    let t = &console.t().quarantine;
    let shown = RwSignal::new(false);
    let id = entry.id;
    let body = move || console.state.with(|state| state.bodies.get(&id).cloned());
    let toggle = move |_| {
        shown.update(|shown| *shown = !*shown);
        if shown.get_untracked()
            && console
                .state
                .with_untracked(|it| !it.bodies.contains_key(&id))
        {
            console.show_quarantined(id);
        }
    };
    let topic = entry.topic.map(|topic| format!(" · {topic}"));
    let when = dates::moment(console.language(), entry.at, true);
    let tried = entry
        .tried_at
        .map(|at| (t.tried)(&dates::moment(console.language(), at, true)));
    view! {
        <li class="entry">
            <p><strong>{entry.source}{topic}</strong></p>
            <p class="text">{entry.problem}</p>
            <p class="quiet">{format!("{when} · {}", (t.size)(entry.size))}</p>
            {tried.map(|tried| view! { <p class="quiet">{tried}</p> })}
            <button class="secondary" aria-expanded=move || shown.get().to_string() on:click=toggle>
                {move || if shown.get() { t.hide } else { t.show }}
            </button>
            <button class="secondary" on:click=move |_| console.replay_quarantined(id)>
                {t.again}
            </button>
            <button class="plain" on:click=move |_| console.discard_quarantined(id)>
                {t.discard}
            </button>
            <Show when=move || shown.get()>
                <pre tabindex="0">{move || body().unwrap_or_else(|| t.loading.to_owned())}</pre>
            </Show>
        </li>
    }
}
