import { applyEdits } from "../../../base/span.ts";
import { validate } from "../../../schema/validate.ts";
import { type DocumentContext, documentContext } from "../../../workspace/context.ts";
import { YDocument } from "../../../yaml/document.ts";
import type { Problem } from "../../../yaml/problem.ts";
import { shiftBlock } from "./shift-block.ts";

const memo = new WeakMap<Problem, number>();

/**
 * The column that a line in the wrong column was meant to have: of those that the lines above it use, the one with
 * which the document reads best. Between equals the reader's own guess counts.
 */
export function likelyColumn(problem: Problem, context: DocumentContext): number {
  let column = memo.get(problem);
  if (column === undefined) {
    column = choose(problem, context);
    memo.set(problem, column);
  }
  return column;
}

function choose(problem: Problem, context: DocumentContext): number {
  const guess = Number(problem.args[1]);
  let best = { column: guess, faults: faultsAt(guess, problem, context) };
  for (const column of columnsAbove(context.doc, problem.start)) {
    if (best.faults === 0) break;
    if (column === guess) continue;
    const faults = faultsAt(column, problem, context);
    if (faults < best.faults) best = { column, faults };
  }
  return best.column;
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

/** What is wrong with the document when the line stands at that column. */
function faultsAt(column: number, problem: Problem, { doc, role, catalog, subjects }: DocumentContext): number {
  const own = subjects[0]?.resource === undefined ? subjects[0]?.cursor : undefined;
  const after = new YDocument(applyEdits(doc.text, shiftBlock(doc, problem.start, column)), doc.dialect);
  const problems = documentContext(after, role, catalog, own).subjects.flatMap(({ root, cursor }) =>
    cursor ? validate(root, cursor, { partial: role === "patch" }) : [],
  );
  return after.problems.length * 2 + problems.length;
}
