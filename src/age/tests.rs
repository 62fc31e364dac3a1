use super::*;
use proptest::prelude::*;

fn age<'a>(body: &'a str, id: &'a str, date: &str, term: Option<u32>, meeting: Option<u32>) -> Age<'a> {
    Age::new(&Dates { start: Some(date.into()), ..Dates::default() }, body, (term, meeting), id)
}

fn ids<'a>(ages: &[Age<'a>]) -> Vec<&'a str> {
    let newest = newest_first(ages);
    assert!(oldest_first(ages).iter().eq(newest.iter().rev()));
    newest.into_iter().map(|at| ages[at].id).collect()
}

#[test]
fn one_day_goes_by_numbers_and_a_year_by_what_is_known() {
    let of = |meeting, date| (meeting, date);
    let given = [of(10, "2025-01-08"), of(11, "2025"), of(12, "2025-12"), of(2, "2025-01-08"), of(9, "2025-01-08")];
    let names: Vec<String> = given.iter().map(|(meeting, _)| meeting.to_string()).collect();
    let ages: Vec<Age<'_>> = given.iter().zip(&names).map(|((n, date), id)| age("x", id, date, Some(6), Some(*n))).collect();
    assert_eq!(ids(&ages), ["12", "11", "10", "9", "2"]);
}

#[test]
fn what_is_known_of_a_date_comes_before_numbers() {
    let ages = [
        age("x", "6-3", "2024-03-01", Some(6), Some(3)),
        age("x", "6-4", "2024-02-01", Some(6), Some(4)),
        age("x", "7-1", "2024", Some(7), Some(1)),
        age("x", "6-5", "2025", Some(6), Some(5)),
        age("x", "6-6", "2025-01", Some(6), Some(6)),
        age("x", "6-7", "2025-01-20", Some(6), Some(7)),
        age("x", "none", "2025-02-30", Some(9), Some(9)),
    ];
    assert_eq!(ids(&ages), ["6-7", "6-6", "6-5", "7-1", "6-3", "6-4", "none"]);
}

#[test]
fn of_one_day_the_body_with_most_to_tell_comes_first_and_stays_together() {
    let on = |body, id, meeting, date, weight| age(body, id, date, Some(6), Some(meeting)).weighing(weight);
    let ages = [
        on("甲", "thin", 1, "2025-01-08", 1),
        on("乙", "rich", 1, "2025-01-08", 5),
        on("乙", "after", 2, "2025-01-08", 0),
        on("丙", "richer", 1, "2025-01-07", 9),
    ];
    assert_eq!(ids(&ages), ["after", "rich", "thin", "richer"]);
}

#[test]
fn numbers_of_one_body_say_nothing_of_another() {
    let ages = [
        age("甲", "a", "2025-01-08", Some(6), Some(2)),
        age("乙", "b", "2025-01-08", Some(6), Some(9)),
        age("甲", "c", "2025", Some(6), Some(1)),
        age("甲", "d", "2025-01-08", Some(6), Some(10)),
        age("乙", "e", "2025-01-07", Some(18), Some(1)),
    ];
    assert_eq!(ids(&ages), ["b", "d", "a", "e", "c"]);
}

#[test]
fn without_numbers_ids_decide_and_theirs_are_numbers() {
    let ages = ["x-2", "x-10", "x-9", "x-010", "y"].map(|id| age("x", id, "2024", None, None));
    assert_eq!(ids(&ages), ["y", "x-10", "x-010", "x-9", "x-2"]);
}

proptest! {
    #[test]
    fn the_order_is_the_same_however_the_list_comes(
        given in proptest::collection::vec((0_u8..2, 0_u32..4, 0_u32..14, 0_u8..7), 1..14),
        turn in 0_usize..14,
    ) {
        let names: Vec<String> = (0..given.len()).map(|n| format!("s{n}")).collect();
        let dates = ["2025", "2025-01", "2025-12", "2025-01-08", "2025-01-09", "2024", "nothing"];
        let mut ages: Vec<Age<'_>> = given
            .iter()
            .zip(&names)
            .map(|((body, term, meeting, date), id)| {
                let number = |n: u32| (n > 0).then_some(n);
                age(["甲", "乙"][usize::from(*body)], id, dates[usize::from(*date)], number(*term), number(*meeting))
            })
            .collect();
        let before = ids(&ages);
        let by = turn % ages.len();
        ages.rotate_left(by);
        prop_assert_eq!(ids(&ages), before.clone());
        ages.reverse();
        prop_assert_eq!(ids(&ages), before);
    }
}
