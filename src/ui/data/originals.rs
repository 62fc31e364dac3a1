//! The texts that drafts were made of, kept in the database of this browser beside the sessions; where nothing can be kept, for this visit.

use crate::recent::Recent;
use crate::ui::web::database;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::rc::Rc;

/// So many stay in memory.
const IN_MEMORY: usize = 4;

thread_local! {
    static VISIT: RefCell<Recent<String, Rc<KeptOriginal>>> = RefCell::default();
    static TO_CHECK: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// What is kept beside a draft.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptOriginal {
    /// The text with the places of the values; see [`Original::take`](crate::edit::Original::take).
    pub original: String,
    /// The session file as it was drafted.
    pub session: String,
}

/// Keeps the original of a draft, by the id of its session.
pub fn put(session: &str, kept: KeptOriginal) {
    let bytes = format!("{}\n{}", kept.original, kept.session).into_bytes();
    VISIT.with_borrow_mut(|visit| {
        visit.put(session.to_owned(), Rc::new(kept));
        visit.shrink(IN_MEMORY, 0, |_| Some(1));
    });
    let key = key(session);
    spawn_local(async move {
        // Whoever edits is told there that nothing is kept.
        let _ = database::put_file(&key, bytes).await;
    });
}

/// The original of a session, where it has one.
pub async fn load(session: &str) -> Option<Rc<KeptOriginal>> {
    if let Some(kept) = VISIT.with_borrow_mut(|visit| visit.get(&session.to_owned()).cloned()) {
        return Some(kept);
    }
    let (_, bytes) = database::find(&key(session)).await.ok()??;
    let text = String::from_utf8(bytes).ok()?;
    // Neither has a line break: they are JSON as programs write it.
    let (original, session) = text.split_once('\n')?;
    Some(Rc::new(KeptOriginal { original: original.to_owned(), session: session.to_owned() }))
}

/// Lets go of the original of a session.
pub async fn forget(session: &str) {
    VISIT.with_borrow_mut(|visit| visit.remove(&session.to_owned()));
    let _ = database::remove(Some(&key(session))).await;
}

/// The session is to be checked as soon as it is shown.
pub fn ask_to_check(session: &str) {
    TO_CHECK.replace(Some(session.to_owned()));
}

/// Whether it is, until it is being checked.
pub fn is_to_be_checked(session: &str) -> bool {
    TO_CHECK.with_borrow(|asked| asked.as_deref() == Some(session))
}

/// What was to be checked is being checked.
pub fn checking_begins() {
    TO_CHECK.take();
}

/// No session has an id with a space.
fn key(session: &str) -> String {
    format!("original {session}")
}
