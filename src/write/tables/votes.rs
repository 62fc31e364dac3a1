//! The rows of votes.

use super::{Rows, join};
use crate::i18n::labels;
use crate::model::{Ballots, Candidate, Counts, Stated, Vote};

impl Rows<'_> {
    pub(super) fn vote(&mut self, vote: &Vote) {
        let (session, lookup, lang, t) = (self.session, self.lookup, self.lang, self.t);
        let items = session.agenda.iter().filter(|item| item.votes.contains(&vote.id));
        let items = join(&mut items.map(|item| item.id.as_str()));
        let resolutions = session.resolutions.iter().filter(|resolution| resolution.vote.as_ref() == Some(&vote.id));
        let resolutions = join(&mut resolutions.map(|resolution| resolution.id.as_str()));
        let ballots = vote.ballots.as_ref();
        let counts = vote.counts.as_ref();
        let (unknown, nobody) = (Stated::Unknown, Candidate::default());
        let ballot = |of: fn(&Ballots) -> &Stated<u32>| ballots.map_or(&unknown, of);
        let count = |of: fn(&Counts) -> &Stated<u32>| counts.map_or(&unknown, of);
        let figures = [
            &vote.eligible,
            ballot(|ballots| &ballots.issued),
            ballot(|ballots| &ballots.returned),
            ballot(|ballots| &ballots.valid),
            ballot(|ballots| &ballots.invalid),
            count(|counts| &counts.yes),
            count(|counts| &counts.no),
            count(|counts| &counts.abstain),
            count(|counts| &counts.not_voting),
        ];
        // A vote without candidates is one row.
        for place in 0..vote.candidates.len().max(1) {
            self.begin();
            self.cell(vote.id.as_str());
            self.some(vote.motion.as_deref());
            self.some(vote.method.map(|method| labels::vote_method(lang, method)));
            for figure in figures {
                self.number(figure);
            }
            self.some(vote.result.map(|result| labels::vote_result(lang, result)));
            self.some(vote.note.as_deref());
            self.cell(&items);
            self.cell(&resolutions);
            let candidate = vote.candidates.get(place).unwrap_or(&nobody);
            let person = candidate.person.as_ref().and_then(|id| lookup.person(session, id)).map(|person| person.name.as_str());
            let project = candidate.project.as_ref().and_then(|id| lookup.project(session, id)).map(|project| project.title.as_str());
            self.some(person.or(project));
            self.some(candidate.person.as_ref().map(AsRef::as_ref));
            self.some(candidate.project.as_ref().map(AsRef::as_ref));
            self.some(candidate.post.as_deref());
            self.number(&candidate.yes);
            let [yes, no] = if candidate.project.is_some() { [t.selected, t.not_selected] } else { [t.elected, t.not_elected] };
            self.whether(candidate.elected, yes, no);
            self.end();
        }
    }
}
