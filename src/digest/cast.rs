//! The counts of a vote, where all three are known.

use crate::model::{Stated, Vote};

/// How many were for, against, and abstained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cast {
    /// For.
    pub yes: u32,
    /// Against.
    pub no: u32,
    /// Abstaining.
    pub abstain: u32,
}

impl Cast {
    /// The shares of those for and against among the three, in tenths of a percent.
    pub fn permille(self) -> [u64; 2] {
        let all = (u64::from(self.yes) + u64::from(self.no) + u64::from(self.abstain)).max(1);
        [self.yes, self.no].map(|count| u64::from(count) * 1000 / all)
    }
}

/// The counts of a vote; nothing where the file does not give all three, or all are zero.
pub fn cast(vote: &Vote) -> Option<Cast> {
    let counts = vote.counts.as_ref()?;
    let count = |count: Stated<u32>| count.value().copied().or((count == Stated::None).then_some(0));
    let cast = Cast { yes: count(counts.yes)?, no: count(counts.no)?, abstain: count(counts.abstain)? };
    (cast.yes > 0 || cast.no > 0 || cast.abstain > 0).then_some(cast)
}
