//! `yishi build` from outside: the same bytes, only what changed, the old site or the new one, and what is refused.

use crate::support::site::{Office, session};
use serde_json::{Value, json};
use std::fs;
use std::process::Stdio;
use std::thread::sleep;
use std::time::Instant;
use yishi::hash::sha256;

#[test]
fn the_same_input_gives_the_same_bytes() {
    let office = Office::new("same");
    for (id, date) in [("b-2", "2024-07-18"), ("a-1", "2023"), ("c 3", "2024-07")] {
        office.add(&session(id, date));
    }
    office.built("one");
    office.built("two");
    let (one, two) = (office.files("one"), office.files("two"));
    assert_eq!(one, two);
    office.built("one");
    assert_eq!(office.files("one"), two, "built again in its place");
    for path in ["index.html", "s/c 3/index.html", "data/sessions/c 3.json", "feed.xml", "sitemap.xml", "robots.txt", "icons/icon.svg"] {
        assert!(one.contains_key(path), "{path}");
    }
    assert_eq!(one["data/sessions/a-1.json"], fs::read(office.0.join("data/sessions/a-1.json")).unwrap());
    assert!(!one.contains_key("yishi.html"), "the page of examples is of other sessions");
    assert!(office.text("one/sitemap.xml").contains("<loc>https://a.example/x/s/c%203/</loc>\n<lastmod>2024-07-01</lastmod>"));
    // Newest first.
    let feed = office.text("one/feed.xml");
    let places: Vec<_> = ["s/b-2/", "s/c%203/", "s/a-1/"].map(|path| feed.find(path).unwrap()).into();
    assert!(places.is_sorted(), "{feed}");
    assert!(feed.contains("<updated>2024-07-18T00:00:00+08:00</updated>"));
}

#[test]
fn only_what_changed_is_made_again_and_it_is_as_if_all_were() {
    let office = Office::new("changed");
    for n in 0..30 {
        office.add(&session(&format!("s-{n}"), &format!("20{n:02}")));
    }
    assert_eq!(office.built("site"), "site: sessions: 30, made anew: 30\n");
    let mut changed = session("s-4", "2004-02-29");
    changed["title"] = "另一个题目".into();
    changed["suggestions"] = json!([{ "id": "x", "title": "建议", "session": "s-3" }]);
    office.add(&changed);
    office.remove("s-9");
    office.add(&session("new", "2030"));
    assert_eq!(office.built("site"), "site: sessions: 30, made anew: 2\n");
    office.built("full");
    assert_eq!(office.files("site"), office.files("full"));
    assert!(office.text("site/s/s-4/index.html").contains("<title>另一个题目 · 议事</title>"));
    assert!(!office.0.join("site/s/s-9").exists());

    // The site before the last one is the beginning of the next: what it has of other days must not come back.
    office.add(&session("s-4", "2004"));
    office.add(&session("s-9", "2009-09-09"));
    office.remove("new");
    let before = office.files("site");
    fs::hard_link(office.0.join("site/s/s-7/index.html"), office.0.join("witness")).unwrap();
    assert_eq!(office.built("site"), "site: sessions: 30, made anew: 2\n");
    assert_eq!(office.built("site"), "site: sessions: 30, made anew: 0\n");
    office.built("full-again");
    assert_eq!(office.files("site"), office.files("full-again"));
    assert_eq!(fs::read(office.0.join("witness")).unwrap(), before["s/s-7/index.html"], "no file of a site is written into");
    office.add(&changed);
    office.remove("s-9");
    office.add(&session("new", "2030"));
    assert_eq!(office.built("site"), "site: sessions: 30, made anew: 2\n");
    assert_eq!(office.files("site"), office.files("full"));

    // A page that somebody removed comes back, and another program makes every page anew.
    for place in ["site", ".site.yishi-spare"] {
        fs::remove_file(office.0.join(place).join("s/s-5/index.html")).unwrap();
    }
    assert_eq!(office.built("site"), "site: sessions: 30, made anew: 1\n");
    assert_eq!(office.files("site"), office.files("full"));
    office.page(&office.text("app/index.html").replace("run()", "run(1)"));
    assert_eq!(office.built("site"), "site: sessions: 30, made anew: 30\n");
    assert!(office.text("site/s/s-5/index.html").contains("run(1)"));
}

#[test]
fn a_build_that_is_killed_leaves_a_whole_site() {
    let office = Office::new("killed");
    let full: Value = serde_json::from_str(&fs::read_to_string("tests/fixtures/valid/full.json").unwrap()).unwrap();
    let add = |mark: &str| {
        for n in 0..40 {
            let mut session = full.clone();
            session["id"] = format!("s-{n}").into();
            session["title"] = format!("{mark} {n}").into();
            office.add(&session);
        }
    };
    add("甲");
    office.built("a");
    office.built("site");
    add("乙");
    let start = Instant::now();
    office.built("b");
    let took = start.elapsed();
    let (mut old, new) = (office.files("a"), office.files("b"));
    let mut is_new = false;
    let (mut left_old, mut leftovers) = (0, 0);
    for n in 0..24 {
        // Sometimes early, sometimes at the very end, where the folders change places.
        let mut child =
            office.command("site", &["--site", "https://a.example/x"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        sleep(took.mul_f64(f64::from(n % 12 + 1) / 11.0));
        let _ = child.kill();
        child.wait().unwrap();
        leftovers += usize::from(office.beside().iter().any(|name| name.contains(".yishi-")));
        let found = office.files("site");
        if found == old {
            left_old += 1;
        } else {
            assert!(found == new, "killed after {n} parts: neither the old site nor the new one");
            is_new = true;
        }
        if is_new {
            // Back to the old one, with the leftovers still there.
            add("甲");
            office.built("site");
            old = office.files("site");
            assert!(old == office.files("a"));
            add("乙");
            is_new = false;
        }
    }
    assert!(left_old > 0 && leftovers > 0, "no build was killed in the middle: {left_old}, {leftovers}");
    office.built("site");
    assert!(office.files("site") == new);
    assert_eq!(office.beside(), [".site.yishi-spare", "a", "app", "b", "data", "site"]);
}

#[test]
fn every_bad_file_is_told_and_the_old_site_stays() {
    let office = Office::new("bad");
    office.add(&session("good", "2024"));
    office.built("site");
    office.built("site");
    let before = office.files("site");
    office.file("also-good.json", &session("good", "2024").to_string());
    office.file("other-name.json", &session("name", "2024").to_string());
    office.file("broken.json", "{\"format\": \"yishi-session/1\", ");
    let mut dangling = session("dangling", "2024");
    dangling["agenda"] = json!([{ "id": "a", "title": "议程", "presenters": ["nobody"] }]);
    office.add(&dangling);
    office.file("up.json", &session("../up", "2024").to_string());
    let run = office.build("site", &["--site", "https://a.example/x"]);
    assert_eq!((run.code, run.out.as_str()), (Some(1), ""));
    for line in [
        "data/sessions/broken.json:1:31: error: ",
        "data/sessions/dangling.json:1:",
        "data/sessions/good.json: error: The id “good” is also that of data/sessions/also-good.json. Give each its own.",
        "data/sessions/other-name.json: error: The file is not named after its id. Rename it to name.json.",
        "data/sessions/up.json: error: The id “../up” cannot name a folder of the site.",
        "6 problems; nothing was written.",
    ] {
        assert!(run.err.lines().any(|told| told.starts_with(line)), "{line}\n{}", run.err);
    }
    assert_eq!(office.files("site"), before);
    assert_eq!(office.beside(), ["app", "data", "site"]);
    assert!(office.build("site", &["--lang", "zh"]).err.contains("不能作网址中的文件夹名"));
}

#[test]
fn what_does_not_fit_between_sessions_is_told_and_published() {
    let office = Office::new("between");
    let naming = |id: &str, list: &str, target: &str| {
        let mut session = session(id, "2024");
        let item = if list == "suggestion_totals" {
            json!({ "session": target })
        } else {
            json!({ "id": "x", "title": "题", "session": target })
        };
        session[list] = json!([item]);
        session
    };
    office.add(&naming("ring-1", "suggestions", "ring-2"));
    office.add(&naming("ring-2", "projects", "ring-3"));
    office.add(&naming("ring-3", "suggestion_totals", "ring-1"));
    office.add(&naming("before-ring", "suggestions", "ring-1"));
    office.add(&naming("lost", "projects", "nowhere"));
    office.add(&naming("self", "suggestions", "self"));
    let mut other = session("spelled", "2024");
    other["assembly"]["name"] = "云溪镇 人民代表大会".into();
    office.add(&other);
    let mut other = session("renamed", "2024");
    other["assembly"]["name"] = "云谿镇人民代表大会".into();
    office.add(&other);
    office.add(&naming("abroad", "suggestions", "renamed"));
    let expected = [
        "warning: abroad $.suggestions[0].session: the session “renamed” is of another body, “云谿镇人民代表大会”.",
        "warning: lost $.projects[0].session: the session “nowhere” is not among these.",
        "warning: self $.suggestions[0].session: names this very session; another one is meant here.",
        "warning: These sessions name one another as the earlier one, in a circle: ring-1 → ring-2 → ring-3.",
        "warning: “云溪镇人大 · 云河市 云溪镇” has its body spelled in different ways, which makes different bodies of it: \
         “云溪镇 人民代表大会” (spelled), “云溪镇人民代表大会” (abroad), “云谿镇人民代表大会” (renamed).",
        "warning: “云溪镇人民代表大会” has its body spelled in different ways, which makes different bodies of it: \
         “云溪镇 人民代表大会” (spelled), “云溪镇人民代表大会” (abroad).",
    ];
    // Told again by a build that reads none of them.
    for anew in [9, 0] {
        let run = office.build("site", &["--site", "https://a.example/x"]);
        assert_eq!((run.code, run.out), (Some(0), format!("site: sessions: 9, made anew: {anew}\n")));
        assert_eq!(run.err.lines().collect::<Vec<_>>(), expected);
    }
    let told = office.build("site", &["--site", "https://a.example/x", "--lang", "zh"]).err;
    assert!(told.contains("提醒：这些会议互相指认对方为先前的会议，成了一圈：ring-1 → ring-2 → ring-3。"), "{told}");
}

#[test]
fn a_body_may_have_two_hundred_sessions() {
    let office = Office::new("many");
    for n in 0..200 {
        office.add(&session(&format!("s-{n}"), &format!("{}", 1800 + n)));
    }
    office.built("site");
    let files = office.files("site");
    let feeds: Vec<_> = files.keys().filter(|path| path.starts_with("feeds/")).collect();
    assert_eq!(feeds.len(), 1);
    assert_eq!(office.text(&format!("site/{}", feeds[0])).matches("<entry>").count(), 200);
    assert_eq!(office.text("site/sitemap.xml").matches("<url>").count(), 201);
    assert_eq!(files.keys().filter(|path| path.starts_with("s/")).count(), 200);
}

#[test]
fn text_from_a_file_is_text() {
    let office = Office::new("hostile");
    let bad = "</title></main></script><script>alert(1)</script>\"'&<!--\u{ffff}";
    let mut hostile = session("hostile", "2024");
    for field in ["title", "summary"] {
        hostile[field] = bad.into();
    }
    hostile["assembly"]["name"] = bad.into();
    hostile["venue"] = bad.into();
    hostile["sources"] = json!([{ "id": "s", "title": bad, "url": format!("javascript:{bad}") }]);
    let block = |kind: &str| json!({ "id": kind, "kind": kind, "text": bad, "items": [bad, "a\tb"] });
    let blocks: Vec<Value> = ["heading", "paragraph", "list", "quote", "table"].map(block).into();
    hostile["speeches"] = json!([{ "id": "x", "title": bad, "attribution": bad, "blocks": blocks }]);
    hostile["resolutions"] = json!([{ "id": "x", "title": bad, "number": bad }]);
    hostile["suggestions"] = json!([{ "id": "x", "title": bad, "unit": bad, "status": bad }]);
    hostile["projects"] = json!([{ "id": "x", "title": bad, "unit": bad, "status": bad }]);
    office.add(&hostile);
    office.built("site");
    let page = office.text("site/s/hostile/index.html");
    assert_eq!((page.matches("<script").count(), page.matches("</script").count()), (2, 2), "the program's and that of the event");
    assert_eq!((page.matches("</main>").count(), page.matches("</title>").count(), page.matches("<!--").count()), (1, 1, 0));
    assert!(page.matches("&lt;script&gt;alert(1)").count() > 15);
    let feed = office.text("site/feed.xml");
    assert!(!feed.contains("<script") && !feed.contains('\u{ffff}'), "{feed}");
}

#[test]
fn the_page_of_the_archive_and_its_worker_belong_together() {
    let office = Office::new("worker");
    office.add(&session("x", "2024"));
    office.built("site");
    let page = office.text("site/index.html");
    assert!(page.contains("<meta name=\"yishi-pages\"") && page.contains("href=\"feed.xml\""));
    let worker = office.text("site/sw.js");
    assert!(worker.contains(&sha256(page.as_bytes())) && !worker.contains("0123456789abcdef"), "{worker}");
    // The version follows from the rest, as in scripts/precache.mjs.
    let (_, after) = worker.split_once('"').unwrap();
    let version = &after[..16];
    let text = worker.replacen(version, "__VERSION__", 1);
    assert_eq!(&sha256(text.trim_end().as_bytes())[..16], version);

    let run = office.build("plain", &[]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), "Without --site there are no feeds, no sitemap and no absolute addresses.\n"));
    let files = office.files("plain");
    assert!(["feed.xml", "sitemap.xml", "robots.txt"].iter().all(|path| !files.contains_key(*path)), "{:?}", files.keys());
    let page = office.text("plain/s/x/index.html");
    assert!(!page.contains("https://a.example") && !page.contains("canonical") && !page.contains("og:url") && page.contains("og:title"));
}

#[test]
fn folders_that_are_not_ours_are_left_alone() {
    let office = Office::new("refused");
    office.add(&session("x", "2024"));
    fs::create_dir(office.0.join("mine")).unwrap();
    fs::write(office.0.join("mine/notes.txt"), "mine").unwrap();
    let refused = |site: &str, more: &[&str], words: &str| {
        let run = office.build(site, more);
        assert_eq!((run.code, run.out.as_str()), (Some(1), ""), "{}", run.err);
        assert!(run.err.contains(words), "{words}\n{}", run.err);
    };
    refused("mine", &[], "holds something that is no site made by yishi build");
    assert_eq!(office.text("mine/notes.txt"), "mine");
    for inside in ["data/site", "data", ".", "app"] {
        refused(inside, &[], "inside one another");
    }
    refused("site", &["--app", "data"], "is no build of this program");
    refused("site", &["--app", "nothing"], "cannot be read or written");
    office.built("site");
    refused("other", &["--app", "site"], "is no build of this program");
    // What was put into a site would be lost.
    fs::write(office.0.join("site/CNAME"), "a.example").unwrap();
    refused("site", &[], "was not made by yishi build and would be lost");
    assert_eq!(office.text("site/CNAME"), "a.example");
    assert_eq!(office.beside(), ["app", "data", "mine", "site"]);

    for (more, words) in
        [(&["--site", "https://a.example/?x"][..], "without “?” and “#”"), (&["--site", "a.example"][..], "'--site <URL>': https://…")]
    {
        let run = office.build("other", more);
        assert_eq!(run.code, Some(2));
        assert!(run.err.contains(words), "{}", run.err);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn two_builds_do_not_meet() {
    use rustix::fs::{FlockOperation, flock};
    let office = Office::new("busy");
    office.add(&session("x", "2024"));
    let folder = fs::File::open(&office.0).unwrap();
    flock(&folder, FlockOperation::LockExclusive).unwrap();
    let run = office.build("site", &[]);
    assert_eq!(run.code, Some(1));
    assert!(run.err.contains("another yishi build is at work here"), "{}", run.err);
    flock(&folder, FlockOperation::Unlock).unwrap();
    assert_eq!(office.build("site", &[]).code, Some(0));
}

#[test]
fn a_site_may_be_reached_through_a_link_and_be_empty_at_first() {
    let office = Office::new("link");
    office.add(&session("x", "2024"));
    fs::create_dir(office.0.join("real")).unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("real", office.0.join("current")).unwrap();
        office.built("current");
        assert!(office.0.join("current").is_symlink());
    }
    office.built("real");
    assert!(office.0.join("real/s/x/index.html").exists());
    // Killed between two renames, where folders cannot change places in one step.
    fs::rename(office.0.join("real"), office.0.join(".real.yishi-old")).unwrap();
    assert_eq!(office.built("real"), "real: sessions: 1, made anew: 0\n");
}
