import type { Localized } from "../base/localized.ts";
import { applyEdits, type Edit } from "../base/span.ts";
import { RULES } from "../rules/index.ts";
import type { Finding, Fix } from "../rules/rule.ts";
import { type DocumentContext, documentContext } from "../workspace/context.ts";
import { YDocument } from "../yaml/document.ts";
import { splitDocs } from "../yaml/split.ts";
import { lintDocument, type OnFailure } from "./lint.ts";
import type { RuleSet } from "./rule-set.ts";
import { sift } from "./suppressions.ts";

/** One fix that was applied. */
export interface Applied {
  readonly rule: string;
  readonly message: Localized;
  readonly title: Localized;
  /** Line of the file, from 0, as the file was when the fix was applied. */
  readonly line: number;
}

export interface Fixed {
  /** What became of each document that was given. */
  readonly documents: readonly string[];
  /** In the order in which they were applied. */
  readonly applied: readonly Applied[];
}

export interface Fixing {
  readonly rules: RuleSet;
  readonly onFailure: OnFailure;
  /** Whether to apply the first fix of a finding. */
  takes(finding: Finding, fix: Fix): boolean;
}

/** The fixes that need nobody to look at them. */
export const isSafe = (_finding: Finding, fix: Fix): boolean => fix.preferred && fix.safe;

/** Repairs are applied one at a time, so that a badly broken file takes many rounds. */
const MOST_ROUNDS = 100;

/**
 * Applies the fixes of a file's documents until nothing changes. After each round the text is read again: what was said
 * of the old one may no longer hold.
 */
export function fixAll(contexts: readonly DocumentContext[], fixing: Fixing): Fixed {
  const applied: Applied[] = [];
  let pieces = contexts.map((context, origin): Piece => ({ context, origin, history: [], isDone: false }));
  for (let round = 0; round < MOST_ROUNDS && pieces.some(({ isDone }) => !isDone); round++) {
    const findings = pieces.map(({ context }) => lintDocument(context, fixing.rules, fixing.onFailure));
    const { kept } = sift(
      pieces.map(({ context }) => context),
      findings,
      { rules: fixing.rules, asked: "alone", onFailure: fixing.onFailure },
    );
    let line = 0;
    pieces = pieces.flatMap((piece, index) => {
      const start = line;
      line += piece.context.doc.lines.lineCount - 1;
      if (piece.isDone) return [piece];
      const step = stepOf(piece, kept[index] ?? [], fixing);
      if (!step) return [{ ...piece, isDone: true }];
      applied.push(...step.chosen.map((choice) => describe(choice, piece.context, start)));
      return step.pieces;
    });
  }
  const documents = contexts.map((_, index) =>
    pieces.flatMap(({ context, origin }) => (origin === index ? [context.doc.text] : [])).join(""),
  );
  return { documents, applied };
}

/** The smallest edit that makes one text of another; none when they are equal. */
export function editBetween(before: string, after: string): readonly Edit[] {
  if (before === after) return [];
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return [{ span: { start, end: before.length - end }, text: after.slice(start, after.length - end) }];
}

/** What a document has become, or one of several that it has become. */
interface Piece {
  readonly context: DocumentContext;
  readonly origin: number;
  /** Every text that it was before: one that comes again would come for ever. */
  readonly history: readonly string[];
  readonly isDone: boolean;
}

interface Choice {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** One round in one document; undefined when there is nothing to do. */
function stepOf(
  piece: Piece,
  findings: readonly Finding[],
  fixing: Fixing,
): { readonly chosen: readonly Choice[]; readonly pieces: readonly Piece[] } | undefined {
  const { context, origin } = piece;
  const { doc, role, catalog, own } = context;
  const chosen = apart(inTurn(findings.flatMap((finding) => choiceOf(finding, fixing))));
  if (chosen.length === 0) return undefined;
  const after = applyEdits(
    doc.text,
    chosen.flatMap(({ fix }) => fix.edits),
  );
  const history = [...piece.history, doc.text];
  if (history.includes(after)) return undefined;
  const pieces = splitDocs(after).map(
    (text): Piece => ({
      context: documentContext(new YDocument(text, doc.dialect), role, catalog, own),
      origin,
      history,
      isDone: false,
    }),
  );
  return { chosen, pieces };
}

function choiceOf(finding: Finding, { takes, onFailure }: Fixing): readonly Choice[] {
  try {
    const fix = finding.fixes?.()[0];
    return fix && !fix.elsewhere?.length && fix.edits.length > 0 && takes(finding, fix) ? [{ finding, fix }] : [];
  } catch (error) {
    onFailure(finding.rule, error);
    return [];
  }
}

/** Text before meaning: what the schema says of a broken text may look different once it is mended. */
function inTurn(choices: readonly Choice[]): readonly Choice[] {
  const ofText = choices.filter(({ finding }) => TEXT_RULES.has(finding.rule));
  if (ofText.length === 0) return choices;
  const repairs = ofText.filter(({ finding }) => REPAIR_RULES.has(finding.rule));
  return repairs.length > 1
    ? [...ofText.filter((choice) => !repairs.includes(choice)), ...repairs.slice(0, 1)]
    : ofText;
}

const REPAIR_RULES: ReadonlySet<string> = new Set(RULES.flatMap((rule) => (rule.reads === "repair" ? [rule.id] : [])));

const TEXT_RULES: ReadonlySet<string> = new Set(
  RULES.flatMap((rule) => (rule.reads === "repair" || rule.reads === "syntax" ? [rule.id] : [])),
);

/** As many as do not touch each other, first come, first served. */
export function apart<T extends { readonly fix: Fix }>(choices: readonly T[]): readonly T[] {
  const taken: Edit[] = [];
  return choices.filter(({ fix }) => {
    const touches = fix.edits.some(({ span }) =>
      taken.some((edit) => edit.span.start <= span.end && span.start <= edit.span.end),
    );
    if (!touches) taken.push(...fix.edits);
    return !touches;
  });
}

const describe = ({ finding, fix }: Choice, { doc }: DocumentContext, start: number): Applied => ({
  rule: finding.rule,
  message: finding.message,
  title: fix.title,
  line: start + doc.lines.positionAt(finding.span.start).line,
});
