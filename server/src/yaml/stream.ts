import type { Position, Range } from "../base/lines.ts";
import { never } from "../base/never.ts";
import { BYTE_ORDER_MARK } from "./chars.ts";
import { type Dialect, YDocument } from "./document.ts";
import { isJsonStream, splitDocs } from "./split.ts";

export interface DocumentOffset {
  readonly index: number;
  /** Counted from the start of the document. */
  readonly offset: number;
}

/** The documents of one file. Immutable: an edit gives another stream that shares every document it did not touch. */
export class YStream {
  /** Never empty: a file without content is one empty document. */
  readonly docs: readonly YDocument[];
  readonly dialect: Dialect;
  #text: string | undefined;
  #starts: readonly number[] | undefined;
  #lineStarts: readonly number[] | undefined;
  /** Line breaks in each document. */
  #breaks: readonly number[] | undefined;

  private constructor(docs: readonly YDocument[], dialect: Dialect) {
    this.docs = docs;
    this.dialect = dialect;
  }

  static of(source: string, dialect: Dialect): YStream {
    const stream = new YStream(
      splitDocs(source).map((piece) => new YDocument(piece, dialect)),
      dialect,
    );
    stream.#text = source;
    return stream;
  }

  get text(): string {
    this.#text ??= this.docs.map((doc) => doc.text).join("");
    return this.#text;
  }

  /** Offset in the file at which each document starts. */
  get starts(): readonly number[] {
    this.#starts ??= sums(this.docs.map((doc) => doc.text.length));
    return this.#starts;
  }

  /** Line of the file on which each document starts. */
  get lineStarts(): readonly number[] {
    this.#lineStarts ??= sums(this.#lineBreaks());
    return this.#lineStarts;
  }

  get length(): number {
    const last = this.docs.length - 1;
    return at(this.starts, last) + this.doc(last).text.length;
  }

  doc(index: number): YDocument {
    return this.docs[index] ?? never("a document of the stream");
  }

  /** The document that holds an offset in the file; the last one for the end of the file. */
  docAt(offset: number): DocumentOffset {
    const index = lastAtMost(this.starts, offset);
    const start = at(this.starts, index);
    return { index, offset: Math.max(0, Math.min(offset - start, this.doc(index).text.length)) };
  }

  locate(position: Position): DocumentOffset {
    return this.docAt(this.offsetAt(position));
  }

  /** Offset in the file. A character past the end of its line is taken for the start of the next, as LSP asks. */
  offsetAt(position: Position): number {
    if (position.line < 0) return 0;
    const start = this.#lineStart(position.line);
    return Math.min(start + Math.max(0, position.character), this.#lineStart(position.line + 1));
  }

  positionAt(index: number, offset: number): Position {
    const { line, character } = this.doc(index).lines.positionAt(offset);
    if (line > 0) return { line: line + at(this.lineStarts, index), character };
    // Documents on one line, as concatenated JSON may be.
    const inFile = at(this.starts, index) + character;
    const fileLine = at(this.lineStarts, index);
    return { line: fileLine, character: inFile - this.#lineStart(fileLine) };
  }

  /** The stream after a change. Documents that the change does not touch stay the same objects. */
  edit(range: Range, text: string): YStream {
    const from = this.offsetAt(range.start);
    const to = Math.max(from, this.offsetAt(range.end));
    const first = Math.max(0, this.docAt(from).index - 1);
    const last = Math.min(this.docs.length - 1, this.docAt(to).index + 1);
    const before = at(this.starts, first);
    const old = this.docs.slice(first, last + 1);
    const oldText = old.map((doc) => doc.text).join("");
    const newText = oldText.slice(0, from - before) + text + oldText.slice(to - before);
    const whole = first === 0 && last === this.docs.length - 1;
    if (!whole && this.#cutsAsAWhole(first, newText)) {
      return this.replace(this.text.slice(0, from) + text + this.text.slice(to));
    }
    return this.#splice(first, old, splitDocs(newText));
  }

  /** JSON is cut by its brackets when it begins a file, and a byte order mark is one at the start of a file alone. */
  #cutsAsAWhole(first: number, part: string): boolean {
    return (
      isJsonStream(this.doc(0).text) || isJsonStream(part) || (first > 0 && part.charCodeAt(0) === BYTE_ORDER_MARK)
    );
  }

  /** The stream of a new text; documents at the start and the end that are equal stay the same objects. */
  replace(source: string): YStream {
    if (source === this.text) return this;
    const stream = this.#splice(0, this.docs, splitDocs(source));
    stream.#text = source;
    return stream;
  }

  #splice(first: number, old: readonly YDocument[], pieces: readonly string[]): YStream {
    let equalStart = 0;
    const shorter = Math.min(old.length, pieces.length);
    while (equalStart < shorter && old[equalStart]?.text === pieces[equalStart]) equalStart++;
    let equalEnd = 0;
    while (
      equalEnd < shorter - equalStart &&
      old[old.length - 1 - equalEnd]?.text === pieces[pieces.length - 1 - equalEnd]
    ) {
      equalEnd++;
    }
    const from = first + equalStart;
    const to = first + old.length - equalEnd;
    const added = pieces.slice(equalStart, pieces.length - equalEnd).map((piece) => new YDocument(piece, this.dialect));
    if (added.length === 0 && from === to) return this;
    const stream = new YStream([...this.docs.slice(0, from), ...added, ...this.docs.slice(to)], this.dialect);
    const breaks = this.#breaks;
    if (breaks) {
      stream.#breaks = [...breaks.slice(0, from), ...added.map((doc) => breaksIn(doc.text)), ...breaks.slice(to)];
    }
    return stream;
  }

  #lineBreaks(): readonly number[] {
    this.#breaks ??= this.docs.map((doc) => breaksIn(doc.text));
    return this.#breaks;
  }

  /** Offset in the file at which a line starts; past the last line the end of the file. */
  #lineStart(line: number): number {
    if (line <= 0) return 0;
    // The document that holds the line break before the line.
    const index = Math.max(0, lastAtMost(this.lineStarts, line - 1));
    return at(this.starts, index) + this.doc(index).lines.startOf(line - at(this.lineStarts, index));
  }
}

function at(numbers: readonly number[], index: number): number {
  return numbers[index] ?? never("a document's start");
}

/** For each index the sum of all earlier values. */
function sums(values: readonly number[]): number[] {
  const out: number[] = new Array(values.length);
  let sum = 0;
  for (let i = 0; i < values.length; i++) {
    out[i] = sum;
    sum += values[i] ?? 0;
  }
  return out;
}

/** Index of the last of the ascending numbers that is not above the limit; 0 when all are. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** Counts line breaks as `LineIndex` does. */
function breaksIn(text: string): number {
  let count = 0;
  for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) count++;
  if (!text.includes("\r")) return count;
  for (let i = text.indexOf("\r"); i >= 0; i = text.indexOf("\r", i + 1)) if (text[i + 1] !== "\n") count++;
  return count;
}
