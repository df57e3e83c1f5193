import type { Span } from "../base/span.ts";
import type { Path, YMap } from "../yaml/node.ts";
import type { SchemaCursor } from "./cursor.ts";
import { type Meaning, meaningOf } from "./meaning.ts";
import type { MissingField, SchemaProblem, UnknownField } from "./problem.ts";

/**
 * One problem per mistake: a misspelt field is not missing as well, nor is one that stands in the wrong place, and
 * where the YAML itself is broken (`doubts`) the schema has nothing to add.
 */
export function settle(
  problems: readonly SchemaProblem[],
  doubts: readonly Span[],
  root: YMap,
  cursor: SchemaCursor,
): readonly SchemaProblem[] {
  const readable = doubts.length === 0 ? problems : problems.filter((problem) => !isDoubtful(problem, doubts));
  const explained = new Set<string>();
  const kept = readable.filter((problem) => {
    if (problem.kind !== "unknown-field") return true;
    const meaning = meaningOf(problem, root, cursor);
    for (const place of explainedBy(problem, meaning)) explained.add(place);
    // Of fields that follow the same one to its left, the first speaks for all, unless that one does so itself.
    if (meaning.kind === "unwrapped") return meaning.entries[0] === problem.pair;
    return meaning.kind !== "unindented" || (!meaning.stray && meaning.entries[0] === problem.pair);
  });
  return explained.size === 0 ? kept : kept.flatMap((problem) => withoutExplained(problem, explained));
}

function isDoubtful(problem: SchemaProblem, doubts: readonly Span[]): boolean {
  return doubts.some(
    (doubt) => overlaps(problem, doubt) || (problem.kind === "missing-field" && overlaps(problem.map, doubt)),
  );
}

const overlaps = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

/** Fields whose absence an unknown field accounts for. */
function explainedBy(problem: UnknownField, meaning: Meaning): readonly string[] {
  const own = problem.path.slice(0, -1);
  switch (meaning.kind) {
    case "unknown":
    case "unwrapped":
      return [];
    case "renamed":
      return meaning.names.slice(0, 1).map((name) => placeOf([...own, name]));
    case "unindented":
      return [placeOf([...own, meaning.holder.key.text])];
    case "misplaced": {
      const { path } = meaning;
      // On the way down to its place the object in between may be missing too: that is where the field will go.
      const between = path.length > own.length ? path.slice(0, own.length + 1) : [];
      return [placeOf([...path, problem.pair.key.text]), placeOf(between)];
    }
  }
}

function withoutExplained(problem: SchemaProblem, explained: ReadonlySet<string>): readonly SchemaProblem[] {
  if (problem.kind !== "missing-field") return [problem];
  const fields = problem.fields.filter((field) => !explained.has(placeOf([...problem.path, field])));
  return fields.length === 0 ? [] : [{ ...problem, fields } satisfies MissingField];
}

const placeOf = (path: Path): string => JSON.stringify(path);
