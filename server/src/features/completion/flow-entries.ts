import type { Span } from "../../base/span.ts";

/** One entry of a flow collection as its text shows it, however broken: spans without surrounding space. */
export interface FlowEntry {
  readonly span: Span;
  /** The key, or a list's scalar. */
  readonly key: (Span & { readonly text: string }) | undefined;
  readonly colon: number | undefined;
  readonly value: Span | undefined;
  /** The value is a collection. */
  readonly nested: boolean;
}

/**
 * Cuts the text between the brackets at its commas. Beside a cursor a line break separates entries too: a key that is
 * being typed has no comma yet.
 */
export function flowEntries(text: string, collection: Span, cursor: number): readonly FlowEntry[] {
  const cutter = new Cutter(text, collection, cursor);
  return cutter.run();
}

class Cutter {
  readonly #text: string;
  readonly #end: number;
  readonly #cursor: number;
  readonly #entries: FlowEntry[] = [];
  #at: number;
  #from: number;
  #colon: number | undefined;
  #nested = false;

  constructor(text: string, collection: Span, cursor: number) {
    this.#text = text;
    this.#at = collection.start + 1;
    this.#from = this.#at;
    this.#end = collection.end;
    this.#cursor = cursor;
  }

  run(): readonly FlowEntry[] {
    while (this.#at < this.#end) {
      const char = this.#text[this.#at] ?? "";
      if (char === '"' || char === "'") this.#skipQuoted(char);
      else if (char === "{" || char === "[") this.#skipNested();
      else if (char === "}" || char === "]") break;
      else if (char === ",") this.#cut();
      else if (char === "\n" && this.#separates()) this.#cut();
      else {
        if (char === ":" && this.#colon === undefined && this.#endsKey()) this.#colon = this.#at;
        this.#at++;
      }
    }
    this.#push(this.#at);
    return this.#entries;
  }

  /** In JSON the colon may touch the value; elsewhere a space tells it from a colon within a scalar. */
  #endsKey(): boolean {
    const next = this.#text[this.#at + 1] ?? " ";
    return /[\s,}\]]/.test(next) || /["']/.test(this.#text[this.#at - 1] ?? "") || this.#at + 1 >= this.#cursor;
  }

  /** A line break next to the cursor's line, where the entry so far could end. */
  #separates(): boolean {
    const before = this.#text.slice(this.#from, this.#at).trim();
    if (before === "" || /:$/.test(before)) return false;
    const lineEnd = this.#text.indexOf("\n", this.#at + 1);
    const nextLine = this.#at < this.#cursor && (lineEnd < 0 || this.#cursor <= lineEnd);
    const ownLine = this.#cursor <= this.#at && this.#text.lastIndexOf("\n", this.#at - 1) < this.#cursor;
    return nextLine || ownLine;
  }

  #skipQuoted(quote: string): void {
    this.#at++;
    while (this.#at < this.#end && this.#text[this.#at] !== quote && this.#text[this.#at] !== "\n") {
      this.#at += quote === '"' && this.#text[this.#at] === "\\" ? 2 : 1;
    }
    if (this.#text[this.#at] === quote) this.#at++;
  }

  #skipNested(): void {
    this.#nested = true;
    let depth = 0;
    while (this.#at < this.#end) {
      const char = this.#text[this.#at] ?? "";
      if (char === '"' || char === "'") {
        this.#skipQuoted(char);
        continue;
      }
      if (char === "{" || char === "[") depth++;
      if (char === "}" || char === "]") depth--;
      this.#at++;
      if (depth === 0) return;
    }
  }

  #cut(): void {
    this.#push(this.#at);
    this.#at++;
    this.#from = this.#at;
    this.#colon = undefined;
    this.#nested = false;
  }

  #push(to: number): void {
    const span = this.#trimmed(this.#from, to);
    if (span.end <= span.start) return;
    const key = this.#trimmed(span.start, this.#colon ?? span.end);
    const value = this.#colon === undefined ? undefined : this.#trimmed(this.#colon + 1, to);
    this.#entries.push({
      // After a colon the space up to the next comma belongs to the entry: there the value will stand.
      span: value && value.end <= value.start ? { start: span.start, end: to } : span,
      key: { ...key, text: unquoted(this.#text.slice(key.start, key.end)) },
      colon: this.#colon,
      value: value && value.end > value.start ? value : undefined,
      nested: this.#nested,
    });
  }

  #trimmed(from: number, to: number): Span {
    const piece = this.#text.slice(from, to);
    const start = from + (piece.length - piece.trimStart().length);
    return { start, end: Math.max(start, from + piece.trimEnd().length) };
  }
}

const unquoted = (text: string): string => text.replace(/^(["'])(.*?)\1?$/s, "$2");
