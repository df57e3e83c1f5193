import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { complete } from "../../server/src/features/completion/complete.ts";
import type { Completion } from "../../server/src/features/completion/completion.ts";
import { validate } from "../../server/src/schema/validate.ts";
import { type DocumentContext, documentContext } from "../../server/src/workspace/context.ts";
import { YDocument } from "../../server/src/yaml/document.ts";
import { splitDocs } from "../../server/src/yaml/split.ts";
import { corpusFolder, manifestsBelow } from "../kit/corpus.ts";
import { SAMPLES } from "../kit/samples.ts";
import { newest } from "../kit/schemas.ts";
import { accept } from "../kit/snippet.ts";

const contextOf = (text: string): DocumentContext =>
  documentContext(new YDocument(text, "manifest"), "manifest", newest);

/** Documents without any problem of syntax that hold an object whose schema is known. */
const documents: readonly string[] = [
  ...SAMPLES,
  ...manifestsBelow("examples"),
  ...manifestsBelow(corpusFolder() ?? ""),
]
  .flatMap((text) => splitDocs(text))
  .filter((text) => {
    const context = contextOf(text);
    return context.doc.problems.length === 0 && context.subjects.some(({ cursor }) => cursor !== undefined);
  });

/** Fields that the schema does not know and values of a type it refuses; unfilled tab stops are null and neither. */
function mistakes(context: DocumentContext): number {
  return context.subjects
    .flatMap(({ root, cursor }) => (cursor ? validate(root, cursor, { partial: true }) : []))
    .filter(({ kind }) => kind === "unknown-field" || kind === "wrong-type").length;
}

/** A place to type at: somewhere in the text as it is, on a new line, or behind the beginning of a word. */
interface Typing {
  readonly text: string;
  readonly offset: number;
}

function typing(text: string, at: number, how: string, column: number): Typing {
  if (how === "as it is") return { text, offset: Math.floor(at * text.length) };
  const lines = text.split("\n");
  const row = Math.floor(at * lines.length);
  const typed = " ".repeat(column) + (how === "new line" ? "" : how);
  const before = lines.slice(0, row + 1).join("\n");
  const after = lines.slice(row + 1);
  return { text: [before, typed, ...after].join("\n"), offset: before.length + 1 + typed.length };
}

/**
 * A kind or version in place of another is meant to change what is known about the rest, and so is another name for a
 * key that has its value already.
 */
const changesSchema = (item: Completion, { doc }: DocumentContext, rest: string): boolean =>
  item.kind === "kind" ||
  /^["']?\s*:/.test(rest) ||
  /^["'\s-]*(?:apiVersion|kind)["']?\s*:/m.test(lineOf(doc, item.edit.span.start));

function lineOf(doc: YDocument, offset: number): string {
  const { line } = doc.lines.positionAt(offset);
  return doc.text.slice(doc.lines.startOf(line), doc.lines.startOf(line + 1));
}

test("accepting an item never breaks a document", (t) => {
  let accepted = 0;
  const place = fc.record({
    document: fc.nat({ max: documents.length - 1 }),
    at: fc.nat({ max: 9_999 }).map((part) => part / 10_000),
    how: fc.constantFrom("as it is", "as it is", "new line", "new line", "na", "- ", "- na", "spec", "- 'x"),
    column: fc.nat({ max: 12 }),
    items: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
  });
  fc.assert(
    fc.property(fc.noBias(place), ({ document, at, how, column, items }) => {
      const original = documents[document] ?? "";
      const { text, offset } = typing(original, at, how, column);
      const context = contextOf(text);
      const offers = complete(context, offset);
      const before = Math.max(mistakes(context), mistakes(contextOf(original)));
      for (const pick of new Set(items.map((item) => item % Math.max(1, offers.length)))) {
        const item = offers[pick];
        if (!item) continue;
        const { start, end } = item.edit.span;
        assert.ok(start <= offset && offset <= end, `${item.label}: the cursor is outside the span`);
        assert.ok(!text.slice(start, end).includes("\n"), `${item.label}: more than one line is replaced`);
        const after = accept(text, item).text;
        const result = contextOf(after);
        const told = `${item.label} at ${offset} of\n${text.slice(0, offset)}|${text.slice(offset)}\n=>\n${after}`;
        assert.deepEqual(
          result.doc.problems.map(({ code }) => code),
          [],
          told,
        );
        if (!changesSchema(item, result, text.slice(end))) assert.ok(mistakes(result) <= before, told);
        accepted++;
      }
    }),
    { numRuns: 1500, includeErrorInReport: true },
  );
  t.diagnostic(`${accepted} items accepted in ${documents.length} documents`);
  assert.ok(accepted > 1000, `only ${accepted} items were accepted`);
});
