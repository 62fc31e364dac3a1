//! The lexicon on the example archive: what has to be found about a subject, and what must not be, each looked up in the files by hand.

use std::collections::BTreeMap;
use yishi::digest::Lookup;
use yishi::model::Session;
use yishi::route::Kind;
use yishi::search::{Item, Query};
use yishi::subjects::{About, Gathered, Meant, Related, about, kind, position, subjects};

/// What a session has about a subject, by its titles and, where there are none, its texts.
fn told(session: &Session, id: &str) -> Vec<(Kind, String)> {
    let lookup = Lookup::new(session);
    let subject = position(id).unwrap();
    let words = |one: &About| {
        let item = Item::of(session, &lookup, one.spot).unwrap();
        if item.head.is_empty() { item.body.join("\n") } else { item.head.into_owned() }
    };
    about(session).iter().filter(|one| one.subject == subject).map(|one| (kind(one.spot).unwrap(), words(one))).collect()
}

fn archive() -> BTreeMap<String, Session> {
    let files = std::fs::read_dir("public/data/sessions").unwrap().map(|file| std::fs::read(file.unwrap().path()).unwrap());
    let all: BTreeMap<String, Session> =
        files.map(|bytes| yishi::read::read(&bytes).unwrap().session).map(|session| (session.id.to_string(), session)).collect();
    assert!(all.len() > 40);
    all
}

#[test]
fn what_is_about_a_subject_is_found() {
    let all = archive();
    for (id, subject, wanted, title) in [
        ("sample-1-5", "roads", Kind::Budget, "公路养护"),
        ("sample-1-5", "roads", Kind::Budget, "城乡社区公共设施"),
        ("sample-1-5", "roads", Kind::Projects, "中心小学周边道路改造"),
        ("sample-1-5", "roads", Kind::Suggestions, "关于拓宽示例路西段的建议"),
        ("wuduan-15-7", "roads", Kind::Projects, "农路18公里提档升级工程"),
        ("siping-2-4", "roads", Kind::Projects, "民生公路"),
        ("zhangzhai-5-1", "roads", Kind::Projects, "张寨镇农村桥梁改造工程"),
        ("zhangzhai-5-1", "housing", Kind::Projects, "张寨镇危房改造项目"),
        ("qingxi-2023-final", "housing", Kind::Budget, "住房改革支出"),
        ("baidian-2021-draft", "schools", Kind::Budget, "教育支出"),
        ("baidian-2021-draft", "schools", Kind::Budget, "学校宿舍楼等改造"),
        ("sample-1-5", "schools", Kind::Budget, "小学教育"),
        ("sample-1-5", "elderly", Kind::Suggestions, "关于建立独居老人巡访制度的建议"),
        ("sample-1-5", "elderly", Kind::Budget, "养老服务"),
        ("zhangzhai-5-1", "elderly", Kind::Projects, "张寨镇老年大学建设工程"),
        ("sample-1-5", "health", Kind::Budget, "乡镇卫生院"),
        ("baidian-2021-draft", "environment", Kind::Budget, "垃圾分类基础设施建设"),
        ("changan-18-6", "environment", Kind::Budget, "污水基金收入"),
        ("sample-1-5", "environment", Kind::Budget, "城乡社区环境卫生"),
        ("baidian-2021-draft", "safety", Kind::Budget, "消防站建设等"),
        ("huangpu-2024-half", "safety", Kind::Budget, "公共安全支出"),
        ("zhangzhai-5-1", "farming", Kind::Projects, "张寨镇高标准农田建设项目"),
        ("sample-1-5", "farming", Kind::Agenda, "审议《示例河禁渔办法（草案）》"),
        ("sample-1-5", "water", Kind::Budget, "水利工程建设"),
        ("ninghai-18-5", "water", Kind::Projects, "农民饮用水达标提标工程"),
        ("sample-1-5", "jobs", Kind::Budget, "公益性岗位补贴"),
        ("sample-1-5", "culture", Kind::Budget, "图书馆"),
        ("zhangzhen-2025", "culture", Kind::Budget, "文化旅游体育与传媒支出"),
        ("sample-1-5", "welfare", Kind::Budget, "农村最低生活保障金支出"),
        ("sample-1-5", "town", Kind::Suggestions, "关于农贸市场增设公平秤和检测室的建议"),
        ("qingxi-2023-final", "business", Kind::Budget, "资源勘探信息支出"),
    ] {
        let told = told(&all[id], subject);
        assert!(told.contains(&(wanted, title.to_owned())), "{id}, {subject}: {title} in\n{told:#?}");
    }
    let paragraph = told(&all["huacao-6-6"], "roads");
    assert!(paragraph.iter().any(|(kind, text)| *kind == Kind::Speeches && text.contains("道路绿化")), "{paragraph:#?}");
}

#[test]
fn what_only_sounds_like_it_is_not() {
    let all = archive();
    for (id, subject, text) in [
        // The market's competition for roads, the pensions of civil servants, the schools of officials.
        ("sample-1-5", "elderly", "机关事业单位基本养老保险缴费支出"),
        ("sample-1-5", "elderly", "行政事业单位养老支出"),
        ("sample-1-5", "elderly", "城乡居民基本养老保险基金支出"),
        ("sample-1-5", "elderly", "基础养老金支出"),
        ("sample-1-5", "schools", "干部教育"),
        ("sample-1-5", "schools", "培训支出"),
        ("sample-1-5", "jobs", "社会保障和就业支出"),
        ("huangpu-2024-half", "jobs", "社会保障和就业支出"),
        ("sample-1-5", "environment", "环境保护税"),
        ("sample-1-5", "farming", "耕地占用税"),
        ("sample-1-5", "farming", "水利工程建设"),
        ("sample-1-5", "health", "应急救援"),
        ("sample-1-5", "water", "大中型水库移民后期扶持基金支出"),
        ("sample-1-5", "welfare", "行政事业单位养老支出"),
        ("huzhou-9-5", "town", "市政府2024年度民生实事项目完成情况和2025年度民生实事候选项目情况的报告"),
    ] {
        let told = told(&all[id], subject);
        assert!(told.iter().all(|(_, found)| found != text), "{id}, {subject}: {text} in\n{told:#?}");
    }
    // 产业主阵地 is no 业主.
    assert_eq!(told(&all["gangkou-17-7"], "housing"), []);
}

#[test]
fn every_subject_is_somewhere_in_the_archive_and_none_is_everywhere() {
    let all = archive();
    for (at, subject) in subjects().iter().enumerate() {
        let count = all.values().filter(|session| !Gathered::of(session, &about(session), at).groups.is_empty()).count();
        assert!(count > 0 && count < all.len() * 3 / 4, "{}: {count} of {}", subject.id, all.len());
    }
}

#[test]
fn mending_roads_finds_the_upkeep_of_highways_and_public_facilities() {
    let session = &archive()["sample-1-5"];
    let lookup = Lookup::new(session);
    let related = Related::of(session, &about(session), &Meant::of(&Query::parse("修路")), &[]);
    let (first, spots) = &related.groups[0];
    assert_eq!(*first, Kind::Budget, "money comes first");
    let names: Vec<String> = spots.iter().map(|spot| Item::of(session, &lookup, *spot).unwrap().head.into_owned()).collect();
    for name in ["公路建设", "公路养护", "城乡社区公共设施"] {
        assert!(names.iter().any(|found| found == name), "{name} in {names:?}");
    }
    assert!(names.iter().all(|name| name != "教育支出"));
    // 环卫 is in no name of a line here, but in the explanation of 212.
    let related = Related::of(session, &about(session), &Meant::of(&Query::parse("幼儿园")), &[]);
    assert!(related.explained.iter().any(|(_, class)| class.code == "205"), "{related:?}");
}

#[test]
fn the_list_of_sessions_says_what_each_is_about() {
    let list = yishi::archive::listing::build(std::path::Path::new("public/data")).unwrap();
    let all = archive();
    for entry in &list.sessions {
        let expected = yishi::subjects::ids(&all[entry.id.as_str()]);
        assert_eq!(entry.subjects.as_ref(), Some(&expected), "{}", entry.id);
    }
}
