//! `yishi convert` and `yishi template`: sessions in other forms, and workbooks to fill in.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

#[test]
fn a_session_becomes_a_workbook_and_comes_back() {
    let folder = Folder::new("convert");
    let full = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/valid/full.json");
    let full = full.to_str().unwrap();
    let there = folder.run(&["convert", full, "-o", "full.xlsx"]);
    assert_eq!((there.code, there.out.as_str(), there.err.as_str()), (0, "", ""));
    for command in [&["convert", "full.xlsx", "--to", "json"][..], &["draft", "full.xlsx"]] {
        let back = folder.run(command);
        assert_eq!((back.code, back.err.as_str()), (0, ""), "{command:?}");
        let session = |text: &str| yishi::read::unchecked(text.as_bytes()).unwrap().session;
        assert!(session(&back.out) == session(&fs::read_to_string(full).unwrap()));
    }
    assert!(folder.run(&["convert", full, "--to", "popolo"]).out.contains("\"memberships\""));
    assert_eq!(folder.run(&["convert", full, "--to", "csv", "-o", "tables"]).code, 0);
    let tables: Vec<_> = fs::read_dir(folder.0.join("tables")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert!(tables.len() > 5 && tables.iter().all(|path| path.extension().is_some_and(|extension| extension == "csv")));
    assert_eq!(folder.run(&["convert", full, "--to", "csv", "-o", "tables.zip"]).code, 0);
    assert_eq!(folder.run(&["convert", full, "--to", "fdp", "-o", "packages"]).code, 0);
    assert_eq!(folder.run(&["convert", full]).code, 2, "to what is not said");
    assert_eq!(folder.run(&["convert", full, "--to", "csv"]).code, 2, "several files need a folder");
    assert_eq!(folder.run(&["convert", full, "--to", "doc"]).code, 2);
    fs::write(folder.0.join("broken.json"), "{").unwrap();
    let broken = folder.run(&["convert", "broken.json", "--lang", "en", "-o", "broken.xlsx"]);
    assert!(broken.code == 1 && broken.err.starts_with("broken.json") && !folder.0.join("broken.xlsx").exists(), "{}", broken.err);
}

#[test]
fn a_template_is_a_workbook_to_fill_in() {
    let folder = Folder::new("template");
    assert_eq!(folder.run(&["template", "-o", "session.xlsx"]).code, 0);
    let empty = folder.run(&["convert", "session.xlsx", "--to", "json", "--lang", "zh"]);
    assert_eq!((empty.code, empty.out.as_str()), (1, ""));
    assert!(empty.err.starts_with("session.xlsx: “会议”B2：缺少“会议编号”，必须填写。\n"), "{}", empty.err);
    assert_eq!(folder.run(&["template"]).code, 2);
}

struct Run {
    code: i32,
    out: String,
    err: String,
}

/// A folder that commands run in, removed at the end of its test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("forms-{name}"));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        Self(folder)
    }

    fn run(&self, arguments: &[&str]) -> Run {
        let mut command = Command::new(env!("CARGO_BIN_EXE_yishi"));
        command.args(arguments).current_dir(&self.0).env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "C");
        let output = command.output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
