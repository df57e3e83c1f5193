import { type DocumentContext, documentContext } from "../../workspace/context.ts";
import { YDocument } from "../../yaml/document.ts";
import type { Line } from "./line.ts";

/** Documents up to this size are read once more as a whole, larger ones only around the cursor. */
const SMALL = 10_000;

/** Lines on either side of the cursor that are always read. */
const AROUND = 40;

/**
 * The document as it was before somebody began to type on the line: spaces stand for the word, so offsets stay. A
 * half-typed key is broken YAML or, worse, changes what the lines around it mean.
 */
export function withoutWord(context: DocumentContext, from: number, line: Line): DocumentContext {
  const { doc, role, catalog } = context;
  const word = doc.text.slice(from, line.contentEnd);
  if (word.trim() === "") return context;
  const own = doc.text.slice(line.start, from) + " ".repeat(word.length) + doc.text.slice(line.contentEnd, line.end);
  const text =
    doc.text.length <= SMALL
      ? doc.text.slice(0, line.start) + own + doc.text.slice(line.end)
      : above(doc.text, line.start) + own + below(doc.text, line.end);
  return documentContext(new YDocument(text, doc.dialect), role, catalog, ownSchema(context));
}

function above(text: string, lineStart: number): string {
  const near = new Near();
  const parts: string[] = [];
  for (let end = lineStart; end > 0; ) {
    const start = end < 2 ? 0 : text.lastIndexOf("\n", end - 2) + 1;
    parts.push(...near.take(text, start, end));
    end = start;
  }
  return [...parts, ...near.rest()].reverse().join("");
}

function below(text: string, lineEnd: number): string {
  const near = new Near();
  const parts: string[] = [];
  for (let start = lineEnd; start < text.length; ) {
    const next = text.indexOf("\n", start);
    const end = next < 0 ? text.length : next + 1;
    parts.push(...near.take(text, start, end));
    start = end;
  }
  return [...parts, ...near.rest()].join("");
}

/**
 * Takes lines from the cursor outwards. Those far away count only where they stand beside or around what is near: the
 * other keys of the objects that hold the cursor, without what is in them. Spaces stand for the rest.
 */
class Near {
  #margin = Number.POSITIVE_INFINITY;
  #distance = 0;
  #skipped = 0;

  take(text: string, start: number, end: number): readonly string[] {
    if (!this.#counts(text, start)) {
      this.#skipped += end - start;
      return [];
    }
    return [...this.rest(), text.slice(start, end)];
  }

  rest(): readonly string[] {
    const skipped = this.#skipped;
    this.#skipped = 0;
    return skipped > 0 ? [`${" ".repeat(skipped - 1)}\n`] : [];
  }

  #counts(text: string, start: number): boolean {
    let at = start;
    while (text[at] === " ") at++;
    const char = text[at];
    const isNear = this.#distance++ <= AROUND;
    if (char === undefined || char === "\n" || char === "\r" || char === "#") return isNear;
    const indentation = at - start;
    const isBeside = indentation < this.#margin || (indentation === this.#margin && char !== "-");
    // Of the last near line all that it stands in is needed, also where a line nearer to the cursor stands further left.
    this.#margin = isNear ? indentation : Math.min(this.#margin, indentation);
    return isNear || isBeside;
  }
}

/** The schema of a document that is no Kubernetes object. */
const ownSchema = ({ subjects }: DocumentContext) => subjects.find(({ resource }) => !resource)?.cursor;
