import type { Span } from "../base/span.ts";
import type { YDocument } from "../yaml/document.ts";
import { columnOf, lineEnd } from "../yaml/layout.ts";
import type { Problem } from "../yaml/problem.ts";

/** The mistakes behind a document's problems, and the text that they leave in doubt. */
export interface Causes {
  /** Problems that do not follow from another one. */
  readonly problems: readonly Problem[];
  /** Where nothing more is certain until they are put right. */
  readonly doubts: readonly Span[];
}

/**
 * One line in the wrong column makes the reader misjudge the lines that belong to it. What it says of those is no
 * mistake of their own.
 */
export function causesOf(doc: YDocument): Causes {
  if (doc.problems.length === 0) return NONE;
  const problems: Problem[] = [];
  const doubts: Span[] = [];
  const tabs = doc.problems.some(({ code }) => code === "tab-indentation");
  for (const problem of doc.problems) {
    const follows = tabs || doubts.some(({ start, end }) => start < problem.start && problem.start <= end);
    if (isLayout(problem) && follows) continue;
    problems.push(problem);
    doubts.push(tabs ? { start: 0, end: doc.text.length } : doubtOf(doc, problem));
  }
  return { problems, doubts };
}

const NONE: Causes = { problems: [], doubts: [] };

const isLayout = ({ code }: Problem): boolean => code === "bad-indentation" || code === "nested-under-scalar";

function doubtOf(doc: YDocument, problem: Problem): Span {
  const { start, end, code } = problem;
  if (code === "missing-space-after-dash") return block(doc.text, start, columnOf(doc.text, start) + 1);
  if (!isLayout(problem)) return { start, end };
  const [column = 0, meant = 0] = problem.args.map(Number);
  return block(doc.text, start, column > meant ? meant + 1 : column);
}

/** From `start` to the end of the last line that is indented by at least `indent`. */
function block(text: string, start: number, indent: number): Span {
  let end = lineEnd(text, start);
  for (let next = end + 1; next < text.length; next = lineEnd(text, next) + 1) {
    const content = next + (/^[ \r]*/.exec(text.slice(next, next + 400))?.[0].length ?? 0);
    const stop = lineEnd(text, next);
    if (content < stop && content - next < indent) break;
    end = stop;
  }
  return { start, end };
}
