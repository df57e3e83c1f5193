import { type Span, touches } from "../base/span.ts";
import type { YDocument } from "../yaml/document.ts";
import type { YNode } from "../yaml/node.ts";

/** For each offset the spans around it, innermost first, each within the next. */
export function selectionRanges(doc: YDocument, offsets: readonly number[]): readonly (readonly Span[])[] {
  return offsets.map((offset) => around(doc, offset));
}

function around(doc: YDocument, offset: number): readonly Span[] {
  const outermostFirst: Span[] = [{ start: 0, end: doc.text.length }];
  const add = (span: Span): void => {
    const last = outermostFirst.at(-1);
    const fits = last !== undefined && last.start <= span.start && span.end <= last.end;
    if (fits && touches(span, offset) && span.end - span.start < last.end - last.start) outermostFirst.push(span);
  };
  let node = doc.root;
  for (let depth = 0; node && depth < 200; depth++) {
    add(node);
    const next: YNode | null = stepInto(node, offset, add);
    if (!next && node.type === "scalar" && (node.style === "single" || node.style === "double")) {
      add({ start: node.start + 1, end: node.end - 1 });
    }
    node = next;
  }
  return outermostFirst.reverse().map(({ start, end }) => ({ start, end }));
}

function stepInto(node: YNode, offset: number, add: (span: Span) => void): YNode | null {
  if (node.type === "map") {
    const entry = node.entries.find((pair) => touches(pair, offset));
    if (!entry) return null;
    add(entry);
    return touches(entry.key, offset) ? entry.key : entry.value;
  }
  if (node.type === "seq") {
    const item = node.items.find((each) => touches(each, offset));
    if (!item) return null;
    add(item);
    return item.value;
  }
  return null;
}
