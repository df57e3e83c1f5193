import type { Dialect, YDocument } from "../yaml/document.ts";
import { at, itemsOf, textOf } from "../yaml/node.ts";
import type { FileRole } from "./context.ts";
import { baseName, folderOf, resolvePath } from "./file.ts";
import { isGoTemplate } from "./go-template.ts";

export interface Classification {
  readonly role: FileRole;
  readonly dialect: Dialect;
}

/** What other files say of this one. */
export interface Surroundings {
  /** Whether the folder of that URI holds a Chart.yaml. */
  hasChart(folder: string): boolean;
  /** Whether some kustomization names the file as a patch. */
  isPatch(uri: string): boolean;
}

/**
 * What a file is for. Its content decides more than its name: a Helm template outside a chart is a template, `{{` in a
 * workflow of Argo is not, and YAML that never speaks of `apiVersion` or `kind` is none of our business.
 */
export function classifyFile(
  file: { readonly uri: string; readonly text: string },
  known: Surroundings,
): Classification {
  const { uri, text } = file;
  const name = baseName(uri);
  if (name === ".kubernetes-authoring.yaml") return plain("configuration");
  if (isKustomization(name, text)) return plain("kustomization");
  if (FOREIGN_FILES.test(name) || (VALUES_FILES.test(name) && !isObject(text))) return plain("other");
  if (name.endsWith(".tpl") || isInChart(uri, known) || isGoTemplate(text)) return TEMPLATE;
  if (!speaksOfKubernetes(text)) return plain(text.trim() === "" ? "manifest" : "other");
  return plain(known.isPatch(uri) || PATCH_NAME.test(name) || text.includes("$patch:") ? "patch" : "manifest");
}

const TEMPLATE: Classification = { role: "template", dialect: "template" };

const plain = (role: FileRole): Classification => ({ role, dialect: "manifest" });

/** Charts, Compose files and the like: their `version`, `name` or `kind` would only mislead. */
const FOREIGN_FILES =
  /^(?:chart\.ya?ml|requirements\.ya?ml|(?:docker-)?compose.*\.ya?ml|package(?:-lock)?\.json|tsconfig.*\.json|skaffold\.ya?ml|\.pre-commit-config\.ya?ml)$/i;

/** Values of a chart, where a field named `kind` is nobody's kind. */
const VALUES_FILES = /^(?:.*[-_.])?values(?:[-_.].*)?\.(?:ya?ml|json)$/i;

const isObject = (text: string): boolean => /^apiVersion:/m.test(text) && /^kind:/m.test(text);

/** Names people give to kustomize patches, for files that are looked at without their kustomization. */
const PATCH_NAME = /(?:^|[-_.])patch(?:es)?(?:[-_.])/i;

const KUSTOMIZE_API = /^apiVersion:\s*["']?kustomize\.config\.k8s\.io\//m;

function isKustomization(name: string, text: string): boolean {
  if (/^kustomization(?:\.ya?ml)?$/i.test(name)) return !text.includes("kustomize.toolkit.fluxcd.io/");
  return text.includes("kustomize.config.k8s.io/") && KUSTOMIZE_API.test(text);
}

/** Everything below `templates/` of a chart, its subfolders included. */
function isInChart(uri: string, known: Surroundings): boolean {
  for (let end = uri.lastIndexOf("/templates/"); end >= 0; end = uri.lastIndexOf("/templates/", end - 1)) {
    if (known.hasChart(uri.slice(0, end))) return true;
    if (end === 0) break;
  }
  return false;
}

const AT_MARGIN = /^(?:- +|\{ *)?["']?(?:apiVersion|kind)["']?(?: *:|[ \r\n]|$)/m;
const INDENTED_KIND = /^[ \t{-]*["']?kind["']? *:/m;

/**
 * Either type field at the margin, or both of them deeper down: JSON, a List's items, a document indented as a whole.
 */
function speaksOfKubernetes(text: string): boolean {
  if (AT_MARGIN.test(text)) return true;
  return text.includes("apiVersion") && (INDENTED_KIND.test(text) || /[{,]\s*"kind"\s*:/.test(text));
}

/** URIs of the files that a kustomization lists as patches, strategic or JSON 6902. */
export function patchesOf(kustomization: YDocument, uri: string): readonly string[] {
  const { root } = kustomization;
  const folder = folderOf(uri);
  const objects = ["patches", "patchesJson6902"].flatMap((field) =>
    itemsOf(at(root, field)).map(({ value }) => textOf(at(value, "path"))),
  );
  const strings = itemsOf(at(root, "patchesStrategicMerge")).map(({ value }) => textOf(value));
  return [...objects, ...strings].flatMap((path) => {
    // A strategic merge patch may stand in the list itself instead of a path.
    if (path === undefined || path.includes("\n") || path.includes("://")) return [];
    return [resolvePath(folder, path)];
  });
}
