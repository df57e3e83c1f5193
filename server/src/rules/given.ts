import type { Span } from "../base/span.ts";
import type { Resource } from "../model/resource.ts";
import { isOpaque } from "../schema/validate.ts";
import { at, deref, itemsOf, type Path, pairOf, type YMap, type YNode, type YScalar } from "../yaml/node.ts";
import { integerValue, isMergeKey, scalarKind } from "../yaml/scalar.ts";

type Place = YNode | null | undefined;

/** True for these kinds of a group, in whatever version. */
export const isA = ({ gvk }: Resource, group: string, ...kinds: readonly string[]): boolean =>
  gvk.group === group && kinds.includes(gvk.kind);

/** A scalar whose value is known: neither null nor empty, which mean "absent", nor a placeholder to be filled in. */
export function scalarAt(node: Place, ...path: Path): YScalar | undefined {
  const value = deref(at(node, ...path));
  if (value?.type !== "scalar" || value.text === "" || isOpaque(value.text)) return undefined;
  return scalarKind(value) === "null" ? undefined : value;
}

/** The known text of a string; undefined for numbers and booleans, of which the schema speaks. */
export function textAt(node: Place, ...path: Path): string | undefined {
  const scalar = scalarAt(node, ...path);
  return scalar && scalarKind(scalar) === "string" ? scalar.text : undefined;
}

/** The known value of a whole number. */
export function numberAt(node: Place, ...path: Path): number | undefined {
  const scalar = scalarAt(node, ...path);
  const value = scalar && integerValue(scalar);
  return value === undefined ? undefined : Number(value);
}

/** Whether something stands there, be it a placeholder. */
export function isGiven(node: Place): boolean {
  const value = deref(node);
  return value !== undefined && (value.type !== "scalar" || (value.text !== "" && scalarKind(value) !== "null"));
}

export function mapAt(node: Place, ...path: Path): YMap | undefined {
  const value = deref(at(node, ...path));
  return value?.type === "map" ? value : undefined;
}

/** The maps among the items of a list. */
export const mapsIn = (list: Place): readonly YMap[] =>
  itemsOf(list).flatMap(({ value }) => {
    const item = deref(value);
    return item?.type === "map" ? [item] : [];
  });

/** The known strings among the items of a list. */
export const textsIn = (list: Place): readonly YScalar[] =>
  itemsOf(list).flatMap(({ value }) => {
    const item = scalarAt(value);
    return item && scalarKind(item) === "string" ? [item] : [];
  });

/** Whether a map surely has no such field: no merge key or placeholder may bring it. */
export const lacks = (map: YMap, field: string): boolean =>
  !isGiven(pairOf(map, field)?.value) && !map.entries.some(({ key }) => isMergeKey(key) || isOpaque(key.text));

export const spanOf = ({ start, end }: Span): Span => ({ start, end });
