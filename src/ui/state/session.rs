//! A session that is open.

use crate::check::{Finding, check};
use crate::digest::Lookup;
use crate::model::Session;
use crate::search::pinyin::Dictionary;
use crate::search::{Corpus, names};
use crate::subjects::{About, about};
use std::sync::OnceLock;

/// A session that is open.
pub struct LoadedSession {
    /// The file as it came: what is passed on is this, byte for byte.
    pub bytes: Vec<u8>,
    /// The session.
    pub session: Session,
    /// What reading found.
    found: Vec<Finding>,
    /// What reading and checking found, made when it is first shown.
    findings: OnceLock<Vec<Finding>>,
    /// Finding objects by id.
    pub lookup: Lookup,
    /// All text for the search, made when it is first searched.
    pub corpus: OnceLock<Corpus>,
    /// What is about which subject, made when it is first asked for.
    about: OnceLock<Vec<About>>,
    /// What pinyin is held against, made when letters are first searched for.
    pub dictionary: OnceLock<Dictionary>,
    /// Where it came from.
    pub origin: Origin,
    /// The SHA-256 of the bytes, where the link asked to check it; `Some(None)` where the browser makes no digests.
    pub sha256: OnceLock<Option<String>>,
    /// When this copy was stored on the device, as the service worker wrote it down, where there was no answer from the network.
    pub kept_on: Option<String>,
}

impl std::fmt::Debug for LoadedSession {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.session.id.as_str())
    }
}

impl LoadedSession {
    /// A session that was read.
    pub fn new(bytes: Vec<u8>, session: Session, found: Vec<Finding>, origin: Origin, kept_on: Option<String>) -> Self {
        let lookup = Lookup::new(&session);
        let (findings, corpus, about, dictionary, sha256) =
            (OnceLock::new(), OnceLock::new(), OnceLock::new(), OnceLock::new(), OnceLock::new());
        Self { bytes, session, found, findings, lookup, corpus, about, dictionary, origin, sha256, kept_on }
    }

    /// What reading and checking found.
    pub fn findings(&self) -> &[Finding] {
        self.findings.get_or_init(|| self.found.iter().cloned().chain(check(&self.session)).collect())
    }

    /// All text for the search.
    pub fn corpus(&self) -> &Corpus {
        self.corpus.get_or_init(|| Corpus::new(&self.session, &self.lookup))
    }

    /// What is about which subject. Only parts of the program that come later ask for it, so that the lexicon comes with them.
    pub fn about(&self) -> &[About] {
        self.about.get_or_init(|| about(&self.session))
    }

    /// What pinyin is held against.
    pub fn dictionary(&self) -> &Dictionary {
        self.dictionary.get_or_init(|| {
            let mut dictionary = Dictionary::new(&names(&self.session));
            self.corpus().texts().for_each(|text| dictionary.text(text));
            dictionary.finish();
            dictionary
        })
    }
}

/// Where a session came from, as the page tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The archive beside the page.
    Archive,
    /// Another host.
    Remote(String),
    /// A file on the reader's device, by its name.
    Local(String),
    /// Pasted text.
    Pasted,
    /// The link itself, which holds this payload (see [`crate::route::payload`]).
    Link(String),
}
