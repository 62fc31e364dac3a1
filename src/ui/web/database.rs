//! The database of this browser that holds the reader's sessions: what is asked of it, and what it may answer.
//!
//! Every question opens the database and lets go of it again: no tab ever stands in the way of another one, and a database that was
//! deleted meanwhile is simply made anew. It is opened in whatever version it has, so that a page of an older version goes on reading.

use idb::{DatabaseEvent as _, Error, Factory, ObjectStore, ObjectStoreParams, Request as _, TransactionMode};
use js_sys::{Function, Promise, Reflect, Uint8Array};
use leptos::prelude::set_timeout;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

const NAME: &str = "yishi";
/// What is listed, and the bytes of the files: a list must not bring the files with it. Both by the same key.
const STORES: [&str; 2] = ["sessions", "files"];
/// A database that is not open by then is held by somebody else.
const PATIENCE: Duration = Duration::from_secs(4);
/// Our own word beside the names of exceptions.
const BLOCKED: &str = "blocked";

/// Why something is not in the library.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// The browser lets the page keep nothing: private mode, or its settings.
    Refused,
    /// Another tab or program holds the database.
    Blocked,
    /// There is no room left.
    Full,
    /// It was there and is no longer.
    Gone,
    /// Anything else, by the browser's name for it.
    Other(String),
}

impl Trouble {
    fn of(name: &JsValue) -> Self {
        match name.as_string().unwrap_or_default().as_str() {
            BLOCKED => Self::Blocked,
            "QuotaExceededError" => Self::Full,
            "" | "SecurityError" | "InvalidStateError" | "NotAllowedError" => Self::Refused,
            name => Self::Other(name.to_owned()),
        }
    }
}

/// What is done with the two stores; it answers with the requests whose results are wanted.
type Work = Box<dyn FnOnce(&ObjectStore, &ObjectStore) -> Result<Two, Error>>;

/// Two requests, or their results.
type Two = (JsValue, JsValue);

const NOTHING: Two = (JsValue::NULL, JsValue::NULL);

/// All that is listed.
pub async fn rows() -> Result<Vec<JsValue>, Trouble> {
    let rows = ask(TransactionMode::ReadOnly, Box::new(|rows, _| Ok((rows.get_all(None, None)?.into(), JsValue::NULL)))).await?;
    Ok(js_sys::Array::from(&rows.0).to_vec())
}

/// What is listed under a key, and the bytes; `None` where there is nothing.
pub async fn find(key: &str) -> Result<Option<(JsValue, Vec<u8>)>, Trouble> {
    let key = JsValue::from_str(key);
    let work: Work = Box::new(move |rows, files| Ok((rows.get(key.clone())?.into(), files.get(key)?.into())));
    let (row, file) = ask(TransactionMode::ReadOnly, work).await?;
    Ok(file.dyn_into::<Uint8Array>().ok().map(|file| (row, file.to_vec())))
}

/// Keeps files, each by its key, with what is listed of it and its bytes, in the places of what had the same keys: all of them, or none.
pub async fn put(kept: Vec<(String, JsValue, Vec<u8>)>) -> Result<(), Trouble> {
    let work: Work = Box::new(move |rows, files| {
        for (key, row, bytes) in kept {
            let key = JsValue::from_str(&key);
            files.put(&Uint8Array::from(&*bytes), Some(&key))?;
            rows.put(&row, Some(&key))?;
        }
        Ok(NOTHING)
    });
    ask(TransactionMode::ReadWrite, work).await.map(drop)
}

/// Keeps bytes that are not listed.
pub async fn put_file(key: &str, bytes: Vec<u8>) -> Result<(), Trouble> {
    let key = JsValue::from_str(key);
    let work: Work = Box::new(move |_, files| {
        files.put(&Uint8Array::from(&*bytes), Some(&key))?;
        Ok(NOTHING)
    });
    ask(TransactionMode::ReadWrite, work).await.map(drop)
}

/// Removes one, or all.
pub async fn remove(key: Option<&str>) -> Result<(), Trouble> {
    let key = key.map(JsValue::from_str);
    let work: Work = Box::new(move |rows, files| {
        if let Some(key) = key {
            files.delete(key.clone())?;
            rows.delete(key)?;
        } else {
            files.clear()?;
            rows.clear()?;
        }
        Ok(NOTHING)
    });
    ask(TransactionMode::ReadWrite, work).await.map(drop)
}

async fn ask(mode: TransactionMode, work: Work) -> Result<Two, Trouble> {
    let mut work = Some(work);
    let promise = Promise::new(&mut |resolve, reject| {
        if let Some(work) = work.take() {
            let result = open(mode, work, resolve, &reject);
            refuse_if(&reject, result);
        }
    });
    let requests = JsFuture::from(promise).await.map_err(|name| Trouble::of(&name))?;
    let result = |of: u32| Reflect::get_u32(&requests, of).map(|request| field(&request, "result")).unwrap_or_default();
    Ok((result(0), result(1)))
}

fn open(mode: TransactionMode, work: Work, resolve: Function, reject: &Function) -> Result<(), Error> {
    // Whether it was opened, or given up; what comes too late does nothing.
    let is_settled = Rc::new(Cell::new(false));
    let mut open = Factory::new()?.open(NAME, None)?;
    open.on_upgrade_needed(|event| {
        for store in STORES {
            let _ = event.database().map(|database| database.create_object_store(store, ObjectStoreParams::new()));
        }
    });
    let give_up = {
        let (is_settled, reject) = (is_settled.clone(), reject.clone());
        move |name: &JsValue| {
            if !is_settled.replace(true) {
                refuse(&reject, name);
            }
        }
    };
    let (late, blocked) = (give_up.clone(), give_up.clone());
    set_timeout(move || late(&BLOCKED.into()), PATIENCE);
    open.on_blocked(move |_| blocked(&BLOCKED.into()));
    open.on_error(move |event| give_up(&reason(&event.into())));
    let reject = reject.clone();
    open.on_success(move |event| {
        let Ok(database) = event.database() else { return };
        if !is_settled.replace(true) {
            let result = database.transaction(&STORES, mode).and_then(|mut transaction| {
                let requests = transaction
                    .object_store(STORES[0])
                    .and_then(|rows| transaction.object_store(STORES[1]).and_then(|files| work(&rows, &files)));
                let requests = match requests {
                    Ok((one, other)) => js_sys::Array::of2(&one, &other),
                    Err(error) => {
                        // Half of it must not stay.
                        let _ = transaction.abort();
                        return Err(error);
                    }
                };
                let aborted = reject.clone();
                transaction.on_abort(move |event| refuse(&aborted, &reason(&event)));
                transaction.on_complete(move |_| {
                    let _ = resolve.call1(&JsValue::NULL, &requests);
                });
                transaction.forget_callbacks();
                Ok(())
            });
            refuse_if(&reject, result);
        }
        database.close();
    });
    open.forget_callbacks();
    Ok(())
}

fn refuse(reject: &Function, name: &JsValue) {
    let _ = reject.call1(&JsValue::NULL, name);
}

fn refuse_if(reject: &Function, result: Result<(), Error>) {
    let Err(error) = result else { return };
    let thrown = match &error {
        Error::IndexedDbOpenFailed(thrown)
        | Error::TransactionOpenFailed(thrown)
        | Error::ObjectStoreNotFound(thrown)
        | Error::UpdateFailed(thrown)
        | Error::GetFailed(thrown)
        | Error::GetAllKeysFailed(thrown)
        | Error::DeleteFailed(thrown)
        | Error::ClearFailed(thrown) => name(thrown),
        _ => JsValue::NULL,
    };
    refuse(reject, &thrown);
}

/// The name of what an event tells of.
fn reason(event: &JsValue) -> JsValue {
    name(&field(&field(event, "target"), "error"))
}

fn name(thrown: &JsValue) -> JsValue {
    field(thrown, "name")
}

/// A field of something; undefined where there is none.
fn field(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}
