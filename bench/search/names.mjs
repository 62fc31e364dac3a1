// Names as they occur: surnames as often as they are borne, given names, places, villages, roads, words that were never seen. All made up.

/** The commonest surnames with how many of 10,000 people bear them, about; then some that are rare. */
const SURNAMES = "王710李700张670刘530陈450杨310黄250赵230吴200周200徐170孙150马130朱130胡130郭120何120高100林100罗95郑92梁85谢80宋80唐72许72韩68冯66邓62曹62彭60曾58肖58田57董55袁54潘53于52蒋51蔡50余50杜48叶48程47苏46魏45吕45丁43任43沈42姚41卢41姜40崔40钟39谭39陆38汪38范37金36石36廖36贾35夏34韦33付33方32白32邹32孟31熊31秦30邱30江30尹29薛29闫28段28雷27侯27龙27史26陶26黎26贺25顾25毛25郝25龚24邵24万24钱23严23覃23武22戴22莫22孔22向21汤21常20温20康20施19文19牛19樊18葛18邢17安17齐16易16乔16伍15庞15颜15倪14庄14聂14章14鲁13岳13翟13申12欧12耿12关11兰11焦11俞10左10柳10甘9祝9包9宁9尚8符8舒8阮8柯8纪7梅7童7凌7毕6单6季6裴6霍5涂5成5苗5谷5曲4盛4冉4翁4蓝4骆4路3游3解3区2华2阚2欧阳9上官2诸葛1司徒1慕容1";
/** Characters of given names, the commonest first. */
const GIVEN = [..."明华国文军平志伟建红丽晓玉海春林英永强秀新东小金荣云波峰勇辉宏俊清敏燕芳玲生斌杰德光龙成飞涛梅兰艳霞忠福庆兵凤江亮刚磊洪娟立良超雪静家月琴武亚宇学桂莉松祥正利鹏胜慧凯雅佳民安义香兴振洋慧晨浩昌鑫琳珍佩宝庭瑞思培凡丹群怡嘉启朝进雨欣莹荷仁贵健世少毅森旭川桥彬翔彦广全根增银喜保向大长传玲蓉菊萍霖泽宁诚"];
const PLACE = [..."山河水龙石白安平新大南东北西城江湖阳阴兴泉溪桥林马金青黄永福长清宁和华高丰云洋沙塘岭坪湾浦港洲堡庄店沟川源口泰德仁义顺昌吉庆太临通双三五九柳松梅竹桃花古陈李王张杨周吴凤凰鹤鹿虎牛羊鱼井田潭池峰岗坡"];
const VILLAGE_END = ["村", "村", "村", "社区", "庄", "屯", "居委会"];
const ROAD_END = ["路", "路", "大道", "街", "巷", "公路"];
const PROVINCES = "河北山西辽宁吉林黑龙江江苏浙江安徽福建江西山东河南湖北湖南广东海南四川贵州云南陕西甘肃青海".match(/黑龙江|../g);

const surnames = [...SURNAMES.matchAll(/(\p{Script=Han}+)(\d+)/gu)].map(([, name, weight]) => [name, Number(weight)]);
const surnameTable = [];
for (const [name, weight] of surnames) for (let n = 0; n < weight; n += 1) surnameTable.push(name);

/** The 3,755 characters of the first level of GB 2312: those in common use. */
export const COMMON = (() => {
  const decoder = new TextDecoder("gb2312");
  const bytes = [];
  for (let row = 0xb0; row <= 0xd7; row += 1) for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell += 1) bytes.push(row, cell);
  return [...decoder.decode(new Uint8Array(bytes))];
})();

/** Towards the beginning of a list: place `x` as often as 1/(x + offset). */
export function early(list, next, offset = 12) {
  const n = list.length;
  return list[Math.min(n - 1, Math.floor(offset * ((1 + n / offset) ** next() - 1)))];
}

/** A person's name. */
export function person(next) {
  const one = () => (next() < 0.08 ? COMMON[Math.floor(next() * COMMON.length)] : early(GIVEN, next, 30));
  const surname = surnameTable[Math.floor(next() * surnameTable.length)];
  return next() < 0.18 ? surname + one() : surname + one() + one();
}

/** A place name of two characters, sometimes three, without what kind of place it is. */
export function place(next) {
  const one = () => (next() < 0.25 ? COMMON[Math.floor(next() * COMMON.length)] : early(PLACE, next, 25));
  return next() < 0.9 ? one() + one() : one() + one() + one();
}

/** A township of a country: `{ province, city, county, town, names, villages, roads, people }`; neighbours share county and city. `seeded` makes a generator of chance. */
export function township(number, seeded) {
  const county = Math.floor(number / 14);
  const of = (salt, at) => seeded(at * 7 + salt);
  const next = of(1, number);
  const kind = next() < 0.7 ? "镇" : next() < 0.7 ? "乡" : "街道";
  const name = place(next);
  return {
    province: `${PROVINCES[Math.floor(of(4, Math.floor(county / 120))() * PROVINCES.length)]}省`,
    city: `${place(of(3, Math.floor(county / 9)))}市`,
    county: `${place(of(2, county))}${of(5, county)() < 0.6 ? "县" : "区"}`,
    town: name + kind,
    // Its own name above all, then those around.
    names: [name, name, name, place(next), place(next), place(of(2, county))],
    villages: Array.from({ length: 8 + Math.floor(next() * 20) }, () => place(next) + VILLAGE_END[Math.floor(next() * VILLAGE_END.length)]),
    roads: Array.from({ length: 6 + Math.floor(next() * 12) }, () => place(next) + ROAD_END[Math.floor(next() * ROAD_END.length)]),
    people: Array.from({ length: 60 + Math.floor(next() * 60) }, () => person(next)),
  };
}
