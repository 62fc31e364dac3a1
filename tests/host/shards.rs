//! `yishi catalogue` and `yishi build` from outside, where a catalogue is more than one file: what is written, renewed, compared and removed.

use crate::support::site::{Office, session};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;
use yishi::archive::read_catalogue;

/// A session of one of thirty bodies.
fn add(office: &Office, n: usize) {
    let mut session = session(&format!("s-{n}"), &format!("{}-03-{:02}", 2020 + n % 3, n % 28 + 1));
    let (body, city) = (n % 30, ["云河市", "山前市", "海东市"][n % 3]);
    session["assembly"]["name"] = format!("第{body}镇人民代表大会").into();
    session["assembly"]["place"] = format!("{city} 第{body}镇").into();
    office.add(&session);
}

fn office(name: &str, sessions: usize) -> Office {
    let office = Office::new(name);
    for n in 0..sessions {
        add(&office, n);
    }
    office
}

fn catalogue(office: &Office, more: &[&str]) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yishi"));
    let output = command.args(["catalogue", "data", "--lang", "en"]).args(more).current_dir(&office.0).output().unwrap();
    (output.status.code(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
}

/// The files of the catalogue in a data folder.
fn lists(office: &Office, folder: &str) -> BTreeMap<String, Vec<u8>> {
    office.files(folder).into_iter().filter(|(path, _)| path.starts_with("catalogue")).collect()
}

#[test]
fn a_catalogue_grows_into_many_files_and_back() {
    let office = office("grows", 400);
    assert_eq!(catalogue(&office, &[]).0, Some(0));
    assert_eq!(lists(&office, "data").len(), 1);
    let small = office.text("data/catalogue.json");
    assert!(read_catalogue(small.as_bytes()).unwrap().whole.is_none());

    for n in 400..450 {
        add(&office, n);
    }
    let (code, said) = catalogue(&office, &["--check"]);
    assert_eq!(code, Some(1));
    assert!(said.contains("Run yishi catalogue"), "{said}");
    assert_eq!(catalogue(&office, &[]), (Some(0), "data/catalogue.json: 450 sessions\n".to_owned()));
    let many = lists(&office, "data");
    assert!(many.len() > 3, "{:?}", many.keys());
    let main = read_catalogue(&many["catalogue.json"]).unwrap();
    assert_eq!((main.sessions.len(), main.whole.unwrap().sessions), (200, 450));
    assert_eq!(catalogue(&office, &["--check"]).0, Some(0));

    // A part that is missing, altered or left over is told; what nobody made stays.
    let part = many.keys().find(|path| path.starts_with("catalogue/year/")).unwrap();
    let path = office.0.join("data").join(part);
    let bytes = fs::read(&path).unwrap();
    let drifted = || {
        let (code, said) = catalogue(&office, &["--check"]);
        assert_eq!(code, Some(1));
        assert!(said.contains("catalogue/year/") && said.contains("Run yishi catalogue"), "{said}");
    };
    fs::remove_file(&path).unwrap();
    drifted();
    fs::write(&path, &bytes[..bytes.len() - 2]).unwrap();
    drifted();
    fs::write(&path, &bytes).unwrap();
    fs::write(office.0.join("data/catalogue/year/1999-1-0-0.json"), "{}").unwrap();
    drifted();
    fs::write(office.0.join("data/catalogue/year/notes.txt"), "mine").unwrap();
    assert_eq!(catalogue(&office, &[]).0, Some(0));
    assert_eq!(catalogue(&office, &["--check"]).0, Some(0));
    let mut expected = many.clone();
    expected.insert("catalogue/year/notes.txt".to_owned(), b"mine".to_vec());
    assert_eq!(lists(&office, "data"), expected);

    // What has not changed is not written.
    let time = fs::metadata(&path).unwrap().modified().unwrap();
    add(&office, 451);
    assert_eq!(catalogue(&office, &[]).0, Some(0));
    let changed: Vec<_> = lists(&office, "data").into_iter().filter(|(path, bytes)| expected.get(path) != Some(bytes)).collect();
    assert_eq!(changed.len(), 3, "{:?}", changed.iter().map(|(path, _)| path).collect::<Vec<_>>());
    assert!(changed.iter().any(|(path, _)| path == part) || fs::metadata(&path).unwrap().modified().unwrap() == time);

    for n in 400..452 {
        let _ = fs::remove_file(office.0.join(format!("data/sessions/s-{n}.json")));
    }
    assert_eq!(catalogue(&office, &[]).0, Some(0));
    assert_eq!(office.text("data/catalogue.json"), small, "as if there had never been more");
    assert_eq!(lists(&office, "data").into_keys().collect::<Vec<_>>(), ["catalogue.json", "catalogue/year/notes.txt"]);
    assert!(!office.0.join("data/catalogue/body").exists());
}

#[test]
fn a_site_has_the_files_of_its_catalogue_and_none_of_an_earlier_one() {
    let office = office("shards", 450);
    assert_eq!(office.built("site"), "site: sessions: 450, made anew: 450\n");
    assert_eq!(catalogue(&office, &[]).0, Some(0));
    let same = |site: &str| {
        let of_site = lists(&office, &format!("{site}/data"));
        assert_eq!(of_site, lists(&office, "data"));
        of_site.into_keys().collect::<BTreeSet<_>>()
    };
    let first = same("site");
    // All are known from the parts: none is read again.
    assert_eq!(office.built("site"), "site: sessions: 450, made anew: 0\n");
    for n in 450..900 {
        add(&office, n);
    }
    assert_eq!(catalogue(&office, &[]).0, Some(0));
    assert_eq!(office.built("site"), "site: sessions: 900, made anew: 450\n");
    let second = same("site");
    assert!(first.difference(&second).count() > 0, "the names say over how many files bodies are spread");
    assert_eq!(office.built("site"), "site: sessions: 900, made anew: 0\n");
    same("site");
    office.built("full");
    assert_eq!(office.files("site"), office.files("full"));
    assert_eq!(office.beside(), [".site.yishi-spare", "app", "data", "full", "site"]);

    // A part that somebody removed: its sessions are read again, and it comes back.
    for place in ["site", ".site.yishi-spare"] {
        fs::remove_dir_all(office.0.join(place).join("data/catalogue/body")).unwrap();
    }
    assert_eq!(office.built("site"), "site: sessions: 900, made anew: 900\n");
    assert_eq!(office.files("site"), office.files("full"));

    for n in 300..900 {
        office.remove(&format!("s-{n}"));
    }
    office.built("site");
    assert_eq!(lists(&office, "site/data").len(), 1);
    office.built("site");
    assert_eq!(lists(&office, "site/data").len(), 1);
}

#[test]
fn a_sitemap_that_would_be_too_large_is_a_list_of_sitemaps() {
    use yishi::write::feed::sitemaps;
    let site = "https://a.example/x/";
    let made = |count: usize, long: usize| {
        let urls: Vec<String> = (0..count).map(|n| format!("{site}s/{n}{}/", "x".repeat(long))).collect();
        sitemaps(site, urls.iter().map(|url| (url.as_str(), Some("2024-07-18"))))
    };
    let names = |files: &[(String, String)]| files.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&made(0, 0)), ["sitemap.xml"]);
    assert_eq!(names(&made(50_000, 0)), ["sitemap.xml"]);
    for (count, long) in [(100_001, 0), (30_000, 4_000)] {
        let files = made(count, long);
        assert_eq!(names(&files), ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]);
        let (index, maps) = files.split_last().map(|((_, index), maps)| (index, maps)).unwrap();
        assert!(index.contains("<sitemapindex") && index.contains("<loc>https://a.example/x/sitemap-3.xml</loc>"), "{index}");
        assert_eq!(maps.iter().map(|(_, xml)| xml.matches("<url>").count()).sum::<usize>(), count);
        assert!(maps.iter().all(|(_, xml)| xml.matches("<url>").count() <= 50_000 && xml.len() <= 52_428_800));
        assert!(maps.iter().all(|(_, xml)| xml.starts_with("<?xml") && xml.ends_with("</urlset>\n")));
    }
}
