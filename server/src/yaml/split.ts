import {
  BACKSLASH,
  BYTE_ORDER_MARK,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  DASH,
  DOUBLE_QUOTE,
  HASH,
  isBlank,
  isBreak,
  OPEN_BRACE,
  OPEN_BRACKET,
  PERCENT,
} from "./chars.ts";

/**
 * Cuts a file into the texts of its YAML documents; joined they are the file again. A line `---` begins a piece, as in
 * k8s.io/apimachinery pkg/util/yaml decoder.go `YAMLReader`, and also with text behind it, as in YAML itself. Comments,
 * directives and blank lines before a first `---` stay with the document they introduce. After a line `...` a piece
 * begins with the next content. JSON objects that follow one another are a piece each.
 */
export function splitDocs(source: string): readonly string[] {
  const starts = (isJsonStream(source) ? jsonStarts(source) : undefined) ?? documentStarts(source);
  if (starts.length === 1) return [source];
  const pieces: string[] = [];
  for (let i = 0; i < starts.length; i++) pieces.push(source.slice(starts[i], starts[i + 1] ?? source.length));
  return pieces;
}

/** True when the first thing in the file is a `{`, and not the `{{` of a template: kubectl then reads JSON. */
export function isJsonStream(source: string): boolean {
  let i = source.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
  while (i < source.length && (isBlank(source.charCodeAt(i)) || isBreak(source.charCodeAt(i)))) i++;
  return source.charCodeAt(i) === OPEN_BRACE && source.charCodeAt(i + 1) !== OPEN_BRACE;
}

function documentStarts(source: string): number[] {
  const starts = [0];
  const markers = new Markers(source);
  let piece = 0;
  /** Behind a `...` line: where a piece begins if anything follows. */
  let open = -1;
  for (let at = markers.next(); at >= 0; at = markers.next()) {
    const begins = source.charCodeAt(at) === DASH;
    if (open >= 0 && (begins || hasContent(source, open, at))) {
      starts.push(open);
      piece = open;
      open = -1;
    }
    if (!begins) open = afterLine(source, at);
    else if (hasContent(source, piece, at)) {
      starts.push(at);
      piece = at;
    }
  }
  if (open >= 0 && hasContent(source, open, source.length)) starts.push(open);
  return starts;
}

/** The lines `---` and `...`, in order. */
class Markers {
  readonly #source: string;
  #dashes: number;
  #dots: number;

  constructor(source: string) {
    this.#source = source;
    const first = source.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0;
    this.#dashes = this.#isMarker("---", first) ? first : this.#find("---", 0);
    this.#dots = this.#isMarker("...", first) ? first : this.#find("...", 0);
  }

  /** Offset of the next marker, -1 when there is no more. */
  next(): number {
    const dashes = this.#dashes;
    const dots = this.#dots;
    if (dashes < 0 && dots < 0) return -1;
    if (dots < 0 || (dashes >= 0 && dashes < dots)) {
      this.#dashes = this.#find("---", dashes);
      return dashes;
    }
    this.#dots = this.#find("...", dots);
    return dots;
  }

  #find(marker: string, from: number): number {
    for (let i = this.#source.indexOf(`\n${marker}`, from); i >= 0; i = this.#source.indexOf(`\n${marker}`, i + 1)) {
      if (this.#isMarker(marker, i + 1)) return i + 1;
    }
    return -1;
  }

  #isMarker(marker: string, at: number): boolean {
    if (!this.#source.startsWith(marker, at)) return false;
    const behind = at + marker.length;
    if (behind >= this.#source.length) return true;
    const code = this.#source.charCodeAt(behind);
    return isBlank(code) || isBreak(code);
  }
}

/** True when there is more than blank lines, comments and directives in the part. */
function hasContent(source: string, from: number, to: number): boolean {
  let i = from;
  while (i < to) {
    const code = source.charCodeAt(i);
    if (code === HASH || (code === PERCENT && (i === from || isBreak(source.charCodeAt(i - 1)))))
      i = afterLine(source, i);
    else if (isBlank(code) || isBreak(code) || code === BYTE_ORDER_MARK) i++;
    else return true;
  }
  return false;
}

function afterLine(source: string, offset: number): number {
  const feed = source.indexOf("\n", offset);
  return feed < 0 ? source.length : feed + 1;
}

/** Starts of JSON objects with nothing but blanks between them; undefined when the text is anything else. */
function jsonStarts(source: string): number[] | undefined {
  const starts = [0];
  let depth = 0;
  let inString = false;
  let ended = false;
  for (let i = source.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0; i < source.length; i++) {
    const code = source.charCodeAt(i);
    if (inString) {
      if (code === BACKSLASH) i++;
      else if (code === DOUBLE_QUOTE) inString = false;
    } else if (depth === 0) {
      if (isBlank(code) || isBreak(code)) continue;
      if (code !== OPEN_BRACE) return undefined;
      if (ended) starts.push(i);
      depth = 1;
    } else if (code === DOUBLE_QUOTE) inString = true;
    else if (code === OPEN_BRACE || code === OPEN_BRACKET) depth++;
    else if (code === CLOSE_BRACE || code === CLOSE_BRACKET) {
      depth--;
      ended = true;
    }
  }
  return depth === 0 ? starts : undefined;
}
