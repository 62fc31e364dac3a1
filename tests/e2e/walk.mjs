// Ways through the page, the same in every engine and through every door: what they saw comes back as data, to be compared.
//
// They run inside the page, as text, so they may use nothing from here but the hands that they are given.

/** What a way through the page does its work with. */
function hands() {
  const until = async (what, check) => {
    for (let n = 0; n < 600; n++) {
      const found = check();
      if (found) return found;
      await new Promise((again) => setTimeout(again, 25));
    }
    throw new Error(`waited in vain for ${what}`);
  };
  const $ = (selector) => document.querySelector(selector);
  const button = (within, part) => until(part, () => [...document.querySelectorAll(`${within} button`)].find((button) => button.textContent.includes(part)));
  /** The text of the file that a button saves. */
  const saved = async (button) => {
    const make = URL.createObjectURL;
    const blob = await new Promise((done) => {
      URL.createObjectURL = (blob) => {
        URL.createObjectURL = make;
        done(blob);
        return make.call(URL, blob);
      };
      // The browser's own download is of no use here.
      document.addEventListener("click", (event) => event.target.closest?.("a[download]") && event.preventDefault(), { once: true });
      button.click();
    });
    return blob.text();
  };
  return { $, button, saved, until };
}

/** A way as text: a function without arguments. */
const inPage = (way) => `async () => (${way})((${hands})())`;

/** From the list of sessions through all kinds of places and back: the text of every one, and what was saved and printed on the way. */
export const walk = inPage(async ({ $, button, saved, until }) => {
  const seen = {};
  // Without the public link on paper and what one can do with the place: in a file there is no link, and nothing to keep for later.
  const text = (selector = "main") => {
    const copy = $(selector)?.cloneNode(true);
    copy?.querySelectorAll(".acts, .at").forEach((part) => part.remove());
    return (copy?.textContent ?? "").replace(/\s+/g, " ").trim();
  };
  const quiet = async () => {
    // The same twice in a row: nothing is being built any more.
    let last;
    await until("rest", () => {
      const now = text();
      const rests = now === last && !$("main [aria-busy=true]");
      last = now;
      return rests;
    });
  };
  const press = async (element) => {
    element.click();
    await new Promise((next) => setTimeout(next, 60));
    await quiet();
  };
  const link = (within, part) => until(part, () => [...document.querySelectorAll(`${within} a`)].find((a) => a.textContent.includes(part)));

  await until("the list", () => $(".sessions li"));
  await quiet();
  seen.list = text();
  await press(await link("main", "华漕镇"));
  await until("the session", () => $(".tabs"));
  seen.overview = text("main .page > div");
  for (const tab of document.querySelectorAll(".tabs a")) {
    const name = tab.textContent;
    await press([...document.querySelectorAll(".tabs a")].find((other) => other.textContent === name));
    seen[name] = text(".content");
  }
  await press(await link(".tabs", "发言与报告"));
  await press(await link(".content", "闭幕"));
  seen.speech = text();
  history.pushState(null, "", "?s=huacao-6-6&p=speeches/closing&at=closing-p9");
  dispatchEvent(new PopStateEvent("popstate"));
  seen.marked = (await until("the paragraph", () => $(".hit"))).id;
  history.back();
  await until("the way back", () => !$(".hit"));

  const goes = (place) => {
    history.pushState(null, "", place);
    dispatchEvent(new PopStateEvent("popstate"));
  };
  for (const typed of ["治理", "zsc", "周sheng", "4402"]) {
    goes(`?s=huacao-6-6&q=${encodeURIComponent(typed)}`);
    await until(typed, () => $(".search [role=status]")?.textContent && ($("main [data-hit]") || $(".ways")));
    await until("pinyin", () => !/[a-z]/.test(typed) || $(".spelled"));
    await quiet();
    seen[`search ${typed}`] = text(".content");
  }
  goes("?s=huacao-6-6&p=speeches/closing&at=closing-p9&q=%E6%B2%BB%E7%90%86");
  await until("the mark", () => $("mark.current"));
  seen.found = $(".found-bar [role=status]").textContent;
  goes("?q=%E5%91%A8%E8%83%9C%E6%98%A5");
  await until("the end of the search", () => $(".answers h2") && !$("[data-key=stop]"));
  seen.everywhere = [...document.querySelectorAll(".answers h2")].map((heading) => heading.textContent);
  goes("?s=huacao-6-6&p=speeches/closing");
  await until("the speech", () => $(".tabs"));
  await quiet();

  window.print = () => {
    seen.printed = text(".paper");
  };
  (await button(".acts", "带走")).click();
  (await button("dialog[open]", "打印")).click();
  await until("the paper", () => seen.printed);
  dispatchEvent(new Event("afterprint"));
  await until("the paper to be gone", () => !$(".paper"));

  for (const [place, part] of [["suggestions/sg-2023-04", "在历次会议中"], ["projects/pj-2024-drinking-water", "在历次会议中"], ["suggestions&overdue=1", "逾期"]]) {
    history.pushState(null, "", `?s=sample-1-5&p=${place}`);
    dispatchEvent(new PopStateEvent("popstate"));
    await until(place, () => text().includes(part));
    await quiet();
    seen[place] = text();
  }

  const body = encodeURIComponent("示例镇人民代表大会");
  for (const [place, part] of [[`body=${body}`, "决定了什么"], [`body=${body}&person=lin-shili`, "历任职务"], ["compare=sample-1-4,sample-1-5", "议程"]]) {
    history.pushState(null, "", `?${place}`);
    dispatchEvent(new PopStateEvent("popstate"));
    await until(place, () => text().includes(part) && !text().includes("正在取来"));
    await quiet();
    seen[place] = text();
  }

  history.pushState(null, "", "?s=sample-1-5&p=budget");
  dispatchEvent(new PopStateEvent("popstate"));
  await until("the budgets", () => text("h1").includes("预算"));
  await quiet();
  seen.budgets = text();
  await press(await until("a budget", () => $('.content a[href*="p=budget/"]')));
  await until("lines", () => $(".figures tbody tr"));
  await quiet();
  seen.lines = text(".figures");
  seen.csv = await saved(await button(".content", "CSV"));
  const filter = await until("the filter", () => $('.content input[type="search"]'));
  filter.value = "教育";
  filter.dispatchEvent(new Event("input", { bubbles: true }));
  await until("the filtered lines", () => location.search.includes("q="));
  await quiet();
  seen.filtered = text(".figures");

  const dark = await until("the theme", () => $('input[name="theme"][value="dark"]'));
  dark.click();
  seen.theme = document.documentElement.dataset.theme;
  await press($("header button[lang]"));
  seen.english = text("header");
  await press($("header button[lang]"));
  await press($("header .brand"));
  await until("home", () => $(".sessions li"));
  await quiet();
  seen.again = text();
  seen.refused = performance.getEntriesByType("resource").map((entry) => entry.name).filter((name) => /^https?:/.test(name) && !name.startsWith(location.origin)).length;
  return seen;
});

/** In a session: the page that "save as one file" saves, from the dialog of all that one can take away. */
export const save = inPage(async ({ button, saved }) => {
  (await button(".acts", "带走")).click();
  return saved(await button("dialog[open]", "存为单个文件"));
});
