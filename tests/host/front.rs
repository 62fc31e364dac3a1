//! What the front page of the example archive shows, held against the sessions themselves.

use std::fs;
use std::path::Path;
use yishi::budget::{Verdict, audit};
use yishi::catalogue::read_catalogue;
use yishi::digest::front::{What, findings, shown, sides};
use yishi::digest::projects::ballot;
use yishi::model::Session;
use yishi::read::read;

fn file(path: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("public/data").join(path)).unwrap()
}

fn session(id: &str) -> Session {
    read(&file(&format!("sessions/{id}.json"))).unwrap().session
}

#[test]
fn huacao_comes_first_and_every_figure_is_that_of_its_session() {
    let catalogue = read_catalogue(&file("catalogue.json")).unwrap();
    let (real, samples) = sides(&catalogue.sessions);
    let found = findings(&real, 3);
    assert_eq!(found.iter().map(|one| one.what).collect::<Vec<_>>(), [What::Texts, What::Selected, What::Audit]);
    assert_eq!(found[0].entry.id.as_str(), "huacao-6-6");
    assert!(real.iter().all(|entry| !entry.is_sample) && samples.iter().all(|entry| entry.is_sample));

    let chosen = session(found[1].entry.id.as_str());
    assert_eq!(ballot(&chosen).selected, found[1].entry.told.selected as usize);
    let audited = session(found[2].entry.id.as_str());
    let differing: usize = audited.budgets.iter().map(|budget| audit(budget).count(Verdict::Differs)).sum();
    assert_eq!(differing, found[2].entry.told.differing as usize);
    assert!(audited.budgets.iter().any(|budget| Some(&budget.id) == found[2].entry.audited.as_ref()));
    assert_eq!(shown(&samples).len(), 5, "the samples show everything");
}
