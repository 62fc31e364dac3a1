//! The index of an archive: nothing is missed, little is written again, and no damage makes it lie.

use crate::support::archive::{Archive, Chance, Index, truth, unpack};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::rc::Rc;
use yishi::hash::fnv1a_64;
use yishi::search::index::{Damage, Names, Plan, ROOT, Root};

#[test]
fn any_part_of_the_examples_is_found() {
    let archive = Archive::examples("recall");
    archive.update();
    let (index, texts) = (archive.index(), archive.texts());
    let all: Vec<&String> = texts.values().flatten().collect();
    let mut chance = Chance(7);
    let (mut candidates, mut right) = (0, 0);
    for n in 0..1000 {
        let text = all[chance.below(all.len())];
        let one = chance.part(text, 12);
        let two = chance.part(text, 4);
        let parts: &[&str] = if n % 5 == 0 { &[&one, &two] } else { &[&one] };
        let (truth, found) = (truth(&texts, parts), index.ids(parts));
        assert!(!truth.is_empty() && truth.is_subset(&found), "{parts:?}: {:?}", truth.difference(&found));
        candidates += found.len();
        right += truth.len();
    }
    eprintln!("{right} of {candidates} candidates hold what was looked for");
    assert!(right * 10 > candidates * 8, "{right} of {candidates}");
    // What is nowhere may have candidates, but not all of them.
    for nothing in ["没有这样的话", "zzzz", "99887766", "𠮷", "預算"] {
        assert!(truth(&texts, &[nothing]).is_empty() && index.ids(&[nothing]).len() < 5, "{nothing}");
    }
    let (found, ..) = index.counted(&mut Plan::new(&index.root, &[String::new()]));
    assert!(found.candidates.is_empty() && !found.is_incomplete && !found.is_more);
}

#[test]
fn candidates_are_newest_first_and_know_their_headings() {
    let archive = Archive::new("order");
    for (id, date, heading, text) in [("a", "2021-03-01", "养老", "无"), ("b", "2023", "水利", "养老"), ("c", "2022-05", "养老服务", "水")]
    {
        archive.put(id, date, heading, &[text.to_owned()]);
    }
    archive.update();
    let (lines, found) = archive.index().candidates(&["养老"]);
    let order: Vec<_> = lines.iter().zip(&found.candidates).map(|(line, candidate)| (line.id.as_str(), candidate.is_heading)).collect();
    assert_eq!(order, [("b", false), ("c", true), ("a", true)]);
    assert_eq!((lines[1].day.as_str(), lines[1].title.as_str(), lines[1].body.as_str()), ("2022-05", "养老服务", "云溪镇人民代表大会"));
}

#[test]
fn long_lists_are_read_range_by_range() {
    let archive = Archive::new("ranges");
    let count = 8700_usize;
    for n in 0..count {
        let date = format!("{:04}-{:02}-{:02}", 1000 + n / 336, n / 28 % 12 + 1, n % 28 + 1);
        let heading = if n % 500 == 0 { "养老服务工作" } else { "会议" };
        let third = if n % 3 == 0 { "三农工作" } else { "文件" };
        archive.put(&format!("s{n}"), &date, heading, &[format!("养老服务{third}第{}号", n * 7919 % 100_000)]);
    }
    archive.update();
    let index = archive.index();
    // The first range answers, and only when more is wanted are the oldest sessions looked at.
    let mut plan = Plan::new(&index.root, &["养老服务".to_owned()]);
    let (found, requests, bytes) = index.counted(&mut plan);
    assert!(found.is_more && !found.is_incomplete && requests <= 6 && bytes < 100_000, "{requests} {bytes}");
    let headings = (0..count).filter(|n| n % 500 == 0).count();
    let old = (count - 8192).div_ceil(500);
    assert_eq!(found.candidates.iter().filter(|candidate| candidate.is_heading).count(), headings);
    assert_eq!(found.candidates.len(), 8192 + old, "all of the newest, and of the oldest those with headings");
    assert_eq!(index.line(found.candidates[0].number).unwrap().id, "s8699");
    plan.more();
    let found = index.run(&mut plan);
    assert_eq!((found.candidates.len(), found.is_more), (count, false));

    let (lines, found) = index.candidates(&["养老服务三农"]);
    let expected: Vec<_> = (0..count).rev().filter(|n| n % 3 == 0).map(|n| format!("s{n}")).collect();
    assert_eq!(lines.into_iter().map(|line| line.id).collect::<Vec<_>>(), expected);
    assert!(!found.is_incomplete);
    // A rare part makes the others' older ranges needless.
    let mut plan = Plan::new(&index.root, &["养老服务".to_owned(), format!("第{}号", 8000 * 7919 % 100_000)]);
    let found = index.run(&mut plan);
    assert!(!found.is_more && found.candidates.len() < 20, "{}", found.candidates.len());
    assert!(index.ids(&["养老服务", &format!("第{}号", 87_109)]).contains("s11"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_part_of_any_text_is_found(
        texts in proptest::collection::vec(proptest::collection::vec("[预算区單单aBé12３, ，𠮷e\u{301}]{1,30}", 1..4), 1..20),
        at in any::<u32>(),
    ) {
        let archive = Archive::new(&format!("any-{at}"));
        for (n, texts) in texts.iter().enumerate() {
            archive.put(&format!("s{n}"), &format!("20{n:02}"), "会议", texts);
        }
        archive.update();
        let (index, texts) = (archive.index(), archive.texts());
        let mut chance = Chance(u64::from(at));
        let all: Vec<&String> = texts.values().flatten().collect();
        for _ in 0..30 {
            let text = all[chance.below(all.len())];
            let part = chance.part(text, 8);
            prop_assert!(truth(&texts, &[&part]).is_subset(&index.ids(&[&part])), "{part:?}");
        }
    }
}

#[test]
fn a_change_writes_little_and_answers_as_if_all_were_new() {
    let archive = Archive::new("late");
    let mut chance = Chance(3);
    let words = ["养老服务", "水利建设", "财政预算", "教育", "张桥村", "4402万元", "道路", "李家沟", "医疗卫生", "垃圾分类"];
    let mut text = |mark: &str| {
        let words: Vec<&str> = (0..40).map(|_| words[chance.below(words.len())]).collect();
        vec![format!("{}{mark}{}", words.concat(), chance.below(100_000))]
    };
    for n in 0..400 {
        archive.put(&format!("s{n}"), &format!("{}", 1600 + n), "会议", &text("甲"));
    }
    let first = archive.update();
    assert_eq!((first.sessions, first.read), (400, 400));
    assert_eq!(archive.update().written_files, 0, "nothing has changed");
    archive.put("s7", "1607", "会议", &text("改过"));
    let one = archive.update();
    eprintln!("one of 400: {} of {} files, {} of {} bytes", one.written_files, one.files, one.written_bytes, one.bytes);
    assert!((one.read, one.sessions) == (1, 400) && one.written_bytes * 4 < one.bytes, "{one:?}");
    archive.put("new", "1650-05-01", "新来的会议", &text("新"));
    archive.remove("s9");
    assert_eq!(archive.update().read, 2);
    assert_eq!(archive.update().written_files, 0, "nothing has changed");
    let full = Archive::new("late-full");
    for file in std::fs::read_dir(archive.0.join("sessions")).unwrap() {
        let path = file.unwrap().path();
        std::fs::copy(&path, full.0.join("sessions").join(path.file_name().unwrap())).unwrap();
    }
    full.update();
    let (late, whole, texts) = (archive.index(), full.index(), archive.texts());
    assert_eq!((late.root.sessions(), whole.root.sessions()), (400, 400));
    for part in ["改过", "新来", "甲", "养老服务水利", "4402", "会议", "张桥村李家沟", "s9", "新"] {
        let ids = |index: &Index| index.candidates(&[part]).0.into_iter().map(|line| line.id).collect::<Vec<_>>();
        let known = truth(&texts, &[part]);
        let right = |ids: Vec<String>| ids.into_iter().filter(|id| known.contains(id)).collect::<Vec<_>>();
        assert_eq!(right(ids(&late)), right(ids(&whole)), "{part}: in the same order");
        assert_eq!(right(ids(&late)).len(), known.len(), "{part}");
        assert!(ids(&late).iter().all(|id| id != "s9"), "{part}: what is gone is not found");
    }
    // Back to what it was, and then so many changes that all is made anew.
    for n in 0..40 {
        archive.put(&format!("s{n}"), &format!("{}", 1600 + n), "会议", &text("再改"));
    }
    let again = archive.update();
    assert_eq!((again.read, again.sessions), (401, 401));
    let fresh = Archive::new("late-fresh");
    for file in std::fs::read_dir(archive.0.join("sessions")).unwrap() {
        let path = file.unwrap().path();
        std::fs::copy(&path, fresh.0.join("sessions").join(path.file_name().unwrap())).unwrap();
    }
    fresh.update();
    assert!(fresh.files() == archive.files(), "the same sessions, the same files, and none left over");
    // A file that somebody removed comes back.
    let chunk = archive.files().keys().find(|name| name.contains('/')).unwrap().clone();
    std::fs::remove_file(archive.0.join("search").join(&chunk)).unwrap();
    assert_eq!(archive.update().read, 401);
    assert!(fresh.files() == archive.files());
}

#[test]
fn damage_is_told_and_hides_nothing_in_silence() {
    let archive = Archive::examples("damage");
    archive.update();
    let (index, texts) = (archive.index(), archive.texts());
    let queries = ["预算", "华漕镇", "4402", "周", "代表建议", "show of hands"];
    let truths: Vec<BTreeSet<String>> = queries.iter().map(|query| truth(&texts, &[query])).collect();
    let mut chance = Chance(11);
    let (mut refused, mut incomplete) = (0, 0);
    for (path, packed) in index.files.iter().filter(|(path, _)| path.ends_with(".bin")) {
        let content = unpack(packed).unwrap();
        let mut damaged: Vec<Option<Vec<u8>>> = vec![None, Some(Vec::new())];
        for _ in 0..12 {
            // Of what is fetched, which the page unpacks, and of what is unpacked.
            for (bytes, is_packed) in [(packed, true), (&content, false)] {
                let mut flipped = bytes.clone();
                flipped[chance.below(bytes.len())] ^= 1 << chance.below(8);
                let cut = bytes[..chance.below(bytes.len())].to_vec();
                damaged.extend([flipped, cut].map(|bytes| if is_packed { unpack(&bytes) } else { Some(bytes) }));
            }
        }
        // Another file of the index in its place.
        damaged.extend(index.files.iter().filter(|(other, _)| *other != path && other.ends_with(".bin")).map(|(_, bytes)| unpack(bytes)));
        for bytes in damaged {
            if path == ROOT {
                match bytes.as_deref().map(Root::read) {
                    // A bit of the packed file that means nothing, such as its time.
                    Some(Ok(_)) => assert_eq!(bytes.as_deref(), Some(&content[..])),
                    _ => refused += 1,
                }
                continue;
            }
            for (query, truth) in queries.iter().zip(&truths) {
                let mut plan = Plan::new(&index.root, &[(*query).to_owned()]);
                while let Some(wanted) = plan.wanted().first() {
                    let given = if wanted == path { bytes.clone() } else { index.get(wanted) };
                    plan.give(wanted, given.as_deref());
                }
                let found = plan.found();
                let ids: BTreeSet<String> = found.candidates.iter().map(|one| index.line(one.number).unwrap().id).collect();
                assert!(found.is_incomplete || truth.is_subset(&ids), "{path} {query}");
                incomplete += usize::from(found.is_incomplete);
            }
            let mut names = Names::new(&index.root, "zhou");
            while let Some(wanted) = names.wanted().first() {
                let given = if wanted == path { bytes.clone() } else { index.get(wanted) };
                names.give(wanted, given.as_deref());
            }
            let page = index.root.table_page(0).unwrap();
            if let Some(bytes) = bytes.filter(|_| page.path == *path) {
                assert_eq!(page.read(&bytes).is_ok(), bytes == content);
            }
        }
    }
    assert!(refused > 50 && incomplete > 50, "{refused} {incomplete}");
}

#[test]
fn every_cut_and_every_flip_of_the_root_is_refused() {
    let archive = Archive::new("root");
    for n in 0..600 {
        archive.put(&format!("s{n}"), &format!("{}", 1400 + n), "会议", &[format!("养老服务第{n}号")]);
    }
    archive.update();
    archive.put("s1", "1401", "会议", &["改过".to_owned()]);
    archive.update();
    let root = unpack(&archive.files()[ROOT]).unwrap();
    assert!(Root::read(&root).is_ok());
    for length in 0..root.len() {
        assert_eq!(Root::read(&root[..length]).unwrap_err(), Damage::Broken, "{length}");
    }
    for bit in 0..root.len() * 8 {
        let mut flipped = root.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        let expected = if bit / 8 == 3 { Damage::Version { found: flipped[3] } } else { Damage::Broken };
        assert_eq!(Root::read(&flipped).unwrap_err(), expected, "{bit}");
    }
    // The same with a sum that fits: nonsense, but no panic.
    let mut chance = Chance(5);
    let files = archive.files();
    for _ in 0..4_000 {
        let mut flipped = root[..root.len() - 8].to_vec();
        for _ in 0..=chance.below(3) {
            let at = chance.below(flipped.len());
            flipped[at] = u8::try_from(chance.below(256)).unwrap();
        }
        let sum = fnv1a_64(&flipped);
        flipped.extend(sum.to_le_bytes());
        if let Ok(root) = Root::read(&flipped).map(Rc::new) {
            let mut plan = Plan::new(&root, &["养老服务".to_owned()]);
            for _ in 0..20 {
                for path in plan.wanted() {
                    plan.give(&path, files.get(&path).and_then(|bytes| unpack(bytes)).as_deref());
                }
                plan.more();
            }
            let _ = (plan.found(), root.sessions(), root.table_page(3));
        }
    }
}

#[test]
fn a_chunk_of_another_version_is_told_as_such() {
    let archive = Archive::examples("version");
    archive.update();
    let index = archive.index();
    let mut plan = Plan::new(&index.root, &["预算".to_owned()]);
    while let Some(path) = plan.wanted().first() {
        let mut bytes = index.get(path).unwrap();
        bytes[3] = 9;
        plan.give(path, Some(&bytes));
    }
    assert_eq!((plan.damage(), plan.found().is_incomplete), (Some(Damage::Version { found: 9 }), true));
    // A list that is missing makes more to look at where there are others, and what was not asked for changes nothing.
    let mut plan = Plan::new(&index.root, &["华漕镇".to_owned()]);
    plan.give("00/0000000000000000.bin", None);
    assert!(!plan.wanted().is_empty() && plan.damage().is_none());
}

#[test]
fn names_are_found_by_pinyin() {
    let archive = Archive::examples("names");
    archive.update();
    let index = archive.index();
    for (letters, name) in [("huacao", "华漕镇"), ("hcz", "华漕镇"), ("huac", "华漕镇"), ("hcaoz", "华漕镇")] {
        assert!(index.names(letters).iter().any(|found| found == name), "{letters}: {:?}", index.names(letters));
    }
    for nothing in ["", "！", "qqqqqq", "华", "1234567"] {
        assert!(index.names(nothing).is_empty(), "{nothing}: {:?}", index.names(nothing));
    }
    // 重 in a place name and 曾, 单, 解, 区 as surnames: every reading is one.
    let archive = Archive::new("heteronyms");
    let people = ["曾重行", "单解", "区华", "吕单"].iter().enumerate();
    let people: Vec<_> = people.map(|(n, name)| serde_json::json!({ "id": format!("p{n}"), "name": name })).collect();
    let session = serde_json::json!({
        "format": "yishi-session/1", "id": "s", "title": "会议", "dates": { "start": "2024" }, "people": people,
        "assembly": { "name": "重庆市乐山镇人民代表大会" },
    });
    std::fs::write(archive.0.join("sessions/s.json"), session.to_string()).unwrap();
    archive.update();
    let index = archive.index();
    for (name, ways) in [
        ("曾重行", &["zengchongxing", "cengzhonghang", "zengzx", "czx"][..]),
        ("单解", &["shanxie", "danjie", "sx"]),
        ("区华", &["ouhua", "quhua", "oh"]),
        ("吕单", &["lvshan", "lvdan"]),
        ("重庆市乐山镇人民代表大会", &["chongqing", "zhongqing", "leshan", "yueshan", "cqsls"]),
    ] {
        for letters in ways {
            assert!(index.names(letters).iter().any(|found| found == name), "{letters}: {:?}", index.names(letters));
        }
    }
}

#[test]
fn the_command_line_indexes_checks_and_finds() {
    let archive = Archive::new("cli");
    archive.put("b", "2023", "第二次会议", &["推进养老服务".to_owned(), "修建道路".to_owned()]);
    archive.put("a", "2022", "第一次会议", &["养老，道路".to_owned(), "养老服务4,402万元".to_owned()]);
    let folder = archive.0.to_str().unwrap();
    let run = |words: &[&str]| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_yishi")).args(["--lang", "en"]).args(words).output().unwrap();
        (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap() + &String::from_utf8(output.stderr).unwrap())
    };
    let (code, said) = run(&["find", folder, "养老"]);
    assert!(code == 1 && said.contains("root.bin"), "{said}");
    let (code, said) = run(&["index", folder, "--check"]);
    assert!(code == 1 && said.contains("Run yishi index"), "{said}");
    let (code, said) = run(&["index", folder]);
    assert!(code == 0 && said.contains("sessions: 2, read: 2"), "{said}");
    assert_eq!(run(&["index", folder, "--check"]).0, 0);
    let (code, said) = run(&["find", folder, "养老"]);
    assert!(code == 0 && said.starts_with("2023\tb\t第二次会议\t1\n2022\ta\t第一次会议\t2\nsessions: 2; looked at: 2;"), "{said}");
    // What means the same is named, not looked for: the letters are what was asked.
    assert!(said.contains("you could also look for: 敬老院"), "{said}");
    assert!(run(&["find", folder, "養老", "道路"]).1.starts_with("2022\ta\t第一次会议\t1\nsessions: 1; looked at: 2;"));
    assert!(run(&["find", "--", folder, "养老", "-道路"]).1.contains("sessions: 2;"));
    assert!(run(&["find", folder, "４４０２萬元"]).1.contains("2022\ta\t第一次会议\t1\nsessions: 1"));
    let (code, said) = run(&["find", folder, "没有"]);
    assert!(code == 0 && said.starts_with("sessions: 0; looked at: 0;"), "{said}");
    assert_eq!([run(&["find", folder]).0, run(&["find", folder, " "]).0, run(&["index"]).0], [2, 2, 2]);
    archive.put("a", "2022", "第一次会议", &["水利".to_owned()]);
    assert_eq!(run(&["index", folder, "--check"]).0, 1);
    // What may not be published is told, and the index stays.
    std::fs::write(archive.0.join("sessions/broken.json"), "{").unwrap();
    let before = archive.files();
    let (code, said) = run(&["index", folder]);
    assert!(code == 1 && said.contains("broken.json") && archive.files() == before, "{said}");
    std::fs::rename(archive.0.join("sessions/broken.json"), archive.0.join("sessions/.broken.json")).unwrap();
    std::fs::rename(archive.0.join("sessions/b.json"), archive.0.join("sessions/c.json")).unwrap();
    let (code, said) = run(&["index", folder]);
    assert!(code == 1 && said.contains("b.json"), "{said}");
}
