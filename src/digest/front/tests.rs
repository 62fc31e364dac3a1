//! What is chosen for the front page, and that nothing is said of what is not there.

use super::*;
use crate::catalogue::EntryCounts;

fn entry(id: &str, counts: EntryCounts, told: Told) -> Entry {
    Entry {
        id: id.into(),
        assembly: Body { name: format!("{id}人大").as_str().into(), place: Some("某省 某县 某镇".into()), ..Body::default() },
        counts,
        told,
        ..Entry::default()
    }
}

fn chosen(entries: &[Entry], most: usize) -> Vec<(&str, What)> {
    let entries: Vec<&Entry> = entries.iter().collect();
    findings(&entries, most).iter().map(|found| (found.entry.id.as_str(), found.what)).collect()
}

#[test]
fn nothing_is_found_where_nothing_is_told() {
    assert_eq!(chosen(&[], 3), []);
    let only_agenda = EntryCounts { agenda: 9, ..EntryCounts::default() };
    assert_eq!(chosen(&[entry("a", only_agenda, Told::default())], 3), []);
}

#[test]
fn samples_stand_aside_unless_there_is_nothing_else() {
    let real = entry("real", EntryCounts::default(), Told::default());
    let sample = Entry { is_sample: true, id: "sample".into(), ..real.clone() };
    let ids = |entries: &[Entry]| {
        let (main, aside) = sides(entries);
        [main, aside].map(|side| side.iter().map(|entry| entry.id.to_string()).collect::<Vec<_>>())
    };
    assert_eq!(ids(&[sample.clone(), real]), [vec!["real".to_owned()], vec!["sample".to_owned()]]);
    assert_eq!(ids(&[sample]), [vec!["sample".to_owned()], vec![]]);
    assert_eq!(ids(&[]), [Vec::<String>::new(), vec![]]);
}

#[test]
fn findings_differ_in_kind_and_session_and_take_what_has_most() {
    let none = EntryCounts::default();
    let told = Told::default();
    let entries = [
        entry("few-texts", none, Told { texts: 1, ..told }),
        entry("all", EntryCounts { reports: 5, budgets: 1, ..none }, Told { texts: 3, done: 9, carried: 10, differing: 9, ..told }),
        entry("ballot", none, Told { stood: 12, selected: 10, ..told }),
        entry("progress", none, Told { carried: 2, done: 1, ..told }),
        entry("audit", none, Told { differing: 2, ..told }),
        entry("same-audit", none, Told { differing: 2, ..told }),
    ];
    // Of “all” one thing is told; an outcome counts more than a ballot, and of equals the newest.
    let expected = [("all", What::Texts), ("progress", What::Progress), ("audit", What::Audit)];
    assert_eq!(chosen(&entries, 3), expected);
    assert_eq!(chosen(&entries, 1), expected[..1]);
}

#[test]
fn an_older_catalogue_has_findings_too() {
    let counts = |budgets, projects| EntryCounts { budgets, projects, ..EntryCounts::default() };
    let entries = [entry("a", counts(1, 0), Told::default()), entry("b", counts(0, 8), Told::default())];
    assert_eq!(chosen(&entries, 3), [("b", What::Projects), ("a", What::Budgets)]);
    assert_eq!(tags(&entries[0]), [(Tag::Budgets, Place::Budgets)]);
}

#[test]
fn a_finding_leads_to_what_it_is_about() {
    let mut audited = entry("a", EntryCounts::default(), Told { differing: 1, ..Told::default() });
    assert_eq!(findings(&[&audited], 1)[0].place, Place::Budgets);
    audited.audited = Some("final".into());
    assert_eq!(findings(&[&audited], 1)[0].place, Place::Budget(Box::new(BudgetPlace::new("final".into()))));
}

#[test]
fn text_that_is_a_summary_is_not_called_whole() {
    let of = |verbatim| entry("a", EntryCounts::default(), Told { texts: 2, verbatim, ..Told::default() });
    assert_eq!(tags(&of(0)), [(Tag::Summaries, Place::Speeches)]);
    assert_eq!(tags(&of(1)), [(Tag::Verbatim, Place::Speeches)]);
}

#[test]
fn what_was_decided_does_not_say_the_town_twice() {
    let mut one = entry("a", EntryCounts::default(), Told::default());
    assert_eq!(decided(&one), None);
    one.decided = Some("批准某镇2023年决算".into());
    assert_eq!(decided(&one).as_deref(), Some("批准2023年决算"));
    one.decided = Some("某镇".into());
    assert_eq!(decided(&one), None);
}

#[test]
fn a_town_is_the_last_part_of_a_place() {
    let body = Body { name: "某镇人民代表大会".into(), ..Body::default() };
    assert_eq!(town(&body), "某镇人民代表大会");
    let short = Body { short_name: Some("某镇人大".into()), ..body };
    assert_eq!(town(&short), "某镇人大");
    assert_eq!(town(&Body { place: Some("某省 某镇".into()), ..short }), "某镇");
}

#[test]
fn samples_show_what_they_have_most_of() {
    let mut samples = [
        entry("new", EntryCounts { budgets: 1, ..EntryCounts::default() }, Told { refused: 1, ..Told::default() }),
        entry(
            "old",
            EntryCounts { budgets: 3, suggestions: 2, ..EntryCounts::default() },
            Told { stood: 12, selected: 10, ..Told::default() },
        ),
    ];
    let of = |samples: &[Entry]| {
        let all: Vec<&Entry> = samples.iter().collect();
        shown(&all).into_iter().map(|(what, route)| (what, route.href())).collect::<Vec<_>>()
    };
    let mut expected = vec![
        (Shown::Budgets, "?s=old&p=budget".to_owned()),
        (Shown::Suggestions, "?s=old&p=suggestions".to_owned()),
        (Shown::Ballot, "?s=old&p=projects".to_owned()),
        (Shown::Refused, "?s=new&p=decisions".to_owned()),
    ];
    assert_eq!(of(&samples), expected);
    samples[1].assembly = samples[0].assembly.clone();
    expected.push((Shown::Compare, "?compare=old,new".to_owned()));
    assert_eq!(of(&samples), expected);
    assert_eq!(of(&[]), []);
}

#[test]
fn bodies_with_most_sessions_come_first() {
    let mut entries = ["a", "b", "c"].map(|id| entry(id, EntryCounts::default(), Told::default()));
    entries[2].assembly = entries[1].assembly.clone();
    let entries: Vec<&Entry> = entries.iter().collect();
    let bodies = bodies(&entries);
    assert_eq!(
        bodies.iter().map(|(body, sessions)| (body.name.as_str(), sessions.len())).collect::<Vec<_>>(),
        [("b人大", 2), ("a人大", 1)]
    );
}

#[test]
fn a_sentence_ends_where_nothing_is_open() {
    for (text, first) in [
        ("", ""),
        ("没有句号", "没有句号"),
        ("一。二。", "一。"),
        ("第一行\n第二行。", "第一行"),
        ("“一。”说", "“一。”说"),
        ("）。x", "）。"),
    ] {
        assert_eq!(first_sentence(text), first);
    }
}
