//! What [`super::follow`] gives, on figures like those of real townships.

use super::*;
use crate::read::read;

/// Sessions with one budget each: year, stage, day of the session, and the tables.
fn sessions(budgets: &[(u16, &str, &str, &str)]) -> Vec<Session> {
    let session = |(year, more, day, tables): &(u16, &str, &str, &str)| {
        let json = format!(
            r#"{{ "format": "yishi-session/1", "id": "s", "title": "会议", "assembly": {{ "name": "大兴镇人大" }},
            "dates": {{ "start": "{day}" }}, "budgets": [{{ "id": "b", "title": "预算", "fiscal_year": {year}, {more},
            "unit": "wan_yuan", "tables": [{tables}] }}] }}"#
        );
        read(json.as_bytes()).map_or_else(|error| panic!("{error} in {json}"), |reading| reading.session)
    };
    budgets.iter().map(session).collect()
}

fn table(head: &str, lines: &str) -> String {
    format!(r#"{{ "id": "t{head_id}", {head}, "lines": [{lines}] }}"#, head_id = head.len())
}

fn told(sessions: &[Session], at: Place) -> (Vec<String>, Followed) {
    let sessions: Vec<&Session> = sessions.iter().collect();
    let followed = follow(&sessions, at);
    let point = |point: &Point| {
        let part = if point.is_part_of_year { " part" } else { "" };
        format!("{} {}{part} {} s{} {:?}", point.fiscal_year, point.stage.key(), point.amount, point.place.session, point.matched)
    };
    (followed.points.iter().map(point).collect(), followed)
}

const START: Place = Place { session: 0, budget: 0, table: 0, row: 0 };
const REVENUE: &str = r#""book": "general_public", "direction": "revenue""#;
const NO_BOOK: &str = r#""direction": "revenue""#;

#[test]
fn a_code_is_followed_from_draft_to_final_and_over_years() {
    let line = |name: &str, amounts: &str| {
        table(REVENUE, &format!(r#"{{ "id": "a", "code": "101", "name": "{name}", "amounts": {{ {amounts} }} }}"#))
    };
    let sessions = sessions(&[
        (2024, r#""stage": "final_accounts""#, "2025-07-20", &line("税收收入", r#""initial": 1139, "adjusted": 1518, "final": 1777"#)),
        (2023, r#""stage": "execution""#, "2024-01-25", &line("工商税收", r#""prior_final": 1002, "executed": 1797, "next": 1139"#)),
        (
            2024,
            r#""stage": "execution", "period": { "from": "2024-01-01", "to": "2024-06-30" }"#,
            "2024-07-18",
            &line("税 收 收 入", r#""prior_final": 1800, "executed": 801"#),
        ),
        (2024, r#""stage": "execution""#, "2025-01-15", &line("税收收入", r#""executed": 1776, "next": null"#)),
    ]);
    let (points, followed) = told(&sessions, START);
    assert_eq!(
        points,
        [
            "2022 final 1002 s1 Code",
            "2023 executed 1797 s1 Code",
            "2023 final 1800 s2 Code",
            "2024 initial 1139 s1 Code",
            "2024 initial 1139 s0 Code",
            "2024 adjusted 1518 s0 Code",
            "2024 executed part 801 s2 Code",
            "2024 executed 1776 s3 Code",
            "2024 final 1777 s0 Code",
        ]
    );
    assert_eq!(followed.renamed, [Place { session: 1, ..START }]);
    assert_eq!(followed.ambiguous, 0);
}

#[test]
fn without_a_code_the_name_and_the_parent_decide() {
    let lines = r#"{ "id": "a", "name": "其他收入", "parent": "p", "amounts": { "executed": 1 } }, { "id": "p", "name": "非税收入" },
        { "id": "b", "name": "其他收入", "amounts": { "executed": 2 } }, { "id": "c", "code": "110", "name": "转移性收入" }"#;
    let other = r#"{ "id": "p", "name": "非税 收入" }, { "id": "a", "code": "10399", "name": "其他收入", "parent": "p", "amounts": { "executed": 3 } },
        { "id": "b", "name": "其他收入", "amounts": { "executed": 4 } }, { "id": "d", "name": "其他收入", "amounts": { "executed": 5 } }"#;
    let head = r#""stage": "execution""#;
    let sessions = sessions(&[(2023, head, "2024-01", &table(REVENUE, lines)), (2024, head, "2025-01", &table(REVENUE, other))]);
    assert_eq!(told(&sessions, START).0, ["2023 executed 1 s0 Name", "2024 executed 3 s1 Name"]);
    let (points, followed) = told(&sessions, Place { row: 2, ..START });
    assert_eq!((points.as_slice(), followed.ambiguous), (&["2023 executed 2 s0 Name".to_owned()][..], 1));
    assert_eq!(told(&sessions, Place { session: 1, row: 1, ..START }).0, ["2023 executed 1 s0 Name", "2024 executed 3 s1 Code"]);
}

#[test]
fn books_directions_and_scopes_are_kept_apart() {
    let line = r#"{ "id": "a", "code": "212", "name": "城乡社区支出", "amounts": { "final": 7 } }"#;
    let tables = |heads: &[&str]| {
        let table = |(n, head): (usize, &&str)| {
            format!(r#"{{ "id": "t{n}", {head}, "lines": [{}] }}"#, line.replace(r#""a""#, &format!(r#""a{n}""#)))
        };
        heads.iter().enumerate().map(table).collect::<Vec<_>>().join(",")
    };
    let general = r#""book": "general_public", "direction": "expenditure""#;
    let fund = r#""book": "government_fund", "direction": "expenditure""#;
    let whole = r#""book": "general_public", "direction": "expenditure", "scope": "全镇""#;
    let own = r#""book": "general_public", "direction": "expenditure", "scope": "镇本级""#;
    let head = r#""stage": "final_accounts""#;
    let of = |first: &str, others: &[&str]| {
        let sessions = sessions(&[(2023, head, "2024", &tables(&[first])), (2024, head, "2025", &tables(others))]);
        told(&sessions, START).0.len()
    };
    assert_eq!(of(general, &[fund, NO_BOOK, general]), 2);
    assert_eq!(of(NO_BOOK, &[fund, general]), 1);
    assert_eq!(of(whole, &[whole, own]), 2);
    assert_eq!(of(general, &[whole, own]), 3);
}

#[test]
fn a_place_that_does_not_exist_gives_nothing() {
    let sessions = sessions(&[(
        0,
        r#""stage": "draft""#,
        "2024",
        &table(REVENUE, r#"{ "id": "a", "name": "税收", "amounts": { "prior_final": 1 } }"#),
    )]);
    for at in [Place { session: 9, ..START }, Place { budget: 9, ..START }, Place { table: 9, ..START }, Place { row: 9, ..START }] {
        assert_eq!(told(&sessions, at).1, Followed::default());
    }
    // There is no year before the year 0.
    assert_eq!(told(&sessions, START).1.points, []);
}
