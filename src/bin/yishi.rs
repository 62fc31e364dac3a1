//! The command line: checks session files, writes the catalogue of an archive and the index for search, searches by it, makes a site, packs
//! sessions into one page, prints the schema.
//!
//! Arguments in, one library call, messages and exit code out: 0 all is well, 1 something is wrong with a file, 2 wrong usage.

#[path = "yishi/build.rs"]
mod build;
#[path = "yishi/find.rs"]
mod find;
#[path = "yishi/help.rs"]
mod help;
#[path = "yishi/index.rs"]
mod index;
#[path = "yishi/rows.rs"]
mod rows;

use anyhow::Context as _;
use help::{HELP_EN, HELP_ZH};
use rows::{Row, problem_rows, rows_of, unreadable};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use yishi::archive;
use yishi::archive::listing;
use yishi::i18n::{Lang, fill, findings};
use yishi::model::link_host;
use yishi::publish::PublishError;
use yishi::read::{ReadError, fits, schema};
use yishi::write::single::Weight;

fn main() -> ExitCode {
    match run() {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            // Nothing can be done where even this cannot be written.
            let _ = writeln!(std::io::stderr(), "yishi: {error:#}");
            ExitCode::from(1)
        }
    }
}

/// What the arguments ask for.
struct Arguments {
    lang: Lang,
    is_json: bool,
    is_check: bool,
    out: Option<PathBuf>,
    app: Option<PathBuf>,
    site: String,
    /// Command first.
    words: Vec<String>,
}

fn run() -> anyhow::Result<u8> {
    let arguments = match arguments(std::env::args_os().skip(1)) {
        Ok(arguments) => arguments,
        Err(problem) => return usage(language(), &problem),
    };
    let lang = arguments.lang;
    let words: Vec<&str> = arguments.words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["help"] => print(if lang == Lang::Zh { HELP_ZH } else { HELP_EN }).map(|()| 0),
        ["version"] => print(concat!("yishi ", env!("CARGO_PKG_VERSION"), "\n")).map(|()| 0),
        ["schema"] => print(&schema()).map(|()| 0),
        ["check", files @ ..] if !files.is_empty() => check(lang, files, arguments.is_json),
        ["pack", files @ ..] if !files.is_empty() => match &arguments.out {
            Some(out) => pack(lang, files, out, arguments.app.as_deref(), &arguments.site),
            None => usage(lang, pick(lang, "缺少 -o OUT.html", "-o OUT.html is missing")),
        },
        ["build", folder] => match &arguments.out {
            Some(out) => build::build(lang, Path::new(folder), out, arguments.app.as_deref(), &arguments.site),
            None => usage(lang, pick(lang, "缺少 --out SITE", "--out SITE is missing")),
        },
        ["catalogue", folder] => catalogue(lang, Path::new(folder), arguments.is_check),
        ["index", folder] => index::index(lang, Path::new(folder), arguments.is_check),
        ["find", folder, query @ ..] if !query.is_empty() => find::find(lang, Path::new(folder), &query.join(" ")),
        [] => usage(lang, pick(lang, "缺少命令", "a command is missing")),
        ["find", ..] => usage(lang, pick(lang, "请给出一个文件夹和要找的文字", "give a folder and what to look for")),
        ["build" | "check" | "pack" | "catalogue" | "index", ..] => {
            usage(lang, pick(lang, "请给出文件或一个文件夹", "give files, or one folder"))
        }
        [command, ..] => usage(lang, &format!("{} {command:?}", pick(lang, "不认识的命令", "unknown command"))),
    }
}

fn arguments(given: impl Iterator<Item = std::ffi::OsString>) -> Result<Arguments, String> {
    let mut arguments =
        Arguments { lang: language(), is_json: false, is_check: false, out: None, app: None, site: String::new(), words: Vec::new() };
    let mut given = given.map(|word| word.into_string().map_err(|word| format!("{}: UTF-8", word.display())));
    let mut is_literal = false;
    while let Some(word) = given.next().transpose()? {
        match word.as_str() {
            _ if is_literal => arguments.words.push(word),
            "--" => is_literal = true,
            "--json" => arguments.is_json = true,
            "--check" => arguments.is_check = true,
            "--lang" => arguments.lang = tag(given.next().transpose()?.as_deref().unwrap_or_default())?,
            "-o" | "--out" => arguments.out = given.next().transpose()?.map(PathBuf::from),
            "--app" => arguments.app = given.next().transpose()?.map(PathBuf::from),
            "--site" => arguments.site = site(given.next().transpose()?)?,
            "-h" | "--help" => arguments.words = vec!["help".to_owned()],
            "-V" | "--version" => arguments.words = vec!["version".to_owned()],
            _ if word.starts_with("--lang=") => arguments.lang = tag(&word["--lang=".len()..])?,
            "-" => arguments.words.push(word),
            _ if word.starts_with('-') => return Err(word),
            _ => arguments.words.push(word),
        }
    }
    Ok(arguments)
}

fn check(lang: Lang, files: &[&str], is_json: bool) -> anyhow::Result<u8> {
    let mut rows = Vec::new();
    for file in files {
        let bytes = bytes(file).with_context(|| (*file).to_owned());
        match bytes {
            Ok(Ok(bytes)) => rows.extend(rows_of(lang, file, &bytes)),
            Ok(Err(error)) => rows.push(unreadable(lang, file, &error)),
            Err(error) => rows.push(Row::of_file(file, "io", format!("{error:#}"))),
        }
    }
    let count = |severity: &str| rows.iter().filter(|row| row.severity == severity).count();
    let (errors, warnings, notes) = (count("error"), count("warning"), count("note"));
    if is_json {
        print(&format!("{}\n", serde_json::to_string_pretty(&rows)?))?;
    } else {
        let mut text: String = rows.iter().map(|row| row.line(lang)).collect();
        let template = pick(lang, "{} 个文件：{} 处错误，{} 处提醒，{} 处说明\n", "files: {}, errors: {}, warnings: {}, notes: {}\n");
        let counts = [files.len(), errors, warnings, notes].map(|count| count.to_string());
        text.push_str(&fill(template, &counts.each_ref().map(String::as_str)));
        print(&text)?;
    }
    Ok(u8::from(errors > 0))
}

fn catalogue(lang: Lang, folder: &Path, is_check: bool) -> anyhow::Result<u8> {
    let result = if is_check { listing::verify(folder) } else { listing::write(folder) };
    match result {
        Ok(count) => {
            let path = folder.join("catalogue.json");
            let template = pick(lang, "{}：{} 次会议\n", "{}: {} sessions\n");
            print(&fill(template, &[&path.to_string_lossy(), &count.to_string()]))?;
            Ok(0)
        }
        Err(error) => publish_failed(lang, &error),
    }
}

/// Where a build leaves the page without data, and where one keeps it beside the command.
const APPS: [&str; 2] = ["dist/yishi-app.html", "yishi-app.html"];

fn pack(lang: Lang, files: &[&str], out: &Path, app: Option<&Path>, site: &str) -> anyhow::Result<u8> {
    let app = app.or_else(|| APPS.iter().map(Path::new).find(|path| path.exists()));
    let Some(app) = app else { return usage(lang, pick(lang, "缺少 --app yishi-app.html", "--app yishi-app.html is missing")) };
    let app = std::fs::read_to_string(app).with_context(|| app.display().to_string())?;
    let files: Vec<PathBuf> = files.iter().map(PathBuf::from).collect();
    let page = match archive::pack::pack(&app, &files, site) {
        Ok(page) => page,
        Err(error) => return publish_failed(lang, &error),
    };
    // Either the whole page or what was there before.
    let temporary = out.with_extension("html.new");
    std::fs::write(&temporary, &page).with_context(|| temporary.display().to_string())?;
    std::fs::rename(&temporary, out).with_context(|| out.display().to_string())?;
    let template = pick(lang, "{}：{} 个文件，{} 字节\n", "{}: files: {}, bytes: {}\n");
    print(&fill(template, &[&out.to_string_lossy(), &files.len().to_string(), &page.len().to_string()]))?;
    if Weight::of(page.len()) == Weight::Large {
        let warning = pick(lang, "超过 50 MB，手机上打开会很慢", "over 50 MB: phones will open it slowly");
        std::io::stderr().write_all(format!("yishi: {warning}\n").as_bytes())?;
    }
    Ok(0)
}

/// The problems of an archive, one a line.
fn publish_failed(lang: Lang, error: &PublishError) -> anyhow::Result<u8> {
    let mut text = String::new();
    if let PublishError::Problems(problems) = error {
        for (path, problem) in problems {
            text.extend(problem_rows(lang, path, problem).iter().map(|row| row.line(lang)));
        }
    }
    text.push_str(&findings::publish_error(lang, error));
    text.push('\n');
    std::io::stderr().write_all(text.as_bytes())?;
    Ok(1)
}

/// The bytes of a file, or of standard input for `-`; a file that is too large is not read.
fn bytes(file: &str) -> std::io::Result<Result<Vec<u8>, ReadError>> {
    if file == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().take(yishi::read::LIMIT_BYTES + 1).read_to_end(&mut bytes)?;
        return Ok(Ok(bytes));
    }
    match fits(std::fs::metadata(file)?.len()) {
        Ok(()) => std::fs::read(file).map(Ok),
        Err(error) => Ok(Err(error)),
    }
}

fn usage(lang: Lang, problem: &str) -> anyhow::Result<u8> {
    let help = if lang == Lang::Zh { HELP_ZH } else { HELP_EN };
    std::io::stderr().write_all(format!("yishi: {problem}\n\n{help}").as_bytes())?;
    Ok(2)
}

/// Writes to standard output; a reader that has gone away (`| head`) is no error.
fn print(text: &str) -> anyhow::Result<()> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// The language of the terminal: Chinese where the locale is, else English.
fn language() -> Lang {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok()).find(|value| !value.is_empty());
    if locale.is_some_and(|locale| locale.starts_with("zh")) { Lang::Zh } else { Lang::En }
}

/// The address of a site: http(s), in full.
fn site(address: Option<String>) -> Result<String, String> {
    address.filter(|address| link_host(address).is_some()).ok_or_else(|| "--site: https://…".to_owned())
}

fn tag(tag: &str) -> Result<Lang, String> {
    Lang::from_tag(tag).ok_or_else(|| format!("--lang {tag:?}: zh, en"))
}

/// Which program this is: another one may make something else of the same file, whatever it calls its version.
fn program() -> String {
    let hash = std::env::current_exe().and_then(std::fs::read).map(|bytes| yishi::hash::sha256(&bytes)).unwrap_or_default();
    format!("{} {hash}", env!("CARGO_PKG_VERSION"))
}

const fn pick(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
