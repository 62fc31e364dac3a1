//! What a query over an archive takes when the index is a static host away: files and bytes by round of requests that do not wait for one
//! another. For `bench/scale.mjs`.
//!
//! `cargo run --release --example archive_rounds -- DATA_DIR < queries.txt`: one query a line, one JSON object a line. Counted are the bytes as they
//! are stored (gzip); a session as gzip would make it. The first ten sessions found are looked at, as a list that fits a screen.
#![allow(clippy::print_stdout, reason = "that is what it is for")]

use anyhow::Context as _;
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead as _, Write as _};
use std::path::{Path, PathBuf};
use std::rc::Rc;
use yishi::digest::Lookup;
use yishi::search::index::write::unpacked;
use yishi::search::index::{Line, Plan, ROOT, Root};
use yishi::search::{fold, items};

/// So many sessions that hold the query end the first part.
const SHOWN: usize = 10;
/// The page asks for so many sessions at once.
const AT_ONCE: usize = 5;

fn main() -> anyhow::Result<()> {
    let data = PathBuf::from(std::env::args().nth(1).context("DATA_DIR is missing")?);
    let root_path = data.join("search").join(ROOT);
    let content = unpacked(&root_path).map_err(|error| anyhow::anyhow!("{error:?}"))?;
    let root = Rc::new(Root::read(&content)?);
    println!("{}", json!({ "sessions": root.sessions(), "root": std::fs::metadata(&root_path)?.len() }));
    for line in std::io::stdin().lock().lines() {
        println!("{}", Search::new(&data, &root, &fold(&line?)).run()?);
    }
    Ok(())
}

/// Files of one kind that were asked for.
#[derive(Default)]
struct Count {
    files: usize,
    bytes: u64,
}

struct Search<'a> {
    data: &'a Path,
    root: &'a Root,
    query: &'a str,
    plan: Plan,
    /// By the kind of file, the letter in its head.
    files: BTreeMap<char, Count>,
    sessions: Count,
    rounds: usize,
    table: BTreeMap<u32, Vec<Line>>,
}

impl<'a> Search<'a> {
    fn new(data: &'a Path, root: &'a Rc<Root>, query: &'a str) -> Self {
        let plan = Plan::new(root, &[query.to_owned()]);
        Self { data, root, query, plan, files: BTreeMap::new(), sessions: Count::default(), rounds: 0, table: BTreeMap::new() }
    }

    fn run(mut self) -> anyhow::Result<Value> {
        let (mut looked_at, mut hits, mut to_first) = (BTreeSet::new(), Vec::new(), 0);
        self.look_up()?;
        loop {
            let found = self.plan.found();
            let next: Vec<u32> =
                found.candidates.iter().map(|one| one.number).filter(|number| !looked_at.contains(number)).take(AT_ONCE).collect();
            if hits.len() >= SHOWN || (next.is_empty() && !found.is_more) {
                break;
            }
            if next.is_empty() {
                self.plan.more();
                self.look_up()?;
                continue;
            }
            self.name(&next)?;
            self.rounds += 1;
            for number in next {
                looked_at.insert(number);
                let id = self.id(number);
                if self.holds(&id)? {
                    hits.push(id);
                    to_first = if to_first == 0 { self.rounds } else { to_first };
                }
            }
        }
        let first = json!({ "rounds": self.rounds, "to_first": to_first, "index": self.sum(|kind| kind != 'T'), "names": self.sum(|kind| kind == 'T'),
            "sessions": [self.sessions.files, self.sessions.bytes], "looked_at": looked_at.len(), "hits": hits });
        // All that the index says, without looking at the sessions.
        while self.plan.found().is_more {
            self.plan.more();
            self.look_up()?;
        }
        let found = self.plan.found();
        let numbers: Vec<u32> = found.candidates.iter().map(|one| one.number).collect();
        let all = json!({ "index": self.sum(|kind| kind != 'T'), "candidates": numbers.len() });
        self.name(&numbers)?;
        let ids: Vec<String> = numbers.iter().map(|number| self.id(*number)).collect();
        Ok(json!({ "query": self.query, "first": first, "all": all, "candidates": ids, "is_incomplete": found.is_incomplete }))
    }

    /// What the plan wants, round by round.
    fn look_up(&mut self) -> anyhow::Result<()> {
        loop {
            let wanted = self.plan.wanted();
            if wanted.is_empty() {
                return Ok(());
            }
            self.rounds += 1;
            for path in wanted {
                let content = self.read(&path)?;
                self.plan.give(&path, Some(&content));
            }
        }
    }

    /// Gets the pages of the table that say which sessions these numbers are.
    fn name(&mut self, numbers: &[u32]) -> anyhow::Result<()> {
        let mut is_new = false;
        for number in numbers {
            let page = self.root.table_page(*number).context("no page for a session")?;
            if !self.table.contains_key(&page.first) {
                let content = self.read(&page.path)?;
                self.table.insert(page.first, page.read(&content)?);
                is_new = true;
            }
        }
        self.rounds += usize::from(is_new);
        Ok(())
    }

    fn id(&self, number: u32) -> String {
        let page = self.table.range(..=number).next_back();
        page.and_then(|(first, lines)| lines.get((number - first) as usize)).map(|line| line.id.clone()).unwrap_or_default()
    }

    fn read(&mut self, path: &str) -> anyhow::Result<Vec<u8>> {
        let path = self.data.join("search").join(path);
        let content = unpacked(&path).map_err(|error| anyhow::anyhow!("{error:?}"))?;
        let count = self.files.entry(content.get(4).map_or('?', |kind| char::from(*kind))).or_default();
        count.files += 1;
        count.bytes += std::fs::metadata(&path)?.len();
        Ok(content)
    }

    fn holds(&mut self, id: &str) -> anyhow::Result<bool> {
        let bytes = std::fs::read(self.data.join("sessions").join(format!("{id}.json")))?;
        let mut packed = GzEncoder::new(Vec::new(), Compression::new(6));
        packed.write_all(&bytes)?;
        self.sessions.files += 1;
        self.sessions.bytes += packed.finish()?.len() as u64;
        let reading = yishi::read::read(&bytes).map_err(|error| anyhow::anyhow!("{error:?}"))?;
        let items = items(&reading.session, &Lookup::new(&reading.session));
        Ok(items.iter().any(|item| item.body.iter().chain([&item.head]).any(|text| fold(text).contains(self.query))))
    }

    fn sum(&self, takes: fn(char) -> bool) -> [u64; 2] {
        let of = self.files.iter().filter(|(kind, _)| takes(**kind));
        of.fold([0, 0], |[files, bytes], (_, count)| [files + count.files as u64, bytes + count.bytes])
    }
}
