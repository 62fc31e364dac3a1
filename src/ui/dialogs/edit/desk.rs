//! What the editor works with: the session being edited, what the checks say of it, and how it is kept.

use crate::edit::checked::{Checked, check};
use crate::edit::operations::{change_field, correct};
use crate::edit::original::Place;
use crate::edit::{Change, Editor, Fault, Json, Original, Spot};
use crate::i18n::edit::{fault, step};
use crate::i18n::{Edit, Lang};
use crate::ui::data::edits::{self, Attempt, Trouble};
use crate::ui::state::App;
use crate::ui::web::channel::Channel;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::ops::Range;
use std::sync::Arc;
use std::time::Duration;

/// The checks follow when nothing was typed for so long.
const CHECK_AFTER: Duration = Duration::from_millis(120);
/// What was done is kept when nothing was done for so long.
const KEEP_AFTER: Duration = Duration::from_millis(400);
/// What tabs that edit say to each other goes through this.
const CHANNEL: &str = "yishi-edit";

/// How what was done is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// It is.
    Kept,
    /// In a moment.
    Waiting,
    /// The browser does not keep it.
    Refused(Trouble),
    /// Another tab has kept other changes, under a number.
    Other(u64),
}

/// The state of the editor. Copied freely; it lasts as long as the dialog.
#[derive(Clone, Copy)]
pub struct Desk {
    editor: RwSignal<Editor>,
    /// What the checks say; `None` until they were asked.
    pub checked: RwSignal<Option<Checked>>,
    /// Where the reader is led to; the field takes it when it is there.
    pub target: RwSignal<Option<Spot>>,
    /// The field that has, or had last, the focus.
    pub focused: RwSignal<Option<String>>,
    original: StoredValue<Option<Arc<Original>>>,
    /// How it is kept.
    pub keeping: RwSignal<Keeping>,
    /// Whether another tab edits this session.
    pub is_shared: RwSignal<bool>,
    /// The last number that is known to be kept.
    number: StoredValue<u64>,
    /// Counts what was done, so that only what was done last is kept and checked.
    deeds: StoredValue<u32>,
    /// Whether something is being kept right now: one after the other.
    is_busy: StoredValue<bool>,
    channel: StoredValue<Channel, LocalStorage>,
    lang: Lang,
    app: App,
}

/// What the editor begins with.
#[derive(Clone, Debug)]
pub struct Begun {
    /// The session, with its history.
    pub editor: Editor,
    /// The text that it was drafted of.
    pub original: Option<Original>,
    /// How it is kept.
    pub keeping: Keeping,
    /// The number under which it was kept last.
    pub number: u64,
}

impl Desk {
    /// Begins, and asks the other tabs whether they edit this session.
    pub fn new(app: App, lang: Lang, begun: Begun) -> Self {
        let Begun { editor, original, keeping, number } = begun;
        let session = editor.session_id().to_owned();
        let (keeping, is_shared) = (RwSignal::new(keeping), RwSignal::new(false));
        let number = StoredValue::new(number);
        let answer = StoredValue::new_local(None::<Channel>);
        let channel = Channel::open(CHANNEL, {
            let session = session.clone();
            move |said| {
                let mut words = said.splitn(3, ' ');
                let (what, kept) = (words.next(), words.next().and_then(|kept| kept.parse().ok()));
                if words.next() != Some(&session) {
                    return;
                }
                is_shared.try_set(true);
                match (what, kept) {
                    (Some("ask"), _) => {
                        answer.try_with_value(|channel| channel.iter().for_each(|channel| channel.say(&format!("here 0 {session}"))));
                    }
                    (Some("kept"), Some(kept)) if number.try_get_value().is_some_and(|known| kept > known) => {
                        keeping.try_set(Keeping::Other(kept));
                    }
                    _ => {}
                }
            }
        });
        answer.set_value(Some(channel.clone()));
        channel.say(&format!("ask 0 {session}"));
        let desk = Self {
            editor: RwSignal::new(editor),
            checked: RwSignal::new(None),
            target: RwSignal::new(None),
            focused: RwSignal::new(None),
            original: StoredValue::new(original.map(Arc::new)),
            keeping,
            is_shared,
            number,
            deeds: StoredValue::new(0),
            is_busy: StoredValue::new(false),
            channel: StoredValue::new_local(channel),
            lang,
            app,
        };
        desk.check_soon();
        desk
    }

    /// The desk around a component.
    pub fn current() -> Self {
        expect_context()
    }

    /// The words of the reader's language.
    pub fn words(self) -> &'static Edit {
        Edit::of(self.lang)
    }

    /// The reader's language.
    pub const fn lang(self) -> Lang {
        self.lang
    }

    /// Looks at the session as it is now; tracks it.
    pub fn look<T>(self, at: impl FnOnce(&Editor) -> T) -> T {
        self.editor.with(at)
    }

    /// The same without tracking.
    pub fn look_once<T>(self, at: impl FnOnce(&Editor) -> T) -> T {
        self.editor.with_untracked(at)
    }

    /// The value of a field, as a person would type it; tracks it.
    pub fn value(self, at: &str) -> String {
        self.look(|editor| editor.document().get(at).map(Json::typed).unwrap_or_default())
    }

    /// The text that the session was drafted of.
    pub fn original(self) -> Option<Arc<Original>> {
        self.original.get_value()
    }

    /// Where the field stands in the text that had the focus last; tracks both.
    pub fn place(self) -> Option<Place> {
        let at = self.focused.get()?;
        self.look(|editor| self.original()?.place(editor, &at))
    }

    /// Does something with words of the original text, and says what was done; where the words say what is there already, that is confirmed.
    pub fn take(self, words: Range<usize>, at: &str, make: impl FnOnce(&Json) -> Result<Option<Change>, Fault>) {
        let done = self.act(|editor| match make(editor.document())? {
            Some(change) => editor.run_with(change, Spot::field(at), Some(words)).map(Some),
            None => editor.confirm(at).map(|()| None),
        });
        match done {
            Ok(spot) => {
                if let Some(spot) = spot {
                    self.focused.set(Some(spot.at));
                }
                let said = self.look_once(|editor| editor.steps().last().map(|last| step(self.lang, last)));
                self.app.announce(&said.unwrap_or_default());
            }
            Err(why) => self.app.announce(fault(self.lang, why)),
        }
    }

    /// Takes what is being typed into a field.
    pub fn type_in(self, from: Spot, text: &str) -> Result<(), Fault> {
        let at = from.at.clone();
        self.act(|editor| editor.type_in(&at, from, |document| change_field(document, &at, text)))
    }

    /// Whatever is typed next is a step of its own.
    pub fn seal(self) {
        self.editor.try_update_untracked(Editor::seal);
    }

    /// Does something as a step of its own and leads the reader to where it was done; whether it could be done.
    pub fn run(self, make: impl FnOnce(&Json) -> Result<Option<Change>, Fault>) -> bool {
        let done = self.act(|editor| {
            let Some(change) = make(editor.document())? else { return Ok(None) };
            let from = Spot::field(change.at.clone());
            editor.run(change, from).map(Some)
        });
        if done.is_err() {
            self.app.announce(self.words().edit_not_done);
        }
        let is_done = done.is_ok();
        if let Ok(Some(spot)) = done {
            self.target.set(Some(spot));
        }
        is_done
    }

    /// Undoes the last step.
    pub fn undo(self) {
        self.lead(Editor::undo);
    }

    /// Does again what was undone last.
    pub fn redo(self) {
        self.lead(Editor::redo);
    }

    /// Goes to where so many steps were done.
    pub fn go_to(self, position: usize) {
        self.lead(|editor| editor.go_to(position));
    }

    /// Confirms a field as it is.
    pub fn confirm(self, at: &str) {
        let _ = self.act(|editor| editor.confirm(at));
    }

    /// Confirms everything.
    pub fn confirm_all(self) {
        let _ = self.act(Editor::confirm_all);
    }

    /// Leads the reader to the first doubt that is open.
    pub fn next_doubt(self) {
        let at = self.look_once(|editor| editor.open_doubts().first().map(|doubt| doubt.at.clone()));
        if let Some(at) = at {
            self.target.set(Some(Spot::field(at)));
        }
    }

    /// Notes a correction of today; whether it could be done.
    pub fn correct(self, note: &str) -> bool {
        let today: String = js_sys::Date::new_0().to_iso_string().into();
        let day = today.get(..10).unwrap_or_default().to_owned();
        self.run(|document| correct(document, &day, None, note).map(Some))
    }

    /// Takes up what the other tab has kept; what was done here is let go of.
    pub fn take_theirs(self) {
        let session = self.look_once(|editor| editor.session_id().to_owned());
        spawn_local(async move {
            let Ok(Some(kept)) = edits::load(&session).await else { return };
            if let Ok(editor) = Editor::restore(&kept.text) {
                self.number.try_set_value(kept.number);
                self.keeping.try_set(Keeping::Kept);
                self.editor.try_set(editor);
                self.check_soon();
            }
        });
    }

    /// Keeps what was done here in the place of what the other tab has kept.
    pub fn keep_mine(self, number: u64) {
        self.number.set_value(number);
        self.keep();
    }

    fn lead(self, step: impl FnOnce(&mut Editor) -> Option<Spot>) {
        let spot = self.act(|editor| Ok::<_, Fault>(step(editor)));
        if let Ok(Some(spot)) = spot {
            self.target.set(Some(spot));
        }
    }

    /// Changes the session; it is kept and checked when nothing more is done for a moment.
    fn act<T>(self, change: impl FnOnce(&mut Editor) -> Result<T, Fault>) -> Result<T, Fault> {
        let done = self.editor.try_update(change).unwrap_or(Err(Fault::NoSuchPlace));
        if done.is_ok() {
            self.check_soon();
            self.keep_soon();
        }
        done
    }

    fn check_soon(self) {
        self.deeds.update_value(|deeds| *deeds += 1);
        let deed = self.deeds.get_value();
        let then = move || {
            if self.deeds.try_get_value() == Some(deed) {
                let checked = self.look_once(|editor| check(editor.document()));
                self.checked.set(Some(checked));
            }
        };
        set_timeout(then, CHECK_AFTER);
    }

    fn keep_soon(self) {
        // What another tab has kept is not written over unasked.
        if matches!(self.keeping.get_untracked(), Keeping::Other(_)) {
            return;
        }
        self.keeping.set(Keeping::Waiting);
        let deed = self.deeds.get_value();
        let then = move || {
            if self.deeds.try_get_value() == Some(deed) {
                self.keep();
            }
        };
        set_timeout(then, KEEP_AFTER);
    }

    /// Keeps what was done.
    pub fn keep(self) {
        if self.is_busy.get_value() {
            return;
        }
        self.is_busy.set_value(true);
        let (session, text) = self.look_once(|editor| (editor.session_id().to_owned(), editor.save()));
        let (known, deed) = (self.number.get_value(), self.deeds.get_value());
        let channel = self.channel.get_value();
        spawn_local(async move {
            let kept = edits::keep(&session, known, &text).await;
            if let Ok(Attempt::Kept(number)) = kept {
                channel.say(&format!("kept {number} {session}"));
                self.number.try_set_value(number);
            }
            self.is_busy.try_set_value(false);
            // More was done meanwhile: that is kept next.
            let is_more = self.deeds.try_get_value().is_some_and(|deeds| deeds != deed);
            let keeping = match kept {
                Ok(Attempt::Kept(_)) if is_more => return self.keep(),
                Ok(Attempt::Kept(_)) => Keeping::Kept,
                Ok(Attempt::Other(number)) => Keeping::Other(number),
                Err(trouble) => Keeping::Refused(trouble),
            };
            self.keeping.try_set(keeping);
        });
    }
}
