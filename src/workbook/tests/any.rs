//! Any session, also one that nobody would write.

use super::super::columns::{Column, Kind};
use super::super::node::{Map, Node, set, write_map};
use super::super::sheets::SHEETS;
use crate::import::document::{Block, Cell, Document, Grid, Row, Section};

/// What cells, files or spreadsheets could make something else of.
const TEXTS: [&str; 36] = [
    "",
    " ",
    "无",
    "是",
    "例：一",
    "说明：",
    "=1+1",
    "+5",
    "-",
    "—",
    "@x",
    "'a",
    "007",
    "1-2",
    "2025-01",
    "6E5",
    " 前后 ",
    "一\n二",
    "一\r\n二",
    "\n",
    "一\t二",
    "a_x000D_b",
    "_x005F_",
    "#N/A",
    "#",
    "2024/1/5",
    "２０２４",
    "9:30",
    "24:00",
    "TRUE",
    "\u{fffe}",
    "\u{7f}\u{1}",
    "<&>\"",
    "\u{1f600}",
    "甲、乙；丙,丁",
    "null",
];

/// A session as JSON; each number of `dice` decides one thing, and where they end there is nothing more.
pub fn session(dice: &[u32]) -> String {
    let mut dice = Dice(dice.iter());
    let mut map = object(0, &mut dice);
    for (path, value) in
        [("format", crate::model::FORMAT), ("id", "s-1"), ("title", "会议"), ("assembly.name", "人大"), ("dates.start", "2024")]
    {
        set(&mut map, path, Node::Text(value.to_owned()));
    }
    let mut json = String::new();
    write_map(&map, &mut json);
    json
}

/// A workbook whose sheets hold anything.
pub fn document(dice: &[u32]) -> Document {
    let mut dice = Dice(dice.iter());
    let sections = SHEETS.iter().map(|sheet| {
        let headings = sheet.keys.iter().copied().chain(sheet.columns.iter().map(|column| column.heading)).chain(["其他（JSON）", "别的"]);
        let headings: Vec<&str> = headings.filter(|_| dice.roll(4) < 3).collect();
        let rows = (0..dice.roll(5)).map(|row| {
            let cells = headings.iter().enumerate().filter_map(|(at, heading)| {
                let is_upright = sheet.is_upright();
                let text = match dice.roll(6) {
                    _ if row == 0 || (is_upright && at == 0) => (*heading).to_owned(),
                    0 => return None,
                    1 => "a1".to_owned(),
                    2 => r#"{"id":"a1","blocks":[1],"votes":{"a":[]}}"#.to_owned(),
                    3 => "12".to_owned(),
                    _ => TEXTS[dice.roll(TEXTS.len())].to_owned(),
                };
                let mut cell = Cell::text(u32::try_from(at).unwrap(), text);
                cell.rows = if dice.roll(9) == 8 { u32::MAX } else { 1 };
                Some(cell)
            });
            Row { number: u32::try_from(row).unwrap() + 1, is_hidden: false, cells: cells.collect() }
        });
        let grid = Grid { rows: rows.collect(), hidden_columns: Vec::new() };
        Section { name: Some(sheet.name.to_owned()), blocks: vec![Block::Grid(grid)], ..Section::default() }
    });
    let sections = sections.collect();
    Document { kind: crate::import::Kind::Xlsx, sections, notes: Vec::new() }
}

struct Dice<'a>(std::slice::Iter<'a, u32>);

impl Dice<'_> {
    fn roll(&mut self, sides: usize) -> usize {
        self.0.next().map_or(0, |number| *number as usize % sides)
    }
}

fn object(at: usize, dice: &mut Dice<'_>) -> Map {
    let sheet = &SHEETS[at];
    let mut map = Map::new();
    for column in sheet.columns {
        let path_before = column.path.split_once('.').map(|(before, _)| before);
        // Both ends of a period, or none.
        let is_pair = path_before == Some("period");
        let is_wanted = column.is_required || (is_pair && map.contains_key("period"));
        if is_wanted || (column.path != "period.to" && dice.roll(2) == 1) {
            set(&mut map, column.path, value(column, dice));
        } else if let Some(before) = path_before
            && !is_pair
            && dice.roll(9) == 8
        {
            map.entry(before.to_owned()).or_insert_with(|| Node::Map(Map::new()));
        }
    }
    for (part, name) in sheet.parts() {
        let objects: Vec<_> = (0..dice.roll(4)).map(|_| Node::Map(object(part, dice))).collect();
        set(&mut map, name, Node::List(objects));
    }
    map
}

fn value(column: &Column, dice: &mut Dice<'_>) -> Node {
    if column.can_be_none && dice.roll(5) == 4 {
        return Node::none();
    }
    match column.kind {
        Kind::Text => text(dice),
        Kind::Id if dice.roll(4) == 3 => text(dice),
        Kind::Id => Node::Text(format!("a{}", dice.roll(6))),
        Kind::Ids | Kind::Texts | Kind::Lines => Node::List((0..dice.roll(4)).map(|_| text(dice)).collect()),
        Kind::Date | Kind::Time if dice.roll(3) == 2 => text(dice),
        Kind::Date => Node::Text(["2024-01-25", "2024-01", "2024", "2023-02-30"][dice.roll(4)].to_owned()),
        Kind::Time => Node::Text("09:30".to_owned()),
        Kind::Count => Node::Raw(dice.roll(250).to_string()),
        Kind::Amount => {
            let sign = ["", "-"][dice.roll(2)];
            let digits: String = (0..=dice.roll(12)).map(|_| char::from(b'0' + u8::try_from(dice.roll(10)).unwrap())).collect();
            let decimals: String = (0..dice.roll(12)).map(|_| char::from(b'0' + u8::try_from(dice.roll(10)).unwrap())).collect();
            let digits = digits.trim_start_matches('0');
            let digits = if digits.is_empty() { "0" } else { digits };
            Node::Raw(if decimals.is_empty() { format!("{sign}{digits}") } else { format!("{sign}{digits}.{decimals}") })
        }
        Kind::Flag => Node::Raw(["true", "false"][dice.roll(2)].to_owned()),
        Kind::Word(words) => Node::Text(words[dice.roll(words.len())].0.to_owned()),
    }
}

fn text(dice: &mut Dice<'_>) -> Node {
    Node::Text(match dice.roll(4) {
        0 | 1 => format!("文字{}", dice.roll(9)),
        2 => TEXTS[dice.roll(TEXTS.len())].to_owned(),
        _ if dice.roll(40) == 39 => "长 文".repeat(30_000),
        _ => (0..dice.roll(6)).filter_map(|_| char::from_u32(u32::try_from(dice.roll(0x3_0000)).unwrap())).collect(),
    })
}
