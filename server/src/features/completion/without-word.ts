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
  const above = doc.text.slice(0, line.start);
  const below = doc.text.slice(line.end);
  const own = doc.text.slice(line.start, from) + " ".repeat(word.length) + doc.text.slice(line.contentEnd, line.end);
  const text =
    doc.text.length <= SMALL
      ? above + own + below
      : thinned(above.split("\n").reverse()).reverse().join("\n") + own + thinned(below.split("\n")).join("\n");
  return documentContext(new YDocument(text, doc.dialect), role, catalog, ownSchema(context));
}

/**
 * Lines from the cursor outwards, those far away made blank unless they stand beside or around what is near: the keys
 * and items that the cursor's own objects and lists hold, without what is in them.
 */
function thinned(lines: readonly string[]): readonly string[] {
  let margin = Number.POSITIVE_INFINITY;
  return lines.map((line, distance) => {
    const indentation = line.search(/[^ ]/);
    if (indentation < 0 || line[indentation] === "#" || line[indentation] === "\r") return blank(line);
    margin = Math.min(margin, indentation);
    return distance <= AROUND || indentation <= margin ? line : blank(line);
  });
}

const blank = (line: string): string => " ".repeat(line.length);

/** The schema of a document that is no Kubernetes object. */
const ownSchema = ({ subjects }: DocumentContext) => subjects.find(({ resource }) => !resource)?.cursor;
