import { applyEdits, type Edit } from "../../../base/span.ts";
import { validate } from "../../../schema/validate.ts";
import { type DocumentContext, documentContext } from "../../../workspace/context.ts";
import { YDocument } from "../../../yaml/document.ts";
import type { Problem } from "../../../yaml/problem.ts";
import { shiftBlock } from "./shift-block.ts";

/** A column, and the edits that bring a line there, alone or with the lines that belong to it. */
export interface Shift {
  readonly column: number;
  readonly edits: readonly Edit[];
}

const memo = new WeakMap<Problem, Shift>();

/**
 * Where a line in the wrong column was meant to be: of the columns that the lines above it use, the one with which the
 * document reads best. Between equals the reader's own guess counts.
 */
export function likelyShift(problem: Problem, context: DocumentContext): Shift {
  let shift = memo.get(problem);
  if (!shift) {
    shift = choose(problem, context);
    memo.set(problem, shift);
  }
  return shift;
}

function choose(problem: Problem, context: DocumentContext): Shift {
  const { doc } = context;
  const guess = Number(problem.args[1]);
  const columns = new Set([guess, ...columnsAbove(doc, problem.start)]);
  const shifts = [...columns].flatMap((column): readonly Shift[] => {
    const [line, ...rest] = shiftBlock(doc, problem.start, column);
    if (!line) return [];
    const block = { column, edits: [line, ...rest] };
    return rest.length === 0 ? [block] : [block, { column, edits: [line] }];
  });
  let best: Shift = { column: guess, edits: [] };
  let least = Number.POSITIVE_INFINITY;
  for (const shift of shifts) {
    const faults = faultsAfter(shift.edits, context);
    if (faults < least) [best, least] = [shift, faults];
    if (least === 0) break;
  }
  return best;
}

/** Columns at which the lines above open a level, nearest first, dashes and what follows them alike. */
function columnsAbove({ text }: YDocument, offset: number): readonly number[] {
  const columns = new Set<number>();
  let least = Number.POSITIVE_INFINITY;
  for (const line of text.slice(0, offset).split("\n").slice(0, -1).reverse()) {
    const [, indent = "", dash = ""] = /^( *)((?:- +)*)[^ #\r]/.exec(line) ?? [];
    if (line.trim() === "" || indent.length > least) continue;
    columns.add(indent.length + dash.length);
    columns.add(indent.length);
    least = indent.length;
    if (least === 0) break;
  }
  return [...columns];
}

/** The key that begins at `column` on the nearest line above. */
export function keyAbove(text: string, offset: number, column: number): string | undefined {
  for (const line of text.slice(0, offset).split("\n").slice(0, -1).reverse()) {
    const [, before = "", key] = /^( *(?:- +)*)([^\s:#]+) *:/.exec(line) ?? [];
    if (key !== undefined && before.length === column) return key;
  }
  return undefined;
}

/** What is wrong with the document after the edits. */
function faultsAfter(edits: readonly Edit[], { doc, role, catalog, subjects }: DocumentContext): number {
  const own = subjects[0]?.resource === undefined ? subjects[0]?.cursor : undefined;
  const after = new YDocument(applyEdits(doc.text, edits), doc.dialect);
  const problems = documentContext(after, role, catalog, own).subjects.flatMap(({ root, cursor }) =>
    cursor ? validate(root, cursor, { partial: role === "patch" }) : [],
  );
  return after.problems.length * 2 + problems.length;
}
