/** JSON as kubectl sends it. Whole numbers beyond 2^53 are bigints, so that no digit is lost. */
export type Json = null | boolean | number | bigint | string | readonly Json[] | JsonMap;

export interface JsonMap {
  readonly [key: string]: Json | undefined;
}

export const isMap = (value: Json | undefined): value is JsonMap =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Null and absent are the same to Go's decoder: the zero value. */
export const isSet = (value: Json | undefined): value is Exclude<Json, null> => value !== undefined && value !== null;

const EMPTY: JsonMap = {};

export const mapOf = (value: Json | undefined): JsonMap => (isMap(value) ? value : EMPTY);

export const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);

/** The empty string where the field is absent, as in Go. */
export const textOf = (value: Json | undefined): string => (typeof value === "string" ? value : "");

export const optionalText = (value: Json | undefined): string | undefined =>
  typeof value === "string" ? value : undefined;

export const textsOf = (value: Json | undefined): readonly string[] => listOf(value).map(textOf);

export const numberOf = (value: Json | undefined): number | undefined =>
  typeof value === "number" || typeof value === "bigint" ? Number(value) : undefined;

export function stringsOf(value: Json | undefined): ReadonlyMap<string, string> {
  if (!isSet(value)) return new Map();
  return new Map(Object.entries(mapOf(value)).map(([key, text]) => [key, textOf(text)]));
}

export function at(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  let here = value;
  for (const step of path) here = mapOf(here)[step];
  return here;
}

/**
 * Equality as `apiequality.Semantic.DeepEqual` sees it, of values already normalised: absent, null, empty lists and
 * empty maps are all the same.
 */
export function isEqual(a: Json | undefined, b: Json | undefined): boolean {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b);
  if (Array.isArray(a))
    return Array.isArray(b) && a.length === b.length && a.every((item, index) => isEqual(item, b[index]));
  if (isMap(a)) {
    if (!isMap(b)) return false;
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    return [...keys].every((key) => isEqual(a[key], b[key]));
  }
  return a === b;
}

function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === null) return true;
  if (Array.isArray(value)) return value.length === 0;
  return isMap(value) && Object.values(value).every(isEmpty);
}

/** A copy with `value` at `path`; undefined takes the key away. */
export function withValue(json: JsonMap, path: readonly string[], value: Json | undefined): JsonMap {
  const [step, ...rest] = path;
  if (step === undefined) return json;
  if (rest.length > 0) return { ...json, [step]: withValue(mapOf(json[step]), rest, value) };
  const { [step]: _, ...others } = json;
  return value === undefined ? others : { ...others, [step]: value };
}
