//! Strings of the page of a budget that say what its figures come to, and the sentences made of them.

mod said;

use super::strings::strings;
pub use said::{Piece, amount, exact, largest, listed, movers, pace, sentence, share, span, whole_amount};

strings! {
    /// The strings of one language. `{}` stands for a value; see [`super::fill`].
    Money {
        // The sentence
        say_spent: "支出{}", "Spent {}";
        say_raised: "收入{}", "Raised {}";
        say_to_spend: "计划支出{}", "Planned spending {}";
        say_to_raise: "计划收入{}", "Planned revenue {}";
        say_spend_adjusted: "调整后计划支出{}", "Planned spending after adjustment {}";
        say_raise_adjusted: "调整后计划收入{}", "Planned revenue after adjustment {}";
        say_spent_before: "上年支出{}", "Last year’s spending {}";
        say_raised_before: "上年收入{}", "Last year’s revenue {}";
        say_spend_next: "下年计划支出{}", "Next year’s planned spending {}";
        say_raise_next: "下年计划收入{}", "Next year’s planned revenue {}";
        say_named: "{}{}", "{} {}";
        say_named_stage: "{}（{}）{}", "{} ({}) {}";
        say_done: "完成{}", "{} of the budget";
        say_done_printed: "原表载完成{}", "{} of the budget as printed";
        say_gone: "时间进度{}", "with {} of the year gone";
        say_change: "比上年{}", "{} year on year";
        say_change_printed: "原表载比上年{}", "{} year on year as printed";
        say_head: "人均{}", "{} per person";
        say_stop: "。", ".";
        yuan_large: "{}亿元", "{} million yuan";
        yuan_middle: "{}万元", "{} yuan";
        yuan_small: "{}元", "{} yuan";
        // What a picture shows first
        cap_largest: "{}最多，占{}", "Largest: {}, {} of the total";
        cap_largest_listed: "列出的各项中，{}最多，占{}", "Largest of those listed: {}, {}";
        cap_three: "；前三项合计占{}", "; the top three make {}";
        cap_least: "{}完成{}，最慢", "Slowest: {}, {}";
        cap_most: "{}完成{}，最快", "Fastest: {}, {}";
        cap_printed: "（按原表所载）", " (as printed)";
        cap_up: "{}增{}，增加最多", "Largest rise: {}, {}";
        cap_down: "{}减{}，减少最多", "Largest fall: {}, {}";
        cap_join: "；", "; ";
        cap_years: "从{}年{}的{}到{}年{}的{}", "From {} ({}) {} to {} ({}) {}";
        cap_rise: "，增{}", ", up {}";
        cap_fall: "，减{}", ", down {}";
        cap_same: "，没有变化", ", unchanged";
        cap_year: "{}年{}：{}", "{} ({}): {}";
        cap_from: "收入来源中{}最多（{}）", "Largest source: {} ({})";
        cap_to: "支出去向中{}最多（{}）", "Largest use: {} ({})";
        // The page
        adjust: "调整", "Adjust";
        adjust_about: "单位、栏目与筛选", "Unit, columns and lines";
        books: "预算", "Budget";
        directions: "收支", "Direction";
        book_general: "一般公共", "General";
        book_fund: "基金", "Funds";
        book_capital: "国资", "State capital";
        book_insurance: "社保", "Insurance";
        badge_wait: "核对中…", "Checking…";
        badge_good: "核对：相符", "Audit: all agree";
        badge_bad: "核对：{}处不符", "Audit: {} differ";
        badge_none: "核对：无可核对", "Nothing to audit";
        mark_sum: "各项相加{}", "parts come to {}";
        mark_part: "大于上级{}", "more than its whole {}";
        mark_balance: "收入总计{}", "revenue total {}";
        mark_no_base: "原表没有可比的数", "no base to compare with";
        gone_mark: "橙线为时间进度", "the line is the part of the year gone";
        strip_rest: "其余", "The rest";
        see_share: "看构成", "Breakdown";
        not_named: "图中写不下的：", "Not named in the picture:";
        flow_rest: "{}：其余{}项", "{}: {} smaller lines";
        years_of_total: "未选科目，所示为全表合计；点表中科目可看各科目的历年数字。", "This is the total of the table; choose a line to see its years.";
    }
}
