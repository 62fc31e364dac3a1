//! Why a session could not be opened, in plain words.

use crate::check::short;
use crate::i18n::{Lang, fill, findings};
use crate::read::{LIMIT_BYTES, ReadError};
use crate::ui::web::database::Trouble;
use crate::ui::web::gzip::GzipError;

/// Why a session could not be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// There is nothing at that address.
    NotFound {
        /// The session's id or address.
        name: String,
    },
    /// A part of the list of sessions is not there.
    PartGone,
    /// The host answered with an error.
    Status {
        /// The host.
        host: String,
        /// The status code.
        code: u16,
    },
    /// The browser says that there is no network.
    Offline,
    /// This site does not answer.
    Unreachable,
    /// Another host does not answer, or does not allow other pages to read from it; the browser does not say which.
    NoCors {
        /// The host.
        host: String,
    },
    /// Not an https address.
    BadAddress {
        /// What was given.
        address: String,
    },
    /// The browser could not read a file.
    UnreadableFile {
        /// The file's name.
        name: String,
    },
    /// What was dropped is not a file.
    NotAFile,
    /// The paste box was empty.
    NothingPasted,
    /// The reader canceled it.
    Canceled,
    /// This page is a single file, which asks no host for anything.
    NoRequests,
    /// A single file, or what is packed in it, is cut off or altered.
    Damaged,
    /// A single file without a session.
    NothingInside,
    /// What the link holds is no packed session.
    LinkGarbled,
    /// What the link holds is cut off or altered.
    LinkBroken,
    /// What a link or a single file holds is too large when unpacked.
    TooLargeUnpacked,
    /// The browser cannot unpack.
    NoStreams,
    /// The content is not a session.
    Unreadable(ReadError),
}

impl Failure {
    /// Why something could not be unpacked; `broken` where its bytes are.
    pub fn unpacking(error: GzipError, broken: Self) -> Self {
        match error {
            GzipError::Unsupported => Self::NoStreams,
            GzipError::TooLarge => Self::TooLargeUnpacked,
            GzipError::Broken => broken,
        }
    }

    /// What happened and what to do, in the reader's language.
    pub fn sentence(&self, lang: Lang) -> String {
        let t = lang.texts();
        match self {
            Self::NotFound { name } => fill(t.not_found, &[&short(name)]),
            Self::PartGone => t.part_gone.to_owned(),
            Self::Status { host, code } => fill(t.http_status, &[host, &code.to_string()]),
            Self::Offline => t.offline.to_owned(),
            Self::Unreachable => t.unreachable.to_owned(),
            Self::NoCors { host } => fill(t.no_cors, &[host]),
            Self::BadAddress { address } => fill(t.bad_address, &[&short(address)]),
            Self::UnreadableFile { name } => fill(t.unreadable_file, &[name]),
            Self::NotAFile => t.no_file.to_owned(),
            Self::NothingPasted => t.nothing_pasted.to_owned(),
            Self::Canceled => t.canceled.to_owned(),
            Self::NoRequests => t.no_requests.to_owned(),
            Self::Damaged => t.damaged.to_owned(),
            Self::NothingInside => t.nothing_inside.to_owned(),
            Self::LinkGarbled => t.link_garbled.to_owned(),
            Self::LinkBroken => t.link_broken.to_owned(),
            Self::TooLargeUnpacked => fill(t.too_large_unpacked, &[&(LIMIT_BYTES >> 20).to_string()]),
            Self::NoStreams => t.no_streams.to_owned(),
            Self::Unreadable(error) => findings::read_error(lang, error),
        }
    }
}

impl Trouble {
    /// What is the matter, in the reader's language.
    pub fn sentence(&self, lang: Lang) -> String {
        let t = lang.texts();
        match self {
            Self::Refused => t.library_refused.to_owned(),
            Self::Blocked => t.library_blocked.to_owned(),
            Self::Full => t.library_full.to_owned(),
            Self::Gone => t.library_gone.to_owned(),
            Self::Other(name) => fill(t.library_failed, &[name]),
        }
    }
}
