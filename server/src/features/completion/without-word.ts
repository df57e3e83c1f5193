import { type DocumentContext, documentContext } from "../../workspace/context.ts";
import { YDocument } from "../../yaml/document.ts";
import { nearLineInPlace } from "../../yaml/near-line.ts";
import type { Line } from "./line.ts";

/** Documents up to this size are read once more as a whole, larger ones only around the cursor. */
const SMALL = 10_000;

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
      : nearLineInPlace(doc.text, line.start, line.end, own);
  return documentContext(new YDocument(text, doc.dialect), role, catalog, ownSchema(context));
}

/** The schema of a document that is no Kubernetes object. */
const ownSchema = ({ subjects }: DocumentContext) => subjects.find(({ resource }) => !resource)?.cursor;
