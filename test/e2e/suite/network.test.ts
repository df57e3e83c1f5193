import assert from "node:assert/strict";
import * as vscode from "vscode";
import { extension, type NetworkPanel, openManifest, rangeOf, replace, setCursor } from "./editor.ts";

const WORKLOAD = "workload:picture/front[Deployment]";

/** The panel, once its page shows what is expected. */
async function panelShowing(expected: (panel: NetworkPanel) => boolean): Promise<NetworkPanel> {
  const panel = (await extension()).networkPanel();
  assert.ok(panel, "the panel is not open");
  while (!expected(panel)) await new Promise<void>((resolve) => void once(panel.onDrawn, resolve));
  return panel;
}

function once(event: vscode.Event<unknown>, resume: () => void): void {
  const listener = event(() => {
    listener.dispose();
    resume();
  });
}

suite("network", () => {
  test("the panel draws the workspace, follows unsaved text, and a click leads to the line", async () => {
    const editor = await openManifest("network/network.yaml");
    const { document } = editor;
    await vscode.commands.executeCommand("kubernetesAuthoring.openNetwork");
    const panel = await panelShowing(({ drawn }) => drawn?.ids.includes(WORKLOAD) ?? false);
    panel.look({ filter: "ns:picture" });
    await panelShowing(({ drawn }) => drawn?.boxes === 2 && drawn.edges === 1);
    assert.ok(panel.drawn?.ids.includes(`service:picture/front#0 -> ${WORKLOAD}#TCP/8080 selects`));

    await replace(document, rangeOf(document, "containerPort: 8080"), "containerPort: 9090");
    await panelShowing(({ drawn }) => drawn?.ids.includes(`${WORKLOAD}#TCP/9090`) ?? false);

    setCursor(editor, new vscode.Position(0, 0));
    const moved = new Promise<number>((resolve) => {
      const listener = vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
        if (textEditor.document !== document || selections[0]?.active.line === 0) return;
        listener.dispose();
        resolve(selections[0]?.active.line ?? -1);
      });
    });
    panel.click("service:picture/front");
    assert.equal(await moved, document.positionAt(document.getText().lastIndexOf("name: front")).line);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  test("every view is drawn, also after the panel was hidden", async () => {
    await openManifest("network/network.yaml");
    await vscode.commands.executeCommand("kubernetesAuthoring.openNetwork");
    for (const view of ["pod", "overview", "path", "matrix", "wiring"]) {
      (await panelShowing(() => true)).look({ view, filter: "" });
      const panel = await panelShowing(({ drawn }) => drawn?.view === view);
      assert.ok((panel.drawn?.ids.length ?? 0) > 1, view);
    }
    await vscode.commands.executeCommand("workbench.action.closeAllEditors");
    assert.equal((await extension()).networkPanel(), undefined);
  });
});
