import assert from "node:assert/strict";
import { isAlias, isMap, isPair, isScalar, isSeq, parseAllDocuments, parseDocument } from "yaml";
import type { Span } from "../../server/src/base/span.ts";
import type { YNode, YPair } from "../../server/src/yaml/node.ts";
import type { Problem } from "../../server/src/yaml/problem.ts";

/** A tree as plain data, without spans: what ours and that of the `yaml` package are compared as. */
export type Shape = null | { readonly alias: string } | { readonly text: string } | readonly Shape[] | MapShape;

export interface MapShape {
  readonly pairs: readonly (readonly [string, Shape])[];
}

export function shapeOf(node: YNode | null): Shape {
  switch (node?.type) {
    case undefined:
      return null;
    case "alias":
      return { alias: node.name };
    case "map":
      return { pairs: node.entries.map(({ key, value }) => [key.text, shapeOf(value)]) };
    case "seq":
      return node.items.map(({ value }) => shapeOf(value));
    case "scalar":
      return node.text === "" && node.style === "plain" ? null : { text: node.text };
  }
}

const OPTIONS = { version: "1.1", schema: "failsafe", uniqueKeys: false, logLevel: "silent" } as const;

export interface Oracle {
  readonly shape: Shape;
  readonly valid: boolean;
  /** Something stands as a key that is no scalar: there is no such thing in JSON, and we read its source as the key. */
  readonly hasOddKey: boolean;
}

/** What the `yaml` package makes of one document. */
export function oracle(text: string): Oracle {
  const document = parseDocument(text, OPTIONS);
  let hasOddKey = false;
  const keyText = (key: unknown): string => {
    if (isScalar(key) && typeof key.source === "string" && key.source !== "") return key.source;
    if (isScalar(key) && key.type !== "PLAIN") return "";
    hasOddKey = true;
    return "";
  };
  const convert = (node: unknown): Shape => {
    if (isAlias(node)) return { alias: node.source };
    if (isMap(node)) return { pairs: node.items.map(({ key, value }) => [keyText(key), convert(value)]) };
    if (isSeq(node)) {
      return node.items.map((item) =>
        isPair(item) ? { pairs: [[keyText(item.key), convert(item.value)]] } : convert(item),
      );
    }
    if (!isScalar(node) || typeof node.source !== "string") return null;
    return node.source === "" && node.type === "PLAIN" ? null : { text: node.source };
  };
  const shape = convert(document.contents);
  return { shape, valid: document.errors.length === 0, hasOddKey };
}

/** How many documents the `yaml` package finds; undefined when one of them is broken. */
export function countDocuments(source: string): number | undefined {
  const documents = parseAllDocuments(source, OPTIONS);
  if (!Array.isArray(documents)) return 0;
  return documents.every((document) => document.errors.length === 0) ? documents.length : undefined;
}

/** Asserts what holds for every tree, of broken text too: spans lie in the text, in order, and in their parents. */
export function checkTree(root: YNode | null, problems: readonly Problem[], text: string): void {
  for (const problem of problems) within(problem.code, problem, 0, text.length);
  if (root !== null) checkNode(root, 0, text.length, text);
}

function checkNode(node: YNode, from: number, to: number, text: string): void {
  within(node.type, node, from, to);
  if (node.type === "map") {
    let last = node.start;
    for (const pair of node.entries) last = checkPair(pair, last, node.end, text);
  } else if (node.type === "seq") {
    let last = node.start;
    for (const item of node.items) {
      within("item", item, last, node.end);
      if (item.value) checkNode(item.value, item.start, item.end, text);
      last = item.end;
    }
  }
}

function checkPair(pair: YPair, from: number, to: number, text: string): number {
  const { key, value, colon } = pair;
  within("pair", pair, from, to);
  within("key", key, pair.start, pair.end);
  if (colon !== -1 && text[colon] !== ":") assert.fail(`colon at ${colon}`);
  if (value) checkNode(value, Math.max(key.end, colon), pair.end, text);
  return pair.end;
}

function within(what: string, { start, end }: Span, from: number, to: number): void {
  if (from > start || start > end || end > to) assert.fail(`${what} ${start}..${end} in ${from}..${to}`);
}

/** A tree on one line: `{key: value, half? ~}`, `[item]`, `~` for nothing, quotes around text that is not plain. */
export function sketch(node: YNode | null): string {
  switch (node?.type) {
    case undefined:
      return "~";
    case "alias":
      return `*${node.name}`;
    case "seq":
      return `[${node.items.map(({ value }) => sketch(value)).join(", ")}]`;
    case "map":
      return `{${node.entries.map(({ key, colon, value }) => `${key.text}${colon < 0 ? "?" : ":"} ${sketch(value)}`).join(", ")}}`;
    case "scalar":
      return node.style === "plain" && !node.text.includes("\n") ? node.text || "''" : JSON.stringify(node.text);
  }
}

/** Problems on one line: the code, and the text it is about. */
export const sketchProblems = (problems: readonly Problem[], text: string): string =>
  problems.map(({ code, start, end }) => `${code} ${JSON.stringify(text.slice(start, end))}`).join("; ");
