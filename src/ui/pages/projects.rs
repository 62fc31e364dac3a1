//! Livelihood projects: the ballot that chose them, how far they have come, and one of them.

use crate::budget::{grouped, is_less};
use crate::digest::follow::day_of;
use crate::digest::projects::{Ballot, ballot, carried, far, time_gone};
use crate::i18n::{dates, fill, labels};
use crate::model::{Decimal, Project, Stated, VoteMethod};
use crate::route::Place;
use crate::ui::components::common::{dotted, heading, one_column, persons, section, stated};
use crate::ui::components::elsewhere::elsewhere;
use crate::ui::state::Ctx;
use crate::ui::web::dom::{El, bdi, built, el, fact, link, said, with_text};
use leptos::prelude::*;

const WHOLE: Decimal = Decimal { mantissa: 100, scale: 0 };

/// The ballot, then all projects that are carried out.
pub fn page(ctx: &Ctx) -> AnyView {
    let session = ctx.session();
    let ballot = ballot(session);
    let mut content = vec![heading(ctx.t.projects)];
    if !ballot.stood.is_empty() {
        content.push(choice(ctx, &ballot));
    }
    // Those that were not selected are told by the ballot.
    let carried: Vec<&Project> = carried(session).collect();
    if !carried.is_empty() {
        let mut rows = el("ul").class("rows").lang(&ctx.content_lang());
        for project in &carried {
            rows = rows.add(row(ctx, project));
        }
        content.push(section(ctx.story().carried_out).add(states(ctx, &carried)).add(rows));
    }
    one_column(content)
}

/// How many have come how far, and how many are called what.
fn states(ctx: &Ctx, projects: &[&Project]) -> El {
    let s = ctx.story();
    let mut counts = [0_usize; 4];
    let mut words: Vec<(&str, usize)> = Vec::new();
    for project in projects {
        counts[far(project) as usize] += 1;
        if let Some(status) = project.status.as_deref() {
            match words.iter_mut().find(|(word, _)| *word == status) {
                Some((_, count)) => *count += 1,
                None => words.push((status, 1)),
            }
        }
    }
    let mut list = el("dl").class("inline");
    let names = [s.finished, s.under_way, s.not_begun, s.progress_unknown];
    for (name, count) in names.into_iter().zip(counts).filter(|(_, count)| *count > 0) {
        list = list.all(said(name, &count.to_string()).into());
    }
    let mut by_status = el("dl").class("inline").lang(&ctx.content_lang());
    for (word, count) in &words {
        by_status = by_status.all(said(word, &count.to_string()).into());
    }
    el("div").add(list).maybe((!words.is_empty()).then_some(by_status))
}

/// The candidates with votes and place, and whether there were more of them than could be selected.
fn choice(ctx: &Ctx, ballot: &Ballot<'_>) -> El {
    let (t, s) = (ctx.t, ctx.story());
    let content_lang = ctx.content_lang();
    let Ballot { stood, selected, is_equal } = ballot;
    let kind = is_equal.map(|is_equal| if is_equal { s.as_many_candidates } else { s.more_candidates });
    let methods: Vec<VoteMethod> = stood.iter().filter_map(|project| project.selection.as_ref()?.method).collect();
    let method = methods.first().map(|method| labels::vote_method(ctx.lang, *method).to_owned());
    let counts = match is_equal {
        Some(_) => fill(s.ballot_counts, &[&stood.len().to_string(), &selected.to_string()]),
        None => fill(s.ballot_selected, &[&selected.to_string()]),
    };
    let about = with_text("p", "quiet", &dotted([Some(counts), kind.map(ToOwned::to_owned), method]));
    let choices = || stood.iter().filter_map(|project| project.selection.as_ref());
    let has_votes = choices().any(|choice| !choice.votes.is_unknown());
    let most = choices().filter_map(|choice| choice.votes.value().copied()).max().unwrap_or(0);
    let column = |class: &str, label: &str| with_text("th", class, label).set("scope", "col");
    let head = el("tr")
        .add(column("", s.rank))
        .add(column("words", t.candidate))
        .maybe(has_votes.then(|| column("words", t.yes)))
        .add(column("words", t.result));
    let mut rows = el("tbody");
    for project in stood {
        let Some(choice) = &project.selection else { continue };
        let name = el("th").class("words").set("scope", "row").lang(&content_lang);
        let votes = match choice.votes {
            Stated::Value(votes) => el("td").class("words").add(meter(votes, most)).text(&votes.to_string()),
            other => el("td").class("words").add(stated(t, &other)),
        };
        let result = match choice.selected {
            Stated::Value(true) => with_text("b", "", t.selected),
            Stated::Value(false) => with_text("span", "", t.not_selected),
            Stated::None | Stated::Unknown => with_text("span", "quiet", t.not_stated),
        };
        rows = rows.add(
            el("tr")
                .add(with_text("td", "", &choice.rank.map(|rank| rank.to_string()).unwrap_or_default()))
                .add(name.add(link(&ctx.href(Place::Project(project.id.clone())), &project.title)))
                .maybe(has_votes.then_some(votes))
                .add(el("td").class("words").add(result)),
        );
    }
    let table = el("table").add(el("thead").add(head)).add(rows);
    let scroll = el("div").class("scroll").set("tabindex", "0").set("role", "group").set("aria-label", s.ballot).add(table);
    let vote = ctx.session().votes.iter().find(|vote| vote.candidates.iter().any(|candidate| candidate.project.is_some()));
    let vote = vote.map(|vote| el("p").add(link(&ctx.href(Place::Vote(vote.id.clone())), t.see_vote).class("go")));
    section(s.ballot).add(about).add(scroll).maybe(vote)
}

/// So many of so many, as a bar without words.
pub fn meter(part: u32, whole: u32) -> El {
    let share = u64::from(part) * 1000 / u64::from(whole.max(1));
    let bar = el("i").style("width", &format!("{}.{}%", share / 10, share % 10));
    el("span").class("meter").set("aria-hidden", "true").add(bar)
}

/// Progress as a bar with the milestones and the time gone by, and in words.
fn progress(ctx: &Ctx, project: &Project) -> Option<El> {
    let percent = project.progress_percent.value()?;
    let gone = time_gone(project, day_of(ctx.session()));
    let mark = gone.map(|gone| el("u").style("left", &format!("{gone}%")));
    let steps = project.milestones.iter().filter_map(|step| step.percent.value());
    let steps = steps.filter(|step| is_less(**step, WHOLE)).map(|step| el("s").style("left", &format!("{step}%")));
    let width = if is_less(WHOLE, *percent) { WHOLE } else { *percent };
    let bar = el("span").class("meter").set("aria-hidden", "true").add(el("i").style("width", &format!("{width}%")));
    let words = gone.map(|gone| fill(ctx.t.time_gone, &[&gone.to_string()]));
    let words = dotted([Some(format!("{percent}%")), words]);
    Some(el("span").class("meter-cell").add(bar.all(steps.collect()).maybe(mark)).text(&words).lang(ctx.lang.tag()))
}

fn row(ctx: &Ctx, project: &Project) -> El {
    let number = project.number.as_ref().map(|number| with_text("span", "n", number).text(" "));
    let title = el("span").maybe(number).add(link(&ctx.href(Place::Project(project.id.clone())), &project.title).class("t"));
    let status = project.status.as_ref().map(|status| with_text("span", "chip", status));
    let due = project.due.value().map(|due| format!("{} {}", ctx.story().finish_by, dates::date(ctx.lang, due)));
    let words = dotted([project.unit.as_ref().map(ToString::to_string), due]);
    el("li")
        .add(title)
        .maybe(status)
        .maybe(progress(ctx, project).map(|bar| el("span").class("who").add(bar)))
        .maybe((!words.is_empty()).then(|| with_text("span", "who", &words)))
}

/// One project.
pub fn one(ctx: &Ctx, project: &Project) -> AnyView {
    let (t, s, lang) = (ctx.t, ctx.story(), ctx.lang);
    let content_lang = ctx.content_lang();
    let text = |text: &str| bdi(text).lang(&content_lang);
    let mut facts = Vec::new();
    if let Some(number) = &project.number {
        facts.extend(fact(s.number, text(number)));
    }
    match &project.investment {
        Stated::Unknown => {}
        Stated::None => facts.extend(said(s.investment, t.none)),
        Stated::Value(amount) => {
            let unit = project.investment_unit.map(|unit| labels::unit_after(lang, unit)).unwrap_or_default();
            facts.extend(said(s.investment, &format!("{}{unit}", grouped(*amount))));
        }
    }
    if let Some(unit) = &project.unit {
        facts.extend(fact(s.unit_in_charge, text(unit)));
    }
    if !project.responsible.is_empty() {
        facts.extend(fact(s.responsible, persons(ctx, &project.responsible)));
    }
    match &project.due {
        Stated::Unknown => {}
        Stated::None => facts.extend(said(s.finish_by, t.none)),
        Stated::Value(due) => facts.extend(said(s.finish_by, &dates::date(lang, due))),
    }
    if let Some(choice) = &project.selection {
        if let Some(method) = choice.method {
            facts.extend(said(t.method, labels::vote_method(lang, method)));
        }
        if !choice.votes.is_unknown() {
            facts.extend(fact(t.yes, stated(t, &choice.votes)));
        }
        if let Some(rank) = choice.rank {
            facts.extend(said(s.rank, &rank.to_string()));
        }
    }
    if let Some(item) = project.agenda.as_ref().and_then(|id| ctx.opened.lookup.agenda(ctx.session(), id.as_str())) {
        facts.extend(fact(t.belongs_to, link(&ctx.href(Place::AgendaItem(item.id.clone())), &item.title).lang(&content_lang)));
    }
    let result = project.selection.as_ref().and_then(|choice| match choice.selected {
        Stated::Value(true) => Some(with_text("span", "chip done", t.selected)),
        Stated::Value(false) => Some(with_text("span", "chip mark", t.not_selected)),
        Stated::None | Stated::Unknown => None,
    });
    let status = project.status.as_ref().map(|status| with_text("span", "chip", status).lang(&content_lang));
    let id = project.id.clone();
    let main = el("div")
        .add(with_text("h1", "", &project.title).set("tabindex", "-1").lang(&content_lang))
        .add(el("p").add(el("span").class("chips").maybe(result).maybe(status)))
        .maybe(progress(ctx, project).map(|bar| el("p").add(bar)))
        .maybe(project.content.as_ref().map(|content| section(s.to_be_done).add(with_text("p", "", content).lang(&content_lang))))
        .maybe(milestones(ctx, project))
        .add(elsewhere(
            ctx,
            project.session.as_ref(),
            Box::new(move |session| {
                let project = session.projects.iter().find(|project| project.id == id)?;
                let percent = project.progress_percent.value().map(|percent| format!("{percent}%"));
                Some((Place::Project(id.clone()), dotted([project.status.as_ref().map(ToString::to_string), percent])))
            }),
        ));
    let all = link(&ctx.href(Place::Projects), s.all_projects).class("go");
    let aside = el("aside").add(with_text("h3", "", s.about)).add(el("dl").class("pairs").all(facts)).add(el("p").add(all));
    built(vec![el("div").class("page").add(main).add(aside)])
}

fn milestones(ctx: &Ctx, project: &Project) -> Option<El> {
    let mut list = el("ol").class("timeline");
    for step in &project.milestones {
        let date = with_text("span", "date", &dates::date(ctx.lang, &step.date)).lang(ctx.lang.tag());
        let percent = step.percent.value().map(|percent| format!("{percent}%"));
        let words = dotted([percent, step.note.as_ref().map(ToString::to_string)]);
        list = list.add(el("li").add(date).add(with_text("span", "", &words)));
    }
    (!project.milestones.is_empty()).then(|| section(ctx.story().milestones).add(list.lang(&ctx.content_lang())))
}
