import assert from "node:assert/strict";
import * as vscode from "vscode";
import { hover, openManifest, problems, rangeOf } from "./editor.ts";

/** Letters that Vietnamese has and English has not. */
const vietnamese = /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i;

suite("language", () => {
  suiteTeardown(() => setLanguage(undefined));

  test("hover explains a field in Vietnamese and in English", async () => {
    const { document } = await openManifest("shop/deployment.yaml");
    const shown = await hover(document, rangeOf(document, "image:").start);
    assert.match(shown, vietnamese);
    assert.match(shown, /\bthe\b/);
  });

  test("the setting changes hover and problems at once", async () => {
    const { document } = await openManifest("mistakes/language.yaml");
    const mistake = rangeOf(document, "imagee");
    const container = rangeOf(document, "containers:").start;

    await setLanguage("vi");
    await problems(document.uri, ([first]) => first !== undefined && vietnamese.test(first.message));
    assert.doesNotMatch(await hover(document, container), /\bthe\b/);

    await setLanguage("en");
    const [problem] = await problems(document.uri, ([first]) => first !== undefined && !vietnamese.test(first.message));
    assert.deepEqual(problem?.range, mistake);
    const shown = await hover(document, container);
    assert.match(shown, /\bthe\b/);
    assert.doesNotMatch(shown, vietnamese);
  });
});

async function setLanguage(language: string | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration("kubernetesAuthoring");
  await settings.update("language", language, vscode.ConfigurationTarget.Global);
}
