//! What a table was taken for, to be put right, beside its cells.

use crate::drafting::{Choice, MOST_ROWS, Meaning, Reading, Row, Table};
use crate::i18n::{Foreign, fill, foreign, labels};
use crate::model::{Book, Direction, Stage, Unit};
use crate::ui::dialogs::foreign::desk::Desk;
use crate::ui::state::App;
use leptos::html;
use leptos::prelude::*;

/// The fields of a table as a whole, and its cells under the meanings of their columns.
#[component]
pub fn Adjust(
    /// The place of the table in the file.
    at: usize,
    /// The table as it was read last.
    table: Memo<Table>,
) -> impl IntoView {
    let lang = App::current().lang.get_untracked();
    let words = Foreign::of(lang);
    let desk = Desk::current();
    let reading = move |field: fn(&Reading) -> String| Signal::derive(move || table.with(|table| field(&table.reading)));
    let decide = move |set: fn(&mut Choice, usize)| {
        Callback::new(move |value: String| {
            if let Ok(value) = value.parse() {
                desk.choose(at, |choice| set(choice, value));
            }
        })
    };
    let year = move |event| {
        let year = event_target_value(&event).trim().parse().ok();
        desk.choose(at, |choice| choice.year = year);
    };
    let year_id = format!("foreign-year-{at}");
    view! {
        <div class="foreign-fields">
            <Pick
                label=words.foreign_unit.to_owned()
                options=named(&UNITS, |unit| labels::unit(lang, unit))
                current=reading(|reading| place(&UNITS, reading.unit))
                pick=decide(|choice, value| choice.unit = UNITS.get(value).copied())
            />
            <Pick
                label=words.foreign_direction.to_owned()
                options=named(&DIRECTIONS, |direction| labels::direction(lang, direction))
                current=reading(|reading| place(&DIRECTIONS, reading.direction))
                pick=decide(|choice, value| choice.direction = DIRECTIONS.get(value).copied())
            />
            <Pick
                label=words.foreign_book.to_owned()
                options=named(&BOOKS, |book| labels::book(lang, book))
                current=reading(|reading| place(&BOOKS, reading.book))
                pick=decide(|choice, value| choice.book = BOOKS.get(value).copied())
            />
            <Pick
                label=words.foreign_stage.to_owned()
                options=named(&STAGES, |stage| labels::stage(lang, stage))
                current=reading(|reading| place(&STAGES, reading.stage))
                pick=decide(|choice, value| choice.stage = STAGES.get(value).copied())
            />
            <span class="pick">
                <label for=year_id.clone()>{words.foreign_year}</label>
                <input
                    id=year_id
                    type="text"
                    inputmode="numeric"
                    maxlength="4"
                    autocomplete="off"
                    prop:value=move || table.with(|table| table.reading.year.map(|year| year.to_string()).unwrap_or_default())
                    on:change=year
                />
            </span>
        </div>
        <Cells at table/>
    }
    .into_any()
}

/// The cells of a table, with a choice above each column and what became of each row beside it.
#[component]
fn Cells(
    /// The place of the table in the file.
    at: usize,
    /// The table as it was read last.
    table: Memo<Table>,
) -> impl IntoView {
    let lang = App::current().lang.get_untracked();
    let words = Foreign::of(lang);
    let desk = Desk::current();
    let sheet = LocalResource::new(move || {
        desk.offer.track();
        desk.sheet(at)
    });
    let columns = table.with_untracked(|table| table.reading.columns.clone());
    let heads = columns.iter().enumerate().map(|(column, read)| {
        let current = Signal::derive(move || {
            table.with(|table| {
                let meaning = table.reading.columns.get(column).map(|column| column.meaning);
                place(&Meaning::ALL, meaning)
            })
        });
        let pick = Callback::new(move |value: String| {
            if let Some(meaning) = value.parse().ok().and_then(|value: usize| Meaning::ALL.get(value)) {
                desk.choose(at, |choice| {
                    choice.columns.insert(column, *meaning);
                });
            }
        });
        let label = fill(words.foreign_column, &[&read.head]);
        view! {
            <th scope="col">
                <span>{read.head.clone()}</span>
                <Pick label is_hidden=true options=named(&Meaning::ALL, |meaning| foreign::meaning(lang, meaning)) current pick/>
            </th>
        }
        .into_any()
    });
    let heads: Vec<_> = heads.collect();
    let rows = move || {
        let sheet = sheet.get().unwrap_or_default();
        sheet.rows.into_iter().map(|row| view! { <CellRow row/> }.into_any()).collect::<Vec<_>>()
    };
    let cut = table.with_untracked(|table| table.rows > MOST_ROWS).then(|| fill(words.foreign_cut, &[&MOST_ROWS.to_string()]));
    view! {
        <div class="scroll foreign-cells" tabindex="0" role="region" aria-label=words.foreign_adjust>
            <table>
                <thead><tr><th scope="col">{words.foreign_row}</th>{heads}<th scope="col">{words.foreign_becomes}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
        {cut.map(|cut| view! { <p class="quiet">{cut}</p> })}
    }
    .into_any()
}

/// A row of the file, and the line that it became.
#[component]
fn CellRow(
    /// The row.
    row: Row,
) -> impl IntoView {
    let words = Foreign::of(App::current().lang.get_untracked());
    let cells = row.cells.into_iter().map(|cell| view! { <td>{cell}</td> }.into_any());
    let became = match row.line {
        Some(name) => view! { <td class="became">{name}</td> }.into_any(),
        None => view! { <td class="became quiet">{words.foreign_not_read}</td> }.into_any(),
    };
    view! { <tr><th scope="row">{row.number}</th>{cells.collect::<Vec<_>>()}{became}</tr> }.into_any()
}

/// A choice among values, by their places; nothing is chosen where the file does not tell.
#[component]
fn Pick(
    /// What is chosen.
    label: String,
    /// Whether the label is for screen readers only.
    #[prop(optional)]
    is_hidden: bool,
    /// The names of the values.
    options: Vec<&'static str>,
    /// The place of the value of the moment, empty where there is none.
    current: Signal<String>,
    /// Told the place of what the reader chose.
    pick: Callback<String>,
) -> impl IntoView {
    let words = Foreign::of(App::current().lang.get_untracked());
    let field = NodeRef::<html::Select>::new();
    // The value can be set only once the options are there.
    Effect::new(move || {
        if let Some(field) = field.get() {
            field.set_value(&current.get());
        }
    });
    let options = options.into_iter().enumerate().map(|(at, name)| view! { <option value=at.to_string()>{name}</option> }.into_any());
    let select = view! {
        <select node_ref=field aria-label=label.clone() on:change=move |event| pick.run(event_target_value(&event))>
            <option value="">{words.foreign_unknown}</option>
            {options.collect::<Vec<_>>()}
        </select>
    };
    view! { <span class="pick">{(!is_hidden).then(|| view! { <span aria-hidden="true">{label}</span> })}{select}</span> }.into_any()
}

const UNITS: [Unit; 3] = [Unit::Yuan, Unit::WanYuan, Unit::YiYuan];
const DIRECTIONS: [Direction; 2] = [Direction::Revenue, Direction::Expenditure];
const BOOKS: [Book; 4] = [Book::GeneralPublic, Book::GovernmentFund, Book::StateCapital, Book::SocialInsurance];
const STAGES: [Stage; 5] = [Stage::Draft, Stage::Approved, Stage::Adjusted, Stage::Execution, Stage::FinalAccounts];

fn named<T: Copy>(values: &[T], name: impl Fn(T) -> &'static str) -> Vec<&'static str> {
    values.iter().map(|value| name(*value)).collect()
}

fn place<T: PartialEq>(values: &[T], value: Option<T>) -> String {
    value.and_then(|value| values.iter().position(|other| *other == value)).map(|at| at.to_string()).unwrap_or_default()
}
