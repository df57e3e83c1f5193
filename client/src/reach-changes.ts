import * as vscode from "vscode";
import type { ReachChangesParams } from "../../server/src/protocol/reachability.ts";
import { textsAtHead } from "./git.ts";
import type { Server } from "./server.ts";
import { say, speaks } from "./settings.ts";

type Before = ReachChangesParams["before"];

const SCHEME = "kubernetes-authoring";
const PAGE = vscode.Uri.from({ scheme: SCHEME, path: "/reachability.diff" });

/** What changes of files do to reachability: unsaved ones, or all since the last commit. */
export class ReachChangesPage implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #onDidChange = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#onDidChange.event;
  readonly #registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  #text = "";

  provideTextDocumentContent(): string {
    return this.#text;
  }

  /** `given` says against what; otherwise somebody is asked, where there is a choice. */
  async show(server: Server, given?: unknown): Promise<void> {
    await server.whenIdle();
    const against = given === "saved" || given === "head" ? given : await chosenOne();
    if (!against) return;
    const before = against === "saved" ? await savedTexts() : await textsAtHead(isManifestFile);
    if (!before) {
      void vscode.window.showInformationMessage(
        say({ en: "No git repository is open here.", vi: "Ở đây không có kho git nào đang mở." }),
      );
      return;
    }
    const changes = await server.reach.changes({ before });
    if (!changes) return;
    const heading = HEADINGS[against][speaks()];
    this.#text = `# ${heading}: ${changes.summary[speaks()]}\n${changes.changes === 0 ? "" : changes.text}`;
    this.#onDidChange.fire(PAGE);
    const document = await vscode.workspace.openTextDocument(PAGE);
    await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true });
  }

  dispose(): void {
    this.#registration.dispose();
    this.#onDidChange.dispose();
  }
}

const HEADINGS = {
  saved: { en: "Unsaved changes", vi: "Thay đổi chưa lưu" },
  head: { en: "Changes since the last commit", vi: "Thay đổi từ lần commit gần nhất" },
} as const;

async function chosenOne(): Promise<"saved" | "head" | undefined> {
  if (!vscode.workspace.textDocuments.some(isUnsaved)) return "head";
  const items = [
    { label: say(HEADINGS.saved), against: "saved" },
    { label: say(HEADINGS.head), against: "head" },
  ] as const;
  const title = say({
    en: "What changes of reachability are to be shown?",
    vi: "Xem thay đổi kết nối so với đâu?",
  });
  return (await vscode.window.showQuickPick(items, { title }))?.against;
}

const isManifestFile = (uri: vscode.Uri): boolean => /\.(?:ya?ml|json)$/i.test(uri.path);

const isUnsaved = (document: vscode.TextDocument): boolean =>
  document.isDirty && (document.isUntitled || isManifestFile(document.uri));

/** What the disk holds of the documents that are not saved; nothing of those that never were. */
const savedTexts = (): Promise<Before> =>
  Promise.all(
    vscode.workspace.textDocuments.filter(isUnsaved).map(async ({ uri, isUntitled }) => ({
      uri: uri.toString(),
      text: isUntitled ? null : await readText(uri),
    })),
  );

async function readText(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return null;
  }
}
