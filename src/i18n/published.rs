//! The words that `yishi build` puts into pages, beside those of the program. Host only.

/// Where no script runs, above the text of the session; both languages, as in `index.html`.
pub const WITHOUT_SCRIPTS: &str = "\
<div class=\"notice\">
<p>以下是这次会议的文字版。要看预算表、搜索，或链接到某一段，请在浏览器中开启 JavaScript。</p>
<p lang=\"en\">Below is the session as plain text. For budget tables, search and a link to each paragraph, switch JavaScript on in the browser.</p>
</div>";
