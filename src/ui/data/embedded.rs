//! Files inside the page itself, where it is a single file (`write::single`), and sessions inside a single file that is opened like any other.

use crate::archive::SESSIONS;
use crate::read::LIMIT_BYTES;
use crate::ui::state::failure::Failure;
use crate::ui::web::embedded;
use crate::ui::web::embedded::template;
use crate::ui::web::gzip::gunzip;
use crate::write::single::{Part, parts};

/// A file inside this page, by its address beside a served page; `None` where this page is not one that holds its own files.
pub async fn read(name: &str, shown: &str) -> Option<Result<Vec<u8>, Failure>> {
    template()?;
    Some(match embedded::file(name).await {
        Ok(Some(bytes)) => Ok(bytes),
        Ok(None) => Err(Failure::NotFound { name: shown.to_owned() }),
        Err(_) => Err(Failure::Damaged),
    })
}

/// The sessions inside a single file, unpacked.
pub async fn sessions(page: &[u8]) -> Result<Vec<Vec<u8>>, Failure> {
    let page = std::str::from_utf8(page).map_err(|_| Failure::Damaged)?;
    let mut sessions = Vec::new();
    // The limit is of all together: many small parts must not unpack to more than one session may have.
    let mut left = LIMIT_BYTES;
    for Part { name, bytes, is_gzip } in parts(page).ok_or(Failure::Damaged)? {
        if name.starts_with(SESSIONS) {
            let bytes =
                if is_gzip { gunzip(&bytes, left).await.map_err(|error| Failure::unpacking(error, Failure::Damaged))? } else { bytes };
            left = left.saturating_sub(bytes.len() as u64);
            sessions.push(bytes);
        }
    }
    if sessions.is_empty() { Err(Failure::NothingInside) } else { Ok(sessions) }
}
