//! `yishi find`: a query over an archive by its index, as the page does it, from files.

use super::{pick, print, publish_failed, usage};
use std::path::Path;
use yishi::i18n::{Lang, fill};
use yishi::search::Query;
use yishi::search::index::search::{Outcome, search};
use yishi::subjects::Meant;

/// So many sessions are shown.
const MOST: usize = 20;

/// Prints the sessions that hold what is asked for, newest first, and what it took to find them.
pub fn find(lang: Lang, data: &Path, query: &str) -> anyhow::Result<u8> {
    let query = Query::parse(query);
    let meant = Meant::of(&query);
    let terms: Vec<String> = query.terms.into_iter().map(|term| term.text).collect();
    if terms.is_empty() {
        return usage(lang, pick(lang, "没有要找的文字", "there is nothing to look for"));
    }
    let Outcome { hits, candidates, requests, bytes, is_more, is_incomplete, .. } = match search(data, &terms, &query.without, MOST) {
        Ok(outcome) => outcome,
        Err(error) => return publish_failed(lang, &error),
    };
    let mut text = String::new();
    for hit in &hits {
        let line = &hit.line;
        for part in [line.day.as_str(), "\t", &line.id, "\t", &line.title, "\t", &hit.count.to_string(), "\n"] {
            text.push_str(part);
        }
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
    // A search finds letters as they stand; what means the same is the reader's to ask for.
    if !meant.words().is_empty() {
        text.push_str(&fill(pick(lang, "也可以找：{}\n", "you could also look for: {}\n"), &[&meant.words().join("、")]));
    }
    print(&text)?;
    Ok(u8::from(is_incomplete))
}
