// The gestures of a person in the workbench. Selectors of VS Code's own elements live here and in the stops only.
import assert from "node:assert/strict";

/** @typedef {import("playwright-core").Page} Page */

/**
 * @param {Page} page
 * @param {string} name
 */
export async function openFile(page, name) {
  await page.locator(".monaco-workbench").waitFor();
  await page.keyboard.press("Control+P");
  await page.locator(".quick-input-widget input").fill(name);
  await page.locator(".quick-input-list .monaco-list-row").filter({ hasText: name }).first().waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".monaco-editor .view-line").first().waitFor();
}

/**
 * @param {Page} page
 * @param {string} title   with its category, as the palette shows it
 */
export async function runCommand(page, title) {
  await page.keyboard.press("F1");
  await page.locator(".quick-input-widget input").fill(`>${title}`);
  await page.locator(".quick-input-list .monaco-list-row").filter({ hasText: title }).first().waitFor();
  await page.keyboard.press("Enter");
}

/**
 * Rests the pointer on a word until something shows.
 * @param {Page} page
 * @param {string} word
 */
export async function hoverWord(page, word) {
  const { x, y } = await placeOf(page, word);
  // The editor reacts to movement: a pointer that is there already would not be noticed.
  await page.mouse.move(x - 40, y);
  await page.mouse.move(x, y, { steps: 4 });
  await page.locator(".monaco-hover:visible").first().waitFor();
}

/**
 * @param {Page} page
 * @param {string} word
 */
export async function putCursor(page, word) {
  const { x, y } = await placeOf(page, word);
  await page.mouse.click(x, y);
}

/**
 * Opens the box beside the list that says what the chosen suggestion is for.
 * @param {Page} page
 */
export async function explainSuggestion(page) {
  const explanation = page.locator(".suggest-details-container");
  // A press that comes while the list still settles asks for suggestions anew, as it does for a person.
  for (let press = 0; press < 3 && !(await explanation.isVisible()); press += 1) {
    await page.keyboard.press("Control+Space");
    await explanation.waitFor({ timeout: 5000 }).catch(() => {});
  }
  return explanation;
}

/**
 * Takes the suggestion with exactly this label.
 * @param {Page} page
 * @param {string} label
 */
export async function chooseSuggestion(page, label) {
  const list = page.locator(".suggest-widget.visible");
  const row = list
    .locator(".monaco-list-row")
    .filter({ has: page.locator(".label-name", { hasText: new RegExp(`^${label}$`) }) });
  await row.first().waitFor();
  await row.first().click();
  await list.waitFor({ state: "hidden" });
}

/**
 * Waits until the element is there and shows such a text.
 * @param {import("playwright-core").Locator} element
 * @param {RegExp} text
 */
export async function seesText(element, text) {
  const shown = element.filter({ hasText: text });
  try {
    await shown.first().waitFor();
  } catch {
    const instead = (await element.count()) === 0 ? "nothing" : await element.first().textContent();
    assert.fail(`expected ${text}, saw ${instead}`);
  }
}

/**
 * Waits until the editor's lines, from top to bottom, contain such a text.
 * @param {Page} page
 * @param {RegExp} text
 */
export async function seesInEditor(page, text) {
  const limit = Date.now() + 10_000;
  for (;;) {
    const shown = await editorText(page);
    if (text.test(shown)) return;
    if (Date.now() > limit) assert.match(shown, text);
    // The next frame is when the editor may show something else.
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(painted)));
  }
}

/**
 * The lines in the order a person reads them, whatever order they have in the page.
 * @param {Page} page
 * @returns {Promise<string>}
 */
function editorText(page) {
  return page
    .locator(".monaco-editor .view-lines")
    .first()
    .evaluate((lines) =>
      [...lines.querySelectorAll(".view-line")]
        .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
        .map((line) => (line.textContent ?? "").replace(/\u00a0/g, " "))
        .join("\n"),
    );
}

/**
 * The middle of the first place where the editor shows `word`.
 * @param {Page} page
 * @param {string} word
 * @returns {Promise<{ x: number, y: number }>}
 */
async function placeOf(page, word) {
  const place = await page
    .locator(".monaco-editor .view-lines")
    .first()
    .evaluate((lines, wanted) => {
      const texts = document.createTreeWalker(lines, NodeFilter.SHOW_TEXT);
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        const start = node.textContent?.indexOf(wanted) ?? -1;
        if (start < 0) continue;
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, start + wanted.length);
        const { left, top, width, height } = range.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      }
      return undefined;
    }, word);
  assert.ok(place, `"${word}" is not on the screen`);
  return place;
}
