import type { YDocument } from "../../yaml/document.ts";
import { deref, type YNode } from "../../yaml/node.ts";

/** How a document indents. */
export interface Style {
  /** Columns from a key to the keys below it. */
  readonly step: number;
  /** Columns from a key to the dashes below it: 0 when they stand flush. */
  readonly listIndent: number;
}

const USUAL: Style = { step: 2, listIndent: 0 };

/** Learnt from the map and the list nearest to `offset`; two spaces and flush lists where there is nothing to learn. */
export function styleAt(doc: YDocument, offset: number): Style {
  const nearest = new Nearest(doc, offset);
  nearest.visit(doc.root, 0);
  return { step: nearest.step ?? USUAL.step, listIndent: nearest.listIndent ?? USUAL.listIndent };
}

class Nearest {
  step: number | undefined;
  listIndent: number | undefined;
  readonly #doc: YDocument;
  readonly #offset: number;
  #stepDistance = Number.POSITIVE_INFINITY;
  #listDistance = Number.POSITIVE_INFINITY;

  constructor(doc: YDocument, offset: number) {
    this.#doc = doc;
    this.#offset = offset;
  }

  visit(node: YNode | null | undefined, depth: number): void {
    if (!node || node.type === "alias" || depth > 100) return;
    if (node.type === "seq") for (const { value } of node.items) this.visit(value, depth + 1);
    if (node.type !== "map") return;
    for (const { key, value } of node.entries) {
      if (value && !node.flow) this.#learn(key.start, value);
      this.visit(value, depth + 1);
    }
  }

  #learn(keyStart: number, value: YNode): void {
    const child = deref(value);
    if (child !== value || (child.type !== "map" && child.type !== "seq") || child.flow) return;
    const distance = Math.abs(value.start - this.#offset);
    const by = this.#column(value.start) - this.#column(keyStart);
    if (child.type === "seq" && distance < this.#listDistance && by >= 0) {
      this.#listDistance = distance;
      this.listIndent = by;
    }
    if (child.type === "map" && distance < this.#stepDistance && by > 0) {
      this.#stepDistance = distance;
      this.step = by;
    }
  }

  #column(offset: number): number {
    return this.#doc.lines.positionAt(offset).character;
  }
}
