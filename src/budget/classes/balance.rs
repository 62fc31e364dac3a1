//! Items that balance a budget or have a common name, known by name; their codes (款 of 110, 230 and 103) are not confirmed and so not given.

use super::Class;
use crate::model::Direction::{self, Expenditure, Revenue};

const fn item(direction: Direction, zh: &'static str, en: &'static str, about_zh: &'static str, about_en: &'static str) -> Class {
    Class::new(direction, "", zh, en, about_zh, about_en)
}

/// Revenue first, in the order in which tables print them.
#[rustfmt::skip]
pub(super) static CLASSES: &[Class] = &[
    item(Revenue, "捐赠收入", "Donations",
        "个人和单位捐给政府的钱。", "Money given to the government by people and organisations."),
    item(Revenue, "政府住房基金收入", "Government housing fund income",
        "公房租金、公积金增值收益等住房方面的收入。", "Housing income such as rent of public housing."),
    item(Revenue, "上级补助收入", "Grants from above",
        "上级给的返还、一般性和专项转移支付的合计。", "Rebates, general and special transfers from above, taken together."),
    item(Revenue, "上年结余收入", "Balance brought forward",
        "上年没有用完、转到本年的钱。", "Money left over from the year before.").once(&["上年结余", "上年结转", "上年结转收入", "上年结转及结余收入"]),
    item(Revenue, "调入资金", "Transfers in from other books",
        "从政府性基金、国有资本经营等其他账调来平衡本账的钱。", "Money moved in from another book, such as the fund budget, to balance this one."),
    item(Revenue, "债务转贷收入", "Borrowing on-lent from above",
        "上级代借后转给本级使用、本级要归还的债券资金。", "Bond money borrowed by a higher level and passed on, to be paid back.").once(&["债务(转贷)收入", "地方政府一般债券转贷收入"]),
    item(Revenue, "动用预算稳定调节基金", "Drawn from the stabilisation fund",
        "从以前年度存下的预算稳定调节基金里取出的钱。", "Money taken from the savings kept to steady the budget.").once(&["调入预算稳定调节基金"]),
    item(Expenditure, "上解上级支出", "Paid to the level above",
        "按财政体制上缴给上级的钱。", "Money passed up under the rules between levels of government.").once(&["上解支出"]),
    item(Expenditure, "调出资金", "Transfers out to other books",
        "从本账调到另一本账去的钱。", "Money moved out of this book into another."),
    item(Expenditure, "债务转贷支出", "Borrowing on-lent below",
        "转给下级使用的债券资金。", "Bond money passed on to the level below."),
    item(Expenditure, "安排预算稳定调节基金", "Paid into the stabilisation fund",
        "存入预算稳定调节基金、留待以后年度用的钱。", "Money put into the savings kept to steady later budgets.").once(&["补充预算稳定调节基金"]),
    item(Expenditure, "年终结余", "Balance carried forward",
        "年底没有用完、转到下年的钱。", "Money not used by the end of the year and carried over.").once(&["结转下年", "结转下年支出"]),
];
