import type { SchemaCursor } from "../../schema/cursor.ts";
import type { Texts } from "../../schema/texts.ts";
import type { DocumentContext } from "../../workspace/context.ts";
import { pairOf, type YMap } from "../../yaml/node.ts";
import type { Block } from "../describe/block.ts";
import { blockPlaces } from "./block-place.ts";
import type { Completion } from "./completion.ts";
import { keyCompletions } from "./fields.ts";
import { flowHolderAt, flowPlaces } from "./flow-place.ts";
import { objectCompletions } from "./kinds.ts";
import type { RootSchema } from "./levels.ts";
import { lineAt } from "./line.ts";
import type { EmptyPlace, Place, ValuePlace } from "./place.ts";
import { type Style, styleAt } from "./style.ts";
import { valueCompletions } from "./values.ts";

export interface CompleteOptions {
  /** Names of other resources that fit a value; they come before what the schema offers. */
  readonly references?: (place: ValuePlace) => readonly Completion[];
  /** The file is JSON: an empty one gets braces and quotes. */
  readonly json?: boolean;
}

/** What may be written at `offset`, which counts from the document's start. */
export function complete(
  context: DocumentContext,
  offset: number,
  options: CompleteOptions = {},
): readonly Completion[] {
  return placesAt(context, offset, options).flatMap((place) => completionsFor(place, context, options));
}

function completionsFor(place: Place, context: DocumentContext, options: CompleteOptions): readonly Completion[] {
  switch (place.kind) {
    case "empty":
      return objectCompletions(place, context);
    case "key":
      return keyCompletions(place, context);
    case "value":
      return valuesAt(place, context, options);
  }
}

/** Names of what exists come before what might be written; what is both is offered once. */
function valuesAt(place: ValuePlace, context: DocumentContext, options: CompleteOptions): readonly Completion[] {
  const references = options.references?.(place) ?? [];
  const names = new Set(references.map(({ label }) => label));
  return [
    ...references.map((item) => ({ ...item, sortKey: `!${item.sortKey}` })),
    ...valueCompletions(place, context).filter(({ label }) => !names.has(label)),
  ];
}

/** The documentation of an item, in every language. */
export const resolveCompletion = (completion: Completion, texts: Texts): readonly Block[] =>
  completion.documentation?.(texts) ?? [];

function placesAt(context: DocumentContext, offset: number, options: CompleteOptions): readonly Place[] {
  const style = styleAt(context.doc, offset);
  const empty = emptyPlaces(context, offset, style, options);
  if (empty) return empty;
  const rootSchema: RootSchema = (root, seen) => schemaOfRoot(seen, root);
  const flow = flowHolderAt(context, offset, rootSchema);
  if (flow) return flowPlaces(context, offset, flow);
  return blockPlaces(context, offset, style, rootSchema);
}

/** A document with nothing in it but comments and perhaps the word that is being typed. */
function emptyPlaces(
  context: DocumentContext,
  offset: number,
  style: Style,
  options: CompleteOptions,
): readonly Place[] | undefined {
  const line = lineAt(context.doc, offset);
  const typed = context.doc.text.slice(line.content, line.contentEnd);
  if (line.key || line.dashes.length > 0 || !/^"?[\w-]*"?$/.test(typed)) return undefined;
  const { text } = context.doc;
  if (hasContent(text.slice(0, line.start)) || hasContent(text.slice(line.end))) return undefined;
  if (line.comment !== undefined || /^---/.test(line.text)) return [];
  const layout = { form: options.json ? "json" : "block", column: 0, ...style, lines: true } as const;
  const replace = { start: line.start, end: line.contentEnd };
  const shared = { subject: undefined, replace, before: "", after: "", extra: [], filterPrefix: "", layout };
  const cursor = context.own ?? (options.json ? undefined : objectSchema(context));
  const key: Place = {
    kind: "key",
    ...shared,
    path: [],
    cursor,
    present: new Set(),
    extent: "whole",
    value: undefined,
    newItem: false,
  };
  const object: EmptyPlace = { kind: "empty", ...shared };
  return context.own ? [key] : [object, key];
}

/** There is a line that is neither blank nor a comment, a separator or a directive. */
const hasContent = (text: string): boolean => /^(?![ \t]*(?:#|\r?$)|---[ \t]*\r?$|%)./m.test(text);

/** The schema where no subject has one: an object whose kind is not known, or not written yet. */
function schemaOfRoot(context: DocumentContext, root: YMap): SchemaCursor | undefined {
  if (context.own) return context.own;
  const isObject = context.subjects.some((subject) => subject.root === root && subject.resource !== undefined);
  return isObject || isBeginning(root) ? objectSchema(context) : undefined;
}

/** `kind:` or `apiVersion:` with hardly anything beside them. */
const isBeginning = (root: YMap): boolean =>
  (pairOf(root, "kind") ?? pairOf(root, "apiVersion")) !== undefined && root.entries.length <= 3;

function objectSchema(context: DocumentContext): SchemaCursor {
  const metadata = { $ref: "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta" };
  const text = { type: "string" } as const;
  const properties = { apiVersion: text, kind: text, metadata };
  return context.catalog.cursor({ type: "object", properties, required: ["apiVersion", "kind"] }, "");
}
