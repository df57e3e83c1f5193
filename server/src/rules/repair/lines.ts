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
    for (let above = this.before(line.number); above; above = this.before(above.number)) {
      if (above.indent < line.indent) return above;
    }
    return undefined;
  }

  /** Number of the last line with content, from `line` on, for which `belongs` holds without a break. */
  run(line: Line, belongs: (next: Line) => boolean): number {
    let last = line.number;
    for (let next = this.after(last); next && belongs(next); next = this.after(last)) last = next.number;
    return last;
  }
}

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
