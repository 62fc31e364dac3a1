//! The command line: checks session files, drafts them of other files, tells two apart, converts them, writes the catalogue of an archive and the index for search, searches by it, makes a site, packs
//! sessions into one page, prints the schema.
//!
//! Arguments in, one library call, messages and exit code out: 0 all is well, 1 something is wrong with a file, 2 wrong usage; of `diff` 1 is that the files
//! differ and 2 that one cannot be compared.

mod arguments;
mod build;
mod diff;
mod draft;
mod find;
mod help;
mod index;
mod rows;
mod workbook;

use anyhow::Context as _;
use arguments::{Arguments, Command};
use clap::FromArgMatches as _;
use clap::error::ErrorKind;
use rows::{Row, problem_rows, rows_of, unreadable};
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use yishi::archive;
use yishi::archive::listing;
use yishi::archive::site::Mode;
use yishi::i18n::{Lang, fill, findings};
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

fn run() -> anyhow::Result<u8> {
    let given: Vec<_> = std::env::args_os().collect();
    let lang = help::asked(&given).unwrap_or_else(language);
    let matches = help::command(lang).try_get_matches_from(given);
    let arguments = match matches.and_then(|matches| Arguments::from_arg_matches(&matches)) {
        Ok(arguments) => arguments,
        Err(error) if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) => {
            return print(&error.render().to_string()).map(|()| 0);
        }
        Err(error) => return wrong(&help::problem(lang, &error)),
    };
    let lang = arguments.lang.unwrap_or(lang);
    match arguments.command {
        Command::Check { files, json } => check(lang, &files, json),
        Command::Draft { file, provenance } => draft::draft(lang, &file, provenance.as_deref()),
        Command::Diff { first, second, common } => diff::diff(lang, &first, &second, common),
        Command::Template { out } => workbook::template(lang, &out),
        Command::Convert { file, out, to } => workbook::convert(lang, &file, out.as_deref(), to),
        Command::Catalogue { data, check } => catalogue(lang, &data, check),
        Command::Index { data, check } => index::index(lang, &data, check),
        Command::Find { data, query } => find::find(lang, &data, &query.join(" ")),
        Command::Build { data, out, app, site, strict, keep_going } => {
            let mode = match (strict, keep_going) {
                (true, _) => Mode::Strict,
                (_, true) => Mode::KeepGoing,
                _ => Mode::Whole,
            };
            build::build(lang, &data, &out, app.as_deref(), site.as_deref(), mode)
        }
        Command::Pack { files, out, app, site } => pack(lang, &files, &out, app.as_deref(), site.as_deref().unwrap_or_default()),
        Command::Schema => print(&schema()).map(|()| 0),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut help::command(lang), "yishi", &mut script);
            print(&String::from_utf8_lossy(&script)).map(|()| 0)
        }
        Command::Version => print(concat!("yishi ", env!("CARGO_PKG_VERSION"), "\n")).map(|()| 0),
        Command::Help { command } => {
            let mut all = help::command(lang);
            let mut of = command.and_then(|name| all.find_subcommand(&name).cloned());
            print(&of.as_mut().unwrap_or(&mut all).render_help().to_string()).map(|()| 0)
        }
    }
}

fn check(lang: Lang, files: &[String], is_json: bool) -> anyhow::Result<u8> {
    let mut rows = Vec::new();
    for file in files {
        let bytes = bytes(file).with_context(|| file.clone());
        match bytes {
            Ok(Ok(bytes)) => rows.extend(rows_of(lang, file, &bytes)),
            Ok(Err(error)) => rows.extend(unreadable(lang, file, &error)),
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

fn pack(lang: Lang, files: &[PathBuf], out: &Path, app: Option<&Path>, site: &str) -> anyhow::Result<u8> {
    let app = app.or_else(|| APPS.iter().map(Path::new).find(|path| path.exists()));
    let Some(app) = app else { return usage(lang, pick(lang, "缺少 --app yishi-app.html", "--app yishi-app.html is missing")) };
    let app = std::fs::read_to_string(app).with_context(|| app.display().to_string())?;
    let page = match archive::pack::pack(&app, files, site) {
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

/// Says what is missing or wrong beyond what the words of a command show.
fn usage(lang: Lang, problem: &str) -> anyhow::Result<u8> {
    let usage = help::command(lang).render_usage().to_string();
    let usage = if lang == Lang::Zh { usage.replacen("Usage: ", "用法：", 1) } else { usage };
    wrong(&format!("yishi: {problem}\n\n{usage}\n"))
}

fn wrong(text: &str) -> anyhow::Result<u8> {
    std::io::stderr().write_all(text.as_bytes())?;
    Ok(2)
}

/// Writes to standard output; a reader that has gone away (`| head`) is no error.
fn print(text: &str) -> anyhow::Result<()> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// Prints a value as JSON, which may be long, without a copy of it in memory.
fn print_json(value: &impl serde::Serialize) -> anyhow::Result<()> {
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let written = serde_json::to_writer_pretty(&mut out, value).map_err(std::io::Error::from).and_then(|()| out.write_all(b"\n"));
    match written.and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// The language of the terminal: Chinese where the locale is, else English.
fn language() -> Lang {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok()).find(|value| !value.is_empty());
    if locale.is_some_and(|locale| locale.starts_with("zh")) { Lang::Zh } else { Lang::En }
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
