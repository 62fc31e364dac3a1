//! Which two sessions: each side can be another one of the same body.

use crate::digest::listing::of_body;
use crate::i18n::Lists;
use crate::model::SessionId;
use crate::route::{Across, Route};
use crate::ui::actions::navigation;
use crate::ui::components::around::{dots, number};
use crate::ui::components::chooser::Chooser;
use crate::ui::data::catalogue;
use crate::ui::pages::across::pieces::when;
use crate::ui::state::{Ctx, Load};
use leptos::prelude::*;

/// The choice for one side, as soon as the list of sessions is known.
#[component]
pub fn Picker(
    /// The session of that side.
    ctx: Ctx,
    /// Which side: 0 is the left one.
    side: usize,
    /// The ids of both sides.
    ids: [SessionId; 2],
) -> impl IntoView {
    let (app, lang, l) = (ctx.app, ctx.lang, Lists::of(ctx.lang));
    let label = [l.pick_first, l.pick_second][side];
    let choice = move || {
        let body = &ctx.session().assembly.name;
        let Load::Ready(list) = catalogue::of_body(app, body) else { return None };
        let options = of_body(&list.sessions, body).into_iter().map(|entry| {
            let name = number(lang, entry.term, entry.meeting, &entry.title);
            (entry.id.to_string(), dots(&[&name, &when(lang, &entry.dates)]))
        });
        let (options, ids) = (options.collect::<Vec<_>>(), ids.clone());
        let id = ids[side].to_string();
        let current = Signal::derive(move || Some(id.clone()));
        let choose = move |chosen: Option<String>| {
            let Some(chosen) = chosen else { return };
            let mut two = ids.clone();
            two[side] = SessionId(chosen);
            let [first, second] = two;
            navigation::go(app, Route::Across(Across::Compare(first, second)));
        };
        Some(view! { <Chooser all=l.pick_none label options current choose/> }.into_any())
    };
    view! { <form class="filters picker" on:submit=|event| event.prevent_default()>{choice}</form> }.into_any()
}
