// Reading: language, theme, text size, terms, copying, and long texts.

import { expect, test } from "./fixtures.mjs";
import { goTo, settled } from "./helpers.mjs";
import { SCREENS } from "../../scripts/chromium.mjs";
import { answer, archived, long, TEXTS } from "./material.mjs";
import { PAGES } from "./pages.mjs";

const { zh, en } = TEXTS;
const huacao = archived("huacao-6-6");
const CLOSING = "?s=huacao-6-6&p=speeches/closing";
/** Places where Chinese and English meet, beside one of every kind: what comes last of most is the heading. */
const MIXED = [
  ...Object.values(PAGES),
  ...["completion", "flow", "change", "years"].map((picture) => [`?s=sample-1-5&p=budget/budget-2024&pic=${picture}`, "figure.picture"]),
  ...[
    "?place=火星", "?s=huacao-6-6&p=speeches/credentials-report", "?s=taoxi-6-7&p=votes/v-mayor", "?s=changan-18-6&p=documents", "?s=xipeng-20-11&p=decisions",
    "?s=damu-2021-final", "?s=huacao-6-6&p=none", "?s=none", "?src=http://x", "?s=huacao-6-6&q=没有这个词", "?q=没有这个词", "?t=none", "?compare=huacao-6-6,huacao-6-6", "?body=火星", "?s=sample-1-5&p=slides",
  ].map((place) => [place, "h1"]),
];
const AT_ONCE = 13;

/** Remembers what is told from now on: it is gone again after a moment, which a look may miss. Returns the look at it. */
async function listen(page) {
  await page.evaluate(() => {
    const told = document.querySelector(".toast");
    globalThis.said = [];
    new MutationObserver(() => globalThis.said.push(told.textContent)).observe(told, { childList: true, characterData: true, subtree: true });
  });
  return () => page.evaluate(() => globalThis.said.filter(Boolean));
}

/** Opens what can be done with a paragraph, by its number, and presses one of it. */
async function copyFrom(page, block, kind) {
  await page.locator(`#b-${block} a.no`).click();
  await page.locator(`#b-${block} button[data-copy=${kind}]`).click();
}

test("the language switch changes the whole interface, keeps the focus and is remembered", async ({ open, page }) => {
  await open(CLOSING);
  const html = page.locator("html");
  await expect(html).toHaveAttribute("lang", "zh-Hans");
  await page.getByRole("button", { name: zh.switch_language }).focus();
  await page.keyboard.press("Enter");
  await expect(html).toHaveAttribute("lang", "en");
  for (const name of [en.open_file, en.settings, en.footer, en.belongs_to, en.outline]) await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
  const button = page.getByRole("button", { name: en.switch_language });
  await expect(button).toBeFocused();
  await expect(button).toHaveText(en.other_language);
  // The content stays what it is, and says so.
  await expect(page.locator("main h1")).toHaveText("在闭幕式上的讲话");
  await expect(page.locator(".prose")).toHaveAttribute("lang", "zh-Hans");
  await page.reload();
  await settled(page);
  await expect(html).toHaveAttribute("lang", "en");
  await page.keyboard.press("Tab");
  await button.click();
  await expect(html).toHaveAttribute("lang", "zh-Hans");
});

test.describe(() => {
  test.use({ lang: "en" });
  for (let first = 0; first < MIXED.length; first += AT_ONCE) {
    test(`in English every Chinese character is marked as Chinese, from place ${first}`, async ({ open, page, troubles }) => {
      troubles.allow(/404.*none\.json/);
      const unmarked = () => page.evaluate(() => {
        const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        const found = new Set();
        while (texts.nextNode()) {
          const { data, parentElement } = texts.currentNode;
          const isShown = parentElement.checkVisibility() && !parentElement.closest("[aria-hidden=true], [role=status]");
          if (isShown && /\p{Script=Han}/u.test(data) && parentElement.closest("[lang]").lang === "en") found.add(`${parentElement.tagName}.${parentElement.className}: ${data.slice(0, 40)}`);
        }
        return [...found];
      });
      await open();
      for (const [place, last] of MIXED.slice(first, first + AT_ONCE)) {
        await goTo(page, place);
        await expect(page.locator("main").locator(last).first(), place).toBeAttached();
        await expect.poll(unmarked, { message: place }).toEqual([]);
      }
    });
  }
});

test("the theme follows the system until the reader chooses, and the choice is remembered", async ({ open, page }) => {
  await open();
  const html = page.locator("html");
  const paper = () => html.evaluate((element) => getComputedStyle(element).backgroundColor);
  const light = await paper();
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(html).not.toHaveCSS("background-color", light);
  const dark = await paper();
  await page.locator("header summary").click();
  await page.getByLabel(zh.theme_light).check();
  await expect(html).toHaveCSS("background-color", light);
  await page.reload();
  await settled(page);
  await expect(html).toHaveCSS("background-color", light);
  await page.emulateMedia({ colorScheme: "light" });
  await page.locator("header summary").click();
  await expect(page.getByLabel(zh.theme_light)).toBeChecked();
  await page.getByLabel(zh.theme_dark).check();
  await expect(html).toHaveCSS("background-color", dark);
  await page.getByLabel(zh.theme_system).check();
  await expect(html).toHaveCSS("background-color", light);
});

test("the text size grows what is read, and is remembered", async ({ open, page }) => {
  await open(CLOSING);
  const size = () => page.locator(".para p").first().evaluate((element) => parseFloat(getComputedStyle(element).fontSize));
  await page.locator("header summary").click();
  let former = await size();
  for (const label of [zh.size_large, zh.size_huge]) {
    await page.getByLabel(label, { exact: true }).check();
    await expect.poll(size, label).toBeGreaterThan(former);
    former = await size();
  }
  await page.reload();
  await settled(page);
  await expect.poll(size).toBe(former);
});

test("a term is explained after its paragraph, and closed again", async ({ open, page }) => {
  await open(CLOSING);
  const { term, definition } = huacao.glossary.find((entry) => entry.term.includes("5+1"));
  const paragraph = page.locator("#b-closing-p3");
  const button = paragraph.getByRole("button", { name: term, exact: true });
  const text = await paragraph.locator("> p").textContent();
  await expect(button).toHaveAttribute("aria-expanded", "false");
  await button.press("Enter");
  await expect(paragraph.getByText(definition)).toBeVisible();
  await expect(button).toHaveAttribute("aria-expanded", "true");
  // It stands after the paragraph, whose words stay together, and is what the term is described by.
  await expect(paragraph.locator("> p + .definition p")).toHaveText(`${term}：${definition}`);
  await expect(paragraph.locator("> p").first()).toHaveText(text);
  await expect(button).toHaveAccessibleDescription(`${term}：${definition}`);
  await button.click();
  await expect(paragraph.getByText(definition)).toHaveCount(0);
  // One is open at a time.
  for (const at of [0, 1]) {
    await page.locator(".term").nth(at).click();
    await expect(page.locator(".definition")).toHaveCount(1);
    await expect(page.locator(".term").nth(at)).toHaveAttribute("aria-expanded", "true");
  }
  await expect(page.locator(".term[aria-expanded=true]")).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page.locator(".definition")).toHaveCount(0);
  await expect(page.locator(".term").nth(1)).toBeFocused();
});

test("a paragraph's link and quotation are copied whole, in the reader's language, and copying again says so again", async ({ open, page, site }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(CLOSING);
  const said = await listen(page);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const copy = (kind, block = "closing-p10") => copyFrom(page, block, kind);
  const place = `${CLOSING}&at=closing-p10`;
  const text = "民心民声要汇聚得更好。代表来自人民、扎根基层，应当发挥这一优势。";

  await copy("link");
  await expect.poll(said).toEqual([zh.copied_link]);
  await expect.poll(copied).toBe(site.url + place);
  await copy("quote");
  await expect.poll(said).toEqual([zh.copied_link, zh.copied_quote]);
  await expect.poll(copied).toBe(`${text}\n——周胜春（镇党委书记），《在闭幕式上的讲话》，${huacao.title}，2024年7月18日（转述，非原文）\n${site.url}${place}`);
  await copy("quote", "closing-l1");
  await expect.poll(said).toEqual([zh.copied_link, zh.copied_quote, zh.copied_quote]);
  await expect.poll(copied).toMatch(/^他希望代表当好三种角色：\n收集声音的“连心桥”\n政策信息的“宣传员”\n地区治理的“调解员”\n——周胜春/);

  await page.getByRole("button", { name: zh.switch_language }).click();
  await expect(page.getByRole("button", { name: en.copy_quote })).toBeVisible();
  await copy("quote");
  await expect.poll(said).toContain(en.copied_quote);
  await expect.poll(copied).toBe(`${text}\n— 周胜春 (镇党委书记), “在闭幕式上的讲话”, ${huacao.title}, 18 July 2024 (Summary, not verbatim)\n${site.url}${place}`);
  // The copied link is the paragraph's.
  await goTo(page, place);
  await expect(page.locator("#b-closing-p10.hit")).toBeVisible();
});

test("the tools of a paragraph come with its number, one set for all, and a thumb can press them", async ({ open, page }) => {
  await page.addInitScript(() => {
    navigator.share = async (what) => void (globalThis.shared = what);
  });
  await open(CLOSING);
  await expect(page.locator(".tools")).toHaveCount(0);
  await page.locator("#b-closing-p2 a.no").click();
  await page.locator("#b-closing-p10 a.no").press("Enter");
  await expect(page.locator(".tools")).toHaveCount(1);
  await expect(page.locator("#b-closing-p10 .tools button")).toHaveText([zh.copy_quote, zh.copy_link, zh.share_system]);
  await expect.poll(() => page.locator(".tools button").evaluateAll((all) => Math.min(...all.map((button) => button.getBoundingClientRect().height)))).toBeGreaterThanOrEqual(44);
  // The paragraph has the focus; the next stops are its number and its tools.
  for (let stop = 0; stop < 4; stop += 1) await page.keyboard.press("Tab");
  await expect(page.locator("button[data-copy=share]")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect.poll(() => page.evaluate(() => globalThis.shared?.url)).toContain("at=closing-p10");
});

test.describe(() => {
  test.use({ ...SCREENS.phone });
  test("a link to a paragraph says on a phone where one is, and leaves most of the screen to the text", async ({ open, page }) => {
    await open(`${CLOSING}&at=closing-p10`);
    const card = page.locator(".where");
    await expect(card).toContainText("周胜春");
    for (const part of ["镇党委书记", "华漕镇", "2024年7月18日", "转述，非原文"]) await expect(card).toContainText(part);
    const measures = () => page.evaluate(() => {
      const box = (selector) => document.querySelector(selector).getBoundingClientRect();
      const [bar, card, hit] = [box(".reading-bar"), box(".where"), box(".hit")];
      return { isAbove: card.top >= bar.bottom - 1 && card.bottom <= hit.top, isSeen: hit.bottom <= innerHeight, share: (Math.max(bar.bottom, 0) + card.height) / innerHeight };
    });
    await expect.poll(async () => (await measures()).isAbove).toBe(true);
    await expect.poll(async () => (await measures()).isSeen).toBe(true);
    await expect.poll(async () => (await measures()).share).toBeLessThan(0.3);
    // Whoever goes on within the text knows where they are.
    await page.locator("#b-closing-p9 a.no").click();
    await expect(page.locator(".hit")).toHaveId("b-closing-p9");
    await expect(card).toHaveCount(0);
  });
});

test("the same message told twice is shown for as long as the second one is due", async ({ open, page }) => {
  await page.clock.install();
  await page.context().grantPermissions(["clipboard-write"]);
  await open(`${CLOSING}&at=closing-p10`);
  await expect(page.locator("#b-closing-p10 .tools")).toBeVisible();
  await page.clock.pauseAt(await page.evaluate(() => Date.now() + 1000));
  const told = page.locator(".toast");
  const copy = async () => {
    await page.locator("button[data-copy=link]").click();
    // It is told once the clipboard has it, which no clock says.
    const later = async () => {
      await page.clock.runFor(20);
      return told.textContent();
    };
    await expect.poll(later).toBe(zh.copied_link);
  };
  await copy();
  await page.clock.runFor(3000);
  await copy();
  // The first one's time is over.
  await page.clock.runFor(2000);
  await expect(told).toHaveText(zh.copied_link);
  await page.clock.runFor(3000);
  await expect(told).toHaveText("");
});

test("where copying is refused that is said, and how to do without", async ({ open, page }) => {
  await open(`${CLOSING}&at=closing-p2`);
  // The link is in the address bar, and leads there.
  await expect(page.locator("#b-closing-p2.hit")).toBeVisible();
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("refused", "NotAllowedError"));
  });
  const said = await listen(page);
  await copyFrom(page, "closing-p2", "link");
  await expect.poll(said).toEqual([zh.copy_failed]);
});

test("all of a long text ends up in the document and can be found", async ({ open, page }) => {
  await page.route("**/data/sessions/big.json", answer(long("big", 3000)));
  await open("?s=big&p=speeches/report");
  await expect(page.locator(".para")).toHaveCount(3000);
  const misnumbered = () => page.locator(".para a.no").evaluateAll((links) => links.map((link, at) => [link.textContent, String(at + 1)]).filter(([shown, wanted]) => shown !== wanted));
  await expect.poll(misnumbered).toEqual([]);
  const found = () => page.evaluate(() => {
    getSelection().removeAllRanges();
    return window.find("编号为2995号") && getSelection().anchorNode.parentElement.closest(".para").id;
  });
  await expect.poll(found).toBe("b-p2995");
});
