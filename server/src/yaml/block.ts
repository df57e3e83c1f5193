import { draftItem, type ScalarDraft } from "./build.ts";
import { COLON, DASH, isBlank, isKeyCharacter } from "./chars.ts";
import { EntryReader } from "./entries.ts";
import { fitting, type Level, MAP, nearest, SEQ } from "./level.ts";
import type { YNode } from "./node.ts";

/**
 * Reads indented lines. Each line is matched with the stack of open levels by its column and by whether it begins with
 * a dash; what matches nothing is broken text, and `#misfit` gives it to the level that was most probably meant.
 */
export class BlockReader extends EntryReader {
  /** Reads all lines; `pos` is on the first one with content, or on what stands behind `---`. */
  read(): YNode | null {
    const root = this.top;
    for (let more = true; more; more = this.nextLine()) this.#line();
    this.leave(0);
    this.settle(root);
    return root.slot.value;
  }

  /** Reads one line and all lines that scalars and brackets beginning on it take in. */
  #line(): void {
    const top = this.top;
    const { column } = this;
    const dash = this.#isDash();
    if (column === top.column || (column === top.adopted && column <= top.at)) {
      if (dash ? top.kind === SEQ : top.kind === MAP) return this.#entry(top);
      if (dash && top.pending && top.kind === MAP) return this.node(top, column);
    }
    if (column > top.at) {
      if (top.pending) return this.node(top, column);
      if (this.plainIndent === top.at) return this.#continue(top);
    } else if (dash && top.pending && top.kind === MAP && column === top.at) return this.node(top, column);
    const fit = fitting(this.levels, this.depth, column, dash ? SEQ : MAP);
    if (fit === 0) return this.#misfit(dash);
    this.leave(fit);
    this.#entry(this.top);
  }

  #entry(level: Level): void {
    if (level.pending || level.explicit) this.settle(level);
    level.at = this.column;
    if (level.kind === SEQ) this.item(level);
    else this.pair(level);
  }

  #isDash(): boolean {
    if (this.text.charCodeAt(this.pos) !== DASH) return false;
    return this.standsAlone(this.pos) || this.isGluedDash(this.top);
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
      stop = this.restAsText(stop);
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
      this.forgetProblems(scalar.start);
      slot.value = null;
      const opened = this.enter(level, MAP, this.column);
      if (opened !== undefined) this.pair(opened);
      return;
    }
    if (!this.#isDash()) return this.#adopt(this.depth, "nested-under-scalar", this.plainEnd, scalar);
    this.report("nested-under-scalar", this.pos, this.pos + 1, [String(this.column), String(this.column)], scalar);
    this.open(level, SEQ, this.column);
  }

  /** Reads a line that no open level expects. */
  #misfit(dash: boolean): void {
    const { column, depth } = this;
    const start = this.pos;
    if (dash) {
      const list = nearest(this.levels, depth, column, SEQ);
      return list > 0 ? this.#adopt(list, "bad-indentation", start + 1) : this.#strayList();
    }
    const { slot, at } = this.top;
    const under = column > at && slot.value?.type === "scalar" ? slot.value : undefined;
    const colon = this.keyAt(start);
    if (colon < 0 && (under !== undefined || !this.#isWord(start))) return this.stray();
    const map = nearest(this.levels, depth, column, MAP);
    // A word alone is still being typed: that its colon is missing says enough.
    const end = colon < 0 ? start : this.#blanksBack(colon);
    if (map === depth && under !== undefined) return this.#adopt(map, "nested-under-scalar", end, under);
    if (map > 0) return this.#adopt(map, "bad-indentation", end);
    const list = nearest(this.levels, depth, column, SEQ);
    if (list > 0) this.#itemWithoutDash(list, end);
    else this.stray();
  }

  /** Takes the line into an open level although its column says otherwise. */
  #adopt(index: number, code: "bad-indentation" | "nested-under-scalar", end: number, related?: YNode): void {
    this.leave(index);
    const level = this.top;
    this.#reportColumn(code, end, level.column, related);
    level.adopted = this.column;
    this.#entry(level);
  }

  #reportColumn(code: "bad-indentation" | "nested-under-scalar", end: number, meant: number, related?: YNode): void {
    if (end > this.pos && !this.isTabbed()) {
      this.report(code, this.pos, end, [String(this.column), String(meant)], related);
    }
  }

  /** A key below a list that holds no map at this column becomes an item of its own. */
  #itemWithoutDash(index: number, end: number): void {
    this.leave(index);
    const level = this.top;
    const { column } = this;
    this.#reportColumn("bad-indentation", end, level.column + 2);
    if (!level.pending) {
      const item = draftItem(this.pos);
      this.items.push(item);
      level.slot = item;
    }
    const opened = this.enter(level, MAP, level.column + 2);
    if (opened === undefined) return;
    opened.adopted = column;
    opened.at = column;
    this.pair(opened);
  }

  /**
   * A list item where no list is open: it belongs to the last key that is not deeper. There a list replaces a scalar,
   * and is left out of the tree where it would replace more.
   */
  #strayList(): void {
    let index = this.depth;
    while (index > 0 && (this.levels[index]?.at ?? 0) > this.column) index--;
    if (index > 0) this.leave(index);
    const level = this.top;
    const { value } = level.slot;
    this.#reportColumn("bad-indentation", this.pos + 1, Math.max(0, level.column), value ?? undefined);
    if (value !== null && value.type !== "scalar") level.slot = draftItem(this.pos);
    level.at = Math.min(level.at, this.column);
    this.open(level, SEQ, this.column);
  }

  #isWord(start: number): boolean {
    let i = start;
    while (i < this.length && isKeyCharacter(this.text.charCodeAt(i))) i++;
    return i > start && i === this.trimmedLineEnd(start);
  }

  #blanksBack(offset: number): number {
    let i = offset;
    while (i > 0 && isBlank(this.text.charCodeAt(i - 1))) i--;
    return i;
  }
}
