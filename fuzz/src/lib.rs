//! What is fuzzed: everything that reads bytes which somebody else wrote, each with what has to hold for any bytes.
//!
//! A target panics where something does not hold, and says whether it took the bytes for what they should be. `tests/host/fuzz.rs` runs the
//! same targets over `corpus` and `regressions`, so that what was found stays mended.

pub mod foreign;
mod wrap;

use flate2::Compression;
use flate2::read::{GzDecoder, GzEncoder};
use serde::de::IgnoredAny;
use std::collections::BTreeMap;
use std::io::Read as _;
use std::rc::Rc;
use yishi::archive::read_catalogue;
use yishi::digest::Lookup;
use yishi::hash::{fnv1a_32, fnv1a_64};
use yishi::i18n::Lang;
use yishi::i18n::findings::{read_error, sentence};
use yishi::model::Session;
use yishi::read::locate;
use yishi::route::{Route, payload as link};
use yishi::search::index::{Names, Plan, Root, path};
use yishi::search::pinyin::{Dictionary, Needle, Pinyin};
use yishi::search::{Corpus, Name, NameKind, Query, fold};
use yishi::write::budget::table_csv;
use yishi::write::calendar::calendar;
use yishi::write::package::package;
use yishi::write::popolo::popolo;
use yishi::write::tables::{List, list_csv};
use yishi::write::{html, single as page};

/// What parts an input that is several texts or files.
const BETWEEN: &[u8] = b"----";
/// A link to a file of an input, with the number of that file as one more character from `0` on: as long as the hash that takes its place.
const LINK: &[u8] = b"@@file@";
/// As much as a link is unpacked to here; the page takes more.
const LIMIT_BYTES: u64 = 1 << 20;

/// A session file: it is read or explained, every finding has its place and its sentence, and the session survives being written.
pub fn read(bytes: &[u8]) -> bool {
    let lines = bytes.split(|byte| *byte == b'\n').count();
    let _ = read_catalogue(bytes);
    let reading = match yishi::read::read(bytes) {
        Ok(reading) => reading,
        Err(error) => {
            assert!([Lang::Zh, Lang::En].iter().all(|lang| !read_error(*lang, &error).is_empty()));
            assert!(error.line as usize <= lines && (error.line == 0) == (error.column == 0), "{error}");
            return false;
        }
    };
    let paths: Vec<&str> = reading.findings.iter().map(|finding| finding.path.as_str()).collect();
    assert_eq!(locate(bytes, &paths).len(), paths.len());
    assert!(reading.findings.iter().all(|finding| [Lang::Zh, Lang::En].iter().all(|lang| !sentence(*lang, finding).is_empty())));
    let written = serde_json::to_vec(&reading.session).unwrap();
    assert_eq!(yishi::read::read(&written).unwrap().session, reading.session);
    taken_away(&reading.session);
    true
}

/// What is made of a session is made of any.
fn taken_away(session: &Session) {
    let (lang, lookup) = (html::language(&[session]), Lookup::new(session));
    let _ = (html::digest(&[session]), calendar(lang, session, None));
    for list in [List::Agenda, List::People, List::Votes, List::Suggestions, List::Projects] {
        let _ = list_csv(lang, session, &lookup, list);
    }
    for budget in &session.budgets {
        let _ = package(session, budget, None);
        for table in &budget.tables {
            let _ = table_csv(lang, session, budget, table);
        }
    }
    assert!(serde_json::from_str::<IgnoredAny>(&popolo(session)).is_ok());
    let corpus = Corpus::new(session, &lookup);
    let _ = corpus.find(&Query::parse(&session.title));
}

/// Files of an index: what is looked for, the root without its sum, then the files that it leads to. Each has its links filled in, so that
/// damage is met behind the hashes, too.
pub fn index(bytes: &[u8]) -> bool {
    let _ = Root::read(bytes);
    let mut parts: Vec<Vec<u8>> = split(bytes).map(<[u8]>::to_vec).collect();
    if parts.len() < 2 {
        return false;
    }
    let wanted = String::from_utf8_lossy(&parts.remove(0)).into_owned();
    let mut hashes = vec![[0; 8]; parts.len()];
    for place in (0..parts.len()).rev() {
        fill(&mut parts[place], place, &hashes);
        hashes[place] = fnv1a_64(&parts[place]).to_le_bytes();
    }
    let mut root = parts.remove(0);
    root.extend(hashes[0]);
    let Ok(root) = Root::read(&root).map(Rc::new) else { return false };
    let files: BTreeMap<String, Vec<u8>> = parts.into_iter().map(|file| (path(fnv1a_64(&file)), file)).collect();
    let file = |path: &str| files.get(path).map(Vec::as_slice);

    // Letters in the last line, which stand for names; texts in those before, which a session must hold all.
    let (texts, letters) = wanted.rsplit_once('\n').unwrap_or((&wanted, &wanted));
    let texts: Vec<String> = texts.lines().map(fold).filter(|text| !text.is_empty()).collect();
    let mut plan = Plan::new(&root, &texts);
    let found = loop {
        for path in plan.wanted() {
            plan.give(&path, file(&path));
        }
        if plan.wanted().is_empty() {
            let found = plan.found();
            if !found.is_more {
                break found;
            }
            plan.more();
        }
    };
    let lines = |number| root.table_page(number).and_then(|page| page.read(file(&page.path)?).ok());
    let is_found = found.candidates.iter().take(4).filter_map(|one| lines(one.number)).any(|lines| !lines.is_empty());
    let mut names = Names::new(&root, letters);
    while let Some(path) = names.wanted().first() {
        names.give(path, file(path));
    }
    let _ = names.found();
    is_found
}

/// A page that may be one of ours: the files in it are there again when they are put into another page.
pub fn single(bytes: &[u8]) -> bool {
    const APP: &str = "<title></title><meta name=\"yishi-start\" content=\"\"><meta name=\"yishi-site\" content=\"\">\
        <!--digest--><!--/digest--><!--data--><!--/data-->";
    let _ = page::is_single(bytes);
    let Some(parts) = page::parts(&String::from_utf8_lossy(bytes)) else { return false };
    let again = page::single(APP, &[], &parts, "").unwrap();
    assert!(page::is_single(again.as_bytes()));
    assert_eq!(page::parts(&again).unwrap(), parts);
    !parts.is_empty()
}

/// The query of a link: any text is a place, the place has a link, and that leads to the same place, whatever is left behind it.
pub fn route(bytes: &[u8]) -> bool {
    let query = String::from_utf8_lossy(bytes);
    let route = Route::parse(&query);
    let href = route.href();
    for behind in ["", "。", "）", ".", "&from=singlemessage"] {
        assert_eq!(Route::parse(&format!("{href}{behind}")), route, "{href}{behind}");
    }
    assert_eq!(Route::parse(&href.replace('&', "&amp;")), route, "{href}");
    if let Some(mended) = Route::mended(&query) {
        assert_eq!((&mended, Route::mended(&mended)), (&href, None));
    }
    route != Route::home()
}

/// A link that holds a session, or the file that one is made of: what is put into a link comes out of it, and is the same session.
pub fn payload(bytes: &[u8]) -> bool {
    let packed = link::in_fragment(&String::from_utf8_lossy(bytes)).map(|packed| link::decode(packed).unwrap());
    let unpacked = packed.and_then(|packed| unpacked(&packed));
    if let Some(file) = &unpacked {
        let _ = yishi::read::read(file);
    }

    let file = link::without_blanks(bytes);
    assert_eq!(link::without_blanks(&file), file);
    let mut packed = Vec::new();
    GzEncoder::new(file.as_slice(), Compression::fast()).read_to_end(&mut packed).unwrap();
    let fragment = format!("{}{}&from=x", link::MARK, link::encode(&packed));
    assert_eq!(link::in_fragment(&fragment).and_then(link::decode).as_deref(), Some(packed.as_slice()));
    assert_eq!(self::unpacked(&packed).as_deref(), Some(file.as_slice()));
    if let Ok(reading) = yishi::read::read(bytes) {
        assert_eq!(yishi::read::read(&file).unwrap(), reading);
    }
    unpacked.is_some()
}

/// What is typed, the text that it is looked for in, and a table of pinyin without its head and sum.
pub fn pinyin(bytes: &[u8]) -> bool {
    let _ = Pinyin::read(bytes);
    let mut parts = split(bytes);
    let [Some(typed), Some(text), Some(table), None] = [parts.next(), parts.next(), parts.next(), parts.next()] else { return false };
    let table = [b"YSPY\x01", &fnv1a_32(table).to_le_bytes()[..], table].concat();
    let Some(table) = Pinyin::read(&table) else { return false };
    let (typed, text) = (String::from_utf8_lossy(typed), fold(&String::from_utf8_lossy(text)));
    let readings: usize = text.chars().map(|c| table.readings(c).count()).sum();
    let Some(needle) = Needle::parse(&typed) else { return false };
    let length = text.chars().count();
    assert!(needle.matches(&table, &text).iter().all(|part| part.start < part.end && part.end <= length));
    let names: Vec<Name> = text.lines().map(|text| Name { kind: NameKind::Person, text: text.to_owned() }).collect();
    let mut dictionary = Dictionary::new(&names);
    dictionary.text(&text);
    dictionary.finish();
    let strings = dictionary.strings(&table, &needle, 9);
    assert!(strings.len() <= 9 && strings.iter().all(|string| string.chars().all(|c| text.contains(c))));
    readings > 0 && !strings.is_empty()
}

/// The parts of an input.
fn split(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = Some(bytes);
    std::iter::from_fn(move || {
        let all = rest?;
        let end = all.windows(BETWEEN.len()).position(|window| window == BETWEEN);
        rest = end.map(|end| &all[end + BETWEEN.len()..]);
        Some(&all[..end.unwrap_or(all.len())])
    })
}

/// Puts hashes in the place of links to files that come after the one at `place`.
fn fill(file: &mut [u8], place: usize, hashes: &[[u8; 8]]) {
    let mut at = 0;
    while let Some(next) = file.get(at..).and_then(|rest| rest.windows(LINK.len() + 1).position(|window| window.starts_with(LINK))) {
        at += next;
        let number = usize::from(file[at + LINK.len()].wrapping_sub(b'0'));
        if let Some(hash) = hashes.get(number).filter(|_| number > place) {
            file[at..at + hash.len()].copy_from_slice(hash);
        }
        at += hashes[0].len();
    }
}

fn unpacked(packed: &[u8]) -> Option<Vec<u8>> {
    let mut file = Vec::new();
    GzDecoder::new(packed).take(LIMIT_BYTES).read_to_end(&mut file).ok()?;
    Some(file)
}
