/**
 * Labels as `key=value` strings, sorted. Neither keys nor values may hold a `=`, so the form is exact; equal labels of
 * many objects share one string, which keeps thousands of objects small and comparisons cheap.
 */
export type Labels = readonly string[];

export const labelOf = (key: string, value: string): string => `${key}=${value}`;

export const keyOfLabel = (label: string): string => label.slice(0, label.indexOf("="));

export const valueOfLabel = (label: string): string => label.slice(label.indexOf("=") + 1);

/** One of `matchExpressions`. */
export interface Requirement {
  readonly key: string;
  readonly operator: string;
  readonly values: readonly string[];
}

/** What a selector asks for: all labels and all requirements. */
export interface Selector {
  readonly labels: Labels;
  readonly requirements: readonly Requirement[];
}

export const isEmpty = (selector: Selector): boolean =>
  selector.labels.length === 0 && selector.requirements.length === 0;

/** apimachinery pkg/labels/selector.go, Requirement.Matches. An operator nobody knows matches nothing. */
export function matches(selector: Selector, labels: Labels): boolean {
  return (
    selector.labels.every((label) => labels.includes(label)) &&
    selector.requirements.every((requirement) => meets(requirement, labels))
  );
}

function meets({ key, operator, values }: Requirement, labels: Labels): boolean {
  const label = labels.find((candidate) => keyOfLabel(candidate) === key);
  switch (operator) {
    case "In":
      return label !== undefined && values.includes(valueOfLabel(label));
    case "NotIn":
      return label === undefined || !values.includes(valueOfLabel(label));
    case "Exists":
      return label !== undefined;
    case "DoesNotExist":
      return label === undefined;
    default:
      return false;
  }
}
