//! JSON paths such as `$.agenda[2].kind`, built only where there is something to say.

/// Longest word from a file that a path or a finding repeats, in characters.
const SHORT: usize = 60;

/// A way down into the session. Each step borrows the one above it, so that a path costs nothing until it is written out.
#[derive(Clone, Copy)]
pub(crate) enum Path<'a> {
    /// The session itself.
    Root,
    /// A field.
    Field(&'a Path<'a>, &'static str),
    /// A place in a list.
    Index(&'a Path<'a>, usize),
}

impl<'a> Path<'a> {
    /// The field `name` of the object here.
    pub(crate) const fn field(&'a self, name: &'static str) -> Self {
        Path::Field(self, name)
    }

    /// The entry `index` of the list here.
    pub(crate) const fn index(&'a self, index: usize) -> Self {
        Path::Index(self, index)
    }

    /// The path in writing.
    pub(crate) fn write(&self) -> String {
        let mut text = String::new();
        self.push_to(&mut text);
        text
    }

    fn push_to(&self, text: &mut String) {
        match self {
            Path::Root => text.push('$'),
            Path::Field(parent, name) => {
                parent.push_to(text);
                push_key(text, name);
            }
            Path::Index(parent, index) => {
                parent.push_to(text);
                push_index(text, *index);
            }
        }
    }
}

/// Appends the name of a field.
pub(crate) fn push_key(path: &mut String, key: &str) {
    if !key.is_empty() && key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') {
        path.push('.');
        path.push_str(&short(key));
        return;
    }
    path.push_str("[\"");
    for c in short(key).chars() {
        if matches!(c, '"' | '\\') {
            path.push('\\');
        }
        path.push(c);
    }
    path.push_str("\"]");
}

/// Appends a place in a list, from 0.
pub(crate) fn push_index(path: &mut String, index: usize) {
    path.push('[');
    path.push_str(&index.to_string());
    path.push(']');
}

/// `text` on one line, without hidden characters, and cut to a length that a sentence can hold.
pub(crate) fn short(text: &str) -> String {
    let text = crate::model::Text::from(text);
    let mut rest = text.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
    let mut short: String = rest.by_ref().take(SHORT).collect();
    if rest.next().is_some() {
        short.push('…');
    }
    short
}
