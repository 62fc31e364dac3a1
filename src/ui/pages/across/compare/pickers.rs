//! Which two sessions: each side can be another one of the same body.

use crate::digest::listing::of_body;
use crate::i18n::{Lang, Lists};
use crate::model::SessionId;
use crate::route::{Across, Route};
use crate::ui::actions::navigation;
use crate::ui::components::around::{dots, number};
use crate::ui::components::chooser::Chooser;
use crate::ui::data::catalogue;
use crate::ui::pages::across::pieces::when;
use crate::ui::state::{App, Ctx, Load};
use leptos::prelude::*;

/// The two choices, as soon as the list of sessions is known.
#[component]
pub fn Pickers(
    /// The page's signals.
    app: App,
    /// The language of the interface.
    lang: Lang,
    /// The sessions, the first at the left.
    of: [Ctx; 2],
) -> impl IntoView {
    let l = Lists::of(lang);
    let ids = of.each_ref().map(|ctx| ctx.session().id.clone());
    let names = of.each_ref().map(|ctx| ctx.session().assembly.name.to_string());
    move || {
        let sides = [(0, l.pick_first), (1, l.pick_second)].map(|(side, label)| {
            let Load::Ready(list) = catalogue::of_body(app, &names[side]) else { return None };
            let options = of_body(&list.sessions, &names[side]).into_iter().map(|entry| {
                let name = number(lang, entry.term, entry.meeting, &entry.title);
                (entry.id.to_string(), dots(&[&name, &when(lang, &entry.dates)]))
            });
            let (options, ids) = (options.collect::<Vec<_>>(), ids.clone());
            let current = Signal::derive({
                let id = ids[side].to_string();
                move || Some(id.clone())
            });
            let choose = move |chosen: Option<String>| {
                let Some(chosen) = chosen else { return };
                let mut two = ids.clone();
                two[side] = SessionId(chosen);
                let [first, second] = two;
                navigation::go(app, Route::Across(Across::Compare(first, second)));
            };
            Some(view! { <Chooser all=l.pick_none label options current choose/> }.into_any())
        });
        view! { <form class="filters pickers" on:submit=|event| event.prevent_default()>{sides.into_iter().collect::<Vec<_>>()}</form> }
            .into_any()
    }
}
