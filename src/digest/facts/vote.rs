//! What is said of a vote.

use super::{Fact, List, Said, What, Word};
use crate::model::Vote;

/// The facts of a vote. What was voted on is told before them.
pub fn vote(vote: &Vote) -> Vec<Fact<'_>> {
    let mut list = List(Vec::new());
    list.some(What::Method, vote.method.map(|method| Said::Word(Word::Method(method))));
    list.some(What::Result, vote.result.map(|result| Said::Word(Word::VoteResult(result))));
    list.counts(&[(What::Eligible, &vote.eligible)]);
    if let Some(ballots) = &vote.ballots {
        list.counts(&[
            (What::Issued, &ballots.issued),
            (What::Returned, &ballots.returned),
            (What::Valid, &ballots.valid),
            (What::Invalid, &ballots.invalid),
        ]);
    }
    if let Some(counts) = &vote.counts {
        list.counts(&[
            (What::Yes, &counts.yes),
            (What::No, &counts.no),
            (What::Abstain, &counts.abstain),
            (What::NotVoting, &counts.not_voting),
        ]);
    }
    list.text(What::Note, vote.note.as_deref());
    for candidate in &vote.candidates {
        list.put(What::Candidate, Said::Candidate(candidate));
    }
    list.0
}
