//! How the projects of a list stand, each thing said once.

use super::far;
use crate::model::Project;
use crate::order::insert;

/// How projects stand.
#[derive(Debug, PartialEq, Eq)]
pub struct Standing<'a> {
    /// How many have come how far, in the order of [`super::Far`].
    pub far: [usize; 4],
    /// How many are called what by the file, in its order; empty where that counts the same projects by other words.
    pub statuses: Vec<(&'a str, usize)>,
    /// What all of them are called, where that is one thing.
    pub alike: Option<&'a str>,
}

/// How projects stand.
pub fn standing<'a>(projects: &[&'a Project]) -> Standing<'a> {
    let mut counts = [0_usize; 4];
    let mut statuses: Vec<(&str, usize)> = Vec::new();
    let mut pairs = Vec::new();
    for project in projects {
        let far = far(project) as usize;
        counts[far] += 1;
        let Some(status) = project.status.as_deref() else { continue };
        insert(&mut pairs, (status, far));
        match statuses.iter_mut().find(|(known, _)| *known == status) {
            Some((_, count)) => *count += 1,
            None => statuses.push((status, 1)),
        }
    }
    let named: usize = statuses.iter().map(|(_, count)| count).sum();
    let groups = counts.iter().filter(|count| **count > 0).count();
    // Each word of the file stands for one of ours, and each of ours for one of the file.
    let is_said = named == projects.len() && statuses.len() == groups && pairs.len() == groups;
    let alike = match &statuses[..] {
        [(status, count)] if *count > 1 && *count == projects.len() => Some(*status),
        _ => None,
    };
    if is_said || alike.is_some() {
        statuses.clear();
    }
    Standing { far: counts, statuses, alike }
}
