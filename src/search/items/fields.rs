//! The words of each thing that can be found: what its place shows, no more.

use super::{Item, Spot};
use crate::budget::{plain, unit};
use crate::digest::{Lookup, posts};
use crate::model::{Block, Budget, BudgetTable, Decimal, Line, PersonId, Session, SittingId, Stated, Text, Unit};
use crate::route::{BudgetPlace, Kind, Place};
use std::borrow::Cow;

impl<'s> Item<'s> {
    /// What is at a spot of a session; `None` where the session has no such spot.
    pub fn of(session: &'s Session, lookup: &Lookup, spot: Spot) -> Option<Self> {
        let found = Finder { session, lookup };
        Some(match spot {
            Spot::Session => found.session(),
            Spot::Person(at) => {
                let person = session.people.get(at as usize)?;
                let mut item = Self::new(Kind::People, Place::Person(person.id.clone()), &person.name);
                item.body.push(Cow::Owned(posts(person)));
                item
            }
            Spot::Sitting(at) => {
                let sitting = session.sittings.get(at as usize)?;
                let mut item = Self::new(Kind::Agenda, Place::Agenda, sitting.name.as_deref().unwrap_or_default());
                found.people(&mut item, &sitting.chairs);
                item.sitting = Some(&sitting.id);
                item
            }
            Spot::Agenda(at) => found.agenda(at as usize)?,
            Spot::Speech(at) => {
                let speech = session.speeches.get(at as usize)?;
                let mut item = Self::new(Kind::Speeches, Place::Speech(speech.id.clone()), &speech.title);
                found.people(&mut item, speech.speaker.as_slice());
                item.some([&speech.attribution, &speech.post]).stated(&speech.on_behalf_of);
                item.sitting = found.sitting_of(at as usize);
                item
            }
            Spot::Paragraph(at, block) => {
                let speech = session.speeches.get(at as usize)?;
                let mut item = Self::new(Kind::Speeches, Place::Speech(speech.id.clone()), "");
                item.block(speech.blocks.get(block as usize)?);
                item.who.extend(&speech.speaker);
                item.within.push(&speech.title);
                item.within.extend(speech.speaker.as_ref().and_then(|id| found.name(id)).or(speech.attribution.as_deref()));
                item.sitting = found.sitting_of(at as usize);
                item
            }
            Spot::Vote(at) => found.vote(at as usize)?,
            Spot::Resolution(at) => {
                let resolution = session.resolutions.get(at as usize)?;
                let mut item = Self::new(Kind::Decisions, Place::Resolution(resolution.id.clone()), &resolution.title);
                item.some([&resolution.number]);
                item
            }
            Spot::ResolutionParagraph(at, block) => {
                let resolution = session.resolutions.get(at as usize)?;
                let mut item = Self::new(Kind::Decisions, Place::Resolution(resolution.id.clone()), "");
                item.block(resolution.blocks.get(block as usize)?);
                // A resolution is shown whole; its blocks have no links of their own.
                item.at = None;
                item.within.push(&resolution.title);
                item
            }
            Spot::Budget(at) => {
                let budget = session.budgets.get(at as usize)?;
                let place = Place::Budget(Box::new(BudgetPlace::new(budget.id.clone())));
                let mut item = Self::new(Kind::Budget, place, &budget.title);
                for table in &budget.tables {
                    item.some([&table.title, &table.scope]);
                }
                item
            }
            Spot::Line(at, table, line) => {
                let budget = session.budgets.get(at as usize)?;
                let table = budget.tables.get(table as usize)?;
                line_item(budget, table, table.lines.get(line as usize)?)
            }
            Spot::Suggestion(at) => found.suggestion(at as usize)?,
            Spot::Totals(at) => {
                let totals = session.suggestion_totals.get(at as usize)?;
                let title = totals.title.as_deref().unwrap_or_default();
                let mut item = Self::new(Kind::Suggestions, Place::Suggestions(Box::default()), title);
                item.some([&totals.note]);
                item
            }
            Spot::Project(at) => found.project(at as usize)?,
            Spot::Change(at) => {
                let change = session.deputy_changes.get(at as usize)?;
                let mut item = Self::new(Kind::People, Place::Person(change.person.clone()), "");
                found.people(&mut item, std::slice::from_ref(&change.person));
                item.some([&change.constituency, &change.note]);
                item
            }
            Spot::Document(at) => {
                let document = session.documents.get(at as usize)?;
                let mut item = Self::new(Kind::Documents, Place::Documents, &document.title);
                item.some([&document.kind, &document.url]);
                item
            }
            Spot::Source(at) => {
                let source = session.sources.get(at as usize)?;
                let mut item = Self::new(Kind::Documents, Place::Documents, &source.title);
                item.some([&source.publisher, &source.url]);
                item
            }
            Spot::Correction(at) => {
                let mut item = Self::new(Kind::Documents, Place::Documents, "");
                item.add(&session.corrections.get(at as usize)?.note);
                item
            }
            Spot::Term(at) => {
                let term = session.glossary.get(at as usize)?;
                let mut item = Self::new(Kind::Glossary, Place::Glossary, &term.term);
                item.add(&term.definition);
                item
            }
        })
    }

    fn new(kind: Kind, place: Place, head: &'s str) -> Self {
        let head = Cow::Borrowed(head);
        Self { kind, place, at: None, head, body: Vec::new(), within: Vec::new(), who: Vec::new(), sitting: None }
    }

    fn add(&mut self, text: &'s str) {
        if !text.is_empty() {
            self.body.push(Cow::Borrowed(text));
        }
    }

    fn some<const N: usize>(&mut self, texts: [&'s Option<Text>; N]) -> &mut Self {
        texts.into_iter().flatten().for_each(|text| self.add(text));
        self
    }

    fn stated(&mut self, text: &'s Stated<Text>) -> &mut Self {
        text.value().into_iter().for_each(|text| self.add(text));
        self
    }

    /// An amount as it is printed, with its unit: 4402万元.
    fn amount(&mut self, amount: &Stated<Decimal>, unit: Option<Unit>) {
        if let Some(amount) = amount.value() {
            let mut text = plain(*amount);
            text.push_str(unit.map_or("", unit_name));
            self.body.push(Cow::Owned(text));
        }
    }

    fn block(&mut self, block: &'s Block) {
        self.at = Some(block.id.as_str());
        self.some([&block.text]);
        // The cells of a table are parted by tabs; each is a text of its own.
        for item in &block.items {
            item.split('\t').for_each(|cell| self.add(cell));
        }
    }
}

/// Units as they stand behind a figure.
fn unit_name(unit: Unit) -> &'static str {
    match unit {
        Unit::Yuan => "元",
        Unit::WanYuan => "万元",
        Unit::YiYuan => "亿元",
    }
}

fn line_item<'s>(budget: &'s Budget, table: &'s BudgetTable, line: &'s Line) -> Item<'s> {
    let place = BudgetPlace { line: Some(line.id.clone()), ..BudgetPlace::new(budget.id.clone()) };
    let mut item = Item::new(Kind::Budget, Place::Budget(Box::new(place)), &line.name);
    line.code.iter().for_each(|code| item.add(code));
    let unit = unit(budget, table, line);
    let all = &line.amounts;
    for amount in [&all.prior_final, &all.initial, &all.adjusted, &all.executed, &all.final_accounts, &all.next] {
        item.amount(amount, Some(unit));
    }
    for percent in line.printed.iter().flat_map(|printed| [&printed.completion_percent, &printed.yoy_percent]).filter_map(Stated::value) {
        item.body.push(Cow::Owned(plain(*percent) + "%"));
    }
    item.some([&line.note]);
    item.within.push(&budget.title);
    item.within.extend(table.title.as_deref());
    item
}

/// A session and the way to what its ids name.
struct Finder<'s, 'l> {
    session: &'s Session,
    lookup: &'l Lookup,
}

impl<'s> Finder<'s, '_> {
    fn name(&self, id: &PersonId) -> Option<&'s str> {
        self.lookup.person(self.session, id).map(|person| person.name.as_str())
    }

    fn people(&self, item: &mut Item<'s>, ids: &'s [PersonId]) {
        ids.iter().filter_map(|id| self.name(id)).for_each(|name| item.add(name));
        item.who.extend(ids);
    }

    /// The sitting of a speech: its own, or that of its agenda item.
    fn sitting_of(&self, speech: usize) -> Option<&'s SittingId> {
        let speech = self.session.speeches.get(speech)?;
        let of_item = || self.lookup.agenda(self.session, speech.agenda.as_ref()?.as_str())?.sitting.as_ref();
        speech.sitting.as_ref().or_else(of_item)
    }

    fn session(&self) -> Item<'s> {
        let session = self.session;
        let assembly = &session.assembly;
        let mut item = Item::new(Kind::Session, Place::Overview, &session.title);
        item.add(&assembly.name);
        item.some([&assembly.short_name, &assembly.place, &session.summary]).stated(&session.venue);
        item
    }

    fn agenda(&self, at: usize) -> Option<Item<'s>> {
        let agenda = self.session.agenda.get(at)?;
        let mut item = Item::new(Kind::Agenda, Place::AgendaItem(agenda.id.clone()), &agenda.title);
        self.people(&mut item, &agenda.presenters);
        item.some([&agenda.note]).stated(&agenda.on_behalf_of);
        item.sitting = agenda.sitting.as_ref();
        Some(item)
    }

    fn vote(&self, at: usize) -> Option<Item<'s>> {
        let vote = self.session.votes.get(at)?;
        let mut item = Item::new(Kind::Decisions, Place::Vote(vote.id.clone()), vote.motion.as_deref().unwrap_or_default());
        item.some([&vote.note]);
        for candidate in &vote.candidates {
            self.people(&mut item, candidate.person.as_slice());
            let project = candidate.project.as_ref().and_then(|id| self.lookup.project(self.session, id));
            if let Some(project) = project {
                item.add(&project.title);
            }
            item.some([&candidate.post]);
        }
        Some(item)
    }

    fn suggestion(&self, at: usize) -> Option<Item<'s>> {
        let one = self.session.suggestions.get(at)?;
        let mut item = Item::new(Kind::Suggestions, Place::Suggestion(one.id.clone()), &one.title);
        self.people(&mut item, one.lead.as_slice());
        self.people(&mut item, &one.cosigners);
        item.some([&one.number, &one.category, &one.text, &one.unit]).stated(&one.reply).some([&one.status]);
        one.co_units.iter().for_each(|unit| item.add(unit));
        for happening in &one.timeline {
            item.add(&happening.event);
            item.some([&happening.note]);
        }
        Some(item)
    }

    fn project(&self, at: usize) -> Option<Item<'s>> {
        let project = self.session.projects.get(at)?;
        let mut item = Item::new(Kind::Projects, Place::Project(project.id.clone()), &project.title);
        self.people(&mut item, &project.responsible);
        item.some([&project.number, &project.content, &project.unit, &project.status]);
        item.amount(&project.investment, project.investment_unit);
        for milestone in &project.milestones {
            item.some([&milestone.note]);
        }
        Some(item)
    }
}
