//! A made-up build of the program, sessions, and what a site holds: for the tests of `yishi build`.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use yishi::hash::sha256;

/// A page with all that `yishi build` looks for in that of a real build.
const PAGE: &str = "<!doctype html>\n<html lang=\"zh-Hans\">\n<head>\n<meta charset=\"utf-8\" />\
    <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; form-action 'none'\">\n<title>议事</title>\n\
    <meta name=\"description\" content=\"x\" />\n<script>run()</script>\n</head>\n<body>\n<noscript><p>x</p></noscript>\n\
    <div id=\"boot\" class=\"notice\"><p>…</p></div>\n</body>\n</html>\n";

/// A folder with sessions (`data`), a program (`app`) and perhaps a site, removed at the end of its test.
pub struct Office(pub PathBuf);

/// What a run of the command said.
pub struct Run {
    pub code: Option<i32>,
    pub out: String,
    pub err: String,
}

impl Office {
    pub fn new(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("office-{name}"));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("data/sessions")).unwrap();
        fs::create_dir_all(folder.join("app/icons")).unwrap();
        let office = Self(folder);
        office.page(PAGE);
        for (name, text) in [("app/icons/icon.svg", "<svg/>"), ("app/yishi.html", "the examples"), ("app/x.wasm", "\0asm")] {
            fs::write(office.0.join(name), text).unwrap();
        }
        office
    }

    /// Another page of the program, with the service worker that goes with it.
    pub fn page(&self, page: &str) {
        fs::write(self.0.join("app/index.html"), page).unwrap();
        let worker = format!("const VERSION = \"0123456789abcdef\";\nconst FILES = {{\"./\":\"{}\"}};\n", sha256(page.as_bytes()));
        fs::write(self.0.join("app/sw.js"), worker).unwrap();
    }

    pub fn add(&self, session: &Value) {
        self.file(&format!("{}.json", session["id"].as_str().unwrap()), &session.to_string());
    }

    pub fn file(&self, name: &str, text: &str) {
        fs::write(self.0.join("data/sessions").join(name), text).unwrap();
    }

    pub fn remove(&self, id: &str) {
        fs::remove_file(self.0.join(format!("data/sessions/{id}.json"))).unwrap();
    }

    pub fn command(&self, site: &str, more: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_yishi"));
        command.args(["build", "data", "--out", site, "--app", "app", "--lang", "en"]).args(more).current_dir(&self.0);
        command
    }

    pub fn build(&self, site: &str, more: &[&str]) -> Run {
        let output = self.command(site, more).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Run { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// Builds what must succeed; what it says on standard output.
    pub fn built(&self, site: &str) -> String {
        let run = self.build(site, &["--site", "https://a.example/x"]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        run.out
    }

    /// Every file of a folder with its bytes.
    pub fn files(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.0.join(folder), "", &mut files);
        files
    }

    pub fn text(&self, path: &str) -> String {
        fs::read_to_string(self.0.join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// What is beside the site, by name.
    pub fn beside(&self) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(&self.0).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

impl Drop for Office {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn collect(folder: &Path, below: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).into_iter().flatten() {
        let path = entry.unwrap().path();
        let name = format!("{below}{}", path.file_name().unwrap().to_str().unwrap());
        if path.is_dir() {
            collect(&path, &format!("{name}/"), files);
        } else {
            files.insert(name, fs::read(&path).unwrap());
        }
    }
}

/// A session of a made-up body.
pub fn session(id: &str, date: &str) -> Value {
    json!({
        "format": "yishi-session/1", "id": id, "title": format!("会议 {id}"), "dates": { "start": date }, "meeting": 1,
        "assembly": { "name": "云溪镇人民代表大会", "short_name": "云溪镇人大", "place": "云河市 云溪镇" }
    })
}
