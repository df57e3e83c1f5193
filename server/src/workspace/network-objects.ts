import { at, type Json, type JsonMap, listOf, mapOf, optionalText, textOf } from "../base/json.ts";
import type { Range } from "../base/lines.ts";
import type { Labels } from "../engines/network/input.ts";
import { isList, type Resource, resourcesOf } from "../model/resource.ts";
import { isOfStorage } from "../model/storage-part.ts";
import type { YDocument } from "../yaml/document.ts";
import { deref, at as nodeAt, type YNode } from "../yaml/node.ts";
import { jsonKey, toJson } from "../yaml/scalar.ts";
import { type Dials, dialsOf } from "./network-dials.ts";
import { labelsOf } from "./network-json.ts";
import { type NetworkPart, networkPartOf } from "./network-world.ts";
import { type PodShape, podShapeOf } from "./pod-shape.ts";

/**
 * One object of the network as pictures need it. Small, and independent of its document: what the engine reads, what
 * its Pods are made of, and where the things that people point at stand.
 */
export interface NetworkObject {
  readonly origin: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly labels: Labels;
  readonly part: NetworkPart;
  readonly pod: PodShape | undefined;
  /** Addresses in its settings. */
  readonly calls: Dials | undefined;
  /** What people call a way in, by the path of its backend: `shop.example.com/cart`. */
  readonly ways: ReadonlyMap<string, string>;
  /** Lines counted from the start of the document, by path; the object itself under the empty path. */
  readonly ranges: ReadonlyMap<string, Range>;
}

export const pathKey = (path: readonly (string | number)[]): string => path.join("/");

/** `namespace` is the one that holds where the manifest names none. */
export function networkObjectsOf(
  doc: YDocument,
  namespace: string,
  originOf: (index: number) => string,
): readonly NetworkObject[] {
  return resourcesOf(doc).flatMap((resource, index) => {
    if (isList(resource)) return [];
    const origin = originOf(index);
    const part =
      networkPartOf(resource, origin, namespace) ??
      (isOfStorage(resource.gvk) || isSettings(resource) ? {} : undefined);
    if (!part) return [];
    const object = objectOf(resource, part, origin, namespace);
    return isSettings(resource) && !object.calls ? [] : [object];
  });
}

const isSettings = ({ gvk }: Resource): boolean => gvk.group === "" && gvk.kind === "ConfigMap";

function objectOf(resource: Resource, part: NetworkPart, origin: string, namespace: string): NetworkObject {
  // The tree of an object is a map of JSON values, which is what `toJson` gives of it.
  const json = mapOf(toJson(resource.root) as Json);
  const { group, kind } = resource.gvk;
  const calls = dialsOf(group, kind, json);
  return {
    origin,
    kind,
    namespace: resource.namespace || namespace,
    name: resource.name ?? optionalText(at(json, "metadata", "generateName")) ?? "",
    labels: labelsOf(at(json, "metadata", "labels")),
    part,
    pod: podShapeOf(kind, json),
    calls,
    ways: waysOf(kind, json),
    ranges: rangesOf(resource, calls),
  };
}

function waysOf(kind: string, json: JsonMap): ReadonlyMap<string, string> {
  const rules = listOf(at(json, "spec", "rules"));
  if (kind === "Ingress") {
    return new Map(
      rules.flatMap((rule, i) =>
        listOf(at(rule, "http", "paths")).map((path, j) => [
          pathKey(["spec", "rules", i, "http", "paths", j, "backend"]),
          `${textOf(mapOf(rule).host) || "*"}${textOf(mapOf(path).path) || "/"}`,
        ]),
      ),
    );
  }
  if (kind === "Route") {
    const way = `${textOf(at(json, "spec", "host")) || "*"}${textOf(at(json, "spec", "path"))}`;
    return new Map([[pathKey(["spec", "to"]), way]]);
  }
  return new Map(
    rules.flatMap((rule, i) =>
      listOf(mapOf(rule).backendRefs).map((_, j) => [
        pathKey(["spec", "rules", i, "backendRefs", j]),
        listOf(mapOf(rule).matches).map(matchInWords).join(", "),
      ]),
    ),
  );
}

/** Gateway API: a path for HTTP, a service and method for gRPC. */
function matchInWords(match: Json): string {
  const { path, method } = mapOf(match);
  const { service, method: call } = mapOf(method);
  return optionalText(mapOf(path).value) ?? [textOf(service), textOf(call)].filter(Boolean).join("/");
}

/** The lists whose items people point at. */
const LISTS = new Set(
  "containers initContainers ports volumes volumeMounts volumeClaimTemplates ingress egress from to rules paths listeners parentRefs backendRefs protocols alternateBackends tls".split(
    " ",
  ),
);

function rangesOf({ doc, root, gvk }: Resource, calls: Dials | undefined): ReadonlyMap<string, Range> {
  const ranges = new Map<string, Range>();
  const put = (path: string, node: YNode): void => {
    ranges.set(path, { start: doc.lines.positionAt(node.start), end: doc.lines.positionAt(node.end) });
  };
  const walkAll = (node: YNode | null | undefined, path: string): void => {
    const target = deref(node);
    if (target?.type !== "map") return;
    for (const { key, value } of target.entries) {
      const here = path === "" ? jsonKey(key) : `${path}/${jsonKey(key)}`;
      if (value) put(here, value);
      walkAll(value, here);
    }
  };
  const walk = (node: YNode | null | undefined, path: string): void => {
    const target = deref(node);
    if (target?.type !== "map") return;
    for (const { key, value } of target.entries) {
      const name = jsonKey(key);
      const here = path === "" ? name : `${path}/${name}`;
      const inner = deref(value);
      if (inner?.type === "seq") {
        if (!LISTS.has(name)) continue;
        for (const [i, item] of inner.items.entries()) {
          if (item.value) put(`${here}/${i}`, item.value);
          walk(item.value, `${here}/${i}`);
        }
      } else walk(inner, here);
    }
  };
  put("", root);
  for (const { path } of calls?.dials ?? []) {
    const said = nodeAt(root, ...path);
    if (said) put(pathKey(path), said);
  }
  // In a small object every field is something that people point at.
  if (isOfStorage(gvk)) {
    walkAll(root, "");
    return ranges;
  }
  const name = nodeAt(root, "metadata", "name");
  if (name) put("metadata/name", name);
  walk(nodeAt(root, "spec"), "spec");
  return ranges;
}
