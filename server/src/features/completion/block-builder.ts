import { touches } from "../../base/span.ts";
import type { SchemaCursor } from "../../schema/cursor.ts";
import type { Subject } from "../../workspace/context.ts";
import type { YDocument } from "../../yaml/document.ts";
import type { Path, YMap, YNode, YSeq } from "../../yaml/node.ts";
import type { Layout } from "./draft.ts";
import { below, type Line } from "./line.ts";
import type { KeyPlace, ValuePlace } from "./place.ts";
import type { Style } from "./style.ts";

/** A place in an object and the schema of what stands there. */
export interface Target {
  readonly subject: Subject | undefined;
  readonly path: Path;
  readonly cursor: SchemaCursor | undefined;
}

export type MapTarget = Target & { readonly node: YMap };

export const isMapLike = (cursor: SchemaCursor | undefined): boolean =>
  cursor?.type === "object" || cursor?.type === "map";

export type TextEdit = Pick<KeyPlace, "replace" | "before">;

/** Makes places of one line in block style. */
export class BlockBuilder {
  readonly doc: YDocument;
  readonly offset: number;
  readonly line: Line;
  readonly style: Style;

  constructor(doc: YDocument, offset: number, line: Line, style: Style) {
    this.doc = doc;
    this.offset = offset;
    this.line = line;
    this.style = style;
  }

  /** Of what the line holds, or of the cursor on a line without content. */
  get column(): number {
    return (this.line.dashes[0] ?? this.line.content) - this.line.start;
  }

  get wordEnd(): number {
    const { content, contentEnd } = this.line;
    const space = this.doc.text.slice(content, contentEnd).search(/\s/);
    return space < 0 ? contentEnd : content + space;
  }

  /** Text that begins on the cursor's line at `column`; where something else stands there, it is replaced. */
  indented(column: number, dash: string, wordEnd = this.line.contentEnd): TextEdit {
    const { start, content, contentEnd, end, dashes } = this.line;
    const isBlank = content === contentEnd && this.doc.text.slice(contentEnd, end).trim() === "";
    const to = isBlank ? end : wordEnd;
    const wanted = " ".repeat(column) + dash;
    if (this.doc.text.slice(start, content) === wanted) return { replace: { start: content, end: to }, before: "" };
    const fits = dashes.length === 0 && column === content - start;
    return fits
      ? { replace: { start: content, end: to }, before: dash }
      : { replace: { start, end: to }, before: wanted };
  }

  /** A key of the map at `target`; `map` is what of it is written already. */
  key(target: Target, map: YMap | undefined, column: number): KeyPlace {
    const typed = map?.entries.find(({ key }) => touches(key, this.offset));
    const present = (map?.entries ?? []).filter((entry) => entry !== typed).map(({ key }) => key.text);
    const hasMore = (below(this.doc, this.line)?.column ?? 0) > column;
    return {
      kind: "key",
      ...place(target),
      ...this.indented(column, "", this.wordEnd),
      layout: this.#layout(column),
      present: new Set(present),
      extent: this.wordEnd < this.line.contentEnd || hasMore ? "colon" : "whole",
      value: undefined,
      newItem: false,
    };
  }

  /** A scalar at `target`, in place of `value` or as an item of `seq`. */
  value(target: Target, edit: TextEdit, seq: YSeq | undefined, value?: YNode | null): ValuePlace {
    const typed = this.doc.text[edit.replace.start];
    const quote = value === undefined && this.line.content < this.line.contentEnd ? typed : quoteOf(value);
    const others = (seq?.items ?? []).flatMap((item) => (item.value?.type === "scalar" ? [item.value.text] : []));
    return {
      kind: "value",
      ...place(target),
      ...edit,
      layout: this.#layout(0),
      present: new Set(others),
      quote: quote === '"' || quote === "'" ? quote : "",
    };
  }

  #layout(column: number): Layout {
    const { step, listIndent } = this.style;
    return { form: "block", column, step, listIndent, lines: true };
  }
}

const place = ({ subject, path, cursor }: Target) =>
  ({ subject, path, cursor, after: "", extra: [], filterPrefix: "" }) as const;

function quoteOf(value: YNode | null | undefined): string {
  if (value?.type !== "scalar") return "";
  return value.style === "double" ? '"' : value.style === "single" ? "'" : "";
}
