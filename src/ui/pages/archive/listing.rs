//! The sessions that fit the filters, by year.

use crate::archive::{Catalogue, Entry};
use crate::digest::Stored;
use crate::digest::listing::year;
use crate::i18n::Lang;
use crate::route::{Filter, Route};
use crate::ui::components::layout::Section;
use crate::ui::data::catalogue::again;
use crate::ui::pages::archive::aside::bodies;
use crate::ui::pages::archive::beyond::{Beyond, number, said, year_name};
use crate::ui::pages::archive::filters::{Filters, filter};
use crate::ui::pages::archive::row::SessionRow;
use crate::ui::state::App;
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What is listed.
struct Found {
    /// The sessions, newest first.
    entries: Vec<Arc<Entry>>,
    /// How many the archive has, where it says more than it lists; else 0.
    total: usize,
    /// What is not listed.
    beyond: Beyond,
}

impl Found {
    /// Their years, in the order of the first session of each.
    fn years(&self) -> Vec<Option<u16>> {
        let mut years = Vec::new();
        for year in self.entries.iter().map(|entry| year(entry)) {
            if !years.contains(&year) {
                years.push(year);
            }
        }
        years
    }

    /// Those of a year.
    fn of(&self, wanted: Option<u16>) -> Vec<Arc<Entry>> {
        self.entries.iter().filter(|entry| year(entry) == wanted).cloned().collect()
    }
}

/// The filters, and the sessions that they let through. Everything but the lists stays in place while they change, so that a filter keeps the
/// focus; a session that is listed before and after is the same row.
#[component]
pub fn Listing(
    /// The page's signals.
    app: App,
    /// The language of the interface.
    lang: Lang,
    /// The main list of the archive.
    catalogue: Arc<Catalogue>,
) -> impl IntoView {
    let t = lang.texts();
    let list = catalogue.clone();
    let find = move |_: Option<&Found>| {
        let filter = filter(app);
        let beyond = Beyond::new(app, lang, &list, &filter);
        // A part that is older than another may have a session under another day: each is one row all the same.
        let (mut seen, mut entries) = (BTreeSet::new(), beyond.listed(&filter));
        entries.retain(|entry| seen.insert(&entry.id));
        let entries = entries.into_iter().cloned().map(Arc::new).collect();
        Found { entries, total: list.whole.as_ref().map_or(0, |whole| whole.count(&filter)), beyond }
    };
    let found = Memo::new_with_compare(find, |_, _| true);
    let count = move || found.with(|found| said(lang, found.entries.len(), found.total));
    let news = move || {
        found.with(|found| match &found.beyond.failure {
            Some(failure) => {
                let retry = move |_| again(app);
                view! {
                    <p class="note">{failure.sentence(lang)}" "<button class="btn" type="button" on:click=retry>{t.retry}</button></p>
                }
                .into_any()
            }
            None => found.beyond.is_busy.then(|| view! { <p class="quiet" aria-busy="true">{t.loading}</p> }.into_any()).into_any(),
        })
    };
    let offline = move || Stored(&app.stored.read()).is_offline().then(|| view! { <p class="note">{t.offline_note}</p> }.into_any());
    let none = move || {
        let is_none = found.with(|found| found.entries.is_empty() && found.total == 0);
        is_none.then(|| {
            let all = Route::Archive(Filter::all()).href();
            view! { <div class="state"><p>{t.no_match}</p><p><a class="btn" href=all>{t.show_all}</a></p></div> }.into_any()
        })
    };
    let ways = move || found.with(|found| ways(lang, &found.beyond));
    let more = move || {
        let has_more = found.with(|found| found.beyond.has_more());
        has_more.then(|| {
            let press = move |_| found.with_untracked(|found| found.beyond.fetch_more(app));
            view! { <button class="btn" type="button" data-key="more" on:click=press>{t.more_listed}</button> }.into_any()
        })
    };
    let aside = move || {
        found.with(|found| {
            let entries: Vec<&Entry> = found.entries.iter().map(|entry| &**entry).collect();
            bodies(lang, &entries, found.total > entries.len())
        })
    };
    view! {
        <div class="page">
            <div>
                <Filters app lang catalogue/>
                <p class="quiet count" role="status">{count}</p>
                <div role="status">{news}</div>
                {offline}
                {none}
                <For each=move || found.with(Found::years) key=|year| *year let:year>
                    <section class="year">
                        <h2>{year_name(lang, year)}</h2>
                        <ul class="sessions">
                            <For each=move || found.with(|found| found.of(year)) key=|entry| entry.id.clone() let:entry>
                                <SessionRow app lang entry/>
                            </For>
                        </ul>
                    </section>
                </For>
                {ways}
                {more}
            </div>
            <aside>{aside}</aside>
        </div>
    }
    .into_any()
}

/// The ways to what is not listed.
fn ways(lang: Lang, beyond: &Beyond) -> Option<AnyView> {
    let ways = beyond.ways.iter().map(|(way, name, count)| {
        let href = Route::Archive(way.clone()).href();
        view! { <li><a class="t" href=href>{name.clone()}</a>" "<span class="quiet">{number(*count)}</span></li> }.into_any()
    });
    let ways = ways.collect::<Vec<_>>();
    let title = lang.texts().more_listed;
    (!ways.is_empty()).then(|| view! { <Section heading=title><ul class="ways">{ways}</ul></Section> }.into_any())
}
