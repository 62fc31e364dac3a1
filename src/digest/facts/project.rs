//! What is said of a livelihood project.

use super::{Fact, List, Said, What, Word, named};
use crate::model::{Project, Session};

/// The facts of a project. Its number and title are told before them.
pub fn project<'a>(session: &'a Session, project: &'a Project) -> Vec<Fact<'a>> {
    let mut list = List(Vec::new());
    if let Some(choice) = &project.selection {
        list.stated(What::Chosen, &choice.selected, |is| Said::Word(Word::Selected(*is)));
        list.some(What::Method, choice.method.map(|method| Said::Word(Word::Method(method))));
        list.counts(&[(What::Yes, &choice.votes)]);
        list.some(What::Rank, choice.rank.map(Said::Count));
    }
    list.text(What::Status, project.status.as_deref());
    list.stated(What::Progress, &project.progress_percent, |percent| Said::Percent(*percent));
    list.text(What::InCharge, project.unit.as_deref());
    list.people(What::Responsible, &project.responsible);
    list.stated(What::Investment, &project.investment, |amount| Said::Money(*amount, project.investment_unit));
    list.stated(What::FinishBy, &project.due, Said::Day);
    list.some(What::From, project.session.as_ref().map(Said::Session));
    list.some(What::ReportedIn, named(session, project.agenda.as_ref()));
    list.text(What::Content, project.content.as_deref());
    for step in &project.milestones {
        list.put(What::Step, Said::Step(&step.date, step.percent.value().copied(), None, step.note.as_deref()));
    }
    list.0
}
