//! What of the archive is stored on this device, as the service worker (`scripts/sw.js`) tells it.

/// What is stored, and whether the site could be reached last.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    /// There is no network, or the site does not answer.
    pub is_offline: bool,
    /// Bytes that the site uses on this device and may use at most, where the browser says.
    pub space: Option<(u64, u64)>,
    /// Each session once, the kept ones first.
    pub sessions: Vec<StoredSession>,
}

/// A session that can be read without a network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredSession {
    /// Its id.
    pub id: String,
    /// The size of its file.
    pub bytes: u64,
    /// Kept on the reader's word; else it was read and stays only until others take its place.
    pub is_kept: bool,
}

impl Stored {
    /// Reads the worker's answer: a line for each thing told, its kind first. Lines of other kinds are of another version and passed over.
    pub fn read(answer: &str) -> Self {
        let mut stored = Self::default();
        for line in answer.lines() {
            let mut parts = line.splitn(3, ' ');
            let mut next = || parts.next().unwrap_or_default();
            let (kind, first, rest) = (next(), next(), next());
            let number = first.parse().ok();
            match kind {
                "offline" => stored.is_offline = true,
                "space" => stored.space = number.zip(rest.parse().ok()),
                "kept" | "visited" if !rest.is_empty() && !stored.has(rest) => {
                    let session = StoredSession { id: rest.to_owned(), bytes: number.unwrap_or_default(), is_kept: kind == "kept" };
                    stored.sessions.push(session);
                }
                _ => {}
            }
        }
        stored
    }

    /// Whether a session can be read without a network.
    pub fn has(&self, id: &str) -> bool {
        self.sessions.iter().any(|session| session.id == id)
    }

    /// Whether a session is kept on the reader's word.
    pub fn keeps(&self, id: &str) -> bool {
        self.kept().any(|session| session.id == id)
    }

    /// The sessions kept on the reader's word.
    pub fn kept(&self) -> impl Iterator<Item = &StoredSession> {
        self.sessions.iter().filter(|session| session.is_kept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_is_read_line_by_line() {
        let stored = Stored::read("offline\nkept 1200 a-1-1\nvisited 300 会议 一\nspace 5000 90000");
        assert!(stored.is_offline && stored.has("a-1-1") && stored.keeps("a-1-1"));
        assert!(stored.has("会议 一") && !stored.keeps("会议 一") && !stored.has("b"));
        assert_eq!(stored.space, Some((5000, 90000)));
        assert_eq!(stored.kept().map(|session| session.bytes).sum::<u64>(), 1200);
    }

    #[test]
    fn what_is_not_known_is_left_out() {
        assert_eq!(Stored::read(""), Stored::default());
        assert_eq!(Stored::read("kept\nkept 5\nnews of tomorrow\nspace  \nspace 4"), Stored::default());
        let twice = Stored::read("kept x a\nvisited 4 a");
        assert_eq!(twice.sessions, [StoredSession { id: "a".to_owned(), bytes: 0, is_kept: true }]);
    }
}
