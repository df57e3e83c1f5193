import type { LabelSelector, Labels, Requirement } from "./input.ts";

export const EVERYTHING: LabelSelector = { matchLabels: {}, matchExpressions: [] };

/** apimachinery `LabelSelectorAsSelector`: everything is ANDed, and the empty selector matches all. */
export const selects = (selector: LabelSelector, labels: Labels): boolean => missedBy(selector, labels, 1).length === 0;

export interface Missed {
  readonly key: string;
  /** What is asked for, in the notation of kubectl: `app=web`, `tier in (a,b)`, `!canary`. */
  readonly wanted: string;
  /** Undefined when the label is absent. */
  readonly found: string | undefined;
}

/** The requirements that labels do not meet, at most `most` of them. */
export function missedBy(selector: LabelSelector, labels: Labels, most: number): readonly Missed[] {
  const missed: Missed[] = [];
  for (const key of Object.keys(selector.matchLabels)) {
    if (missed.length >= most) return missed;
    const found = labelOf(labels, key);
    const wanted = selector.matchLabels[key] ?? "";
    if (found !== wanted) missed.push({ key, wanted: `${key}=${wanted}`, found });
  }
  for (const requirement of selector.matchExpressions) {
    if (missed.length >= most) return missed;
    const found = labelOf(labels, requirement.key);
    if (!meets(requirement, found)) missed.push({ key: requirement.key, wanted: show(requirement), found });
  }
  return missed;
}

const labelOf = (labels: Labels, key: string): string | undefined =>
  Object.hasOwn(labels, key) ? labels[key] : undefined;

/** labels/selector.go `Requirement.Matches`: NotIn and DoesNotExist also match where the key is absent. */
function meets({ operator, values }: Requirement, found: string | undefined): boolean {
  switch (operator) {
    case "In":
      return found !== undefined && values.includes(found);
    case "NotIn":
      return found === undefined || !values.includes(found);
    case "Exists":
      return found !== undefined;
    case "DoesNotExist":
      return found === undefined;
    default:
      return false;
  }
}

function show({ key, operator, values }: Requirement): string {
  switch (operator) {
    case "Exists":
      return key;
    case "DoesNotExist":
      return `!${key}`;
    case "NotIn":
      return `${key} notin (${values.join(",")})`;
    default:
      return `${key} in (${values.join(",")})`;
  }
}

/** Equal selectors have equal keys, in whatever order they are written. */
export function selectorKey(selector: LabelSelector): string {
  const labels = Object.entries(selector.matchLabels).sort(([a], [b]) => (a < b ? -1 : 1));
  const expressions = selector.matchExpressions.map((each) => JSON.stringify(each)).sort();
  return JSON.stringify([labels, expressions]);
}
