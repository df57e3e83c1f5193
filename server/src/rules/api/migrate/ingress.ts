import type { Edit } from "../../../base/span.ts";
import type { UnknownField } from "../../../schema/problem.ts";
import type { YDocument } from "../../../yaml/document.ts";
import { insertEntry } from "../../../yaml/edit.ts";
import { at, deref, itemsOf, pairOf, type YMap, type YNode, type YPair } from "../../../yaml/node.ts";
import { deeper } from "./deeper.ts";

/**
 * From extensions and networking.k8s.io/v1beta1 to networking.k8s.io/v1: backends name their Service in an object of its
 * own, the default backend has another name, and every path says how it matches (what v1beta1 did is called
 * ImplementationSpecific).
 */
export function ingress(root: YMap, doc: YDocument): readonly Edit[] | undefined {
  const fallback = pairOf(at(root, "spec"), "backend");
  const paths = itemsOf(at(root, "spec", "rules")).flatMap(({ value }) => itemsOf(at(value, "http", "paths")));
  const edits: Edit[] = fallback ? [{ span: fallback.key, text: "defaultBackend" }] : [];
  for (const backend of [fallback?.value, ...paths.map(({ value }) => at(value, "backend"))]) {
    const service = backendEdits(backend, doc);
    if (!service) return undefined;
    edits.push(...service);
  }
  return [...edits, ...paths.flatMap(({ value }) => pathTypeEdits(value, doc))];
}

/** `serviceName` and `servicePort` under the API version that knows neither. */
export const isOldBackendField = ({ cursor, pair }: UnknownField): boolean =>
  cursor.definition === "io.k8s.api.networking.v1.IngressBackend" &&
  (pair.key.text === "serviceName" || pair.key.text === "servicePort");

function pathTypeEdits(path: YNode | null, doc: YDocument): readonly Edit[] {
  const map = deref(path);
  const backend = pairOf(path, "backend");
  if (map?.type !== "map" || !backend || pairOf(path, "pathType")) return [];
  return insertEntry(doc, map, "pathType", "ImplementationSpecific", { before: backend });
}

function backendEdits(backend: YNode | null | undefined, doc: YDocument): readonly Edit[] | undefined {
  const map = deref(backend);
  if (!map) return [];
  if (map.type !== "map") return undefined;
  const [name, port] = ["serviceName", "servicePort"].map((key) => pairOf(map, key));
  if (!name && !port) return [];
  if (!name || !port) return undefined;
  return map.flow ? flowBackend(map, name, port, doc) : blockBackend(name, port, doc);
}

function flowBackend(map: YMap, name: YPair, port: YPair, doc: YDocument): readonly Edit[] | undefined {
  if (map.entries.length > 2) return undefined;
  const number = portText(port, doc);
  if (!number) return undefined;
  const text = `{ service: { name: ${valueText(name, doc)}, port: { ${number.key}: ${number.text} } } }`;
  return [{ span: map, text }];
}

function blockBackend(name: YPair, port: YPair, doc: YDocument): readonly Edit[] | undefined {
  const number = portText(port, doc);
  if (!number || !port.value) return undefined;
  const unquoted = { span: port.value, text: number.text };
  const edits =
    name.start < port.start
      ? [deeper(doc, name, ["service:", "  name"]), deeper(doc, port, ["  port:", `    ${number.key}`])]
      : [deeper(doc, port, ["service:", "  port:", `    ${number.key}`]), deeper(doc, name, ["  name"])];
  return [...edits, unquoted];
}

function portText(port: YPair, doc: YDocument): { readonly key: "number" | "name"; readonly text: string } | undefined {
  const value = deref(port.value);
  if (value?.type !== "scalar") return undefined;
  return /^\d+$/.test(value.text) ? { key: "number", text: value.text } : { key: "name", text: valueText(port, doc) };
}

const valueText = ({ value }: YPair, doc: YDocument): string => (value ? doc.text.slice(value.start, value.end) : '""');
