import { readBlockScalar } from "./block-scalar.ts";
import { draftItem, draftMap, draftPair, draftScalar, draftSeq, type NodeDraft, type ScalarDraft } from "./build.ts";
import {
  AMPERSAND,
  BANG,
  BYTE_ORDER_MARK,
  COLON,
  DASH,
  DOUBLE_QUOTE,
  GREATER,
  HASH,
  INDICATORS,
  isBlank,
  isBreak,
  isKeyCharacter,
  isLetter,
  isWordCharacter,
  OPEN_BRACE,
  OPEN_BRACKET,
  PIPE,
  QUESTION,
  SINGLE_QUOTE,
  SLASH,
  STAR,
  TAB,
} from "./chars.ts";
import { MAX_DEPTH, readFlow } from "./flow.ts";
import { addPair, keyOf } from "./keys.ts";
import { fitting, Level, MAP, nearest, ROOT, SEQ } from "./level.ts";
import type { YNode } from "./node.ts";
import { readAlias, readProperties } from "./properties.ts";
import { readQuoted } from "./quoted.ts";
import { CLOSED, Scan } from "./scan.ts";

/**
 * Reads indented lines. Each line is matched with the stack of open levels by its column and by whether it begins with
 * a dash; what matches nothing is broken text, and `#misfit` gives it to the level that was most probably meant.
 */
export class BlockReader extends Scan {
  readonly #levels: Level[] = [new Level()];
  #depth = 0;
  #top: Level = this.#level(0);

  /** Reads all lines; `pos` is on the first one with content, or on what stands behind `---`. */
  read(): YNode | null {
    const root = this.#top;
    for (let more = true; more; more = this.nextLine()) this.#line();
    this.#leave(0);
    this.#settle(root);
    return root.slot.value;
  }

  #level(index: number): Level {
    const level = this.#levels[index];
    if (level !== undefined) return level;
    const added = new Level();
    this.#levels[index] = added;
    return added;
  }

  /** Reads one line and all lines that scalars and brackets beginning on it take in. */
  #line(): void {
    const top = this.#top;
    const { column } = this;
    const dash = this.#isDash();
    if (column === top.column) {
      if (dash ? top.kind === SEQ : top.kind === MAP) return this.#entry(top);
      if (dash && top.pending && top.kind === MAP) return this.#node(top, column);
    }
    if (column > top.at) {
      if (top.pending) return this.#node(top, column);
      if (this.plainIndent === top.at) return this.#continue(top);
    } else if (dash && top.pending && top.kind === MAP && column === top.at) return this.#node(top, column);
    const fit = fitting(this.#levels, this.#depth, column, dash ? SEQ : MAP);
    if (fit === 0) return this.#misfit(dash);
    this.#leave(fit);
    this.#entry(this.#top);
  }

  #entry(level: Level): void {
    if (level.pending || level.explicit) this.#settle(level);
    level.at = this.column;
    if (level.kind === SEQ) this.#item(level);
    else this.#pair(level);
  }

  // ---- entries ----

  /** A list item; `pos` is on its dash. */
  #item(level: Level): void {
    const start = this.pos;
    const item = draftItem(start);
    this.items.push(item);
    level.slot = item;
    const depth = this.#depth;
    const column = start + 1 - this.lineStart;
    this.#content(level, start + 1, column);
    if (this.code(start + 1) <= 32) return;
    this.report("missing-space-after-dash", start, start + 1);
    // The lines below may be indented for the blank that is missing, or without it.
    const opened = this.#levels[depth + 1];
    if (this.#depth > depth && opened !== undefined) opened.adopted = column + 1;
  }

  /** What follows an indicator on its line, where a block collection may begin; else the value is on a later line. */
  #content(level: Level, from: number, leastColumn: number): void {
    const i = this.skipBlanks(from);
    const code = this.code(i);
    this.pos = i;
    if (isBreak(code) || code === HASH) {
      level.pending = true;
      this.plainIndent = CLOSED;
      return;
    }
    if (this.#hasTab(from, i)) this.report("tab-indentation", from, i);
    this.#node(level, Math.max(leastColumn, i - this.lineStart));
  }

  #hasTab(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (this.text.charCodeAt(i) === TAB) return true;
    return false;
  }

  /** A key with what follows; `pos` is on the key. */
  #pair(level: Level): void {
    const start = this.pos;
    const code = this.text.charCodeAt(start);
    if (code < 128 && INDICATORS[code] === 1) return this.#oddPair(level, code);
    const stop = this.plain(start);
    if (stop < this.length && this.text.charCodeAt(stop) === COLON) {
      const key = draftScalar(
        start,
        this.plainEnd,
        undefined,
        undefined,
        "plain",
        this.text.slice(start, this.plainEnd),
      );
      this.#add(level, key, stop);
    } else this.#keyless(level, start);
  }

  #add(level: Level, key: ScalarDraft, colon: number): void {
    const pair = draftPair(key, colon);
    addPair(this, level.base, pair, level);
    level.slot = pair;
    this.pos = colon + 1;
    this.#value(level);
  }

  /** A key that begins with an indicator: quoted, with properties, explicit, an alias, or none at all. */
  #oddPair(level: Level, code: number): void {
    const start = this.pos;
    if (code === QUESTION && this.standsAlone(start)) return this.#explicitKey(level);
    if (code === COLON && this.standsAlone(start)) return this.#explicitValue(level);
    if (code === BANG || code === AMPERSAND) {
      readProperties(this);
      if (this.pos > start) {
        if (isBreak(this.code(this.pos))) return this.#keyless(level, start);
        return this.#pair(level);
      }
    }
    const key = this.#inlineKey(code);
    if (key === undefined) return this.#plainPair(level);
    const colon = this.skipBlanks(this.pos);
    if (this.code(colon) !== COLON) {
      if (key.type === "scalar") return this.#addKeyless(level, key);
      this.report("missing-colon", key.start, key.end, [this.text.slice(key.start, key.end)]);
      return this.#addKeyless(level, keyOf(this, key));
    }
    if (!this.standsAlone(colon))
      this.report("missing-space-after-colon", colon, colon + 1, [this.text.slice(key.start, key.end)]);
    this.#add(level, keyOf(this, key), colon);
  }

  /** Reads a quoted scalar, a bracket or an alias; undefined where the indicator begins plain text after all. */
  #inlineKey(code: number): NodeDraft | undefined {
    const start = this.pos;
    const next = this.code(start + 1);
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return readQuoted(this, { limit: this.column, flow: false });
    if (code === STAR && isWordCharacter(next)) return readAlias(this);
    if ((code === OPEN_BRACE && !this.#isTemplate(start)) || code === OPEN_BRACKET) return readFlow(this, this.column);
    return undefined;
  }

  /** A plain key although it begins with an indicator. */
  #plainPair(level: Level): void {
    const start = this.pos;
    this.#warnOfIndicator(start);
    const stop = this.plain(start);
    if (this.code(stop) !== COLON || stop >= this.length) return this.#keyless(level, start);
    this.#add(level, this.scalar(start, this.plainEnd, "plain", this.text.slice(start, this.plainEnd)), stop);
  }

  /**
   * A line without a `:` where a key belongs. `name:web` and `name web` become pairs; a lone word is a key still being
   * typed, and lines below may already belong to it.
   */
  #keyless(level: Level, start: number): void {
    const { text } = this;
    let i = start;
    while (i < this.plainEnd && isKeyCharacter(text.charCodeAt(i))) i++;
    if (i > start && i < this.plainEnd && text.charCodeAt(i) === COLON && text.charCodeAt(i + 1) !== SLASH) {
      this.report("missing-space-after-colon", i, i + 1, [text.slice(start, i)]);
      return this.#add(level, this.scalar(start, i, "plain", text.slice(start, i)), i);
    }
    let end = i > start && (i === this.plainEnd || isBlank(text.charCodeAt(i))) ? i : this.plainEnd;
    if (end <= start) end = Math.max(start + 1, this.trimmedLineEnd(start));
    this.report("missing-colon", start, end, [text.slice(start, end)]);
    this.pos = end;
    this.#addKeyless(level, this.scalar(start, end, "plain", text.slice(start, end)));
  }

  /** Adds a key whose colon is missing; what follows on the line is its value. */
  #addKeyless(level: Level, key: ScalarDraft): void {
    const pair = draftPair(key, -1);
    addPair(this, level.base, pair, level);
    level.slot = pair;
    this.#value(level);
  }

  #explicitKey(level: Level): void {
    const start = this.pos;
    const pair = draftPair(draftScalar(start, start, undefined, undefined, "plain", ""), -1);
    this.pairs.push(pair);
    pair.end = start + 1;
    level.slot = pair;
    level.explicit = true;
    this.#content(level, start + 1, this.column + 1);
  }

  /** The `: value` line that belongs to a `? key`. */
  #explicitValue(level: Level): void {
    const colon = this.pos;
    const last = this.pairs.count > level.base ? this.pairs.at(this.pairs.count - 1) : undefined;
    if (last !== undefined && last.colon === -2) {
      last.colon = colon;
      last.end = colon + 1;
      level.slot = last;
    } else {
      const pair = draftPair(keyOf(this, null, colon), colon);
      this.pairs.push(pair);
      level.slot = pair;
    }
    this.#content(level, colon + 1, this.column + 1);
  }

  /** The last entry will get no value any more; properties that waited for one make it empty instead of absent. */
  #settle(level: Level): void {
    if (level.pending && (level.tag !== undefined || level.anchor !== undefined)) {
      this.tag = level.tag;
      this.anchor = level.anchor;
      level.tag = undefined;
      level.anchor = undefined;
      const end = level.propertiesEnd;
      level.slot.value = this.scalar(end, end, "plain", "");
      level.slot.end = end;
    }
    level.pending = false;
    if (!level.explicit) return;
    level.explicit = false;
    const { slot } = level;
    if (!("key" in slot)) return;
    // Only `? ` sets `explicit`, and its slot is a pair whose value is the key so far.
    const isValueNext = this.code(this.pos) === COLON && this.standsAlone(this.pos) && this.column === level.column;
    slot.key = keyOf(this, slot.value as NodeDraft | null, slot.start + 1);
    slot.value = null;
    slot.colon = isValueNext ? -2 : -1;
  }

  // ---- values ----

  /** The value behind a key, on its line; `pos` is behind the colon. */
  #value(level: Level): void {
    const { text, length } = this;
    let i = this.pos;
    let code = 10;
    while (i < length) {
      code = text.charCodeAt(i);
      if (!isBlank(code)) break;
      i++;
    }
    this.pos = i;
    if (i >= length || isBreak(code) || code === HASH) {
      level.pending = true;
      this.plainIndent = CLOSED;
    } else if (code < 128 && INDICATORS[code] === 1) this.#oddValue(level, code);
    else this.#plainValue(level, i);
  }

  #plainValue(level: Level, start: number): void {
    let stop = this.plain(start);
    if (stop < this.length && this.text.charCodeAt(stop) === COLON) {
      stop = this.#restAsText(stop);
      this.report("mapping-in-value", start, this.plainEnd);
    }
    this.pos = stop;
    this.#put(level, this.scalar(start, this.plainEnd, "plain", this.text.slice(start, this.plainEnd)));
    this.plainIndent = level.at;
  }

  /** Takes colons as text too, up to the end of the line or a comment. */
  #restAsText(from: number): number {
    let stop = from;
    while (stop < this.length && this.text.charCodeAt(stop) === COLON) stop = this.plain(stop + 1);
    if (this.plainEnd <= from) this.plainEnd = from + 1;
    return stop;
  }

  #oddValue(level: Level, code: number): void {
    const start = this.pos;
    if (code === DASH && this.standsAlone(start)) {
      this.report("list-in-value", start, start + 1);
      return this.#open(level, SEQ, start - this.lineStart);
    }
    const value = this.#special(level, code);
    if (value === undefined) return;
    const colon = this.skipBlanks(this.pos);
    if (value.type !== "scalar" || value.style === "single" || value.style === "double") {
      if (this.code(colon) === COLON && this.standsAlone(colon)) {
        const end = this.trimmedLineEnd(colon);
        this.report("mapping-in-value", start, end);
        this.pos = end;
      }
    }
    this.#put(level, value);
  }

  /** A value that does not begin as plain text; undefined when it is dealt with already. */
  #special(level: Level, code: number): NodeDraft | undefined {
    const start = this.pos;
    switch (code) {
      case DOUBLE_QUOTE:
      case SINGLE_QUOTE:
        return readQuoted(this, { limit: level.at, flow: false });
      case PIPE:
      case GREATER:
        return readBlockScalar(this, level.at);
      case OPEN_BRACE:
      case OPEN_BRACKET:
        if (!this.#isTemplate(start)) return readFlow(this, level.at);
        break;
      case STAR:
        if (isWordCharacter(this.code(start + 1))) return readAlias(this);
        break;
      case BANG:
      case AMPERSAND:
        readProperties(this);
        if (this.pos > start) return this.#afterProperties(level);
        break;
    }
    this.#warnOfIndicator(start);
    this.#plainValue(level, start);
    return undefined;
  }

  #afterProperties(level: Level): undefined {
    const code = this.code(this.pos);
    if (isBreak(code) || code === HASH) this.#keepProperties(level);
    else this.#value(level);
    return undefined;
  }

  /** The properties stand alone on their line: they belong to what follows below. */
  #keepProperties(level: Level): void {
    level.tag = this.tag ?? level.tag;
    level.anchor = this.anchor ?? level.anchor;
    let end = this.pos;
    while (isBlank(this.code(end - 1))) end--;
    level.propertiesEnd = end;
    this.tag = undefined;
    this.anchor = undefined;
    level.pending = true;
    this.plainIndent = CLOSED;
  }

  /** A node on a line of its own or behind a dash: block collections may begin here. */
  #node(level: Level, column: number): void {
    const start = this.pos;
    const code = this.text.charCodeAt(start);
    if (code < 128 && INDICATORS[code] === 1) return this.#oddNode(level, column, code);
    this.#plainNode(level, column, start);
  }

  #plainNode(level: Level, column: number, start: number): void {
    const stop = this.plain(start);
    if (stop < this.length && this.text.charCodeAt(stop) === COLON) {
      const key = this.scalar(start, this.plainEnd, "plain", this.text.slice(start, this.plainEnd));
      return this.#openWith(level, column, key, stop);
    }
    this.pos = stop;
    this.#put(level, this.scalar(start, this.plainEnd, "plain", this.text.slice(start, this.plainEnd)));
    this.plainIndent = level.at;
  }

  #oddNode(level: Level, column: number, code: number): void {
    const start = this.pos;
    const glued = code === DASH && this.skipBlanks(this.lineStart) === start && this.#isGluedDash(level);
    if (glued || (code === DASH && this.standsAlone(start))) return this.#open(level, SEQ, column);
    if ((code === QUESTION || code === COLON) && this.standsAlone(start)) return this.#open(level, MAP, column);
    if (code === BANG || code === AMPERSAND) {
      readProperties(this);
      const next = this.code(this.pos);
      if (this.pos > start && (isBreak(next) || next === HASH)) return this.#keepProperties(level);
      if (this.pos > start) return this.#node(level, column);
    }
    const key = code === PIPE || code === GREATER ? undefined : this.#inlineKey(code);
    if (key === undefined) {
      if (code === PIPE || code === GREATER) return this.#put(level, readBlockScalar(this, level.at));
      this.#warnOfIndicator(start);
      return this.#plainNode(level, column, start);
    }
    const colon = this.skipBlanks(this.pos);
    const oneLine = this.code(colon) === COLON && this.lineEnd(start) >= colon;
    if (!oneLine || (!this.standsAlone(colon) && key.type !== "scalar")) return this.#put(level, key);
    if (!this.standsAlone(colon))
      this.report("missing-space-after-colon", colon, colon + 1, [this.text.slice(key.start, key.end)]);
    this.#openWith(level, column, keyOf(this, key), colon);
  }

  // ---- levels ----

  #put(level: Level, node: NodeDraft): void {
    if (level.tag !== undefined || level.anchor !== undefined) this.#giveProperties(level, node);
    level.slot.value = node;
    level.slot.end = node.end;
    level.pending = false;
    this.plainIndent = CLOSED;
  }

  #giveProperties(level: Level, node: NodeDraft): void {
    if (node.type !== "alias") {
      node.tag ??= level.tag;
      node.anchor ??= level.anchor;
      this.taken(node);
    }
    level.tag = undefined;
    level.anchor = undefined;
  }

  /** Opens a collection as the value of the level's last entry, and reads its first entry. */
  #open(level: Level, kind: typeof MAP | typeof SEQ, column: number): void {
    const opened = this.#enter(level, kind, column);
    if (opened === undefined) return;
    if (kind === SEQ) this.#item(opened);
    else this.#pair(opened);
  }

  #openWith(level: Level, column: number, key: ScalarDraft, colon: number): void {
    const opened = this.#enter(level, MAP, column, key.start);
    if (opened !== undefined) this.#add(opened, key, colon);
  }

  #enter(parent: Level, kind: typeof MAP | typeof SEQ, column: number, start = this.pos): Level | undefined {
    if (this.#depth >= MAX_DEPTH) {
      this.#tooDeep(parent);
      return undefined;
    }
    const node =
      kind === MAP
        ? draftMap(start, parent.tag, parent.anchor, false)
        : draftSeq(start, parent.tag, parent.anchor, false);
    parent.tag = undefined;
    parent.anchor = undefined;
    parent.slot.value = node;
    parent.pending = false;
    this.#depth++;
    if (column > 0 && this.step === 0) this.step = column;
    const level = this.#level(this.#depth);
    level.open(kind, column, node, kind === MAP ? this.pairs.count : this.items.count);
    this.#top = level;
    this.plainIndent = CLOSED;
    return level;
  }

  #tooDeep(parent: Level): void {
    const start = this.pos;
    const end = this.trimmedLineEnd(start);
    this.report("too-deep", start, end);
    this.pos = end;
    this.#put(parent, this.scalar(start, end, "plain", this.text.slice(start, end)));
  }

  /** Closes all levels deeper than `depth`. */
  #leave(depth: number): void {
    while (this.#depth > depth) {
      const level = this.#top;
      if (level.pending || level.explicit) this.#settle(level);
      const { node } = level;
      node.end = level.slot.end;
      if (node.type === "map") node.entries = this.pairs.take(level.base);
      else node.items = this.items.take(level.base);
      if (node.anchor !== undefined) this.anchors.set(node.anchor, node);
      this.#depth--;
      this.#top = this.#level(this.#depth);
      this.#top.slot.end = node.end;
    }
  }

  // ---- lines that go on or fit nowhere ----

  #isDash(): boolean {
    if (this.text.charCodeAt(this.pos) !== DASH) return false;
    return this.standsAlone(this.pos) || this.#isGluedDash(this.#top);
  }

  /** `-name` among list items, or `-name: x` where a list may begin: the blank was forgotten. */
  #isGluedDash(level: Level): boolean {
    if (!isLetter(this.code(this.pos + 1))) return false;
    if (level.pending && level.kind !== ROOT && this.column >= level.at && this.keyAt(this.pos + 1) >= 0) return true;
    return fitting(this.#levels, this.#depth, this.column, SEQ) > 0;
  }

  /** A line deeper than an entry that ended in plain text goes on with the text, unless it is a key. */
  #continue(level: Level): void {
    const { slot } = level;
    const scalar = slot.value as ScalarDraft; // `plainIndent` says that plain text was read last.
    const start = this.pos;
    let stop = this.plain(start);
    if (stop < this.length && this.text.charCodeAt(stop) === COLON) {
      const prose =
        this.plainEnd > start &&
        this.text.slice(start, this.plainEnd).includes(" ") &&
        !this.#isDash() &&
        this.keyAt(start) < 0;
      if (!prose) return this.#underScalar(level, scalar);
      stop = this.#restAsText(stop);
      this.report("mapping-in-value", start, this.plainEnd);
    }
    let breaks = 0;
    for (let i = scalar.end; i < start; ) {
      const end = this.lineEnd(i);
      if (end >= start) break;
      breaks++;
      i = this.afterBreak(end);
    }
    scalar.text += (breaks < 2 ? " " : "\n".repeat(breaks - 1)) + this.text.slice(start, this.plainEnd);
    scalar.end = this.plainEnd;
    slot.end = scalar.end;
    this.pos = stop;
  }

  /**
   * A key or list below plain text. Text on a line of its own was a key that lacks its colon, and is read again as
   * one; below `key: text` a key is meant as a sibling, and a list as the value.
   */
  #underScalar(level: Level, scalar: ScalarDraft): void {
    const { slot } = level;
    const onKeyLine = "key" in slot && slot.colon >= 0 && this.lineEnd(slot.colon) >= scalar.start;
    if (!onKeyLine) {
      this.pos = scalar.start;
      this.lineStart = this.text.lastIndexOf("\n", scalar.start - 1) + 1;
      this.column = Math.max(0, scalar.start - this.lineStart);
      while (this.problems.length > 0 && (this.problems[this.problems.length - 1]?.start ?? 0) >= scalar.start)
        this.problems.pop();
      slot.value = null;
      const opened = this.#enter(level, MAP, this.column);
      if (opened !== undefined) this.#pair(opened);
      return;
    }
    if (!this.#isDash()) return this.#adopt(this.#depth, "nested-under-scalar", this.plainEnd, scalar);
    this.report("nested-under-scalar", this.pos, this.pos + 1, [String(this.column), String(this.column)], scalar);
    this.#open(level, SEQ, this.column);
  }

  /** Reads a line that no open level expects. */
  #misfit(dash: boolean): void {
    const { column } = this;
    const start = this.pos;
    const level = this.#top;
    const isKey = !dash && (this.keyAt(start) >= 0 || this.#isWord(start));
    if (!dash && !isKey) return this.#stray();
    const index = nearest(this.#levels, this.#depth, column, dash ? SEQ : MAP);
    if (dash) {
      if (index > 0) return this.#adopt(index, "bad-indentation", start + 1);
      return this.#strayList();
    }
    const colon = this.keyAt(start);
    const end = colon < 0 ? this.trimmedLineEnd(start) : this.skipBlanksBack(colon);
    if (index > 0) {
      const { value } = level.slot;
      const scalar = index === this.#depth && column > level.at && value?.type === "scalar";
      return this.#adopt(index, scalar ? "nested-under-scalar" : "bad-indentation", end, scalar ? value : undefined);
    }
    const list = nearest(this.#levels, this.#depth, column, SEQ);
    if (list === 0) return this.#stray();
    this.#itemWithoutDash(list, end);
  }

  /** Takes the line into an open level although its column says otherwise. */
  #adopt(
    index: number,
    code: "bad-indentation" | "nested-under-scalar",
    end: number,
    related?: ScalarDraft | YNode,
  ): void {
    this.#leave(index);
    const level = this.#top;
    this.report(code, this.pos, end, [String(this.column), String(level.column)], related);
    level.adopted = this.column;
    this.#entry(level);
  }

  /** A key below a list that holds no map at this column becomes an item of its own. */
  #itemWithoutDash(index: number, end: number): void {
    this.#leave(index);
    const level = this.#top;
    const { column } = this;
    this.report("bad-indentation", this.pos, end, [String(column), String(level.column + 2)]);
    if (!level.pending) {
      const item = draftItem(this.pos);
      this.items.push(item);
      level.slot = item;
    }
    const opened = this.#enter(level, MAP, level.column + 2);
    if (opened === undefined) return;
    opened.adopted = column;
    opened.at = column;
    this.#pair(opened);
  }

  /** A list item where no list is open: the list replaces a scalar, and is left out where that would lose more. */
  #strayList(): void {
    const level = this.#top;
    const { value } = level.slot;
    this.report(
      "bad-indentation",
      this.pos,
      this.pos + 1,
      [String(this.column), String(Math.max(0, level.column))],
      value ?? undefined,
    );
    if (value !== null && value.type !== "scalar") level.slot = draftItem(this.pos);
    level.at = Math.min(level.at, this.column);
    this.#open(level, SEQ, this.column);
  }

  /** Text that is neither key nor item nor part of a value. */
  #stray(): void {
    const end = Math.max(this.trimmedLineEnd(this.pos), this.pos + 1);
    const last = this.problems[this.problems.length - 1];
    if (last?.code === "unexpected-text" && this.text.slice(last.end, this.pos).trim() === "") {
      this.problems.pop();
      this.report("unexpected-text", last.start, end);
    } else this.report("unexpected-text", this.pos, end);
    this.pos = Math.min(end, this.length);
    this.plainIndent = CLOSED;
  }

  #isWord(start: number): boolean {
    let i = start;
    while (i < this.length && isKeyCharacter(this.text.charCodeAt(i))) i++;
    return i > start && i === this.trimmedLineEnd(start);
  }

  skipBlanksBack(offset: number): number {
    let i = offset;
    while (i > 0 && isBlank(this.text.charCodeAt(i - 1))) i--;
    return i;
  }

  // ---- odds and ends ----

  /** True when plain text that holds `{{ … }}` begins here; in a plain manifest that is a problem of its own. */
  #isTemplate(start: number): boolean {
    if (this.code(start + 1) !== OPEN_BRACE || this.code(start) !== OPEN_BRACE) return false;
    return this.template || this.templates.onLine(start, "}}") >= 0;
  }

  #warnOfIndicator(start: number): void {
    const code = this.code(start);
    if (code === OPEN_BRACE) {
      const end = this.templates.onLine(start, "}}");
      return this.report("template-syntax", start, end < 0 ? start + 2 : end);
    }
    const soft = code === DASH || code === QUESTION || code === COLON;
    if (!soft || this.standsAlone(start))
      this.report("reserved-character", start, start + 1, [this.text.charAt(start)]);
  }
}

/** Offset behind a byte order mark. */
export const afterMark = (text: string): number => (text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0);
