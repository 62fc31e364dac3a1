//! What contradicts itself in a source, by the place that shows it: figures stay as printed, with a remark beside them.

use crate::check::Finding;
use crate::model::{BudgetId, PersonId, ProjectId, Session, SittingId, SuggestionId, VoteId};

/// Something on a page that findings may be about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beside<'a> {
    /// The days of the session.
    Dates,
    /// Its attendance.
    Attendance,
    /// How many of each list its source declares.
    Declared,
    /// A sitting, with its own attendance.
    Sitting(&'a SittingId),
    /// A person's posts.
    Person(&'a PersonId),
    /// A vote.
    Vote(&'a VoteId),
    /// A suggestion.
    Suggestion(&'a SuggestionId),
    /// What a report says of the suggestions, by its place in the list.
    Totals(usize),
    /// A project.
    Project(&'a ProjectId),
    /// A budget; of its lines the audit tells more.
    Budget(&'a BudgetId),
}

/// The contradictions at a place and below it, in the order of the findings; `i18n::findings::remark` has their words.
pub fn remarks<'a>(session: &Session, findings: &'a [Finding], beside: Beside<'_>) -> Vec<&'a Finding> {
    let Some(path) = path(session, beside) else { return Vec::new() };
    findings.iter().filter(|finding| finding.kind.is_of_source() && is_within(&finding.path, &path)).collect()
}

/// The JSON path of a place, where it is in the session.
fn path(session: &Session, beside: Beside<'_>) -> Option<String> {
    let (list, at) = match beside {
        Beside::Dates => return Some("$.dates".to_owned()),
        Beside::Attendance => return Some("$.attendance".to_owned()),
        Beside::Declared => return Some("$.declared".to_owned()),
        Beside::Sitting(id) => ("sittings", session.sittings.iter().position(|one| one.id == *id)),
        Beside::Person(id) => ("people", session.people.iter().position(|one| one.id == *id)),
        Beside::Vote(id) => ("votes", session.votes.iter().position(|one| one.id == *id)),
        Beside::Suggestion(id) => ("suggestions", session.suggestions.iter().position(|one| one.id == *id)),
        Beside::Totals(at) => ("suggestion_totals", Some(at)),
        Beside::Project(id) => ("projects", session.projects.iter().position(|one| one.id == *id)),
        Beside::Budget(id) => ("budgets", session.budgets.iter().position(|one| one.id == *id)),
    };
    Some(format!("$.{list}[{}]", at?))
}

/// Whether a path is that of a place or leads on from it; `$.votes[1]` does not lead to `$.votes[10]`, for the bracket is closed.
fn is_within(path: &str, place: &str) -> bool {
    path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::check;
    use crate::i18n::Lang;
    use crate::i18n::findings::{remark, sentence};
    use crate::model::{Attendance, Counts, Project, Stated, Vote};

    fn vote(id: &str, eligible: u32, yes: u32) -> Vote {
        let counts = Some(Counts { yes: Stated::Value(yes), ..Counts::default() });
        Vote { id: id.into(), eligible: Stated::Value(eligible), counts, ..Vote::default() }
    }

    fn told(session: &Session, findings: &[Finding], beside: Beside<'_>) -> Vec<String> {
        remarks(session, findings, beside).into_iter().map(|one| remark(Lang::Zh, one)).collect()
    }

    #[test]
    fn a_contradiction_is_told_at_its_place_only() {
        let mut session = Session {
            id: "x".into(),
            attendance: Some(Attendance { expected: Stated::Value(67), present: Stated::Value(68), ..Attendance::default() }),
            votes: (0..12).map(|n| vote(&format!("v{n}"), 66, if n % 10 == 1 { 67 } else { 66 })).collect(),
            ..Session::default()
        };
        let percent = crate::model::Decimal { mantissa: 1267, scale: 1 };
        session.projects =
            vec![Project { id: "j".into(), title: "t".into(), progress_percent: Stated::Value(percent), ..Project::default() }];
        let findings = check(&session);
        assert_eq!(told(&session, &findings, Beside::Attendance), ["实到人数（68）多于应到人数（67）。"]);
        assert_eq!(told(&session, &findings, Beside::Vote(&"v1".into())), ["各项票数合计（67）多于有表决权人数（66）。"]);
        assert_eq!(told(&session, &findings, Beside::Vote(&"v11".into())).len(), 1);
        assert_eq!(told(&session, &findings, Beside::Vote(&"v10".into())), [""; 0]);
        assert_eq!(told(&session, &findings, Beside::Vote(&"none".into())), [""; 0]);
        assert_eq!(told(&session, &findings, Beside::Project(&"j".into())), ["126.7% 超过 100%。"]);
        assert_eq!(told(&session, &findings, Beside::Dates), [""; 0]);
        let english: Vec<String> = findings.iter().filter(|one| one.kind.is_of_source()).map(|one| remark(Lang::En, one)).collect();
        assert_eq!(english[0], "The number present (68) is more than the number expected (67).");
        for finding in &findings {
            assert!(sentence(Lang::En, finding).len() > remark(Lang::En, finding).len(), "{finding:?}");
        }
    }
}
