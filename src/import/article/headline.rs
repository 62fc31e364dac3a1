//! Headlines: lines above a text that say in short what it tells again.

use super::clean::Clean;

/// Longest line that is a headline, in characters.
const LONGEST: usize = 60;
/// Most lines of headlines.
const MOST: usize = 8;

/// Makes the headlines of a text stops; whether there are any. Texts that go on without full stops have none.
pub fn stop(clean: &mut Clean) -> bool {
    let mut lines = Vec::new();
    let (mut start, mut has_text) = (0, false);
    for line in clean.text.split('\n') {
        let part = start..start + line.len();
        start = part.end + 1;
        if line.trim().is_empty() {
            continue;
        }
        if line.contains('。') {
            has_text = true;
            break;
        }
        let is_stamp = ["发布", "来源", "日期", "记者", "|"].iter().any(|word| line.contains(word));
        let is_other = line.contains(['：', '；']) || line.starts_with(|c: char| c.is_ascii_digit()) || line.chars().count() > LONGEST;
        if lines.len() >= MOST || is_other && !is_stamp {
            return false;
        }
        lines.push(part);
    }
    let is_any = has_text && !lines.is_empty();
    if !is_any {
        return false;
    }
    for line in lines {
        clean.stop(line);
    }
    true
}

#[cfg(test)]
mod tests {
    use crate::import::article;

    fn titles(text: &str) -> Vec<String> {
        article::read(text).items.into_iter().map(|item| item.title.value).collect()
    }

    #[test]
    fn headlines_only_confirm() {
        let text = "甲县第五届人民代表大会第二次会议闭幕\n李山当选县长 王河当选副县长\n1月9日，甲县第五届人民代表大会第二次会议闭幕。会议选举李山为甲县人民政府县长。";
        assert_eq!(titles(text), ["选举甲县人民政府县长"]);
    }

    #[test]
    fn a_text_of_headlines_alone_is_read() {
        let text = "甲县第五届人民代表大会第二次会议召开\n县长李山代表县人民政府作政府工作报告\n会议通过了关于政府工作报告的决议";
        assert_eq!(titles(text).len(), 2);
    }
}
