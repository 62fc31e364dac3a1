// The yardstick: the least JavaScript that shows a session as our page shows it, in Chinese: fetch, JSON.parse, the same elements.
// It checks nothing, explains nothing and has only the two places that the benchmark visits.

const LABELS = {
  government_report: "政府工作报告", congress_report: "人大工作报告", budget_report: "预算报告", final_accounts: "决算", budget_review: "预算审查",
  credentials_report: "代表资格", suggestions_report: "建议办理", special_report: "专项报告", deliberation: "审议", vote: "表决", election: "选举",
  resolution: "决议", oath: "宪法宣誓", other: "其他", hear: "听取", deliberate: "审议", review_and_approve: "审查和批准",
  planned: "待进行", done: "已进行", adopted: "通过", rejected: "未通过", elected: "选出", noted: "已听取",
  report: "报告", speech: "发言", remarks: "讲话", address: "讲话", summary: "转述，非原文", verbatim: "原文", excerpt: "节录",
};
const SLICE = 40;
let session = null;
let note = null;

function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const name in attributes) if (attributes[name] !== undefined) element.setAttribute(name, attributes[name]);
  for (const child of children.flat(2)) if (child !== null && child !== undefined && child !== "") element.append(child);
  return element;
}
const href = (place, at) => `?s=${session.id}${place ? `&p=${place}` : ""}${at ? `&at=${at}` : ""}`;
const zh = (n) => (n < 10 ? "零一二三四五六七八九"[n] : `${n >= 20 ? "零一二三四五六七八九"[Math.floor(n / 10)] : ""}十${n % 10 ? "零一二三四五六七八九"[n % 10] : ""}`);
const date = (text) => text.split("-").map(Number).map((n, i) => `${n}${"年月日"[i]}`).join("");
const dotted = (...parts) => parts.filter(Boolean).join(" · ");

function person(id) {
  const known = session.people.find((one) => one.id === id);
  return h("a", { class: "person", href: href(`people/${id}`) }, h("bdi", {}, known.name));
}
const persons = (ids) => h("span", { class: "persons", lang: "zh-Hans" }, ids.map((id, i) => [i > 0 ? "、" : "", person(id)]));
const presiding = () => [...new Set((session.sittings ?? []).flatMap((sitting) => sitting.chairs ?? []))];
const fact = (term, ...value) => [h("dt", {}, term), h("dd", {}, ...value)];
const unknown = () => h("span", { class: "quiet" }, "来源未载");
const minutes = (speech) => {
  let length = 0;
  for (const block of speech.blocks) {
    if (block.kind === "heading") continue;
    for (const text of [block.text ?? "", ...(block.items ?? [])]) length += text.replace(/\s/g, "").length;
  }
  return `约 ${Math.max(1, Math.ceil(length / 400))} 分钟`;
};

function notices() {
  return [session.is_sample ? "这是为演示功能而编的示例，不是真实会议。" : null, note].filter(Boolean).map((text) => h("p", { class: "notice" }, h("bdi", {}, text)));
}
function crumbs(withSession) {
  const parts = session.assembly.place.split(/\s+/).slice(0, -1);
  parts.push(parts.reduce((rest, part) => (rest.startsWith(part) ? rest.slice(part.length) : rest), session.assembly.name));
  
  return h("nav", { class: "crumb", "aria-label": "回到全部会议" }, h("a", { href: "?" }, "议事"), " › ",
    withSession ? h("a", { href: href(), lang: "zh-Hans" }, phrases()) : [h("bdi", { lang: "zh-Hans" }, parts.join(" › ")), ` › 第${zh(session.term)}届`]);
}
function phrases() {
  const parts = session.title.split(/(?<=.)(?=第|人民代表大会|（)/);
  return h("span", { class: "phrases" }, parts.map((part) => [part, h("wbr", {})]));
}
const posts = (id) => session.people.find((one) => one.id === id).posts
  .map(({ title, organization }) => (organization && !title.includes(organization) ? organization + title : title)).join("、");
function tabs(current) {
  const counted = [["agenda", "议程", session.agenda], ["speeches", "发言与报告", session.speeches], ["decisions", "决议与表决", [...(session.resolutions ?? []), ...(session.votes ?? [])]],
    ["people", "人员", session.people], ["glossary", "名词", session.glossary]].filter(([, , list]) => list?.length > 0);
  const all = [["", "概览"], ...counted, ["documents", "文件与来源"]];
  return h("div", { class: "tabs" }, h("nav", { "aria-label": "本次会议的内容" }, all.map(([place, label, list]) =>
    h("a", { href: href(place), "aria-current": place === current ? "page" : undefined }, label, list ? h("small", {}, String(list.length)) : null))));
}

function overview() {
  const chairs = presiding();
  const reports = session.speeches.filter((speech) => speech.kind === "report").length;
  const head = h("div", { class: "head" }, crumbs(false), h("h1", { class: "title", tabindex: "-1", lang: "zh-Hans" }, phrases()),
    h("p", { class: "facts" }, session.is_sample ? h("span", { class: "chip sample" }, "示例") : null, h("span", {}, h("b", {}, date(session.dates.start))),
      h("span", {}, "主持", " ", h("b", {}, persons(chairs))), reports ? h("span", {}, h("b", {}, `${reports}项报告`)) : null));
  const decided = session.agenda.filter((item) => ["adopted", "rejected", "elected"].includes(item.result));
  const readable = session.speeches.filter((speech) => speech.blocks?.length > 0);
  const row = (item) => h("li", {}, h("a", { class: "t", href: href(`agenda/${item.id}`) }, item.title), outcome(item));
  const page = h("div", { class: "page" },
    h("div", {},
      h("section", {}, h("h2", {}, "一眼看懂"), h("div", { class: "glance", lang: "zh-Hans" }, session.summary.split("\n").map((line) => h("p", {}, line)))),
      h("section", {}, h("h2", {}, "决定了什么"), decided.length ? h("ul", { class: "decided", lang: "zh-Hans" }, decided.map(row)) : h("p", { class: "quiet" }, "来源没有记载表决结果。")),
      h("section", {}, h("h2", {}, "议程"), agenda()),
      h("section", {}, h("h2", {}, "可以读什么"), h("ul", { class: "decided", lang: "zh-Hans" }, readable.map((speech) => h("li", {},
        h("a", { class: "t", href: href(`speeches/${speech.id}`) }, speech.title), h("span", { class: "chip", lang: "zh-Hans" }, minutes(speech)), h("span", { class: "who" }, person(speech.speaker))))))),
    h("aside", {},
      h("div", {}, h("h3", {}, "这次会议"), h("dl", { class: "pairs" }, fact("时间", date(session.dates.start)), fact("地点", unknown()), fact("主持", persons(chairs)), fact("出席", unknown()))),
      h("div", {}, h("h3", {}, "来源"), h("ul", { class: "plain", lang: "zh-Hans" }, session.sources.map((source) => h("li", {}, h("bdi", {}, source.title), h("br", {}), h("small", { class: "quiet" }, dotted(source.publisher, date(source.date)))))),
        h("p", {}, "内容是转述，不是原文。"), h("p", { class: "quiet" }, "内容截至", " ", date(session.as_of)), h("p", {}, h("a", { href: href("documents") }, "文件与来源")))));
  return [head, tabs(""), h("div", { class: "content" }, page)];
}
function outcome(item) {
  if (item.result) return h("span", { class: "chip done", lang: "zh-Hans" }, LABELS[item.result]);
  return item.state ? h("span", { class: "chip", lang: "zh-Hans" }, LABELS[item.state]) : null;
}
function agenda() {
  const isSplit = session.agenda.every((item) => item.sitting);
  const groups = session.sittings.map((sitting) => [sitting, session.agenda.filter((item) => item.sitting === sitting.id)]);
  const rest = session.agenda.filter((item) => !item.sitting);
  if (rest.length) groups.push([null, rest]);
  return h("div", { lang: "zh-Hans" }, groups.map(([sitting, items]) => [
    sitting ? h("div", { class: "sit" }, h("b", {}, sitting.name), sitting.chairs ? h("span", {}, h("span", { lang: "zh-Hans" }, "主持"), " ", persons(sitting.chairs)) : null) : h("p", { class: "sit", lang: "zh-Hans" }, h("b", {}, "未注明场次")),
    items.length ? h("ol", { class: "agenda" }, items.map(agendaRow)) : (isSplit ? h("p", { class: "quiet none" }, "来源没有列出这场会议的议程。") : null),
  ]));
}
function agendaRow(item) {
  const presenters = (item.presenters ?? []).map((id) => h("span", { class: "presenter" }, person(id), h("span", {}, " · ", posts(id))));
  const kind = LABELS[item.kind];
  const action = LABELS[item.action];
  const speeches = session.speeches.filter((speech) => speech.blocks?.length && (item.speeches?.includes(speech.id) || speech.agenda === item.id));
  const links = [...speeches.map((speech) => [`speeches/${speech.id}`, speech.kind === "report" ? "读报告" : "读发言"]), ...(item.resolutions ?? []).map((id) => [`resolutions/${id}`, "看决议"])];
  return h("li", { class: item.parent ? "part" : "" }, h("span", { class: "n" }, item.number), h("a", { class: "t", href: href(`agenda/${item.id}`) }, item.title), outcome(item),
    h("div", { class: "who" },
      presenters.length ? h("span", { class: "presenters", lang: "zh-Hans" }, presenters,
        item.on_behalf_of ? h("span", {}, " · ", h("span", { lang: "zh-Hans" }, "代表", h("bdi", { lang: "zh-Hans" }, item.on_behalf_of))) : null) : null,
      h("span", { class: "quiet kind", lang: "zh-Hans" }, dotted(kind, action === kind ? null : action)),
      item.note ? h("span", { class: "remark", lang: "zh-Hans" }, item.note) : null,
      links.length ? h("span", { class: "links", lang: "zh-Hans" }, links.map(([place, label]) => h("a", { class: "go", href: href(place), "aria-label": `${label}: ${item.title}` }, label))) : null));
}

function speechPage(speech) {
  const sitting = session.sittings.find((one) => one.id === speech.sitting)?.name;
  const name = session.people.find((one) => one.id === speech.speaker).name;
  const at = session.speeches.indexOf(speech);
  const beside = (label, other) => (other ? h("a", { class: "beside", href: href(`speeches/${other.id}`) }, h("small", { lang: "zh-Hans" }, label), other.title) : null);
  const besides = [beside("上一篇", session.speeches[at - 1]), beside("下一篇", session.speeches[at + 1])].filter(Boolean);
  const article = h("article", { class: "speech" },
    h("h1", { tabindex: "-1", lang: "zh-Hans" }, speech.title),
    h("div", { class: "by", lang: "zh-Hans" }, h("span", { class: "face", "aria-hidden": "true" }, name[0]),
      h("span", {}, h("b", {}, person(speech.speaker)), h("br", {}), h("small", {}, dotted(speech.post, speech.on_behalf_of ? `代表${speech.on_behalf_of}` : "", sitting, speech.date ? date(speech.date) : "")))),
    h("p", { class: "row status" }, speech.kind ? h("span", { class: "chip" }, LABELS[speech.kind]) : null, h("span", { class: "chip mark" }, LABELS[speech.text_status])),
    prose(speech),
    besides.length ? h("nav", { class: "besides", "aria-label": "发言与报告", lang: "zh-Hans" }, besides) : null);
  const headings = speech.blocks.filter((block) => block.kind === "heading");
  const item = session.agenda.find((one) => (speech.agenda ? one.id === speech.agenda : one.speeches?.includes(speech.id)));
  const terms = session.glossary.filter(({ term }) => speech.blocks.some((block) => block.text?.includes(term) || block.items?.some((text) => text.includes(term))));
  const aside = h("aside", {},
    headings.length ? h("nav", { class: "box", "aria-label": "提纲" }, h("h2", {}, "提纲"), h("ol", { class: "outline", lang: "zh-Hans" },
      headings.map((block) => h("li", { class: block.level > 1 ? "deep" : "" }, h("a", { href: href(`speeches/${speech.id}`, block.id) }, block.text))))) : null,
    item ? h("div", {}, h("h2", {}, "对应议程"), h("p", { lang: "zh-Hans" }, h("a", { href: href(`agenda/${item.id}`) }, item.title))) : null,
    terms.length ? h("div", {}, h("h2", {}, "本篇名词"), h("dl", { class: "terms", lang: "zh-Hans" }, terms.map(({ term, definition }) => [h("dt", {}, term), h("dd", {}, definition)]))) : null);
  return [h("div", { class: "head short" }, crumbs(true)), tabs("speeches"), h("div", { class: "content" }, h("div", { class: "page" }, article, aside))];
}
function prose(speech) {
  const root = h("div", { class: "prose", lang: "zh-Hans" });
  const className = speech.blocks.length > SLICE ? "slice far" : "slice";
  const levels = [...new Set(speech.blocks.filter((block) => block.kind === "heading").map((block) => block.level ?? 1))].sort();
  let number = 0;
  for (let start = 0; start < speech.blocks.length; start += SLICE) {
    root.append(h("div", { class: className }, speech.blocks.slice(start, start + SLICE).map((block) => {
      if (block.kind === "heading") return h(`h${Math.min(2, levels.indexOf(block.level ?? 1)) + 2}`, { id: `b-${block.id}`, tabindex: "-1" }, block.text);
      number += 1;
      return h("div", { class: "para", id: `b-${block.id}`, tabindex: "-1", "data-block": block.id },
        h("a", { class: "no", href: href(`speeches/${speech.id}`, block.id), title: `第 ${number} 段`, "aria-label": `第 ${number} 段` }, String(number)),
        body(block));
    })));
  }
  return root;
}
function body(block) {
  if (block.kind === "quote") return h("blockquote", {}, h("p", {}, explained(block.text)));
  if (block.kind === "list") return h("div", {}, block.text ? h("p", {}, explained(block.text)) : null, h("ul", {}, block.items.map((item) => h("li", {}, explained(item)))));
  if (block.kind === "table") {
    const [head, ...rows] = block.items.map((item) => item.split("\t"));
    return h("div", { class: "scroll", role: "group", "aria-label": "表格", tabindex: "0" }, h("table", {}, h("caption", {}, explained(block.text)), h("thead", {}, h("tr", {}, head.map((cell) => h("th", { scope: "col" }, cell)))),
      h("tbody", {}, rows.map((row) => h("tr", {}, row.map((cell) => h("td", {}, cell)))))));
  }
  return h("p", {}, explained(block.text));
}
function explained(text) {
  const found = [];
  for (const { term } of session.glossary ?? []) {
    const at = text.indexOf(term);
    if (at >= 0) found.push([at, term]);
  }
  if (found.length === 0) return text;
  found.sort((a, b) => a[0] - b[0] || b[1].length - a[1].length);
  const pieces = [];
  let done = 0;
  for (const [at, term] of found) {
    if (at < done) continue;
    pieces.push(text.slice(done, at), h("span", { class: "term", role: "button", tabindex: "0", "aria-expanded": "false" }, term));
    done = at + term.length;
  }
  pieces.push(text.slice(done));
  return pieces;
}

function show(place) {
  const id = place?.match(/^speeches\/(.+)$/)?.[1];
  const speech = id && session.speeches.find((one) => one.id === id);
  document.title = `${speech ? `${speech.title} · ` : ""}${session.title} · 议事`;
  document.getElementById("main").replaceChildren(...notices(), ...(speech ? speechPage(speech) : overview()));
}
addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href^='?']");
  if (!link || !session) return;
  event.preventDefault();
  history.pushState(null, "", link.getAttribute("href"));
  show(new URLSearchParams(location.search).get("p"));
  scrollTo(0, 0);
});
document.querySelector("input[type=file]").addEventListener("change", async (event) => {
  const [file] = event.target.files;
  session = JSON.parse(await file.text());
  note = `来自本机文件 ${file.name}，未上传。刷新页面后需要重新打开。`;
  show(null);
});
const query = new URLSearchParams(location.search);
if (query.has("s")) {
  const answer = await fetch(`data/sessions/${query.get("s")}.json`);
  session = JSON.parse(await answer.text());
  show(query.get("p"));
}
