import { type DocumentContext, documentContext } from "../../workspace/context.ts";
import { YDocument } from "../../yaml/document.ts";
import type { Line } from "./line.ts";

/** Reading a document of this size once more takes a few milliseconds; beyond it the recovered tree has to do. */
const LARGEST = 200_000;

/**
 * The document as it was before somebody began to type on the line: spaces stand for the word, so offsets stay. A
 * half-typed key is broken YAML or, worse, changes what the lines around it mean.
 */
export function withoutWord(context: DocumentContext, from: number, line: Line): DocumentContext {
  const { doc, role, catalog } = context;
  const word = doc.text.slice(from, line.contentEnd);
  if (word.trim() === "" || doc.text.length > LARGEST) return context;
  const text = doc.text.slice(0, from) + " ".repeat(word.length) + doc.text.slice(line.contentEnd);
  return documentContext(new YDocument(text, doc.dialect), role, catalog, ownSchema(context));
}

/** The schema of a document that is no Kubernetes object. */
const ownSchema = ({ subjects }: DocumentContext) => subjects.find(({ resource }) => !resource)?.cursor;
