//! Everyone named, their posts at that session and what they did in it.

use crate::digest::{Deed, deeds, posts};
use crate::model::Person;
use crate::order::ordered;
use crate::route::Place;
use crate::ui::components::around::person_link;
use crate::ui::components::common::{heading, one_column};
use crate::ui::components::deeds::{changes, deed_line, scroll_to_current};
use crate::ui::state::Ctx;
use crate::ui::web::dom::{El, bdi, el, with_text};
use leptos::prelude::*;

/// All people by pinyin; the current one is marked and scrolled to.
pub fn page(ctx: &Ctx, current: Option<&Person>) -> AnyView {
    let people: Vec<&Person> = ctx.session().people.iter().collect();
    let name = |person: &Person| person.sort_name.as_deref().unwrap_or(&person.name).to_ascii_lowercase();
    let people = ordered(&people, |a, b| name(a).cmp(&name(b)));
    let deeds = deeds(ctx.session());
    let mut rows = el("ul").class("people").lang(&ctx.content_lang());
    for person in people {
        let is_current = current.is_some_and(|current| current.id == person.id);
        rows = rows.add(row(ctx, person, &mut deeds.of(&person.id), is_current));
    }
    if current.is_some() {
        scroll_to_current(ctx.app);
    }
    let mut content = vec![heading(ctx.t.people)];
    content.extend(changes(ctx, None));
    content.push(rows);
    one_column(content)
}

fn row(ctx: &Ctx, person: &Person, done: &mut dyn Iterator<Item = Deed>, is_current: bool) -> El {
    let posts = posts(person);
    let done: Vec<El> = done.filter_map(|deed| deed_line(ctx, deed)).collect();
    let done = if done.is_empty() { with_text("p", "quiet", ctx.t.nothing_recorded) } else { el("ul").class("deeds").all(done) };
    let face: String = person.name.chars().take(1).collect();
    let href = ctx.href(Place::Person(person.id.clone()));
    let about = el("div")
        .add(el("h2").add(el("a").set("href", &href).add(bdi(&person.name))))
        .maybe((!posts.is_empty()).then(|| with_text("p", "posts", &posts)))
        .add(done.lang(ctx.lang.tag()))
        .maybe(person_link(ctx, person));
    let row = if is_current { el("li").class("hit").set("aria-current", "true") } else { el("li") };
    row.add(with_text("span", "face", &face).set("aria-hidden", "true")).add(about)
}
