//! The sentences of archives that cannot be published. Host only.

use super::{fill, pick};
use crate::i18n::Lang;
use crate::publish::CrossSessionIssue;
use crate::publish::{Problem, PublishError};

/// Why an archive cannot be published; [`PublishError::Problems`] are told one by one by [`problem`].
pub fn publish_error(lang: Lang, error: &PublishError) -> String {
    match error {
        PublishError::Io { path, source } => {
            fill(pick(lang, "{}：无法读写（{}）。", "{}: cannot be read or written ({})."), &[&path.to_string_lossy(), &source.to_string()])
        }
        PublishError::Problems(problems) => {
            let count = problems.len().to_string();
            fill(pick(lang, "有 {} 处问题，没有写出文件。", "{} problems; nothing was written."), &[&count])
        }
        PublishError::NotAnApp => pick(
            lang,
            "--app 给出的不是议事的单文件页面；请用构建出的 yishi-app.html。",
            "What --app names is no page of this program. Use the yishi-app.html of a build.",
        )
        .to_owned(),
        PublishError::TooLarge { bytes } => fill(
            pick(
                lang,
                "做成的网页有 {} 字节，超过 100 MB，浏览器打不开，没有写出。请少放几次会议。",
                "The page would have {} bytes, over 100 MB, which browsers fail to open; nothing was written. Put fewer sessions in it.",
            ),
            &[&bytes.to_string()],
        ),
        PublishError::NotABuild { path } => fill(
            pick(
                lang,
                "{}：不是构建出的程序；请用 make build 得到的 dist。",
                "{}: is no build of this program. Use the dist that make build leaves.",
            ),
            &[&path.to_string_lossy()],
        ),
        PublishError::NotOurs { path } => fill(
            pick(
                lang,
                "{}：里面有东西，但不是 yishi build 做成的网站，没有动它。请换一个文件夹，或先把它清空。",
                "{}: holds something that is no site made by yishi build, and was left alone. Name another folder, or empty this one.",
            ),
            &[&path.to_string_lossy()],
        ),
        PublishError::Added { path } => fill(
            pick(
                lang,
                "{}：不是 yishi build 做的，重新生成网站会把它丢掉，所以没有动。请先移走。",
                "{}: was not made by yishi build and would be lost with a new site, so nothing was done. Move it away first.",
            ),
            &[&path.to_string_lossy()],
        ),
        PublishError::Inside { out, other } => fill(
            pick(
                lang,
                "网站文件夹 {} 与 {} 一个在另一个里面；请分开放。",
                "The folder of the site, {}, and {} are inside one another. Keep them apart.",
            ),
            &[&out.to_string_lossy(), &other.to_string_lossy()],
        ),
        PublishError::Busy { path } => fill(
            pick(
                lang,
                "{}：另一个 yishi build 正在这里工作；请等它结束。",
                "{}: another yishi build is at work here. Wait until it is done.",
            ),
            &[&path.to_string_lossy()],
        ),
        PublishError::Drift { path } => fill(
            pick(
                lang,
                "{}：与会议文件不一致；请运行 yishi catalogue 重新生成。",
                "{}: is not that of the sessions. Run yishi catalogue to write it again.",
            ),
            &[&path.to_string_lossy()],
        ),
        PublishError::IndexDrift { path } => fill(
            pick(
                lang,
                "{}：与会议文件不一致；请运行 yishi index 重新生成。",
                "{}: is not that of the sessions. Run yishi index to write it again.",
            ),
            &[&path.to_string_lossy()],
        ),
    }
}

/// What is wrong with the name or id of a session's file; `None` for what [`super::read_error`] and [`super::sentence`] tell.
pub fn problem(lang: Lang, problem: &Problem) -> Option<String> {
    match problem {
        Problem::Unreadable(_) | Problem::Errors(_) => None,
        Problem::FileName { id } => Some(fill(
            pick(lang, "文件名与 id 不同；请改名为 {}.json。", "The file is not named after its id. Rename it to {}.json."),
            &[id],
        )),
        Problem::Folder { id } => Some(fill(
            pick(
                lang,
                "id“{}”不能作网址中的文件夹名；请只用字母、数字、“-”“_”“.”，且不以“.”开头。",
                "The id “{}” cannot name a folder of the site. Use letters, digits, “-”, “_” and “.”, and no “.” first.",
            ),
            &[id],
        )),
        Problem::SameId { id, other } => Some(fill(
            pick(lang, "id“{}”与 {} 相同；请改成不同的。", "The id “{}” is also that of {}. Give each its own."),
            &[id, &other.to_string_lossy()],
        )),
    }
}

/// What does not fit between sessions, with the id of the session that it is told of.
pub fn cross_session(lang: Lang, cross_session: &CrossSessionIssue) -> String {
    match cross_session {
        CrossSessionIssue::Missing { id, path, target } => {
            fill(pick(lang, "{} {}：会议“{}”不在这批会议里。", "{} {}: the session “{}” is not among these."), &[id, path, target])
        }
        CrossSessionIssue::Itself { id, path } => fill(
            pick(lang, "{} {}：指向这次会议自己；这里应是另一次会议。", "{} {}: names this very session; another one is meant here."),
            &[id, path],
        ),
        CrossSessionIssue::OtherBody { id, path, target, body } => fill(
            pick(lang, "{} {}：会议“{}”属于另一个大会“{}”。", "{} {}: the session “{}” is of another body, “{}”."),
            &[id, path, target, body],
        ),
        CrossSessionIssue::Circle { ids } => fill(
            pick(
                lang,
                "这些会议互相指认对方为先前的会议，成了一圈：{}。",
                "These sessions name one another as the earlier one, in a circle: {}.",
            ),
            &[&ids.join(" → ")],
        ),
        CrossSessionIssue::Spelling { of, names } => {
            let names: Vec<String> = names.iter().map(|(name, id)| format!("“{name}” ({id})")).collect();
            fill(
                pick(
                    lang,
                    "“{}”的大会名称写法不同，会被当成不同的大会：{}。",
                    "“{}” has its body spelled in different ways, which makes different bodies of it: {}.",
                ),
                &[of, &names.join(pick(lang, "、", ", "))],
            )
        }
    }
}
