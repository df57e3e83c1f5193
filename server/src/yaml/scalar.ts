import { deref, type YMap, type YNode, type YPair, type YScalar } from "./node.ts";
import { formatFloatKey, type Resolved, resolvePlain } from "./resolve.ts";

export type ScalarKind = Resolved["kind"];

/** What kubectl takes the scalar for: goyaml.v2 decode.go `scalar` and resolve.go `resolve`. */
export function scalarKind(node: YScalar): ScalarKind {
  return resolved(node).kind;
}

/**
 * The value in the JSON that kubectl sends. A date is a string. Whole numbers beyond 2^53 are rounded here (see
 * `integerValue`), and `.inf` and `.nan` are numbers that JSON cannot write: kubectl fails on them.
 */
export function jsonValue(node: YScalar): null | boolean | number | string {
  const result = resolved(node);
  if (result.kind !== "string") return typeof result.value === "bigint" ? Number(result.value) : result.value;
  return shortTag(node.tag) === "!!binary" ? decodeBinary(node.text) : node.text;
}

/** The exact value of a scalar whose kind is "integer"; undefined for any other. */
export function integerValue(node: YScalar): bigint | undefined {
  const result = resolved(node);
  return result.kind === "integer" ? BigInt(result.value) : undefined;
}

/** The key in the JSON that kubectl sends: yaml.go `convertToJSONableObject` turns numbers and booleans to strings. */
export function jsonKey(key: YScalar): string {
  const result = resolved(key);
  switch (result.kind) {
    case "string":
    case "null":
      return key.text;
    case "float":
      return formatFloatKey(result.value);
    case "boolean":
    case "integer":
      return String(result.value);
  }
}

/** False when the scalar cannot be what its tag says, on which kubectl fails: `!!int web`. */
export function fitsTag(node: YScalar): boolean {
  const tag = shortTag(node.tag);
  const kind = TAG_KINDS.get(tag);
  if (kind === undefined) return tag !== "!!binary" || /^[A-Za-z0-9+/\s]*={0,2}\s*$/.test(node.text);
  const found = resolvePlain(node.text).kind;
  return found === kind || (kind === "float" && found === "integer");
}

/**
 * The pairs of a map with its merge keys resolved, each key once. As in goyaml.v2 decode.go `mapping` and `merge` the
 * order in the document decides: what comes later wins, be it a key of the map's own or one merged in.
 */
export function mergedEntries(map: YMap): readonly YPair[] {
  const { entries } = map;
  for (let i = 0; i < entries.length; i++) {
    const pair = entries[i];
    if (pair !== undefined && isMergeKey(pair.key)) {
      const merged = new Map<string, YPair>();
      merge(map, merged, { left: MERGE_BUDGET });
      return [...merged.values()];
    }
  }
  return entries;
}

/** The whole tree as kubectl sends it. Stops following aliases after 300,000 nodes, and leaves null there. */
export function toJson(node: YNode | null): unknown {
  return json(node, { left: JSON_BUDGET });
}

export function isMergeKey(key: YScalar): boolean {
  return key.text === "<<" && ((key.style === "plain" && key.tag === undefined) || shortTag(key.tag) === "!!merge");
}

/** True when `<<` may have this value: a map, or a list of maps. */
export function isMergeable(value: YNode | null): boolean {
  if (value?.type === "seq") return value.items.every((item) => deref(item.value)?.type === "map");
  return deref(value)?.type === "map";
}

interface Budget {
  left: number;
}

const MERGE_BUDGET = 100_000;
const JSON_BUDGET = 300_000;

const TAG_KINDS: ReadonlyMap<string, ScalarKind> = new Map([
  ["!!null", "null"],
  ["!!bool", "boolean"],
  ["!!int", "integer"],
  ["!!float", "float"],
]);
const STRING: Resolved = { kind: "string" };

function resolved(node: YScalar): Resolved {
  if (node.tag !== undefined) return resolvedByTag(node, shortTag(node.tag));
  return node.style === "plain" ? resolvePlain(node.text) : STRING;
}

function resolvedByTag(node: YScalar, tag: string): Resolved {
  // libyaml takes a lone `!` for "as if plain", quotes or not: parserc.go `yaml_parser_parse_node`.
  if (tag === "!") return resolvePlain(node.text);
  const kind = TAG_KINDS.get(tag);
  if (kind === undefined) return STRING;
  const result = resolvePlain(node.text);
  if (kind === "float" && result.kind === "integer") return { kind, value: Number(result.value) };
  return result.kind === kind ? result : STRING;
}

function shortTag(tag: string | undefined): string {
  if (tag === undefined) return "";
  const verbatim = tag.startsWith("!<") && tag.endsWith(">") ? tag.slice(2, -1) : tag;
  const prefix = "tag:yaml.org,2002:";
  return verbatim.startsWith(prefix) ? `!!${verbatim.slice(prefix.length)}` : verbatim;
}

function decodeBinary(text: string): string {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  } catch {
    return text;
  }
}

function merge(map: YMap, into: Map<string, YPair>, budget: Budget): void {
  for (const pair of map.entries) {
    if (--budget.left < 0) return;
    if (!isMergeKey(pair.key)) into.set(pair.key.text, pair);
    else for (const source of mergeSources(pair.value)) merge(source, into, budget);
  }
}

/** Of a list the earlier maps win, so they are merged last. */
function mergeSources(value: YNode | null): readonly YMap[] {
  const nodes = value?.type === "seq" ? value.items.map((item) => item.value).reverse() : [value];
  return nodes.map(deref).filter((node) => node?.type === "map");
}

function json(node: YNode | null, budget: Budget): unknown {
  if (--budget.left < 0) return null;
  const target = deref(node);
  switch (target?.type) {
    case undefined:
      return null;
    case "scalar":
      return jsonValue(target);
    case "seq":
      return target.items.map((item) => json(item.value, budget));
    case "map":
      return Object.fromEntries(mergedEntries(target).map(({ key, value }) => [jsonKey(key), json(value, budget)]));
  }
}
