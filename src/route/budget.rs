//! What a reader has chosen on the page of a budget: it lives in the link, so that a link shows what its sender saw.

use super::query::Pairs;
use crate::budget::{Field, Sort};
use crate::model::{BudgetId, Decimal, LineId, TableId, Unit};

/// A budget of a session, one line of it, and how it is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct BudgetPlace {
    /// The budget.
    pub budget: BudgetId,
    /// The line that is marked, with its ancestors open.
    pub line: Option<LineId>,
    /// The table shown where no line says it; the first where neither does.
    pub table: Option<TableId>,
    /// The unit that amounts are shown in; the printed one where none is chosen.
    pub unit: Option<Unit>,
    /// The columns shown; those that the table has figures for where none is chosen.
    pub columns: Vec<Field>,
    /// The order of the lines within their branch; as printed where none is chosen.
    pub sort: Option<Sort>,
    /// The picture shown beside the table.
    pub picture: Option<Picture>,
    /// Only lines whose name or code has this in it.
    pub find: Option<String>,
    /// Only lines with an amount of at least so many yuan, whatever the sign.
    pub over: Option<Decimal>,
}

/// A picture of a budget.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Picture {
    /// How far each line has come.
    Completion,
    /// Where the money comes from and goes to.
    Flow,
    /// The share of each line in the whole.
    Share,
    /// The change against the year before.
    Change,
    /// One line over the years and stages.
    Years,
}

impl Picture {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 5] = [Self::Completion, Self::Flow, Self::Share, Self::Change, Self::Years];

    /// The name in links.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Completion => "completion",
            Self::Flow => "flow",
            Self::Share => "share",
            Self::Change => "change",
            Self::Years => "years",
        }
    }
}

/// The units and their names in links.
const UNITS: [(Unit, &str); 3] = [(Unit::Yuan, "yuan"), (Unit::WanYuan, "wan"), (Unit::YiYuan, "yi")];

impl BudgetPlace {
    /// A budget as it is shown first.
    pub fn new(budget: BudgetId) -> Self {
        Self { budget, ..Self::default() }
    }

    /// The same budget with nothing chosen: the page without how it is shown.
    #[must_use]
    pub fn page(&self) -> Self {
        Self::new(self.budget.clone())
    }

    pub(super) fn read_view(&mut self, pairs: &Pairs) {
        self.table = pairs.get("t").map(TableId);
        self.unit = pairs.get("unit").and_then(|name| UNITS.iter().find(|(_, n)| *n == name).map(|(unit, _)| *unit));
        let names = pairs.get("cols").unwrap_or_default();
        for field in names.split(',').filter_map(Field::from_key) {
            if !self.columns.contains(&field) {
                self.columns.push(field);
            }
        }
        self.sort = pairs.get("sort").and_then(|name| Sort::from_key(&name));
        self.picture = pairs.get("pic").and_then(|name| Picture::ALL.into_iter().find(|picture| picture.key() == name));
        self.find = pairs.words("q");
        self.over = pairs.get("over").and_then(|text| Decimal::parse(&text).ok()).filter(|over| over.mantissa > 0);
    }

    pub(super) fn write_view(&self, pairs: &mut Pairs) {
        if let Some(table) = &self.table {
            pairs.push("t", table.as_str());
        }
        if let Some((_, name)) = UNITS.iter().find(|(unit, _)| Some(*unit) == self.unit) {
            pairs.push("unit", name);
        }
        if !self.columns.is_empty() {
            pairs.push("cols", &self.columns.iter().map(|field| field.key()).collect::<Vec<_>>().join(","));
        }
        if let Some(sort) = self.sort {
            pairs.push("sort", &sort.key());
        }
        if let Some(picture) = self.picture {
            pairs.push("pic", picture.key());
        }
        if let Some(find) = &self.find {
            pairs.push_words("q", find);
        }
        if let Some(over) = self.over {
            pairs.push("over", &over.to_string());
        }
    }
}
