import { type Span, touches } from "../base/span.ts";
import { RULES } from "../rules/index.ts";
import type { Finding } from "../rules/rule.ts";
import type { YDocument } from "../yaml/document.ts";
import { columnOf, lineEnd, lineStart } from "../yaml/layout.ts";
import type { YNode, YPair } from "../yaml/node.ts";

/**
 * Whether a finding speaks of what is not there yet: with the caret at this offset of the document, what it misses may
 * be what somebody types next. A finding about what is there stays true whatever follows.
 */
export function isAwaited({ rule, span, home }: Finding, doc: YDocument, caret: number): boolean {
  const awaits = AWAITING.get(rule);
  const { root, text } = doc;
  if (!awaits || !root) return false;
  const block = awaits === "object" ? { node: root, column: 0 } : blockAt(root, (home ?? span).start, text);
  return isOpen(block, text, caret);
}

/**
 * The findings of a file's last document. A text that breaks off may be one that goes on: what would be an error if it
 * did not is told on its last line, not above, where everything may be right.
 */
export function whereTextBreaksOff(findings: readonly Finding[], doc: YDocument): readonly Finding[] {
  if (findings.length === 0) return findings;
  const line = brokenOffLine(doc.text);
  const isEarly = (finding: Finding): boolean =>
    line !== undefined &&
    finding.severity === "error" &&
    finding.span.start < line.start &&
    isAwaited(finding, doc, line.end);
  if (!line || !findings.some(isEarly)) return findings;
  const indent = /^[ \t]*(?:- +)*/.exec(doc.text.slice(line.start, line.end))?.[0].length ?? 0;
  const span = { start: line.start + indent, end: line.end };
  return findings
    .map((finding): Finding => {
      if (!isEarly(finding)) return finding;
      const { span: home, related = [] } = finding;
      return { ...finding, span, home, related: [{ span: home, message: NOT_COMPLETE }, ...related] };
    })
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

const NOT_COMPLETE = { en: "This is not complete yet.", vi: "Chỗ này chưa viết đủ." };

const AWAITING = new Map(RULES.flatMap(({ id, awaits }) => (awaits ? [[id, awaits]] : [])));

/** The last line, where no line break ends it; else the last one that holds something, where that is a lone key or dash. */
function brokenOffLine(text: string): Span | undefined {
  // Half a `\r\n` is none.
  if (!text.endsWith("\n")) return { start: lineStart(text, text.length), end: text.length };
  const end = text.trimEnd().length;
  const start = lineStart(text, end);
  return /^\s*(?:- +)*(?:-|[^\s:#]+:)$/.test(text.slice(start, end)) ? { start, end } : undefined;
}

/** A part of the text that may go on. What is written below it belongs to it from this column on. */
interface Block {
  readonly node: YNode | YPair;
  readonly column: number;
}

/** What a finding at this offset is about: the value below a key, else the fields that stand together. */
function blockAt(root: YNode, offset: number, text: string): Block {
  let node: YNode | null | undefined = root;
  let block: Block = { node: root, column: 0 };
  let isItem = false;
  while (node?.type === "map" || node?.type === "seq") {
    if (node.type === "seq") {
      node = node.items.find((each) => touches(each, offset))?.value;
      isItem = true;
      continue;
    }
    block = { node, column: columnOf(text, node.start) };
    const pair: YPair | undefined = node.entries.find((each) => touches(each, offset));
    if (!pair) return block;
    if (touches(pair.key, offset)) {
      // The first field of an item stands for the item, any other key with something below it for itself.
      const isItself = !(isItem && pair === node.entries[0]) && pair.value?.type !== "scalar";
      return isItself ? { node: pair, column: columnOf(text, pair.start) + 1 } : block;
    }
    node = pair.value;
    isItem = false;
  }
  return block;
}

/** Whether what somebody types at the caret belongs to the block, and nothing of the block stands below. */
function isOpen({ node, column }: Block, text: string, caret: number): boolean {
  if (isClosed(node, text)) return node.start < caret && caret < node.end && isBlank(text.slice(caret, node.end));
  const start = lineStart(text, caret);
  const end = lineEnd(text, caret);
  if (node.start >= end || !isBlank(text.slice(node.end, start)) || !isBlank(text.slice(end, node.end))) return false;
  if (node.start >= start) return true;
  const line = text.slice(start, end);
  const indent = line.length - line.trimStart().length;
  const isBelowKey = line[indent] === "-" && indent === column - 1;
  return isBlank(line) || indent >= column || isBelowKey;
}

/** Written in brackets, the last of which is there. */
function isClosed(node: YNode | YPair, text: string): boolean {
  const value = "key" in node ? node.value : node;
  if (!value || value.type === "scalar" || value.type === "alias" || !value.flow) return false;
  const last = value.type === "map" ? value.entries.at(-1) : value.items.at(-1);
  return /[\]}]/.test(text.slice(Math.max(last?.end ?? 0, value.start + 1), value.end));
}

/** Nothing but space, comments and brackets that an editor has put there. */
const isBlank = (text: string): boolean => /^(?:[\s,\]}]|#.*(?:[\r\n]|$))*$/.test(text);
