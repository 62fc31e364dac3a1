//! Lines that a picture does not name, below it.

use crate::ui::components::text::Mixed;
use crate::ui::pages::budget::ctx::use_budget;
use crate::ui::pages::budget::pictures::drawn::List;
use leptos::prelude::*;

/// A list of lines with their figures; each leads to the line.
#[component]
pub(super) fn Listed(
    /// The lines.
    list: List,
) -> impl IntoView {
    let here = use_budget();
    let lang = here.ctx.content_lang();
    let lines = list.lines.into_iter().map(|(place, name, figure)| {
        let of = here.clone();
        let href = move || place.and_then(|(table, row)| of.line(table, row)).map(|line| of.line_href(line));
        let name = match place {
            Some(_) => view! { <a href=href lang=lang.clone()>{name}</a> }.into_any(),
            None => view! { <Mixed text=name/> }.into_any(),
        };
        view! { <li>{name}" "<span class="num">{figure}</span></li> }.into_any()
    });
    let lines = lines.collect::<Vec<_>>();
    if list.is_folded {
        view! { <details class="listed"><summary><Mixed text=list.heading/></summary><ul>{lines}</ul></details> }.into_any()
    } else {
        view! { <div class="listed"><p><Mixed text=list.heading/></p><ul>{lines}</ul></div> }.into_any()
    }
}
