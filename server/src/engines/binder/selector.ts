import { isSet, type Json, type JsonMap, listOf, mapOf, stringsOf, textOf, textsOf } from "../../base/json.ts";
import { isDnsSubdomain } from "../../base/names.ts";
import { isLabelValue, isQualifiedName } from "./names.ts";

type Labels = ReadonlyMap<string, string>;

/** `metav1.LabelSelectorAsSelector`: everything is ANDed, `{}` matches all. */
export function selectorMatches(selector: JsonMap, labels: Labels): boolean {
  for (const [key, value] of stringsOf(selector.matchLabels)) if (labels.get(key) !== value) return false;
  return listOf(selector.matchExpressions).every((json) => requirementMatches(mapOf(json), labels));
}

/** labels/selector.go `Requirement.Matches`: NotIn and DoesNotExist also match where the key is absent. */
function requirementMatches(requirement: JsonMap, labels: Labels): boolean {
  const value = labels.get(textOf(requirement.key));
  const values = textsOf(requirement.values);
  switch (textOf(requirement.operator)) {
    case "In":
      return value !== undefined && values.includes(value);
    case "NotIn":
      return value === undefined || !values.includes(value);
    case "Exists":
      return value !== undefined;
    case "DoesNotExist":
      return value === undefined;
    case "Gt":
    case "Lt":
      return comparesAs(textOf(requirement.operator), value, values[0]);
    default:
      return false;
  }
}

const WHOLE = /^[+-]?[0-9]{1,18}$/;

function comparesAs(operator: string, value: string | undefined, limit: string | undefined): boolean {
  if (value === undefined || limit === undefined || !WHOLE.test(value) || !WHOLE.test(limit)) return false;
  return operator === "Gt" ? BigInt(value) > BigInt(limit) : BigInt(value) < BigInt(limit);
}

/**
 * component-helpers `scheduling/corev1/nodeaffinity`: terms are ORed, what stands in a term is ANDed, and a term with
 * nothing in it matches no node.
 */
export function nodeSelectorMatches(selector: JsonMap, labels: Labels, node: string): boolean {
  const fields: Labels = new Map([["metadata.name", node]]);
  return listOf(selector.nodeSelectorTerms).some((json) => {
    const expressions = listOf(mapOf(json).matchExpressions);
    const names = listOf(mapOf(json).matchFields);
    if (expressions.length + names.length === 0) return false;
    return (
      expressions.every((each) => requirementMatches(mapOf(each), labels)) &&
      names.every((each) => requirementMatches(mapOf(each), fields))
    );
  });
}

/** apis/core/v1/helper `MatchTopologySelectorTerms`: no terms allow every node. */
export function topologyMatches(terms: Json | undefined, labels: Labels): boolean {
  const all = listOf(terms);
  if (all.length === 0) return true;
  return all.some((json) => {
    const expressions = listOf(mapOf(json).matchLabelExpressions);
    return (
      expressions.length > 0 &&
      expressions.every((each) => {
        const value = labels.get(textOf(mapOf(each).key));
        return value !== undefined && textsOf(mapOf(each).values).includes(value);
      })
    );
  });
}

/** apimachinery `meta/v1/validation` ValidateLabelSelector. */
export function selectorFaults(json: Json | undefined, path: string): readonly string[] {
  if (!isSet(json)) return [];
  const selector = mapOf(json);
  const labels = [...stringsOf(selector.matchLabels)].flatMap(([key, value]) => [
    ...(isQualifiedName(key) ? [] : [`${path}.matchLabels`]),
    ...(isLabelValue(value) ? [] : [`${path}.matchLabels`]),
  ]);
  const expressions = listOf(selector.matchExpressions).flatMap((each, index) =>
    requirementFaults(mapOf(each), `${path}.matchExpressions[${index}]`),
  );
  return [...labels, ...expressions];
}

function requirementFaults(requirement: JsonMap, path: string): readonly string[] {
  const values = textsOf(requirement.values);
  const faults: string[] = [];
  switch (textOf(requirement.operator)) {
    case "In":
    case "NotIn":
      if (values.length === 0) faults.push(`${path}.values`);
      break;
    case "Exists":
    case "DoesNotExist":
      if (values.length > 0) faults.push(`${path}.values`);
      break;
    default:
      faults.push(`${path}.operator`);
  }
  if (!isQualifiedName(textOf(requirement.key))) faults.push(`${path}.key`);
  values.forEach((value, index) => {
    if (!isLabelValue(value)) faults.push(`${path}.values[${index}]`);
  });
  return faults;
}

/** pkg/apis/core/validation ValidateNodeSelector. */
export function nodeSelectorFaults(selector: JsonMap, path: string): readonly string[] {
  const terms = listOf(selector.nodeSelectorTerms);
  if (terms.length === 0) return [`${path}.nodeSelectorTerms`];
  return terms.flatMap((json, index) => {
    const term = `${path}.nodeSelectorTerms[${index}]`;
    return [
      ...listOf(mapOf(json).matchExpressions).flatMap((each, i) =>
        nodeRequirementFaults(mapOf(each), `${term}.matchExpressions[${i}]`),
      ),
      ...listOf(mapOf(json).matchFields).flatMap((each, i) =>
        nodeFieldFaults(mapOf(each), `${term}.matchFields[${i}]`),
      ),
    ];
  });
}

function nodeRequirementFaults(requirement: JsonMap, path: string): readonly string[] {
  const operator = textOf(requirement.operator);
  if (operator !== "Gt" && operator !== "Lt") return requirementFaults(requirement, path);
  const values = textsOf(requirement.values);
  const asked = { ...requirement, operator: "In" };
  const count = values.length === 1 ? [] : [`${path}.values`];
  const others = requirementFaults(asked, path).filter((fault) => fault !== `${path}.values`);
  return [...count, ...others];
}

/** ValidateNodeFieldSelectorRequirement. */
function nodeFieldFaults(requirement: JsonMap, path: string): readonly string[] {
  const operator = textOf(requirement.operator);
  const values = textsOf(requirement.values);
  const faults: string[] = [];
  if (operator !== "In" && operator !== "NotIn") faults.push(`${path}.operator`);
  else if (values.length !== 1) faults.push(`${path}.values`);
  if (textOf(requirement.key) !== "metadata.name") return [...faults, `${path}.key`];
  values.forEach((value, index) => {
    if (!isDnsSubdomain(value)) faults.push(`${path}.values[${index}]`);
  });
  return faults;
}
