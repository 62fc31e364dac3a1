//! A catalogue of thousands is generated, cut into files and read again as a page reads it.
#![allow(clippy::unwrap_used, clippy::print_stderr, reason = "a test fails by panicking, and the sizes are what one wants to see")]

use super::making::make;
use super::*;
use crate::catalogue::{Body, CATALOGUE, Catalogue, Entry, EntryCounts, catalogue, read_catalogue, text};
use crate::digest::listing::{filtered, region};
use crate::model::{Dates, Level, Stated};
use std::collections::{BTreeMap, BTreeSet};

const PLACES: [&str; 34] = [
    "北京市",
    "天津市",
    "河北省",
    "山西省",
    "内蒙古自治区",
    "辽宁省",
    "吉林省",
    "黑龙江省",
    "上海市",
    "江苏省",
    "浙江省",
    "安徽省",
    "福建省",
    "江西省",
    "山东省",
    "河南省",
    "湖北省",
    "湖南省",
    "广东省",
    "广西壮族自治区",
    "海南省",
    "重庆市",
    "四川省",
    "贵州省",
    "云南省",
    "西藏自治区",
    "陕西省",
    "甘肃省",
    "青海省",
    "宁夏回族自治区",
    "新疆维吾尔自治区",
    "台湾省",
    "香港特别行政区",
    "澳门特别行政区",
];

/// Session `n` of an archive of `len` over twenty years: places of unlike size, bodies with twelve sessions, some without date, place or level.
fn made(n: usize, len: usize) -> Entry {
    let body = n % len.div_ceil(12);
    let place = PLACES[(body * body + body / 7) % (1 + body % PLACES.len())];
    let year = 2005 + (n * 20 / len);
    let name = format!("{place}第{body}镇人民代表大会");
    Entry {
        id: format!("made-{n}").as_str().into(),
        title: format!("{name}第{}次会议", n / 12).as_str().into(),
        assembly: Body {
            name: name.as_str().into(),
            short_name: Some(format!("第{body}镇人大").as_str().into()),
            level: [Some(Level::Township), Some(Level::County), Some(Level::City), None][body % 7 % 4],
            place: (!body.is_multiple_of(50)).then(|| format!("{place} 某县 第{body}镇").as_str().into()),
        },
        term: Some(5),
        meeting: u32::try_from(n % 12).ok(),
        dates: Dates {
            start: (!n.is_multiple_of(97)).then(|| format!("{year}-{:02}-{:02}", n % 12 + 1, n % 28 + 1).as_str().into()),
            end: Stated::Unknown,
        },
        is_sample: false,
        summary: Some(
            "会议听取和审议政府工作报告，审查批准预算执行情况和预算草案，票决民生实事项目，并选举产生了新的领导人员。"
                .repeat(1 + n % 3)
                .as_str()
                .into(),
        ),
        counts: EntryCounts { agenda: 9, speeches: 5, people: 40, votes: 6, resolutions: 5, budgets: 1, ..EntryCounts::default() },
        subjects: n.is_multiple_of(2).then(|| vec!["roads".to_owned()]),
        bytes: 100_000,
        ..Entry::default()
    }
}

fn archive(len: usize) -> Catalogue {
    catalogue(&(0..len).map(|n| made(n, len)).collect::<Vec<_>>())
}

fn files(catalogue: &Catalogue) -> BTreeMap<String, String> {
    let mut files = BTreeMap::new();
    let put = &mut |path: &str, text: &str| {
        assert!(!files.contains_key(CATALOGUE), "the main file comes last");
        assert!(files.insert(path.to_owned(), text.to_owned()).is_none(), "{path} twice");
        Ok::<(), ()>(())
    };
    make(catalogue, put).unwrap();
    files
}

fn main_file(files: &BTreeMap<String, String>) -> Catalogue {
    read_catalogue(files[CATALOGUE].as_bytes()).unwrap()
}

/// The ids that a page finds for a filter in the files that it is given.
fn found(files: &BTreeMap<String, String>, whole: &Whole, filter: &Filter) -> Vec<String> {
    let wanted = whole.files(filter, usize::MAX);
    assert_eq!(wanted.total, wanted.files.len());
    let mut ids = Vec::new();
    for file in &wanted.files {
        let part = read_catalogue(files[file].as_bytes()).unwrap();
        ids.extend(filtered(&part.sessions, filter).iter().map(|entry| entry.id.to_string()));
    }
    ids.sort();
    ids
}

fn ids(entries: &[&Entry]) -> Vec<String> {
    let mut ids: Vec<_> = entries.iter().map(|entry| entry.id.to_string()).collect();
    ids.sort();
    ids
}

#[test]
fn a_small_catalogue_is_one_file_as_ever() {
    let small = archive(400);
    assert_eq!(files(&small), BTreeMap::from([(CATALOGUE.to_owned(), text(&small))]));
    assert!(files(&archive(401)).len() > 2);
}

#[test]
fn every_session_is_where_it_is_looked_for() {
    let all = archive(5_000);
    let files = files(&all);
    let main = main_file(&files);
    let whole = main.whole.as_ref().unwrap();
    assert_eq!(whole.sessions, 5_000);
    assert_eq!(main.sessions[..], all.sessions[..main.sessions.len()], "the newest");
    assert!(main.sessions.len() > 50);
    // Each once by year and once by body.
    for folder in ["data/catalogue/year/", "data/catalogue/body/"] {
        let shards = files.iter().filter(|(path, _)| path.starts_with(folder));
        let mut seen: Vec<_> = shards.flat_map(|(_, text)| read_catalogue(text.as_bytes()).unwrap().sessions).collect();
        seen.sort_by(|a, b| a.id.cmp(&b.id));
        let mut wanted = all.sessions.clone();
        wanted.sort_by(|a, b| a.id.cmp(&b.id));
        assert_eq!(seen, wanted, "{folder}");
    }
    let places: BTreeSet<Option<String>> = all.sessions.iter().map(|entry| region(entry).map(str::to_owned)).collect();
    assert_eq!(whole.places.len() + 1, places.len());
    for year in [None, Some(0), Some(2005), Some(2024), Some(1990)] {
        for level in [None, Some(Level::County), Some(Level::National)] {
            for place in [None, Some("上海市".to_owned()), Some("北京市".to_owned()), Some("某地".to_owned())] {
                let filter = Filter { place, year, level, is_list: true };
                let listed = filtered(&all.sessions, &filter);
                assert_eq!(found(&files, whole, &filter), ids(&listed), "{filter:?}");
                if filter.place.as_deref() != Some("某地") {
                    assert_eq!(whole.count(&filter), listed.len(), "{filter:?}");
                }
            }
        }
    }
    for name in all.sessions.iter().map(|entry| entry.assembly.name.as_str()).collect::<BTreeSet<_>>() {
        let shard = read_catalogue(files[&whole.body_file(name)].as_bytes()).unwrap();
        let own = |entries: &[Entry]| ids(&entries.iter().filter(|entry| entry.assembly.name.as_str() == name).collect::<Vec<_>>());
        assert_eq!(own(&shard.sessions), own(&all.sessions));
        let spaced = name.replace("第", " 第 ");
        assert_eq!(whole.body_file(&spaced), whole.body_file(name), "another spelling is found beside it");
    }
}

#[test]
fn every_body_has_its_name_in_one_file() {
    let all = archive(2_000);
    let files = files(&all);
    let whole = main_file(&files).whole.unwrap();
    let names = read_catalogue(files[&whole.names_file()].as_bytes()).unwrap();
    assert!(names.sessions.is_empty());
    let wanted: BTreeMap<&str, &Body> = all.sessions.iter().map(|entry| (entry.assembly.name.as_str(), &entry.assembly)).collect();
    assert_eq!(names.names.iter().collect::<Vec<_>>(), wanted.into_values().collect::<Vec<_>>());
}

#[test]
fn ways_on_count_what_is_there() {
    let all = archive(3_000);
    let main = main_file(&files(&all));
    let whole = main.whole.unwrap();
    let filter = Filter { level: Some(Level::County), ..Filter::default() };
    for (wanted, count) in whole.choices(&filter, false) {
        assert_eq!((wanted.level, wanted.place.as_ref()), (filter.level, None));
        assert_eq!(filtered(&all.sessions, &wanted).len(), count);
    }
    assert_eq!(whole.choices(&filter, false).iter().map(|(_, count)| count).sum::<usize>(), whole.count(&filter));
    assert!(whole.choices(&Filter::default(), false).is_sorted_by(|a, b| a.0.year > b.0.year), "newest first, without a date last");
    let filter = Filter { year: Some(2020), ..Filter::default() };
    for (place, count) in whole.choices(&filter, true) {
        assert_eq!(place.year, Some(2020));
        assert_eq!(filtered(&all.sessions, &place).len(), count, "{place:?}");
    }
}

#[test]
fn what_comes_new_changes_few_files() {
    let all = archive(5_000);
    let before = files(&all);
    let mut new = made(4_999, 5_000);
    new.id = "new".into();
    new.dates.start = Some("2024-12-31".into());
    let after = files(&catalogue(&[&all.sessions[..], &[new]].concat()));
    assert!(before.keys().eq(after.keys()));
    let changed: Vec<_> = before.keys().filter(|path| before[*path] != after[*path]).collect();
    assert_eq!(changed.len(), 3, "the main file, one of its year and one of its body: {changed:?}");
}

#[test]
fn files_stay_small() {
    // `SESSIONS=100000 cargo test --lib files_stay_small -- --nocapture` tells it of another number.
    let len = std::env::var("SESSIONS").ok().and_then(|len| len.parse().ok()).unwrap_or(10_000);
    let files = files(&archive(len));
    let sizes = |folder: &str| files.iter().filter(|(path, _)| path.starts_with(folder)).map(|(_, text)| text.len()).collect::<Vec<_>>();
    let (main, years, bodies) = (files[CATALOGUE].len(), sizes("data/catalogue/year/"), sizes("data/catalogue/body/"));
    let largest = |sizes: &[usize]| sizes.iter().copied().max().unwrap();
    eprintln!("{len} sessions: main file {main} B");
    for (name, sizes) in [("years", &years), ("bodies", &bodies)] {
        eprintln!("{}: files {}, mean {} B, largest {} B", name, sizes.len(), sizes.iter().sum::<usize>() / sizes.len(), largest(sizes));
    }
    assert!(main < 150_000 && largest(&years) < 300_000 && largest(&bodies) < 150_000);
    // A place in a year is a few files.
    let whole = main_file(&files).whole.unwrap();
    for (place, _) in whole.choices(&Filter::default(), true) {
        let filter = Filter { year: Some(2020), ..place };
        assert!(whole.files(&filter, 99).total <= 2 + len / 10_000, "{filter:?}");
    }
}

#[test]
fn a_damaged_main_file_asks_for_little() {
    let json = r#"{"format":"yishi-catalogue/1","whole":{"sessions":1,"bodies":0,"places":["x"],
        "years":[[2024,4294967295,4294967295],[2023],[],[70000,1]],
        "counts":[[],[2024],[2024,7],[2024,1,4294967295,4294967295],[2024,0,1],[2023,0,5,0,0,0,0,0,9,9],[70000,0,4]]},"sessions":[]}"#;
    let whole = read_catalogue(json.as_bytes()).unwrap().whole.unwrap();
    let wanted = whole.files(&Filter::default(), 5);
    assert_eq!((wanted.files.len(), wanted.files[0].as_str()), (5, "data/catalogue/year/2024-2-0-4294967294.json"));
    assert_eq!(wanted.total, 2 * u32::MAX as usize);
    assert_eq!(whole.body_file("x"), "data/catalogue/body/0-0.json");
    assert_eq!(whole.count(&Filter { level: Some(Level::Township), ..Filter::default() }), u32::MAX as usize + 10);
    assert_eq!(whole.choices(&Filter::default(), false).len(), 2);
    for broken in ["\"bodies\":-1", "\"bodies\":\"1\"", "\"bodies\":0,\"bodies\":0"] {
        assert!(read_catalogue(json.replace("\"bodies\":0", broken).as_bytes()).is_err(), "{broken}");
    }
}
