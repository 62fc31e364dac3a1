//! What of the archive is stored on this device, as the service worker (`scripts/sw.js`) tells it.

/// The worker's answer. Its first line says whether the site could be reached last, and figures where they were asked for; each other line
/// is a session, with a `+` before its id where the reader has kept it and a `-` where it was only read.
#[derive(Clone, Copy, Debug)]
pub struct Stored<'a>(pub &'a str);

impl Stored<'_> {
    /// There is no network, or the site does not answer.
    pub fn is_offline(self) -> bool {
        self.0.starts_with("offline")
    }

    /// How many sessions are kept and their bytes, then the bytes that the site takes on this device, where the browser says.
    pub fn figures(self) -> [u64; 3] {
        let mut figures = [0; 3];
        let words = self.0.lines().next().unwrap_or_default().split(' ').skip(1);
        for (figure, word) in figures.iter_mut().zip(words) {
            *figure = word.parse().unwrap_or_default();
        }
        figures
    }

    /// Whether a session can be read without a network.
    pub fn has(self, id: &str) -> bool {
        self.0.lines().skip(1).any(|line| line.get(1..) == Some(id))
    }

    /// Whether a session is kept on the reader's word; others stay only until newer ones take their place.
    pub fn keeps(self, id: &str) -> bool {
        self.0.lines().skip(1).any(|line| line.strip_prefix('+') == Some(id))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_is_read_line_by_line() {
        let stored = Stored("offline 1 1200 5000\n+a-1-1\n-会议 一");
        assert!(stored.is_offline() && stored.has("a-1-1") && stored.keeps("a-1-1"));
        assert!(stored.has("会议 一") && !stored.keeps("会议 一") && !stored.has("b"));
        assert_eq!(stored.figures(), [1, 1200, 5000]);
    }

    #[test]
    fn what_is_not_said_is_nothing() {
        for answer in ["", "online", "online x  5", "\n", "+offline"] {
            let stored = Stored(answer);
            assert!(!stored.is_offline() && !stored.has("") && !stored.has("offline") && !stored.keeps("offline"), "{answer}");
        }
        assert_eq!(Stored("online x 5").figures(), [0, 5, 0]);
        // A line that begins with a letter of several bytes is no session.
        assert!(!Stored("online\n会").has("会"));
    }
}
