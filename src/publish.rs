//! What may be published: the session files of a folder, and what keeps one of them, or all, from it. Host only; data, the sentences are in
//! `i18n::findings`.

use crate::check::{Finding, Severity};
use crate::model::Session;
use crate::read::{ReadError, read};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Why nothing is published.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// A file or folder that cannot be read or written.
    #[error("{path}: {source}")]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// The reason.
        source: io::Error,
    },
    /// Sessions that must not be published.
    #[error("{} problems", .0.len())]
    Problems(Vec<(PathBuf, Problem)>),
    /// What was given as the page to pack into is no page of ours.
    #[error("not a page of this program")]
    NotAnApp,
    /// The packed page would be larger than browsers open.
    #[error("{bytes} bytes are too many for one page")]
    TooLarge {
        /// Its size.
        bytes: usize,
    },
    /// What was given as the built program is none.
    #[error("{path} is no build of the program")]
    NotABuild {
        /// The folder.
        path: PathBuf,
    },
    /// The folder for the site holds something that no build made.
    #[error("{path} is not a site of this program")]
    NotOurs {
        /// The folder.
        path: PathBuf,
    },
    /// Something was put into a site that no build made, and would be lost.
    #[error("{path} was not made by a build")]
    Added {
        /// The file or folder.
        path: PathBuf,
    },
    /// The site would be inside its own sources, or they in it.
    #[error("{out} and {other} are inside one another")]
    Inside {
        /// The folder of the site.
        out: PathBuf,
        /// The folder of the sessions or of the program.
        other: PathBuf,
    },
    /// Another build is at work there.
    #[error("{path}: another build is at work")]
    Busy {
        /// The folder around the site.
        path: PathBuf,
    },
    /// The catalogue is not that of the sessions.
    #[error("{path} is out of date")]
    Drift {
        /// The catalogue.
        path: PathBuf,
    },
    /// The index for search is not that of the sessions.
    #[error("{path} is out of date")]
    IndexDrift {
        /// Its folder.
        path: PathBuf,
    },
}

/// Why a session must not be published.
#[derive(Debug)]
pub enum Problem {
    /// It cannot be read.
    Unreadable(ReadError),
    /// It has errors.
    Errors(Vec<Finding>),
    /// Its file is not named after its id.
    FileName {
        /// The id.
        id: String,
    },
    /// Its id cannot name a folder of the site.
    Folder {
        /// The id.
        id: String,
    },
    /// Another file has the same id.
    SameId {
        /// The id.
        id: String,
        /// The other file.
        other: PathBuf,
    },
}

/// Something that two or more sessions disagree about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CrossSessionIssue {
    /// A link to a session that is not in the archive.
    Missing {
        /// The session that has the link.
        id: String,
        /// Where, as a JSON path.
        path: String,
        /// The id it names.
        target: String,
    },
    /// A link to the session itself, where another one is meant.
    Itself {
        /// The session.
        id: String,
        /// Where, as a JSON path.
        path: String,
    },
    /// A link to a session of another body.
    OtherBody {
        /// The session that has the link.
        id: String,
        /// Where, as a JSON path.
        path: String,
        /// The session it names.
        target: String,
        /// The body of that.
        body: String,
    },
    /// Sessions that name one another in a circle, although a link leads to an earlier session.
    Circle {
        /// Their ids, each naming the next, the last the first.
        ids: Vec<String>,
    },
    /// A body whose name is not spelled alike in all its sessions, so that they stand apart as two bodies.
    Spelling {
        /// What they share: short name and place, or the name without blanks.
        of: String,
        /// Each spelling with the first session that has it.
        names: Vec<(String, String)>,
    },
}

/// Reads a session that may be published: without errors.
pub(crate) fn checked(bytes: &[u8]) -> Result<Session, Problem> {
    let reading = read(bytes).map_err(Problem::Unreadable)?;
    let errors: Vec<_> = reading.findings.into_iter().filter(|finding| finding.severity == Severity::Error).collect();
    if errors.is_empty() { Ok(reading.session) } else { Err(Problem::Errors(errors)) }
}

/// The session files of a folder, sorted; hidden ones are not meant.
pub(crate) fn session_files(folder: &Path) -> Result<Vec<PathBuf>, PublishError> {
    let failed = |source| PublishError::Io { path: folder.to_owned(), source };
    let mut files = Vec::new();
    for file in fs::read_dir(folder).map_err(failed)? {
        let path = file.map_err(failed)?.path();
        let is_hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
        if !is_hidden && path.extension().is_some_and(|extension| extension == "json") {
            files.push(path);
        }
    }
    files.sort_unstable();
    Ok(files)
}
