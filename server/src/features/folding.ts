import type { YDocument } from "../yaml/document.ts";
import type { YNode, YPair } from "../yaml/node.ts";

/** Lines count from the document's start; both ends are part of the fold. */
export interface FoldingRange {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: "comment" | "region";
}

/** The document, every key or item that goes on below its line, block scalars among them, and runs of comments. */
export function foldingRanges(doc: YDocument): readonly FoldingRange[] {
  const folds = new Folds(doc);
  folds.document();
  folds.node(doc.root, 0);
  folds.comments();
  return folds.ranges();
}

class Folds {
  readonly #doc: YDocument;
  /** Where several folds begin on one line, editors show the longest. */
  readonly #byStart = new Map<number, FoldingRange>();
  readonly #textLines: ReadonlySet<number>;

  constructor(doc: YDocument) {
    this.#doc = doc;
    this.#textLines = blockScalarLines(doc);
  }

  ranges(): readonly FoldingRange[] {
    return [...this.#byStart.values()].sort((a, b) => a.startLine - b.startLine);
  }

  document(): void {
    const { text } = this.#doc;
    if (this.#doc.root === null || !text.startsWith("---")) return;
    this.#add(0, this.#lineOf(text.trimEnd().length), "region");
  }

  node(node: YNode | null, depth: number): void {
    if (!node || depth > 200) return;
    if (node.type === "map") {
      if (node.flow) this.#span(node.start, node.end);
      for (const entry of node.entries) {
        if (!node.flow) this.#pair(entry);
        this.node(entry.value, depth + 1);
      }
    } else if (node.type === "seq") {
      if (node.flow) this.#span(node.start, node.end);
      for (const item of node.items) {
        if (!node.flow) this.#span(item.start, item.end);
        this.node(item.value, depth + 1);
      }
    }
  }

  comments(): void {
    let from: number | undefined;
    for (let line = 0; line <= this.#doc.lines.lineCount; line++) {
      const isComment = this.#isComment(line);
      if (isComment && from === undefined) from = line;
      if (isComment || from === undefined) continue;
      this.#add(from, line - 1, "comment");
      from = undefined;
    }
  }

  #pair(pair: YPair): void {
    if (pair.value) this.#span(pair.key.start, pair.value.end);
  }

  #span(start: number, end: number): void {
    this.#add(this.#lineOf(start), this.#lineOf(start + this.#doc.text.slice(start, end).trimEnd().length), "region");
  }

  #add(startLine: number, endLine: number, kind: FoldingRange["kind"]): void {
    const before = this.#byStart.get(startLine);
    if (endLine > startLine && endLine > (before?.endLine ?? 0))
      this.#byStart.set(startLine, { startLine, endLine, kind });
  }

  #isComment(line: number): boolean {
    const { text, lines } = this.#doc;
    if (line >= lines.lineCount || this.#textLines.has(line)) return false;
    return /^[ \t]*#/.test(text.slice(lines.startOf(line), lines.startOf(line + 1)));
  }

  #lineOf(offset: number): number {
    return this.#doc.lines.positionAt(offset).line;
  }
}

/** Lines on which `#` is text. */
function blockScalarLines(doc: YDocument): ReadonlySet<number> {
  const found = new Set<number>();
  const visit = (node: YNode | null, depth: number): void => {
    if (!node || depth > 200) return;
    if (node.type === "map") for (const { value } of node.entries) visit(value, depth + 1);
    if (node.type === "seq") for (const { value } of node.items) visit(value, depth + 1);
    if (node.type !== "scalar" || (node.style !== "literal" && node.style !== "folded")) return;
    const last = doc.lines.positionAt(Math.max(node.start, node.end - 1)).line;
    for (let line = doc.lines.positionAt(node.start).line + 1; line <= last; line++) found.add(line);
  };
  visit(doc.root, 0);
  return found;
}
