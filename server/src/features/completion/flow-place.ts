import { type Span, touches } from "../../base/span.ts";
import type { SchemaCursor } from "../../schema/cursor.ts";
import type { DocumentContext, Subject } from "../../workspace/context.ts";
import type { Path, YMap, YNode, YSeq } from "../../yaml/node.ts";
import type { Layout } from "./draft.ts";
import { type FlowEntry, flowEntries } from "./flow-entries.ts";
import { type RootSchema, subjectOf } from "./levels.ts";
import type { KeyPlace, Place, ValuePlace } from "./place.ts";

/** The innermost `{ }` or `[ ]` around a place. */
export interface FlowHolder {
  readonly node: YMap | YSeq;
  readonly subject: Subject | undefined;
  readonly path: Path;
  readonly cursor: SchemaCursor | undefined;
}

export function flowHolderAt(context: DocumentContext, offset: number, rootSchema: RootSchema): FlowHolder | undefined {
  let holder: FlowHolder | undefined;
  let node: YNode | null = context.doc.root;
  let here: Omit<FlowHolder, "node"> = { subject: undefined, path: [], cursor: undefined };
  if (node?.type === "map") here = { ...here, cursor: rootSchema(node, context) };
  while (node && (node.type === "map" || node.type === "seq")) {
    const collection: YMap | YSeq = node;
    here = { ...here, ...subjectOf(collection, context, rootSchema) };
    if (collection.flow && isInside(collection, context.doc.text, offset)) holder = { node: collection, ...here };
    node = null;
    if (collection.type === "map") {
      const pair = collection.entries.findLast((entry) => entry.value && holds(entry.value, context.doc.text, offset));
      if (!pair) break;
      here = { ...here, path: [...here.path, pair.key.text], cursor: here.cursor?.child(pair.key.text) };
      node = pair.value;
    } else {
      const index = collection.items.findLastIndex((item) => item.value && holds(item.value, context.doc.text, offset));
      if (index < 0) break;
      here = { ...here, path: [...here.path, index], cursor: here.cursor?.item() };
      node = collection.items[index]?.value ?? null;
    }
  }
  return holder;
}

const holds = (node: YNode, text: string, offset: number): boolean =>
  node.type === "map" || node.type === "seq"
    ? node.flow
      ? isInside(node, text, offset)
      : node.start <= offset && offset <= node.end
    : false;

/** Between the brackets; an unclosed collection goes on. */
function isInside(node: YMap | YSeq, text: string, offset: number): boolean {
  const close = node.type === "map" ? "}" : "]";
  const closed = node.end - node.start > 1 && text[node.end - 1] === close;
  return node.start < offset && (closed ? offset < node.end : offset <= node.end);
}

/** What may be written at a place within a flow collection. */
export function flowPlaces(context: DocumentContext, offset: number, holder: FlowHolder): readonly Place[] {
  const { text } = context.doc;
  const entries = flowEntries(text, holder.node, offset);
  const entry = entries.find(({ span }) => touches(span, offset));
  if (entry?.nested && offset > (entry.colon ?? entry.span.start)) return [];
  if (!entry && text.slice(0, offset).trimEnd().endsWith("-")) return [];
  const layout = layoutOf(context, holder);
  return holder.node.type === "map"
    ? mapPlaces(text, offset, holder, entries, entry, layout)
    : itemPlaces(text, offset, holder, entries, entry, layout);
}

/** One key or scalar, perhaps half-typed. */
const isWord = (text: string, { start, end }: Span): boolean =>
  /^(?:["'][^"'\n]*["']?|[^\s"']*)$/.test(text.slice(start, end));

function mapPlaces(
  text: string,
  offset: number,
  holder: FlowHolder,
  entries: readonly FlowEntry[],
  entry: FlowEntry | undefined,
  layout: Layout,
): readonly Place[] {
  const others = entries.filter((each) => each !== entry).map(({ key }) => key?.text ?? "");
  if (entry?.colon === undefined || offset <= entry.colon) {
    const replace = entry?.key ?? { start: offset, end: offset };
    if (!touches(replace, offset) || !isWord(text, replace)) return [];
    const key: KeyPlace = {
      kind: "key",
      ...holder,
      replace,
      ...commas(text, replace, entry?.colon === undefined),
      filterPrefix: layout.form === "json" || text[replace.start] === '"' ? '"' : "",
      layout: text[replace.start] === '"' ? { ...layout, form: "json" } : layout,
      present: new Set(others),
      extent: entry?.colon === undefined ? "whole" : "bare",
      value: valueAt(holder.node, replace.start),
      newItem: false,
    };
    return [key];
  }
  const name = entry.key?.text ?? "";
  const target = { ...holder, path: [...holder.path, name], cursor: holder.cursor?.child(name) };
  const replace = entry.value ?? { start: offset, end: offset };
  if (!touches(replace, offset) || !isWord(text, replace)) return [];
  const gap = text[replace.start - 1] === ":" ? " " : "";
  return [
    valuePlace(text, target, replace, { before: gap, after: commas(text, replace, true).after, extra: [] }, layout, []),
  ];
}

const valueAt = (map: YMap | YSeq, keyStart: number): YNode | undefined =>
  map.type === "map" ? (map.entries.find(({ key }) => key.start === keyStart)?.value ?? undefined) : undefined;

function itemPlaces(
  text: string,
  offset: number,
  holder: FlowHolder,
  entries: readonly FlowEntry[],
  entry: FlowEntry | undefined,
  layout: Layout,
): readonly Place[] {
  const replace = entry?.span ?? { start: offset, end: offset };
  if (!isWord(text, replace)) return [];
  const index = entry ? entries.indexOf(entry) : entries.length;
  const target = { ...holder, path: [...holder.path, index], cursor: holder.cursor?.item() };
  const others = entries.filter((each) => each !== entry).map(({ key }) => key?.text ?? "");
  return [valuePlace(text, target, replace, commas(text, replace, true), layout, others)];
}

function valuePlace(
  text: string,
  target: Omit<FlowHolder, "node">,
  replace: Span,
  around: Pick<ValuePlace, "before" | "after" | "extra">,
  layout: Layout,
  present: readonly string[],
): ValuePlace {
  const first = text[replace.start];
  const quote = replace.end > replace.start && (first === '"' || first === "'") ? first : "";
  const { subject, path, cursor } = target;
  return {
    kind: "value",
    subject,
    path,
    cursor,
    replace,
    ...around,
    filterPrefix: quote === "" && layout.form === "json" && replace.end > replace.start ? "" : quote,
    layout,
    present: new Set(present),
    quote,
  };
}

/** The commas that are missing on either side of an entry. */
function commas(text: string, span: Span, complete: boolean): Pick<ValuePlace, "before" | "after" | "extra"> {
  const ahead = text.slice(0, span.start).trimEnd();
  const behind = text.slice(span.end).trimStart();
  const isFirst = /[{[,:]$/.test(ahead);
  const end = { start: ahead.length, end: ahead.length };
  return {
    before: !isFirst && ahead.length === span.start ? " " : "",
    after: !complete || behind === "" || /^[}\],]/.test(behind) ? "" : ",",
    extra: isFirst ? [] : [{ span: end, text: "," }],
  };
}

/** Written the way the collection around it is: JSON's quotes, and lines if it has lines. */
function layoutOf(context: DocumentContext, holder: FlowHolder): Layout {
  const { doc } = context;
  const root = doc.root;
  const first = holder.node.type === "map" ? holder.node.entries[0]?.key : undefined;
  const json = first
    ? first.style === "double"
    : root?.type === "map" && root.flow && doc.text[root.start] === "{" && hasQuotedKey(root);
  const inside = doc.text.slice(holder.node.start, holder.node.end);
  const lines = inside.includes("\n");
  const line = doc.lines.startOf(doc.lines.positionAt(holder.node.start).line);
  const indentation = /^ */.exec(doc.text.slice(line, holder.node.start))?.[0].length ?? 0;
  const firstEntry = holder.node.type === "map" ? holder.node.entries[0] : holder.node.items[0];
  const column = firstEntry && lines ? doc.lines.positionAt(firstEntry.start).character : indentation + 2;
  return { form: json ? "json" : "flow", column, step: 2, listIndent: 0, lines };
}

const hasQuotedKey = (map: YMap): boolean => map.entries.some(({ key }) => key.style === "double");
