//! Places beyond one session: a body, a person across sessions, two sessions side by side.

mod body;
mod compare;
mod names;
mod person;
mod pieces;

use crate::archive::Catalogue;
use crate::i18n::{Beyond, Lang, fill};
use crate::route::Across;
use crate::ui::components::layout::{PageHeading, document_title};
use crate::ui::components::states::Failed;
use crate::ui::components::text::Mixed;
use crate::ui::data::catalogue::of_body;
use crate::ui::state::{App, Load};
use body::BodyPage;
use compare::ComparePage;
use leptos::prelude::*;
use person::PersonAcrossPage;
use pieces::{alike_note, lost};
use std::sync::Arc;

/// The page of such a place.
#[component]
pub fn AcrossPage(
    /// The page's signals.
    app: App,
    /// The place.
    across: Across,
) -> impl IntoView {
    move || {
        let lang = app.lang.get();
        let (name, person) = match across.clone() {
            Across::Compare(a, b) => return view! { <ComparePage app lang ids=[a, b]/> }.into_any(),
            Across::Body(body) => (body, None),
            Across::Person { body, person } => (body, Some(person)),
            // It has a page of its own (`pages::subject`).
            Across::Subject { .. } => return ().into_any(),
        };
        let catalogue = match of_body(app, &name) {
            Load::Idle | Load::Busy(_) => {
                return view! { <p class="state" aria-busy="true">{lang.texts().loading}</p> }.into_any();
            }
            Load::Failed(failure) => return view! { <Failed failure/> }.into_any(),
            Load::Ready(catalogue) => catalogue,
        };
        if !catalogue.sessions.iter().any(|entry| entry.assembly.name.as_str() == name) {
            return view! { <UnknownBody lang catalogue name/> }.into_any();
        }
        match person {
            Some(id) => view! { <PersonAcrossPage app lang body=name id/> }.into_any(),
            None => view! { <BodyPage app lang name catalogue/> }.into_any(),
        }
    }
}

/// There is no body of that name; perhaps one that is written differently.
#[component]
fn UnknownBody(
    /// The language of the interface.
    lang: Lang,
    /// The list in which it would be.
    catalogue: Arc<Catalogue>,
    /// The name that the link gives.
    name: String,
) -> impl IntoView {
    let b = Beyond::of(lang);
    document_title(lang, &[b.body_unknown_title]);
    view! {
        <div class="state">
            <PageHeading text=b.body_unknown_title/>
            <p><Mixed text=fill(b.body_unknown, &[&name])/></p>
            {alike_note(b, &catalogue.sessions, &name)}
            {lost(lang)}
        </div>
    }
    .into_any()
}
