import type { Path } from "../yaml/node.ts";
import type { Complaint } from "./complaint.ts";

/**
 * What to say when none of several choices fits: `heard` holds the complaints of each. The choice that was meant speaks
 * where it can be told; otherwise one complaint stands for all.
 */
export function fitting(heard: readonly (readonly Complaint[])[], path: Path): readonly Complaint[] {
  const least = Math.min(...heard.map((complaints) => distance(complaints, path)));
  const near = heard.filter((complaints) => distance(complaints, path) === least);
  const [first] = near;
  if (first && near.length === 1 && least === NEAR) return first;
  const together = near.flat();
  const deciding = least === OTHER_TYPE ? "wrong-type" : least === OTHER_WORD ? "not-allowed" : undefined;
  const one = together.find(({ kind }) => kind === deciding) ?? together[0];
  if (!one) return [{ path, kind: "no-choice" }];
  return [joined(one, together) ?? shortest(near)?.[0] ?? one];
}

const [NEAR, OTHER_WORD, OTHER_TYPE] = [0, 1, 2];

/** How far the value is from what the choice takes: another type, another word where words decide, or details. */
function distance(complaints: readonly Complaint[], path: Path): number {
  const isHere = (complaint: Complaint): boolean => complaint.path.length === path.length;
  if (complaints.some((each) => (each.kind === "wrong-type" && isHere(each)) || each.kind === "forbidden"))
    return OTHER_TYPE;
  const decides = (each: Complaint): boolean => each.kind === "not-allowed" && each.path.length <= path.length + 1;
  return complaints.some(decides) ? OTHER_WORD : NEAR;
}

/** One complaint that says what all of them say of the same place; undefined when they differ. */
function joined(one: Complaint, all: readonly Complaint[]): Complaint | undefined {
  const alike = all.filter((each) => each.kind === one.kind && each.path.join("/") === one.path.join("/"));
  switch (one.kind) {
    case "wrong-type":
      return { ...one, wanted: unique(alike.flatMap((each) => (each.kind === "wrong-type" ? each.wanted : []))) };
    case "not-allowed":
      return { ...one, allowed: unique(alike.flatMap((each) => (each.kind === "not-allowed" ? each.allowed : []))) };
    case "missing-key":
      if (alike.length < all.length) return undefined;
      return { ...one, keys: unique(alike.flatMap((each) => (each.kind === "missing-key" ? each.keys : []))) };
    default:
      return undefined;
  }
}

const shortest = (heard: readonly (readonly Complaint[])[]): readonly Complaint[] | undefined =>
  [...heard].sort((a, b) => a.length - b.length)[0];

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];
