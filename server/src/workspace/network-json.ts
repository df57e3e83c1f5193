import { isSet, type Json, listOf, mapOf, numberOf, optionalText, textOf } from "../base/json.ts";
import type { LabelSelector, Labels } from "../engines/network/input.ts";
import { PROTOCOLS, type Protocol } from "../engines/network/ports.ts";

/** Labels are strings; what is not would be refused, and is read as a person means it. */
export function labelsOf(json: Json | undefined): Labels {
  const map = mapOf(json);
  const labels: Record<string, string> = {};
  for (const key of Object.keys(map)) {
    const value = map[key];
    if (isSet(value) && typeof value !== "object") labels[key] = String(value);
  }
  return labels;
}

/** Null and absent are the empty selector; where "not set" means something else, the caller asks first. */
export function selectorOf(json: Json | undefined): LabelSelector {
  const { matchLabels, matchExpressions } = mapOf(json);
  return {
    matchLabels: labelsOf(matchLabels),
    matchExpressions: listOf(matchExpressions).map((each) => {
      const { key, operator, values } = mapOf(each);
      return { key: textOf(key), operator: textOf(operator), values: listOf(values).map(String) };
    }),
  };
}

/** TCP where nothing is said; undefined for what is none of the three. */
export function protocolOf(json: Json | undefined): Protocol | undefined {
  if (!isSet(json) || json === "") return "TCP";
  return PROTOCOLS.find((protocol) => protocol === json);
}

/** apimachinery `IntOrString`; undefined when absent, or its zero value. */
export function numberOrName(json: Json | undefined): number | string | undefined {
  const value = numberOf(json) ?? optionalText(json);
  return value === 0 || value === "" ? undefined : value;
}

export const textList = (json: Json | undefined): readonly string[] =>
  listOf(json).flatMap((each) => (typeof each === "string" ? [each] : []));
