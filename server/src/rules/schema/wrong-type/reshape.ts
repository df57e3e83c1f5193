import type { Edit, Span } from "../../../base/span.ts";
import type { YDocument } from "../../../yaml/document.ts";
import { quoteIfNeeded } from "../../../yaml/edit.ts";
import { lineBreakOf } from "../../../yaml/layout.ts";
import { deref, type YMap, type YPair, type YScalar, type YSeq } from "../../../yaml/node.ts";
import { quote } from "../../../yaml/quote.ts";
import { scalarKind } from "../../../yaml/scalar.ts";

/** `data: { app.yaml: | … }`: the lines below the key stay as they are and become text. */
export function asText(doc: YDocument, pair: YPair, node: YMap | YSeq): readonly Edit[] | undefined {
  if (node.flow || pair.colon < 0 || !startsLine(doc, node.start)) return undefined;
  const column = columnOf(doc, node.start);
  // A list at the column of its key is not deeper than it; as text it would have to be.
  if (column <= columnOf(doc, pair.key.start)) return undefined;
  return [insert(pair.colon + 1, " |")];
}

/** The value becomes the only item of a list: `lines` instead of a scalar, or the map's own lines behind a dash. */
export function asItem(
  doc: YDocument,
  pair: YPair | undefined,
  node: YMap | YScalar,
  lines: readonly string[] | undefined,
): readonly Edit[] | undefined {
  if (node.type === "scalar") {
    if (!pair || lines === undefined) return undefined;
    const indent = `\n${" ".repeat(columnOf(doc, pair.key.start) + 2)}`;
    return [{ span: { start: pair.colon + 1, end: node.end }, text: `${indent}- ${lines.join(`${indent}  `)}` }];
  }
  if (node.flow) return [insert(node.start, "["), insert(node.end, "]")];
  if (!startsLine(doc, node.start)) return undefined;
  return linesOf(doc, node).map((start, index) => insert(start + columnOf(doc, node.start), index === 0 ? "- " : "  "));
}

/** Scalars as a list in the document's own style: dashes below the key, or brackets. `items` is YAML where it can be. */
export function asList(
  doc: YDocument,
  pair: YPair | undefined,
  node: YScalar,
  items: readonly string[],
): { readonly edit: Edit; readonly shown: string } {
  const written = items.map((item) => (/^["']/.test(item) ? item : undefined));
  const flow = `[${items.map((item, index) => written[index] ?? quote(item)).join(", ")}]`;
  const style =
    pair && pair.colon >= 0
      ? dashStyle(doc.text, pair, columnOf(doc, pair.key.start), true, /^["']/.test(items[0] ?? ""))
      : undefined;
  if (style === undefined || !pair) return { edit: { span: node, text: flow }, shown: flow };
  const indent = `${lineBreakOf(doc.text)}${" ".repeat(style)}- `;
  const block = items.map((item, index) => indent + (written[index] ?? quoteIfNeeded(item))).join("");
  return {
    edit: { span: { start: pair.colon + 1, end: node.end }, text: block },
    shown: items.map((item) => `- ${item}`).join(" "),
  };
}

/**
 * Column of the dashes below the key of a list in `column`, as the document writes this list elsewhere, or else lists of
 * the same sort; undefined where it writes them in brackets, as people do with what is in quotes.
 */
function dashStyle(
  text: string,
  { key, start }: YPair,
  column: number,
  ofScalars: boolean,
  isQuoted: boolean,
): number | undefined {
  const all = [...text.matchAll(LISTS)].map((match): List => {
    const [, indent = "", name = "", dash, item = ""] = match;
    const deeper = dash === undefined ? undefined : dash.length - indent.length;
    const isScalar = dash === undefined || !/^["']?[\w./-]+["']?:(?: |$)/.test(item);
    return { index: match.index, name, deeper, ofScalars: isScalar };
  });
  const same = all.filter(({ name }) => name === key.text);
  // A command in brackets says nothing of other lists.
  const alike = all.filter(
    (list) => list.ofScalars === ofScalars && (list.deeper !== undefined || !COMMANDS.has(list.name)),
  );
  const block = all.filter(({ deeper }) => deeper !== undefined);
  const [nearest] =
    [same, alike, block]
      .find((lists) => lists.length > 0)
      ?.toSorted((a, b) => Math.abs(a.index - start) - Math.abs(b.index - start)) ?? [];
  if (nearest === undefined) return isQuoted ? undefined : column + 2;
  if (nearest.deeper === undefined && ofScalars) return undefined;
  return column + (nearest.deeper ?? 2);
}

const COMMANDS: ReadonlySet<string> = new Set(["command", "args"]);

interface List {
  readonly index: number;
  readonly name: string;
  /** By what the dashes are deeper than their key; undefined between brackets. */
  readonly deeper: number | undefined;
  readonly ofScalars: boolean;
}

const LISTS = /^( *(?:- +)*)([\w.-]+):(?: \[[^\]\n]| *(?:#.*)?\n(?:[ \t]*(?:#.*)?\n)*( *)-(?: +(.*))?$)/gm;

/** `FOO: bar` becomes `- name: FOO` with `value: bar`; values are strings there. */
export function asEntries(doc: YDocument, pair: YPair, map: YMap): readonly Edit[] | undefined {
  if (map.flow || !startsLine(doc, map.start)) return undefined;
  const written = columnOf(doc, map.start);
  const column = dashStyle(doc.text, pair, columnOf(doc, pair.key.start), false, false) ?? written;
  return map.entries.flatMap((entry): readonly Edit[] => {
    const value = deref(entry.value);
    if (value?.type !== "scalar" || entry.colon < 0) return [];
    const indent = " ".repeat(column + 2);
    const raw = doc.text.slice(value.start, value.end);
    const text = scalarKind(value) === "string" ? raw : quote(raw);
    const key = doc.text.slice(entry.key.start, entry.key.end);
    const lead = { start: entry.key.start - written, end: value.end };
    return [{ span: lead, text: `${" ".repeat(column)}- name: ${key}\n${indent}value: ${text}` }];
  });
}

/** One scalar becomes an object of these lines. */
export function asObject(
  doc: YDocument,
  pair: YPair | undefined,
  node: YScalar,
  lines: readonly string[],
): readonly Edit[] | undefined {
  if (!pair) return [{ span: node, text: lines.join(`\n${" ".repeat(columnOf(doc, node.start))}`) }];
  const indent = `\n${" ".repeat(columnOf(doc, pair.key.start) + 2)}`;
  return [{ span: { start: pair.colon + 1, end: node.end }, text: `${indent}${lines.join(indent)}` }];
}

/** The items' fields become fields of one object. */
export function withoutDashes(doc: YDocument, pair: YPair, seq: YSeq): readonly Edit[] | undefined {
  const maps = seq.items.map(({ value }) => deref(value));
  const keys = maps.flatMap((map) => (map?.type === "map" && !map.flow ? map.entries.map(({ key }) => key.text) : []));
  const allBlock = maps.every((map) => map?.type === "map" && !map.flow);
  if (seq.flow || !allBlock || new Set(keys).size !== keys.length) return undefined;
  const dash = columnOf(doc, seq.start);
  const deeper = dash > columnOf(doc, pair.key.start);
  return seq.items.flatMap((item): readonly Edit[] => {
    const width = (item.value?.start ?? item.end) - item.start;
    if (!deeper) return [{ span: { start: item.start, end: item.start + 1 }, text: " " }];
    const [first = 0, ...rest] = linesOf(doc, item);
    return [first, ...rest].map((start) => ({ span: { start: start + dash, end: start + dash + width }, text: "" }));
  });
}

const insert = (at: number, text: string): Edit => ({ span: { start: at, end: at }, text });

const columnOf = (doc: YDocument, offset: number): number => doc.lines.positionAt(offset).character;

/** Starts of the lines that a block covers, blank ones left out. */
function linesOf(doc: YDocument, node: Span): readonly number[] {
  const first = doc.lines.positionAt(node.start).line;
  const last = doc.lines.positionAt(Math.max(node.start, node.end - 1)).line;
  return Array.from({ length: last - first + 1 }, (_, index) => doc.lines.startOf(first + index)).filter(
    (start, index) => index === 0 || !/^\s*$/.test(doc.text.slice(start, doc.lines.startOf(first + index + 1))),
  );
}

function startsLine(doc: YDocument, offset: number): boolean {
  const start = doc.lines.startOf(doc.lines.positionAt(offset).line);
  return /^[ -]*$/.test(doc.text.slice(start, offset)) && !doc.text.slice(start, offset).includes("-");
}
