//! The head of the table.

use crate::budget::{Field, Sort, SortKey};
use crate::i18n::fill;
use crate::ui::pages::budget::ctx::use_budget;
use crate::ui::pages::budget::names::field_name;
use crate::ui::pages::budget::table::kinds::kinds;
use leptos::prelude::*;

/// On a narrow screen a table is brief unless the reader has chosen its columns: then, the more there are, the sooner each line is a block.
pub(super) const fn table_class(columns: usize, is_chosen: bool) -> &'static str {
    match (columns, is_chosen) {
        (0..=2, true) => "figures few",
        (0..=5, true) => "figures",
        (_, true) => "figures many",
        (0..=5, false) => "figures brief",
        (_, false) => "figures brief many",
    }
}

/// The names of the columns; each sorts by itself.
#[component]
pub(super) fn TableHead(
    /// Which table of the budget it is.
    index: usize,
    /// The columns.
    fields: Memo<Vec<Field>>,
) -> impl IntoView {
    let here = use_budget();
    let (t, lang) = (here.ctx.t, here.ctx.lang);
    let has_codes = here.sheet(index).is_some_and(|sheet| sheet.table.lines.iter().any(|line| line.code.is_some()));
    let by_name = if has_codes { SortKey::Code } else { SortKey::Name };
    let columns = move || {
        let fields = fields.get();
        let kinds = here.sheet(index).map(|sheet| kinds(&sheet, &fields)).unwrap_or_default();
        let column = |(field, kind)| {
            let label = field_name(t, lang, field);
            view! { <ColumnHead label by=SortKey::Field(field) first_down=true kind/> }.into_any()
        };
        fields.into_iter().zip(kinds).map(column).collect::<Vec<_>>()
    };
    view! {
        <thead role="rowgroup">
            <tr role="row"><ColumnHead label=t.line by=by_name first_down=false kind=""/>{columns}</tr>
        </thead>
    }
    .into_any()
}

/// The name of a column. A press sorts by it, another the other way round, a third as printed.
#[component]
fn ColumnHead(
    /// The name.
    label: &'static str,
    /// What is sorted by.
    by: SortKey,
    /// Whether the first press sorts from the largest down.
    first_down: bool,
    /// What it is to a line.
    kind: &'static str,
) -> impl IntoView {
    let here = use_budget();
    let (t, place) = (here.ctx.t, here.place);
    // Whether the table is sorted by this column, and then whether from the largest down.
    let now = Memo::new(move |_| place.with(|place| place.sort).filter(|sort| sort.by == by).map(|sort| sort.descending));
    let next = move || match now.get() {
        None => Some(Sort { by, descending: first_down }),
        Some(down) if down == first_down => Some(Sort { by, descending: !first_down }),
        Some(_) => None,
    };
    let state = move || now.get().map(|down| if down { "descending" } else { "ascending" });
    let sign = move || now.get().map_or("", |down| if down { " ↓" } else { " ↑" });
    view! {
        <th class=kind scope="col" role="columnheader" aria-sort=state>
            <a href=move || here.href(|place| place.sort = next()) data-key=label title=fill(t.sort_by, &[label])>
                {label}<span aria-hidden="true">{sign}</span>
            </a>
        </th>
    }
    .into_any()
}
