import type { Edit, Span } from "../../server/src/base/span.ts";
import { applyEdits } from "../../server/src/base/span.ts";
import type { Host } from "./hosts.ts";
import type { Random } from "./random.ts";

export const CATEGORIES = [
  "syntax",
  "indentation",
  "structure",
  "misspelling",
  "values",
  "versions",
  "semantics",
  "references",
] as const;

export type Category = (typeof CATEGORIES)[number];

/** One kind of mistake that people make. */
export interface Generator {
  readonly id: string;
  readonly category: Category;
  /**
   * - "rejected": the API server refuses each of them, by construction.
   * - "shape": whatever is no YAML any more, or no longer fits the official schema; others are dropped.
   * - "accepted": the API server takes each of them, and people wonder later.
   */
  readonly verdict: "rejected" | "shape" | "accepted";
  /** Share of the mistakes that are of this kind; 1 unless it is very common or very rare. */
  readonly weight: number;
  /** All places of a document where it can be made. `random` chooses what the slip looks like, not where it is. */
  readonly mistakes: (host: Host, random: Random) => Iterable<Mistake>;
}

/** A document with one mistake. */
export interface Mistake {
  /** The document as it should be, when it is not the host's own text: with a value that needs its quotes, say. */
  readonly before?: string;
  readonly after: string;
  /** Lines of `after` on which a finding is right, from 0; the first line that differs when absent. */
  readonly lines?: readonly number[];
}

/** A generator's table entry, with what most of them share. */
export const generators = (
  category: Category,
  verdict: Generator["verdict"],
  table: Readonly<Record<string, Generator["mistakes"] | readonly [number, Generator["mistakes"]]>>,
): readonly Generator[] =>
  Object.entries(table).map(([id, entry]) =>
    typeof entry === "function"
      ? { id, category, verdict, weight: 1, mistakes: entry }
      : { id, category, verdict, weight: entry[0], mistakes: entry[1] },
  );

export const replaced = (host: Host, { start, end }: Span, text: string): Mistake => ({
  after: host.text.slice(0, start) + text + host.text.slice(end),
});

export const edited = (host: Host, edits: readonly Edit[]): Mistake => ({ after: applyEdits(host.text, edits) });

/** The document with another text for some of its lines; undefined removes the line. */
export function relined(host: Host, change: (line: string, number: number) => string | undefined): Mistake {
  const lines = host.text.split("\n").map(change);
  return { after: lines.filter((line) => line !== undefined).join("\n") };
}

/** The document with lines put in before a line. */
export function inserted(host: Host, at: number, added: readonly string[]): Mistake {
  const lines = host.text.split("\n");
  if (at === lines.length - 1 && lines[at] !== "") lines.push("");
  lines.splice(at, 0, ...added);
  return { after: lines.join("\n") };
}

/** A finding on any of these lines is right. */
export const on = (mistake: Mistake, ...lines: readonly number[]): Mistake => ({ ...mistake, lines });

/** First line that differs, counted in `after`. */
export function firstDifference(before: string, after: string): number {
  const old = before.split("\n");
  const young = after.split("\n");
  const index = young.findIndex((line, number) => line !== old[number]);
  return index < 0 ? young.length - 1 : index;
}
