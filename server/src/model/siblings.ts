import { isOpaque } from "../schema/validate.ts";
import { at, deref, entriesOf, itemsOf, pairOf, textOf, type YMap, type YNode } from "../yaml/node.ts";
import type { KindFromSiblings, KindName, ReferenceRow } from "./reference-row.ts";
import { type Labels, labelOf, type Requirement, type Selector } from "./selector.ts";

/** The maps around a value, outermost first: what sibling paths of the reference table start from. */
export type Around = readonly YMap[];

/** The node at a sibling path such as `../name`; each `..` is one map further out. */
export function siblingOf(around: Around, path: string): YNode | undefined {
  const steps = path.split("/");
  const up = steps.filter((step) => step === "..").length;
  return at(around[around.length - 1 - up], ...steps.slice(up)) ?? undefined;
}

export const siblingText = (around: Around, path: string | undefined): string | undefined =>
  path === undefined ? undefined : nameOf(siblingOf(around, path));

/** A scalar's text where it can be a name; undefined for null, nothing, and text that something else will replace. */
export function nameOf(node: YNode | null | undefined): string | undefined {
  const scalar = deref(node);
  if (scalar?.type !== "scalar" || scalar.text === "" || isOpaque(scalar.text)) return undefined;
  return scalar.style === "plain" && (scalar.text === "null" || scalar.text === "~") ? undefined : scalar.text;
}

/** The kind of object that a row leads to; undefined when the siblings name none, or one that is no object. */
export function kindMeant(to: KindName | KindFromSiblings, around: Around): KindName | undefined {
  if ("kind" in to) return to;
  const kind = siblingText(around, to.kindAt) ?? to.otherwise?.kind;
  if (kind === undefined || (to.only && !to.only.includes(kind))) return undefined;
  const written = to.groupAt ? siblingText(around, to.groupAt) : undefined;
  if (written === undefined) return { group: to.otherwise?.group ?? "", kind };
  if (to.groupAt !== "apiVersion") return { group: written, kind };
  return { group: written.includes("/") ? written.slice(0, written.indexOf("/")) : "", kind };
}

export const isOptional = (row: ReferenceRow, around: Around): boolean =>
  row.optional !== undefined && siblingText(around, row.optional) === "true";

/**
 * Reads a LabelSelector, or the plain map of labels that Services use. Undefined when it is neither, or when part of it
 * is left to a template.
 */
export function selectorOf(node: YNode | null | undefined): Selector | undefined {
  const map = deref(node);
  if (map?.type !== "map") return undefined;
  if (!isLabelSelector(map)) {
    const labels = labelsOf(map);
    return labels && { labels, requirements: [] };
  }
  const labels = labelsOf(at(map, "matchLabels"));
  const requirements = itemsOf(at(map, "matchExpressions")).map(({ value }) => requirementOf(value));
  if (!labels || requirements.includes(undefined)) return undefined;
  return { labels, requirements: requirements.flatMap((requirement) => requirement ?? []) };
}

const isLabelSelector = (map: YMap): boolean =>
  ["matchLabels", "matchExpressions"].some((field) => {
    const pair = pairOf(map, field);
    return pair !== undefined && deref(pair.value)?.type !== "scalar";
  });

function requirementOf(node: YNode | null): Requirement | undefined {
  const key = nameOf(at(node, "key"));
  const operator = nameOf(at(node, "operator"));
  if (key === undefined || operator === undefined) return undefined;
  const values = itemsOf(at(node, "values")).map(({ value }) => textOf(value) ?? "");
  return values.some(isOpaque) ? undefined : { key, operator, values };
}

/** Labels of a map, sorted; undefined when one is left to a template. */
export function labelsOf(node: YNode | null | undefined): Labels | undefined {
  const labels: string[] = [];
  for (const { key, value } of entriesOf(node)) {
    const text = textOf(value) ?? "";
    if (isOpaque(key.text) || isOpaque(text)) return undefined;
    labels.push(labelOf(key.text, text));
  }
  return labels.sort();
}
