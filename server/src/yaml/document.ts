import { LineIndex } from "../base/lines.ts";
import type { YNode } from "./node.ts";
import type { Problem } from "./problem.ts";
import { read } from "./read.ts";

/** How `{{ … }}` is to be read: as text like any other, or as an opaque piece of a template. */
export type Dialect = "manifest" | "template";

/**
 * One YAML document: a value of its text. Equal text and dialect give an equal document wherever it stands, so a
 * document that an edit did not touch keeps its object, and caches may be keyed by it.
 */
export class YDocument {
  readonly text: string;
  readonly dialect: Dialect;
  #tree: { readonly root: YNode | null; readonly problems: readonly Problem[] } | undefined;
  #lines: LineIndex | undefined;

  constructor(text: string, dialect: Dialect) {
    this.text = text;
    this.dialect = dialect;
  }

  /** Null for an empty document. Read on first use, never throws. */
  get root(): YNode | null {
    return this.#read().root;
  }

  /** Whether the tree exists already, so that asking for it costs nothing. */
  get isRead(): boolean {
    return this.#tree !== undefined;
  }

  get problems(): readonly Problem[] {
    return this.#read().problems;
  }

  get lines(): LineIndex {
    this.#lines ??= new LineIndex(this.text);
    return this.#lines;
  }

  #read(): { readonly root: YNode | null; readonly problems: readonly Problem[] } {
    this.#tree ??= read(this.text, this.dialect);
    return this.#tree;
  }
}
