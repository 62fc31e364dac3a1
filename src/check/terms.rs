//! What findings speak of: things with ids, quantities, moments, lists.

/// The things that ids name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Thing {
    /// The session itself.
    Session,
    /// A source.
    Source,
    /// A sitting.
    Sitting,
    /// A person.
    Person,
    /// An agenda item.
    AgendaItem,
    /// A speech.
    Speech,
    /// A block of text.
    Block,
    /// A vote.
    Vote,
    /// A resolution.
    Resolution,
    /// A budget.
    Budget,
    /// A table of a budget.
    Table,
    /// A line of a table.
    Line,
    /// A suggestion.
    Suggestion,
    /// A project.
    Project,
    /// A document.
    Document,
}

/// What a finding compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Quantity {
    /// Seats of the congress.
    Seats,
    /// Deputies expected (应到).
    Expected,
    /// Deputies present (实到).
    Present,
    /// Deputies present and on leave together.
    PresentAndOnLeave,
    /// Ballots issued (发出).
    Issued,
    /// Ballots returned (收回).
    Returned,
    /// Valid ballots (有效).
    Valid,
    /// Valid and invalid ballots together.
    ValidAndInvalid,
    /// Deputies entitled to vote.
    Eligible,
    /// Votes for, against and abstaining, and those not voting, together.
    AllCounts,
    /// Votes for one candidate.
    VotesForCandidate,
    /// Suggestions received, as reported.
    Received,
    /// Suggestions replied to, as reported.
    Replied,
    /// Bills and suggestions together, as reported.
    BillsAndSuggestions,
    /// All outcomes together, as reported.
    Outcomes,
}

/// What a date or time is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Moment {
    /// The beginning.
    Start,
    /// The end.
    End,
    /// When a suggestion was handed in.
    Submitted,
    /// By when it is to be answered.
    Due,
    /// When it was answered.
    Replied,
    /// The milestone or event before this one.
    Previous,
    /// This milestone or event.
    This,
}

/// The lists whose length a source may declare.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Listed {
    /// Agenda items.
    Agenda,
    /// Reports among the speeches.
    Reports,
    /// Resolutions.
    Resolutions,
    /// Suggestions and bills.
    Suggestions,
    /// Selected projects.
    Projects,
}
