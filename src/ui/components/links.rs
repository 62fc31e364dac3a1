//! Links that leave the page.

use crate::i18n::{Texts, fill};
use crate::ui::web::address::host;
use crate::ui::web::dom::{El, bdi, el};

/// An address from a file, after what is there of `line`. Only http(s) becomes a link, the host is always shown, and nothing is sent along
/// with the visit.
pub fn outside(t: &'static Texts, line: El, label: &str, url: &str) -> El {
    let shown = el("small").class("host");
    match host(url) {
        Some(host) => {
            let leave = el("a").class("outside").set("href", url).set("target", "_blank").set("rel", "noopener noreferrer external");
            line.add(leave.set("title", &fill(t.leads_to, &[&host])).add(bdi(label))).text(" ").add(shown.add(bdi(&host)))
        }
        None => line.add(bdi(label)).text(" ").add(shown.add(bdi(url)).text(" · ").text(t.not_a_link)),
    }
}
