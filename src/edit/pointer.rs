//! JSON pointers (RFC 6901): `/agenda/2/title`.

/// The steps of a pointer down from the root; `None` for what is no pointer.
pub fn tokens(at: &str) -> Option<Vec<String>> {
    if at.is_empty() {
        return Some(Vec::new());
    }
    Some(at.strip_prefix('/')?.split('/').map(|token| token.replace("~1", "/").replace("~0", "~")).collect())
}

/// The place in a list that a step names.
pub fn index(token: &str) -> Option<usize> {
    let is_index = !token.is_empty() && token.bytes().all(|byte| byte.is_ascii_digit()) && (token == "0" || !token.starts_with('0'));
    if is_index { token.parse().ok() } else { None }
}

/// The pointer to what is in `parent` under a name or number.
pub fn child(parent: &str, key: &str) -> String {
    let mut at = parent.to_owned();
    push(&mut at, key);
    at
}

/// The pointer to an entry of a list.
pub fn entry(list: &str, index: usize) -> String {
    format!("{list}/{index}")
}

pub(super) fn push(at: &mut String, key: &str) {
    at.push('/');
    at.push_str(&key.replace('~', "~0").replace('/', "~1"));
}

/// The pointer to what holds it, and the last step; `None` for the root.
pub fn split(at: &str) -> Option<(&str, String)> {
    let (parent, last) = at.rsplit_once('/')?;
    Some((parent, last.replace("~1", "/").replace("~0", "~")))
}

/// The pointer to the list, and the place in it, of what is an entry of a list.
pub fn in_list(at: &str) -> Option<(&str, usize)> {
    let (list, token) = at.rsplit_once('/')?;
    Some((list, index(token)?))
}

/// What follows `outer`, where `at` is that or below it.
pub fn below<'a>(at: &'a str, outer: &str) -> Option<&'a str> {
    at.strip_prefix(outer).filter(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The pointer of a path as findings have it, such as `$.agenda[2].kind`.
pub fn of_path(path: &str) -> String {
    let mut at = String::new();
    for part in path.trim_start_matches('$').split(['.', '[', ']']).filter(|part| !part.is_empty()) {
        push(&mut at, part.trim_matches('"'));
    }
    at
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn a_pointer_is_taken_apart_and_put_together() {
        assert_eq!(tokens("/a~1b/0/~0").unwrap(), ["a/b", "0", "~"]);
        assert_eq!(child("/x", "a/~b"), "/x/a~1~0b");
        assert_eq!(split("/x/a~1b"), Some(("/x", "a/b".to_owned())));
        assert_eq!((tokens("x"), split(""), index("01")), (None, None, None));
        assert_eq!(in_list("/agenda/12"), Some(("/agenda", 12)));
    }

    #[test]
    fn only_what_is_below_is_below() {
        assert_eq!((below("/a/1/b", "/a/1"), below("/a/12", "/a/1"), below("/a", "/a")), (Some("/b"), None, Some("")));
    }

    #[test]
    fn the_path_of_a_finding_leads_to_its_field() {
        assert_eq!(of_path("$.agenda[2].kind"), "/agenda/2/kind");
        assert_eq!((of_path("$"), of_path("$[\"奇 怪\"]")), (String::new(), "/奇 怪".to_owned()));
    }
}
