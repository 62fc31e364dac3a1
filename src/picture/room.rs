//! How much room a table of figures needs on paper, so that its type can be as large as the sheet allows and no figure is cut.
//!
//! All widths are in hundredths of the size of the type. They are estimates, rather too wide than too narrow: fonts differ.

/// The space beside the words of a cell.
const BESIDE: u32 = 70;
/// A name is folded to this rather than that the figures get smaller than can be read.
const FOLDED: u32 = 900;
/// A name longer than this may be folded on any sheet.
const LONG: u32 = 2400;
/// How much wider names and totals may be that are written in bold.
const BOLD: f64 = 1.08;

/// The room that the lines seen so far need.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Room {
    name: u32,
    columns: Vec<u32>,
}

impl Room {
    /// A table with these columns; a head of several characters may stand in two lines.
    pub fn new<'a>(heads: impl Iterator<Item = &'a str>) -> Self {
        Self { name: 0, columns: heads.map(head).collect() }
    }

    /// The name of a line, moved in by its depth.
    pub fn name(&mut self, name: &str, depth: u32) {
        self.name = self.name.max(width(name) + depth.min(6) * 100);
    }

    /// What is said in a column.
    pub fn figure(&mut self, column: usize, said: &str) {
        if let Some(widest) = self.columns.get_mut(column) {
            *widest = (*widest).max(width(said));
        }
    }

    /// The width of the table, in sizes of its type, in which every figure is whole and names are folded.
    pub fn least(&self) -> f64 {
        self.wide(FOLDED)
    }

    /// The width in which names stand on one line, too, but for very long ones, and in bold.
    pub fn ample(&self) -> f64 {
        self.wide(LONG) * BOLD
    }

    /// The width of one figure with its label, where the columns of a line stand below one another.
    pub fn figure_alone(&self) -> f64 {
        f64::from(self.columns.iter().max().copied().unwrap_or_default() + BESIDE) / 100.0
    }

    fn wide(&self, name_at_most: u32) -> f64 {
        let figures: u32 = self.columns.iter().map(|width| width + BESIDE).sum();
        f64::from(figures + self.name.min(name_at_most) + BESIDE) / 100.0
    }
}

/// A head in two lines: the longer of its words, or half of what has no words.
fn head(name: &str) -> u32 {
    let longest = name.split(' ').map(width).max().unwrap_or_default();
    if name.is_ascii() { longest } else { (width(name) / 2 + 50).min(width(name)) }
}

fn width(text: &str) -> u32 {
    let one = |c: char| match c {
        ',' | '.' | ' ' | '(' | ')' | ':' => 31,
        '%' => 90,
        // As wide as the widest digits that systems have; signs before figures too.
        '\0'..='\u{2000}' | '\u{2212}' | '≈' => 62,
        _ => 100,
    };
    text.chars().map(one).sum()
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "these come out exact")]
mod tests {
    use super::{BOLD, Room, width};

    #[test]
    fn figures_are_whole_and_names_are_folded_first() {
        let mut room = Room::new(["年初预算", "完成预算"].into_iter());
        room.figure(0, "1,234.00");
        room.figure(1, "98.7%");
        room.figure(0, "5");
        room.figure(7, "没有这一栏");
        // Eight characters of which six are digits; the percentage.
        let figures = 4.34 + 0.7 + 3.07 + 0.7;
        room.name("教育支出", 1);
        assert_eq!((room.least() * 100.0).round(), ((figures + 5.7) * 100.0_f64).round());
        assert_eq!(room.least() * BOLD, room.ample(), "a short name is on one line anyway");
        room.name("一般公共服务支出中的人大事务代表工作", 0);
        assert_eq!((room.least() * 100.0).round(), ((figures + 9.7) * 100.0_f64).round());
        assert_eq!((room.ample() / BOLD * 100.0).round(), ((figures + 18.7) * 100.0_f64).round());
        room.name(&"很长的名称".repeat(20), 2);
        assert_eq!((room.ample() / BOLD * 100.0).round(), ((figures + 24.7) * 100.0_f64).round());
        assert_eq!(room.figure_alone(), 5.04);
    }

    #[test]
    fn heads_stand_in_two_lines() {
        let widths = |heads: &[&str]| Room::new(heads.iter().copied()).columns;
        assert_eq!(widths(&["年初预算", "执行", "决算数"]), [250, 150, 200]);
        assert_eq!(widths(&["Initial budget", "Final"]), [width("Initial"), width("Final")]);
    }

    #[test]
    fn nothing_at_all_needs_little() {
        assert_eq!((Room::default().least(), Room::default().figure_alone()), (0.7, 0.7));
    }
}
