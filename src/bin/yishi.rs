//! The command line: checks session files, writes the catalogue of an archive, packs sessions into one page, prints the schema.
//!
//! Arguments in, one library call, messages and exit code out: 0 all is well, 1 something is wrong with a file, 2 wrong usage.

use anyhow::Context as _;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use yishi::archive;
use yishi::archive::publish::{self, Problem, PublishError};
use yishi::check::{Finding, Severity};
use yishi::i18n::{Lang, fill, findings};
use yishi::model::link_host;
use yishi::read::{ReadError, fits, locate, read, schema};
use yishi::write::single::Weight;

const HELP_ZH: &str = "\
yishi：检查和发布人民代表大会会议文件

用法：
  yishi check FILE… [--json] [--lang zh|en]   检查会议文件（“-”为标准输入）
  yishi catalogue DATA_DIR [--check]          由 DATA_DIR/sessions/*.json 生成 DATA_DIR/catalogue.json；--check 只核对
  yishi pack FILE… -o OUT.html [--app FILE] [--site URL]
                                              把会议做成一个双击即可打开的网页文件；--app 是构建出的 yishi-app.html
                                              或任何一个这样的文件，--site 是这些会议所在网站的地址
  yishi schema                                输出会议文件的 JSON Schema
  yishi --help | --version

退出码：0 正常，1 文件有错误，2 用法不对。
";

const HELP_EN: &str = "\
yishi: checks and publishes files of people's-congress sessions

Usage:
  yishi check FILE... [--json] [--lang zh|en]   check session files (- for standard input)
  yishi catalogue DATA_DIR [--check]            write DATA_DIR/catalogue.json from DATA_DIR/sessions/*.json; --check only compares
  yishi pack FILE... -o OUT.html [--app FILE] [--site URL]
                                                make one web page that opens by double-click; --app is the yishi-app.html
                                                of a build or any such page, --site the address of the site they are on
  yishi schema                                  print the JSON Schema of the session file
  yishi --help | --version

Exit code: 0 all is well, 1 a file has errors, 2 wrong usage.
";

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
        ["catalogue", folder] => catalogue(lang, Path::new(folder), arguments.is_check),
        [] => usage(lang, pick(lang, "缺少命令", "a command is missing")),
        ["check" | "pack" | "catalogue", ..] => usage(lang, pick(lang, "请给出文件或一个文件夹", "give files, or one folder")),
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
    let result = if is_check { publish::verify(folder) } else { publish::write(folder) };
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

fn problem_rows(lang: Lang, path: &PathBuf, problem: &Problem) -> Vec<Row> {
    let file = path.to_string_lossy();
    match problem {
        Problem::Unreadable(error) => vec![unreadable(lang, &file, error)],
        Problem::Errors(errors) => located(lang, &file, &std::fs::read(path).unwrap_or_default(), errors),
        Problem::FileName { .. } | Problem::SameId { .. } => {
            vec![Row::of_file(&file, "file_name", findings::problem(lang, problem).unwrap_or_default())]
        }
    }
}

/// One line of the report.
#[derive(serde::Serialize)]
struct Row {
    file: String,
    severity: &'static str,
    path: String,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
    message: String,
}

impl Row {
    fn of_file(file: &str, kind: &'static str, message: String) -> Self {
        Self { file: file.to_owned(), severity: "error", path: String::new(), kind, line: None, column: None, message }
    }

    fn line(&self, lang: Lang) -> String {
        let severity = match self.severity {
            "error" => Severity::Error,
            "warning" => Severity::Warning,
            _ => Severity::Note,
        };
        let place = self.line.zip(self.column).map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
        let path = if self.path.is_empty() { String::new() } else { format!(" {}:", self.path) };
        format!("{}{place}: {}:{path} {}\n", self.file, findings::severity(lang, severity), self.message)
    }
}

fn rows_of(lang: Lang, file: &str, bytes: &[u8]) -> Vec<Row> {
    match read(bytes) {
        Ok(reading) => located(lang, file, bytes, &reading.findings),
        Err(error) => vec![unreadable(lang, file, &error)],
    }
}

fn unreadable(lang: Lang, file: &str, error: &ReadError) -> Row {
    let place = |number: u32| Some(number).filter(|number| *number > 0);
    Row {
        file: file.to_owned(),
        severity: "error",
        path: error.path.clone(),
        kind: error.kind.code(),
        line: place(error.line),
        column: place(error.column),
        message: findings::read_error_without_place(lang, error),
    }
}

/// Findings with line and column, in the order of the file.
fn located(lang: Lang, file: &str, bytes: &[u8], found: &[Finding]) -> Vec<Row> {
    let paths: Vec<&str> = found.iter().map(|finding| finding.path.as_str()).collect();
    let mut rows: Vec<Row> = found
        .iter()
        .zip(locate(bytes, &paths))
        .map(|(finding, (line, column))| Row {
            file: file.to_owned(),
            severity: finding.severity.code(),
            path: finding.path.clone(),
            kind: finding.kind.code(),
            line: Some(line),
            column: Some(column),
            message: findings::sentence(lang, finding),
        })
        .collect();
    rows.sort_by_key(|row| (row.line, row.column));
    rows
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

const fn pick(lang: Lang, zh: &'static str, en: &'static str) -> &'static str {
    match lang {
        Lang::Zh => zh,
        Lang::En => en,
    }
}
