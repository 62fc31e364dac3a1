//! A speech or resolution as plain text and as Markdown (`CommonMark`), with what one must know to cite it.

use crate::digest::Lookup;
use crate::digest::facts::{self, Fact, Told};
use crate::i18n::{Lang, Story, dates, fill, labels};
use crate::model::{AgendaItem, Block, BlockKind, Resolution, Session, Speech, TextStatus, VoteId, link_host};

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Plain text.
    Plain,
    /// Markdown; text from the file stays text, whatever signs are in it.
    Markdown,
}

/// A text with its title and its origin, as [`write()`] takes it.
#[derive(Clone, Debug)]
pub struct Piece<'a> {
    /// The title.
    pub title: &'a str,
    /// Who, when, of what kind: lines below the title.
    pub about: Vec<String>,
    /// How it relates to what was said.
    pub status: Option<TextStatus>,
    /// The text.
    pub blocks: &'a [Block],
    /// Whether it is about a text. What has none by its nature does not say that it is missing.
    pub is_text: bool,
    /// The agenda item that it belongs to.
    pub item: Option<&'a AgendaItem>,
    /// The vote that passed it.
    pub vote: Option<&'a VoteId>,
}

impl<'a> Piece<'a> {
    /// A speech, with its speaker and post.
    pub fn speech(lang: Lang, session: &'a Session, lookup: &Lookup, speech: &'a Speech) -> Self {
        let known = speech.speaker.as_ref().and_then(|id| lookup.person(session, id)).map(|person| person.name.as_str());
        let behalf = speech.on_behalf_of.value().map(|behalf| fill(lang.texts().on_behalf_of, &[behalf])).unwrap_or_default();
        let kind = speech.kind.map_or("", |kind| labels::speech_kind(lang, kind));
        let who = known.or(speech.attribution.as_deref()).unwrap_or_default();
        let sitting = speech.sitting.as_ref().and_then(|id| lookup.sitting(session, id)).and_then(|sitting| sitting.name.as_deref());
        let date = speech.date.as_ref().map(|date| dates::date(lang, date)).unwrap_or_default();
        let about =
            vec![dotted(&[who, speech.post.as_deref().unwrap_or_default(), &behalf]), dotted(&[kind, sitting.unwrap_or_default(), &date])];
        let item = session.agenda.iter().find(|item| speech.agenda.as_ref() == Some(&item.id) || item.speeches.contains(&speech.id));
        Self { title: &speech.title, about, status: speech.text_status, blocks: &speech.blocks, is_text: true, item, vote: None }
    }

    /// A resolution, with its kind and number.
    pub fn resolution(lang: Lang, resolution: &'a Resolution) -> Self {
        let kind = resolution.kind.map_or("", |kind| labels::resolution_kind(lang, kind));
        let date = resolution.date.as_ref().map(|date| dates::date(lang, date)).unwrap_or_default();
        let about = vec![dotted(&[kind, resolution.number.as_deref().unwrap_or_default(), &date])];
        let (status, blocks, vote) = (resolution.text_status, &resolution.blocks, resolution.vote.as_ref());
        Self { title: &resolution.title, about, status, blocks, is_text: true, item: None, vote }
    }

    /// An agenda item, a vote, a project or a suggestion: its title, and each fact on a line of its own.
    pub fn facts(told: &Told<'_>, number: Option<&str>, title: &'a str, facts: &[Fact<'_>]) -> Self {
        let number = number.map(|number| format!("{} {number}", Story::of(told.lang).number));
        let about = number.into_iter().chain(facts.iter().map(|fact| told.piece(fact))).collect();
        Self { title, about, status: None, blocks: &[], is_text: false, item: None, vote: None }
    }
}

/// A text with its title, who and when, whether it is verbatim, its source and its link; the same bytes for the same session.
pub fn write(lang: Lang, session: &Session, piece: &Piece<'_>, link: Option<&str>, form: Form) -> String {
    let t = lang.texts();
    let mut out = Out { text: String::new(), form };
    out.part("# ", "", piece.title);
    let mut about = piece.about.clone();
    about.push(dotted(&[&session.title, &dates::span(lang, &session.dates).unwrap_or_default()]));
    if session.is_sample {
        about.push(t.sample_note.to_owned());
    }
    let status = match piece.status {
        _ if !piece.is_text => "",
        _ if piece.blocks.is_empty() => t.text_absent,
        Some(status) => labels::text_status(lang, status),
        None => t.text_status_unknown,
    };
    about.push(status.to_owned());
    // What came of the item, or how the vote went, is not in the text itself.
    let colon = if lang == Lang::Zh { "：" } else { ": " };
    let told = Told { lang, session, lookup: &Lookup::new(session) };
    if let Some(item) = piece.item {
        let its_item = told.titled(item.number.as_ref(), &item.title, &facts::item(session, item));
        about.push([t.belongs_to, &its_item].join(colon));
    }
    if let Some(vote) = piece.vote.and_then(|id| session.votes.iter().find(|vote| vote.id == *id)) {
        about.push([t.passed_by, &told.line(&facts::vote(vote))].join(colon));
    }
    about.retain(|line| !line.is_empty());
    out.part("", "", &about.join("\n"));
    for source in &session.sources {
        let publisher = source.publisher.as_deref().unwrap_or_default();
        let date = source.date.as_ref().map(|date| dates::date(lang, date)).unwrap_or_default();
        out.part("", "", &format!("{}{colon}{}", t.sources, dotted(&[&source.title, publisher, &date])));
        if let Some(url) = &source.url {
            out.address(url);
        }
    }
    out.address(link.unwrap_or(t.only_here));
    out.blocks(piece.blocks);
    out.text
}

/// The blocks of a text as plain text.
pub fn plain(blocks: &[Block]) -> String {
    let mut out = Out { text: String::new(), form: Form::Plain };
    out.blocks(blocks);
    out.text
}

struct Out {
    text: String,
    form: Form,
}

impl Out {
    fn blocks(&mut self, blocks: &[Block]) {
        for (at, block) in blocks.iter().enumerate() {
            let text = block.text.as_deref().unwrap_or_default();
            match block.kind {
                BlockKind::Heading => {
                    // The title has the first level.
                    let level = usize::from(block.level.unwrap_or(1).clamp(1, 5));
                    self.part(&"######"[..=level], " ", text);
                }
                BlockKind::Paragraph => self.part("", "", text),
                BlockKind::Quote => self.part("> ", "> ", text),
                BlockKind::List => {
                    self.part("", "", text);
                    // Two lists in a row are one list in Markdown, unless their signs differ.
                    let sign = if self.form == Form::Markdown && at % 2 == 1 { "* " } else { "- " };
                    self.gap();
                    block.items.iter().for_each(|item| self.lines(sign, "  ", item));
                }
                BlockKind::Table => {
                    self.part("", "", text);
                    self.table(block);
                }
            }
        }
    }

    /// A part of its own: an empty line before it.
    fn part(&mut self, first: &str, next: &str, text: &str) {
        if !text.trim().is_empty() {
            self.gap();
            self.lines(first, next, text);
        }
    }

    fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    /// Lines, the first begun with one sign and the others with another. In plain text a heading has none; in Markdown it is one line.
    fn lines(&mut self, first: &str, next: &str, text: &str) {
        let is_markdown = self.form == Form::Markdown;
        let is_heading = first.starts_with('#');
        let lines: Vec<&str> = text.lines().map(|line| line.trim_matches([' ', '\t', '\r'])).filter(|line| !line.is_empty()).collect();
        let joint = if is_heading { " ".to_owned() } else { format!("{}\n{next}", if is_markdown { "\\" } else { "" }) };
        if is_markdown || !is_heading {
            self.text.push_str(first);
            if is_heading && !first.ends_with(' ') {
                self.text.push(' ');
            }
        }
        for (at, line) in lines.iter().enumerate() {
            if at > 0 {
                self.text.push_str(&joint);
            }
            self.escaped(line);
        }
        self.text.push('\n');
    }

    fn table(&mut self, block: &Block) {
        let width = block.items.iter().map(|row| row.split('\t').count()).max().unwrap_or(0);
        if width == 0 {
            return;
        }
        self.gap();
        for (at, row) in block.items.iter().enumerate() {
            if self.form == Form::Plain {
                self.text.push_str(&row.replace('\n', " "));
                self.text.push('\n');
                continue;
            }
            let mut cells = row.split('\t');
            for _ in 0..width {
                self.text.push_str("| ");
                self.escaped(&cells.next().unwrap_or_default().trim().replace('\n', " "));
                self.text.push(' ');
            }
            self.text.push_str("|\n");
            if at == 0 {
                self.text.push_str(&"| --- ".repeat(width));
                self.text.push_str("|\n");
            }
        }
    }

    /// An address: a link where it is one.
    fn address(&mut self, address: &str) {
        let is_link = self.form == Form::Markdown
            && link_host(address).is_some()
            && !address.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\\".contains(c));
        if is_link {
            self.gap();
            self.text.extend(["<", address, ">\n"]);
        } else {
            self.part("", "", address);
        }
    }

    /// Text of one line. In Markdown every sign that means something is escaped, at the beginning also what makes a list or a rule there.
    fn escaped(&mut self, line: &str) {
        if self.form == Form::Plain {
            self.text.push_str(line);
            return;
        }
        let number = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        for (at, c) in line.char_indices() {
            let is_sign =
                "\\`*_{}[]<>#&~|$".contains(c) || (at == 0 && "+-=".contains(c)) || (at == number && number > 0 && ".)".contains(c));
            if is_sign {
                self.text.push('\\');
            }
            self.text.push(c);
        }
    }
}

/// Puts a middle dot between what there is.
fn dotted(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}
