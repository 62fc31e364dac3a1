//! The draft session that a report makes: what the text says, and nothing that it does not.

use super::people::is_post;
use super::projects::drafted;
use super::spans::{Spans, of_people};
use super::texts::{blocks, report_speech};
use super::wording::is_government;
use super::{Found, Item, ItemKind, Report, Span, Subject};
use crate::model::{
    Action, AgendaId, AgendaItem, AgendaKind, AgendaResult, AgendaState, Assembly, Attendance, Candidate, Date, Dates, Declared, FORMAT,
    Person, PersonId, Post, Resolution, ResolutionId, ResolutionKind, Session, SessionId, Sitting, SittingId, SittingKind, Source,
    SourceId, Speech, SpeechId, SpeechKind, Stated, Status, SuggestionTotals, TextStatus, Vote, VoteId, VoteResult,
};
use crate::numerals::figures;

/// Makes the draft. A text about several sessions or none gives a session without an assembly; one about a meeting of the presidium only
/// names the session and who presided; what is still to come is planned.
pub fn session(report: &Report) -> Session {
    session_with_spans(report).0
}

/// The same, and where each value stands: JSON pointers into the session with their places in the text.
pub fn session_with_spans(report: &Report) -> (Session, Vec<(String, Span)>) {
    let mut spans = Spans::default();
    let title = report.title.as_ref().map(|title| title.value.as_str()).unwrap_or_default();
    let mut session = Session {
        format: FORMAT.to_owned(),
        id: SessionId::from("draft"),
        title: full_title(report).as_deref().unwrap_or(title).into(),
        status: Some(Status::Draft),
        ..Session::default()
    };
    spans.found("/title", report.assembly.as_ref().filter(|_| full_title(report).is_some()).or(report.title.as_ref()));
    if !title.is_empty() || report.address.is_some() {
        spans.found("/sources/0/title", report.title.as_ref());
        spans.found("/sources/0/url", report.address.as_ref());
        let url = report.address.as_ref().map(|address| address.value.as_str().into());
        session.sources = vec![Source { id: SourceId::from("s1"), title: title.into(), url, ..Source::default() }];
    }
    if matches!(report.subject, Subject::Other | Subject::Several) {
        return (session, spans.0);
    }
    spans.found("/assembly/name", report.assembly.as_ref());
    spans.found("/term", report.term.as_ref());
    spans.found("/meeting", report.meeting.as_ref());
    spans.found("/dates/start", report.start.as_ref());
    spans.found("/dates/end", report.end.as_ref());
    let date = |found: &Option<Found<String>>| found.as_ref().map(|found| Date::from(found.value.as_str()));
    session.assembly =
        Assembly { name: report.assembly.as_ref().map(|a| a.value.as_str()).unwrap_or_default().into(), ..Assembly::default() };
    session.term = report.term.as_ref().map(|term| term.value);
    session.meeting = report.meeting.as_ref().map(|meeting| meeting.value);
    session.dates = Dates { start: date(&report.start), end: date(&report.end).map_or(Stated::Unknown, Stated::Value) };
    session.people = people(report);
    session.projects = drafted(report, &mut spans);
    session.sittings = sittings(report);
    of_people(report, &mut spans);
    if report.subject != Subject::Presidium {
        session.attendance = attendance(report);
        happenings(report, &mut session, &mut spans);
    }
    (session, spans.0)
}

fn full_title(report: &Report) -> Option<String> {
    let place = report.assembly.as_ref()?.value.strip_suffix("人民代表大会")?;
    let (term, meeting) = (report.term.as_ref()?.value, report.meeting.as_ref()?.value);
    Some(format!("{place}第{}届人民代表大会第{}次会议", figures(term), figures(meeting)))
}

fn person_id(index: usize) -> PersonId {
    PersonId(format!("p{}", index.saturating_add(1)))
}

fn people(report: &Report) -> Vec<Person> {
    let person = |(i, person): (usize, &super::Person)| Person {
        id: person_id(i),
        name: person.name.value.as_str().into(),
        posts: person.post.iter().flat_map(|post| posts(&post.value)).collect(),
        ..Person::default()
    };
    report.people.iter().enumerate().map(person).collect()
}

/// The posts that words name: 镇党委副书记、镇长 are two, and of a committee 主任委员 is the post.
fn posts(words: &str) -> Vec<Post> {
    let parts: Vec<&str> = words.split('、').collect();
    let parts = if parts.iter().all(|part| is_post(part)) { parts } else { vec![words] };
    let post = |part: &str| {
        let of_committee = ["副主任委员", "主任委员"].into_iter().find_map(|title| Some((part.strip_suffix(title)?, title)));
        match of_committee.filter(|(body, _)| body.ends_with("委员会")) {
            Some((body, title)) => Post { title: title.into(), organization: Some(body.into()), ..Post::default() },
            None => Post { title: part.into(), ..Post::default() },
        }
    };
    parts.into_iter().map(post).collect()
}

fn sittings(report: &Report) -> Vec<Sitting> {
    let sitting = |(i, sitting): (usize, &super::Sitting)| {
        let name = sitting.name.as_deref();
        let kind = match (report.subject, name) {
            (Subject::Presidium, _) => Some(SittingKind::Presidium),
            (Subject::Preparatory, _) | (_, Some("预备会议")) => Some(SittingKind::Preparatory),
            (_, Some("闭幕会" | "闭幕式")) => Some(SittingKind::Closing),
            (_, Some(name)) if name.contains("全体会议") => Some(SittingKind::Plenary),
            _ => None,
        };
        Sitting {
            id: SittingId(format!("t{}", i + 1)),
            kind,
            name: name.map(Into::into),
            chairs: vec![person_id(sitting.chair)],
            ..Sitting::default()
        }
    };
    report.sittings.iter().enumerate().map(sitting).collect()
}

fn stated<T: Clone>(found: Option<&Found<T>>) -> Stated<T> {
    found.map_or(Stated::Unknown, |found| Stated::Value(found.value.clone()))
}

fn attendance(report: &Report) -> Option<Attendance> {
    let counts = &report.counts;
    let attendance = Attendance {
        seats: stated(counts.seats.as_ref()),
        expected: stated(counts.expected.as_ref()),
        present: stated(counts.present.as_ref()),
        on_leave: stated(counts.on_leave.as_ref()),
        observers: stated(counts.observers.as_ref()),
        quorum_met: stated(counts.quorum_met.as_ref()),
    };
    (attendance != Attendance::default()).then_some(attendance)
}

/// Agenda, speeches, resolutions, elections and totals.
fn happenings(report: &Report, session: &mut Session, spans: &mut Spans) {
    let is_coming = matches!(report.subject, Subject::Preview | Subject::Timetable);
    for (number, item) in report.items.iter().enumerate() {
        let is_planned = is_coming || item.is_planned;
        if item.kind == ItemKind::Speech {
            spans.item(&format!("/speeches/{}", session.speeches.len()), report, item, "speaker");
            spans.said(session.speeches.len(), report, number);
            session.speeches.push(speech(report, number, item, session.speeches.len()));
            continue;
        }
        let pointer = format!("/agenda/{}", session.agenda.len());
        spans.item(&pointer, report, item, "presenters/0");
        let mut agenda = agenda(item, session.agenda.len(), is_planned);
        if item.kind == ItemKind::Resolution && !is_planned && item.title.value.contains('决') {
            let id = ResolutionId(format!("r{}", session.resolutions.len() + 1));
            let is_decision = item.title.value.ends_with("决定");
            let kind = if is_decision { ResolutionKind::Decision } else { ResolutionKind::Resolution };
            // What was passed is the approval, not the review before it.
            let title = item.title.value.strip_prefix("审查和").unwrap_or(&item.title.value).into();
            spans.found(&format!("/resolutions/{}", session.resolutions.len()), Some(&item.title));
            session.resolutions.push(Resolution { id: id.clone(), title, kind: Some(kind), ..Resolution::default() });
            agenda.resolutions.push(id);
        }
        if item.kind == ItemKind::Election && !is_planned {
            agenda.votes.extend(election(report, item, session, spans));
        }
        if let Some(speech) = report_speech(report, number, session.speeches.len()).filter(|_| !is_planned) {
            spans.item(&format!("/speeches/{}", session.speeches.len()), report, item, "speaker");
            spans.said(session.speeches.len(), report, number);
            agenda.speeches.push(speech.id.clone());
            session.speeches.push(Speech { agenda: Some(agenda.id.clone()), ..speech });
        }
        session.agenda.push(agenda);
    }
    let counts = &report.counts;
    if counts.suggestions.is_some() || counts.bills.is_some() {
        let received = if counts.bills.is_some() { "suggestions" } else { "received" };
        spans.found(&format!("/suggestion_totals/0/{received}"), counts.suggestions.as_ref());
        spans.found("/suggestion_totals/0/bills", counts.bills.as_ref());
        session.suggestion_totals = vec![SuggestionTotals {
            // Where bills are counted apart, the other number is that of the suggestions alone.
            received: stated(counts.suggestions.as_ref().filter(|_| counts.bills.is_none())),
            suggestions: stated(counts.suggestions.as_ref().filter(|_| counts.bills.is_some())),
            bills: stated(counts.bills.as_ref()),
            ..SuggestionTotals::default()
        }];
    }
    let projects = counts.projects.as_ref().filter(|_| !is_coming);
    spans.found("/declared/projects", projects);
    spans.found("/declared/agenda", counts.agenda.as_ref());
    let value = |found: Option<&Found<u32>>| found.map(|found| found.value);
    let declared = Declared { projects: value(projects), agenda: value(counts.agenda.as_ref()), ..Declared::default() };
    session.declared = (declared != Declared::default()).then_some(declared);
}

fn agenda(item: &Item, before: usize, is_planned: bool) -> AgendaItem {
    let (kind, action) = match item.kind {
        ItemKind::Report => (report_kind(item), Some(Action::Hear)),
        ItemKind::WrittenReport => (report_kind(item), Some(Action::WrittenReview)),
        ItemKind::Deliberation | ItemKind::Speech => (AgendaKind::Deliberation, Some(Action::Deliberate)),
        ItemKind::Resolution if item.title.value.starts_with("审查和批准") => (AgendaKind::Resolution, Some(Action::ReviewAndApprove)),
        ItemKind::Resolution => (AgendaKind::Resolution, Some(Action::Vote)),
        ItemKind::Ballot => (AgendaKind::Vote, Some(Action::Vote)),
        ItemKind::Election => (AgendaKind::Election, Some(Action::Elect)),
        ItemKind::Other => (AgendaKind::Other, None),
    };
    let action = item.action.or(action);
    let result = match item.kind {
        _ if is_planned => None,
        ItemKind::Election => Some(AgendaResult::Elected),
        _ if item.is_adopted => Some(AgendaResult::Adopted),
        _ => None,
    };
    AgendaItem {
        id: AgendaId(format!("a{}", before + 1)),
        title: item.title.value.as_str().into(),
        kind: Some(kind),
        action,
        presenters: item.by.map(person_id).into_iter().collect(),
        on_behalf_of: item.on_behalf_of.as_ref().map_or(Stated::Unknown, |body| Stated::Value(body.value.as_str().into())),
        state: Some(if is_planned { AgendaState::Planned } else { AgendaState::Done }),
        result,
        ..AgendaItem::default()
    }
}

fn report_kind(item: &Item) -> AgendaKind {
    let title = item.title.value.as_str();
    // 代表镇人民政府作半年工作报告: the title leaves out whose it is.
    let of_government = item.on_behalf_of.as_ref().is_some_and(|body| body.value.ends_with("政府"));
    let has = |word: &str| title.contains(word);
    if has("审查") && (has("预算") || has("财政")) {
        AgendaKind::BudgetReview
    } else if title.find("决算").is_some_and(|at| !has("预决算") && title.find("预算").is_none_or(|budget| at < budget)) {
        AgendaKind::FinalAccounts
    } else if has("预算") || has("预决算") || has("财政") {
        AgendaKind::BudgetReport
    } else if has("资格") {
        AgendaKind::CredentialsReport
    } else if (has("建议") || has("议案")) && has("办理") {
        AgendaKind::SuggestionsReport
    } else if is_government(title) || of_government && is_government(&format!("政府{title}")) {
        AgendaKind::GovernmentReport
    } else if title.ends_with("工作报告") && ["人大", "主席团", "常委会", "常务委员会"].iter().any(|word| has(word)) {
        AgendaKind::CongressReport
    } else {
        AgendaKind::SpecialReport
    }
}

fn speech(report: &Report, number: usize, item: &Item, before: usize) -> Speech {
    let blocks = blocks(report, number, before);
    let kind =
        if ["发言", "建议"].iter().any(|word| item.title.value.contains(word)) { SpeechKind::Remarks } else { SpeechKind::Address };
    Speech {
        id: SpeechId(format!("x{}", before + 1)),
        kind: Some(kind),
        title: item.title.value.as_str().into(),
        speaker: item.by.map(person_id),
        text_status: (!blocks.is_empty()).then_some(TextStatus::Summary),
        blocks,
        ..Speech::default()
    }
}

/// The vote in which the people of an item were elected, if the text names any.
fn election(report: &Report, item: &Item, session: &mut Session, spans: &mut Spans) -> Option<VoteId> {
    let post = item.title.value.strip_prefix("选举")?;
    let is_same = |other: &str| (other.ends_with(post) || post.ends_with(other)) && other.contains('副') == post.contains('副');
    let elected: Vec<_> = report.elected.iter().filter(|elected| is_same(&elected.post.value)).collect();
    let candidates: Vec<Candidate> = elected
        .iter()
        .map(|elected| Candidate {
            person: Some(person_id(elected.person)),
            post: Some(elected.post.value.as_str().into()),
            elected: Stated::Value(true),
            ..Candidate::default()
        })
        .collect();
    if candidates.is_empty() {
        return None;
    }
    let pointer = format!("/votes/{}", session.votes.len());
    spans.found(&pointer, Some(&item.title));
    for (at, elected) in elected.iter().enumerate() {
        spans.person(&format!("{pointer}/candidates/{at}"), report, Some(elected.person));
        spans.found(&format!("{pointer}/candidates/{at}/post"), Some(&elected.post));
    }
    let id = VoteId(format!("v{}", session.votes.len() + 1));
    session.votes.push(Vote {
        id: id.clone(),
        motion: Some(item.title.value.as_str().into()),
        result: Some(VoteResult::Elected),
        candidates,
        ..Vote::default()
    });
    Some(id)
}
