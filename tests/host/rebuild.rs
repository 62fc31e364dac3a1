//! `yishi build` over a site that is there: what somebody put into it, and what was altered or damaged in it.

use crate::support::site::{Office, session};
use std::fs;

/// An office with three sessions and a site that was built twice, so that there is a spare one beside it.
fn office(name: &str) -> Office {
    let office = Office::new(name);
    for (id, date) in [("a", "2022"), ("b", "2023"), ("c", "2024")] {
        office.add(&session(id, date));
    }
    office.built("site");
    office.built("site");
    office
}

#[test]
fn what_somebody_put_anywhere_into_a_site_is_kept_and_told() {
    let office = office("stray");
    let before = office.files("site");
    for path in [
        "s/a/notes.txt",
        "s/mine/index.html",
        "data/mine.json",
        "data/sessions/mine.json",
        "data/search/mine.bin",
        "icons/mine.svg",
        "feeds/x/y",
    ] {
        let full = office.0.join("site").join(path);
        let folder = full.parent().unwrap();
        let is_new = !folder.exists();
        fs::create_dir_all(folder).unwrap();
        fs::write(&full, "mine").unwrap();
        // As often as one tries: it must not come and go.
        for _ in 0..3 {
            let run = office.build("site", &["--site", "https://a.example/x"]);
            assert_eq!((run.code, run.out.as_str()), (Some(1), ""), "{path}: {}", run.err);
            let told = if is_new { folder } else { &full };
            let name = told.strip_prefix(&office.0).unwrap().to_str().unwrap();
            assert!(run.err.contains(&format!("{name}: was not made by yishi build")), "{path}: {}", run.err);
            assert_eq!(fs::read(&full).unwrap(), b"mine");
        }
        if is_new { fs::remove_dir_all(folder).unwrap() } else { fs::remove_file(&full).unwrap() }
    }
    fs::create_dir(office.0.join("site/s/a/empty")).unwrap();
    assert!(office.build("site", &[]).err.contains("site/s/a/empty: was not made by yishi build"));
    fs::remove_dir(office.0.join("site/s/a/empty")).unwrap();
    // What came into a site while a build was at work is beside it now, and must not come back with the next.
    let late = office.0.join(".site.yishi-spare/s/a/late.txt");
    fs::write(&late, "mine").unwrap();
    assert!(office.build("site", &[]).err.contains("late.txt: was not made by yishi build"));
    fs::remove_file(&late).unwrap();
    assert_eq!(office.built("site"), "site: sessions: 3, made anew: 0\n");
    assert_eq!(office.files("site"), before);
}

#[test]
fn a_site_of_before_files_were_written_down_is_built_again() {
    let office = office("ledger");
    let full = office.files("site");
    let ledger = office.text("site/.yishi-build.json");
    let mut old: serde_json::Value = serde_json::from_str(&ledger).unwrap();
    for key in ["files", "index"] {
        old.as_object_mut().unwrap().remove(key).unwrap();
    }
    for record in old["sessions"].as_object_mut().unwrap().values_mut() {
        record.as_object_mut().unwrap().remove("page").unwrap();
    }
    for place in ["site", ".site.yishi-spare"] {
        fs::write(office.0.join(place).join(".yishi-build.json"), old.to_string()).unwrap();
    }
    assert_eq!(office.built("site"), "site: sessions: 3, made anew: 3\n");
    assert_eq!(office.files("site"), full);
}

#[test]
fn what_was_altered_in_a_site_is_made_again() {
    let office = office("altered");
    let full = office.files("site");
    // Of the many files of the index, which are all alike, a few.
    let is_alike = |path: &str| path.starts_with("data/search/") && path.ends_with(".bin") && !path.starts_with("data/search/0");
    let paths = full.keys().filter(|path| !path.ends_with(".yishi-build.json") && (path.ends_with("root.bin") || !is_alike(path)));
    for (n, path) in paths.enumerate() {
        let bytes = &full[path];
        let mut flipped = bytes.clone();
        flipped[bytes.len() / 2] ^= 1;
        let altered = [flipped, [bytes.as_slice(), b" "].concat(), bytes[..bytes.len() - 1].to_vec(), Vec::new()];
        for (m, places) in [&["site"][..], &[".site.yishi-spare"], &["site", ".site.yishi-spare"]].into_iter().enumerate() {
            for place in places {
                // Another file, for both sites may share one.
                let file = office.0.join(place).join(path);
                fs::remove_file(&file).unwrap();
                fs::write(&file, &altered[(n + m) % 4]).unwrap();
            }
            office.built("site");
            assert!(office.files("site") == full, "{path} in {places:?}");
        }
    }
}

#[test]
fn what_was_altered_in_an_index_is_made_again() {
    let office = office("index");
    let index = |words: &[&str]| {
        let output =
            std::process::Command::new(env!("CARGO_BIN_EXE_yishi")).args(["index", "data"]).args(words).current_dir(&office.0).output();
        output.unwrap().status.code()
    };
    assert_eq!(index(&[]), Some(0));
    let full = office.files("data/search");
    for (path, bytes) in full.iter().filter(|(path, _)| path.ends_with(".bin")) {
        let file = office.0.join("data/search").join(path);
        let mut flipped = bytes.clone();
        flipped[bytes.len() / 2] ^= 1;
        for altered in [flipped, [bytes.as_slice(), b" "].concat(), Vec::new()] {
            fs::write(&file, altered).unwrap();
            assert_eq!(index(&["--check"]), Some(1), "{path}");
            assert_eq!(index(&[]), Some(0));
            assert!(office.files("data/search") == full, "{path}");
        }
    }
    // What is not of the index stays.
    let (name, _) = full.iter().find(|(path, _)| path.contains('/')).unwrap();
    let mine = office.0.join("data/search").join(&name[..2]).join("mine.txt");
    fs::write(&mine, "mine").unwrap();
    office.add(&session("d", "2025"));
    assert_eq!(index(&[]), Some(0));
    assert!(mine.exists());
}
