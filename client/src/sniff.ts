import type { TextDocument } from "vscode";
import { serverSettings } from "./settings.ts";

/** Language ids that may hold manifests. `helm` belongs to other extensions; we only read it. */
export const LANGUAGES: readonly string[] = ["yaml", "json", "jsonc", "helm"];

/** How much of a long file is looked at: type fields stand near the top of some document. */
const WINDOW = 64 * 1024;

/**
 * Cheap and tolerant: says whether the server is worth starting, not whether the document is a manifest. An empty YAML
 * document counts, because its first completion is the list of kinds.
 */
export function looksLikeKubernetes(document: TextDocument): boolean {
  if (!LANGUAGES.includes(document.languageId)) return false;
  if (document.languageId === "helm") return true;
  if (baseName(document) === ".kubernetes-authoring.yaml") return true;
  const text = document.getText().slice(0, WINDOW);
  if (document.languageId === "yaml" && text.trim() === "") return true;
  return /^[ \t-]*["']?(?:apiVersion|kind)["']?[ \t]*:/m.test(text);
}

/** Whether a JSON Schema of the person's own may be for the document, be it Kubernetes or not. */
export function mayHaveSchema(document: TextDocument): boolean {
  if (!LANGUAGES.includes(document.languageId)) return false;
  if (Object.keys(serverSettings().schemas).length > 0) return true;
  const text = document.getText().slice(0, WINDOW);
  return /^#[ \t]*(?:yaml-language-server:[ \t]*\$schema=|\$schema:)/m.test(text);
}

const baseName = (document: TextDocument): string => document.uri.path.slice(document.uri.path.lastIndexOf("/") + 1);
