//! Suggestions, projects, and changes among the deputies.

use super::checker::Checker;
use super::rules;
use super::terms::{Moment, Thing};
use crate::json_path::Path;
use crate::model::Session;

const ROOT: Path<'static> = Path::Root;

impl<'a> Checker<'a> {
    /// Bills and suggestions.
    pub(super) fn suggestions(&mut self) {
        let session: &'a Session = self.session;
        let list = ROOT.field("suggestions");
        for (place, suggestion) in session.suggestions.iter().enumerate() {
            let here = list.index(place);
            self.id(here, Thing::Suggestion, suggestion.id.as_str(), place);
            self.text(here.field("title"), &suggestion.title);
            self.refers(here.field("lead"), Thing::Person, suggestion.lead.as_ref());
            self.refer_all(here.field("cosigners"), Thing::Person, &suggestion.cosigners);
            let submitted = suggestion.submitted.as_ref();
            self.date(here.field("submitted"), submitted);
            for (name, moment, date) in [("due", Moment::Due, &suggestion.due), ("replied", Moment::Replied, &suggestion.replied)] {
                self.date(here.field(name), date.value());
                self.order(here.field(name), (Moment::Submitted, submitted), (moment, date.value()));
            }
            self.sequence(here.field("timeline"), suggestion.timeline.iter().map(|entry| &entry.date));
            self.refers(here.field("agenda"), Thing::AgendaItem, suggestion.agenda.as_ref());
        }
    }

    /// What reports say of the suggestions as a whole.
    pub(super) fn suggestion_totals(&mut self) {
        let session: &'a Session = self.session;
        let list = ROOT.field("suggestion_totals");
        for (place, totals) in session.suggestion_totals.iter().enumerate() {
            let here = list.index(place);
            self.refers(here.field("agenda"), Thing::AgendaItem, totals.agenda.as_ref());
            self.date(here.field("as_of"), totals.as_of.as_ref());
            self.contradictions(here, rules::totals(totals));
        }
    }

    /// Changes among the deputies.
    pub(super) fn deputy_changes(&mut self) {
        let session: &'a Session = self.session;
        let list = ROOT.field("deputy_changes");
        for (place, change) in session.deputy_changes.iter().enumerate() {
            let here = list.index(place);
            self.refers(here.field("person"), Thing::Person, Some(&change.person));
            self.refers(here.field("agenda"), Thing::AgendaItem, change.agenda.as_ref());
            self.date(here.field("date"), change.date.as_ref());
        }
    }

    /// Livelihood projects.
    pub(super) fn projects(&mut self) {
        let session: &'a Session = self.session;
        let list = ROOT.field("projects");
        for (place, project) in session.projects.iter().enumerate() {
            let here = list.index(place);
            self.id(here, Thing::Project, project.id.as_str(), place);
            self.text(here.field("title"), &project.title);
            self.refer_all(here.field("responsible"), Thing::Person, &project.responsible);
            self.date(here.field("due"), project.due.value());
            self.progress(here.field("progress_percent"), &project.progress_percent);
            let milestones = here.field("milestones");
            self.sequence(milestones, project.milestones.iter().map(|milestone| &milestone.date));
            for (place, milestone) in project.milestones.iter().enumerate() {
                let here = milestones.index(place);
                self.progress(here.field("percent"), &milestone.percent);
            }
            self.refers(here.field("agenda"), Thing::AgendaItem, project.agenda.as_ref());
        }
    }
}
