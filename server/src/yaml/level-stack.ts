import { draftMap, draftSeq, type NodeDraft } from "./build.ts";
import { COLON, DASH, isBlank, isLetter, OPEN_BRACE, QUESTION, TAB } from "./chars.ts";
import { MAX_DEPTH } from "./flow.ts";
import { keyOf } from "./keys.ts";
import { fitting, Level, MAP, nearest, ROOT, SEQ } from "./level.ts";
import { CLOSED, Scan } from "./scan.ts";

/** The open block collections, innermost on top, and how they are opened, filled and closed. */
export class LevelStack extends Scan {
  protected readonly levels: Level[] = [new Level()];

  protected depth = 0;

  protected top: Level = this.#level(0);

  #level(index: number): Level {
    const level = this.levels[index];
    if (level !== undefined) return level;
    const added = new Level();
    this.levels[index] = added;
    return added;
  }

  protected put(level: Level, node: NodeDraft): void {
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

  /** The properties stand alone on their line: they belong to what follows below. */
  protected keepProperties(level: Level): void {
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

  /** The last entry will get no value any more; properties that waited for one make it empty instead of absent. */
  protected settle(level: Level): void {
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

  protected enter(parent: Level, kind: typeof MAP | typeof SEQ, column: number, start = this.pos): Level | undefined {
    if (this.depth >= MAX_DEPTH) {
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
    this.depth++;
    if (column > 0 && this.step === 0) this.step = column;
    const level = this.#level(this.depth);
    level.open(kind, column, node, kind === MAP ? this.pairs.count : this.items.count);
    this.top = level;
    this.plainIndent = CLOSED;
    return level;
  }

  #tooDeep(parent: Level): void {
    const start = this.pos;
    const end = this.trimmedLineEnd(start);
    this.report("too-deep", start, end);
    this.pos = end;
    this.put(parent, this.scalar(start, end, "plain", this.text.slice(start, end)));
  }

  /** Closes all levels deeper than `depth`. */
  protected leave(depth: number): void {
    while (this.depth > depth) {
      const level = this.top;
      if (level.pending || level.explicit) this.settle(level);
      const { node } = level;
      node.end = level.slot.end;
      if (node.type === "map") node.entries = this.pairs.take(level.base);
      else node.items = this.items.take(level.base);
      if (node.anchor !== undefined) this.anchors.set(node.anchor, node);
      this.depth--;
      this.top = this.#level(this.depth);
      this.top.slot.end = node.end;
    }
  }

  /** `-name` among list items, or `-name: x` where a list may begin: the blank was forgotten. */
  protected isGluedDash(level: Level): boolean {
    if (!isLetter(this.code(this.pos + 1))) return false;
    const isKey = this.keyAt(this.pos + 1) >= 0;
    if (isKey && level.pending && level.kind !== ROOT && this.column >= level.at) return true;
    if (fitting(this.levels, this.depth, this.column, SEQ) > 0) return true;
    const fits = fitting(this.levels, this.depth, this.column, MAP) > 0;
    return isKey && !fits && nearest(this.levels, this.depth, this.column, SEQ) > 0;
  }

  /** Passes over text that is neither key nor item nor part of a value; lines that follow each other are one problem. */
  protected stray(): void {
    const end = Math.min(this.length, Math.max(this.trimmedLineEnd(this.pos), this.pos + 1));
    const last = this.problems[this.problems.length - 1];
    if (last?.code === "unexpected-text" && this.text.slice(last.end, this.pos).trim() === "") {
      this.problems.pop();
      this.report("unexpected-text", last.start, end);
    } else if (!this.isTabbed()) this.report("unexpected-text", this.pos, end);
    this.pos = end;
    this.plainIndent = CLOSED;
  }

  /** A tab before this line was reported already, and is why the line fits nowhere. */
  protected isTabbed(): boolean {
    const last = this.problems[this.problems.length - 1];
    return last?.code === "tab-indentation" && last.end === this.pos;
  }

  protected hasTab(from: number, to: number): boolean {
    for (let i = from; i < to; i++) if (this.text.charCodeAt(i) === TAB) return true;
    return false;
  }

  /** True when plain text that holds `{{ … }}` begins here; in a plain manifest that is a problem of its own. */
  protected isTemplate(start: number): boolean {
    if (this.code(start + 1) !== OPEN_BRACE || this.code(start) !== OPEN_BRACE) return false;
    return this.template || this.templates.onLine(start, "}}") >= 0;
  }

  protected warnOfIndicator(start: number): void {
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
