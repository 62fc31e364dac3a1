//! Names of people: a surname, one or two characters, and what may follow a name.

use super::clean::{Words, is_han, words};
use std::ops::Range;

/// Surnames of one character, the common and the rare.
const SURNAMES: &str = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施文牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝官封谈匡鞠惠荆乐冀郁胥南班储原栗燕楚鄢劳谌奚皮粟冼蔺楼盘满闻位厉伊仝区郜海阚花权强帅屠豆朴盖练廉禹井祖漆巴丰支卿国狄平计索晋相初门云容敬来扈晁芮都普阙浦戈伏鹿薄邸雍辜羊阿乌母裘亓修邰赫杭况那宿鲜印逯隆茹诺战慕危玉银亢嵇公哈湛宾戎勾茅利於呼居揭干但尉冶束檀衣信展阴昝智幸奉植衡富尧闭由郗缑昌醋老钮税茆仉操补揣佴乜逄冮么敦撒鄂鄞佀宛宰弓芶竺璩汝蔚续药占训呙豹洪淡常赖阎漕甯庹谯缐蹇青兴晓令";
/// Surnames of two characters.
static DOUBLE: Words = Words::new(|| {
    words(
        "\
    欧阳 上官 司马 诸葛 尉迟 皇甫 东方 夏侯 慕容 令狐 司徒 公孙 长孙 端木 宇文 南宫 西门 申屠 太史 闻人 \
    钟离 轩辕",
    )
});
/// What may follow a name inside a clause, apart from stops.
static AFTER: Words = Words::new(|| {
    words(
        "\
    代表 主持 讲话 发言 致辞 致词 宣布 宣读 同志 先生 女士 当选 作 做 所作 所做 在 为 向 就 等 受 的 \
    任 与 及 和 、 到 由 将 因 于 以全票 全票 以高票 高票 分别 领誓 领读 出席 参加 列席 应邀 介绍 汇报 \
    通报 说明 传达 解读 强调 指出 要求 表示 对 辞去 辞职 担任 从 围绕 带领 率 组织 作为 主席 县长 市长 \
    区长 镇长 乡长 主任 书记 院长 检察长 委员 副 亲临 莅临 到会 致贺词 进行 回顾 报告了 述职 提出 最后 也 \
    随后 简要 作了 先后 （",
    )
});
/// More names than a list has that is printed.
const MOST: usize = 200;
/// How many characters the last name of a list and what follows it have at most, up to the next sign.
const LONGEST: usize = 40;
/// Words that begin with a surname and are no names.
static NO_NAMES: Words = Words::new(|| {
    words(
        "向与 向全 向代 向会 向县 向镇 \
    全体 全镇 全乡 全县 全市 全区 全面 全票 国家 国民 国歌 代表 主席 会议 平台 平安 安全 安排 高度 高质 \
    高票 都会 相关 相应 和审 和主 和人 和副 和政 和镇 和乡 和县 和区 和市 和财 和表 和各 应当 应到 应邀 \
    应出 任期 任命 单位 万元 于会 成员 明确 向大 文件 计划 项目 关于 简要 方面 方案 由县 由镇 由区 时间 \
    任务 路线 班子 席就 席台 席团 席位 常务 常委 常规 成绩 成果 强化 强调 时任 时期 原则 易地 智慧 利用 \
    卫生 农业 农村 经济 金融 水利 文化 文明 法院 从业 解放 解决 全年",
    )
});
/// Last characters that belong to the next word.
const NO_LAST: [char; 15] = ['等', '的', '所', '受', '由', '在', '对', '就', '作', '将', '于', '代', '当', '领', '宣'];

/// The name that begins at `at`, if one does and something follows it that may follow a name.
pub fn name_at(text: &str, at: usize) -> Option<Range<usize>> {
    if let Some(name) = dotted_name_at(text, at) {
        return Some(name);
    }
    let ends = ends(text, at);
    [2, 3, 4].into_iter().filter_map(|length| ends.iter().find(|(n, _)| *n == length)).find_map(|&(length, end)| {
        let name = text.get(at..end)?;
        (is_name(name, length) && may_follow(text.get(end..)?)).then_some(at..end)
    })
}

/// A name in parts that a dot joins.
fn dotted_name_at(text: &str, at: usize) -> Option<Range<usize>> {
    let rest = text.get(at..)?;
    let dot = rest.char_indices().take(7).find(|(_, c)| *c == '·')?.0;
    let head = rest.get(..dot)?;
    if head.chars().count() < 2 || !head.chars().all(is_han) || is_word(head) {
        return None;
    }
    let end = rest.char_indices().skip_while(|(i, _)| *i <= dot).skip(2).take(6).find(|(i, _)| rest.get(*i..).is_some_and(may_follow));
    let end = end.map_or_else(|| rest.find(|c: char| !is_han(c)).unwrap_or(rest.len()), |(i, _)| i);
    Some(at..at + end)
}

/// The name that begins at `at` whatever follows, as long as a stop does.
pub fn listed_name_at(text: &str, at: usize) -> Option<Range<usize>> {
    let stop = text.get(at..)?.find(|c: char| !is_han(c)).map_or(text.len(), |stop| at + stop);
    let name = text.get(at..stop)?;
    let length = name.chars().count();
    ((2..=4).contains(&length) && !is_word(name) || name.contains('·')).then_some(at..stop)
}

/// Names with a surname that the list does not have: certain where people's deeds follow, or the rest of a list.
pub fn unknown_names_at(text: &str, at: usize) -> Vec<Range<usize>> {
    static DEEDS: Words = Words::new(|| {
        words("主持 讲话 代表 同志 宣布 作政 作工 作总 作《 作题 作重 作县 作区 作市 作镇 作人 作了 作的 所作 发言 致辞 领誓 受")
    });
    let fits = |&(length, end): &(usize, usize)| {
        let rest = text.get(end..).unwrap_or_default();
        let is_plain = text.get(at..end).is_some_and(|name| !is_word(name) && !"和与等在的于".contains(name.chars().next().unwrap_or(' ')));
        let goes_on = || rest.strip_prefix('、').is_some_and(|next| name_at(text, text.len() - next.len()).is_some());
        is_plain && (2..=3).contains(&length) && (DEEDS.iter().copied().any(|deed| rest.starts_with(deed)) || goes_on())
    };
    let Some((_, end)) = ends(text, at).into_iter().find(fits) else { return Vec::new() };
    let mut found: Vec<_> = std::iter::once(at..end).collect();
    if let Some(next) = text.get(end..).and_then(|rest| rest.strip_prefix('、')) {
        found.extend(names_at(text, text.len() - next.len()));
    }
    found
}

/// The names from `at` on that 、 or 和 or a gap join, and where they end.
pub fn names_at(text: &str, at: usize) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut next = at;
    while found.len() < MOST {
        // A text may have no sign for a million characters, so the next is looked for nearby.
        let stop = || text.get(next..).unwrap_or_default().chars().take(LONGEST).find(|c| !is_han(*c));
        let is_listed = !found.is_empty() && matches!(stop(), Some('、' | ' '));
        let name = name_at(text, next).or_else(|| if is_listed { listed_name_at(text, next) } else { None });
        let Some(name) = name else { break };
        let end = name.end;
        found.push(name);
        let rest = text.get(end..).unwrap_or_default();
        let rest_after = rest.strip_prefix("同志").unwrap_or(rest);
        let rest_after = if rest_after.starts_with('（') {
            rest_after.split_once('）').map_or(rest_after, |(inside, after)| if inside.chars().count() < 6 { after } else { rest_after })
        } else {
            rest_after
        };
        let skipped = rest.len() - rest_after.len();
        let Some(joint) = ["、", "和", " ", "及", "，"].into_iter().find(|joint| rest_after.starts_with(joint)) else { break };
        next = end + skipped + joint.len();
        if joint == "，" && (found.len() < 2 || !is_list_going_on(text, next)) {
            break;
        }
    }
    found
}

/// Whether a comma was put for 、 in a list: what follows is a name and again a sign of a list.
fn is_list_going_on(text: &str, at: usize) -> bool {
    name_at(text, at).is_some_and(|name| text.get(name.end..).is_some_and(|rest| rest.starts_with(['、', ' '])))
}

/// The ends of the first four characters from `at`; one gap after the first does not count.
fn ends(text: &str, at: usize) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut count = 0;
    for (i, c) in text.get(at..).unwrap_or_default().char_indices() {
        if c == ' ' && count == 1 {
            continue;
        }
        if !is_han(c) || count == 4 {
            break;
        }
        count += 1;
        found.push((count, at + i + c.len_utf8()));
    }
    found
}

fn is_name(name: &str, length: usize) -> bool {
    if is_word(name) {
        return false;
    }
    let is_double = DOUBLE.iter().copied().any(|surname| name.starts_with(surname));
    if is_double {
        return length >= 3;
    }
    let has_last = name.chars().next_back().is_some_and(|last| length > 2 && NO_LAST.contains(&last));
    let is_garbled = name.contains(' ') && length > 2;
    length <= 3 && !has_last && !is_garbled && name.chars().next().is_some_and(|first| SURNAMES.contains(first))
}

/// Whether something that looks like a name is a word of meetings.
fn is_word(name: &str) -> bool {
    static INSIDE: Words = Words::new(|| {
        words(
            "\
    镇 乡 县 市 区 会议 代表 政府 报告 主席 书记 主任 人大 委员 议案 决议 名单 讲话 草案 领导 通过 选举 \
    部长 局长 院长 检察 审议 单位 干部 职工 群众 嘉宾 同志 常委 负责 建议 工作 列席 听取 成员 委托",
        )
    });
    NO_NAMES.iter().copied().any(|word| name.starts_with(word)) || INSIDE.iter().copied().any(|word| name.contains(word))
}

fn may_follow(rest: &str) -> bool {
    rest.chars().next().is_none_or(|c| !is_han(c)) || AFTER.iter().copied().any(|word| rest.starts_with(word))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn a_name_ends_where_a_word_of_meetings_begins() {
        for (text, name) in [("王超作报告", "王超"), ("李大山代表镇政府", "李大山"), ("欧阳明月主持", "欧阳明月"), ("嵇 然作报告", "嵇 然")]
        {
            assert_eq!(&text[name_at(text, 0).unwrap()], name);
        }
        for text in ["代表团审议", "全体起立", "关于三个报告", "会议"] {
            assert_eq!(name_at(text, 0), None, "{text}");
        }
    }

    #[test]
    fn a_list_goes_on_over_names_with_rare_surnames() {
        let text = "王全、老延东、德杰、张学斌当选";
        assert_eq!(names_at(text, 0).len(), 4);
    }
}
