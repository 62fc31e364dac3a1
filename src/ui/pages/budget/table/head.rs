//! The head of the table.

use crate::budget::{Field, Sort, SortKey};
use crate::i18n::fill;
use crate::ui::pages::budget::ctx::use_budget;
use crate::ui::pages::budget::names::field_name;
use leptos::prelude::*;

/// The more columns there are, the sooner a narrow screen shows each line as a block of its own.
pub(super) const fn table_class(columns: usize) -> &'static str {
    match columns {
        0..=2 => "figures few",
        3..=5 => "figures",
        _ => "figures many",
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
        let column = |field| view! { <ColumnHead label=field_name(t, lang, field) by=SortKey::Field(field) first_down=true/> }.into_any();
        fields.get().into_iter().map(column).collect::<Vec<_>>()
    };
    view! {
        <thead role="rowgroup">
            <tr role="row"><ColumnHead label=t.line by=by_name first_down=false/>{columns}</tr>
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
        <th scope="col" role="columnheader" aria-sort=state>
            <a href=move || here.href(|place| place.sort = next()) data-key=label title=fill(t.sort_by, &[label])>
                {label}<span aria-hidden="true">{sign}</span>
            </a>
        </th>
    }
    .into_any()
}
