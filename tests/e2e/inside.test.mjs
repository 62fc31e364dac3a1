// In the browser inside an app, such as WeChat's, nothing can be saved, and nothing says so: the page does, with what to do instead, whatever is to be saved.

import { expect, expectAccessible, test } from "./fixtures.mjs";
import { drop, goTo, heading } from "./helpers.mjs";
import { archived, fill, made, TEXTS } from "./material.mjs";

const t = TEXTS.zh;
const WECHAT = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.47";
const TABLES = "?s=xipeng-20-11";
const sheet = (page) => page.getByRole("dialog", { name: t.unsaved_title });
const taking = (page) => page.getByRole("dialog", { name: t.take, exact: true });
const button = (of, name) => of.getByRole("button", { name, exact: true });
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

/** What a web view does: a link to a blob does nothing, and the app has its name in the user agent. */
function webview(agent) {
  const { click } = HTMLAnchorElement.prototype;
  HTMLAnchorElement.prototype.click = function () {
    if (!this.href.startsWith("blob:")) click.call(this);
  };
  Object.defineProperty(navigator, "userAgent", { configurable: true, get: () => agent });
}
/** From now on another user agent, in a browser that saves. */
const become = (page, agent) => page.evaluate((agent) => Object.defineProperty(navigator, "userAgent", { configurable: true, get: () => agent }), agent);
/** Opens the dialog of all that can be taken away. */
async function take(page) {
  await button(page.locator(".acts"), t.take).click();
  await expect(taking(page)).toBeVisible();
}
/** Presses what saves, and waits until the dialog says that a file of such a name was not saved; then closes it. */
async function expectTold(page, pressed, name) {
  await pressed.click();
  await expect(sheet(page), name).toBeVisible();
  await expect(sheet(page).locator("p").first()).toHaveText(new RegExp(`^${fill(t.unsaved_about, "\u0000").replace("\u0000", `[^”]+\\.${name}`)}$`));
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toHaveCount(0);
  await expect(pressed).toBeFocused();
}

test("whatever is to be saved, the reader hears that it was not and what to do, and what was open stays open", async ({ open, page }) => {
  await page.addInitScript(webview, WECHAT);
  const saved = [];
  page.on("download", (download) => saved.push(download.suggestedFilename()));

  await open("?s=huacao-6-6&p=speeches/work-report");
  await take(page);
  for (const [name, kind] of [[t.take_plain, "txt"], ["Markdown", "md"], [t.take_json, "json"], [t.take_popolo, "json"], [t.take_calendar, "ics"], [`${t.agenda} .xlsx`, "xlsx"], [t.agenda, "csv"], [t.people, "csv"], [t.single_save, "html"]]) {
    await expectTold(page, button(taking(page), name), kind);
    await expect(taking(page)).toBeVisible();
  }
  await expect(page.getByText(t.single_saved)).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(page.locator("dialog")).toHaveCount(0);

  await goTo(page, TABLES);
  await take(page);
  for (const name of [t.votes, t.projects]) await expectTold(page, button(taking(page), name), "csv");
  await page.keyboard.press("Escape");
  await button(page.locator(".acts"), t.share_title).click();
  const sharing = page.getByRole("dialog", { name: t.share_title, exact: true });
  for (const [name, kind] of [[t.single_save, "html"], [t.save_session, "json"]]) await expectTold(page, button(sharing, name), kind);
  await page.keyboard.press("Escape");

  const [budget] = archived("sample-1-5").budgets;
  await goTo(page, `?s=sample-1-5&p=budget/${budget.id}&pic=share`);
  for (const [name, kind] of [[t.save_xlsx, "xlsx"], [t.save_csv, "csv"], [t.save_package, "zip"], [t.save_svg, "svg"], [t.save_png, "png"]]) await expectTold(page, button(page, name), kind);

  await drop(page, "带来的会议.json", JSON.stringify(made()));
  await expect(page.locator("main .notice").getByText(t.library_kept)).toBeVisible();
  await page.locator(".brand").click();
  await expectTold(page, button(page, `${t.export}: ${made().title}`), "json");
  expect(saved).toEqual([]);
});

test("the link is copied for a real browser, text as text, a picture can be held; a file of this device is to be opened there again", async ({ open, page, site }) => {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.addInitScript(webview, WECHAT);
  await open(TABLES);
  await take(page);
  await button(taking(page), t.votes).click();
  await expect(sheet(page).getByText(t.unsaved_browser)).toBeVisible();
  await button(sheet(page), t.copy_link).click();
  await expect.poll(() => clipboard(page)).toBe(site.url + TABLES);
  await button(sheet(page), t.unsaved_copy).click();
  await expect.poll(() => clipboard(page)).toMatch(new RegExp(`^${t.csv_votes.split("|").slice(0, 2).join(",")}`));
  // There is no share sheet here that takes files, and no picture.
  await expect(button(sheet(page), t.unsaved_share)).toHaveCount(0);
  await expect(sheet(page).locator("img")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(sheet(page)).toHaveCount(0);

  await goTo(page, `?s=sample-1-5&p=budget/${archived("sample-1-5").budgets[0].id}&pic=share`);
  await expect(page.locator("dialog")).toHaveCount(0);
  await button(page, t.save_png).click();
  await expect(sheet(page).getByText(t.unsaved_hold)).toBeVisible();
  await expect.poll(() => sheet(page).locator("img").evaluate(({ naturalWidth }) => naturalWidth)).toBeGreaterThan(300);
  await expect(button(sheet(page), t.unsaved_copy)).toHaveCount(0);
  await page.keyboard.press("Escape");

  await drop(page, "带来的会议.json", JSON.stringify(made()));
  await expect(heading(page)).toHaveText(made().title);
  await take(page);
  await button(taking(page), t.take_json).click();
  await expect(sheet(page).getByText(t.unsaved_own)).toBeVisible();
  await expect(button(sheet(page), t.copy_link)).toHaveCount(0);
  await button(sheet(page), t.unsaved_copy).click();
  await expect.poll(() => clipboard(page)).toBe(JSON.stringify(made()));
});

test("the share sheet is offered for the files that it takes, and says when it fails", async ({ open, page }) => {
  await page.addInitScript(webview, WECHAT);
  await page.addInitScript(() => {
    navigator.canShare = ({ files }) => files.every(({ type }) => type.startsWith("text/csv"));
    navigator.share = async ({ files: [file] }) => {
      globalThis.shared = { name: file.name, text: await file.text() };
      if (globalThis.refusal) throw new DOMException("no", globalThis.refusal);
    };
  });
  await open(TABLES);
  await take(page);
  await button(taking(page), t.votes).click();
  const share = async (refusal) => {
    await page.evaluate((refusal) => Object.assign(globalThis, { refusal, shared: null }), refusal);
    await button(sheet(page), t.unsaved_share).click();
    await expect.poll(() => page.evaluate(() => globalThis.shared)).toEqual({ name: expect.stringMatching(/\.csv$/), text: expect.stringContaining(archived("xipeng-20-11").votes[0].motion) });
  };
  await share();
  await share("AbortError");
  await expect(sheet(page).locator(".toast")).toHaveText("");
  await share("NotAllowedError");
  await expect(sheet(page).locator(".toast")).toHaveText(t.save_failed);
  await page.keyboard.press("Escape");
  await button(taking(page), t.take_json).click();
  await expect(sheet(page)).toBeVisible();
  await expect(button(sheet(page), t.unsaved_share)).toHaveCount(0);
});

const IOS = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const ANDROID = "AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36";
const DESKTOP = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36";
const INSIDE = {
  "WeChat on Android": `Mozilla/5.0 (Linux; Android 13; M2102; wv) ${ANDROID} XWEB/1160117 MMWEBSDK/20231202 MicroMessenger/8.0.47.2560(0x28002F30) WeChat/arm64`,
  "WeChat on iOS": `${IOS} Mobile/15E148 MicroMessenger/8.0.38(0x18002629) NetType/WIFI Language/zh_CN`,
  "WeChat on HarmonyOS": `Mozilla/5.0 (Phone; OpenHarmony 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 ArkWeb/4.1.6.1 Mobile MicroMessenger/1.0`,
  "QQ": `Mozilla/5.0 (Linux; Android 12; V2148A) ${ANDROID.replace("Mobile", "MQQBrowser/6.2 TBS/045913 Mobile")} V1_AND_SQ_8.9.28 QQ/8.9.28.10155 NetType/WIFI`,
  "Weibo": `Mozilla/5.0 (Linux; Android 10; LIO-AN00) ${ANDROID} Weibo (HUAWEI-LIO-AN00__weibo__11.1.3__android__android10)`,
  "DingTalk": `Mozilla/5.0 (Linux; U; Android 8.1.0; zh-CN; EML-AL00) ${ANDROID.replace("Mobile", "UCBrowser/11.9.4.974 UWS/2.13.1.48 Mobile")} AliApp(DingTalk/4.5.11) com.alibaba.android.rimet/10487439`,
  "Lark": `Mozilla/5.0 (Linux; Android 12; wv) ${ANDROID} Lark/7.20.0 LarkLocale/zh_CN`,
  "any app on iOS": `${IOS} Mobile/15E148`,
  "any app on Android": `Mozilla/5.0 (Linux; Android 13; Pixel 6; wv) ${ANDROID}`,
};
const OUTSIDE = {
  "Safari on iOS": `${IOS} Version/17.0 Mobile/15E148 Safari/604.1`,
  "Firefox on iOS": `${IOS} FxiOS/120.0 Mobile/15E148 Safari/605.1.15`,
  "Chrome on Android": `Mozilla/5.0 (Linux; Android 13; Pixel 6) ${ANDROID.replace("Version/4.0 ", "")}`,
  "QQ Browser, which is no app's": `Mozilla/5.0 (Linux; U; Android 12; zh-cn) ${ANDROID.replace("Mobile", "MQQBrowser/14.0 Mobile")}`,
  "WeChat on a computer, which saves": `${DESKTOP} NetType/WIFI MicroMessenger/7.0.20.1781(0x6700143B) WindowsWechat`,
  "Lark on a computer": `${DESKTOP} Lark/7.27.8 LarkLocale/zh_CN`,
};

test("browsers inside apps are known, and others save as ever; a wrong guess costs one press", async ({ open, page }) => {
  await open(TABLES);
  await take(page);
  const votes = button(taking(page), t.votes);
  for (const [name, agent] of Object.entries(INSIDE)) {
    await become(page, agent);
    await votes.click();
    await expect(sheet(page), name).toBeVisible();
    const [saved] = await Promise.all([page.waitForEvent("download"), button(sheet(page), t.unsaved_try).click()]);
    expect(saved.suggestedFilename(), name).toMatch(/\.csv$/);
    await page.keyboard.press("Escape");
    await expect(sheet(page)).toHaveCount(0);
  }
  const installed = [INSIDE["any app on iOS"], true];
  for (const [name, agent, isInstalled] of [...Object.entries(OUTSIDE), ["on the home screen of iOS", ...installed]]) {
    await become(page, agent);
    await page.evaluate((is) => Object.assign(navigator, { standalone: is }), isInstalled);
    const [saved] = await Promise.all([page.waitForEvent("download"), votes.click()]);
    expect(saved.suggestedFilename(), name).toMatch(/\.csv$/);
    await expect(sheet(page), name).toHaveCount(0);
  }
});

test("a browser that throws instead says the same", async ({ open, page }) => {
  await open(TABLES);
  await take(page);
  await page.evaluate(() => {
    URL.createObjectURL = () => {
      throw new TypeError("no");
    };
  });
  await expectTold(page, button(taking(page), t.votes), "csv");
});

test("that nothing is printed there is said as well", async ({ open, page }) => {
  await page.addInitScript(webview, WECHAT);
  await page.addInitScript(() => {
    globalThis.print = () => {};
  });
  await open(TABLES);
  await take(page);
  await button(taking(page), t.print).click();
  await expect(page.locator(".toast")).toHaveText(t.unprinted);
});

test("the dialog is without fault for axe, in either language, and fits a phone", async ({ openNew }) => {
  for (const [screen, theme, lang] of [["phone", "light", "zh"], ["desktop", "dark", "en"]]) {
    const page = await openNew(`?s=sample-1-5&p=budget/${archived("sample-1-5").budgets[0].id}&pic=share`, { screen, theme, lang });
    await become(page, WECHAT);
    await button(page, TEXTS[lang].save_png).click();
    const dialog = page.getByRole("dialog", { name: TEXTS[lang].unsaved_title });
    await expect(dialog.locator("img")).toBeVisible();
    await expectAccessible(page);
    await expect.poll(() => dialog.evaluate((dialog) => dialog.scrollWidth <= dialog.clientWidth && document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  }
});
