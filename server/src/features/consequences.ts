import { applyEdits, type Edit, type Span } from "../base/span.ts";
import type { Finding } from "../rules/rule.ts";
import { type DocumentContext, documentContext } from "../workspace/context.ts";
import { YDocument } from "../yaml/document.ts";
import { splitDocs } from "../yaml/split.ts";

/** Documents longer than this are not read a second time on every keystroke. */
const LONGEST = 100_000;

/**
 * Of what is said about an object, that which stays true once the mistakes in its text are put right: a container whose
 * `image` stands in the wrong column lacks no image. `lookAgain` says what there is to say about a document.
 */
export function withoutConsequences(
  findings: readonly Finding[],
  causes: readonly Finding[],
  context: DocumentContext,
  lookAgain: (repaired: DocumentContext) => readonly Finding[],
): readonly Finding[] {
  const { doc, role, catalog, own } = context;
  if (findings.length === 0 || causes.length === 0) return findings;
  const others = findings.filter(({ span }) => !causes.some((cause) => overlaps(cause.span, span)));
  if (others.length === 0 || doc.text.length > LONGEST) return others;
  const edits = repairs(causes);
  if (edits.length === 0) return others;
  const left = splitDocs(applyEdits(doc.text, edits)).flatMap((text) =>
    lookAgain(documentContext(new YDocument(text, doc.dialect), role, catalog, own)).map(nameOf),
  );
  const names = new Set(left);
  return others.filter((finding) => names.has(nameOf(finding)));
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

const nameOf = ({ rule, message }: Finding): string => `${rule} ${message.en}`;

/** The preferred fixes, as far as they do not touch each other. */
function repairs(causes: readonly Finding[]): readonly Edit[] {
  const edits: Edit[] = [];
  for (const { fixes } of causes) {
    const fix = fixes?.()[0];
    if (!fix?.preferred) continue;
    const touches = fix.edits.some(({ span }) =>
      edits.some((edit) => edit.span.start <= span.end && span.start <= edit.span.end),
    );
    if (!touches) edits.push(...fix.edits);
  }
  return edits;
}
