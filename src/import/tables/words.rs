//! What a line of text above, in or below a table is, told by its words.

/// The text as one line: line breaks joined, and no blanks beside Chinese characters, which printers put there to spread a word.
pub fn line(text: &str) -> String {
    let mut made = String::with_capacity(text.len());
    let mut had_blank = false;
    for character in text.chars() {
        if character.is_whitespace() {
            had_blank = true;
            continue;
        }
        if had_blank && !is_wide(character) && made.chars().next_back().is_some_and(|last| !is_wide(last)) {
            made.push(' ');
        }
        had_blank = false;
        made.push(character);
    }
    made
}

/// The words that tell a unit, such as `单位：万元`, wherever they stand in the line.
pub fn unit(line: &str) -> Option<String> {
    // Most lines are names and figures, and this is asked of each several times.
    if !line.contains(['元', '位']) {
        return None;
    }
    let bare = line.trim_matches(['（', '）', '(', ')', '【', '】']);
    if ["元", "千元", "万元", "百万元", "亿元"].iter().any(|word| bare.trim_start_matches("单位").trim_start_matches("人民币") == *word)
    {
        return Some(bare.to_owned());
    }
    let start = ["单位：", "单位:"].iter().find_map(|mark| line.find(mark))?;
    // 编制单位：… names an office.
    let before = &line[..start];
    if ["编制", "填报", "编报", "预算", "主管"].iter().any(|word| before.ends_with(word)) {
        return unit(&line[start + "单位：".len().min(line.len() - start)..]);
    }
    let rest = &line[start..];
    let end = rest.find(['）', ')', ' ', '，', ',', '；', '】']).unwrap_or(rest.len());
    let found = &rest[..end];
    let mark = "单位".len();
    (found.chars().count() <= 16 && found.len() > mark + 3).then(|| found.to_owned())
}

/// Whether the line is only the unit, perhaps with 金额 before it or brackets around it.
pub fn is_unit_only(line: &str) -> bool {
    unit(line).is_some_and(|unit| line.chars().count() <= unit.chars().count() + 4)
}

/// The line without the number of an attachment (附表1, 表一, 附件2-1) before it; empty where it is nothing else.
pub fn without_number(line: &str) -> &str {
    let line = line.trim_start_matches(['（', '(']);
    for mark in ["附表", "附件", "续表", "表"] {
        let Some(rest) = line.strip_prefix(mark) else { continue };
        let after = rest.trim_start_matches(|c: char| {
            c.is_ascii_digit() || "一二三四五六七八九十百零〇之-－—–.（）()续０１２３４５６７８９".contains(c)
        });
        if after.len() == rest.len() && !rest.is_empty() && !rest.starts_with(['：', ':']) {
            continue;
        }
        return after.trim_start_matches(['：', ':', '、', ' ', '.']);
    }
    line
}

/// Whether the line says that a table goes on.
pub fn is_continued(line: &str) -> bool {
    line.starts_with("续表") || line.ends_with("续表") || line.ends_with("（续）")
}

/// Whether the line explains the table above it.
pub fn is_note(line: &str) -> bool {
    let line = line.trim_start_matches(['（', '(', '*', '※']);
    let starts = ["注：", "注:", "注1", "备注：", "备注:", "说明：", "说明:", "附注", "数据来源", "资料来源"];
    starts.iter().any(|start| line.starts_with(start))
}

/// Whether the text is one that a head of a budget table has.
pub fn is_head_word(line: &str) -> bool {
    let whole =
        ["项目", "科目", "名称", "编码", "合计", "备注", "地区", "单位", "金额", "比较", "序号", "收入", "支出", "级次", "类", "款", "项"];
    let parts = [
        "预算数",
        "决算数",
        "执行数",
        "完成数",
        "调整数",
        "科目",
        "项目",
        "增长",
        "增减",
        "占比",
        "比重",
        "%",
        "％",
        "余额",
        "限额",
        "名称",
        "编码",
        "代码",
        "金额",
        "级次",
        "年度",
        "上年",
        "本年",
    ];
    line.chars().count() <= 40 && (whole.contains(&line) || parts.iter().any(|part| line.contains(part)))
}

/// Whether the text only numbers a column or tells how it is reckoned: 1, 甲, 栏次, 3=2/1.
pub fn is_ordinal(line: &str) -> bool {
    let is_word = ["栏次", "行次", "甲", "乙", "丙", "丁", "A", "B", "C", "D", "E", "F"].contains(&line);
    let is_small = line.len() <= 2 && line.parse::<u8>().is_ok_and(|number| number > 0);
    is_word || is_small || is_formula(line)
}

/// Whether the text tells how a column is reckoned, and nothing else.
pub fn is_formula(line: &str) -> bool {
    let has_sign = line.contains(['=', '＝', '/', '÷', '+']);
    let signs = "=＝+-－/÷*×（）()%％ABCDEFGHIJ[]【】";
    has_sign && line.chars().any(char::is_alphanumeric) && line.chars().all(|c| c.is_ascii_digit() || signs.contains(c))
}

fn is_wide(character: char) -> bool {
    u32::from(character) >= 0x2E80
}

#[cfg(test)]
mod tests {
    use super::{is_ordinal, line, unit, without_number};

    #[test]
    fn blanks_within_a_word_are_no_part_of_it() {
        assert_eq!(line("项  目\n名称"), "项目名称");
        assert_eq!(line("a\nb"), "a b");
    }

    #[test]
    fn a_unit_is_no_office() {
        assert_eq!(unit("金额单位：万元").as_deref(), Some("单位：万元"));
        assert_eq!(unit("编制单位：财政局"), None);
        assert_eq!(unit("（万元）").as_deref(), Some("万元"));
        assert_eq!(unit("单位万元").as_deref(), Some("单位万元"));
    }

    #[test]
    fn the_number_of_an_attachment_is_dropped() {
        assert_eq!(without_number("附表1-2：收入预算表"), "收入预算表");
        assert_eq!(without_number("表一"), "");
        assert_eq!(without_number("表决结果"), "表决结果");
    }

    #[test]
    fn formulas_and_small_numbers_number_columns() {
        assert!(is_ordinal("3=2/1") && is_ordinal("12") && is_ordinal("甲") && !is_ordinal("250"));
    }
}
