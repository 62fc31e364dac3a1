//! The link as a QR code, drawn as one path.

use crate::ui::state::use_ctx;
use leptos::prelude::*;
use qrcodegen::{QrCode, QrCodeEcc, QrSegment, Version};
use std::fmt::Write;

/// The largest code that a telephone reads from a screen with ease: 117 modules a side.
const LARGEST: u8 = 25;
/// What a scanner needs around it, in modules.
const QUIET: i32 = 4;
/// The smallest side in pixels.
const SMALLEST: i32 = 220;

/// The code of a link; where the link is too long for one, words say so.
#[component]
pub fn Code(
    /// The link in full.
    link: String,
) -> impl IntoView {
    let t = use_ctx().t;
    let segment = QrSegment::make_bytes(link.as_bytes());
    let code = QrCode::encode_segments_advanced(&[segment], QrCodeEcc::Medium, Version::MIN, Version::new(LARGEST), None, false);
    let Ok(code) = code else { return view! { <p class="quiet">{t.qr_too_long}</p> }.into_any() };
    let side = code.size() + 2 * QUIET;
    // A whole number of pixels for a module keeps its edges sharp.
    let pixels = (side * (SMALLEST / side + 1)).max(side * 3);
    view! {
        <svg class="qr" viewBox=format!("0 0 {side} {side}") width=pixels height=pixels role="img" aria-label=t.qr_label>
            <path d=path(&code)/>
        </svg>
    }
    .into_any()
}

/// The dark modules as one path, a rectangle for each run of a row.
fn path(code: &QrCode) -> String {
    let modules = code.size();
    let mut path = String::new();
    for y in 0..modules {
        let mut x = 0;
        while x < modules {
            let from = x;
            // Outside the code every module is light, so a run ends at the edge.
            while code.get_module(x, y) {
                x += 1;
            }
            if x > from {
                let _ = write!(path, "M{} {}h{}v1H{}z", from + QUIET, y + QUIET, x - from, from + QUIET);
            }
            x += 1;
        }
    }
    path
}
