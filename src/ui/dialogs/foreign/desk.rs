//! What the dialog of a foreign file knows: the programs at work, what they found, what a person decided.

use crate::drafting::{About, Answer, Ask, Choice, Drafted, Offer, Sheet};
use crate::i18n::{Foreign, Lang};
use crate::ui::state::{App, ForeignFile};
use crate::ui::web::reader::{Program, Trouble};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// Why there is nothing to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// The program says so, in a sentence.
    Refused(String),
    /// The program itself.
    Trouble(Trouble),
    /// The file is a session already: its text. It is opened instead.
    Session(String),
}

impl Said {
    /// In a sentence.
    pub fn sentence(&self, lang: Lang) -> String {
        let words = Foreign::of(lang);
        match self {
            Self::Refused(sentence) => sentence.clone(),
            Self::Session(_) => String::new(),
            Self::Trouble(Trouble::Absent) => words.foreign_absent.to_owned(),
            Self::Trouble(Trouble::Unreached) => words.foreign_unreached.to_owned(),
            Self::Trouble(Trouble::Died) => words.foreign_died.to_owned(),
            Self::Trouble(Trouble::Late) => words.foreign_late.to_owned(),
        }
    }

    /// Whether the same may go well another time.
    pub const fn is_worth_another_try(&self) -> bool {
        matches!(self, Self::Trouble(Trouble::Unreached | Trouble::Died | Trouble::Late))
    }
}

/// The desk at which a file is read.
#[derive(Clone, Copy)]
pub struct Desk {
    lang: Lang,
    file: StoredValue<Arc<ForeignFile>>,
    programs: StoredValue<Vec<Rc<Program>>, LocalStorage>,
    /// What a person decided, by the places of tables.
    pub choices: RwSignal<BTreeMap<usize, Choice>>,
    /// What was found, with those choices.
    pub offer: LocalResource<Result<Arc<Offer>, Said>>,
}

impl Desk {
    /// Begins to read a file, for the components around. Everything ends with them.
    pub fn provide(app: App, file: Arc<ForeignFile>) -> Self {
        let lang = app.lang.get_untracked();
        let (file, programs) = (StoredValue::new(file), StoredValue::new_local(Vec::new()));
        let choices = RwSignal::new(BTreeMap::new());
        let offer = LocalResource::new(move || {
            let choices = choices.get();
            async move { offered(lang, file, programs, choices).await }
        });
        on_cleanup(move || end(programs));
        let desk = Self { lang, file, programs, choices, offer };
        provide_context(desk);
        desk
    }

    /// The desk of the dialog around.
    pub fn current() -> Self {
        expect_context()
    }

    /// Looks at what was found; tracks it.
    pub fn seen<T: Default>(self, at: impl FnOnce(&Offer) -> T) -> T {
        match self.offer.get() {
            Some(Ok(offer)) => at(&offer),
            _ => T::default(),
        }
    }

    /// Looks at what was found.
    pub fn look<T: Default>(self, at: impl FnOnce(&Offer) -> T) -> T {
        untrack(|| self.seen(at))
    }

    /// Decides something of a table.
    pub fn choose(self, table: usize, decide: impl FnOnce(&mut Choice)) {
        self.choices.update(|choices| decide(choices.entry(table).or_default()));
    }

    /// A table cell by cell, as it was read last.
    pub async fn sheet(self, table: usize) -> Sheet {
        let Some(program) = self.programs.try_with_value(|programs| programs.last().cloned()).flatten() else { return Sheet::default() };
        match program.ask(&Ask::Look { table }, None).await {
            Ok(Answer::Sheet(sheet)) => sheet,
            _ => Sheet::default(),
        }
    }

    /// What all of this makes, of the session that it is about.
    pub async fn finish(self, about: About) -> Result<Drafted, Said> {
        let (program, first) = reader(self.lang, self.file, self.programs).await?;
        // A program that died took what was decided with it.
        if first.is_some() {
            drafted(self.programs, &program, self.choices.get_untracked()).await?;
        }
        match ask(self.programs, &program, &Ask::Finish { about }, None).await? {
            Answer::Draft(draft) => Ok(*draft),
            _ => Err(Said::Trouble(Trouble::Died)),
        }
    }
}

type File = StoredValue<Arc<ForeignFile>>;
type Programs = StoredValue<Vec<Rc<Program>>, LocalStorage>;

async fn offered(lang: Lang, file: File, programs: Programs, choices: BTreeMap<usize, Choice>) -> Result<Arc<Offer>, Said> {
    match reader(lang, file, programs).await? {
        (_, Some(offer)) if choices.is_empty() => Ok(Arc::new(offer)),
        (program, _) => drafted(programs, &program, choices).await.map(Arc::new),
    }
}

async fn drafted(programs: Programs, program: &Program, choices: BTreeMap<usize, Choice>) -> Result<Offer, Said> {
    match ask(programs, program, &Ask::Draft { choices }, None).await? {
        Answer::Offer(offer) => Ok(*offer),
        _ => Err(Said::Trouble(Trouble::Died)),
    }
}

/// The program that has read the file. Where it is not there, or is there no more, it is started and given the file, and what it found comes with it.
async fn reader(lang: Lang, file: File, programs: Programs) -> Result<(Rc<Program>, Option<Offer>), Said> {
    if let Some(program) = programs.try_with_value(|programs| programs.last().cloned()).flatten() {
        return Ok((program, None));
    }
    let Some(file) = file.try_get_value() else { return Err(Said::Trouble(Trouble::Died)) };
    let program = start(programs, "reader").await?;
    let open = Ask::Open { lang: lang.tag().to_owned() };
    let mut answer = ask(programs, &program, &open, Some(&file.bytes)).await?;
    if answer == Answer::Pdf {
        let pdf = start(programs, "pdf").await?;
        answer = ask(programs, &pdf, &open, Some(&file.bytes)).await?;
        pdf.end();
        programs.try_update_value(|programs| programs.retain(|other| !Rc::ptr_eq(other, &pdf)));
        if let Answer::Document(document) = answer {
            answer = ask(programs, &program, &Ask::Take { lang: lang.tag().to_owned(), document }, None).await?;
        }
    }
    match answer {
        Answer::Offer(offer) => Ok((program, Some(*offer))),
        Answer::Session(session) => {
            end(programs);
            Err(Said::Session(session))
        }
        Answer::Refused(sentence) => {
            end(programs);
            Err(Said::Refused(sentence))
        }
        _ => Err(Said::Trouble(Trouble::Died)),
    }
}

async fn start(programs: Programs, name: &str) -> Result<Rc<Program>, Said> {
    let program = Rc::new(Program::start(name).await.map_err(Said::Trouble)?);
    // The dialog may be closed by now.
    if programs.try_update_value(|programs| programs.push(program.clone())).is_none() {
        program.end();
        return Err(Said::Trouble(Trouble::Died));
    }
    Ok(program)
}

/// Asks a program; where it fails all are ended, and the next question starts others.
async fn ask(programs: Programs, program: &Program, ask: &Ask, bytes: Option<&[u8]>) -> Result<Answer, Said> {
    program.ask(ask, bytes).await.map_err(|trouble| {
        end(programs);
        Said::Trouble(trouble)
    })
}

fn end(programs: Programs) {
    programs.try_update_value(|programs| programs.drain(..).for_each(|program| program.end()));
}
