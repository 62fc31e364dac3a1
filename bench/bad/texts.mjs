// Texts and lists that are long, or have nothing to hold on to.

const SESSION = `青溪市第三届人民代表大会第二次会议闭幕
本报讯（记者 李小文）2031年1月12日下午，青溪市第三届人民代表大会第二次会议在市会堂闭幕。应到代表312名，实到298名，符合法定人数。
大会由主席团常务主席、执行主席王大明主持。会议听取和审议了市长赵一山代表市人民政府所作的《政府工作报告》，通过了关于政府工作报告的决议。
`;
const REMARKS = "市委书记周正在讲话中强调，要坚持稳中求进工作总基调，一是深化改革，二是扩大开放，张小三、李四光、王五军等领导出席会议，选举吴平为市人大常委会副主任。\n";
const FIGURES = "2030年，全市一般公共预算收入年初预算12亿元，调整为12.3亿元，实际完成12.5亿元，为预算的101.6%，增长3.4%，其中：税收收入8.1亿元，下降0.5%；非税收入4.4亿元。\n";

/** A text of so many bytes, of a beginning and a part again and again. */
const long = (bytes, part, start = "") => start + part.repeat(Math.ceil(bytes / Buffer.byteLength(part)));

export const texts = {
  "article of 100 kB.txt": () => long(100_000, REMARKS, SESSION),
  "article of 5 MB.txt": () => long(5_000_000, REMARKS, SESSION),
  "sessions over 5 MB.txt": () => long(5_000_000, SESSION),
  "article of 5 MB in a line.txt": () => long(5_000_000, REMARKS.trim(), SESSION),
  "figures over 100 kB.txt": () => long(100_000, FIGURES),
  "figures over 5 MB.txt": () => long(5_000_000, FIGURES),
  "figures over 5 MB in a line.txt": () => long(5_000_000, FIGURES.trim()),
  "no punctuation over 5 MB.txt": () => long(5_000_000, "市长赵一山主持会议选举吴平为副主任通过决议", SESSION),
  "one character over 5 MB.txt": () => long(5_000_000, "一", SESSION),
  "commas over 5 MB.txt": () => long(5_000_000, "、", SESSION),
  "brackets over 5 MB.txt": () => long(5_000_000, "《（", SESSION),
  "digits over 5 MB.txt": () => long(5_000_000, "1", FIGURES),
  "blanks over 5 MB.txt": () => long(5_000_000, "　", SESSION) + SESSION,
  "names over 5 MB.txt": () => long(5_000_000, "王大明、李　文、", `${SESSION}执行主席：`),
  "headings over 5 MB.txt": () => long(5_000_000, "一、\n（一）\n1.\n", SESSION),
  "within over 5 MB.txt": () => long(5_000_000, "其中：税收1亿元，", FIGURES),
  "from to over 5 MB.txt": () => long(5_000_000, "由1亿元调整为2亿元，", FIGURES),
  "readings over 5 MB.txt": () => long(5_000_000, "預（yù）算（suàn）", SESSION),
  "another language over 5 MB.txt": () => long(5_000_000, "The council met on 3 May 2031 and took note of the report. "),
  "lines 60 MB.txt": () => long(60_000_000, "预算执行情况\n"),
  "list of 60 MB.csv": () => long(60_000_000, "201,教育支出,30.5,31\n", "科目编码,科目名称,预算数,执行数\n"),
  "quotes over 20 MB.csv": () => long(20_000_000, `"""a,"\n`, "甲,乙\n"),
  "a quote that does not end.csv": () => long(20_000_000, "甲,乙\n", `甲,乙\n"`),
  "columns a million.csv": () => long(3_000_000, ",1", "项目") + long(3_000_000, ",1", "\n税收") + "\n",
  "zeros over 60 MB": () => Buffer.alloc(60_000_000),
  "over the limit.txt": () => Buffer.alloc(70_000_000, 65),
};
