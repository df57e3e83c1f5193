import { touches } from "../../base/span.ts";
import type { SchemaCursor } from "../../schema/cursor.ts";
import type { DocumentContext, Subject } from "../../workspace/context.ts";
import { deref, type Path, type YMap, type YNode, type YPair, type YSeq } from "../../yaml/node.ts";
import type { Layout } from "./draft.ts";
import { continuesBelow, type Level, type MapLevel, openLevels, type RootSchema } from "./levels.ts";
import { type Line, lineAt } from "./line.ts";
import type { KeyPlace, Place, ValuePlace } from "./place.ts";
import type { Style } from "./style.ts";

/** What may be written at a place that is in no flow collection. */
export function blockPlaces(
  context: DocumentContext,
  offset: number,
  style: Style,
  rootSchema: RootSchema,
): readonly Place[] {
  const line = lineAt(context.doc, offset);
  if (line.comment !== undefined && offset > line.comment) return [];
  const levels = openLevels(context, line.start, rootSchema);
  const block = new BlockPlaces(context, offset, line, levels, style);
  return block.inText() ? [] : block.places();
}

/** An object's schema and the place of a value in it. */
interface Target {
  readonly subject: Subject | undefined;
  readonly path: Path;
  readonly cursor: SchemaCursor | undefined;
}

class BlockPlaces {
  readonly #context: DocumentContext;
  readonly #offset: number;
  readonly #line: Line;
  readonly #levels: readonly Level[];
  readonly #style: Style;

  constructor(context: DocumentContext, offset: number, line: Line, levels: readonly Level[], style: Style) {
    this.#context = context;
    this.#offset = offset;
    this.#line = line;
    this.#levels = levels;
    this.#style = style;
  }

  /** Within a scalar that began on an earlier line everything is text. */
  inText(): boolean {
    const last = this.#levels.at(-1);
    if (last?.kind !== "scalar") return false;
    const { node, column } = last;
    if (node.style === "literal" || node.style === "folded") return this.#column > column;
    if (node.style !== "plain") return node.end > this.#line.start;
    return this.#column > column && node.end > this.#line.start && !/^[\w-]*$/.test(this.#content);
  }

  places(): readonly Place[] {
    const { dashes, key } = this.#line;
    if (dashes.length > 0) return this.#afterDashes();
    if (key) return this.#onPair(this.#levelOfKey(key.start), key);
    return this.#onOpenLine();
  }

  get #content(): string {
    return this.#context.doc.text.slice(this.#line.content, this.#line.contentEnd);
  }

  /** Of what the line holds, or of the cursor on a line without content. */
  get #column(): number {
    return (this.#line.dashes[0] ?? this.#line.content) - this.#line.start;
  }

  // A line without a colon: what it becomes depends on its column.

  #onOpenLine(): readonly Place[] {
    const { content, contentEnd } = this.#line;
    if (this.#offset < content || this.#offset > contentEnd) return [];
    const must = this.#levels.findLastIndex((level) => continuesBelow(level, this.#line.end));
    const open = this.#levels.slice(Math.max(0, must));
    return this.#atWord(this.#fitting(open));
  }

  #fitting(open: readonly Level[]): readonly Place[] {
    const places = this.#inSlot(open.at(-1));
    const exact = open.filter((level) => level.kind !== "slot" && level.column === this.#column);
    for (const level of exact) places.push(...this.#inLevel(level));
    if (places.length > 0) return places;
    const collections = open.filter((level) => level.kind === "map" || level.kind === "seq");
    const nearest = collections.findLast(({ column }) => column < this.#column) ?? collections[0];
    return nearest ? this.#inLevel(nearest) : [];
  }

  /** `image ngi`: behind the first word stands what may be a value, but nothing says so. */
  #atWord(places: readonly Place[]): readonly Place[] {
    return this.#offset <= this.#wordEnd ? places : places.filter(({ kind }) => kind === "value");
  }

  get #wordEnd(): number {
    const space = this.#content.search(/\s/);
    return space < 0 ? this.#line.contentEnd : this.#line.content + space;
  }

  #inSlot(slot: Level | undefined): Place[] {
    if (slot?.kind !== "slot") return [];
    const type = slot.cursor?.type;
    const deeper = this.#column > slot.column;
    if (type === "list") {
      if (!deeper && (slot.owner === "item" || this.#column < slot.column)) return [];
      const item = slot.cursor?.item();
      return this.#newItem({ ...slot, path: [...slot.path, 0], cursor: item }, this.#column, undefined);
    }
    if (!deeper) return [];
    if (type === "object" || type === "map") return [this.#key(slot, undefined, this.#column)];
    return type === undefined || type === "any" ? [] : [this.#value(slot, this.#indented(this.#column, ""), undefined)];
  }

  #inLevel(level: Level): readonly Place[] {
    if (level.kind === "map") return [this.#key(level, level.node, level.column)];
    if (level.kind !== "seq") return [];
    const item = { ...level, path: [...level.path, level.node.items.length], cursor: level.cursor?.item() };
    return this.#newItem(item, level.column, level.node);
  }

  #newItem(item: Target, column: number, seq: YSeq | undefined): Place[] {
    if (!isMapLike(item.cursor)) return [this.#value(item, this.#indented(column, "- "), seq)];
    const edit = this.#indented(column, "- ", this.#wordEnd);
    return [{ ...this.#key(item, undefined, column + 2), ...edit, newItem: true }];
  }

  // Behind dashes.

  #afterDashes(): readonly Place[] {
    const { dashes, key, content } = this.#line;
    let item = this.#itemAt(dashes[0] ?? content);
    for (const dash of dashes.slice(1)) item = item && nestedItem(item, dash);
    if (!item || this.#offset <= (dashes.at(-1) ?? 0)) return [];
    const node = item.node;
    if (key) {
      const map = node?.type === "map" ? node : undefined;
      return this.#onPair(map && { ...item, node: map }, key);
    }
    if (this.#offset < content || this.#offset > this.#line.contentEnd) return [];
    const before = this.#context.doc.text[content - 1] === "-" ? " " : "";
    const column = content - this.#line.start + before.length;
    if (isMapLike(item.cursor)) {
      const map = node?.type === "map" ? node : undefined;
      return this.#atWord([
        { ...this.#key(item, map, column), replace: { start: content, end: this.#wordEnd }, before },
      ]);
    }
    return [this.#value(item, { replace: { start: content, end: this.#line.contentEnd }, before }, item.seq)];
  }

  #itemAt(dash: number): Item | undefined {
    const column = dash - this.#line.start;
    const level = this.#levels.findLast((each) => each.kind === "seq" && each.column === column);
    if (level?.kind === "seq") return itemOf(level, level.node, dash);
    const slot = this.#levels.at(-1);
    if (slot?.kind !== "slot" || slot.cursor?.type !== "list" || column < slot.column) return undefined;
    return { ...slot, path: [...slot.path, 0], cursor: slot.cursor.item(), node: undefined, seq: undefined };
  }

  // On a line with a key and a colon.

  #levelOfKey(start: number): (Target & { readonly node: YMap }) | undefined {
    const holds = (level: Level): level is MapLevel =>
      level.kind === "map" && level.node.entries.some(({ key }) => key.start === start);
    return this.#levels.findLast(holds);
  }

  #onPair(holder: (Target & { readonly node: YMap }) | undefined, key: NonNullable<Line["key"]>): readonly Place[] {
    if (!holder) return [];
    const pair = holder.node.entries.find((entry) => entry.key.start === key.start);
    if (touches(key, this.#offset)) return [this.#existingKey(holder, key)];
    if (!pair || this.#offset <= key.colon) return [];
    const cursor = holder.cursor?.child(key.text);
    const target = { ...holder, path: [...holder.path, key.text], cursor };
    return this.#afterColon(target, pair, key);
  }

  #existingKey(holder: Target & { readonly node: YMap }, key: NonNullable<Line["key"]>): Place {
    const place = this.#key(holder, holder.node, key.start - this.#line.start);
    const present = new Set(place.present);
    present.delete(key.text);
    return { ...place, present, replace: { start: key.start, end: key.end }, before: "", extent: "bare" };
  }

  #afterColon(target: Target, pair: YPair, key: NonNullable<Line["key"]>): readonly Place[] {
    const { value } = pair;
    const inLine = value !== null && value.start <= this.#line.end;
    if (value && !(inLine && value.type === "scalar" && value.end <= this.#line.end)) return [];
    if (value && this.#offset > value.end) return [];
    const start = value ? Math.min(value.start, this.#offset) : this.#offset;
    const replace = { start, end: value ? value.end : this.#offset };
    const before = this.#context.doc.text[start - 1] === ":" ? " " : "";
    if (!value && (isMapLike(target.cursor) || target.cursor?.type === "list")) {
      return this.#onNextLine(target, key);
    }
    return [this.#value(target, { replace, before }, undefined, value)];
  }

  /** An object or list begins below its key, wherever on the key's line it was asked for. */
  #onNextLine(target: Target, key: NonNullable<Line["key"]>): readonly Place[] {
    if (this.#line.comment !== undefined) return [];
    const replace = { start: key.colon + 1, end: this.#line.end };
    const column = key.start - this.#line.start;
    if (target.cursor?.type !== "list") {
      const inner = column + this.#style.step;
      return [{ ...this.#key(target, undefined, inner), replace, before: `\n${" ".repeat(inner)}` }];
    }
    const dash = column + this.#style.listIndent;
    const edit = { replace, before: `\n${" ".repeat(dash)}- ` };
    const item = { ...target, path: [...target.path, 0], cursor: target.cursor.item() };
    if (!isMapLike(item.cursor)) return [this.#value(item, edit, undefined)];
    return [{ ...this.#key(item, undefined, dash + 2), ...edit, newItem: true }];
  }

  // The parts of places.

  /** Text that begins on the cursor's line at `column`: where it differs from what stands there, indentation is replaced. */
  #indented(column: number, dash: string, wordEnd = this.#line.contentEnd): Pick<KeyPlace, "replace" | "before"> {
    const { start, content, contentEnd, end } = this.#line;
    const blank = content === contentEnd && this.#context.doc.text.slice(contentEnd, end).trim() === "";
    const to = blank ? end : wordEnd;
    if (column === content - start) return { replace: { start: content, end: to }, before: dash };
    return { replace: { start, end: to }, before: " ".repeat(column) + dash };
  }

  #key(target: Target, map: YMap | undefined, column: number): KeyPlace {
    const { subject, path, cursor } = target;
    const edit = this.#indented(column, "", this.#wordEnd);
    const typed = map?.entries.find(({ key }) => touches(key, this.#offset));
    const present = (map?.entries ?? []).filter((entry) => entry !== typed).map(({ key }) => key.text);
    const { step, listIndent } = this.#style;
    const layout: Layout = { form: "block", column, step, listIndent, lines: true };
    return {
      kind: "key",
      subject,
      path,
      cursor,
      ...edit,
      after: "",
      filterPrefix: "",
      layout,
      present: new Set(present),
      extent: this.#wordEnd < this.#line.contentEnd || this.#hasContentBelow(column) ? "colon" : "whole",
      newItem: false,
    };
  }

  /** The next line of content is indented like something that belongs under a key at `column`. */
  #hasContentBelow(column: number): boolean {
    const rest = this.#context.doc.text.slice(this.#line.end, this.#line.end + 4000);
    const next = /^(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n))*( *)(- )?(?=\S)/.exec(rest);
    if (!next || next[0] === "") return false;
    return (next[1]?.length ?? 0) > column;
  }

  #value(
    target: Target,
    edit: { readonly replace: ValuePlace["replace"]; readonly before: string },
    seq: YSeq | undefined,
    value?: YNode | null,
  ): ValuePlace {
    const { subject, path, cursor } = target;
    const style = value?.type === "scalar" ? value.style : undefined;
    const quote = style === "double" ? '"' : style === "single" ? "'" : "";
    const others = (seq?.items ?? [])
      .map((item) => item.value)
      .filter((item) => !(item && touches(item, this.#offset)));
    const texts = others.flatMap((item) => (item?.type === "scalar" ? [item.text] : []));
    const { step, listIndent } = this.#style;
    return {
      kind: "value",
      subject,
      path,
      cursor,
      ...edit,
      after: "",
      filterPrefix: quote,
      layout: { form: "block", column: 0, step, listIndent, lines: true },
      present: new Set(texts),
      quote,
    };
  }
}

interface Item extends Target {
  readonly node: YNode | undefined;
  readonly seq: YSeq | undefined;
}

function itemOf(target: Target, seq: YSeq, dash: number): Item {
  const index = seq.items.findIndex(({ start }) => start === dash);
  const node = deref(seq.items[index]?.value);
  const path = [...target.path, index < 0 ? seq.items.length : index];
  return { subject: target.subject, path, cursor: target.cursor?.item(), node, seq };
}

const nestedItem = (item: Item, dash: number): Item | undefined =>
  item.node?.type === "seq" ? itemOf(item, item.node, dash) : undefined;

const isMapLike = (cursor: SchemaCursor | undefined): boolean => cursor?.type === "object" || cursor?.type === "map";
