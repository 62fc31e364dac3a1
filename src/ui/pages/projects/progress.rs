//! How far a project has come, and how many voted for it, as bars.

use crate::budget::is_less;
use crate::digest::follow::day_of;
use crate::digest::projects::time_gone;
use crate::i18n::fill;
use crate::model::{Decimal, Project};
use crate::ui::components::text::dotted;
use crate::ui::state::Ctx;
use leptos::prelude::*;

const WHOLE: Decimal = Decimal { mantissa: 100, scale: 0 };

/// So many of so many, as a bar without words.
pub fn meter(part: u32, whole: u32) -> AnyView {
    let share = u64::from(part) * 1000 / u64::from(whole.max(1));
    let width = format!("{}.{}%", share / 10, share % 10);
    view! { <span class="meter" aria-hidden="true"><i style:width=width></i></span> }.into_any()
}

/// Progress as a bar with the milestones and the time gone by, and in words.
pub fn progress(ctx: &Ctx, project: &Project) -> Option<AnyView> {
    let percent = project.progress_percent.value()?;
    let gone = time_gone(project, day_of(ctx.session()));
    let mark = gone.map(|gone| view! { <u style:left=format!("{gone}%")></u> }.into_any());
    let steps = project.milestones.iter().filter_map(|step| step.percent.value()).filter(|step| is_less(**step, WHOLE));
    let steps = steps.map(|step| view! { <s style:left=format!("{step}%")></s> }.into_any()).collect::<Vec<_>>();
    let is_over = is_less(WHOLE, *percent);
    let width = match percent {
        _ if is_over => WHOLE,
        percent if percent.mantissa < 0 => Decimal::default(),
        percent => *percent,
    };
    let words = gone.map(|gone| fill(ctx.t.time_gone, &[&gone.to_string()]));
    let words = dotted([Some(format!("{percent}%")), words]);
    let bar = view! {
        <span class="meter-cell" lang=ctx.lang.tag()>
            <span class="meter" aria-hidden="true"><i class=is_over.then_some("over") style:width=format!("{width}%")></i>{steps}{mark}</span>
            {words}
        </span>
    };
    Some(bar.into_any())
}
