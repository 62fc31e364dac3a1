//! Which addresses may be links.

/// The host of an address that may be a link: http or https, with a host, without blanks, controls or backslashes.
///
/// Anything else (`javascript:`, `data:`, a path) is shown as text. The host is shown beside every outside link, so that no link can
/// pretend to lead elsewhere.
///
/// ```
/// use yishi::model::link_host;
/// assert_eq!(link_host("https://www.dg.gov.cn/a?b#c"), Some("www.dg.gov.cn"));
/// assert_eq!(link_host("https://gov.cn@evil.example/"), Some("evil.example"));
/// assert_eq!(link_host("javascript:alert(1)"), None);
/// ```
pub fn link_host(url: &str) -> Option<&str> {
    let (scheme, rest) = url.split_once("://")?;
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    if !is_web || url.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '"' | '<' | '>' | '\\')) {
        return None;
    }
    let host = rest.split(['/', '?', '#']).next()?.rsplit('@').next()?;
    (!host.is_empty()).then_some(host)
}
