//! Workbooks of ours, and sessions in other forms.

use crate::rows::unreadable;
use crate::{bytes, pick, print, usage};
use anyhow::Context as _;
use clap::ValueEnum;
use std::io::Write as _;
use std::path::Path;
use yishi::digest::Lookup;
use yishi::i18n::imports::import_error;
use yishi::i18n::workbook::{guide, workbook_finding};
use yishi::i18n::{Lang, fill};
use yishi::import::document::Document;
use yishi::import::{Kind, kind, open};
use yishi::model::Session;
use yishi::workbook;
use yishi::write::tables::{List, list_csv};
use yishi::write::{budget::table_csv, file_name, package::package, popolo::popolo, session_file_name, zip::zip};

/// What a session is converted to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Form {
    Json,
    Xlsx,
    Csv,
    Popolo,
    Fdp,
}

/// Writes the workbook that is to be filled in.
pub fn template(lang: Lang, out: &Path) -> anyhow::Result<u8> {
    let bytes = workbook::template(&guide(lang))?;
    write(out, &bytes)?;
    Ok(0)
}

/// Writes a session in another form.
pub fn convert(lang: Lang, file: &str, out: Option<&Path>, to: Option<Form>) -> anyhow::Result<u8> {
    let extension = out.and_then(Path::extension).and_then(|extension| extension.to_str()).unwrap_or_default().to_lowercase();
    let of_name = match extension.as_str() {
        "json" => Some(Form::Json),
        "xlsx" => Some(Form::Xlsx),
        "csv" => Some(Form::Csv),
        _ => None,
    };
    let Some(form) = to.or(of_name) else {
        return usage(
            lang,
            pick(lang, "缺少 --to，或以 .json、.xlsx、.csv 结尾的 -o", "--to is missing, or -o with .json, .xlsx or .csv at its end"),
        );
    };
    let Some(session) = session(lang, file)? else { return Ok(1) };
    let files = match form {
        Form::Json => {
            vec![(session_file_name(&session, "", "json"), format!("{}\n", serde_json::to_string_pretty(&session)?).into_bytes())]
        }
        Form::Xlsx => vec![(session_file_name(&session, "", "xlsx"), workbook::write(&session, &guide(lang))?)],
        Form::Popolo => vec![(session_file_name(&session, "Popolo", "json"), popolo(&session).into_bytes())],
        Form::Csv => tables(lang, &session),
        Form::Fdp => {
            let packages =
                session.budgets.iter().map(|budget| Ok((file_name(&session, budget, None, "zip"), package(&session, budget, None)?)));
            packages.collect::<anyhow::Result<_>>()?
        }
    };
    if files.is_empty() {
        let nothing = pick(lang, "这次会议没有可导出的表格。", "This session holds no tables to write.");
        writeln!(std::io::stderr(), "{file}: {nothing}")?;
        return Ok(1);
    }
    put(lang, out, &extension, form, &files)
}

/// The session of a file: of a session file, or of a workbook of ours. What is wrong goes to standard error.
fn session(lang: Lang, file: &str) -> anyhow::Result<Option<Session>> {
    let mut said = String::new();
    let session = match bytes(file).with_context(|| file.to_owned())? {
        Err(error) => {
            said.extend(unreadable(lang, file, &error).iter().map(|row| row.line(lang)));
            None
        }
        Ok(bytes) if kind(&bytes) == Ok(Kind::Xlsx) => match open(&bytes) {
            Ok(document) if workbook::is_ours(&document) => of_workbook(lang, file, &document)?,
            Ok(_) => {
                let sentence = pick(
                    lang,
                    "这不是本程序的工作簿。请先运行 yishi draft 做成草稿。",
                    "This is no workbook of this program. Draft a session of it first: yishi draft.",
                );
                said = format!("{file}: {sentence}\n");
                None
            }
            Err(error) => {
                said = format!("{file}: {}\n", import_error(lang, &error));
                None
            }
        },
        Ok(bytes) => match yishi::read::unchecked(&bytes) {
            Ok(reading) => Some(reading.session),
            Err(error) => {
                said.extend(unreadable(lang, file, &error).iter().map(|row| row.line(lang)));
                None
            }
        },
    };
    std::io::stderr().write_all(said.as_bytes())?;
    Ok(session)
}

/// The session of a workbook of ours; what is to be said of its cells goes to standard error.
pub fn of_workbook(lang: Lang, file: &str, document: &Document) -> anyhow::Result<Option<Session>> {
    let (session, findings) = match workbook::read(document) {
        Ok(reading) => (Some(reading.session), reading.findings),
        Err(findings) => (None, findings),
    };
    let said: String =
        findings.iter().flat_map(|finding| [file, ": ", &workbook_finding(lang, finding), "\n"].map(str::to_owned)).collect();
    std::io::stderr().write_all(said.as_bytes())?;
    Ok(session)
}

/// The tables of a session that hold something, by the names of their files.
fn tables(lang: Lang, session: &Session) -> Vec<(String, Vec<u8>)> {
    let lookup = Lookup::new(session);
    let lists = [
        (List::Agenda, session.agenda.len(), pick(lang, "议程", "agenda")),
        (List::People, session.people.len(), pick(lang, "人员", "people")),
        (List::Votes, session.votes.len(), pick(lang, "表决", "votes")),
        (List::Suggestions, session.suggestions.len(), pick(lang, "建议议案", "suggestions")),
        (List::Projects, session.projects.len(), pick(lang, "民生实事", "projects")),
    ];
    let lists = lists.into_iter().filter(|(_, count, _)| *count > 0);
    let mut files: Vec<_> = lists
        .map(|(list, _, name)| (session_file_name(session, name, "csv"), list_csv(lang, session, &lookup, list).into_bytes()))
        .collect();
    for budget in &session.budgets {
        let tables = budget.tables.iter();
        files.extend(
            tables.map(|table| (file_name(session, budget, Some(table), "csv"), table_csv(lang, session, budget, table).into_bytes())),
        );
    }
    // Two tables may have one title.
    for at in 1..files.len() {
        let (before, here) = files.split_at_mut(at);
        let [(name, _), ..] = here else { continue };
        if before.iter().any(|(other, _)| other == name) {
            let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
            *name = format!("{stem}_{}.{extension}", at + 1);
        }
    }
    files
}

/// One file where it was asked for; several in a folder, tables in a ZIP where that was asked for.
fn put(lang: Lang, out: Option<&Path>, extension: &str, form: Form, files: &[(String, Vec<u8>)]) -> anyhow::Result<u8> {
    let is_file = matches!(form, Form::Json | Form::Xlsx | Form::Popolo);
    match (out, files) {
        (Some(out), files) if form == Form::Csv && extension == "zip" => {
            let entries: Vec<(&str, &[u8])> = files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
            write(out, &zip(&entries)?)?;
        }
        (Some(out), [(_, bytes)]) if is_file || matches!(extension, "csv" | "zip") => write(out, bytes)?,
        (None, [(_, bytes)]) => match std::str::from_utf8(bytes) {
            Ok(text) => print(text)?,
            Err(_) => std::io::stdout().write_all(bytes)?,
        },
        (Some(out), files) if !matches!(extension, "csv" | "zip") => {
            std::fs::create_dir_all(out).with_context(|| out.display().to_string())?;
            for (name, bytes) in files {
                write(&out.join(name), bytes)?;
            }
        }
        (_, files) => {
            let template = pick(lang, "有{}个文件：请用 -o 指定一个文件夹", "There are {} files: name a folder with -o");
            return usage(lang, &fill(template, &[&files.len().to_string()]));
        }
    }
    Ok(0)
}

/// Either the whole file or what was there before.
fn write(out: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    let mut temporary = out.as_os_str().to_owned();
    temporary.push(".new");
    std::fs::write(&temporary, bytes).with_context(|| out.display().to_string())?;
    std::fs::rename(&temporary, out).with_context(|| out.display().to_string())
}
