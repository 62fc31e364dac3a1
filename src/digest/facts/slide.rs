//! What the slides say below their titles: the same facts, in lines.

use super::told::within;
use super::{Fact, Said, Told, What, item};
use crate::digest::cast::{Cast, cast};
use crate::i18n::dates;
use crate::model::{AgendaItem, PersonId, Sitting};

/// A line of the slide of an agenda item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line<'a> {
    /// Somebody who presents it.
    Presenter(&'a PersonId),
    /// How far it is and what came of it, each a word; then how each vote on it went.
    Came(Vec<&'static str>, Vec<String>),
    /// A vote of which all three counts are known: they are shown large, and are not among the words of [`Line::Came`].
    Cast(Cast),
    /// Anything else.
    Words(String),
}

impl<'a> Told<'a> {
    /// The slide of an agenda item.
    pub fn slide(&self, of: &'a AgendaItem) -> Vec<Line<'a>> {
        let facts = item(self.session, of);
        let (mut came, mut votes, mut casts, mut candidates) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for fact in &facts {
            match fact.said {
                Said::Word(word) if matches!(fact.what, What::State | What::Result) => came.push(self.word(word)),
                Said::Vote(vote, result) => {
                    let (who, mut how): (Vec<_>, Vec<_>) = within(vote, result).into_iter().partition(|fact| fact.what == What::Candidate);
                    if let Some(cast) = cast(vote) {
                        how.retain(|fact| !matches!(fact.what, What::Yes | What::No | What::Abstain));
                        casts.push(Line::Cast(cast));
                    }
                    votes.push(self.line(&how));
                    candidates.extend(who.iter().map(|one| Line::Words(self.piece(one))));
                }
                _ => {}
            }
        }
        votes.retain(|line| !line.is_empty());
        let words = |whats: &[What]| {
            let told: Vec<Fact<'_>> = facts.iter().filter(|fact| whats.contains(&fact.what)).copied().collect();
            Some(self.line(&told)).filter(|line| !line.is_empty()).map(Line::Words)
        };
        let came = (!came.is_empty() || !votes.is_empty()).then_some(Line::Came(came, votes));
        let sitting = facts.iter().find_map(|fact| if let Said::Sitting(sitting) = fact.said { Some(sitting) } else { None });
        let mut lines: Vec<Line<'a>> = of.presenters.iter().map(Line::Presenter).collect();
        lines.extend([words(&[What::OnBehalfOf]), words(&[What::Kind, What::Action, What::PartOf]), came].into_iter().flatten());
        lines.append(&mut casts);
        lines.append(&mut candidates);
        lines.extend([words(&[What::Note]), sitting.map(|sitting| Line::Words(self.sitting_and_clock(sitting)))].into_iter().flatten());
        lines
    }

    /// The slide of the session itself: when and where, and when each sitting is.
    pub fn first_slide(&self) -> Vec<String> {
        let session = self.session;
        let when_and_where = [dates::span(self.lang, &session.dates), session.venue.value().map(ToString::to_string)];
        let sittings = session.sittings.iter().filter(|sitting| sitting.start.is_some()).map(|sitting| self.sitting_and_clock(sitting));
        when_and_where.into_iter().flatten().chain(sittings).collect()
    }

    fn sitting_and_clock(&self, sitting: &Sitting) -> String {
        let name = self.value(&Fact { what: What::Sitting, said: Said::Sitting(sitting) });
        [Some(name), dates::clock(self.lang, sitting)].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}
