//! A search in the session: what is found, by kind, and the ways on where nothing is.

mod also;
pub mod everywhere;
mod limits;
mod matching;
mod recent;
mod rows;
mod sweep;
mod ways;

use crate::i18n::{Subjects, fill, labels};
use crate::route::{Asked, Kind, Route};
use crate::search::{Group, Query, Spot};
use crate::subjects::{Meant, Related};
use crate::ui::components::layout::{OneColumn, PageHeading};
use crate::ui::components::text::Mixed;
use crate::ui::data::readings;
use crate::ui::state::place::asked;
use crate::ui::state::{Ctx, use_ctx};
use also::AlsoFound;
use leptos::prelude::*;
use limits::{Kinds, SessionLimits};
use matching::{found, has_limits, nothing_asked, search_href};
use recent::RecentSearches;
use rows::SearchRows;
use std::sync::Arc;
use ways::SearchWays;

/// So many are shown of each kind beside the others, of one kind at first, and when more are asked for. The first must follow a key.
const FEW: usize = 5;
const FIRST: usize = 20;
const MORE: usize = 50;

/// The search in the session around.
#[component]
pub fn SearchPage() -> impl IntoView {
    let ctx = use_ctx();
    let (app, f, lang, content_lang) = (ctx.app, ctx.find(), ctx.lang, ctx.content_lang());
    // The place is no search any longer just before the page goes.
    let asked = Memo::new(move |before: Option<&Asked>| asked(app).or_else(|| before.cloned()).unwrap_or_default());
    Effect::new(move |_| readings::fetch(app, &asked.read().text));
    let here = ctx.clone();
    let answer = Memo::new(move |_| Arc::new(Answer::find(&here, asked.get())));
    let is_empty = Memo::new(move |_| asked.read().text.trim().is_empty());
    let counts = Memo::new(move |_| answer.get().counts());
    let has_kinds = Memo::new(move |_| counts.read().len() > 1 || asked.read().kind.is_some());
    let results = move || {
        if is_empty.get() {
            return view! { <RecentSearches lang/> }.into_any();
        }
        view! {
            {move || notes(&answer.get())}
            {move || has_kinds.get().then(|| view! { <Kinds counts=counts.get() asked/> }.into_any())}
            {move || view! { <Results answer=answer.get()/> }.into_any()}
        }
        .into_any()
    };
    view! {
        <OneColumn>
            <section class="search">
                <PageHeading text=f.find/>
                <p class="count quiet" role="status">{move || answer.get().says(&ctx)}</p>
                <SessionLimits is_hidden=Signal::derive(move || counts.read().is_empty() && !has_limits(&asked.read()))/>
                <div class="answers" lang=content_lang>{results}</div>
            </section>
        </OneColumn>
    }
    .into_any()
}

/// What a search found.
#[derive(Clone, PartialEq, Eq)]
struct Answer {
    asked: Asked,
    query: Arc<Query>,
    /// Everything, without the limit to a kind.
    all: Vec<Group>,
    /// What the word means beside its letters, and what is found for that.
    meant: Meant,
    related: Related,
    /// Letters could not be read as pinyin.
    is_unread: bool,
}

impl Answer {
    /// Searches; tracks the table of readings where letters are searched for.
    fn find(ctx: &Ctx, asked: Asked) -> Self {
        let (query, is_unread) = readings::meant(ctx.app, &ctx.opened, &asked.text);
        let mut all = found(ctx, &asked, &query);
        // Who spoke and where is known of what was said only, so such a limit leaves nothing else.
        let is_plain = asked.who.is_none() && asked.sitting.is_none();
        let meant = if is_plain { Meant::of(&Query::parse(&asked.text)) } else { Meant::default() };
        let exact: Vec<Spot> = all.iter().flat_map(|group| &group.hits).map(|hit| hit.spot).collect();
        let related = if is_plain { Related::of(ctx.session(), ctx.opened.about(), &meant, &exact) } else { Related::default() };
        // Who types a plain word asks for the money first.
        if !meant.topics.is_empty() {
            all = crate::order::ordered(&all, |a, b| (b.kind == Kind::Budget).cmp(&(a.kind == Kind::Budget)));
        }
        Self { asked, query: Arc::new(query), all, meant, related, is_unread }
    }

    /// How much is found beside the letters, within the limit to a kind.
    fn also(&self) -> usize {
        let is_wanted = |kind: Kind| self.asked.kind.is_none_or(|wanted| wanted == kind);
        let groups = self.related.groups.iter().filter(|(kind, _)| is_wanted(*kind)).map(|(_, spots)| spots.len()).sum::<usize>();
        groups + if is_wanted(Kind::Budget) { self.related.explained.len() } else { 0 }
    }

    /// The groups that are shown.
    fn wanted(&self) -> impl Iterator<Item = &Group> {
        self.all.iter().filter(|group| self.asked.kind.is_none_or(|kind| kind == group.kind))
    }

    fn counts(&self) -> Vec<(Kind, usize)> {
        self.all.iter().map(|group| (group.kind, group.hits.len())).collect()
    }

    /// What was found, in words.
    fn says(&self, ctx: &Ctx) -> String {
        let f = ctx.find();
        let text = self.asked.text.trim();
        let hits = || self.wanted().flat_map(|group| &group.hits);
        let exact = match hits().count() {
            _ if text.is_empty() => String::new(),
            _ if self.query.terms.is_empty() => nothing_asked(f, &self.asked, &self.query),
            0 => fill(f.find_none, &[text]),
            count => fill(f.find_count, &[&count.to_string(), &hits().map(|hit| hit.count as usize).sum::<usize>().to_string()]),
        };
        match self.also() {
            0 => exact,
            also => exact.trim_end_matches(['。', '.']).to_owned() + &fill(Subjects::of(ctx.lang).also_says, &[&also.to_string()]),
        }
    }
}

/// How letters were understood.
fn notes(answer: &Answer) -> AnyView {
    let ctx = use_ctx();
    let (f, lang) = (ctx.find(), ctx.lang.tag());
    let unread = answer.is_unread.then(|| view! { <p class="note" lang=lang>{f.find_unread}</p> }.into_any());
    let spelled: Vec<&str> = answer.query.terms.iter().flat_map(|term| &term.others).map(String::as_str).collect();
    let spelled = (!spelled.is_empty())
        .then(|| view! { <p class="quiet spelled" lang=lang>{fill(f.find_spelled, &[&spelled.join("、")])}</p> }.into_any());
    view! { {unread}{spelled} }.into_any()
}

/// What was found, by kind, and the ways on.
#[component]
fn Results(
    /// What was found.
    answer: Arc<Answer>,
) -> impl IntoView {
    let ctx = use_ctx();
    let asked = answer.asked.clone();
    let groups: Vec<AnyView> =
        answer.wanted().map(|group| view! { <KindSection group=group.clone() answer=answer.clone()/> }.into_any()).collect();
    let also = (answer.also() > 0).then(|| {
        let (meant, related) = (answer.meant.clone(), answer.related.clone());
        view! { <AlsoFound meant related kind=asked.kind/> }.into_any()
    });
    if groups.is_empty() && also.is_none() {
        return view! { <SearchWays asked query=answer.query.clone()/> }.into_any();
    }
    let further = (ctx.is_public() || crate::ui::web::embedded::template().is_some()).then(|| {
        let everywhere = Route::Search(Box::new(Asked::new(&asked.text))).href();
        let label = fill(ctx.find().find_way_everywhere, &[asked.text.trim()]);
        view! { <p class="further" lang=ctx.lang.tag()><a href=everywhere><Mixed text=label/></a></p> }.into_any()
    });
    view! { {groups}{also}{further} }.into_any()
}

/// What was found of one kind: all of it, bit by bit, where no other kind is shown; else the first.
#[component]
fn KindSection(
    /// What was found of the kind.
    group: Group,
    /// All that was found.
    answer: Arc<Answer>,
) -> impl IntoView {
    let ctx = use_ctx();
    let (f, lang, count) = (ctx.find(), ctx.lang, group.hits.len());
    let is_one = answer.asked.kind.is_some() || answer.all.len() == 1;
    let most = RwSignal::new(if is_one { FIRST } else { FEW });
    let left = move || count.saturating_sub(most.get());
    let is_left = Memo::new(move |_| left() > 0);
    let href = search_href(&ctx, Asked { kind: Some(group.kind), ..answer.asked.clone() });
    let more = move || {
        let press = move |_| most.update(|most| *most += MORE);
        let label = move || fill(f.find_more, &[&left().min(MORE).to_string()]);
        view! { <p><button class="btn" type="button" data-key="more" lang=lang.tag() on:click=press>{label}</button></p> }.into_any()
    };
    let all = move || {
        let label = fill(f.find_all_of, &[&count.to_string()]);
        view! { <p><a href=href.clone() class="all" lang=lang.tag()>{label}</a></p> }.into_any()
    };
    view! {
        <section>
            <h2 lang=lang.tag()>{labels::found_kind(lang, group.kind)}</h2>
            <SearchRows hits=group.hits query=answer.query.clone() typed=answer.asked.text.clone() most/>
            {move || is_left.get().then(|| if is_one { more() } else { all() })}
        </section>
    }
    .into_any()
}
