import type { Span } from "../base/span.ts";
import { draftScalar, type ItemDraft, type NodeDraft, type PairDraft, type ScalarDraft } from "./build.ts";
import {
  BLOCK_STOPS,
  BLOCK_STOPS_TEMPLATE,
  COLON,
  CR,
  DASH,
  DOT,
  HASH,
  isBlank,
  isBreak,
  isKeyCharacter,
  LF,
  OPEN_BRACE,
  PERCENT,
  SPACE,
  TAB,
} from "./chars.ts";
import type { YNode } from "./node.ts";
import { Pile } from "./pile.ts";
import type { Problem, ProblemCode } from "./problem.ts";
import { fitsTag } from "./scalar.ts";
import { Templates } from "./template.ts";

/** No plain scalar is open: the next line cannot continue one. */
export const CLOSED = 1 << 30;

/** The text under the reader, a position in it, and what every part of the reader needs: lines, properties, problems. */
export class Scan {
  readonly text: string;
  readonly length: number;
  /** `{{ … }}` is opaque, and nothing is certain enough to be a problem. */
  readonly template: boolean;
  readonly templates: Templates;
  readonly problems: Problem[] = [];
  readonly anchors = new Map<string, YNode>();
  /** How often an alias was met: only then is its expansion worth counting. */
  aliases = 0;
  /** Pairs that may be merges; their values are known only at the end. */
  readonly merges: PairDraft[] = [];
  readonly pairs = new Pile<PairDraft>();
  readonly items = new Pile<ItemDraft>();
  pos = 0;
  /** Offset at which the line of `pos` begins. */
  lineStart = 0;
  /** Column of the line's first character. Each tab before it counts as one step of indentation. */
  column = 0;
  /** Indentation of the block that owns the plain scalar just read, which a deeper line continues; else `CLOSED`. */
  plainIndent = CLOSED;
  /** Where the text of the last `plain` ended, trailing blanks left out. */
  plainEnd = 0;
  /** Width that a tab probably stands for: the first indentation met in the document. */
  step = 0;
  /** Tag and anchor that the next node takes. */
  tag: string | undefined = undefined;
  anchor: string | undefined = undefined;
  /** Characters that may still be spent on looking far ahead; keeps the whole linear. */
  lookahead: number;
  readonly #stops: Uint8Array;
  /** A carriage return without a line feed somewhere: the slow way to find line ends. */
  readonly #loneReturns: boolean;

  constructor(text: string, template: boolean) {
    this.text = text;
    this.length = text.length;
    this.template = template;
    this.templates = new Templates(text);
    this.lookahead = 4 * text.length;
    this.#stops = template ? BLOCK_STOPS_TEMPLATE : BLOCK_STOPS;
    this.#loneReturns = text.includes("\r") && /\r(?!\n)/.test(text);
  }

  report(code: ProblemCode, start: number, end: number, args: readonly string[] = [], related?: Span): void {
    if (this.template) return;
    const last = this.length;
    const place = related && { start: related.start, end: related.end };
    this.problems.push({ start: Math.min(start, last), end: Math.min(end, last), code, args, related: place });
  }

  /** Text from `offset` on is going to be read again, differently. */
  forgetProblems(offset: number): void {
    const { problems } = this;
    while ((problems[problems.length - 1]?.start ?? -1) >= offset) problems.pop();
  }

  /** The code at an offset; past the end a line feed, so that the end of the text ends a line. */
  code(offset: number): number {
    return offset < this.length ? this.text.charCodeAt(offset) : LF;
  }

  /** End of the line that holds `offset`, its line break left out. */
  lineEnd(offset: number): number {
    if (this.#loneReturns) {
      let i = offset;
      while (i < this.length && !isBreak(this.text.charCodeAt(i))) i++;
      return i;
    }
    const feed = this.text.indexOf("\n", offset);
    if (feed < 0) return this.length > offset && this.code(this.length - 1) === CR ? this.length - 1 : this.length;
    return feed > offset && this.text.charCodeAt(feed - 1) === CR ? feed - 1 : feed;
  }

  /** The same without trailing blanks. */
  trimmedLineEnd(offset: number): number {
    let end = this.lineEnd(offset);
    while (end > offset && isBlank(this.text.charCodeAt(end - 1))) end--;
    return end;
  }

  /** Offset behind the line break at `offset`. */
  afterBreak(offset: number): number {
    if (offset >= this.length) return this.length;
    return this.text.charCodeAt(offset) === CR && this.code(offset + 1) === LF ? offset + 2 : offset + 1;
  }

  skipBlanks(offset: number): number {
    let i = offset;
    while (i < this.length && isBlank(this.text.charCodeAt(i))) i++;
    return i;
  }

  /** `---` or `...` at the start of a line, with a blank or nothing behind it. */
  isMarker(offset: number): boolean {
    const code = this.code(offset);
    if (code !== DASH && code !== DOT) return false;
    if (this.code(offset + 1) !== code || this.code(offset + 2) !== code || offset + 3 > this.length) return false;
    const behind = this.code(offset + 3);
    return isBlank(behind) || isBreak(behind);
  }

  /** True where the character at `offset` is an indicator of its own: a blank or the end of the line follows. */
  standsAlone(offset: number): boolean {
    const next = this.code(offset + 1);
    return next === SPACE || next === LF || next === CR || next === TAB;
  }

  /**
   * Reads plain text of one line from `from`. Returns where it stopped: at a line break, the end, a comment's `#`, or a
   * `:` that makes it a key; `plainEnd` is the end of the text itself.
   */
  plain(from: number): number {
    const { text, length } = this;
    const stops = this.#stops;
    let i = from;
    for (; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code > 127 || stops[code] === 0) continue;
      if (code === COLON) {
        if (this.standsAlone(i)) break;
      } else if (code === HASH) {
        if (i > from && isBlank(text.charCodeAt(i - 1))) break;
      } else if (code === OPEN_BRACE) {
        if (this.code(i + 1) === OPEN_BRACE) i = this.templates.end(i) - 1;
      } else break;
    }
    let end = i;
    while (end > from && isBlank(text.charCodeAt(end - 1))) end--;
    this.plainEnd = end;
    return i;
  }

  /** Leaves the line of `pos` and goes to the first character of the next one with content; false at the end. */
  nextLine(): boolean {
    const i = this.pos;
    if (i >= this.length) return false;
    if (this.text.charCodeAt(i) === LF) return this.lineFrom(i + 1);
    return this.lineFrom(this.#restOfLine(i));
  }

  /** Goes to the first line with content, from the line that starts at `offset`. */
  lineFrom(offset: number): boolean {
    const { text, length } = this;
    let i = offset;
    while (i < length) {
      const start = i;
      let code = text.charCodeAt(i);
      while (code === SPACE && ++i < length) code = text.charCodeAt(i);
      if (i >= length) break;
      if (code === LF) {
        i++;
        continue;
      }
      let column = i - start;
      if (code <= OPEN_BRACE) {
        if (code === TAB) {
          const content = this.skipBlanks(i);
          column = this.#tabbedColumn(start, i, content);
          i = content;
          code = this.code(i);
        }
        if (isBreak(code)) {
          i = this.afterBreak(i);
          continue;
        }
        if (code === HASH) {
          this.plainIndent = CLOSED;
          i = this.afterBreak(this.lineEnd(i));
          continue;
        }
        if (code === OPEN_BRACE) {
          const after = this.#templateLine(i);
          if (after >= 0) {
            i = after;
            continue;
          }
        } else if (i === start && this.isMarker(i)) {
          this.pos = i;
          return false;
        }
      }
      this.lineStart = start;
      this.pos = i;
      this.column = column;
      return true;
    }
    this.pos = length;
    return false;
  }

  /** Offset behind a line that holds nothing but `{{ … }}`, which reads like a comment; -1 for any other line. */
  #templateLine(offset: number): number {
    const next = this.code(offset + 1);
    if (next !== OPEN_BRACE && next !== PERCENT) return -1;
    const end = this.templates.onlyActions(offset, this.template);
    if (end < 0) return -1;
    this.report("template-syntax", offset, this.trimmedLineEnd(offset));
    this.plainIndent = CLOSED;
    return this.afterBreak(this.lineEnd(end));
  }

  /** Column of content behind tabs. libyaml refuses a tab here, unless a plain scalar goes on and is indented enough. */
  #tabbedColumn(start: number, tab: number, content: number): number {
    if (tab - start > this.plainIndent) return content - start;
    this.report("tab-indentation", tab, content);
    let column = 0;
    for (let i = start; i < content; i++) column += this.text.charCodeAt(i) === TAB ? this.step || 2 : 1;
    return column;
  }

  /** Offset of the next line; what still stands on this one must be a comment. */
  #restOfLine(offset: number): number {
    const i = this.skipBlanks(offset);
    const code = this.code(i);
    if (isBreak(code)) return this.afterBreak(i);
    this.plainIndent = CLOSED;
    const end = this.lineEnd(i);
    const comment = code === HASH && (i === 0 || isBlank(this.code(i - 1)) || isBreak(this.code(i - 1)));
    if (!comment) this.report("unexpected-text", i, this.trimmedLineEnd(i));
    return this.afterBreak(end);
  }

  /** The scalar, with the properties read before it. */
  scalar(start: number, end: number, style: ScalarDraft["style"], text: string): ScalarDraft {
    const node = draftScalar(start, end, this.tag, this.anchor, style, text);
    if (this.tag !== undefined || this.anchor !== undefined) this.taken(node);
    return node;
  }

  /** Registers a finished node under its anchor, and lets go of the properties that it took. */
  taken(node: Exclude<NodeDraft, { type: "alias" }>): void {
    if (node.anchor !== undefined) this.anchors.set(node.anchor, node);
    if (node.type === "scalar" && !fitsTag(node)) this.report("bad-tag", node.start, node.end, [node.tag ?? ""]);
    this.tag = undefined;
    this.anchor = undefined;
  }

  /** Offset of the `:` when a key such as manifests have begins at `offset`, else -1. For guesses in broken text. */
  keyAt(offset: number): number {
    let i = offset;
    const quote = this.code(i);
    if (quote === 34 || quote === 39) {
      i = this.text.indexOf(String.fromCharCode(quote), offset + 1) + 1;
      if (i === 0 || i > this.lineEnd(offset)) return -1;
    } else while (i < this.length && isKeyCharacter(this.text.charCodeAt(i))) i++;
    if (i === offset) return -1;
    i = this.skipBlanks(i);
    return this.code(i) === COLON && this.standsAlone(i) ? i : -1;
  }
}
