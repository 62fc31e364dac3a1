//! Suggestions and projects.

use super::checker::Checker;
use super::path::Path;
use super::terms::{Moment, Thing};
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
            self.percent(here.field("progress_percent"), &project.progress_percent);
            let milestones = here.field("milestones");
            self.sequence(milestones, project.milestones.iter().map(|milestone| &milestone.date));
            for (place, milestone) in project.milestones.iter().enumerate() {
                let here = milestones.index(place);
                self.percent(here.field("percent"), &milestone.percent);
            }
        }
    }
}
