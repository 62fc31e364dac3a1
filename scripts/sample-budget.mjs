// Writes the four sample sessions (示例镇): every feature of budgets on invented figures that agree with each other. What else happens
// at these sessions, and the two that have no budget, is told in sample-story.mjs.
//
//   node scripts/sample-budget.mjs [folder]      default public/data/sessions; the same bytes every time
//
// Codes and names are those of the Ministry of Finance's classification (政府收支分类科目); every amount is invented.
// Amounts are integers of 1/100 万元 (100 yuan), so that sums are exact.

import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bare, withStory } from "./sample-story.mjs";

const folder = process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), "../public/data/sessions");
const PLANTED = "示例：此处故意不平，用来展示核对";

// F final accounts, I initial, A adjusted, E executed; in the order in which they come about.
const COLUMNS = ["F22", "I23", "A23", "E23", "F23", "I24", "A24", "E24", "I25"];
const IN_2023 = { prior_final: "F22", initial: "I23", adjusted: "A23", executed: "E23", next: "I24" };
const IN_2024 = { prior_final: "F23", initial: "I24", adjusted: "A24", executed: "E24", next: "I25" };
const FINAL_2023 = { prior_final: "F22", initial: "I23", adjusted: "A23", final: "F23" };
const IN_HALF = { initial: "I24", executed: "H24" };

// One line per row: code or -, name, invented executed amount of 2023 in 万元 (leaves only), then marks:
// t transfer, c carry-over, w "of which" of the class above, > part of the "of which" above, @id set below, only=columns, total.
const GENERAL_REVENUE = `
101 税收收入
10101 增值税
1010101 国内增值税 2380.46
10104 企业所得税 1126.30
10106 个人所得税
1010601 个人所得税 318.72
10107 资源税 42.15
10109 城市维护建设税 246.88
10110 房产税 402.35
10111 印花税 96.41
10112 城镇土地使用税 288.60
10113 土地增值税 365.02
10114 车船税 58.94
10118 耕地占用税 74.20
10119 契税 512.77
10121 环境保护税 12.66
- 其中：镇工业园区税收 1466.25 w
103 非税收入
10302 专项收入
1030203 教育费附加收入 148.13
1030216 地方教育附加收入 98.75
10304 行政事业性收费收入 86.52
10305 罚没收入 64.18
10307 国有资源（资产）有偿使用收入
1030705 利息收入 21.36
1030706 非经营性国有资产收入 286.40
10399 其他收入 119.07
- 本年收入合计 total
11001 返还性收入 t
1100102 所得税基数返还收入 126.00
1100103 成品油税费改革税收返还收入 38.00
1100104 增值税税收返还收入 214.00
11002 一般性转移支付收入 t
1100201 体制补助收入 620.00
1100202 均衡性转移支付收入 @plug
1100207 县级基本财力保障机制奖补资金收入 845.00
1100208 结算补助收入 530.20
1100299 其他一般性转移支付收入 176.45
11003 专项转移支付收入 2268.35 t
11008 上年结余收入 c @prior
11009 调入资金 t
- 从政府性基金预算调入 @fund-out >11009
- 从国有资本经营预算调入 @capital-out >11009
11011 债务转贷收入 t
1101101 地方政府一般债务转贷收入 600.00
11015 动用预算稳定调节基金 360.00 t
- 收入总计 total`;

const GENERAL_EXPENDITURE = `
201 一般公共服务支出
20101 人大事务
2010101 行政运行 68.42
2010104 人大会议 18.60
2010107 人大代表履职能力提升 9.85
2010108 代表工作 22.36
2010199 其他人大事务支出 6.40
20103 政府办公厅（室）及相关机构事务
2010301 行政运行 1486.27
2010302 一般行政管理事务 212.30
2010303 机关服务 96.55
2010350 事业运行 438.90
2010399 其他政府办公厅（室）及相关机构事务支出 127.48
20105 统计信息事务
2010505 专项统计业务 14.20
2010507 专项普查活动 36.85
2010508 统计抽样调查 8.10
20106 财政事务
2010601 行政运行 126.72
2010602 一般行政管理事务 18.46
2010650 事业运行 88.35
2010699 其他财政事务支出 12.05
20111 纪检监察事务
2011101 行政运行 74.60
2011199 其他纪检监察事务支出 9.72
20129 群众团体事务
2012901 行政运行 52.18
2012906 工会事务 24.30
2012999 其他群众团体事务支出 16.74
20131 党委办公厅（室）及相关机构事务
2013101 行政运行 318.56
2013102 一般行政管理事务 64.20
2013150 事业运行 42.60
20132 组织事务
2013299 其他组织事务支出 86.15
20133 宣传事务
2013399 其他宣传事务支出 41.90
20136 其他共产党事务支出
2013699 其他共产党事务支出 28.44
20138 市场监督管理事务
2013816 食品安全监管 17.60
2013899 其他市场监督管理事务 11.25
20199 其他一般公共服务支出
2019999 其他一般公共服务支出 58.36
- 其中：“三公”经费 w
- 因公出国（境）费 0 >w
- 公务接待费 7.86 >w
- 公务用车购置及运行维护费 24.65 >w
203 国防支出
20306 国防动员
2030601 兵役征集 8.45
2030603 人民防空 4.20
2030607 民兵 12.90
2030699 其他国防动员支出 3.15
204 公共安全支出
20402 公安
2040220 执法办案 46.25
2040299 其他公安支出 164.80
20406 司法
2040604 基层司法业务 18.62
2040605 普法宣传 9.40
2040610 社区矫正 12.75
2040699 其他司法支出 7.31
20499 其他公共安全支出
2049999 其他公共安全支出 38.90
205 教育支出
20502 普通教育
2050201 学前教育 362.45
2050202 小学教育 1284.60
2050203 初中教育 876.33
2050299 其他普通教育支出 142.08
20508 进修及培训
2050802 干部教育 14.60
2050803 培训支出 22.75
20509 教育费附加安排的支出
2050901 农村中小学校舍建设 128.00
2050902 农村中小学教学设施 0 only=
2050999 其他教育费附加安排的支出 64.20
206 科学技术支出
20604 技术研究与开发
2060404 科技成果转化与扩散 86.00
2060499 其他技术研究与开发支出 34.50
20607 科学技术普及
2060702 科普活动 12.38
2060799 其他科学技术普及支出 5.62
20699 其他科学技术支出
2069999 其他科学技术支出 27.40
207 文化旅游体育与传媒支出
20701 文化和旅游
2070104 图书馆 24.15
2070109 群众文化 118.72
2070111 文化创作与保护 16.30
2070114 文化和旅游管理事务 8.96
2070199 其他文化和旅游支出 31.48
20702 文物
2070204 文物保护 22.60
20703 体育
2070307 体育场馆 46.20
2070308 群众体育 28.55
2070399 其他体育支出 9.14
208 社会保障和就业支出
20801 人力资源和社会保障管理事务
2080109 社会保险经办机构 56.32
2080150 事业运行 94.18
2080199 其他人力资源和社会保障管理事务支出 21.60
20802 民政管理事务
2080208 基层政权建设和社区治理 412.75
2080299 其他民政管理事务支出 36.24
20805 行政事业单位养老支出
2080501 行政单位离退休 118.40
2080502 事业单位离退休 76.85
2080505 机关事业单位基本养老保险缴费支出 296.33
2080506 机关事业单位职业年金缴费支出 148.16
20807 就业补助
2080705 公益性岗位补贴 64.50
2080799 其他就业补助支出 18.22
20808 抚恤
2080801 死亡抚恤 32.40
2080805 义务兵优待 84.60
2080899 其他优抚支出 57.18
20810 社会福利
2081001 儿童福利 26.45
2081002 老年福利 112.36
2081006 养老服务 88.70
20811 残疾人事业
2081104 残疾人康复 18.05
2081105 残疾人就业 12.66
2081107 残疾人生活和护理补贴 146.28
2081199 其他残疾人事业支出 9.37
20819 最低生活保障
2081901 城市最低生活保障金支出 62.14
2081902 农村最低生活保障金支出 286.90
20820 临时救助
2082001 临时救助支出 34.72
2082002 流浪乞讨人员救助支出 2.16
20821 特困人员救助供养
2082101 城市特困人员救助供养支出 12.48
2082102 农村特困人员救助供养支出 168.35
20828 退役军人管理事务
2082804 拥军优属 16.20
2082850 事业运行 38.42
20899 其他社会保障和就业支出
2089999 其他社会保障和就业支出 46.75
210 卫生健康支出
21003 基层医疗卫生机构
2100302 乡镇卫生院 364.28
2100399 其他基层医疗卫生机构支出 52.60
21004 公共卫生
2100408 基本公共卫生服务 218.47
2100409 重大公共卫生服务 64.80 only=F22,E23,F23
2100499 其他公共卫生支出 14.33
21007 计划生育事务
2100717 计划生育服务 72.16
2100799 其他计划生育事务支出 18.54
21011 行政事业单位医疗
2101101 行政单位医疗 96.42
2101102 事业单位医疗 74.88
2101103 公务员医疗补助 42.35
21013 医疗救助
2101301 城乡医疗救助 58.20
211 节能环保支出
21103 污染防治
2110301 大气 42.60
2110302 水体 186.45
2110304 固体废弃物与化学品 28.72
2110399 其他污染防治支出 12.18
21104 自然生态保护
2110401 生态保护 36.90
2110402 农村环境保护 148.26
21199 其他节能环保支出
2119999 其他节能环保支出 22.15
212 城乡社区支出
21201 城乡社区管理事务
2120101 行政运行 146.35
2120104 城管执法 128.90
2120199 其他城乡社区管理事务支出 64.72
21202 城乡社区规划与管理
2120201 城乡社区规划与管理 88.40
21203 城乡社区公共设施
2120303 小城镇基础设施建设 486.25
2120399 其他城乡社区公共设施支出 164.38
21205 城乡社区环境卫生
2120501 城乡社区环境卫生 612.84
21299 其他城乡社区支出
2129999 其他城乡社区支出 74.16
213 农林水支出
21301 农业农村
2130101 行政运行 118.46
2130104 事业运行 286.72
2130106 科技转化与推广服务 42.30
2130108 病虫害控制 28.65
2130109 农产品质量安全 14.82
2130122 农业生产发展 346.20
2130126 农村社会事业 198.44
2130199 其他农业农村支出 86.37
21302 林业和草原
2130205 森林资源培育 46.28
2130209 森林生态效益补偿 38.15
2130234 林业草原防灾减灾 22.60
21303 水利
2130305 水利工程建设 268.40
2130306 水利工程运行与维护 96.75
2130314 防汛 34.62
2130316 农村水利 74.18
21305 巩固脱贫攻坚成果衔接乡村振兴
2130504 农村基础设施建设 312.50
2130505 生产发展 184.26
2130506 社会发展 48.90
21307 农村综合改革
2130701 对村级公益事业建设的补助 226.35
2130705 对村民委员会和村党支部的补助 684.12
2130706 对村集体经济组织的补助 92.40
214 交通运输支出
21401 公路水路运输
2140104 公路建设 348.60
2140106 公路养护 186.24
2140199 其他公路水路运输支出 32.75
215 资源勘探工业信息等支出
21508 支持中小企业发展和管理支出
2150805 中小企业发展专项 128.46
2150899 其他支持中小企业发展和管理支出 44.20
216 商业服务业等支出
21602 商业流通事务
2160299 其他商业流通事务支出 36.85
220 自然资源海洋气象等支出
22001 自然资源事务
2200106 自然资源利用与保护 54.30
2200199 其他自然资源事务支出 18.62
221 住房保障支出
22101 保障性安居工程支出
2210105 农村危房改造 68.25
2210108 老旧小区改造 142.60
22102 住房改革支出
2210201 住房公积金 386.42
2210202 提租补贴 24.36
2210203 购房补贴 46.18
224 灾害防治及应急管理支出
22401 应急管理事务
2240106 安全监管 62.48
2240108 应急救援 28.35
2240199 其他应急管理支出 16.72
22402 消防救援事务
2240204 消防应急救援 94.60
2240299 其他消防救援事务支出 12.35
22406 自然灾害防治
2240601 地质灾害防治 38.24
22407 自然灾害救灾及恢复重建支出
2240703 自然灾害救灾补助 24.16
227 预备费 240.00 only=I23,A23,I24,A24,I25
229 其他支出
22999 其他支出
2299999 其他支出 86.40
232 债务付息支出
23203 地方政府一般债务付息支出
2320301 地方政府一般债券付息支出 148.62
233 债务发行费用支出
23303 地方政府一般债务发行费用支出 1.86
- 本年支出合计 total
23006 上解支出 t
2300601 体制上解支出 868.00
2300602 专项上解支出 412.35
231 债务还本支出 t
23103 地方政府一般债务还本支出
2310301 地方政府一般债券还本支出 420.00
23015 安排预算稳定调节基金 286.00 t
23009 年终结余 c @carry
- 支出总计 total`;

const FUND_REVENUE = `
103 非税收入
10301 政府性基金收入
1030146 国有土地收益基金收入 128.40
1030147 农业土地开发资金收入 36.25
1030148 国有土地使用权出让收入 4862.30
1030156 城市基础设施配套费收入 346.75
1030178 污水处理费收入 168.42
1030199 其他政府性基金收入 42.60
- 本年收入合计 total
11004 政府性基金转移支付收入 t @plug
11008 上年结余收入 c @prior
11011 债务转贷收入 t
1101102 地方政府专项债务转贷收入 1500.00
- 收入总计 total`;

const FUND_EXPENDITURE = `
208 社会保障和就业支出
20822 大中型水库移民后期扶持基金支出
2082201 移民补助 64.20
2082202 基础设施建设和经济发展 118.35
212 城乡社区支出
21208 国有土地使用权出让收入安排的支出
2120801 征地和拆迁补偿支出 3164.80
2120802 土地开发支出 486.25
2120803 城市建设支出 742.36
2120804 农村基础设施建设支出 628.14
2120899 其他国有土地使用权出让收入安排的支出 214.72
21213 城市基础设施配套费安排的支出
2121301 城市公共设施 186.40
2121302 城市环境卫生 94.28
21214 污水处理费安排的支出
2121401 污水处理设施建设和运营 152.66
229 其他支出
22904 其他政府性基金及对应专项债务收入安排的支出
2290402 其他地方自行试点项目收益专项债券收入安排的支出 1500.00
22960 彩票公益金安排的支出
2296002 用于社会福利的彩票公益金支出 38.50
2296003 用于体育事业的彩票公益金支出 24.20
232 债务付息支出
23204 地方政府专项债务付息支出
2320411 国有土地使用权出让金债务付息支出 126.45
- 本年支出合计 total
23008 调出资金 980.00 t
23009 年终结余 c @carry
- 支出总计 total`;

const CAPITAL_REVENUE = `
103 非税收入
10306 国有资本经营收入
1030601 利润收入 146.30
1030602 股利、股息收入 38.25
1030603 产权转让收入 62.40
- 本年收入合计 total
11005 国有资本经营预算转移支付收入 t @plug
11008 上年结余收入 c @prior
- 收入总计 total`;

const CAPITAL_EXPENDITURE = `
223 国有资本经营预算支出
22301 解决历史遗留问题及改革成本支出
2230105 国有企业退休人员社会化管理补助支出 28.60
2230199 其他解决历史遗留问题及改革成本支出 14.35
22302 国有企业资本金注入
2230299 其他国有企业资本金注入 120.00
22399 其他国有资本经营预算支出
2239999 其他国有资本经营预算支出 32.48
- 本年支出合计 total
23008 调出资金 64.00 t
23009 年终结余 c @carry
- 支出总计 total`;

const INSURANCE_REVENUE = `
102 社会保险基金收入
10210 城乡居民基本养老保险基金收入
1021001 城乡居民基本养老保险基金缴费收入 486.20
1021002 城乡居民基本养老保险基金财政补贴收入 @plug
1021003 城乡居民基本养老保险基金利息收入 96.42
1021099 其他城乡居民基本养老保险基金收入 8.35
- 本年收入合计 total
11008 上年结余收入 c @prior
- 收入总计 total`;

const INSURANCE_EXPENDITURE = `
209 社会保险基金支出
20910 城乡居民基本养老保险基金支出
2091001 基础养老金支出 1846.35
2091002 个人账户养老金支出 286.40
2091099 其他城乡居民基本养老保险基金支出 6.18
- 本年支出合计 total
23009 年终结余 c @carry
- 支出总计 total`;

// share of expenditure left at the end of the year: in a budget, in execution; what was left before 2022's accounts, in 万元
const BOOKS = [
  { id: "f", book: "government_fund", name: "政府性基金预算", revenue: FUND_REVENUE, expenditure: FUND_EXPENDITURE, left: [0.01, 0.05], before: 318.46 },
  { id: "k", book: "state_capital", name: "国有资本经营预算", revenue: CAPITAL_REVENUE, expenditure: CAPITAL_EXPENDITURE, left: [0.01, 0.04], before: 6.2 },
  { id: "s", book: "social_insurance", name: "社会保险基金预算", revenue: INSURANCE_REVENUE, expenditure: INSURANCE_EXPENDITURE, left: [0.55, 0.62], before: 1180.5 },
  { id: "g", book: "general_public", name: "一般公共预算", revenue: GENERAL_REVENUE, expenditure: GENERAL_EXPENDITURE, left: [0.005, 0.02], before: 402.35 },
];

// ---- chance that is the same every time ----

let seed = 20240116;
function chance(least, most) {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return least + (((t ^ (t >>> 14)) >>> 0) / 4294967296) * (most - least);
}

/** A leaf's amounts, column by column, around what was executed in 2023. */
function invent(cents) {
  const v = { E23: cents };
  v.F22 = Math.round(cents * chance(0.88, 1.03));
  v.I23 = Math.round(cents * chance(0.96, 1.06));
  v.A23 = Math.max(cents, Math.round(v.I23 * chance(0.98, 1.08)));
  v.F23 = cents;
  v.I24 = Math.round(cents * chance(0.98, 1.09));
  v.A24 = Math.round(v.I24 * chance(0.97, 1.07));
  v.E24 = Math.round(v.A24 * chance(0.91, 1.01));
  v.I25 = Math.round(v.E24 * chance(0.98, 1.08));
  return v;
}

// ---- rows ----

function rows(text, prefix, side) {
  const list = [];
  const byCode = new Map();
  let cls = null; // the class above
  for (const line of text.trim().split("\n")) {
    const [code, name, ...marks] = line.split(" ");
    const row = { code: code === "-" ? null : code, name, role: "item", children: [], values: null, set: null, parent: null };
    for (const mark of marks) {
      if (mark === "t") row.role = "transfer";
      else if (mark === "c") row.role = "carry_over";
      else if (mark === "total") row.role = "total";
      else if (mark === "w") row.role = "of_which";
      else if (mark.startsWith("@")) row.set = mark.slice(1);
      else if (mark.startsWith(">")) row.under = mark.slice(1);
      else if (mark.startsWith("only=")) row.only = mark.slice(5).split(",").filter(Boolean);
      else row.cents = Math.round(Number(mark) * 100);
    }
    if (row.code) {
      row.parent = row.code.length === 7 ? byCode.get(row.code.slice(0, 5)) : row.code.length === 5 ? byCode.get(row.code.slice(0, 3)) : null;
      byCode.set(row.code, row);
      if (row.code.length === 3) cls = row;
    } else if (row.role === "of_which") row.parent = cls;
    else if (row.under === "w") row.parent = list.findLast((other) => other.role === "of_which");
    else if (row.under) row.parent = byCode.get(row.under);
    row.parent ??= null;
    row.id = `${prefix}-${row.code ?? `${side}${list.filter((other) => !other.code).length + 1}`}`;
    row.parent?.children.push(row);
    list.push(row);
  }
  for (const row of list) {
    if (row.children.some((child) => child.role !== "of_which") || row.role === "total" || row.set) continue;
    const all = invent(row.cents);
    row.values = row.only ? Object.fromEntries(row.only.map((column) => [column, all[column]])) : all;
  }
  return list;
}

const adds = (row) => !["of_which", "subtotal", "total"].includes(row.role);

/** The amount of a row in a column: what was set, or the sum of its parts. Undefined where the row is blank. */
function amount(row, column) {
  const parts = row.children.filter(adds);
  if (parts.length === 0) return row.values?.[column];
  const known = parts.map((part) => amount(part, column)).filter((cents) => cents !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, cents) => sum + cents, 0);
}

const sum = (list, column) => list.reduce((total, row) => total + (amount(row, column) ?? 0), 0);
const roots = (list) => list.filter((row) => row.parent === null && adds(row));
const named = (list, set) => list.find((row) => row.set === set);

// ---- the four books, balanced in every column ----

const out = { fund: null, capital: null };
for (const book of BOOKS) {
  book.rev = rows(book.revenue, book.id, "r");
  book.exp = rows(book.expenditure, book.id, "e");
  for (const row of [...book.rev, ...book.exp]) if (row.set) row.values = {};
}
const general = BOOKS[3];
// What the final accounts of 2023 change against the execution reported in January 2024.
const settled = { "g-2010399": -324, "g-2130505": 1150, "g-10305": 86, "f-2120804": -1275 };
for (const book of BOOKS) for (const row of [...book.rev, ...book.exp]) if (settled[row.id]) row.values.F23 += settled[row.id];

for (const book of BOOKS) {
  const [plug, prior, carry] = [named(book.rev, "plug"), named(book.rev, "prior"), named(book.exp, "carry")];
  const before = { F22: null, I23: "F22", A23: "F22", E23: "F22", F23: "F22", I24: "E23", A24: "F23", E24: "F23", I25: "E24" };
  for (const column of COLUMNS) {
    prior.values[column] = before[column] ? carry.values[before[column]] : Math.round(book.before * 100);
    if (book === general) {
      named(book.rev, "fund-out").values[column] = out.fund(column);
      named(book.rev, "capital-out").values[column] = out.capital(column);
    }
    const spent = sum(roots(book.exp), column) - (carry.values[column] ?? 0);
    if (column === "F23") plug.values.F23 = plug.values.E23;
    else {
      const isBudget = column[0] === "I" || column[0] === "A";
      const left = Math.round(spent * book.left[isBudget ? 0 : 1] * chance(0.9, 1.1));
      plug.values[column] = 0;
      plug.values[column] = spent + left - sum(roots(book.rev), column);
      if (plug.values[column] <= 0) throw new Error(`${book.id} ${column}: nothing left to balance with`);
    }
    carry.values[column] = sum(roots(book.rev), column) - spent;
  }
  if (book.id === "f") out.fund = (column) => amount(book.exp.find((row) => row.code === "23008"), column);
  if (book.id === "k") out.capital = (column) => amount(book.exp.find((row) => row.code === "23008"), column);
}

// ---- what is printed ----

const money = (cents) => new Raw(`${cents < 0 ? "-" : ""}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, "0")}`);

/** part ÷ whole in hundredths of a percent, rounded half away from zero. */
function percent(part, whole) {
  const size = (abs(BigInt(part)) * 20000n + abs(BigInt(whole))) / (2n * abs(BigInt(whole)));
  return Number(part < 0 === whole < 0 ? size : -size);
}
const abs = (big) => (big < 0n ? -big : big);

function printed(v, ratio) {
  const done = v.executed ?? v.final;
  const yardstick = v.adjusted ?? v.initial;
  const print = {};
  if (done !== undefined && yardstick) print.completion_percent = percent(done, yardstick);
  if (done !== undefined && v.prior_final) {
    print.yoy_percent = ratio ? percent(done, v.prior_final) : percent(done - v.prior_final, v.prior_final);
    print.yoy_kind = ratio ? "ratio" : "change";
  }
  return print;
}

/** The lines of a table. `plant` changes single figures on purpose: {id: {executed, completion, yoy, note, ratio}}. */
function lines(list, columns, { plant = {}, keep = () => true, isEachPrinted = false } = {}) {
  return list.filter(keep).map((row) => {
    const above = list.slice(0, list.indexOf(row));
    const value = (column) => (row.role === "total" ? sum(roots(above), column) : row.role === "subtotal" ? sum(since(above), column) : amount(row, column));
    const v = {};
    for (const [stage, column] of Object.entries(columns)) {
      const cents = value(column);
      if (cents !== undefined) v[stage] = cents;
    }
    const planted = plant[row.id] ?? {};
    const isPrinted = isEachPrinted ? v.executed > 0 : row.code?.length === 3 || row.role === "total";
    const print = isPrinted ? printed(v, planted.ratio) : {};
    if (planted.completion) print.completion_percent += planted.completion;
    if (planted.yoy) print.yoy_percent += planted.yoy;
    if (planted.executed) v.executed += planted.executed;
    const line = { id: row.id };
    if (row.code) line.code = row.code;
    line.name = row.name;
    if (row.parent && keep(row.parent)) line.parent = row.parent.id;
    if (row.role !== "item") line.role = row.role;
    line.amounts = Object.fromEntries(Object.entries(v).map(([stage, cents]) => [stage, money(cents)]));
    for (const key of ["completion_percent", "yoy_percent"]) if (print[key] !== undefined) print[key] = money(print[key]);
    if (Object.keys(print).length > 0) line.printed = print;
    if (planted.note) line.note = planted.note;
    return line;
  });
}
const since = (above) => roots(above.slice(above.findLastIndex((row) => row.role === "subtotal" || row.role === "total") + 1)).filter((row) => row.role === "item");

function budget(year, columns, plant) {
  const tables = [general, ...BOOKS.slice(0, 3)].flatMap((book) => [
    { id: `${book.id}-rev`, title: `${year}年${book.name}收入表`, book: book.book, direction: "revenue", scope: "全镇", lines: lines(book.rev, columns, { plant }) },
    { id: `${book.id}-exp`, title: `${year}年${book.name}支出表`, book: book.book, direction: "expenditure", scope: "全镇", lines: lines(book.exp, columns, { plant }) },
  ]);
  const title = `【示例】示例镇${year}年预算执行情况和${year + 1}年预算草案`;
  return { id: `budget-${year}`, title, fiscal_year: year, stage: "execution", unit: "wan_yuan", tables };
}

const REMARKS = {
  "g-2100409": { note: "没有编入年初预算的行留空，空白不是零。" },
  "g-2050902": { note: "只有名称、没有金额的行。" },
  "g-227": { note: "预备费动用时列入有关科目，所以没有执行数。" },
};
const PLANTS = {
  ...REMARKS,
  "g-2120399": { executed: 360 },
  "g-21203": { note: `${PLANTED}：两项之和比本行的执行数多3.60万元。` },
  "g-205": { completion: 500, note: `${PLANTED}：所印的完成率比重算的高5个百分点。` },
  "g-213": { ratio: true, yoy: 1000, note: `${PLANTED}：所印的是与上年之比，比重算的高10个百分点。` },
  "g-208": { ratio: true },
};

/** The final accounts of 2023: classes and balancing rows only, with a subtotal before the interest on debt. */
function final2023() {
  const isTop = (row) => row.parent === null;
  const at = general.exp.findIndex((row) => row.code === "232");
  const subtotal = { id: "g-subtotal", code: null, name: "小计（不含债务付息和发行费用）", role: "subtotal", children: [], parent: null };
  const exp = [...general.exp.slice(0, at), subtotal, ...general.exp.slice(at)];
  const plant = { "g-227": { note: "预备费没有决算数。" } };
  const tables = [
    { id: "rev", title: "2023年一般公共预算收入决算表", book: "general_public", direction: "revenue", scope: "全镇", lines: lines(general.rev, FINAL_2023, { keep: isTop }) },
    { id: "exp", title: "2023年一般公共预算支出决算表", book: "general_public", direction: "expenditure", scope: "全镇", lines: lines(exp, FINAL_2023, { keep: isTop, plant }) },
  ];
  return { id: "final-2023", title: "【示例】示例镇2023年财政决算", fiscal_year: 2023, stage: "final_accounts", unit: "wan_yuan", tables };
}

/** The first half of 2024: general revenue down to the second level, with a negative line. */
function half2024() {
  const list = general.rev.filter((row) => row.role !== "of_which" && (row.code === null ? row.role === "total" : row.code.length < 7));
  const copies = new Map();
  for (const row of list) {
    const copy = { ...row, children: [], parent: row.parent ? copies.get(row.parent) : null };
    copies.set(row, copy);
    copy.parent?.children.push(copy);
  }
  const all = [...copies.values()];
  for (const row of all) {
    if (row.children.length > 0 || row.role === "total") continue;
    const row2024 = general.rev.find((other) => other.id === row.id);
    const initial = amount(row2024, "I24");
    const half = row.code === "11011" ? -1250 : row.role === "carry_over" ? amount(row2024, "A24") : Math.round(initial * chance(0.38, 0.62));
    row.values = { I24: initial, H24: half };
  }
  const plant = { "g-11011": { note: "上级收回一笔上年已经下达的再融资债券额度，所以上半年为负数。" } };
  const table = { id: "rev", title: "2024年上半年一般公共预算收入执行表", book: "general_public", direction: "revenue", scope: "全镇", lines: lines(all, IN_HALF, { plant, isEachPrinted: true }) };
  return {
    id: "half-2024",
    title: "【示例】示例镇2024年上半年预算执行情况",
    fiscal_year: 2024,
    stage: "execution",
    period: { from: "2024-01-01", to: "2024-06-30" },
    unit: "wan_yuan",
    tables: [table],
  };
}

// ---- the sessions ----

const lineOf = (table, id) => table.lines.find((found) => found.id === id);
const total = (table, name) => table.lines.find((found) => found.role === "total" && found.name === name);

function session({ id, ordinal, meeting, start, end, year, budgets, more }) {
  const main = budgets[0];
  const [rev, exp] = main.tables;
  const text = {
    p1: `本报告和其中所有数字都是虚构的。${year}年，全镇一般公共预算收入${total(rev, "本年收入合计").amounts.executed}万元，其中税收收入${lineOf(rev, "g-101").amounts.executed}万元，非税收入${lineOf(rev, "g-103").amounts.executed}万元。`,
    p2: `全镇一般公共预算支出${total(exp, "本年支出合计").amounts.executed}万元。收入总计与支出总计都是${total(rev, "收入总计").amounts.executed}万元，收支平衡；年终结余${lineOf(exp, "g-23009").amounts.executed}万元，转到下一年使用。`,
    p3: `${year + 1}年草案安排一般公共预算支出${total(exp, "本年支出合计").amounts.next}万元，其中教育支出${lineOf(exp, "g-205").amounts.next}万元，农林水支出${lineOf(exp, "g-213").amounts.next}万元。四本预算各自平衡，详见附表。`,
  };
  const reports = `关于示例镇${year}年预算执行情况和${year + 1}年预算草案的报告`;
  return {
    format: "yishi-session/1",
    id,
    title: `【示例】示例镇第一届人民代表大会第${ordinal}次会议`,
    language: "zh-Hans",
    is_sample: true,
    status: "published",
    as_of: end,
    license: "CC0-1.0",
    summary: `这是示例，不是真实的会议：地名、人名、会议和全部金额都是虚构的，只为展示各种功能。科目编码和名称取自政府收支分类科目。${more}`,
    assembly: { name: "示例镇人民代表大会", short_name: "示例镇人大", level: "township", place: "示例省 示例市 示例镇", population: 48620 },
    term: 1,
    meeting,
    dates: { start, end },
    agenda: [
      { id: "a-government", number: "1", title: "听取和审议政府工作报告", kind: "government_report", action: "deliberate", presenters: ["zhang-shili"], state: "done" },
      {
        id: "a-budget",
        number: "2",
        title: `审查和批准${reports}`,
        kind: "budget_report",
        action: "review_and_approve",
        presenters: ["li-shili"],
        on_behalf_of: "示例镇人民政府",
        state: "done",
        result: "adopted",
        speeches: ["budget-report"],
        budgets: budgets.map((each) => each.id),
      },
    ],
    speeches: [
      {
        id: "budget-report",
        agenda: "a-budget",
        kind: "report",
        title: reports,
        speaker: "li-shili",
        attribution: "示例镇财政所所长李示例",
        post: "示例镇财政所所长",
        on_behalf_of: "示例镇人民政府",
        date: start,
        text_status: "summary",
        blocks: [
          { id: "budget-report-h1", kind: "heading", level: 2, text: `${year}年预算执行情况` },
          { id: "budget-report-p1", kind: "paragraph", text: text.p1 },
          { id: "budget-report-p2", kind: "paragraph", text: text.p2 },
          { id: "budget-report-h2", kind: "heading", level: 2, text: `${year + 1}年预算草案` },
          { id: "budget-report-p3", kind: "paragraph", text: text.p3 },
        ],
      },
    ],
    budgets,
    glossary: [
      { term: "四本预算", definition: "一般公共预算、政府性基金预算、国有资本经营预算和社会保险基金预算，各自编列，互相衔接。", basis: "general" },
      { term: "预备费", definition: "预算中留出、用于应付当年意外开支的资金。", basis: "general" },
      { term: "调入资金", definition: "从其他预算或专户拿进本预算统筹使用的资金。", basis: "general" },
    ],
  };
}

// ---- JSON with the digits as given, one line of a table per line of text ----

class Raw {
  constructor(digits) {
    this.digits = digits;
  }
  toString() {
    return this.digits;
  }
}

function flat(value) {
  if (value instanceof Raw) return value.digits;
  if (Array.isArray(value)) return `[${value.map(flat).join(", ")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, field]) => `${JSON.stringify(key)}: ${flat(field)}`);
  return fields.length === 0 ? "{}" : `{ ${fields.join(", ")} }`;
}

function deep(value, indent = "") {
  const isLine = value !== null && typeof value === "object" && "amounts" in value;
  const text = flat(value);
  if (isLine || text.length + indent.length <= 120 || value === null || typeof value !== "object" || value instanceof Raw) return text;
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((each) => inner + deep(each, inner))
    : Object.entries(value).map(([key, field]) => `${inner}${JSON.stringify(key)}: ${deep(field, inner)}`);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  return `${open}\n${parts.join(",\n")}\n${indent}${close}`;
}

mkdirSync(folder, { recursive: true });
const first = session({
  id: "sample-1-4",
  ordinal: "四",
  meeting: 4,
  start: "2024-01-16",
  end: "2024-01-17",
  year: 2023,
  budgets: [budget(2023, IN_2023, REMARKS)],
  more: "本次会议列出2023年四本预算的执行和2024年草案；下一次会议（sample-1-5）接着列出2024年，同一行可以跨年对照。",
});
const second = session({
  id: "sample-1-5",
  ordinal: "五",
  meeting: 5,
  start: "2025-01-14",
  end: "2025-01-15",
  year: 2024,
  budgets: [budget(2024, IN_2024, PLANTS), final2023(), half2024()],
  more: "本次会议列出2024年四本预算的执行和2025年草案，另有2023年决算和2024年上半年执行。2024年的表中有三处故意不平，各有说明，用来展示核对。",
});
const third = bare(first.assembly, "1-3", "三", "2023-07-18", "这是四次会议的第一次：代表提出的建议和年中的实事项目，后面的会议（sample-1-4、sample-1-5、sample-1-6）接着报告；没有预算。");
const sixth = bare(first.assembly, "1-6", "六", "2025-07-15", "这是四次会议的最后一次：2025年实事项目过半时的进展，仍没有答复的建议，以及镇长和镇人大主席的变动；没有预算。");
for (const base of [third, first, second, sixth]) {
  const each = withStory(base.id.slice("sample-".length), base);
  const text = `${deep(each)}\n`;
  writeFileSync(join(folder, `${each.id}.json`), text);
  const count = (each.budgets ?? []).map((one) => `${one.id} ${one.tables.reduce((sum, table) => sum + table.lines.length, 0)}`);
  console.log(`${each.id}.json: ${Buffer.byteLength(text)} bytes${count.length > 0 ? `, lines: ${count.join(", ")}` : ""}`);
}
