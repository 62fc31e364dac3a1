//! A place in a session as the value of `p`.

use super::query::{decode_segment, encode_segment, once_more};
use super::tail::{Kind, LITERAL, literal};
use super::{BudgetPlace, OVERVIEW, Place, SEARCH};
use crate::model::{AgendaId, BudgetId, LineId, PersonId, ProjectId, ResolutionId, SpeechId, SuggestionId, VoteId};

impl Place {
    /// Reads the value of `p`, with whatever an app left behind it or escaped once more.
    pub(super) fn parse(text: &str) -> Self {
        if let Some(path) = literal(text) {
            return Self::read(path, &|segment| decode_segment(segment));
        }
        let mut path = Kind::Id.cut(text).to_owned();
        if !path.contains('/') {
            let whole = once_more(&path);
            if whole.contains('/') {
                path = whole;
            }
        }
        Self::read(&path, &|segment| Kind::Id.cut(&once_more(&decode_segment(segment))).to_owned())
    }

    fn read(path: &str, segment: &dyn Fn(&str) -> String) -> Self {
        let path = path.trim_matches('/');
        let (section, rest) = path.split_once('/').map_or((path, None), |(section, rest)| (section, Some(rest)));
        let section = section.to_ascii_lowercase();
        if let ("budget" | "budgets", Some(rest)) = (section.as_str(), rest) {
            let (budget, line) = rest.split_once('/').map_or((rest, None), |(budget, line)| (budget, Some(segment(line))));
            let budget = segment(budget);
            if budget.is_empty() {
                return Self::Budgets;
            }
            let line = line.filter(|line| !line.is_empty()).map(LineId);
            return Self::Budget(Box::new(BudgetPlace { line, ..BudgetPlace::new(BudgetId(budget)) }));
        }
        match (section.as_str(), rest.map(segment).filter(|id| !id.is_empty())) {
            ("" | OVERVIEW, None) => Self::Overview,
            ("agenda", None) => Self::Agenda,
            ("agenda", Some(id)) => Self::AgendaItem(AgendaId(id)),
            ("speeches", None) => Self::Speeches,
            ("speeches", Some(id)) => Self::Speech(SpeechId(id)),
            ("decisions" | "resolutions" | "votes", None) => Self::Decisions,
            ("resolutions", Some(id)) => Self::Resolution(ResolutionId(id)),
            ("votes", Some(id)) => Self::Vote(VoteId(id)),
            ("people", None) => Self::People,
            ("people", Some(id)) => Self::Person(PersonId(id)),
            ("budget" | "budgets", None) => Self::Budgets,
            ("suggestions", None) => Self::Suggestions(Box::default()),
            ("suggestions", Some(id)) => Self::Suggestion(SuggestionId(id)),
            ("projects", None) => Self::Projects,
            ("projects", Some(id)) => Self::Project(ProjectId(id)),
            ("glossary", None) => Self::Glossary,
            ("documents" | "sources", None) => Self::Documents,
            (SEARCH, None) => Self::Search(Box::default()),
            ("slides", id) => Self::Slides(id.map(AgendaId)),
            _ => Self::Unknown(path.to_owned()),
        }
    }

    /// The value of `p`, without the query's own escaping.
    pub fn path(&self) -> String {
        let mut path = self.written();
        // What would be taken for something that does not belong to a link is marked as meant.
        if Self::parse(&path).written() != path {
            path.push(LITERAL);
        }
        path
    }

    fn written(&self) -> String {
        let one = |section: &str, id: &str| format!("{section}/{}", encode_segment(id));
        match self {
            // A subject has a parameter of its own.
            Self::Overview | Self::Subject(_) => String::new(),
            Self::Agenda => "agenda".into(),
            Self::AgendaItem(id) => one("agenda", id.as_str()),
            Self::Speeches => "speeches".into(),
            Self::Speech(id) => one("speeches", id.as_str()),
            Self::Decisions => "decisions".into(),
            Self::Resolution(id) => one("resolutions", id.as_str()),
            Self::Vote(id) => one("votes", id.as_str()),
            Self::People => "people".into(),
            Self::Person(id) => one("people", id.as_str()),
            Self::Budgets => "budget".into(),
            Self::Budget(place) => match &place.line {
                Some(line) => format!("{}/{}", one("budget", place.budget.as_str()), encode_segment(line.as_str())),
                None => one("budget", place.budget.as_str()),
            },
            Self::Suggestions(_) => "suggestions".into(),
            Self::Suggestion(id) => one("suggestions", id.as_str()),
            Self::Projects => "projects".into(),
            Self::Project(id) => one("projects", id.as_str()),
            Self::Glossary => "glossary".into(),
            Self::Documents => "documents".into(),
            Self::Search(_) => SEARCH.into(),
            Self::Slides(None) => "slides".into(),
            Self::Slides(Some(id)) => one("slides", id.as_str()),
            Self::Unknown(path) => path.clone(),
        }
    }
}
