import type { Span } from "../base/span.ts";
import { titleOf } from "../model/resource.ts";
import type { DocumentContext, Subject } from "../workspace/context.ts";
import { deref, entriesOf, textOf, type YMap, type YNode, type YPair } from "../yaml/node.ts";

export interface OutlineSymbol {
  readonly name: string;
  /** Shown dimmed beside the name; may be empty. */
  readonly detail: string;
  readonly kind: "object" | "section" | "item" | "field";
  readonly span: Span;
  /** The part that is selected when one goes to the symbol; lies within the span. */
  readonly selection: Span;
  readonly children: readonly OutlineSymbol[];
}

/** The outline of a document: each object by kind and name, its sections, and in them what has a name of its own. */
export function symbols(context: DocumentContext): readonly OutlineSymbol[] {
  const roots = context.subjects.filter((subject) => !isListOfObjects(subject));
  return roots.map((subject) => objectSymbol(subject, context));
}

/** The items of a `kind: List` are subjects themselves. */
const isListOfObjects = ({ resource }: Subject): boolean =>
  resource !== undefined && resource.path.length === 0 && resource.gvk.kind.endsWith("List");

function objectSymbol({ root, resource }: Subject, context: DocumentContext): OutlineSymbol {
  const name = resource?.name === undefined ? undefined : nameNode(root);
  const end = root.start + context.doc.text.slice(root.start, root.end).trimEnd().length;
  return {
    name: (resource && titleOf(resource)) || context.doc.text.slice(root.start, end).split("\n", 1)[0] || "…",
    detail: resource?.namespace ?? "",
    kind: "object",
    span: { start: root.start, end },
    selection: name ?? root.entries[0]?.key ?? { start: root.start, end: root.start },
    children: root.entries.filter(({ key }) => key.text !== "apiVersion" && key.text !== "kind").flatMap(sectionSymbol),
  };
}

const nameNode = (root: YMap): Span | undefined => {
  const metadata = root.entries.find(({ key }) => key.text === "metadata")?.value;
  return entriesOf(metadata).find(({ key }) => key.text === "name")?.value ?? undefined;
};

function sectionSymbol(pair: YPair): readonly OutlineSymbol[] {
  const value = deref(pair.value);
  if (!value) return [];
  const children = value.type === "map" ? partsOf(value, 0) : itemsOf(pair, value);
  return [symbol(pair, pair.key.text, "", value.type === "scalar" ? "field" : "section", children)];
}

/** Templates wrap what one looks for, `spec.template.spec.containers`; they are passed through. */
const WRAPPERS: ReadonlySet<string> = new Set(["template", "jobTemplate", "spec"]);

function partsOf(map: YMap, depth: number): readonly OutlineSymbol[] {
  return map.entries.flatMap((pair): readonly OutlineSymbol[] => {
    const value = deref(pair.value);
    if (!value) return [];
    if (value.type === "map" && WRAPPERS.has(pair.key.text) && depth < 6) return partsOf(value, depth + 1);
    // Within a template only lists are worth a line: its metadata repeats the labels that stand above.
    if (value.type === "seq") return itemsOf(pair, value);
    return depth === 0 ? [symbol(pair, pair.key.text, oneLine(value), "field", [])] : [];
  });
}

/** Items by the field that tells them apart; a list without such a field is one line. */
function itemsOf(pair: YPair, list: YNode): readonly OutlineSymbol[] {
  if (list.type !== "seq") return [];
  const items = list.items.flatMap(({ value, ...span }): readonly OutlineSymbol[] => {
    const name = nameOf(value);
    if (name === undefined) return [];
    const selection = value ? { start: value.start, end: value.start } : span;
    return [{ name, detail: pair.key.text, kind: "item", span, selection, children: [] }];
  });
  return items.length > 0 ? items : [symbol(pair, pair.key.text, "", "section", [])];
}

const NAMING = ["name", "host", "path", "mountPath", "containerPort", "port", "key", "secretName"] as const;

function nameOf(item: YNode | null): string | undefined {
  for (const field of NAMING) {
    const text = textOf(entriesOf(item).find(({ key }) => key.text === field)?.value);
    if (text !== undefined && text !== "") return text;
  }
  return undefined;
}

function symbol(
  pair: YPair,
  name: string,
  detail: string,
  kind: OutlineSymbol["kind"],
  children: readonly OutlineSymbol[],
): OutlineSymbol {
  const span = { start: pair.start, end: Math.max(pair.end, pair.key.end) };
  const selection = { start: pair.key.start, end: pair.key.end };
  return { name: name === "" ? '""' : name, detail, kind, span, selection, children };
}

const oneLine = (value: YNode): string => {
  const text = textOf(value)?.split("\n", 1)[0] ?? "";
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
};
