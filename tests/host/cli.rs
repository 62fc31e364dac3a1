//! The command line as one uses it: arguments in; output, files and exit code out.

use serde_json::Value;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const MINIMAL: &str = "tests/fixtures/valid/minimal.json";
const DANGLING: &str = "tests/fixtures/invalid/dangling.json";

#[test]
fn check_tells_what_is_wrong_and_where() {
    let run = yishi(&["check", "--lang", "en", MINIMAL, DANGLING, "tests/fixtures/invalid/empty.json", "tests/nothing.json"]);
    assert_eq!(run.code, 1);
    for line in [
        "tests/fixtures/invalid/dangling.json:16:27: error: $.agenda[0].presenters[1]: The id “p-none” names no person of this file.",
        "tests/fixtures/invalid/dangling.json:19:35: note: $.agenda[0].speeches[1]: The speech “s”",
        "tests/fixtures/invalid/empty.json: error: The file is empty.",
        "tests/nothing.json: error: ",
        "files: 4, errors: 22, warnings: 1, notes: 1",
    ] {
        assert!(run.out.lines().any(|out| out.starts_with(line)), "{line}\n{}", run.out);
    }
    assert_eq!(run.err, "");
}

#[test]
fn check_passes_what_is_well() {
    let run = yishi(&["check", MINIMAL, "tests/fixtures/valid/full.json", "--lang=zh"]);
    assert_eq!((run.code, run.out.as_str()), (0, "2 个文件：0 处错误，0 处提醒，0 处说明\n"));
    let warned = yishi(&["check", "tests/fixtures/invalid/scripts.json"]);
    assert_eq!(warned.code, 0, "warnings are no errors");
}

#[test]
fn check_speaks_to_programs() {
    let run = yishi(&["check", "--json", DANGLING, "tests/fixtures/invalid/truncated.json"]);
    assert_eq!(run.code, 1);
    let rows: Value = serde_json::from_str(&run.out).unwrap();
    let first = &rows[0];
    assert_eq!(first["file"], DANGLING);
    assert_eq!((&first["severity"], &first["kind"]), (&"error".into(), &"unresolved_target".into()));
    assert_eq!((&first["path"], &first["line"], &first["column"]), (&"$.corrections[0].target".into(), &7.into(), &43.into()));
    assert!(first["message"].as_str().unwrap().contains("nothing"));
    let last = rows.as_array().unwrap().last().unwrap();
    assert_eq!((&last["kind"], &last["line"]), (&"truncated".into(), &295.into()));
    assert_eq!(yishi(&["check", "--json", MINIMAL]).out, "[]\n");
}

#[test]
fn check_reads_standard_input() {
    let mut child = command(&["check", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(b"<html>").unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("-: error: This is a web page"));
}

#[test]
fn the_language_is_that_of_the_terminal() {
    for (locale, word) in [("zh_CN.UTF-8", "错误"), ("de_DE.UTF-8", "error"), ("", "error")] {
        let output = command(&["check", DANGLING]).env("LANG", locale).output().unwrap();
        assert!(String::from_utf8(output.stdout).unwrap().contains(&format!(": {word}: ")), "{locale}");
    }
}

#[test]
fn wrong_usage_is_explained() {
    for (arguments, said, said_zh) in [
        (&[][..], "Usage: yishi", "用法：yishi"),
        (&["check"], "Usage: yishi check", "缺少 <FILE>"),
        (&["catalogue"], "<DIR>", "缺少 <DIR>"),
        (&["catalogue", "a", "b"], "unexpected argument 'b'", "不认识的参数 b"),
        (&["nothing"], "unrecognized subcommand 'nothing'", "不认识的命令 nothing"),
        (&["check", "--jsno", "x"], "'--json'", "不认识的参数 --jsno"),
        (&["check", "x", "--lang", "fr"], "'fr' for '--lang <LANG>': zh, en", "--lang <LANG> 的值不对：fr"),
        (&["build", "x"], "--out <SITE>", "缺少 --out <SITE>"),
        (&["find", "x", "y", "-z"], "unexpected argument '-z'", "不认识的参数 -z"),
        (&["completions", "nosh"], "bash", "<SHELL> 的值不对：nosh"),
    ] {
        let run = yishi(arguments);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{arguments:?}");
        assert!(run.err.contains(said) && (run.err.contains("Usage:") || run.err.contains("--help")), "{said}\n{}", run.err);
        let output = command(arguments).env("LANG", "zh_CN.UTF-8").output().unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(2) && err.contains(said_zh) && !err.contains("Usage:"), "{said_zh}\n{err}");
    }
}

const COMMANDS: [&str; 8] = ["check", "catalogue", "index", "find", "build", "pack", "schema", "completions"];

#[test]
fn diff_tells_what_differs_as_diff_does() {
    let archive = Archive::new("diff");
    archive.add("one.json", &minimal("one", "2024-07-18"));
    archive.add("two.json", &minimal("two", "2024-07-19"));
    let file = |name: &str| archive.0.join("sessions").join(name).to_string_lossy().into_owned();
    let (one, two) = (file("one.json"), file("two.json"));
    let same = yishi(&["diff", &one, &one]);
    assert_eq!((same.code, same.out.as_str()), (0, "no difference\n"));
    let run = yishi(&["--lang", "zh", "diff", "--common", &one, &two]);
    assert_eq!((run.code, run.out.as_str()), (1, "$.dates.start: 会期 › 开始：“2024-07-18” → “2024-07-19”\n"));
    assert_eq!(yishi(&["diff", &one, &two]).out.lines().count(), 2, "the id, too");
    let run = yishi(&["diff", &one, "nothing.json"]);
    assert_eq!((run.code, run.out.as_str()), (2, ""));
    assert!(run.err.contains("nothing.json"), "{}", run.err);
}

#[test]
fn help_version_and_schema_are_printed() {
    for words in [&["--help"][..], &["-h"], &["help"]] {
        let run = yishi(words);
        assert!(run.code == 0 && COMMANDS.iter().all(|name| run.out.contains(&format!("\n  {name} "))), "{}", run.out);
    }
    for (words, lang, parts) in [
        (&["--help"][..], "en", ["Usage: yishi", "Examples:\n  yishi", "Exit codes: 0"]),
        (&["--help"], "zh", ["用法：yishi", "例：\n  yishi", "退出码：0"]),
    ] {
        for name in COMMANDS.iter().map(Some).chain([None]) {
            let words: Vec<&str> = name.into_iter().chain(words).copied().chain(["--lang", lang]).collect();
            let run = yishi(&words);
            assert!(run.code == 0 && parts.iter().all(|part| run.out.contains(part)), "{words:?}\n{}", run.out);
            assert!(name.is_none_or(|name| run.out.contains(&format!("  yishi {name}"))), "{words:?} has an example");
            // Everything is in Chinese where it is asked for.
            let line =
                |line: &&str| line.starts_with("  ") && !line.starts_with("  yishi") && !line.starts_with("  curl") && line.is_ascii();
            assert!(lang == "en" || run.out.lines().find(line).is_none(), "{:?}", run.out.lines().find(line));
        }
    }
    assert_eq!(yishi(&["help", "build"]).out, yishi(&["build", "--help"]).out);
    for words in [&["--version"], &["-V"], &["version"]] {
        assert_eq!(yishi(words).out, concat!("yishi ", env!("CARGO_PKG_VERSION"), "\n"));
    }
    assert_eq!(yishi(&["schema"]).out, yishi::read::schema());
}

#[test]
fn shells_learn_the_commands() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = yishi(&["completions", shell]);
        assert!((run.code, run.err.as_str()) == (0, "") && COMMANDS.iter().all(|name| run.out.contains(name)), "{shell}");
    }
}

#[test]
fn sessions_are_packed_into_one_page_and_come_out_again() {
    let archive = Archive::new("packed");
    let path = |name: &str| archive.0.join("sessions").join(name).to_string_lossy().into_owned();
    let app = "<!doctype html><title></title><meta name=\"yishi-start\" content=\"\"><meta name=\"yishi-site\" content=\"\">\
        <!--digest--><!--/digest--><!--data--><!--/data-->";
    archive.add("app.html", app);
    archive.add("b.json", &minimal("b", "2024"));
    archive.add("a.json", &minimal("a", "2025"));
    let (one, two) = (path("b.json"), path("a.json"));

    let out = path("out.html");
    let run = yishi(&["pack", &one, &two, "-o", &out, "--app", &path("app.html"), "--site", "https://yishi.example/", "--lang=en"]);
    assert_eq!((run.code, run.err.as_str()), (0, ""));
    let page = fs::read_to_string(&out).unwrap();
    let names: Vec<String> = yishi::write::single::parts(&page).unwrap().into_iter().map(|part| part.name).collect();
    assert_eq!(names, ["data/catalogue.json", "data/sessions/a.json", "data/sessions/b.json"], "newest first");
    assert!(page.contains("content=\"https://yishi.example/\""));

    // The page is an app and a source like any other.
    let again = path("again.html");
    assert_eq!(yishi(&["pack", &out, "-o", &again, "--app", &out, "--site", "https://yishi.example/"]).code, 0);
    assert_eq!(fs::read_to_string(&again).unwrap(), page);

    let fails = |words: &[&str], said: &str| {
        let run = yishi(&[&["pack"], words, &["--lang=en"]].concat());
        assert!(run.code > 0 && run.err.contains(said), "{words:?}: {} {}", run.code, run.err);
    };
    fails(&[&one, "--app", &out], "--out <OUT.html>");
    fails(&[&one, "-o", &again, "--app", &one], "no page of this program");
    fails(&[&one, &one, "-o", &again, "--app", &out], "is also that of");
    fails(&[DANGLING, "-o", &again, "--app", &out], "names no person of this file");
    fails(&[&path("app.html"), &path("none.json"), "-o", &again, "--app", &out], "none.json");
    fails(&[&one, "-o", &again, "--app", &out, "--site", "javascript:alert(1)"], "--site");
    assert_eq!(fs::read_to_string(&again).unwrap(), page, "what was there stays");
}

#[test]
fn a_catalogue_is_written_and_verified() {
    let archive = Archive::new("written");
    archive.add("minimal.json", &minimal("minimal", "2024"));
    archive.add("later.json", &minimal("later", "2024-07-18"));
    archive.add("earlier.json", &minimal("earlier", "2023-12-31"));
    archive.add("b-same-day.json", &minimal("b-same-day", "2023-12-31"));
    archive.add("notes.txt", "not a session");
    archive.add(".hidden.json", "not a session");

    let missing = archive.run(&["--check"]);
    assert_eq!(missing.code, 1);
    assert!(missing.err.contains("Run yishi catalogue"), "{}", missing.err);

    let written = archive.run(&[]);
    assert_eq!((written.code, written.err.as_str()), (0, ""));
    let text = fs::read_to_string(archive.0.join("catalogue.json")).unwrap();
    let catalogue = yishi::archive::read_catalogue(text.as_bytes()).unwrap();
    let ids: Vec<&str> = catalogue.sessions.iter().map(|entry| entry.id.as_str()).collect();
    assert_eq!(ids, ["later", "minimal", "earlier", "b-same-day"], "newest first, then the later id");
    assert_eq!(
        text.lines().nth(3).unwrap(),
        r#"{"id":"later","title":"会议","assembly":{"name":"云溪镇人民代表大会"},"dates":{"start":"2024-07-18"},"counts":{"people":1},"subjects":[],"bytes":190},"#
    );
    assert_eq!(archive.run(&["--check"]).code, 0);

    archive.run(&[]);
    assert_eq!(fs::read_to_string(archive.0.join("catalogue.json")).unwrap(), text, "the same every time");
    assert_eq!(fs::read_dir(&archive.0).unwrap().count(), 2, "no temporary file stays");

    archive.add("later.json", &minimal("later", "2024-07-19"));
    assert_eq!(archive.run(&["--check"]).code, 1);
}

#[test]
fn a_catalogue_of_bad_sessions_is_refused() {
    let archive = Archive::new("refused");
    archive.add("a.json", &minimal("a", "2024"));
    archive.run(&[]);
    let before = fs::read_to_string(archive.0.join("catalogue.json")).unwrap();
    archive.add("b.json", &minimal("a", "2024"));
    archive.add("c.json", &minimal("other", "2024"));
    archive.add("d.json", "{");
    archive.add("e.json", &minimal("e", "2024-02-30"));
    let run = archive.run(&[]);
    assert_eq!(run.code, 1);
    for line in [
        "b.json: error: The id “a” is also that of",
        "c.json: error: The file is not named after its id. Rename it to other.json.",
        "d.json:1:2: error: $: The file breaks off",
        "e.json:1:102: error: $.dates.start: “2024-02-30” is not a possible date.",
        "4 problems",
    ] {
        assert!(run.err.contains(line), "{line}\n{}", run.err);
    }
    assert_eq!(fs::read_to_string(archive.0.join("catalogue.json")).unwrap(), before, "the old catalogue stays");
    assert_eq!(yishi(&["catalogue", "tests/nothing"]).code, 1);
}

#[test]
fn the_catalogue_of_the_example_archive_is_up_to_date() {
    if !root().join("public/data/catalogue.json").is_file() {
        return;
    }
    let run = yishi(&["catalogue", "--check", "public/data"]);
    assert_eq!(run.code, 0, "run `cargo run -- catalogue public/data`\n{}", run.err);
}

struct Run {
    code: i32,
    out: String,
    err: String,
}

fn yishi(arguments: &[&str]) -> Run {
    let output = command(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yishi"));
    command.args(arguments).current_dir(root()).env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "C");
    command
}

fn minimal(id: &str, date: &str) -> String {
    format!(
        r#"{{"format": "yishi-session/1", "id": "{id}", "title": "会议", "assembly": {{"name": "云溪镇人民代表大会"}}, "dates": {{"start": "{date}"}}, "people": [{{"id": "p", "name": "甲"}}]}}"#
    )
}

/// A folder of sessions that is removed at the end of its test.
struct Archive(PathBuf);

impl Archive {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("archive-{name}"));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("sessions")).unwrap();
        Self(folder)
    }

    fn add(&self, file: &str, text: &str) {
        fs::write(self.0.join("sessions").join(file), text).unwrap();
    }

    fn run(&self, arguments: &[&str]) -> Run {
        yishi(&[&["catalogue", self.0.to_str().unwrap()], arguments].concat())
    }
}

impl Drop for Archive {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
