//! Compatibility decomposition (NFKD) of single characters, in lower case: the browser's own in the page, a crate's elsewhere. They may differ in
//! characters newer than one of them, which nobody searches for yet.

/// Gives what a character is made of.
#[cfg(target_arch = "wasm32")]
pub(super) fn decompose(character: char, give: &mut dyn FnMut(char)) {
    let parts = js_sys::JsString::from(character.encode_utf8(&mut [0; 4]) as &str).normalize("NFKD").to_lower_case();
    String::from(parts).chars().for_each(give);
}

/// Gives what a character is made of.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn decompose(character: char, give: &mut dyn FnMut(char)) {
    unicode_normalization::UnicodeNormalization::nfkd(std::iter::once(character)).flat_map(char::to_lowercase).for_each(give);
}
