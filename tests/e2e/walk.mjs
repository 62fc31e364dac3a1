// Ways through the page, the same in every engine and through every door: what they saw comes back as data, to be compared.
//
// They run inside the page, as text, so they may use nothing from here but the hands that they are given.

/** What a way through the page does its work with. */
function hands() {
  const $ = (selector) => document.querySelector(selector);
  /** Looks in every frame until there is what is looked for. */
  const until = async (what, check) => {
    for (const end = performance.now() + 30_000; ; await new Promise(requestAnimationFrame)) {
      const found = check();
      if (found) return found;
      if (performance.now() > end) throw new Error(`waited in vain for ${what} at ${location.search}`);
    }
  };
  /** What is looked at, once three looks see the same. */
  const rest = async (look) => {
    let [last, times] = [look(), 0];
    await until("rest", () => {
      const now = look();
      times = now === last ? times + 1 : 0;
      last = now;
      return times === 3;
    });
    return last;
  };
  const withText = (selector, part) => until(part, () => [...document.querySelectorAll(selector)].find((element) => element.textContent.includes(part)));
  /** The text of the file that a button saves. */
  const saved = async (button) => {
    const make = URL.createObjectURL;
    let blob;
    URL.createObjectURL = (made) => make.call(URL, blob = made);
    // The browser's own download is of no use here.
    HTMLAnchorElement.prototype.click = () => {};
    button.click();
    await until("the file", () => blob);
    URL.createObjectURL = make;
    delete HTMLAnchorElement.prototype.click;
    return blob.text();
  };
  return { $, rest, saved, until, withText };
}

/** A way as text: a function that takes what `way` takes after its hands. */
export const inPage = (way) => `async (argument) => (${way})((${hands})(), argument)`;

/** From the list of sessions through all kinds of places and back: the text of every one, and what was saved and printed on the way. */
export const walk = inPage(async ({ $, saved, until, withText }) => {
  const seen = {};
  // Without the public link on paper and what one can do with the place: in a file there is no link, and nothing to keep for later.
  const text = (selector = "main") => {
    const copy = $(selector)?.cloneNode(true);
    copy?.querySelectorAll(".acts, .at").forEach((part) => part.remove());
    return (copy?.textContent ?? "").replace(/\s+/g, " ").trim();
  };
  /** Waits until a place is there as `check` knows it, nothing is on its way any more, and three looks see the same: the first may be at what was before. */
  const rests = async (what, check) => {
    let [last, times, tried] = ["", 0, null];
    await until(what, () => {
      // On a busy machine the reader's own sessions may take too long to be had; the list says so, and offers to try again.
      const again = $("[aria-labelledby=mine] .notice button");
      if (again && again !== tried) again.click();
      tried = again;
      const now = check() && !$("main [aria-busy=true]") && text();
      times = now && now === last ? times + 1 : 0;
      last = now;
      return times === 2 && !again && !/正在取来|核对中/.test(now);
    });
  };
  const press = (element, what, check) => {
    element.click();
    return rests(what, check);
  };
  const goes = (place, check) => {
    history.pushState(null, "", place);
    dispatchEvent(new PopStateEvent("popstate"));
    return rests(place, check);
  };
  const isTitled = (part) => () => document.title.includes(part);

  // What there is by subject comes once the lexicon is there.
  const isAnswered = () => $(".tabs") && $(".chips.subjects li");
  await rests("the list", () => $(".sessions li"));
  seen.list = text();
  await press(await withText("main a", "华漕镇"), "the session", isAnswered);
  seen.overview = text("main .page > div");
  const tab = (name) => [...document.querySelectorAll(".tabs a")].find((tab) => tab.textContent === name);
  for (const name of [...document.querySelectorAll(".tabs a")].map((tab) => tab.textContent)) {
    await press(tab(name), name, () => tab(name)?.getAttribute("aria-current") && (name !== "概览" || isAnswered()));
    seen[name] = text(".content");
  }
  await press(await withText(".tabs a", "报告"), "the speeches", isTitled("发言与报告"));
  await press(await withText(".content a", "闭幕"), "the speech", () => location.search.includes("speeches/closing") && $("#b-closing-p9"));
  seen.speech = text();
  await goes("?s=huacao-6-6&p=speeches/closing&at=closing-p9", () => $(".hit"));
  seen.marked = $(".hit").id;
  history.back();
  await until("the way back", () => !$(".hit"));

  // Letters find something once the table of readings is there; looser queries are looked for where nothing is found, a moment later.
  const [found, isSpelled, isLooser] = [() => $("main [data-hit]"), () => $(".spelled") && $("main [data-hit]"), () => text(".ways").includes("只找")];
  for (const [typed, check] of [["治理", found], ["zsc", isSpelled], ["周sheng", isSpelled], ["4402", isLooser]]) {
    await goes(`?s=huacao-6-6&q=${encodeURIComponent(typed)}`, () => $("#find").value === typed && check());
    seen[`search ${typed}`] = text(".content");
  }
  await goes("?s=huacao-6-6&p=speeches/closing&at=closing-p9&q=%E6%B2%BB%E7%90%86", () => $("mark.current"));
  seen.found = $(".found-bar [role=status]").textContent;
  await goes("?q=%E5%91%A8%E8%83%9C%E6%98%A5", () => /在\d+次会议中找到/.test(text(".search [role=status]")));
  seen.everywhere = [...document.querySelectorAll(".answers h2")].map((heading) => heading.textContent);
  await goes("?s=huacao-6-6&p=speeches/closing", () => $("#b-closing-p9"));

  window.print = () => {
    seen.printed = text(".paper");
  };
  (await withText(".acts button", "下载")).click();
  (await withText("dialog[open] button", "打印")).click();
  await until("the paper", () => seen.printed);
  dispatchEvent(new Event("afterprint"));
  await until("the paper to be gone", () => !$(".paper"));

  const body = encodeURIComponent("示例镇人民代表大会");
  for (const [place, part] of [
    ["s=sample-1-5&p=suggestions/sg-2023-04", "在历次会议中"], ["s=sample-1-5&p=projects/pj-2024-drinking-water", "在历次会议中"], ["s=sample-1-5&p=suggestions&overdue=1", "逾期"],
    [`body=${body}`, "决定了什么"], [`body=${body}&person=lin-shili`, "历任职务"], ["compare=sample-1-4,sample-1-5", "议程"],
  ]) {
    const before = document.title;
    await goes(`?${place}`, () => document.title !== before && text().includes(part));
    seen[place] = text();
  }

  await goes("?s=sample-1-5&p=budget", () => text("h1").includes("预算"));
  seen.budgets = text();
  // The lines come in slices, and what is checked of them after.
  const isWhole = () => text(".figures").includes("算得") && document.querySelectorAll(".figures tr[data-row]").length + 1 === Number($(".figures").getAttribute("aria-rowcount"));
  await press(await until("a budget", () => $('.content a[href*="p=budget/"]')), "lines", isWhole);
  seen.lines = text(".figures");
  seen.csv = await saved(await withText(".content button", "CSV"));
  const filter = await until("the filter", () => $('.content input[type="search"]'));
  filter.value = "教育";
  filter.dispatchEvent(new Event("input", { bubbles: true }));
  await rests("the filtered lines", () => location.search.includes("q=") && isWhole());
  seen.filtered = text(".figures");

  $('input[name="theme"][value="dark"]').click();
  seen.theme = await until("the theme", () => document.documentElement.dataset.theme === "dark" && "dark");
  const language = document.documentElement.lang;
  await press($("header button[lang]"), "English", () => document.documentElement.lang !== language);
  seen.english = text("header");
  await press($("header button[lang]"), "the first language", () => document.documentElement.lang === language);
  await press($("header .brand"), "home", () => $(".sessions li"));
  seen.again = text();
  seen.refused = performance.getEntriesByType("resource").map((entry) => entry.name).filter((name) => /^https?:/.test(name) && !name.startsWith(location.origin)).length;
  return seen;
});

/** In a session: the page that "save as one file" saves, from the dialog of all that one can take away. */
export const save = inPage(async ({ saved, withText }) => {
  (await withText(".acts button", "下载")).click();
  return saved(await withText("dialog[open] button", "存为单个文件"));
});
