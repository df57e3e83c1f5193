import type { Catalog } from "../schema/catalog.ts";
import type { SchemaProblem } from "../schema/problem.ts";
import { settle } from "../schema/settle.ts";
import { validate } from "../schema/validate.ts";
import type { DocumentContext, Subject } from "../workspace/context.ts";
import { deref } from "../yaml/node.ts";
import type { Problem } from "../yaml/problem.ts";
import { causesOf } from "./causes.ts";
import { type Repair, repairsOf, type SchemaFault } from "./repair/repairs.ts";

/** What is wrong with a document, each mistake once. */
export interface Mistakes {
  readonly repairs: readonly Repair[];
  readonly syntax: readonly Problem[];
  readonly schema: readonly SchemaFault[];
}

/** Where the search for repairs fails, the problems are told as they are, and `onFailure` hears of it. */
export function mistakesOf(context: DocumentContext, onFailure: (what: string, error: unknown) => void): Mistakes {
  const { doc, role, subjects } = context;
  const { problems, doubts } = causesOf(doc);
  const hidden: SchemaFault[] = [];
  const schema = subjects.flatMap((subject) => {
    const { root, cursor } = subject;
    if (!cursor) return typeFaults(subject, context.catalog);
    const found = validate(root, cursor, { partial: role === "patch" });
    if (found.length === 0) return [];
    const settled = settle(found, doubts, root, cursor);
    if (doubts.length > 0) {
      const known = new Set(settled);
      for (const problem of found) if (!known.has(problem)) hidden.push({ problem, subject });
    }
    return settled
      .filter((problem) => role !== "patch" || !isDirective(problem))
      .map((problem) => ({ problem, subject }));
  });
  if (problems.length === 0 && schema.length === 0 && subjects.length > 0 && subjects.every(({ cursor }) => cursor))
    return NONE;
  const followers = new Set(schema.map(({ problem }) => followerOf(problem)));
  const syntax = problems.filter((each) => each.code !== "nested-under-scalar" || !followers.has(each.start));
  try {
    return repairsOf(context, syntax, schema, hidden);
  } catch (error) {
    onFailure("repair", error);
    return { repairs: [], syntax, schema };
  }
}

const NONE: Mistakes = { repairs: [], syntax: [], schema: [] };

/** `kind: [Pod]`: as long as it is no text, nobody knows which fields the object has. */
function typeFaults(subject: Subject, catalog: Catalog): readonly SchemaFault[] {
  const anything = subject.resource && catalog.root({ group: "", version: "v1", kind: "Pod" });
  return subject.root.entries.flatMap((pair): readonly SchemaFault[] => {
    const key = pair.key.text;
    const node = deref(pair.value);
    const cursor = key === "kind" || key === "apiVersion" ? anything?.child(key) : undefined;
    if (!cursor || !node || node.type === "scalar") return [];
    const { start, end } = node;
    return [{ subject, problem: { kind: "wrong-type", path: [key], start, end, cursor, node, pair } }];
  });
}

/** `$patch: delete` and its like tell kustomize what to do and never reach the API server. */
const isDirective = (problem: SchemaProblem): boolean =>
  problem.kind === "unknown-field" && problem.pair.key.text.startsWith("$");

/**
 * Start of the entry after an unknown field. Where a field stands too far to the left, the next one, in its right place,
 * looks as if it were nested under it.
 */
function followerOf(problem: SchemaProblem): number | undefined {
  if (problem.kind !== "unknown-field") return undefined;
  const { entries } = problem.map;
  return entries[entries.indexOf(problem.pair) + 1]?.key.start;
}
