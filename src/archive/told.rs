//! What a session has to tell, in figures, for the front page of an archive. Host only: the audit of budgets would be too much for every page.

use crate::budget::{Verdict, audit};
use crate::catalogue::{self, Entry, Told};
use crate::digest::body::counted;
use crate::digest::follow::{Answer, answer, day_of};
use crate::digest::length_chars;
use crate::digest::projects::{Far, ballot, carried, far};
use crate::model::{AgendaItem, AgendaResult, AgendaState, BudgetId, Date, Project, Session, Text, TextStatus};
use crate::subjects::ids;

/// The entry of a session whose file has `bytes` bytes, with all that there is to tell of it.
pub fn entry(session: &Session, bytes: u64) -> Entry {
    let (differing, audited) = differing(session);
    let told = Told { differing, ..told(session) };
    Entry { told, audited, decided: decided(session), subjects: Some(ids(session)), ..catalogue::entry(session, bytes) }
}

/// All but what the audit says.
fn told(session: &Session) -> Told {
    let texts = || session.speeches.iter().filter(|speech| length_chars(&speech.blocks) > 0);
    let is_own_words = |status: Option<TextStatus>| matches!(status, Some(TextStatus::Verbatim | TextStatus::Edited));
    let is_refused = |item: &&AgendaItem| item.result == Some(AgendaResult::Rejected) || item.state == Some(AgendaState::Withdrawn);
    let ballot = ballot(session);
    let (carried, done, late) = progress(session);
    let (received, replied) = suggestions(session);
    let day = day_of(session);
    Told {
        texts: number(texts().count()),
        verbatim: number(texts().filter(|speech| is_own_words(speech.text_status)).count()),
        refused: number(session.agenda.iter().filter(is_refused).count()),
        stood: ballot.is_equal.map_or(0, |_| number(ballot.stood.len())),
        selected: number(ballot.selected),
        carried,
        done,
        late,
        received,
        replied,
        overdue: number(session.suggestions.iter().filter(|one| answer(one, day) == Answer::Overdue).count()),
        differing: 0,
    }
}

/// How many projects are carried out, are finished, and should be; nothing where it is not known of all of them.
fn progress(session: &Session) -> (u32, u32, u32) {
    let all: Vec<(&Project, Far)> = carried(session).map(|project| (project, far(project))).collect();
    if all.iter().any(|(_, far)| *far == Far::Unknown) {
        return (0, 0, 0);
    }
    let today = day_of(session).and_then(Date::civil);
    let is_over = |project: &Project| {
        let due = project.due.value().and_then(Date::civil);
        due.zip(today).is_some_and(|(due, today)| due.is_before(today))
    };
    let done = all.iter().filter(|(_, far)| *far == Far::Finished).count();
    let late = all.iter().filter(|(project, far)| *far != Far::Finished && is_over(project)).count();
    (number(all.len()), number(done), number(late))
}

/// How many suggestions there are and were answered: as the first report that has both says, else as the list has them.
fn suggestions(session: &Session) -> (u32, u32) {
    let report = session.suggestion_totals.iter().find_map(|report| report.received.value().copied().zip(report.replied.value().copied()));
    let received = || session.suggestion_totals.iter().find_map(|report| report.received.value().copied());
    report.unwrap_or_else(|| {
        let [listed, replied, ..] = counted(session).map(|count| number(count.unwrap_or_default()));
        if listed > 0 { (listed, replied) } else { (received().unwrap_or_default(), 0) }
    })
}

/// How many printed figures the audit does not arrive at, and the budget that has most of them.
fn differing(session: &Session) -> (u32, Option<BudgetId>) {
    let (mut all, mut most, mut audited) = (0, 0, None);
    for budget in &session.budgets {
        let count = audit(budget).count(Verdict::Differs);
        all += count;
        if count > most {
            (most, audited) = (count, Some(budget.id.clone()));
        }
    }
    (number(all), audited)
}

fn decided(session: &Session) -> Option<Text> {
    let adopted = || session.agenda.iter().find(|item| item.result == Some(AgendaResult::Adopted)).map(|item| item.title.clone());
    session.resolutions.first().map(|resolution| resolution.title.clone()).or_else(adopted)
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{AgendaItem, Block, BlockKind, Dates, Resolution, Speech, Stated, Suggestion, SuggestionTotals};

    #[test]
    fn nothing_is_told_of_what_is_not_there() {
        let entry = entry(&Session::default(), 7);
        assert_eq!((entry.told, entry.decided, entry.audited, entry.bytes), (Told::default(), None, None, 7));
    }

    #[test]
    fn figures_are_those_of_the_session() {
        let text = |status| Speech {
            text_status: status,
            blocks: vec![Block { kind: BlockKind::Paragraph, text: Some("好".into()), ..Block::default() }],
            ..Speech::default()
        };
        let project =
            |status: &str, due: &str| Project { status: Some(status.into()), due: Stated::Value(due.into()), ..Project::default() };
        let late = Suggestion { due: Stated::Value("2024-01-01".into()), ..Suggestion::default() };
        let item = |state, result| AgendaItem { title: "章程".into(), state, result, ..AgendaItem::default() };
        let session = Session {
            dates: Dates { start: Some("2024-07-01".into()), ..Dates::default() },
            speeches: vec![text(None), text(Some(TextStatus::Verbatim)), text(Some(TextStatus::Summary)), Speech::default()],
            agenda: vec![
                item(Some(AgendaState::Withdrawn), None),
                item(None, Some(AgendaResult::Rejected)),
                item(None, Some(AgendaResult::Adopted)),
            ],
            projects: vec![project("已完成", "2024-01-01"), project("在建", "2024-06-30"), project("在建", "2024-12-31")],
            suggestions: vec![late, Suggestion { replied: Stated::Value("2024-05-01".into()), ..Suggestion::default() }],
            ..Session::default()
        };
        let expected = Told {
            texts: 3,
            verbatim: 1,
            refused: 2,
            carried: 3,
            done: 1,
            late: 1,
            received: 2,
            replied: 1,
            overdue: 1,
            ..Told::default()
        };
        let of = |session: &Session| entry(session, 0);
        assert_eq!((of(&session).told, of(&session).decided.as_deref()), (expected, Some("章程")));
        // What a report says comes before what is counted, and a resolution before the item that it came of.
        let report = SuggestionTotals { received: Stated::Value(9), replied: Stated::Value(8), ..SuggestionTotals::default() };
        let resolution = Resolution { title: "批准章程".into(), ..Resolution::default() };
        let reported = Session { suggestion_totals: vec![report], resolutions: vec![resolution], ..session };
        let entry = of(&reported);
        assert_eq!((entry.told.received, entry.told.replied, entry.decided.as_deref()), (9, 8, Some("批准章程")));
        // Of one project it is not known how far it is: then nothing is said of all.
        let unknown = Session { projects: vec![project("已完成", "2024-01-01"), Project::default()], ..Session::default() };
        assert_eq!(of(&unknown).told, Told::default());
    }
}
