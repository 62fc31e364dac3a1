//! Projects that a text lists: numbered lines behind 民生实事项目为： or 票决结果如下：.

use super::clean::Clean;
use super::rules::{NUMBERED, PROJECTS};
use super::spans::Spans;
use super::{Found, Report, Span};
use crate::model::{self, ProjectId};
use std::ops::Range;

/// A project of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// Its title.
    pub title: Found<String>,
    /// What is to be done, where that follows the title.
    pub content: Option<Found<String>>,
}

/// Projects of a list; a longer one is something else.
const MOST: usize = 100;
/// Longest title, in characters.
const LONGEST: usize = 60;

/// Takes the projects, whose lines no other rule reads then.
pub fn read(clean: &mut Clean, report: &mut Report) {
    for hit in PROJECTS.hits(&clean.text) {
        let mut taken = Vec::new();
        for line in lines(&clean.text, hit.whole().end) {
            let text = clean.text.get(line.clone()).unwrap_or_default();
            let Some(lead) = NUMBERED.first(text).map(|hit| hit.whole().end).filter(|_| taken.len() < MOST) else { break };
            let body = text.get(lead..).unwrap_or_default();
            let end = body.find(['。', '：', '；']).unwrap_or(body.len());
            let title = line.start + lead..line.start + lead + end;
            if body.get(..end).is_none_or(|title| title.trim().is_empty() || title.chars().count() > LONGEST) {
                break;
            }
            let rest = body.get(end..).unwrap_or_default();
            let blank = rest.len() - rest.trim_start_matches(['。', '：', '；', ' ']).len();
            let content = line.end - rest.len() + blank..line.end;
            report.projects.push(Project {
                title: found(clean, &title),
                content: Some(found(clean, &content)).filter(|content| !content.value.is_empty()),
            });
            taken.push(line);
        }
        for line in taken {
            clean.stop(line);
        }
    }
}

/// The projects of a draft.
pub(super) fn drafted(report: &Report, spans: &mut Spans) -> Vec<model::Project> {
    let mut all = Vec::new();
    for (at, project) in report.projects.iter().enumerate() {
        spans.found(&format!("/projects/{at}"), Some(&project.title));
        spans.found(&format!("/projects/{at}/content"), project.content.as_ref());
        all.push(model::Project {
            id: ProjectId(format!("j{}", at + 1)),
            title: project.title.value.as_str().into(),
            content: project.content.as_ref().map(|content| content.value.as_str().into()),
            ..model::Project::default()
        });
    }
    all
}

fn found(clean: &Clean, part: &Range<usize>) -> Found<String> {
    let text = clean.text.get(part.clone()).unwrap_or_default();
    let start = part.start + (text.len() - text.trim_start().len());
    let origin = clean.origin(&(start..start + text.trim().len()));
    Found { value: text.trim().to_owned(), span: Span { start: origin.start, end: origin.end, rule: PROJECTS.name } }
}

/// The lines from `at` on that hold something.
fn lines(text: &str, at: usize) -> Vec<Range<usize>> {
    let mut start = at;
    let mut found = Vec::new();
    for line in text.get(at..).unwrap_or_default().split('\n').take(MOST * 2) {
        let from = start + (line.len() - line.trim_start().len());
        if !line.trim().is_empty() {
            found.push(from..from + line.trim().len());
        }
        start += line.len() + 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::import::article;

    fn titles(text: &str) -> Vec<String> {
        article::read(text).projects.into_iter().map(|project| project.title.value).collect()
    }

    #[test]
    fn numbered_lines_behind_the_result_of_a_ballot_are_projects() {
        let text = "甲县第五届人民代表大会第二次会议对2031年民生实事项目进行了票决。票决结果如下：\n\
            一、便民桥项目。1.新建石桥一座。\n二、公厕改造项目。\n现予公告。";
        assert_eq!(titles(text), ["便民桥项目", "公厕改造项目"]);
        let report = article::read(text);
        let content: Vec<_> = report.projects.iter().map(|project| project.content.as_ref().map(|found| found.value.as_str())).collect();
        assert_eq!(content, [Some("1.新建石桥一座。"), None]);
    }

    #[test]
    fn a_list_of_something_else_has_no_projects() {
        let text = "甲县第五届人民代表大会第二次会议召开。会议通过的决议如下：\n1.关于政府工作报告的决议\n2.关于预算的决议";
        assert_eq!(titles(text), Vec::<String>::new());
    }
}
