//! Tests of the module above.

use super::*;
use crate::model::OutcomeCounts;

fn suggestion(due: Stated<&str>, replied: Stated<&str>) -> Suggestion {
    let date = |date: Stated<&str>| match date {
        Stated::Unknown => Stated::Unknown,
        Stated::None => Stated::None,
        Stated::Value(date) => Stated::Value(Date::from(date)),
    };
    Suggestion { due: date(due), replied: date(replied), ..Suggestion::default() }
}

#[test]
fn an_answer_is_judged_on_the_day_of_the_file() {
    use Stated::{None as Nothing, Unknown, Value};
    let on = |day: &str, one: &Suggestion| answer(one, Some(&Date::from(day)));
    let waiting = suggestion(Value("2024-04-30"), Nothing);
    assert_eq!(on("2024-04-30", &waiting), Answer::Waiting);
    assert_eq!(on("2024-05-01", &waiting), Answer::Overdue);
    assert_eq!(answer(&waiting, None), Answer::Waiting);
    // A month is over when the next one begins, and not before.
    assert_eq!(on("2024-04", &suggestion(Value("2024-04-02"), Unknown)), Answer::Waiting);
    assert_eq!(on("2024-03-01", &suggestion(Value("2024-02-29"), Unknown)), Answer::Overdue);
    assert_eq!(on("2025-01-01", &suggestion(Value("2024-04-30"), Value("2024-05-02"))), Answer::Late);
    assert_eq!(on("2025-01-01", &suggestion(Value("2024-04-30"), Value("2024-04-30"))), Answer::Given);
    assert_eq!(on("2025-01-01", &suggestion(Unknown, Unknown)), Answer::Unknown);
    let known = Suggestion { outcome: Value(Outcome::C), ..suggestion(Value("2024-01-01"), Unknown) };
    assert_eq!(on("2025-01-01", &known), Answer::Given);
}

#[test]
fn a_choice_lets_through_what_fits_all_of_it() {
    let one = |unit: &str, status: &str, lead: &str| Suggestion {
        unit: Some(unit.into()),
        status: Some(status.into()),
        lead: Some(lead.into()),
        co_units: vec!["水务站".into()],
        ..suggestion(Stated::Value("2024-01-01"), Stated::None)
    };
    let suggestions = vec![one("城建办", "已办结", "a"), one("城建办", "在办", "b"), one("农业办", "在办", "a")];
    let session = Session { as_of: Some("2024-06-01".into()), suggestions, ..Session::default() };
    let of = |choice: Chosen| chosen(&session, &choice);
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(of(Chosen::default()), [0, 1, 2]);
    assert_eq!(of(Chosen { unit: text("城建办"), status: text("在办"), ..Chosen::default() }), [1]);
    assert_eq!(of(Chosen { unit: text("水务站"), person: Some("a".into()), overdue: true, ..Chosen::default() }), [0, 2]);
    assert_eq!(of(Chosen { category: text("x"), ..Chosen::default() }), [0; 0]);
}

#[test]
fn totals_are_counted_beside_what_is_reported() {
    let one = |outcome| Suggestion { outcome, kind: Some(SuggestionKind::Suggestion), ..Suggestion::default() };
    let earlier = Suggestion { session: Some("before".into()), ..Suggestion::default() };
    let suggestions = vec![one(Stated::Value(Outcome::A)), one(Stated::Value(Outcome::A)), one(Stated::Unknown), earlier];
    let session = Session { suggestions, ..Session::default() };
    let outcomes = Some(OutcomeCounts { a: Stated::Value(1), d: Stated::None, ..OutcomeCounts::default() });
    let report = SuggestionTotals { received: Stated::Value(4), outcomes, ..SuggestionTotals::default() };
    let of = |measure| totals(&session, Some(&report)).into_iter().find(|total| total.measure == measure);
    let difference = |measure| of(measure).and_then(|total| total.difference());
    // The one handed in elsewhere is not of this report.
    assert_eq!(of(Measure::Received).map(|total| total.counted), Some(Some(3)));
    assert_eq!(difference(Measure::Received), Some(1));
    assert_eq!(difference(Measure::Outcome(Outcome::A)), Some(-1));
    assert_eq!(difference(Measure::Outcome(Outcome::D)), None);
    assert_eq!((of(Measure::Outcome(Outcome::B)), of(Measure::Satisfaction(Satisfaction::Satisfied))), (None, None));
    assert_eq!(totals(&session, None)[0].counted, Some(4));
}
