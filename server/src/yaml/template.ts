import { BACKTICK, CLOSE_BRACE, DOUBLE_QUOTE, HASH, isBlank, isBreak, LF, OPEN_BRACE, PERCENT } from "./chars.ts";

/** Finds where `{{ … }}` ends, in time linear to the text however broken it is. */
export class Templates {
  readonly #text: string;
  /** No `}}` at or behind this offset. */
  #none: number;
  /** An action was left open to the end of the text: from then on the nearest `}}` counts, quotes or not. */
  #simple = false;
  /** From the first to the second offset no action closes on its line. */
  #openFrom = 0;
  #openTo = 0;

  constructor(text: string) {
    this.#text = text;
    this.#none = text.length;
  }

  /** Offset behind the action that begins at `offset`. One that never ends ends with its line. */
  end(offset: number): number {
    const text = this.#text;
    if (!this.#simple) {
      const end = this.#close(offset + 2);
      if (end >= 0) return end;
      this.#simple = true;
    }
    if (offset < this.#none) {
      const end = text.indexOf("}}", offset + 2);
      if (end >= 0) return end + 2;
      this.#none = offset;
    }
    let i = offset + 2;
    while (i < text.length && !isBreak(text.charCodeAt(i))) i++;
    return i;
  }

  /**
   * End of a run of actions that fills its line from `offset` on, a comment behind it allowed; -1 when other text stands
   * there too. Across lines only if `multiline`; `{% … %}` counts unless it does.
   */
  onlyActions(offset: number, multiline: boolean): number {
    const text = this.#text;
    let i = offset;
    for (;;) {
      if (text.charCodeAt(i) !== OPEN_BRACE) return -1;
      const kind = text.charCodeAt(i + 1);
      if (kind === OPEN_BRACE && multiline) i = this.end(i);
      else if (kind === OPEN_BRACE || (kind === PERCENT && !multiline)) {
        i = this.onLine(i, kind === PERCENT ? "%}" : "}}");
        if (i < 0) return -1;
      } else return -1;
      while (i < text.length && isBlank(text.charCodeAt(i))) i++;
      const code = i < text.length ? text.charCodeAt(i) : LF;
      if (isBreak(code) || code === HASH) return i;
    }
  }

  /** Offset behind the next `closer` on the same line, -1 without one. */
  onLine(offset: number, closer: string): number {
    const text = this.#text;
    if (offset >= this.#openFrom && offset < this.#openTo) return -1;
    const first = closer.charCodeAt(0);
    let i = offset + 2;
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (isBreak(code)) break;
      if (code === first && text.startsWith(closer, i)) return i + 2;
    }
    this.#openFrom = offset;
    this.#openTo = i;
    return -1;
  }

  #close(from: number): number {
    const text = this.#text;
    let i = from;
    const word = text.slice(from, from + 4).match(/^-?\s*\/\*/);
    if (word) {
      const end = text.indexOf("*/", from + word[0].length);
      if (end < 0) return -1;
      i = end + 2;
    }
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === CLOSE_BRACE && text.charCodeAt(i + 1) === CLOSE_BRACE) return i + 2;
      if (code === DOUBLE_QUOTE) i = this.#stringEnd(i);
      else if (code === BACKTICK) {
        const end = text.indexOf("`", i + 1);
        if (end > 0) i = end;
      }
    }
    return -1;
  }

  /** Offset of the closing quote of a Go string, or of the quote itself when the line ends first. */
  #stringEnd(quote: number): number {
    const text = this.#text;
    for (let i = quote + 1; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === DOUBLE_QUOTE) return i;
      if (code === 92) i++;
      if (isBreak(code)) break;
    }
    return quote;
  }
}
