import { isDeepStrictEqual } from "node:util";
import { parseAllDocuments } from "yaml";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * What kubectl makes of a text, by a reader that is not ours: the documents as data, or undefined where it is not YAML.
 * Duplicate keys are refused, as strict decoding refuses them.
 */
export function dataOf(text: string): readonly Json[] | undefined {
  try {
    const documents = parseAllDocuments(text, { version: "1.1", uniqueKeys: true, logLevel: "silent" });
    if (!Array.isArray(documents)) return [];
    if (documents.some(({ errors }) => errors.length > 0)) return undefined;
    return documents.map((document): Json => plain(document.toJS({ maxAliasCount: 1000 })));
  } catch {
    return undefined;
  }
}

export const sameData = (one: readonly Json[] | undefined, other: readonly Json[] | undefined): boolean =>
  one !== undefined && other !== undefined && isDeepStrictEqual(withoutEmpty(one), withoutEmpty(other));

/** Documents of nothing but comments come and go with `---` lines. */
const withoutEmpty = (documents: readonly Json[]): readonly Json[] => documents.filter((each) => each !== null);

/** Dates and byte strings of YAML 1.1 as the text that JSON would hold. */
function plain(value: unknown): Json {
  if (value === null || value === undefined) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, each]) => [String(key), plain(each)]));
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
}

/** The value below a path of keys and positions. */
export function get(value: Json | undefined, ...path: readonly (string | number)[]): Json | undefined {
  let here: Json | undefined = value;
  for (const step of path) {
    if (typeof here !== "object" || here === null) return undefined;
    // Arrays are indexed by number and objects by string; the other way round gives undefined, which is right.
    here = (here as { readonly [key: string | number]: Json })[step];
  }
  return here;
}

export const textAt = (value: Json | undefined, ...path: readonly (string | number)[]): string | undefined => {
  const found = get(value, ...path);
  return typeof found === "string" ? found : undefined;
};

export const listAt = (value: Json | undefined, ...path: readonly (string | number)[]): readonly Json[] => {
  const found = get(value, ...path);
  return Array.isArray(found) ? found : [];
};
