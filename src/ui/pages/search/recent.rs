//! Before anything is typed: what was searched for lately, and how to search.

use crate::i18n::{Find, Lang, fill};
use crate::route::Asked;
use crate::ui::state::place::search;
use crate::ui::state::{App, prefs};
use crate::ui::web::dom::{El, button, el, link, with_text};

pub(super) fn content(app: App, lang: Lang) -> Vec<El> {
    let f = Find::of(lang);
    let place = el("div");
    fill_in(app, f, &place);
    let mut how = el("ul").class("how");
    for line in [f.find_how_exact, f.find_how_pinyin, f.find_how_terms, f.find_how_number, f.find_how_keys] {
        how = how.add(with_text("li", "", line));
    }
    vec![place, el("section").add(with_text("h2", "", f.find_how)).add(how)]
}

fn fill_in(app: App, f: &'static Find, place: &El) {
    let searches = prefs::searches();
    if searches.is_empty() {
        place.renew(Vec::new());
        return;
    }
    let forget = |class: &str, label: &str, one: Option<String>| {
        let place = place.clone();
        let press = move |_| {
            prefs::forget_searches(one.as_deref());
            fill_in(app, f, &place);
        };
        button(class, label, Box::new(press))
    };
    let mut list = el("ul").class("recent");
    for text in searches {
        let remove = forget("tool", "×", Some(text.clone())).set("aria-label", &fill(f.find_forget, &[&text]));
        list = list.add(el("li").add(link(&search(app, Asked::new(&text)).href(), &text)).add(remove));
    }
    let all = forget("btn", f.find_forget_all, None);
    let head = with_text("h2", "", f.find_recent);
    place.renew(vec![el("section").add(head).add(list).add(el("p").class("row").add(all).add(with_text("span", "quiet", f.find_private)))]);
}
