//! Addresses of cells, such as `B3` and `A1:C2`.

use crate::import::xlsx::merge::Merge;

/// The last row that Excel knows, from 1.
pub const LAST_ROW: u32 = 1_048_576;
/// The last column that Excel knows (XFD), from 0.
pub const LAST_COLUMN: u32 = 16_383;

/// The column of an address, from 0; none where it is no address.
pub fn column(address: &str) -> Option<u32> {
    cell(address).map(|(_, column)| column)
}

/// The cells of a range; none where it is no range.
pub fn range(text: &str) -> Option<Merge> {
    let (first, last) = text.split_once(':')?;
    let (one, other) = (cell(first)?, cell(last)?);
    Some(Merge {
        first_row: one.0.min(other.0),
        last_row: one.0.max(other.0),
        first_column: one.1.min(other.1),
        last_column: one.1.max(other.1),
    })
}

/// The row, from 1, and the column, from 0, of an address.
fn cell(address: &str) -> Option<(u32, u32)> {
    let mut column: u32 = 0;
    let mut row: u32 = 0;
    for byte in address.trim().bytes().filter(|&byte| byte != b'$') {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' if row == 0 => {
                column = column.checked_mul(26)?.checked_add(u32::from(byte.to_ascii_uppercase() - b'A') + 1)?;
            }
            b'0'..=b'9' if column > 0 => row = row.checked_mul(10)?.checked_add(u32::from(byte - b'0'))?,
            _ => return None,
        }
    }
    let column = column.checked_sub(1).filter(|&column| column <= LAST_COLUMN)?;
    (1..=LAST_ROW).contains(&row).then_some((row, column))
}

#[cfg(test)]
mod tests {
    use super::{cell, range};

    #[test]
    fn letters_are_columns() {
        assert_eq!(cell("A1"), Some((1, 0)));
        assert_eq!(cell("$AA$10"), Some((10, 26)));
        assert_eq!(cell("XFD1048576"), Some((1_048_576, 16_383)));
        for text in ["", "A", "1", "A0", "XFE1", "A1048577", "1A", "A1B", "AAAAAAAAAAAA1", "A99999999999"] {
            assert_eq!(cell(text), None, "{text}");
        }
        assert!(range("A1").is_none());
        assert_eq!(range("C2:A1").map(|merge| (merge.first_column, merge.last_column)), Some((0, 2)));
    }
}
