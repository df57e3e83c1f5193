import type { Edit, Span } from "../../base/span.ts";
import type { SchemaCursor } from "../../schema/cursor.ts";
import type { Subject } from "../../workspace/context.ts";
import type { Path, YNode } from "../../yaml/node.ts";
import type { Layout } from "./draft.ts";

interface Common {
  readonly subject: Subject | undefined;
  /** What an accepted item replaces; on one line. */
  readonly replace: Span;
  /** Literal text that goes before what is offered: a line break, indentation, a dash. */
  readonly before: string;
  /** Literal text that goes after it: a comma. */
  readonly after: string;
  /** Edits elsewhere that every item needs: a comma behind the entry before. */
  readonly extra: readonly Edit[];
  /** What the typed text begins with besides the label, such as a quote. */
  readonly filterPrefix: string;
  readonly layout: Layout;
}

/** A key may be written here. */
export interface KeyPlace extends Common {
  readonly kind: "key";
  /** Of the map that gets the key, from the subject's root. */
  readonly path: Path;
  readonly cursor: SchemaCursor | undefined;
  readonly present: ReadonlySet<string>;
  /** "bare": a colon follows already. "colon": a value does, without one. "whole": nothing does. */
  readonly extent: "bare" | "colon" | "whole";
  /** What stands behind the colon already. */
  readonly value: YNode | undefined;
  /** The key opens a new list item: labels say so. */
  readonly newItem: boolean;
}

/** A scalar may be written here. */
export interface ValuePlace extends Common {
  readonly kind: "value";
  /** Of the value itself. */
  readonly path: Path;
  readonly cursor: SchemaCursor | undefined;
  /** Texts of the other items of a list. */
  readonly present: ReadonlySet<string>;
  /** Quotes that stand around the value already. */
  readonly quote: "" | "'" | '"';
}

/** Nothing is written yet but perhaps a word: whole objects fit. */
export interface EmptyPlace extends Common {
  readonly kind: "empty";
}

export type Place = KeyPlace | ValuePlace | EmptyPlace;
