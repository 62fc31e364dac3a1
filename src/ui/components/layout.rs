//! What every page is laid out with.

use crate::i18n::Lang;
use crate::ui::components::around::dots;
use crate::ui::components::text::Phrases;
use leptos::prelude::*;

/// Names the document: what is shown, from the particular to the general, then the program.
pub fn document_title(lang: Lang, parts: &[&str]) {
    document().set_title(&format!("{} · {}", dots(parts), lang.texts().name));
}

/// The heading of a page, which gets the focus when the page is reached.
#[component]
pub fn PageHeading(
    /// The words.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <h1 tabindex="-1"><Phrases title=text/></h1> }.into_any()
}

/// A page of one column.
#[component]
pub fn OneColumn(children: Children) -> impl IntoView {
    view! { <div class="page one"><div>{children()}</div></div> }.into_any()
}

/// A section with its heading.
#[component]
pub fn Section(
    /// The words of the heading.
    #[prop(into)]
    heading: String,
    children: Children,
) -> impl IntoView {
    view! { <section><h2><Phrases title=heading/></h2>{children()}</section> }.into_any()
}

/// A row of a definition list.
#[component]
pub fn Fact(
    /// What it is.
    #[prop(into)]
    term: String,
    /// The value.
    children: Children,
) -> impl IntoView {
    view! { <dt>{term}</dt><dd>{children()}</dd> }.into_any()
}
