//! For whom somebody speaks or presents.

use crate::model::{Stated, Text};
use crate::ui::components::text::Filled;
use crate::ui::state::use_ctx;
use leptos::prelude::*;

/// “on behalf of …”, where the file says so.
pub fn on_behalf_of(of: &Stated<Text>) -> Option<AnyView> {
    let of = of.value()?.to_string();
    Some(view! { <Filled template=use_ctx().t.on_behalf_of value=of/> }.into_any())
}
