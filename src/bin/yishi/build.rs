//! `yishi build`.

use super::{pick, print, program, publish_failed, usage};
use std::io::Write as _;
use std::path::Path;
use yishi::archive::site::{Plan, build as make};
use yishi::i18n::{Lang, fill, findings};

/// Where a build leaves the program.
const APP: &str = "dist";

/// Makes a site and says what was done.
pub fn build(lang: Lang, data: &Path, out: &Path, app: Option<&Path>, site: Option<&str>) -> anyhow::Result<u8> {
    let app = app.or_else(|| Some(Path::new(APP)).filter(|path| path.exists()));
    let Some(app) = app else { return usage(lang, pick(lang, "缺少 --app dist", "--app dist is missing")) };
    if site.is_some_and(|site| site.contains(['?', '#'])) {
        return usage(
            lang,
            pick(lang, "--site 要的是一个文件夹的地址，不带“?”和“#”", "--site is the address of a folder, without “?” and “#”"),
        );
    }
    let site = site.map(|site| format!("{}/", site.trim_end_matches('/')));
    let report = match make(&Plan { data, out, app, site: site.as_deref(), program: &program() }) {
        Ok(report) => report,
        Err(error) => return publish_failed(lang, &error),
    };
    let mut notes = String::new();
    for cross_session in &report.cross_session_issues {
        notes.extend([pick(lang, "提醒：", "warning: "), &findings::cross_session(lang, cross_session), "\n"]);
    }
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
    Ok(0)
}
