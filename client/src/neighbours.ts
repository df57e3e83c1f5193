import * as vscode from "vscode";
import { say } from "./settings.ts";
import { LANGUAGES, looksLikeKubernetes } from "./sniff.ts";

const RED_HAT_YAML = "redhat.vscode-yaml";
const KUBERNETES_TOOLS = "ms-kubernetes-tools.vscode-kubernetes-tools";

/** The part of Red Hat YAML's public API that we use: its extension's `activate()` returns this. */
interface YamlApi {
  registerContributor(
    name: string,
    requestSchema: (resource: string) => string | undefined,
    requestSchemaContent: (uri: string) => string,
  ): boolean;
}

const JSON_FEATURES = "vscode.json-language-features";

/** Languages in which another extension checks documents against the JSON Schemas that they name. */
export const schemaReaders = (): readonly ("yaml" | "json")[] => [
  ...(vscode.extensions.getExtension(RED_HAT_YAML) ? (["yaml"] as const) : []),
  ...(vscode.extensions.getExtension(JSON_FEATURES) ? (["json"] as const) : []),
];

const OUR_SCHEMA = "kubernetes-authoring";

export interface Neighbours extends vscode.Disposable {
  /** Our diagnostics without those that another extension already shows on the same line. */
  withoutDoubles(uri: vscode.Uri, own: vscode.Diagnostic[]): vscode.Diagnostic[];
}

/**
 * Nothing is shown twice beside other extensions, and no setting of theirs is touched. Red Hat YAML takes an empty
 * schema for documents that are ours; what it still says about YAML syntax wins over the same remark of ours.
 */
export function livingWithOthers(): Neighbours {
  const yaml = vscode.extensions.getExtension<YamlApi>(RED_HAT_YAML);
  const status = vscode.extensions.getExtension(KUBERNETES_TOOLS) ? neighbourStatus() : undefined;
  if (yaml) void quietYaml(yaml);
  return {
    withoutDoubles: (uri, own) => (yaml?.isActive ? own.filter((diagnostic) => !isDouble(uri, diagnostic)) : own),
    dispose: () => status?.dispose(),
  };
}

async function quietYaml(extension: vscode.Extension<YamlApi>): Promise<void> {
  const api = await extension.activate();
  api.registerContributor(
    OUR_SCHEMA,
    (resource) => (isOurs(resource) ? `${OUR_SCHEMA}://schema/none` : undefined),
    () => "{}",
  );
}

function isOurs(resource: string): boolean {
  const document = vscode.workspace.textDocuments.find((candidate) => candidate.uri.toString() === resource);
  return document !== undefined && looksLikeKubernetes(document);
}

/** Syntax is the one thing that both of us read whatever the schema says. */
function isDouble(uri: vscode.Uri, own: vscode.Diagnostic): boolean {
  const code = typeof own.code === "object" ? own.code.value : own.code;
  if (!String(code).startsWith("yaml/")) return false;
  return vscode.languages
    .getDiagnostics(uri)
    .some((other) => other.source === "YAML" && other.range.start.line === own.range.start.line);
}

function neighbourStatus(): vscode.LanguageStatusItem {
  const item = vscode.languages.createLanguageStatusItem(
    "kubernetesAuthoring.neighbour",
    LANGUAGES.map((language) => ({ language })),
  );
  item.name = "Kubernetes Authoring";
  item.text = say({ en: "Kubernetes extension is installed too", vi: "Có cả extension Kubernetes" });
  item.detail = say({
    en: "both complete and explain manifests",
    vi: "cả hai cùng gợi ý và giải thích manifest",
  });
  item.command = {
    command: "kubernetesAuthoring.chooseNeighbour",
    title: say({ en: "Choose", vi: "Chọn" }),
  };
  return item;
}

/** One clear choice, carried out by the person: this extension edits no settings but its own. */
export async function chooseNeighbour(): Promise<void> {
  const open = say({ en: "Show the Kubernetes extension", vi: "Mở trang của extension Kubernetes" });
  const picked = await vscode.window.showInformationMessage(
    say({
      en: "The Kubernetes extension also completes and explains manifests, so some answers appear twice. Keep both, or open its page to disable it in this workspace.",
      vi: "Extension Kubernetes cũng gợi ý và giải thích manifest nên có câu trả lời hiện hai lần. Giữ cả hai, hoặc mở trang của extension đó để tắt nó trong workspace này.",
    }),
    open,
  );
  if (picked === open) await vscode.commands.executeCommand("extension.open", KUBERNETES_TOOLS);
}
