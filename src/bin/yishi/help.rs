//! What the command line says of itself, beside the English in `arguments`: examples, exit codes, everything in Chinese, and what is wrong with
//! a command.

use super::arguments::Arguments;
use clap::error::{ContextKind, ErrorKind};
use clap::{Command, CommandFactory as _};
use yishi::i18n::{Lang, fill};

/// Examples of each command; of the program itself first.
const EXAMPLES: [(&str, &[&str]); 13] = [
    (
        "yishi",
        &["yishi check FILE.json", "yishi build DIR --out SITE --site https://npc.example.cn/archive/", "yishi help", "yishi build --help"],
    ),
    (
        "check",
        &["yishi check data/sessions/*.json", "yishi check --json FILE.json", "curl -s https://npc.example.cn/FILE.json | yishi check -"],
    ),
    ("draft", &["yishi draft REPORT.pdf > DRAFT.json", "yishi draft --provenance PLACES.json - < REPORT.txt"]),
    ("diff", &["yishi diff A.json B.json", "yishi draft REPORT.pdf | yishi diff --common - FINISHED.json"]),
    ("template", &["yishi template -o session.xlsx"]),
    (
        "convert",
        &[
            "yishi convert session.xlsx -o session.json",
            "yishi convert session.json -o session.xlsx",
            "yishi convert session.json --to csv -o tables",
            "yishi convert session.json --to popolo > popolo.json",
        ],
    ),
    ("catalogue", &["yishi catalogue data", "yishi catalogue data --check"]),
    ("index", &["yishi index data", "yishi index data --check"]),
    ("find", &["yishi find data 养老服务", "yishi find data 养老 道路", "yishi find -- data 养老 -道路"]),
    (
        "build",
        &[
            "yishi build data --out site",
            "yishi build data --out site --app dist --site https://npc.example.cn/archive/",
            "yishi build data --out site --keep-going",
        ],
    ),
    (
        "pack",
        &[
            "yishi pack FILE.json -o OUT.html",
            "yishi pack A.json B.json -o OUT.html --app dist/yishi-app.html --site https://npc.example.cn/",
        ],
    ),
    ("schema", &["yishi schema > session.schema.json"]),
    (
        "completions",
        &[
            "yishi completions bash > ~/.local/share/bash-completion/completions/yishi",
            "yishi completions fish > ~/.config/fish/completions/yishi.fish",
        ],
    ),
];

/// What is said of arguments, by their ids.
type Named = &'static [(&'static str, &'static str)];

/// Commands, and their arguments behind them, in Chinese; of the program itself first.
const ZH: [(&str, &str, Named); 13] = [
    ("yishi", "检查和发布人民代表大会会议文件", &[]),
    ("check", "检查会议文件", &[("files", "会议文件；“-”为标准输入"), ("json", "输出 JSON，供程序使用")]),
    (
        "draft",
        "把报告或工作簿做成会议文件的草稿；要问的写到标准错误",
        &[("file", "工作簿、PDF 或文本；“-”为标准输入"), ("provenance", "把每个值出自哪里、以及计字所据的文字写进 OUT.json")],
    ),
    (
        "diff",
        "说出两次会议的文件有哪些不同",
        &[("first", "会议文件；“-”为标准输入"), ("second", "会议文件"), ("common", "只比较双方都有的内容，用于草稿与定稿")],
    ),
    ("template", "生成供填写的工作簿：每类内容一张表，有表头、示例和下拉选项", &[("out", "要写的工作簿")]),
    (
        "convert",
        "转换会议：会议文件与工作簿互转，或转成 CSV、Popolo、财政数据包",
        &[
            ("file", "会议文件或本程序的工作簿；“-”为标准输入"),
            ("out", "要写的文件，或几个文件的文件夹；默认标准输出"),
            ("to", "转成什么：json、xlsx、csv、popolo 或 fdp；默认按 OUT 的名称"),
        ],
    ),
    (
        "catalogue",
        "生成目录 DIR/catalogue.json（400次会议以上另有 DIR/catalogue/ 里的文件）",
        &[("data", "文件夹，会议文件在其 sessions/ 里"), ("check", "只核对，不写文件")],
    ),
    ("index", "生成跨会议搜索用的索引 DIR/search/", &[("data", "文件夹，会议文件在其 sessions/ 里"), ("check", "只核对，不写文件")]),
    (
        "find",
        "用索引在多次会议里找文字",
        &[
            ("data", "文件夹，会议文件在其 sessions/ 里，索引在其 search/ 里"),
            ("query", "要找的词，几个词要在同一段、同一行里；写在“--”之后且前面有“-”的词则不得出现"),
        ],
    ),
    (
        "build",
        "做成一个网站：程序、目录、搜索索引、每次会议一个不用脚本也能读的网页",
        &[
            ("data", "文件夹，会议文件在其 sessions/ 里"),
            ("out", "网站的文件夹：新的、空的，或以前做成的网站"),
            ("app", "构建出的程序，默认 dist"),
            ("site", "网站将来的地址，有它才有订阅、网站地图和绝对地址"),
            ("strict", "有提醒就不发布"),
            ("keep_going", "略过有错误的文件并逐一列出，其余照常发布，最后退出码为 1"),
        ],
    ),
    (
        "pack",
        "把会议做成一个双击即可打开的网页文件",
        &[
            ("files", "会议文件，或 pack 做成的网页"),
            ("out", "要写的网页文件"),
            ("app", "构建出的 yishi-app.html 或任何一个 pack 做成的网页，默认 dist/yishi-app.html 或 yishi-app.html"),
            ("site", "这些会议所在网站的地址"),
        ],
    ),
    ("schema", "输出会议文件的 JSON Schema", &[]),
    ("completions", "输出命令行补全所需的脚本", &[("shell", "所用的 shell")]),
];

/// Arguments that every command has.
const ZH_COMMON: [(&str, &str); 3] = [("lang", "消息的语言：zh 或 en；默认随终端"), ("help", "显示帮助"), ("version", "显示版本")];

const ZH_TEMPLATE: &str = "{about}\n\n用法：{usage}\n\n{all-args}{after-help}";

/// The command line with its examples, in a language.
pub fn command(lang: Lang) -> Command {
    let mut command = Arguments::command();
    // The options that clap adds are there from here on.
    command.build();
    let command = described(command, lang);
    command.mut_subcommands(|command| described(command, lang))
}

fn described(mut command: Command, lang: Lang) -> Command {
    let name = command.get_name().to_owned();
    if let Some((_, examples)) = EXAMPLES.iter().find(|(of, _)| *of == name) {
        let (heading, codes) = match lang {
            Lang::Zh if name == "diff" => ("例：", "退出码：0 没有不同，1 有不同，2 用法不对或文件无法比较。"),
            Lang::En if name == "diff" => {
                ("Examples:", "Exit codes: 0 no difference, 1 they differ, 2 wrong usage, or a file that cannot be compared.")
            }
            Lang::Zh => ("例：", "退出码：0 正常，1 文件有错误，2 用法不对。"),
            Lang::En => ("Examples:", "Exit codes: 0 all is well, 1 something is wrong with a file, 2 wrong usage."),
        };
        command = command.after_help(format!("{heading}\n  {}\n\n{codes}", examples.join("\n  ")));
    }
    if lang == Lang::En {
        return command;
    }
    command = command.help_template(ZH_TEMPLATE).subcommand_help_heading("命令");
    if let Some((_, about, arguments)) = ZH.iter().find(|(of, ..)| *of == name) {
        command = command.about(*about).mut_args(|argument| {
            let heading = if argument.is_positional() { "参数" } else { "选项" };
            let text = arguments.iter().chain(&ZH_COMMON).find(|(id, _)| argument.get_id() == *id);
            match text {
                Some((_, text)) => argument.help(*text).help_heading(heading).hide_possible_values(true),
                None => argument,
            }
        });
    }
    if name == "yishi" { command.subcommand_value_name("命令") } else { command }
}

/// What is wrong with a command, and how it is meant.
pub fn problem(lang: Lang, error: &clap::Error) -> String {
    let of = |kind| error.get(kind).map(ToString::to_string).unwrap_or_default();
    let (template, values) = match error.kind() {
        _ if lang == Lang::En => return error.render().to_string(),
        ErrorKind::MissingRequiredArgument => ("缺少 {}", [of(ContextKind::InvalidArg), String::new()]),
        ErrorKind::UnknownArgument => ("不认识的参数 {}", [of(ContextKind::InvalidArg), String::new()]),
        ErrorKind::InvalidSubcommand => ("不认识的命令 {}", [of(ContextKind::InvalidSubcommand), String::new()]),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            ("{} 的值不对：{}", [of(ContextKind::InvalidArg), of(ContextKind::InvalidValue)])
        }
        ErrorKind::ArgumentConflict => ("{} 不能与 {} 同用", [of(ContextKind::InvalidArg), of(ContextKind::PriorArg)]),
        _ => return error.render().to_string(),
    };
    let usage = of(ContextKind::Usage).replacen("Usage: ", "用法：", 1);
    let parts = ["yishi：", &fill(template, &values.each_ref().map(String::as_str)), "\n\n", usage.trim_end(), "\n\n详见 yishi --help\n"];
    parts.concat().replace("\n\n\n\n", "\n\n")
}

/// The language that is asked for, before it is known whether the rest is right.
pub fn asked(arguments: &[std::ffi::OsString]) -> Option<Lang> {
    let words = arguments.iter().map(|word| word.to_str().unwrap_or_default());
    let next = words.clone().skip(1).chain([""]);
    let tags = words.take_while(|word| *word != "--").zip(next);
    tags.filter_map(|(word, next)| Lang::from_tag(if word == "--lang" { next } else { word.strip_prefix("--lang=")? })).last()
}
