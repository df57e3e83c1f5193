import { readBlockScalar } from "./block-scalar.ts";
import { draftItem, draftPair, draftScalar, type NodeDraft, type ScalarDraft } from "./build.ts";
import {
  AMPERSAND,
  BANG,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
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
} from "./chars.ts";
import { readFlow } from "./flow.ts";
import { addPair, keyOf } from "./keys.ts";
import { type Level, MAP, ROOT, SEQ } from "./level.ts";
import { LevelStack } from "./level-stack.ts";
import { readAlias, readProperties } from "./properties.ts";
import { readQuoted } from "./quoted.ts";
import { CLOSED } from "./scan.ts";

/** Reads the entries of block maps and lists, and the values on their lines. */
export class EntryReader extends LevelStack {
  /** A list item; `pos` is on its dash. */
  protected item(level: Level): void {
    const start = this.pos;
    const item = draftItem(start);
    this.items.push(item);
    level.slot = item;
    const depth = this.depth;
    this.#content(level, start + 1, level.at + 1);
    if (this.code(start + 1) <= 32) return;
    this.report("missing-space-after-dash", start, start + 1);
    // The lines below may be indented for the blank that is missing, or without it.
    const opened = this.levels[depth + 1];
    if (this.depth === depth || opened === undefined) return;
    opened.adopted = level.at + 2;
    opened.at = Math.max(opened.at, opened.adopted);
  }

  /**
   * What follows an indicator on its line, where a block collection may begin; else the value is on a later line.
   * `column` is that of `from`.
   */
  #content(level: Level, from: number, column: number): void {
    const i = this.skipBlanks(from);
    const code = this.code(i);
    this.pos = i;
    if (isBreak(code) || code === HASH) {
      level.pending = true;
      this.plainIndent = CLOSED;
      return;
    }
    if (this.hasTab(from, i)) this.report("tab-indentation", from, i);
    this.node(level, column + i - from);
  }

  /** A key with what follows; `pos` is on the key. */
  protected pair(level: Level): void {
    const start = this.pos;
    const code = this.text.charCodeAt(start);
    if (code < 128 && INDICATORS[code] === 1) return this.#oddPair(level, code);
    const stop = this.plain(start);
    if (stop < this.length && this.text.charCodeAt(stop) === COLON) {
      const key = this.scalar(start, this.plainEnd, "plain", this.text.slice(start, this.plainEnd));
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
        return this.pair(level);
      }
    }
    const key = this.#inlineKey(code, "key");
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
  #inlineKey(code: number, place: "key" | "value"): NodeDraft | undefined {
    const start = this.pos;
    const next = this.code(start + 1);
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return readQuoted(this, { limit: this.column, place });
    if (code === STAR && isWordCharacter(next)) return readAlias(this);
    if ((code === OPEN_BRACE && !this.isTemplate(start)) || code === OPEN_BRACKET) return readFlow(this, this.column);
    return undefined;
  }

  /** A plain key although it begins with an indicator. */
  #plainPair(level: Level): void {
    const start = this.pos;
    const stop = this.plain(start);
    if (this.code(stop) !== COLON || stop >= this.length) {
      const code = this.code(start);
      const inMap = this.pairs.count > level.base;
      const lost = code === COMMA || code === CLOSE_BRACE || code === CLOSE_BRACKET;
      return lost && inMap ? this.stray() : this.#keyless(level, start);
    }
    this.warnOfIndicator(start);
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
      stop = this.restAsText(stop);
      this.report("mapping-in-value", start, this.plainEnd);
    }
    this.pos = stop;
    this.put(level, this.scalar(start, this.plainEnd, "plain", this.text.slice(start, this.plainEnd)));
    this.plainIndent = level.at;
  }

  /** Takes colons as text too, up to the end of the line or a comment. */
  protected restAsText(from: number): number {
    let stop = from;
    while (stop < this.length && this.text.charCodeAt(stop) === COLON) stop = this.plain(stop + 1);
    if (this.plainEnd <= from) this.plainEnd = from + 1;
    return stop;
  }

  #oddValue(level: Level, code: number): void {
    const start = this.pos;
    if (code === DASH && this.standsAlone(start)) {
      this.report("list-in-value", start, start + 1);
      return this.open(level, SEQ, start - this.lineStart);
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
    this.put(level, value);
  }

  /** A value that does not begin as plain text; undefined when it is dealt with already. */
  #special(level: Level, code: number): NodeDraft | undefined {
    const start = this.pos;
    switch (code) {
      case DOUBLE_QUOTE:
      case SINGLE_QUOTE:
        return readQuoted(this, { limit: level.at, place: "value" });
      case PIPE:
      case GREATER:
        return readBlockScalar(this, level.at);
      case OPEN_BRACE:
      case OPEN_BRACKET:
        if (!this.isTemplate(start)) return readFlow(this, level.at);
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
    this.warnOfIndicator(start);
    this.#plainValue(level, start);
    return undefined;
  }

  #afterProperties(level: Level): undefined {
    const code = this.code(this.pos);
    if (isBreak(code) || code === HASH) this.keepProperties(level);
    else this.#value(level);
    return undefined;
  }

  /** A node on a line of its own or behind a dash: block collections may begin here. */
  protected node(level: Level, column: number): void {
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
    if (level.kind === ROOT && this.#isGluedPair(start)) return this.open(level, MAP, column);
    this.pos = stop;
    this.put(level, this.scalar(start, this.plainEnd, "plain", this.text.slice(start, this.plainEnd)));
    this.plainIndent = level.at;
  }

  /** `name:web` at the root, where text alone is no manifest: a blank was forgotten. */
  #isGluedPair(start: number): boolean {
    const { text, plainEnd } = this;
    let i = start;
    while (i < plainEnd && isKeyCharacter(text.charCodeAt(i))) i++;
    const next = this.code(i + 1);
    if (i === start || this.code(i) !== COLON || i + 1 >= plainEnd || next === SLASH || next === HASH) return false;
    return isLetter(text.charCodeAt(start)) && !text.slice(i, plainEnd).includes(" ");
  }

  #oddNode(level: Level, column: number, code: number): void {
    const start = this.pos;
    const ownLine = this.skipBlanks(this.lineStart) === start;
    const glued = code === DASH && ownLine && this.isGluedDash(level);
    if (glued || (code === DASH && this.standsAlone(start))) return this.open(level, SEQ, column);
    if ((code === QUESTION || code === COLON) && this.standsAlone(start)) return this.open(level, MAP, column);
    if (code === BANG || code === AMPERSAND) {
      readProperties(this);
      const next = this.code(this.pos);
      if (this.pos > start && (isBreak(next) || next === HASH)) return this.keepProperties(level);
      if (this.pos > start) return this.node(level, column);
    }
    const key = code === PIPE || code === GREATER ? undefined : this.#inlineKey(code, ownLine ? "key" : "value");
    if (key === undefined) {
      if (code === PIPE || code === GREATER) return this.put(level, readBlockScalar(this, level.at));
      this.warnOfIndicator(start);
      return this.#plainNode(level, column, start);
    }
    const colon = this.skipBlanks(this.pos);
    const oneLine = this.code(colon) === COLON && this.lineEnd(start) >= colon;
    if (!oneLine || (!this.standsAlone(colon) && key.type !== "scalar")) return this.put(level, key);
    if (!this.standsAlone(colon))
      this.report("missing-space-after-colon", colon, colon + 1, [this.text.slice(key.start, key.end)]);
    this.#openWith(level, column, keyOf(this, key), colon);
  }

  /** Opens a collection as the value of the level's last entry, and reads its first entry. */
  protected open(level: Level, kind: typeof MAP | typeof SEQ, column: number): void {
    const opened = this.enter(level, kind, column);
    if (opened === undefined) return;
    if (kind === SEQ) this.item(opened);
    else this.pair(opened);
  }

  #openWith(level: Level, column: number, key: ScalarDraft, colon: number): void {
    const opened = this.enter(level, MAP, column, key.start);
    if (opened !== undefined) this.#add(opened, key, colon);
  }
}
