// The yardstick of the budget page: the least JavaScript that shows a table of a budget as our page shows it, in Chinese: JSON.parse, the same
// elements, 20 lines at once and the others up to 400 in turns. It checks nothing, audits nothing, draws nothing and reckons with binary floats.

const COLUMNS = { prior_final: "上年决算", initial: "年初预算", adjusted: "调整预算", executed: "执行", final: "决算", next: "下年预算" };
const UNITS = { yuan: ["元", 10_000], wan: ["万元", 1], yi: ["亿元", 0.0001] };
const [FIRST, SLICE, PAGE] = [20, 40, 400];
const main = document.getElementById("main");
let session;
let lines;
let roots;
let latest = 0;
let limit = PAGE;
let view = {};
const open = new Set();

function h(tag, attributes, ...children) {
  const element = document.createElement(tag);
  for (const name in attributes) if (attributes[name] !== undefined) element.setAttribute(name, attributes[name]);
  element.append(...children.filter((child) => child !== null));
  return element;
}
const href = (change) => {
  const all = { s: session.id, p: "budget/b", ...view, ...change };
  const query = ["s", "p", "unit", "sort", "q"].filter((name) => all[name]).map((name) => `${name}=${encodeURIComponent(all[name]).replaceAll("%2F", "/")}`);
  return `?${query.join("&")}`;
};
const grouped = (text) => text.replace(/^(-?\d+)/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ","));
const percentage = (share) => `${grouped(share.toFixed(1))}%`;

function amount(value, unit) {
  if (unit === "wan") return h("span", {}, grouped(String(value)));
  const moved = value * UNITS[unit][1];
  const places = unit === "yi" ? 4 : 2;
  const short = Number(moved.toFixed(places));
  const isRounded = Math.abs(short - moved) > 1e-12 * Math.abs(moved);
  return h("span", { title: isRounded ? `${grouped(String(value))}万元` : undefined }, (isRounded ? "≈" : "") + grouped(String(short)));
}

/** The lines to show, in order. */
function rows() {
  const find = view.q?.trim().toLowerCase();
  const fits = find ? new Map() : null;
  if (fits) {
    for (const line of lines) {
      if (!line.code.includes(find) && !line.name.toLowerCase().includes(find)) continue;
      fits.set(line, 2);
      for (let above = line.above; above && !fits.has(above); above = above.above) fits.set(above, 1);
    }
  }
  const value = (line) => {
    const key = view.sort.replace("-", "");
    return key === "code" ? line.code : key === "completion" ? line.amounts.final / line.amounts.adjusted : line.amounts[key];
  };
  const down = view.sort?.startsWith("-") ? -1 : 1;
  const ordered = (some) => (view.sort ? some.toSorted((a, b) => (value(a) < value(b) ? -down : value(a) > value(b) ? down : 0)) : some);
  const shown = [];
  const walk = (some) => {
    for (const line of ordered(some)) {
      if (fits && !fits.has(line)) continue;
      const hasParts = line.parts.some((part) => !fits || fits.has(part));
      const isOpen = hasParts && (fits !== null || open.has(line));
      shown.push({ line, isOpen: hasParts ? isOpen : undefined, isContext: fits?.get(line) === 1 });
      if (isOpen) walk(line.parts);
    }
  };
  walk(roots);
  return shown;
}

function row({ line, isOpen, isContext }, at) {
  const unit = view.unit ?? "wan";
  const cell = (label, content) => h("td", { class: "", role: "gridcell", "data-label": label }, content);
  const { final, adjusted, prior_final: prior } = line.amounts;
  const done = Math.round((1000 * final) / adjusted) / 10;
  const bar = h("i", { class: done > 100 ? "over" : "" });
  bar.style.width = done > 100 ? "100%" : `${done.toFixed(1)}%`;
  const meter = h("span", { class: "meter-cell" }, h("span", { class: "meter", "aria-hidden": "true" }, bar), h("span", { class: "calc", title: "按表中金额计算，原表未载" }, percentage(done)));
  const change = (100 * (final - prior)) / prior;
  const twist = isOpen === undefined ? null : h("button", { class: "twist", type: "button", tabindex: "-1", "aria-label": `${isOpen ? "收起" : "展开"}${line.name}`, "data-act": "turn" }, isOpen ? "▾" : "▸");
  return h("tr", { id: `line-${line.row}`, class: `d${line.depth}${isContext ? " context" : ""}`, role: "row", "data-row": String(line.row), tabindex: at === 0 ? "0" : "-1", "aria-level": String(line.depth + 1), "aria-expanded": isOpen === undefined ? undefined : String(isOpen) },
    h("th", { scope: "row", role: "rowheader", lang: "zh-Hans" }, h("span", { class: "cell-name" }, twist,
      h("span", {}, h("a", { href: href({ p: `budget/b/${line.id}` }), tabindex: "-1" }, line.name), " ", h("small", { class: "code" }, line.code)))),
    ...Object.keys(COLUMNS).map((column) => cell(COLUMNS[column], amount(line.amounts[column], unit))),
    cell("完成预算", meter),
    cell("比上年", h("span", { class: "calc", title: "按表中金额计算，原表未载" }, `${change >= 0.05 ? "+" : ""}${percentage(Math.abs(change) < 0.05 ? 0 : change).replace("-", "−")}`)));
}

function head() {
  const column = (label, key, first) => {
    const sort = view.sort === undefined || view.sort.replace("-", "") !== key ? first : view.sort === first ? (first.startsWith("-") ? key : `-${key}`) : undefined;
    const state = view.sort === `-${key}` ? "descending" : view.sort === key ? "ascending" : undefined;
    return h("th", { scope: "col", role: "columnheader", "aria-sort": state }, h("a", { href: href({ sort }), "data-key": label, title: `按“${label}”排序` }, label, h("span", { "aria-hidden": "true" }, state ? (state === "descending" ? " ↓" : " ↑") : "")));
  };
  return h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, column("科目", "code", "code"), ...Object.entries(COLUMNS).map(([key, label]) => column(label, key, `-${key}`)), column("完成预算", "completion", "-completion"), column("比上年", "change", "-change")));
}

function table() {
  const mine = (latest += 1);
  const all = rows();
  const shown = all.slice(0, limit);
  const made = h("table", { class: "figures many", role: "treegrid", "aria-label": session.budgets[0].tables[0].title }, head());
  document.getElementById("status").textContent = `显示${all.length}行，共${lines.length}行`;
  document.getElementById("table").replaceChildren(
    h("p", { class: "row tight" }, h("button", { class: "btn small", type: "button", "data-act": "open-all", "data-key": "open-all" }, "全部展开"), h("button", { class: "btn small", type: "button", "data-act": "close-all", "data-key": "close-all" }, "全部收起")),
    made, ...(all.length === 0 ? [h("p", { class: "state" }, "没有符合条件的科目。")] : []),
    ...(all.length > shown.length ? [h("p", { class: "row" }, h("span", { class: "quiet" }, `还有${all.length - shown.length}行未显示。`), h("button", { class: "btn small", type: "button", "data-act": "more" }, `再显示${Math.min(PAGE, all.length - shown.length)}行`))] : []));
  const slice = (from) => {
    if (mine !== latest) return;
    const to = from + (from === 0 ? FIRST : SLICE);
    made.append(h("tbody", { role: "rowgroup" }, ...shown.slice(from, to).map((one, at) => row(one, from + at))));
    if (to >= shown.length) return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => slice(to);
    port2.postMessage(null);
  };
  if (shown.length > 0) slice(0);
}

function units() {
  document.getElementById("units").replaceChildren(h("div", { class: "seg", role: "group", "aria-label": "单位" }, ...Object.entries(UNITS).map(([key, [name]]) => h("a", { href: href({ unit: key }), "data-key": key, "aria-current": (view.unit ?? "wan") === key ? "true" : undefined }, name))));
}

function budget() {
  const field = h("input", { type: "search", placeholder: "筛选科目或编码" });
  field.addEventListener("input", () => {
    view.q = field.value || undefined;
    history.replaceState(null, "", href({}));
    units();
    table();
  });
  main.replaceChildren(h("div", { class: "content" }, h("div", { class: "page one wide" }, h("div", {},
    h("h1", { tabindex: "-1", lang: "zh-Hans" }, session.budgets[0].title),
    h("div", { class: "chooser" }, h("div", { class: "live", id: "units" }), h("label", { class: "find-line" }, h("span", { class: "unseen" }, "筛选科目或编码"), field)),
    h("div", { class: "row tight" }, h("span", { class: "quiet", role: "status", id: "status" })), h("div", {}, h("div", { class: "live", id: "table" }))))));
  units();
  table();
}

addEventListener("click", (event) => {
  const act = event.target.closest?.("[data-act]");
  if (act) {
    const line = lines[act.closest("[data-row]")?.dataset.row];
    if (act.dataset.act === "open-all") for (const one of lines) open.add(one);
    else if (act.dataset.act === "close-all") open.clear();
    else if (act.dataset.act === "more") limit += PAGE;
    else if (!open.delete(line)) open.add(line);
    return table();
  }
  const link = event.target.closest?.("a[href^='?']");
  if (!link || !session) return undefined;
  event.preventDefault();
  history.pushState(null, "", link.getAttribute("href"));
  const { s, p, ...chosen } = Object.fromEntries(new URLSearchParams(location.search));
  view = chosen;
  if (!document.getElementById("table")) return budget();
  units();
  return table();
});
document.querySelector("input[type=file]").addEventListener("change", async (event) => {
  session = JSON.parse(await event.target.files[0].text());
  lines = session.budgets[0].tables[0].lines;
  const byId = new Map(lines.map((line) => [line.id, line]));
  for (const [row, line] of lines.entries()) {
    Object.assign(line, { row, parts: [], above: byId.get(line.parent) });
    line.depth = line.above ? line.above.depth + 1 : 0;
    line.above?.parts.push(line);
  }
  roots = lines.filter((line) => !line.above);
  main.replaceChildren(h("div", { class: "head" }, h("h1", { class: "title" }, session.title)), h("div", { class: "tabs" }, h("nav", {}, h("a", { href: "?s=budget&p=budget/b" }, "预算", h("small", {}, "1")))));
});
