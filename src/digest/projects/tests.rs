//! Tests of the module above.

use super::*;

#[test]
fn a_ballot_is_of_those_that_stood_in_it() {
    let project = |id: &str, votes: Option<u32>, selected| Project {
        id: id.into(),
        selection: Some(Selection {
            votes: votes.map_or(Stated::Unknown, Stated::Value),
            selected: Stated::Value(selected),
            ..Selection::default()
        }),
        ..Project::default()
    };
    let of = |projects: Vec<Project>| {
        let session = Session { projects, ..Session::default() };
        let ballot = ballot(&session);
        (ballot.stood.len(), ballot.selected, ballot.is_equal)
    };
    let (old, yes, no) = (project("old", None, true), project("yes", Some(9), true), project("no", Some(3), false));
    assert_eq!(of(vec![old.clone(), yes.clone(), no]), (2, 1, Some(false)));
    assert_eq!(of(vec![old.clone(), yes.clone()]), (1, 1, Some(true)));
    // Only what was selected is listed: how many stood is not known.
    assert_eq!(of(vec![old]), (1, 1, None));
    assert_eq!(of(vec![Project { session: Some("before".into()), ..yes }, Project::default()]), (0, 0, None));
}

#[test]
fn the_yardstick_is_of_the_year_in_which_a_project_is_due() {
    let project = Project { due: Stated::Value("2024-11".into()), ..Project::default() };
    let gone = |day: &str| time_gone(&project, Some(&Date::from(day))).map(|gone| gone.to_string());
    assert_eq!(gone("2024-06-30").as_deref(), Some("50.0"));
    assert_eq!((gone("2025-01-02"), gone("2023-12-31"), time_gone(&project, None)), (None, None, None));
}

#[test]
fn a_project_is_as_far_as_its_file_says() {
    let with = |progress: Option<&str>, status: Option<&str>| Project {
        progress_percent: progress.and_then(|text| Decimal::parse(text).ok()).map_or(Stated::Unknown, Stated::Value),
        status: status.map(Into::into),
        ..Project::default()
    };
    for (progress, status, expected) in [
        (Some("100"), None, Far::Finished),
        (Some("120"), Some("进行中"), Far::Finished),
        (Some("99.9"), Some("已完成"), Far::UnderWay),
        (Some("0"), None, Far::NotBegun),
        (None, Some("已完成"), Far::Finished),
        (None, Some("全部竣工"), Far::Unknown),
        (None, Some("未完成"), Far::UnderWay),
        (None, Some("完成60%"), Far::Unknown),
        (None, Some("完成招标"), Far::Unknown),
        (None, Some("代表测评满意率较高"), Far::Unknown),
        (None, Some("建设中"), Far::UnderWay),
        (None, Some("未开工"), Far::NotBegun),
        (None, None, Far::Unknown),
    ] {
        assert_eq!(far(&with(progress, status)), expected, "{progress:?} {status:?}");
    }
    let not_chosen =
        Project { selection: Some(Selection { selected: Stated::Value(false), ..Selection::default() }), ..with(Some("100"), None) };
    let session = Session { projects: vec![with(Some("100"), None), with(None, None), not_chosen], ..Session::default() };
    assert_eq!(crate::digest::body::projects(&session), [2, 1, 0, 1, 1]);
    assert_eq!(carried(&session).count(), 2);
}

#[test]
fn how_projects_stand_is_counted_once() {
    let called = |status: Option<&str>| Project { status: status.map(Into::into), ..Project::default() };
    let of = |statuses: &[Option<&str>], look: &dyn Fn(Standing<'_>)| {
        let projects: Vec<Project> = statuses.iter().map(|status| called(*status)).collect();
        look(standing(&projects.iter().collect::<Vec<_>>()));
    };
    let (done, begun, stuck) = (Some("已完成"), Some("在建"), Some("停工"));
    // Each word is one of ours.
    of(&[done, begun, done], &|all| assert_eq!(all, Standing { far: [2, 1, 0, 0], statuses: vec![], alike: None }));
    // Two words of the file for one of ours.
    of(&[done, Some("已竣工"), begun], &|all| {
        assert_eq!((all.far, all.statuses), ([2, 1, 0, 0], vec![("已完成", 1), ("已竣工", 1), ("在建", 1)]));
    });
    // Some are called nothing.
    of(&[stuck, None, None], &|all| assert_eq!((all.far, all.statuses, all.alike), ([0, 0, 0, 3], vec![("停工", 1)], None)));
    of(&[stuck, stuck], &|all| assert_eq!((all.statuses, all.alike), (vec![], stuck)));
    of(&[stuck], &|all| assert_eq!(all, Standing { far: [0, 0, 0, 1], statuses: vec![], alike: None }));
    of(&[], &|all| assert_eq!(all, Standing { far: [0; 4], statuses: vec![], alike: None }));
}
