import { draftItem, draftMap, draftPair, draftSeq, type NodeDraft } from "./build.ts";
import {
  AMPERSAND,
  BANG,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DASH,
  DOUBLE_QUOTE,
  HASH,
  isBlank,
  isBreak,
  isFlowIndicator,
  isIndicator,
  isWordCharacter,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUESTION,
  SINGLE_QUOTE,
  STAR,
} from "./chars.ts";
import { readFlowPlain } from "./flow-plain.ts";
import { addPair, keyOf, type Seen } from "./keys.ts";
import { readAlias, readProperties } from "./properties.ts";
import { readQuoted, type Surroundings } from "./quoted.ts";
import type { Scan } from "./scan.ts";

/** Deeper nesting than any manifest has, and than the stack of those who walk the tree should have to bear. */
export const MAX_DEPTH = 500;

/**
 * Reads the collection whose bracket is at `pos`, JSON included. One that is never closed ends before the line on which
 * the block around it, whose indentation is `limit`, goes on.
 */
export function readFlow(scan: Scan, limit: number): NodeDraft {
  return new FlowReader(scan, limit).collection(0);
}

class FlowReader {
  readonly #scan: Scan;
  readonly #around: Surroundings;
  /** The block goes on at `pos`, or the text ends there: every collection still open ends as well. */
  #broken = false;
  #closers = "";

  constructor(scan: Scan, limit: number) {
    this.#scan = scan;
    this.#around = { limit, place: "flow" };
  }

  collection(depth: number): NodeDraft {
    const scan = this.#scan;
    const start = scan.pos;
    if (depth >= MAX_DEPTH) return this.#tooDeep();
    const isMap = scan.text.charCodeAt(start) === OPEN_BRACE;
    const node = isMap ? draftMap(start, scan.tag, scan.anchor, true) : draftSeq(start, scan.tag, scan.anchor, true);
    const anchor = scan.anchor;
    scan.tag = undefined;
    scan.anchor = undefined;
    scan.pos = start + 1;
    const base = isMap ? scan.pairs.count : scan.items.count;
    this.#entries(start, base, isMap ? CLOSE_BRACE : CLOSE_BRACKET, depth);
    if (node.type === "map") node.entries = scan.pairs.take(base);
    else node.items = scan.items.take(base);
    node.end = scan.pos;
    if (this.#broken) {
      const entries = node.type === "map" ? node.entries : node.items;
      node.end = Math.max(start + 1, entries[entries.length - 1]?.end ?? 0);
      this.#closers += isMap ? "}" : "]";
      if (depth === 0) scan.report("unclosed-flow", start, start + 1, [this.#closers]);
    }
    if (anchor !== undefined) scan.anchors.set(anchor, node);
    return node;
  }

  /** Reads up to and with the closing bracket. */
  #entries(start: number, base: number, closer: number, depth: number): void {
    const scan = this.#scan;
    const seen: Seen = { keys: undefined };
    for (;;) {
      if (!this.#skip()) return;
      const code = scan.text.charCodeAt(scan.pos);
      if (code === closer) {
        scan.pos++;
        return;
      }
      if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
        scan.report("unclosed-flow", start, start + 1, [String.fromCharCode(closer)]);
        if (depth === 0) scan.pos++;
        return;
      }
      if (code === COMMA) {
        scan.report("unexpected-text", scan.pos, scan.pos + 1);
        scan.pos++;
        continue;
      }
      if (closer === CLOSE_BRACE) this.#pair(base, seen, depth);
      else this.#item(depth);
      if (this.#broken || !this.#skip()) return;
      const after = scan.text.charCodeAt(scan.pos);
      if (after === COMMA) scan.pos++;
      else if (after !== CLOSE_BRACE && after !== CLOSE_BRACKET) this.#recover(base, depth);
    }
  }

  /** Neither comma nor bracket follows an entry: the next entry, or a colon too many. */
  #recover(base: number, depth: number): void {
    const scan = this.#scan;
    const pair = scan.pairs.count > base ? scan.pairs.at(scan.pairs.count - 1) : undefined;
    const value = pair?.value;
    if (scan.code(scan.pos) !== COLON || pair === undefined || value == null) {
      return scan.report("missing-comma", scan.pos, scan.pos + 1);
    }
    if (value.type === "scalar" && value.style === "plain") {
      const source = scan.text.slice(value.start, value.end);
      const word = source.search(/\s\S*$/);
      if (word > 0) {
        // `a: 1 b: 2`: the last word is the next key.
        scan.pos = value.start + word + 1;
        const kept = source.slice(0, word).trimEnd();
        pair.value = { ...value, end: value.start + kept.length, text: kept };
        pair.end = pair.value.end;
        return scan.report("missing-comma", scan.pos, scan.pos + 1);
      }
    }
    const dropped = this.#valueAfter(scan.pos, depth);
    scan.report("mapping-in-value", value.start, dropped?.end ?? scan.pos);
  }

  #pair(base: number, seen: Seen, depth: number): void {
    const scan = this.#scan;
    if (scan.code(scan.pos) === QUESTION && scan.standsAlone(scan.pos)) {
      scan.pos++;
      if (!this.#skip()) return;
    }
    const start = scan.pos;
    const key = this.#isColon(false) || this.#isEnd() ? scan.scalar(start, start, "plain", "") : this.#node(depth);
    const adjacent = key.type !== "scalar" || key.style !== "plain";
    const colon = !this.#broken && this.#skip() && this.#isColon(adjacent) ? scan.pos : -1;
    const pair = draftPair(keyOf(scan, key), colon);
    addPair(scan, base, pair, seen);
    if (colon >= 0) pair.value = this.#valueAfter(colon, depth);
    if (pair.value !== null) pair.end = pair.value.end;
  }

  #item(depth: number): void {
    const scan = this.#scan;
    const start = scan.pos;
    const explicit = scan.code(start) === QUESTION && scan.standsAlone(start);
    if (explicit) {
      scan.pos++;
      if (!this.#skip()) return;
    }
    const item = draftItem(start);
    scan.items.push(item);
    const bare = this.#isColon(false) || this.#isEnd();
    const first = bare ? scan.scalar(start, start, "plain", "") : this.#node(depth);
    item.value = first;
    item.end = Math.max(first.end, start);
    if (this.#broken) return;
    const adjacent = first.type !== "scalar" || first.style !== "plain";
    if (!this.#skip()) return;
    const paired = this.#isColon(adjacent);
    if (!paired && !explicit) return;
    const map = draftMap(start, undefined, undefined, true);
    const pair = draftPair(keyOf(scan, first), paired ? scan.pos : -1);
    map.entries.push(pair);
    if (paired) pair.value = this.#valueAfter(scan.pos, depth);
    if (pair.value !== null) pair.end = pair.value.end;
    map.end = pair.end;
    item.value = map;
    item.end = map.end;
  }

  #valueAfter(colon: number, depth: number): NodeDraft | null {
    const scan = this.#scan;
    scan.pos = colon + 1;
    if (!this.#skip()) return null;
    return this.#isEnd() ? null : this.#node(depth);
  }

  #isEnd(): boolean {
    const code = this.#scan.code(this.#scan.pos);
    return code === COMMA || code === CLOSE_BRACE || code === CLOSE_BRACKET;
  }

  /** A `:` that separates; directly behind a quote or bracket it needs no blank after it. */
  #isColon(adjacent: boolean): boolean {
    const scan = this.#scan;
    if (scan.code(scan.pos) !== COLON) return false;
    return adjacent || scan.standsAlone(scan.pos) || isFlowIndicator(scan.code(scan.pos + 1));
  }

  /** Reads at least one character. */
  #node(depth: number): NodeDraft {
    const scan = this.#scan;
    let start = scan.pos;
    let code = scan.code(start);
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return readQuoted(scan, this.#around);
    if (!isIndicator(code)) return readFlowPlain(scan, this.#ends, start);
    if (code === BANG || code === AMPERSAND) {
      readProperties(scan);
      if (scan.pos < scan.length && !this.#skip()) return scan.scalar(scan.pos, scan.pos, "plain", "");
      start = scan.pos;
      code = scan.code(start);
    }
    const next = scan.code(start + 1);
    const hasProperties = scan.tag !== undefined || scan.anchor !== undefined;
    if (hasProperties && (this.#isEnd() || (code === COLON && scan.standsAlone(start)))) {
      return scan.scalar(start, start, "plain", "");
    }
    if (code === OPEN_BRACE && next === OPEN_BRACE) {
      const end = scan.template ? scan.templates.end(start) : scan.templates.onLine(start, "}}");
      if (end >= 0) {
        scan.report("template-syntax", start, end);
        return readFlowPlain(scan, this.#ends, end);
      }
    }
    if (code === OPEN_BRACE || code === OPEN_BRACKET) return this.collection(depth + 1);
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return readQuoted(scan, this.#around);
    if (code === STAR && isWordCharacter(next)) return readAlias(scan);
    return readFlowPlain(scan, this.#ends, start);
  }

  /** Goes over blanks, line breaks and comments; false when the collection cannot go on. */
  #skip(): boolean {
    const scan = this.#scan;
    const { text, length } = scan;
    let i = scan.pos;
    while (i < length) {
      const code = text.charCodeAt(i);
      if (isBlank(code)) i++;
      else if (isBreak(code)) {
        i = scan.afterBreak(i);
        if (this.#ends(i)) break;
      } else if (code === HASH && (i === 0 || isBlank(text.charCodeAt(i - 1)) || isBreak(text.charCodeAt(i - 1)))) {
        i = scan.lineEnd(i);
      } else {
        scan.pos = i;
        return true;
      }
    }
    scan.pos = i > scan.pos ? previousLineEnd(scan, i) : i;
    this.#broken = true;
    return false;
  }

  /** True when the block around goes on with the line that starts at `line`, so that a bracket must be missing. */
  readonly #ends = (line: number): boolean => {
    const scan = this.#scan;
    if (scan.isMarker(line)) return true;
    const start = scan.skipBlanks(line);
    if (start - line > this.#around.limit) return false;
    const dash = scan.code(start) === DASH && scan.standsAlone(start);
    return (dash || scan.keyAt(start) >= 0) && !this.#closesLater(start);
  };

  /** Looks for the bracket that closes the outermost collection before the text ends. */
  #closesLater(from: number): boolean {
    const scan = this.#scan;
    const { text, length } = scan;
    let depth = 1;
    for (let i = from; i < length; i++) {
      if (--scan.lookahead < 0) return false;
      const code = text.charCodeAt(i);
      if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++;
      else if ((code === CLOSE_BRACE || code === CLOSE_BRACKET) && --depth === 0) return true;
    }
    return false;
  }

  /** Steps over a collection that is nested too deep without building it. */
  #tooDeep(): NodeDraft {
    const scan = this.#scan;
    const start = scan.pos;
    scan.report("too-deep", start, start + 1);
    let depth = 0;
    let i = start;
    for (; i < scan.length; i++) {
      const code = scan.text.charCodeAt(i);
      if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++;
      else if ((code === CLOSE_BRACE || code === CLOSE_BRACKET) && --depth === 0) break;
    }
    scan.pos = Math.min(i + 1, scan.length);
    while (isBlank(scan.code(scan.pos - 1)) || isBreak(scan.code(scan.pos - 1))) scan.pos--;
    return scan.scalar(start, scan.pos, "plain", scan.text.slice(start, scan.pos));
  }
}

/** End of the line before the one that starts at `offset`; the end of the text itself stays. */
function previousLineEnd(scan: Scan, offset: number): number {
  let i = offset;
  while (i > 0 && isBreak(scan.code(i - 1)) && i > scan.pos) i--;
  return i;
}
