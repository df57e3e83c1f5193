// What a person does on the first minute with the extension, and what they must see.
import {
  chooseSuggestion,
  explainSuggestion,
  hoverWord,
  openFile,
  putCursor,
  runCommand,
  seesInEditor,
  seesText,
} from "./workbench.mjs";

/** Letters that Vietnamese has and English has not. */
const vietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;

/**
 * @typedef {object} Stop
 * @property {string} name
 * @property {(page: import("playwright-core").Page, takePicture: () => Promise<unknown>) => Promise<void>} visit
 */

/** @type {readonly Stop[]} */
export const stops = [
  { name: "diagnostics", visit: seeProblem },
  { name: "hover", visit: readExplanation },
  { name: "mistake", visit: readMistake },
  { name: "quickfix", visit: takeFix },
  { name: "completion", visit: completeField },
  { name: "panel", visit: seePicture },
];

/** @type {Stop["visit"]} */
async function seeProblem(page, takePicture) {
  await openFile(page, "shop.yaml");
  await page.locator(".squiggly-error").first().waitFor();
  await chooseLanguage(page);
  await page.keyboard.press("Control+Shift+M");
  const problems = page.locator(".markers-panel .monaco-list-row");
  await seesText(problems.filter({ hasText: "imagee" }).first(), vietnamese);
  await takePicture();
  await page.keyboard.press("Control+Shift+M");
}

/**
 * The question that a new person is asked, answered in the list of notifications: as a toast it comes and goes.
 * @param {import("playwright-core").Page} page
 */
async function chooseLanguage(page) {
  await page.locator("#status\\.notifications .codicon-bell-dot").waitFor();
  await page.keyboard.press("Control+K");
  await page.keyboard.press("Control+Shift+N");
  const question = page.locator(".notifications-center .notification-list-item");
  await question.filter({ hasText: "Kubernetes Authoring" }).getByText("Tiếng Việt + English", { exact: true }).click();
  await question.waitFor({ state: "hidden" });
}

/** @type {Stop["visit"]} */
async function readExplanation(page, takePicture) {
  await hoverWord(page, "replicas");
  const explanation = page.locator(".monaco-hover:visible").filter({ hasText: "spec.replicas" });
  await seesText(explanation, vietnamese);
  await seesText(explanation, /\bthe\b/i);
  await takePicture();
  await page.keyboard.press("Escape");
}

/** @type {Stop["visit"]} */
async function readMistake(page, takePicture) {
  await hoverWord(page, "imagee");
  const explanation = page.locator(".monaco-hover:visible").filter({ hasText: "schema/unknown-field" });
  await seesText(explanation, vietnamese);
  await seesText(explanation, /did you mean/);
  await takePicture();
  await page.keyboard.press("Escape");
}

/** @type {Stop["visit"]} */
async function takeFix(page, takePicture) {
  await putCursor(page, "imagee");
  await page.keyboard.press("Control+.");
  const menu = page.locator(".action-widget");
  await seesText(menu, /\bimage\b/);
  await takePicture();
  await page.keyboard.press("Enter");
  await page.locator(".squiggly-error").first().waitFor({ state: "detached" });
  await seesInEditor(page, /\n {10}image: nginx:1\.29/);
}

/** @type {Stop["visit"]} */
async function completeField(page, takePicture) {
  await putCursor(page, "nginx");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Control+Space");
  const list = page.locator(".suggest-widget.visible");
  // Every row says what the field holds.
  await seesText(list.locator(".monaco-list-row").filter({ hasText: "livenessProbe" }), /livenessProbeProbe$/);
  await seesText(await explainSuggestion(page), vietnamese);
  await takePicture();
  await page.keyboard.type("imagePull");
  await chooseSuggestion(page, "imagePullPolicy");
  await seesInEditor(page, /\n {10}imagePullPolicy: ?/);
}

/** @type {Stop["visit"]} */
async function seePicture(page, takePicture) {
  await page.keyboard.press("Escape");
  await runCommand(page, "Kubernetes Authoring: Open Network Diagram");
  const picture = page.frameLocator("iframe.webview.ready").last().frameLocator("#active-frame").locator("svg");
  await seesText(picture.first(), /vào: mở/);
  await takePicture();
}
