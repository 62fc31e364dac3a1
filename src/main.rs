//! The browser's entry: a notice for our own bugs, then the page.

/// Reveals the notice in `index.html`: after a panic the program is dead, and the reader must not be left with a page that does not answer.
fn install_panic_notice() {
    std::panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        let notice = web_sys::window().and_then(|window| window.document()).and_then(|document| document.get_element_by_id("panic"));
        if let Some(notice) = notice {
            let _ = notice.remove_attribute("hidden");
        }
    }));
}

fn main() {
    install_panic_notice();
    yishi::ui::mount();
}
