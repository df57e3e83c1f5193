import type { Edit, Span } from "../base/span.ts";
import { isBlank, isBreak } from "./chars.ts";
import type { YDocument } from "./document.ts";
import {
  columnOf,
  dedentRest,
  indentRest,
  isFirstOnLine,
  lineBreakOf,
  lineEnd,
  lineStart,
  nextLine,
} from "./layout.ts";
import type { YItem, YMap, YPair, YScalar, YSeq } from "./node.ts";
import { isPlainText, quote, quoteAs, quoteIfNeeded } from "./quote.ts";
import { read } from "./read.ts";
import { resolvePlain } from "./resolve.ts";
import { scalarKind } from "./scalar.ts";
import { writeFlow } from "./write-flow.ts";

export { quoteIfNeeded } from "./quote.ts";

/** Where an entry goes among its siblings. */
export type Placement = "start" | "end" | { readonly after: YPair } | { readonly before: YPair };

/**
 * Gives a scalar another value and keeps its style. A plain string gets quotes when it needs them to stay a string;
 * where something else stood, a number say, the new text is left to mean what it says.
 */
export function setScalar(doc: YDocument, scalar: YScalar, value: string | number | boolean | null): readonly Edit[] {
  const text = String(value);
  const block = scalar.style === "literal" || scalar.style === "folded";
  if (block) return [replace(scalar, blockScalar(doc.text, scalar, text))];
  if (typeof value !== "string") return [replace(scalar, text)];
  if (scalar.style !== "plain") return [replace(scalar, quoteAs(scalar.style, text))];
  const stays = scalarKind(scalar) !== "string" || resolvePlain(text).kind === "string";
  const gap = scalar.start === scalar.end && !isBlank(doc.text.charCodeAt(scalar.start - 1)) ? " " : "";
  return [replace(scalar, gap + (stays && isPlainText(text) ? text : quote(text)))];
}

/** Puts a scalar in quotes, so that it is a string. */
export function quoteScalar(scalar: YScalar): readonly Edit[] {
  return [replace(scalar, quote(scalar.text))];
}

/** Takes the quotes from a scalar; undefined where its text cannot stand plain. */
export function unquoteScalar(scalar: YScalar): readonly Edit[] | undefined {
  return isPlainText(scalar.text) ? [replace(scalar, scalar.text)] : undefined;
}

export function renameKey(doc: YDocument, pair: YPair, key: string): readonly Edit[] {
  const { style } = pair.key;
  const text = style === "single" || style === "double" ? quoteAs(style, key) : quoteIfNeeded(key);
  const edit = replace(pair.key, text);
  return doc.text.slice(pair.key.start, pair.key.end) === text ? [] : [edit];
}

/**
 * Adds `key: value`. The value is YAML: on one line, or lines below the key that begin with a line break and are
 * indented as if the key stood at the left margin. A pair that has this key and no value yet gets it instead.
 */
export function insertEntry(
  doc: YDocument,
  map: YMap,
  key: string,
  value: string,
  placement: Placement = "end",
): readonly Edit[] {
  const empty = map.entries.find((pair) => pair.key.text === key && pair.value === null && pair.colon >= 0);
  if (empty !== undefined) return fillValue(doc, map, empty, value);
  if (map.flow) return insertFlowEntry(doc, map, key, value, placement);
  const anchor = neighbour(map, placement);
  const column = columnOf(doc.text, map.start);
  const lineBreak = lineBreakOf(doc.text);
  const lines = indentRest(joined(quoteIfNeeded(key), value), column, lineBreak);
  const indent = " ".repeat(column);
  if (anchor.before) return [insert(anchor.before.start, lines + lineBreak + indent)];
  return [insert(lineEnd(doc.text, anchor.after?.end ?? map.end), lineBreak + indent + lines)];
}

/** Removes a pair: whole lines where they are its own, and only it and its comma between brackets. */
export function removeEntry(doc: YDocument, map: YMap, pair: YPair): readonly Edit[] {
  const index = map.entries.indexOf(pair);
  const next = map.entries[index + 1];
  if (map.flow) return [{ span: flowSpan(doc.text, pair, map.entries[index - 1], next), text: "" }];
  if (map.entries.length === 1) return [emptied(doc.text, map, "{}")];
  return [{ span: blockSpan(doc.text, pair, next), text: "" }];
}

/** Removes a list item in the same way. */
export function removeItem(doc: YDocument, seq: YSeq, item: YItem): readonly Edit[] {
  const index = seq.items.indexOf(item);
  const next = seq.items[index + 1];
  if (seq.flow) return [{ span: flowSpan(doc.text, item, seq.items[index - 1], next), text: "" }];
  if (seq.items.length === 1) return [emptied(doc.text, seq, "[]")];
  return [{ span: blockSpan(doc.text, item, next), text: "" }];
}

/** Adds a list item; its value is YAML whose further lines are indented as if its dash stood at the left margin. */
export function insertItem(
  doc: YDocument,
  seq: YSeq,
  value: string,
  placement: "start" | "end" = "end",
): readonly Edit[] {
  const first = seq.items[0];
  const last = seq.items[seq.items.length - 1];
  if (seq.flow) {
    const text = flowText(value);
    if (first === undefined || last === undefined) return [insert(seq.start + 1, text)];
    return placement === "start" ? [insert(first.start, `${text}, `)] : [insert(last.end, `, ${text}`)];
  }
  const column = columnOf(doc.text, seq.start);
  const lineBreak = lineBreakOf(doc.text);
  const indent = " ".repeat(column);
  const lines = indentRest(value.startsWith("\n") ? `-${value}` : `- ${value}`, column, lineBreak);
  if (placement === "start") return [insert(seq.start, lines + lineBreak + indent)];
  return [insert(lineEnd(doc.text, last?.end ?? seq.end), lineBreak + indent + lines)];
}

/** Moves a pair to another map; undefined where it cannot go, as into its own value. */
export function moveEntry(
  doc: YDocument,
  map: YMap,
  pair: YPair,
  target: YMap,
  placement: Placement = "end",
): readonly Edit[] | undefined {
  const inside = target.start >= pair.start && target.end <= pair.end;
  const multiline = lineEnd(doc.text, pair.start) < pair.end;
  if (inside || target === map || (multiline && (map.flow || target.flow))) return undefined;
  const source = pair.value === null ? "" : doc.text.slice(pair.colon + 1, pair.end).replace(/^[ \t]+/, "");
  const value = dedentRest(source, columnOf(doc.text, map.start));
  const [removal] = removeEntry(doc, map, pair);
  const [insertion] = insertEntry(doc, target, pair.key.text, value, placement);
  if (removal === undefined || insertion === undefined) return undefined;
  const at = insertion.span.start;
  if (at <= removal.span.start || at >= removal.span.end) return [removal, insertion];
  // The pair is the last thing in the map that it moves to: its lines are replaced in place.
  const lineBreak = lineBreakOf(doc.text);
  if (removal.text !== "" || !insertion.text.startsWith(lineBreak)) return undefined;
  const text = insertion.text.slice(lineBreak.length) + doc.text.slice(at, removal.span.end);
  return [{ span: removal.span, text: removal.span.end > at ? text : insertion.text }];
}

/** Writes the value of a pair that has none. */
function fillValue(doc: YDocument, map: YMap, pair: YPair, value: string): readonly Edit[] {
  if (map.flow) return [insert(pair.colon + 1, ` ${flowText(value)}`)];
  const lines = indentRest(joined("", value).slice(1), columnOf(doc.text, map.start), lineBreakOf(doc.text));
  return [insert(pair.colon + 1, lines)];
}

function insertFlowEntry(doc: YDocument, map: YMap, key: string, value: string, placement: Placement): readonly Edit[] {
  const first = map.entries[0];
  const json = first === undefined ? isJson(doc.text) : first.key.style === "double";
  const text = `${json ? JSON.stringify(key) : quoteIfNeeded(key)}: ${flowText(value, json)}`;
  if (first === undefined) return [insert(map.start + 1, text)];
  const anchor = neighbour(map, placement);
  const sibling = anchor.before ?? anchor.after ?? first;
  const ownLine = isFirstOnLine(doc.text, sibling.start);
  const gap = ownLine ? doc.text.slice(lineStart(doc.text, sibling.start), sibling.start) : "";
  const separator = ownLine ? `,${lineBreakOf(doc.text)}${gap}` : ", ";
  if (anchor.before) return [insert(anchor.before.start, text + separator)];
  return [insert(sibling.end, separator + text)];
}

function neighbour(map: YMap, placement: Placement): { readonly before?: YPair; readonly after?: YPair } {
  const first = map.entries[0];
  const last = map.entries[map.entries.length - 1];
  if (typeof placement === "object") return placement;
  if (placement === "start") return first ? { before: first } : {};
  return last ? { after: last } : {};
}

const joined = (key: string, value: string): string =>
  value === "" || value.startsWith("\n") ? `${key}:${value}` : `${key}: ${value}`;

/** YAML of any layout as flow, or as JSON. */
function flowText(value: string, json = false): string {
  const { root } = read(value, "manifest");
  return writeFlow(root, json);
}

const isJson = (text: string): boolean => /^\s*\{\s*"/.test(text);

/** A block scalar again, its header as far as it still fits and the indentation of its first line kept. */
function blockScalar(text: string, scalar: YScalar, value: string): string {
  const body = nextLine(text, scalar.start);
  const written = body < scalar.end ? text.slice(body, scalar.end).match(/^ *(?=\S)/m)?.[0].length : undefined;
  const key = text.slice(lineStart(text, scalar.start)).match(/^ */)?.[0].length ?? 0;
  const chomp = value.endsWith("\n\n") ? "+" : value.endsWith("\n") ? "" : "-";
  const content = value.replace(/\n$/, "");
  const lineBreak = lineBreakOf(text);
  const indicator = /^\s/.test(content) ? "2" : "";
  const column = indicator ? key + 2 : (written ?? key + 2);
  return `|${indicator}${chomp}${lineBreak}${indentRest(`\n${content}`, column, lineBreak).slice(lineBreak.length)}`;
}

function flowSpan(text: string, self: Span, previous: Span | undefined, next: Span | undefined): Span {
  if (next !== undefined) return { start: self.start, end: next.start };
  if (previous !== undefined) return { start: previous.end, end: self.end };
  let end = self.end;
  while (end < text.length && isBlank(text.charCodeAt(end))) end++;
  return { start: self.start, end: text.charAt(end) === "," ? end + 1 : self.end };
}

/** A block collection without entries: brackets behind the key or dash that it belongs to. */
function emptied(text: string, self: Span, brackets: string): Edit {
  const before = text.slice(0, self.start).trimEnd();
  const behind = /((^|[ \t\n\r-])-|:)$/.test(before) && !/(^|\s)#.*$/.test(before);
  if (behind) return replace({ start: before.length, end: self.end }, ` ${brackets}`);
  // A list may stand in the column of its key, where brackets may not.
  return replace(self, before === "" ? brackets : `  ${brackets}`);
}

/** The lines of an entry, its trailing comment with them. Behind a dash only up to the next sibling. */
function blockSpan(text: string, self: Span, next: Span | undefined): Span {
  if (!isFirstOnLine(text, self.start)) return { start: self.start, end: next?.start ?? self.end };
  const start = lineStart(text, self.start);
  const end = nextLine(text, self.end);
  const atEnd = end >= text.length && !isBreak(text.charCodeAt(text.length - 1));
  if (!atEnd || start === 0) return { start, end };
  const before = text.startsWith("\r\n", start - 2) ? start - 2 : start - 1;
  return { start: before, end };
}

const insert = (offset: number, text: string): Edit => ({ span: { start: offset, end: offset }, text });

const replace = (span: Span, text: string): Edit => ({ span: { start: span.start, end: span.end }, text });
