//! Texts of old workbooks: in one or two bytes a character, and over several records.

/// More texts than a workbook of a million cells shares.
const MOST: usize = 1_000_000;

/// The table of texts, from the record that begins it and those that continue it.
pub(super) fn table(parts: &[&[u8]]) -> Vec<String> {
    let mut reader = Reader { parts, part: 0, at: 0 };
    // How many there are is not believed: the bytes end the table.
    let (_, _) = (reader.number(4), reader.number(4));
    std::iter::from_fn(|| reader.text(2)).take(MOST).collect()
}

/// A text with a length of two bytes.
pub(super) fn long(data: &[u8]) -> Option<String> {
    Reader { parts: &[data], part: 0, at: 0 }.text(2)
}

/// A text with a length of one byte.
pub(super) fn short(data: &[u8]) -> Option<String> {
    Reader { parts: &[data], part: 0, at: 0 }.text(1)
}

struct Reader<'a> {
    parts: &'a [&'a [u8]],
    part: usize,
    at: usize,
}

impl Reader<'_> {
    fn text(&mut self, length_bytes: usize) -> Option<String> {
        let mut left = self.number(length_bytes)?;
        let flags = self.number(1)?;
        let runs = if flags & 8 == 0 { 0 } else { self.number(2)? };
        let extension = if flags & 4 == 0 { 0 } else { self.number(4)? };
        let mut is_wide = flags & 1 != 0;
        let mut units: Vec<u16> = Vec::new();
        while left > 0 {
            if self.rest().is_empty() {
                // A text that goes on in the next record says there anew how wide its characters are.
                if self.part + 1 >= self.parts.len() {
                    break;
                }
                is_wide = self.number(1)? & 1 != 0;
                continue;
            }
            let rest = self.rest();
            let size = if is_wide { 2 } else { 1 };
            let count = left.min(rest.len() / size);
            if count == 0 {
                // Half a character at the end of a record.
                self.at += rest.len();
                continue;
            }
            units.extend(
                rest[..count * size].chunks_exact(size).map(|unit| unit.iter().rev().fold(0, |sum, &byte| sum << 8 | u16::from(byte))),
            );
            self.at += count * size;
            left -= count;
        }
        self.skip(runs.saturating_mul(4).saturating_add(extension));
        Some(String::from_utf16_lossy(&units))
    }

    /// What is left of the record.
    fn rest(&self) -> &[u8] {
        self.parts.get(self.part).and_then(|part| part.get(self.at..)).unwrap_or_default()
    }

    fn number(&mut self, bytes: usize) -> Option<usize> {
        let mut number = 0;
        for place in 0..bytes {
            while self.rest().is_empty() {
                self.next_part()?;
            }
            number |= usize::from(self.rest()[0]) << (8 * place);
            self.at += 1;
        }
        Some(number)
    }

    fn skip(&mut self, mut bytes: usize) {
        while bytes > 0 {
            let step = bytes.min(self.rest().len());
            self.at += step;
            bytes -= step;
            if step == 0 && self.next_part().is_none() {
                break;
            }
        }
    }

    fn next_part(&mut self) -> Option<()> {
        if self.part >= self.parts.len() {
            return None;
        }
        (self.part, self.at) = (self.part + 1, 0);
        (self.part < self.parts.len()).then_some(())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn a_text_goes_on_in_the_next_record() {
        let first = [&[2, 0, 0, 0, 2, 0, 0, 0, 4, 0, 1][..], &[0x84, 0x98, 0x97, 0x7b]].concat();
        let second = [0, b'A', b'B', 1, 0, 0, b'C'];
        assert_eq!(table(&[&first, &second]), ["预算AB", "C"]);
    }

    #[test]
    fn runs_of_fonts_and_readings_are_skipped() {
        let bytes = [&[0; 8][..], &[1, 0, 0x0c, 1, 0, 2, 0, 0, 0, b'A'], &[9; 6], &[1, 0, 0, b'B']].concat();
        assert_eq!(table(&[&bytes]), ["A", "B"]);
        assert_eq!(long(&[5, 0, 0, b'A']).unwrap(), "A");
        assert_eq!(short(&[1]), None);
        assert!(table(&[]).is_empty());
    }
}
