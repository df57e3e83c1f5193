import { Memo } from "../base/memo.ts";
import type { Gvk } from "../schema/types.ts";
import { parseApiVersion } from "../schema/types.ts";
import type { YDocument } from "../yaml/document.ts";
import { at, deref, itemsOf, pairOf, textOf, type YMap, type YPair } from "../yaml/node.ts";

/** One Kubernetes object as written. A value of its document: it knows neither file nor offset nor defaults. */
export interface Resource {
  readonly doc: YDocument;
  readonly root: YMap;
  /** Where the object stands in its document: [] or, inside a `kind: List`, ["items", 2]. */
  readonly path: readonly (string | number)[];
  /** Empty strings where the manifest does not say. */
  readonly gvk: Gvk;
  readonly apiVersion: string;
  /** `metadata.name`; undefined when absent or generated. */
  readonly name: string | undefined;
  /** `metadata.namespace` as written. */
  readonly namespace: string | undefined;
}

const memo = new Memo<YDocument, readonly Resource[]>();

/**
 * The objects of a document: none, one, or the items of a List. A document counts when it has a `kind` or an
 * `apiVersion` of Kubernetes' form; whether anybody knows that kind is another question.
 */
export const resourcesOf = (doc: YDocument): readonly Resource[] => memo.of(doc, readResources);

function readResources(doc: YDocument): readonly Resource[] {
  const root = deref(doc.root);
  if (root?.type !== "map" || !looksLikeObject(root)) return [];
  const own = readResource(doc, root, []);
  if (!isList(own)) return [own];
  const items = itemsOf(at(root, "items")).flatMap(({ value }, index) => {
    const item = deref(value);
    return item?.type === "map" ? [readResource(doc, item, ["items", index])] : [];
  });
  return [own, ...items];
}

/** `kind: List` and the typed lists, `kind: ConfigMapList`, that `kubectl get -o yaml` prints. */
export const isList = (resource: Resource): boolean =>
  resource.gvk.kind.endsWith("List") && deref(at(resource.root, "items"))?.type === "seq";

function readResource(doc: YDocument, root: YMap, path: Resource["path"]): Resource {
  const apiVersion = textOf(at(root, "apiVersion")) ?? "";
  const kind = textOf(at(root, "kind")) ?? "";
  return {
    doc,
    root,
    path,
    gvk: { ...parseApiVersion(apiVersion), kind },
    apiVersion,
    name: textOf(at(root, "metadata", "name")),
    namespace: textOf(at(root, "metadata", "namespace")),
  };
}

/** `apps/v1`, `v1`, `example.com/v1alpha1`: what an API version looks like, whoever serves it. */
const API_VERSION = /^(?:[a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?v\d+((alpha|beta)\d+)?$/;

/**
 * Content decides, not the file's name. One of the two type fields is enough when the rest looks like an object too:
 * a Helm Chart.yaml (`apiVersion: v2`, no kind) and a Compose file do not.
 */
function looksLikeObject(root: YMap): boolean {
  const apiVersion = scalarText(pairOf(root, "apiVersion"));
  const kind = scalarText(pairOf(root, "kind"));
  const hasBody = pairOf(root, "metadata") !== undefined || pairOf(root, "spec") !== undefined;
  if (apiVersion !== undefined && kind !== undefined) return API_VERSION.test(apiVersion) || hasBody;
  if (apiVersion !== undefined)
    return API_VERSION.test(apiVersion) && (hasBody || (root.entries.length <= 2 && !isChart(root)));
  return kind !== undefined && /^[A-Z]/.test(kind) && (hasBody || root.entries.length === 1);
}

const isChart = (root: YMap): boolean => pairOf(root, "version") !== undefined || pairOf(root, "name") !== undefined;

const scalarText = (pair: YPair | undefined): string | undefined => textOf(pair?.value);

/** `Deployment web`, the way kubectl and people say it; for titles and lists. */
export const titleOf = (resource: Resource): string =>
  [resource.gvk.kind || resource.apiVersion, resource.name].filter(Boolean).join(" ");

export function metadataPair(resource: Resource, field: string): YPair | undefined {
  return pairOf(at(resource.root, "metadata"), field);
}
