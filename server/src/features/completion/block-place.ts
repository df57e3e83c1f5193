import { touches } from "../../base/span.ts";
import type { SchemaCursor } from "../../schema/cursor.ts";
import type { DocumentContext, Subject } from "../../workspace/context.ts";
import { deref, type Path, type YMap, type YNode, type YPair, type YSeq } from "../../yaml/node.ts";
import type { Layout } from "./draft.ts";
import { continuesBelow, type Level, type MapLevel, openLevels, type RootSchema, subjectOf } from "./levels.ts";
import { type Below, below, type Line, lineAt } from "./line.ts";
import type { KeyPlace, Place, ValuePlace } from "./place.ts";
import type { Style } from "./style.ts";
import { withoutWord } from "./without-word.ts";

/** What may be written at a place that is in no flow collection. */
export function blockPlaces(
  context: DocumentContext,
  offset: number,
  style: Style,
  rootSchema: RootSchema,
): readonly Place[] {
  const line = lineAt(context.doc, offset);
  const isComment = line.comment !== undefined && line.text.trimStart().startsWith("#");
  if (isComment || (line.comment !== undefined && offset > line.comment)) return [];
  return placesOn(line, context, offset, style, rootSchema).map((place) =>
    context.doc.text[place.replace.end] === "#" ? { ...place, after: " " } : place,
  );
}

function placesOn(
  line: Line,
  context: DocumentContext,
  offset: number,
  style: Style,
  rootSchema: RootSchema,
): readonly Place[] {
  const levels = openLevels(context, line.start, rootSchema);
  if (isInText(levels.at(-1), line, context.doc.text)) return [];
  const asSubject: AsSubject = (node) => subjectOf(node, context, rootSchema);
  if (line.key) return new BlockPlaces(context, offset, line, levels, style, asSubject).onKeyLine(line.key);
  const next = below(context.doc, line);
  const dash = line.dashes[0];
  const last = line.dashes.at(-1);
  // With lines of its own below it, a dash stands where it should; without, its column may still be mended.
  const hasDash =
    dash !== undefined && last !== undefined && next !== undefined && !next.isDash && next.column > dash - line.start;
  const bare = withoutWord(context, dash ?? line.content, line);
  const around = bare === context ? levels : openLevels(bare, line.start, rootSchema);
  if (isInText(around.at(-1), line, context.doc.text)) return [];
  const seen = hasDash ? withoutWord(context, last + 1, line) : bare;
  const before = hasDash ? openLevels(seen, line.start, rootSchema) : around;
  const block = new BlockPlaces(context, offset, line, before, style, (node) => subjectOf(node, seen, rootSchema));
  return hasDash ? block.behindDashes() : block.onOpenLine(next);
}

/** Within a scalar that began on an earlier line everything is text. */
function isInText(last: Level | undefined, line: Line, text: string): boolean {
  if (last?.kind !== "scalar") return false;
  const { node, column } = last;
  const content = line.dashes[0] ?? line.content;
  if (node.style !== "literal" && node.style !== "folded") return node.end > content;
  const goesOn = text.slice(line.end, Math.max(line.end, node.end)).trim() !== "";
  const indentation = line.text.trim() === "" ? content - line.start : line.text.search(/\S/);
  return goesOn || indentation > column;
}

/** An object's schema and the place of a value in it. */
interface Target {
  readonly subject: Subject | undefined;
  readonly path: Path;
  readonly cursor: SchemaCursor | undefined;
}

type AsSubject = (node: YNode | undefined) => Target | undefined;

type MapTarget = Target & { readonly node: YMap };

type Key = NonNullable<Line["key"]>;

class BlockPlaces {
  readonly #context: DocumentContext;
  readonly #offset: number;
  readonly #line: Line;
  readonly #levels: readonly Level[];
  readonly #style: Style;
  readonly #asSubject: AsSubject;

  constructor(
    context: DocumentContext,
    offset: number,
    line: Line,
    levels: readonly Level[],
    style: Style,
    asSubject: AsSubject,
  ) {
    this.#context = context;
    this.#offset = offset;
    this.#line = line;
    this.#levels = levels;
    this.#style = style;
    this.#asSubject = asSubject;
  }

  /** A line without a colon: what it becomes depends on its column, and on what follows. */
  onOpenLine(next: Below | undefined): readonly Place[] {
    const { content, contentEnd, dashes } = this.#line;
    const start = dashes.at(-1) ?? content;
    if (this.#offset < start || this.#offset > contentEnd || (dashes.length > 0 && this.#offset === start)) return [];
    const must = this.#levels.findLastIndex((level) => continuesBelow(level, this.#line.end));
    const open = this.#levels.slice(Math.max(0, must));
    const places = this.#fitting(open, next).filter((place) => dashes.length === 0 || isItem(place));
    return this.#offset <= this.#wordEnd ? places : places.filter(({ kind }) => kind === "value");
  }

  #fitting(open: readonly Level[], next: Below | undefined): readonly Place[] {
    const places = this.#inSlot(open.at(-1), next);
    const exact = open.filter((level) => level.kind !== "slot" && level.column === this.#column);
    for (const level of exact) places.push(...this.#inLevel(level));
    const { dashes } = this.#line;
    const wanted = dashes.length > 0 ? places.filter(isItem) : places;
    if (wanted.length > 0) return wanted;
    const collections = open.filter(({ kind }) => kind === "seq" || (kind === "map" && dashes.length === 0));
    const nearest = collections.findLast(({ column }) => column < this.#column) ?? collections[0];
    return nearest ? this.#inLevel(nearest) : [];
  }

  /** The value of the key above; where it has begun below already, its column is given. */
  #inSlot(slot: Level | undefined, next: Below | undefined): Place[] {
    if (slot?.kind !== "slot") return [];
    const type = slot.cursor?.type;
    const deeper = this.#column > slot.column;
    if (type === "list") {
      if (!deeper && (slot.owner === "item" || this.#column < slot.column)) return [];
      const item = { ...slot, path: [...slot.path, 0], cursor: slot.cursor?.item() };
      return this.#newItem(item, this.#column, undefined);
    }
    if (!deeper || (next && next.column > slot.column)) return [];
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
    const newItem = this.#line.dashes.length === 0;
    return [{ ...this.#key(item, undefined, column + 2), ...edit, newItem }];
  }

  /** Behind dashes that have the rest of their item below them. */
  behindDashes(): readonly Place[] {
    const { dashes, content } = this.#line;
    let item = this.#itemAt(dashes[0] ?? content);
    for (const dash of dashes.slice(1)) item = item && this.#nestedItem(item, dash);
    if (!item || this.#offset < content || this.#offset > this.#wordEnd) return [];
    const before = this.#context.doc.text[content - 1] === "-" ? " " : "";
    const map = item.node?.type === "map" ? item.node : undefined;
    const column = content - this.#line.start + before.length;
    // The other keys of the item stand in a column of their own.
    if (!isMapLike(item.cursor) || (map && this.#columnOf(map.start) !== column)) return [];
    const replace = { start: content, end: this.#wordEnd };
    return [{ ...this.#key(item, map, column), replace, before }];
  }

  #itemAt(dash: number): Item | undefined {
    const column = dash - this.#line.start;
    const level = this.#levels.findLast((each) => each.kind === "seq" && each.column === column);
    return level?.kind === "seq" ? this.#itemOf(level, level.node, dash) : undefined;
  }

  #nestedItem(item: Item, dash: number): Item | undefined {
    return item.node?.type === "seq" ? this.#itemOf(item, item.node, dash) : undefined;
  }

  #itemOf(target: Target, seq: YSeq, dash: number): Item {
    const index = seq.items.findIndex(({ start }) => start === dash);
    const node = deref(seq.items[index]?.value);
    const path = [...target.path, index < 0 ? seq.items.length : index];
    return { subject: target.subject, path, cursor: target.cursor?.item(), node, ...this.#asSubject(node) };
  }

  /** On a line with a key and a colon. */
  onKeyLine(key: Key): readonly Place[] {
    const first = this.#line.dashes[0];
    let item = first === undefined ? undefined : this.#itemAt(first);
    for (const dash of this.#line.dashes.slice(1)) item = item && this.#nestedItem(item, dash);
    const map = item?.node?.type === "map" ? { ...item, node: item.node } : undefined;
    return this.#onPair(first === undefined ? this.#levelOfKey(key.start) : map, key);
  }

  #levelOfKey(start: number): MapTarget | undefined {
    const holds = (level: Level): level is MapLevel =>
      level.kind === "map" && level.node.entries.some(({ key }) => key.start === start);
    return this.#levels.findLast(holds);
  }

  #onPair(holder: MapTarget | undefined, key: Key): readonly Place[] {
    const pair = holder?.node.entries.find((entry) => entry.key.start === key.start);
    if (!holder || !pair) return [];
    if (touches(key, this.#offset)) return [this.#existingKey(holder, pair, key)];
    if (this.#offset <= key.colon) return [];
    const cursor = holder.cursor?.child(key.text);
    return this.#afterColon({ ...holder, path: [...holder.path, key.text], cursor }, pair, key);
  }

  #existingKey(holder: MapTarget, pair: YPair, key: Key): Place {
    const place = this.#key(holder, holder.node, key.start - this.#line.start);
    const present = new Set(place.present);
    present.delete(key.text);
    const replace = { start: key.start, end: key.end };
    return { ...place, present, replace, before: "", extent: "bare", value: pair.value ?? undefined };
  }

  #afterColon(target: Target, pair: YPair, key: Key): readonly Place[] {
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
  #onNextLine(target: Target, key: Key): readonly Place[] {
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

  get #wordEnd(): number {
    const { content, contentEnd } = this.#line;
    const space = this.#context.doc.text.slice(content, contentEnd).search(/\s/);
    return space < 0 ? contentEnd : content + space;
  }

  /** Of what the line holds, or of the cursor on a line without content. */
  get #column(): number {
    return (this.#line.dashes[0] ?? this.#line.content) - this.#line.start;
  }

  #columnOf(offset: number): number {
    return this.#context.doc.lines.positionAt(offset).character;
  }

  /** Text that begins on the cursor's line at `column`; where something else stands there, it is replaced. */
  #indented(column: number, dash: string, wordEnd = this.#line.contentEnd): Pick<KeyPlace, "replace" | "before"> {
    const { start, content, contentEnd, end, dashes } = this.#line;
    const blank = content === contentEnd && this.#context.doc.text.slice(contentEnd, end).trim() === "";
    const to = blank ? end : wordEnd;
    const typed = this.#context.doc.text.slice(start, content);
    const wanted = " ".repeat(column) + dash;
    if (typed === wanted) return { replace: { start: content, end: to }, before: "" };
    if (dashes.length === 0 && column === content - start)
      return { replace: { start: content, end: to }, before: dash };
    return { replace: { start, end: to }, before: wanted };
  }

  #key(target: Target, map: YMap | undefined, column: number): KeyPlace {
    const { subject, path, cursor } = target;
    const typed = map?.entries.find(({ key }) => touches(key, this.#offset));
    const present = (map?.entries ?? []).filter((entry) => entry !== typed).map(({ key }) => key.text);
    const { step, listIndent } = this.#style;
    const layout: Layout = { form: "block", column, step, listIndent, lines: true };
    const hasMore = (below(this.#context.doc, this.#line)?.column ?? 0) > column;
    return {
      kind: "key",
      subject,
      path,
      cursor,
      ...this.#indented(column, "", this.#wordEnd),
      after: "",
      extra: [],
      filterPrefix: "",
      layout,
      present: new Set(present),
      extent: this.#wordEnd < this.#line.contentEnd || hasMore ? "colon" : "whole",
      value: undefined,
      newItem: false,
    };
  }

  #value(
    target: Target,
    edit: Pick<ValuePlace, "replace" | "before">,
    seq: YSeq | undefined,
    value?: YNode | null,
  ): ValuePlace {
    const { subject, path, cursor } = target;
    const typed = this.#context.doc.text[edit.replace.start];
    const quote = value === undefined && this.#line.content < this.#line.contentEnd ? typed : quoteOf(value);
    const others = (seq?.items ?? []).flatMap((item) => (item.value?.type === "scalar" ? [item.value.text] : []));
    const { step, listIndent } = this.#style;
    return {
      kind: "value",
      subject,
      path,
      cursor,
      ...edit,
      after: "",
      extra: [],
      filterPrefix: "",
      layout: { form: "block", column: 0, step, listIndent, lines: true },
      present: new Set(others),
      quote: quote === '"' || quote === "'" ? quote : "",
    };
  }
}

interface Item extends Target {
  readonly node: YNode | undefined;
}

const isMapLike = (cursor: SchemaCursor | undefined): boolean => cursor?.type === "object" || cursor?.type === "map";

/** The place is one for a whole list item. */
const isItem = (place: Place): boolean => place.kind !== "empty" && typeof place.path.at(-1) === "number";

function quoteOf(value: YNode | null | undefined): string {
  if (value?.type !== "scalar") return "";
  return value.style === "double" ? '"' : value.style === "single" ? "'" : "";
}
