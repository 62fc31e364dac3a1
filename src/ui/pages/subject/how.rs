//! What was looked for: the codes and words of a subject, so that everyone can see what was not.

use crate::i18n::Subjects;
use crate::subjects::Subject;
use crate::ui::components::layout::Fact;
use crate::ui::state::App;
use leptos::prelude::*;

/// The codes and words of a subject, and what does not count.
#[component]
pub fn HowFound(
    /// The subject.
    subject: &'static Subject,
) -> impl IntoView {
    let s = Subjects::of(App::current().lang.get_untracked());
    let mut codes = subject.codes.join("、");
    if !subject.not_codes.is_empty() {
        codes = format!("{codes}（{} {}）", s.subject_not_codes, subject.not_codes.join("、"));
    }
    let facts = [
        (s.subject_words, subject.words().join("、")),
        (s.subject_codes, codes),
        (s.subject_fields, subject.categories.join("、")),
        (s.subject_friends, subject.false_friends.join("、")),
    ];
    let facts = facts.into_iter().filter(|(_, words)| !words.is_empty());
    let facts = facts.map(|(term, words)| view! { <Fact term><span lang="zh-Hans">{words}</span></Fact> }.into_any());
    view! {
        <details class="looked-for">
            <summary>{s.subject_how}</summary>
            <p>{s.subject_rule}</p>
            <dl class="pairs">{facts.collect::<Vec<_>>()}</dl>
        </details>
    }
    .into_any()
}
