//! The page of a session asks for its files at the top of the site, however its address was written (`scripts/boot/served.js`).

use regex::Regex;

/// The pattern by which the page finds the top, as it stands in the boot script.
fn top() -> Regex {
    let script = include_str!("../../scripts/boot/served.js");
    let (_, behind) = script.split_once("top = /").unwrap();
    Regex::new(behind.split_once("/.exec(").unwrap().0).unwrap()
}

#[test]
fn the_top_of_a_site_is_found_from_every_address_of_a_page() {
    let pattern = top();
    for folder in ["/", "/archive/", "/a/b/c/", "/s/", "/x/s/y/", "/%E6%A1%A3%E6%A1%88/"] {
        for id in ["case05", "huacao-6-6", "c%203", "a.b", "index.html.x"] {
            for end in ["", "/", "/index.html", "/index.htm", "/index"] {
                let address = format!("{folder}s/{id}{end}");
                let found = pattern.captures(&address).unwrap_or_else(|| panic!("{address}"));
                assert_eq!(&found[1], folder, "{address}");
            }
        }
        for other in ["", "index.html", "data/catalogue.json", "s", "s/"] {
            let address = format!("{folder}{other}");
            if !folder.contains("/s/") {
                assert!(!pattern.is_match(&address), "{address}");
            }
        }
    }
    // A session may be called “s”.
    for address in ["/archive/s/s", "/archive/s/s/", "/archive/s/s/index.html"] {
        assert_eq!(&pattern.captures(address).unwrap()[1], "/archive/", "{address}");
    }
}
