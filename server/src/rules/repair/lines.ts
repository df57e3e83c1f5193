import type { YDocument } from "../../yaml/document.ts";

/** One line of a document as people indent it: where it starts, its dashes, its key. */
export interface Line {
  readonly number: number;
  /** Offset of the line, and of the end of its text; the line break is not part of it. */
  readonly start: number;
  readonly end: number;
  /** Column of the first character: a dash, if there is one. */
  readonly indent: number;
  /** Column of what follows the dashes. */
  readonly column: number;
  /** Begins with a dash. */
  readonly dash: boolean;
  /** The key that the line begins with. */
  readonly key: string | undefined;
  /** Nothing stands behind the key, or behind the dash: the value is on the lines below. */
  readonly opens: boolean;
  /** A block scalar begins here. */
  readonly text: boolean;
}

/** The lines of a document that hold more than blanks and comments, read when asked for. */
export class Lines {
  readonly doc: YDocument;
  readonly #known = new Map<number, Line | undefined>();
  readonly #runs = new Map<string, number>();

  constructor(doc: YDocument) {
    this.doc = doc;
  }

  /** Undefined for blank lines, comments and document markers. */
  at(number: number): Line | undefined {
    if (!this.#known.has(number)) this.#known.set(number, readLine(this.doc, number));
    return this.#known.get(number);
  }

  /** Column of a comment that has its line for itself. */
  commentAt(number: number): number | undefined {
    const { doc } = this;
    const raw = doc.text.slice(doc.lines.startOf(number), doc.lines.startOf(number + 1));
    const column = raw.search(/[^ ]/);
    return raw.charAt(column) === "#" ? column : undefined;
  }

  of(offset: number): Line | undefined {
    return this.at(this.numberOf(offset));
  }

  numberOf(offset: number): number {
    return this.doc.lines.positionAt(offset).line;
  }

  get count(): number {
    return this.doc.lines.lineCount;
  }

  /** So long that there is little time for each keystroke. */
  get isLong(): boolean {
    return this.count > MANY;
  }

  before(number: number): Line | undefined {
    for (let i = number - 1; i >= 0; i--) {
      const line = this.at(i);
      if (line) return line;
    }
    return undefined;
  }

  after(number: number): Line | undefined {
    for (let i = number + 1; i < this.count; i++) {
      const line = this.at(i);
      if (line) return line;
    }
    return undefined;
  }

  /** The nearest line above that is indented less: a dash counts where it stands. */
  parent(line: Line): Line | undefined {
    return this.above(line.number, line.indent - 1);
  }

  /**
   * The nearest line above that is indented by at most `most`, but for list items in the column `but`. Lines between are
   * only glanced at.
   */
  above(number: number, most: number, but = -1): Line | undefined {
    const { text, lines } = this.doc;
    for (let i = number - 1; i >= 0 && most >= 0; i--) {
      const start = lines.startOf(i);
      let column = 0;
      while (column <= most && text.charCodeAt(start + column) === 32) column++;
      const isOther = column > most || (column === but && text.charCodeAt(start + column) === 45);
      const line = isOther ? undefined : this.at(i);
      if (line) return line;
    }
    return undefined;
  }

  /**
   * Number of the last line, from `line` on, that is deeper than it; `items` lets list items in its column pass too, and
   * `level` all that stand in its column. A very long block counts as its first line, but for a level, which may well be
   * the rest of the document.
   */
  run(line: Line, passes: "deeper" | "items" | "level"): number {
    const name = `${line.number} ${passes}`;
    const known = this.#runs.get(name);
    if (known !== undefined) return known;
    const last = this.#endOf(line, passes);
    this.#runs.set(name, last);
    return last;
  }

  #endOf(line: Line, passes: "deeper" | "items" | "level"): number {
    const { text, lines } = this.doc;
    const { indent } = line;
    const isLevel = passes === "level";
    if (isLevel && indent === 0) return this.before(this.count)?.number ?? line.number;
    const start = lines.startOf(line.number + 1);
    const rest = isLevel ? text : text.slice(0, start + LONG);
    const but = passes === "items" ? `|^ {${indent}}(?!-(?: |$))[^\\s#]` : "";
    const most = passes === "deeper" ? indent : indent - 1;
    const stop = new RegExp(`${most < 0 ? "(?!)" : `^ {0,${most}}[^\\s#]`}${but}`, "gm");
    stop.lastIndex = start;
    const found = start < rest.length ? stop.exec(rest) : null;
    if (!found && rest.length < text.length) return line.number;
    return this.before(found ? this.numberOf(found.index) : this.count)?.number ?? line.number;
  }
}

const MANY = 3000;

/** How far the end of a block is looked for. */
const LONG = 50_000;

const SHAPE =
  /^( *)((?:-(?: +|$))*)(?:("[^"]*"|'[^']*'|[^\s#'"[\]{},&*!|>%@`-][^#]*?|[-&*!][^\s#]+)\s*:(?=\s|$)\s*(.*))?/;

function readLine(doc: YDocument, number: number): Line | undefined {
  const start = doc.lines.startOf(number);
  const raw = doc.text.slice(start, doc.lines.startOf(number + 1)).replace(/[\r\n]+$/, "");
  const trimmed = raw.trimStart();
  if (trimmed === "" || trimmed.startsWith("#") || /^(?:---|\.\.\.)(?:\s|$)/.test(raw)) return undefined;
  const [, indent = "", dashes = "", key, value] = SHAPE.exec(raw) ?? [];
  const rest = (value ?? raw.slice(indent.length + dashes.length)).replace(/(^|\s+)#.*$/, "").trim();
  return {
    number,
    start,
    end: start + raw.length,
    indent: raw.length - trimmed.length,
    column: indent.length + dashes.length,
    dash: dashes !== "",
    key: key?.replace(/^(["'])(.*)\1$/, "$2"),
    opens: rest === "",
    text: /^[|>][-+0-9]*$/.test(rest),
  };
}
