//! The sentences of archives that cannot be published. Host only.

use super::{fill, pick};
use crate::archive::publish::{Problem, PublishError};
use crate::i18n::Lang;

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
        PublishError::Drift { path } => fill(
            pick(
                lang,
                "{}：与会议文件不一致；请运行 yishi catalogue 重新生成。",
                "{}: is not that of the sessions. Run yishi catalogue to write it again.",
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
        Problem::SameId { id, other } => Some(fill(
            pick(lang, "id“{}”与 {} 相同；请改成不同的。", "The id “{}” is also that of {}. Give each its own."),
            &[id, &other.to_string_lossy()],
        )),
    }
}
