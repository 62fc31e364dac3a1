//! Nothing of a picture stands outside of it, whatever the figures: zero, negative, a thousand percent, more digits than pixels.

use super::*;
use crate::model::Decimal;
use proptest::prelude::*;

/// Whether every bar, line and word lies in its picture; words by their rough width, as the layout has it.
fn is_within(scene: &Scene) -> Result<(), String> {
    let (width, height) = (scene.width, scene.height);
    let fits = |x: i32, y: i32| (0..=width).contains(&x) && (0..=height).contains(&y);
    for shape in &scene.shapes {
        let is_in = match shape {
            Shape::Rect { x, y, w, h, .. } => *w >= 0 && *h >= 0 && fits(*x, *y) && fits(x + w, y + h),
            Shape::Line { from, to, .. } => fits(from.0, from.1) && fits(to.0, to.1),
            Shape::Text { x, y, text, anchor, .. } => {
                let wide = width_of(text);
                let left = match anchor {
                    Anchor::Start => *x,
                    Anchor::Middle => x - wide / 2,
                    Anchor::End => x - wide,
                };
                // A word of a narrow picture may be as wide as it is.
                left >= -1 && left + wide <= width.max(wide) + 1 && (0..=height).contains(y)
            }
            Shape::Path { .. } => true,
        };
        if !is_in {
            return Err(format!("{shape:?} in {width} × {height}"));
        }
    }
    Ok(())
}

/// That no word and no path says what is no number.
fn is_clean(scene: &Scene) -> bool {
    let svg = scene.to_svg("", "", "", |_| "black".to_owned(), "white");
    ["NaN", "inf", "\"-0\"", ">-0<"].iter().all(|bad| !svg.contains(bad))
}

fn item<'a>(row: usize, percent: Decimal, figure: &str) -> CompletionItem<'a> {
    CompletionItem { row, name: "退税", percent, is_computed: true, figure: figure.to_owned() }
}

fn bars(scene: &Scene, wanted: Ink) -> Vec<(i32, i32)> {
    let bar = |shape: &Shape| match shape {
        Shape::Rect { x, w, ink, .. } if *ink == wanted => Some((*x, *w)),
        _ => None,
    };
    scene.shapes.iter().filter_map(bar).collect()
}

#[test]
fn a_bar_far_beyond_ends_in_its_box() {
    let d = |mantissa| Decimal { mantissa, scale: 1 };
    let items = [item(0, d(15_210), "1,521.0%"), item(1, d(1_358), "135.8%"), item(2, d(0), "0%"), item(3, d(-800), "−80.0%")];
    let scene = completion(300, &items, None);
    assert_eq!(is_within(&scene), Ok(()));
    // The scale ends at 200 %: half of the width is the budget, the rest is what is above it.
    assert_eq!(bars(&scene, Ink::DataSoft), [(0, 150); 4]);
    assert_eq!(bars(&scene, Ink::Data), [(0, 150), (0, 150)]);
    assert_eq!(bars(&scene, Ink::Hatch), [(150, 150), (150, 53)]);
    // What the table only prints is not said to be over the budget.
    let printed = [CompletionItem { is_computed: false, ..item(0, d(1_422), "142.2%") }];
    let scene = completion(300, &printed, None);
    assert_eq!((bars(&scene, Ink::Hatch), bars(&scene, Ink::Data).len()), (vec![], 2));
}

#[test]
fn changes_from_zero_and_below_have_their_side() {
    let of = |row, amount| ChangeItem { row, name: "x", amount, figure: String::new() };
    let scene = change(300, &[of(0, 1), of(1, -1), of(2, 0)]);
    assert_eq!((bars(&scene, Ink::Data), bars(&scene, Ink::Hatch)), (vec![(150, 150), (150, 0)], vec![(0, 150)]));
    // One side is all but nothing.
    let scene = change(300, &[of(0, 1_000_000), of(1, -1)]);
    assert_eq!((bars(&scene, Ink::Data), bars(&scene, Ink::Hatch)), (vec![(2, 298)], vec![(0, 2)]));
    let scene = change(300, &[of(0, -1_000_000), of(1, 1)]);
    assert_eq!((bars(&scene, Ink::Data), bars(&scene, Ink::Hatch)), (vec![(298, 2)], vec![(0, 298)]));
}

#[test]
fn shares_leave_out_what_is_not_above_zero() {
    let of = |row, amount| ShareItem { row: Some(row), name: "x", amount, figure: String::new(), has_parts: true };
    let (scene, _) = share(300, 200, &[of(0, 3_042_000), of(1, -815_000), of(2, 0), of(3, 360_000)]);
    let rows: Vec<Option<usize>> =
        scene.shapes.iter().filter_map(|shape| if let Shape::Rect { row, .. } = shape { Some(*row) } else { None }).collect();
    assert_eq!(rows, [Some(0), Some(3)]);
    assert!(share(300, 200, &[of(0, -1), of(1, 0)]).0.shapes.is_empty());
}

#[test]
fn years_of_nothing_but_zero_lie_on_the_ground() {
    let of = |year, amount| Mark { year, stage: 3, is_part_of_year: false, amount, figure: "0".to_owned(), title: String::new() };
    let ground =
        |scene: &Scene| scene.shapes.iter().find_map(|shape| if let Shape::Line { from, .. } = shape { Some(from.1) } else { None });
    assert_eq!(ground(&years(300, &[of(2023, 0), of(2024, 0)])), ground(&years(300, &[of(2023, 5), of(2024, 0)])));
    // Below zero the ground is the roof.
    assert!(ground(&years(300, &[of(2023, -5), of(2024, 0)])) < ground(&years(300, &[of(2023, -5), of(2024, 5)])));
}

#[test]
fn amounts_of_more_digits_than_a_product_holds_have_their_size() {
    assert_eq!(pixels(i128::MAX / 2, i128::MAX, 300), 149);
    assert_eq!(pixels(i128::MIN, i128::MAX, 300), -300);
    assert_eq!(pixels(1, 0, 300), 0);
    assert_eq!(pixels(1, 3, 300), 100);
}

#[test]
fn a_name_is_never_parted_from_its_selector() {
    let name = "葛\u{e0100}飾\u{e0101}区長";
    assert_eq!(width_of(name), 4 * FONT);
    assert_eq!(fitted(name, 4 * FONT), name);
    assert_eq!(fitted(name, 3 * FONT), "葛\u{e0100}飾\u{e0101}…");
}

#[test]
fn no_character_is_left_alone_in_its_line() {
    assert_eq!(balanced("社会保障和就业支出", 8 * FONT), ["社会保障和", "就业支出"]);
    assert_eq!((balanced("教育", 8 * FONT), balanced("", 0)), (vec!["教育".to_owned()], vec![String::new()]));
}

fn amount() -> impl Strategy<Value = i128> {
    prop_oneof![
        Just(0),
        Just(1),
        Just(-1),
        -50_i128..4_000_000,
        -1_000_000_000_000_000_000_i128..1_000_000_000_000_000_000,
        Just(i128::MAX / 4),
        Just(-i128::MAX / 4)
    ]
}

proptest! {
    #[test]
    fn nothing_stands_outside(amounts in proptest::collection::vec(amount(), 0..12), width in 120_i32..900) {
        let figure = |amount: i128| crate::budget::grouped(Decimal { mantissa: amount, scale: 4 });
        let changes: Vec<ChangeItem<'_>> = amounts.iter().enumerate().map(|(row, amount)| ChangeItem { row, name: "非税收入", amount: *amount, figure: figure(*amount) }).collect();
        let done: Vec<CompletionItem<'_>> = amounts.iter().enumerate().map(|(row, amount)| item(row, Decimal { mantissa: *amount, scale: 4 }, &figure(*amount))).collect();
        let shares: Vec<ShareItem<'_>> = amounts.iter().enumerate().map(|(row, amount)| ShareItem { row: Some(row), name: "非税收入", amount: *amount, figure: figure(*amount), has_parts: row % 2 == 0 }).collect();
        let marks: Vec<Mark> = (2015..).zip(&amounts).map(|(year, amount)| Mark { year, stage: usize::from(year % 4), is_part_of_year: false, amount: *amount, figure: figure(*amount), title: String::new() }).collect();
        let flows: Vec<Flow> = amounts.iter().map(|amount| Flow { name: "非税收入".to_owned(), figure: figure(*amount), book: 0, amount: *amount, is_made: false }).collect();
        let gone = Some((Decimal { mantissa: 500, scale: 1 }, "时间 50%".to_owned()));
        for scene in [change(width, &changes), completion(width, &done, gone), share(width, 300, &shares).0, years(width, &marks)] {
            prop_assert_eq!(is_within(&scene), Ok(()));
            prop_assert!(is_clean(&scene));
        }
        let scene = flow(width.max(320), &flows, &[("一般公共预算".to_owned(), String::new())], &flows);
        prop_assert_eq!(is_within(&scene), Ok(()));
        prop_assert!(is_clean(&scene));
    }
}
