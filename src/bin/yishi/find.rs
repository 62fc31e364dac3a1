//! `yishi find`: a query over an archive by its index, as the page does it, from files.

use super::{pick, print, publish_failed};
use std::path::Path;
use yishi::i18n::{Lang, fill};
use yishi::search::fold;
use yishi::search::index::search::{Outcome, search};

/// So many sessions are shown.
const MOST: usize = 20;

/// Prints the sessions that hold what is asked for, newest first, and what it took to find them.
pub fn find(lang: Lang, data: &Path, query: &str) -> anyhow::Result<u8> {
    let terms: Vec<String> = query.split_whitespace().map(fold).filter(|term| !term.is_empty()).collect();
    let Outcome { hits, candidates, requests, bytes, is_more, is_incomplete, .. } = match search(data, &terms, &[], MOST) {
        Ok(outcome) => outcome,
        Err(error) => return publish_failed(lang, &error),
    };
    let mut text = String::new();
    for hit in &hits {
        text.push_str(&format!("{}\t{}\t{}\t{}\n", hit.line.day, hit.line.id, hit.line.title, hit.count));
    }
    let template = pick(
        lang,
        "{} 次会议{}；核对了 {} 次，从索引读了 {} 个文件，{} 字节{}\n",
        "sessions: {}{}; looked at: {}; files of the index: {}, bytes: {}{}\n",
    );
    let more = if is_more { pick(lang, "，还有更早的", ", and older ones") } else { "" };
    let incomplete =
        if is_incomplete { pick(lang, "；索引有缺损，可能不全", "; the index is damaged, some may be missing") } else { "" };
    let counts = [hits.len(), candidates, requests, bytes].map(|count| count.to_string());
    text.push_str(&fill(template, &[&counts[0], more, &counts[1], &counts[2], &counts[3], incomplete]));
    print(&text)?;
    Ok(u8::from(is_incomplete))
}
