//! Archives of made-up sessions with an index, and what can be asked of one, for the tests of search over an archive.

use flate2::read::GzDecoder;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use yishi::digest::Lookup;
use yishi::model::Session;
use yishi::search::index::write::{Report, update};
use yishi::search::index::{Found, Line, Names, Plan, ROOT, Root};
use yishi::search::{fold, items};

/// A folder of sessions, removed at the end of its test.
pub struct Archive(pub PathBuf);

impl Archive {
    pub fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("index-{name}"));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("sessions")).unwrap();
        Self(folder)
    }

    /// The example archive.
    pub fn examples(name: &str) -> Self {
        let archive = Self::new(name);
        for file in fs::read_dir("public/data/sessions").unwrap() {
            let path = file.unwrap().path();
            fs::copy(&path, archive.0.join("sessions").join(path.file_name().unwrap())).unwrap();
        }
        archive
    }

    /// Puts a session of one heading and some texts.
    pub fn put(&self, id: &str, date: &str, heading: &str, texts: &[String]) {
        let blocks: Vec<Value> =
            texts.iter().enumerate().map(|(at, text)| json!({ "id": format!("p{at}"), "kind": "paragraph", "text": text })).collect();
        let session = json!({
            "format": "yishi-session/1", "id": id, "title": heading, "dates": { "start": date }, "assembly": { "name": "云溪镇人民代表大会" },
            "speeches": [{ "id": "s", "title": "讲话", "kind": "address", "blocks": blocks }],
        });
        fs::write(self.0.join(format!("sessions/{id}.json")), session.to_string()).unwrap();
    }

    pub fn remove(&self, id: &str) {
        fs::remove_file(self.0.join(format!("sessions/{id}.json"))).unwrap();
    }

    pub fn update(&self) -> Report {
        update(&self.0, "test").unwrap()
    }

    /// Every file of the index by its path, as it is.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        for entry in fs::read_dir(self.0.join("search")).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap().to_owned();
            if path.is_dir() {
                for entry in fs::read_dir(&path).unwrap() {
                    let path = entry.unwrap().path();
                    files.insert(format!("{name}/{}", path.file_name().unwrap().to_str().unwrap()), fs::read(path).unwrap());
                }
            } else {
                files.insert(name, fs::read(path).unwrap());
            }
        }
        files
    }

    pub fn index(&self) -> Index {
        Index::new(self.files())
    }

    /// The folded texts of each session by id.
    pub fn texts(&self) -> BTreeMap<String, Vec<String>> {
        let mut texts = BTreeMap::new();
        for file in fs::read_dir(self.0.join("sessions")).unwrap() {
            let session: Session = yishi::read::read(&fs::read(file.unwrap().path()).unwrap()).unwrap().session;
            texts.insert(session.id.to_string(), folded(&session));
        }
        texts
    }
}

impl Drop for Archive {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Everything that can be found in a session.
pub fn folded(session: &Session) -> Vec<String> {
    let all = items(session, &Lookup::new(session));
    all.iter().flat_map(|item| item.body.iter().chain([&item.head])).map(|text| fold(text)).filter(|text| !text.is_empty()).collect()
}

/// The sessions that hold every part.
pub fn truth(texts: &BTreeMap<String, Vec<String>>, parts: &[&str]) -> BTreeSet<String> {
    let holds = |texts: &Vec<String>| parts.iter().all(|part| texts.iter().any(|text| text.contains(part)));
    texts.iter().filter(|(_, texts)| holds(texts)).map(|(id, _)| id.clone()).collect()
}

/// An index in memory, as a page would fetch it.
pub struct Index {
    pub files: BTreeMap<String, Vec<u8>>,
    contents: BTreeMap<String, Vec<u8>>,
    pub root: Rc<Root>,
}

impl Index {
    pub fn new(files: BTreeMap<String, Vec<u8>>) -> Self {
        let contents: BTreeMap<_, _> = files.iter().filter_map(|(path, bytes)| Some((path.clone(), unpack(bytes)?))).collect();
        let root = Rc::new(Root::read(&contents[ROOT]).unwrap());
        Self { files, contents, root }
    }

    /// A file, unpacked.
    pub fn get(&self, path: &str) -> Option<Vec<u8>> {
        self.contents.get(path).cloned()
    }

    /// Gives a plan all that it wants.
    pub fn run(&self, plan: &mut Plan) -> Found {
        self.counted(plan).0
    }

    /// The same, with how many files and bytes that took.
    pub fn counted(&self, plan: &mut Plan) -> (Found, usize, usize) {
        let (mut requests, mut bytes) = (0, 0);
        loop {
            let wanted = plan.wanted();
            if wanted.is_empty() {
                return (plan.found(), requests, bytes);
            }
            for path in wanted {
                requests += 1;
                bytes += self.files.get(&path).map_or(0, Vec::len);
                plan.give(&path, self.get(&path).as_deref());
            }
        }
    }

    /// The sessions that may hold all parts, of all ranges, newest first.
    pub fn candidates(&self, parts: &[&str]) -> (Vec<Line>, Found) {
        let parts: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
        let mut plan = Plan::new(&self.root, &parts);
        let mut found = self.run(&mut plan);
        while found.is_more {
            plan.more();
            found = self.run(&mut plan);
        }
        let lines = found.candidates.iter().map(|candidate| self.line(candidate.number).unwrap()).collect();
        (lines, found)
    }

    pub fn ids(&self, parts: &[&str]) -> BTreeSet<String> {
        self.candidates(parts).0.into_iter().map(|line| line.id).collect()
    }

    pub fn line(&self, number: u32) -> Option<Line> {
        let page = self.root.table_page(number)?;
        let lines = page.read(&self.get(&page.path)?).ok()?;
        lines.get((number - page.first) as usize).cloned()
    }

    pub fn names(&self, letters: &str) -> Vec<String> {
        let mut names = Names::new(&self.root, letters);
        while let Some(path) = names.wanted().first() {
            names.give(path, self.get(path).as_deref());
        }
        assert!(!names.is_incomplete, "{letters}");
        names.found().into_iter().map(|name| name.name).collect()
    }
}

pub fn unpack(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut content = Vec::new();
    GzDecoder::new(bytes).read_to_end(&mut content).ok()?;
    Some(content)
}

/// Numbers that look like chance and are the same every time.
pub struct Chance(pub u64);

impl Chance {
    pub fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }

    /// A part of a text, of 1 to `most` characters.
    pub fn part(&mut self, text: &str, most: usize) -> String {
        let chars: Vec<char> = text.chars().collect();
        let start = self.below(chars.len());
        chars[start..].iter().take(1 + self.below(most)).collect()
    }
}
