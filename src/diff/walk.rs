//! Goes down two sessions side by side.

use super::lists::{self, SIBLINGS};
use super::node::Node;
use super::pairs::Pairing;
use super::{Change, Difference, Scope, Side, Step, Thing, Value};
use crate::json_path::{push_index, push_key};
use crate::model::{Decimal, Unit};
use std::collections::BTreeMap;

/// Fields that say how a file is kept, not what happened.
const OF_THE_FILE: [&str; 7] = ["format", "id", "status", "as_of", "license", "is_sample", "corrections"];

/// How many paragraphs are compared by their first words, and how much of a name is kept.
const NAME_CHARACTERS: usize = 60;

/// The differences of two sessions.
pub(super) fn differences(first: &Node, second: &Node, scope: Scope) -> Vec<Difference> {
    let mut walk = Walk { scope, known: BTreeMap::new(), sessions: [first, second], found: Vec::new() };
    // People stand in the keys of others, so they are first.
    for list in ["people", "projects", "sittings", "agenda", "votes", "resolutions", "speeches", "budgets", "documents"] {
        let lists = [first, second].map(|session| session.get(list).map_or(&[][..], Node::entries));
        let pairing = walk.pairing(list, lists);
        walk.know(list, lists, &pairing);
    }
    let here = Here { paths: ["$".to_owned(), "$".to_owned()], place: Vec::new(), units: [Unit::Yuan; 2] };
    walk.fields("", first, second, &here);
    walk.found
}

struct Walk<'a> {
    scope: Scope,
    /// What the id of a thing in the first session is in the second, for each list.
    known: BTreeMap<(String, String), String>,
    sessions: [&'a Node; 2],
    found: Vec<Difference>,
}

/// Where two sessions are compared.
#[derive(Clone)]
struct Here {
    paths: [String; 2],
    place: Vec<Step>,
    units: [Unit; 2],
}

impl Here {
    fn field(&self, name: &str) -> Self {
        let mut here = self.clone();
        here.paths.iter_mut().for_each(|path| push_key(path, name));
        here.place.push(Step { field: name.to_owned(), thing: None });
        here
    }

    /// The entry of the list here; a side that does not have it keeps the path of the list.
    fn entry(&self, thing: Thing, at: [Option<usize>; 2]) -> Self {
        let mut here = self.clone();
        for (path, at) in here.paths.iter_mut().zip(at) {
            if let Some(at) = at {
                push_index(path, at);
            }
        }
        if let Some(step) = here.place.last_mut() {
            step.thing = Some(thing);
        }
        here
    }
}

impl Walk<'_> {
    fn fields(&mut self, list: &str, first: &Node, second: &Node, here: &Here) {
        let (Node::Fields(one), Node::Fields(other)) = (first, second) else { return };
        let mut here = here.clone();
        for (unit, node) in here.units.iter_mut().zip([first, second]) {
            let named = node.text("unit").or_else(|| node.text("investment_unit"));
            *unit = named.and_then(unit_of).unwrap_or(*unit);
        }
        let new = other.iter().filter(|(name, _)| first.get(name).is_none());
        for (name, node) in one {
            match second.get(name) {
                Some(partner) => self.values(list, name, node, partner, &here.field(name)),
                None => self.only(Side::First, name, node, &here.field(name)),
            }
        }
        for (name, node) in new {
            self.only(Side::Second, name, node, &here.field(name));
        }
    }

    fn values(&mut self, list: &str, field: &str, first: &Node, second: &Node, here: &Here) {
        if self.scope == Scope::Common && (OF_THE_FILE.contains(&field) || field == "unit" && unit_pair(first, second)) {
            return;
        }
        match (first, second) {
            (Node::List(one), Node::List(other)) => self.lists(field, [one, other], here),
            (Node::Fields(_), Node::Fields(_)) => self.fields(field, first, second, here),
            _ if first == second && !(is_amount(list) && here.units[0] != here.units[1]) => {}
            _ if self.is_same(list, field, first, second, here.units) => {}
            _ => {
                let [first, second] = [(first, 0), (second, 1)].map(|(node, side)| self.value(list, field, node, side, here));
                self.add(here, Change::Other { first, second });
            }
        }
    }

    fn lists(&mut self, list: &str, entries: [&[Node]; 2], here: &Here) {
        let [one, other] = entries;
        let pairing = self.pairing(list, entries);
        self.know(list, entries, &pairing);
        let moved = if self.scope == Scope::All { pairing.moved() } else { Vec::new() };
        for (a, b) in pairing.rows() {
            let (first, second) = (a.and_then(|a| one.get(a)), b.and_then(|b| other.get(b)));
            let Some(thing) = first.or(second) else { continue };
            let side = usize::from(first.is_none());
            let name = self.name(list, thing, side);
            let told = Thing { id: thing.text("id").map(str::to_owned), name, position: a.or(b).unwrap_or_default() };
            let here = here.entry(told, [a, b]);
            match (first, second) {
                (Some(first), Some(second)) => {
                    if let Some((from, to)) = moved.iter().copied().find(|pair| Some(pair.0) == a) {
                        self.add(&here, Change::Moved { from, to });
                    }
                    match (first, second) {
                        (Node::Fields(_), Node::Fields(_)) => self.fields(list, first, second, &here),
                        _ => self.values(list, list, first, second, &here),
                    }
                }
                (Some(first), None) => self.only(Side::First, list, first, &here),
                (None, Some(second)) => self.only(Side::Second, list, second, &here),
                (None, None) => {}
            }
        }
    }

    fn only(&mut self, side: Side, field: &str, node: &Node, here: &Here) {
        let is_default = matches!(node, Node::Fields(fields) if fields.is_empty());
        if self.scope == Scope::All && !is_default {
            let list = here.place.iter().rev().nth(1).map_or("", |step| step.field.as_str()).to_owned();
            let value = self.value(&list, field, node, usize::from(side == Side::Second), here);
            self.add(here, Change::Only { side, value });
        }
    }

    fn add(&mut self, here: &Here, change: Change) {
        let [first, second] = here.paths.clone();
        self.found.push(Difference { first, second, place: here.place.clone(), change });
    }

    /// Which entries of two lists are the same thing.
    fn pairing(&self, list: &str, entries: [&[Node]; 2]) -> Pairing {
        let [one, other] = entries;
        let mut pairing = Pairing::new(one.len(), other.len());
        let is_of_things = entries.iter().any(|entries| matches!(entries.first(), Some(Node::Fields(_))));
        if !is_of_things {
            let key = |side: usize, at: usize| match entries.get(side)?.get(at)? {
                Node::Text(text) if side == 0 => Some(self.partner_of(list, text).unwrap_or(text).to_owned()),
                node => Some(node.content(&[])),
            };
            pairing.by_key(|at| key(0, at), |at| key(1, at));
            pairing.by_being_left();
            return pairing;
        }
        let all = |side: usize, at: usize| entries.get(side)?.get(at).map(|node| node.content(&["id"]));
        if matches!(list, "blocks") {
            pairing.by_key(|at| all(0, at), |at| all(1, at));
            self.by_ids(&mut pairing, entries, true);
            let words = |side: usize, at: usize| {
                let block = entries.get(side)?.get(at)?;
                Some(["text", "items"].iter().filter_map(|field| block.get(field)).map(|node| node.content(&[])).collect::<String>())
            };
            pairing.by_likeness(|at| words(0, at), |at| words(1, at));
            return pairing;
        }
        for fields in lists::keys(list) {
            let key = |side: usize, at: usize| self.key(list, entries.get(side)?, at, fields, side);
            pairing.by_key(|at| key(0, at), |at| key(1, at));
        }
        self.by_ids(&mut pairing, entries, false);
        let name =
            |side: usize, at: usize| entries.get(side)?.get(at).map(|node| self.name(list, node, side)).filter(|name| !name.is_empty());
        // People and sums are told by their very names.
        if !matches!(list, "people" | "lines" | "candidates" | "deputy_changes") {
            pairing.by_likeness(|at| name(0, at), |at| name(1, at));
        }
        if matches!(list, "suggestion_totals" | "posts") {
            pairing.by_being_left();
        }
        pairing
    }

    /// Joins what has the same id, if ids mean the same in both: where two were drafted apart, `p1` is anybody.
    fn by_ids(&self, pairing: &mut Pairing, entries: [&[Node]; 2], must_be_like: bool) {
        let id = |side: usize, at: usize| entries.get(side)?.get(at)?.text("id").map(str::to_owned);
        let joined: Vec<_> = pairing.pairs().collect();
        let same = joined.iter().filter(|(a, b)| id(0, *a).is_some() && id(0, *a) == id(1, *b)).count();
        if 2 * same < joined.len() || self.scope == Scope::Common && (same == 0 || must_be_like) {
            return;
        }
        pairing.by_key(|at| id(0, at), |at| id(1, at));
    }

    /// What an entry is told by; none where it has none of the fields.
    fn key(&self, list: &str, entries: &[Node], at: usize, fields: &[&str], side: usize) -> Option<String> {
        let thing = entries.get(at)?;
        let mut key = String::new();
        let mut has_any = false;
        for field in fields {
            key.push('\n');
            let Some(node) = thing.get(field) else { continue };
            has_any = true;
            let text = node.content(&[]);
            match lists::reference(field) {
                Some(SIBLINGS) => {
                    let sibling = entries.iter().find(|other| other.text("id") == Some(&text));
                    key.push_str(&sibling.map(|other| self.name(list, other, side)).unwrap_or_default());
                }
                Some(of) if side == 0 => key.push_str(self.partner_of(of, &text).unwrap_or(&text)),
                _ => key.extend(text.chars().filter(|c| !c.is_whitespace())),
            }
        }
        has_any.then_some(key)
    }

    fn know(&mut self, list: &str, entries: [&[Node]; 2], pairing: &Pairing) {
        for (a, b) in pairing.pairs() {
            let [first, second] = [(0, a), (1, b)].map(|(side, at)| entries.get(side).and_then(|list| list.get(at)?.text("id")));
            if let (Some(first), Some(second)) = (first, second) {
                self.known.insert((list.to_owned(), first.to_owned()), second.to_owned());
            }
        }
    }

    /// What the second session calls what a field of the first names.
    fn partner_of(&self, field: &str, id: &str) -> Option<&str> {
        let list = lists::reference(field).unwrap_or(field);
        self.known.get(&(list.to_owned(), id.to_owned())).map(String::as_str)
    }

    fn is_same(&self, list: &str, field: &str, first: &Node, second: &Node, units: [Unit; 2]) -> bool {
        match (first, second) {
            (Node::Text(first), Node::Text(second)) => match lists::reference(field) {
                Some(SIBLINGS) => self.partner_of(list, first) == Some(second),
                Some(of) => self.partner_of(of, first) == Some(second),
                None => false,
            },
            (Node::Number(first), Node::Number(second)) if self.scope == Scope::Common || is_amount(list) && units[0] != units[1] => {
                let units = if is_amount(list) { units } else { [Unit::Yuan; 2] };
                let of = |digits: &str, unit| Decimal::parse(digits).ok().and_then(|number| number.in_ten_thousandths(unit));
                let [first, second] = [of(first, units[0]), of(second, units[1])];
                first.is_some() && first == second
            }
            _ => false,
        }
    }

    /// What a thing is called.
    fn name(&self, list: &str, thing: &Node, side: usize) -> String {
        let Some((field, name)) = lists::name(thing) else { return String::new() };
        let of = if field == "text" { lists::reference(list) } else { lists::reference(field) };
        let name = of.filter(|of| *of != SIBLINGS).map_or_else(|| name.to_owned(), |of| self.name_of(of, name, side));
        if list == "blocks" { name } else { name.chars().take(NAME_CHARACTERS).collect() }
    }

    fn name_of(&self, list: &str, id: &str, side: usize) -> String {
        let things = self.sessions.get(side).and_then(|session| session.get(list)).map_or(&[][..], Node::entries);
        let thing = things.iter().find(|thing| thing.text("id") == Some(id)).and_then(lists::name);
        thing.map(|(_, name)| name.to_owned()).unwrap_or_default()
    }

    fn value(&self, list: &str, field: &str, node: &Node, side: usize, here: &Here) -> Value {
        match node {
            Node::Nothing => Value::Nothing,
            Node::Truth(truth) => Value::Truth(*truth),
            Node::Number(digits) if is_amount(list) => {
                Value::Amount { digits: digits.clone(), unit: here.units.get(side).copied().unwrap_or_default() }
            }
            Node::Number(digits) => Value::Number(digits.clone()),
            Node::Text(text) => match lists::reference(field) {
                Some(of) if of != SIBLINGS => Value::Reference { id: text.clone(), name: self.name_of(of, text, side) },
                _ => Value::Text(text.clone()),
            },
            Node::List(entries) => Value::List(entries.len()),
            Node::Fields(_) => Value::Thing(self.name(field, node, side)),
        }
    }
}

fn is_amount(list: &str) -> bool {
    list == "amounts"
}

fn unit_of(word: &str) -> Option<Unit> {
    match word {
        "yuan" => Some(Unit::Yuan),
        "wan_yuan" => Some(Unit::WanYuan),
        "yi_yuan" => Some(Unit::YiYuan),
        _ => None,
    }
}

/// Whether both name a unit of money.
fn unit_pair(first: &Node, second: &Node) -> bool {
    [first, second].iter().all(|node| matches!(node, Node::Text(word) if unit_of(word).is_some()))
}
