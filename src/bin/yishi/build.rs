//! `yishi build`.

use super::rows::{Row, problem_rows, rows_of};
use super::{pick, print, program, publish_failed, usage};
use std::io::Write as _;
use std::path::Path;
use yishi::archive::site::{Mode, Plan, Report, build as make};
use yishi::i18n::{Lang, fill, findings};
use yishi::publish::PublishError;

/// Where a build leaves the program.
const APP: &str = "dist";

/// Makes a site and says what was done.
pub fn build(lang: Lang, data: &Path, out: &Path, app: Option<&Path>, site: Option<&str>, mode: Mode) -> anyhow::Result<u8> {
    let app = app.or_else(|| Some(Path::new(APP)).filter(|path| path.exists()));
    let Some(app) = app else { return usage(lang, pick(lang, "缺少 --app dist", "--app dist is missing")) };
    if site.is_some_and(|site| site.contains(['?', '#'])) {
        return usage(
            lang,
            pick(lang, "--site 要的是一个文件夹的地址，不带“?”和“#”", "--site is the address of a folder, without “?” and “#”"),
        );
    }
    let site = site.map(|site| format!("{}/", site.trim_end_matches('/')));
    let report = match make(&Plan { data, out, app, site: site.as_deref(), program: &program(), mode }) {
        Ok(report) => report,
        Err(error) => {
            let code = publish_failed(lang, &error)?;
            if let PublishError::Problems(_) = error {
                let mut stderr = std::io::stderr();
                stderr.write_all(ways_on(lang, mode).as_bytes())?;
            }
            return Ok(code);
        }
    };
    let mut notes = told(lang, &report);
    if site.is_none() {
        notes.push_str(pick(
            lang,
            "没有给 --site，所以没有做订阅、网站地图和绝对地址。\n",
            "Without --site there are no feeds, no sitemap and no absolute addresses.\n",
        ));
    }
    std::io::stderr().write_all(notes.as_bytes())?;
    let template = pick(lang, "{}：{} 次会议，其中 {} 次新做或重做\n", "{}: sessions: {}, made anew: {}\n");
    print(&fill(template, &[&out.to_string_lossy(), &report.sessions.to_string(), &report.changed.to_string()]))?;
    Ok(u8::from(!report.left_out.is_empty()))
}

/// What does not keep the site from being published: each warning, what does not fit between sessions, and what was left out.
fn told(lang: Lang, report: &Report) -> String {
    let mut notes = String::new();
    for path in &report.warned {
        let rows = rows_of(lang, &path.to_string_lossy(), &std::fs::read(path).unwrap_or_default());
        notes.extend(rows.iter().filter(|row| row.severity == "warning").map(|row| row.line(lang)));
    }
    for cross_session in &report.cross_session_issues {
        notes.extend([pick(lang, "提醒：", "warning: "), &findings::cross_session(lang, cross_session), "\n"]);
    }
    for (path, problem) in &report.left_out {
        notes.extend(problem_rows(lang, path, problem).iter().map(|row: &Row| row.line(lang)));
    }
    if !report.left_out.is_empty() {
        notes.push_str(pick(lang, "没有发布的文件：\n", "Left out:\n"));
        for (path, _) in &report.left_out {
            notes.extend(["  ", &path.to_string_lossy(), "\n"]);
        }
    }
    notes
}

/// How to publish in spite of what was told.
const fn ways_on(lang: Lang, mode: Mode) -> &'static str {
    match mode {
        Mode::Whole => pick(
            lang,
            "改正后再发布；或用 --keep-going 略过这些文件，先发布其余的。\n",
            "Correct them; or publish the others without them by --keep-going.\n",
        ),
        Mode::Strict => {
            pick(lang, "不用 --strict 时，只有提醒的文件照常发布。\n", "Without --strict, files that have warnings only are published.\n")
        }
        Mode::KeepGoing => pick(lang, "没有一个文件可以发布。\n", "There is none that could be published.\n"),
    }
}
