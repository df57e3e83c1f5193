import { unlikeness } from "../base/nearest.ts";
import { deref, type YNode } from "../yaml/node.ts";
import { scalarKind } from "../yaml/scalar.ts";
import type { Catalog } from "./catalog.ts";
import type { SchemaCursor, ValueType } from "./cursor.ts";
import { COMMON_KINDS, FIELD_SYNONYMS, KIND_SYNONYMS, type Synonyms, VALUE_SYNONYMS } from "./synonyms.ts";
import { apiVersionOf, type KindEntry } from "./types.ts";

export interface Candidate {
  readonly name: string;
  /** 0 is the same name in another spelling, above 0.5 hardly anybody would have meant it. */
  readonly cost: number;
}

/** Fields of the object that `key` may stand for, best first. `present` are the keys it holds already. */
export function rankFields(
  cursor: SchemaCursor,
  key: string,
  present: ReadonlySet<string>,
  value: YNode | null,
): readonly Candidate[] {
  const synonyms = meantBy(FIELD_SYNONYMS, key);
  const absent = cursor.fields().filter(({ name }) => !present.has(name));
  return ranked(absent, ({ name, required, cursor: field }) => {
    const cost = withSynonyms(unlikeness(key, name), synonyms.indexOf(name));
    return cost === undefined ? undefined : cost + (suits(value, field.type) ? 0 : 0.2) - (required ? 0.08 : 0);
  }).map(({ candidate, cost }) => ({ name: candidate.name, cost }));
}

/** Choices that a value outside an enum may stand for, best first. */
export const suggestValues = (allowed: readonly string[], text: string): readonly string[] =>
  suggestWords(allowed, text, VALUE_SYNONYMS);

/** The same for a key that a JSON Schema does not know. */
export const suggestKeys = (known: readonly string[], key: string): readonly string[] =>
  suggestWords(known, key, FIELD_SYNONYMS);

function suggestWords(allowed: readonly string[], text: string, all: Synonyms): readonly string[] {
  const synonyms = meantBy(all, text);
  return ranked(allowed, (choice) => withSynonyms(unlikeness(text, choice), synonyms.indexOf(choice))).map(
    ({ candidate }) => candidate,
  );
}

/** A kind of another API version has to be this like the typed one to be thought of. */
const NEAR = 0.3;

/**
 * Kinds that `kind` may stand for, best first. What the manifest gives as `apiVersion` speaks for the kinds it serves.
 */
export function suggestKinds(catalog: Catalog, kind: string, apiVersion: string): readonly KindEntry[] {
  const synonyms = meantBy(KIND_SYNONYMS, kind);
  return ranked(catalog.kinds(), (entry) => {
    const cost = withSynonyms(unlikeness(kind, entry.kind), synonyms.indexOf(entry.kind));
    const here = apiVersionOf(entry) === apiVersion;
    if (cost === undefined || (!here && cost > NEAR)) return undefined;
    const elsewhere = here ? 0 : 0.1;
    const common = COMMON_KINDS.has(entry.kind) ? 0 : 0.06;
    return cost + elsewhere + common;
  }).map(({ candidate }) => candidate);
}

/** The candidates that come into question, the cheapest first. */
function ranked<T>(
  candidates: readonly T[],
  price: (candidate: T) => number | undefined,
): readonly { readonly candidate: T; readonly cost: number }[] {
  return candidates
    .flatMap((candidate) => {
      const cost = price(candidate);
      return cost === undefined || cost > 0.56 ? [] : [{ candidate, cost }];
    })
    .sort((a, b) => a.cost - b.cost);
}

const withSynonyms = (cost: number | undefined, position: number): number | undefined =>
  position < 0 ? cost : Math.min(cost ?? 1, 0.1 + 0.05 * position);

function meantBy(synonyms: Synonyms, word: string): readonly string[] {
  const folded = word.toLowerCase().replace(/[^a-z0-9]/g, "");
  return (Object.hasOwn(synonyms, folded) ? synonyms[folded] : undefined) ?? [];
}

/** Whether a value, as it is written, could belong to a field of that type. An absent value suits every field. */
export function suits(value: YNode | null, type: ValueType): boolean {
  const node = deref(value);
  if (!node || type === "any") return true;
  switch (node.type) {
    case "map":
      return type === "object" || type === "map";
    case "seq":
      return type === "list";
    case "scalar": {
      const kind = scalarKind(node);
      if (kind === "null") return true;
      if (type === "object" || type === "map" || type === "list") return false;
      if (kind === "boolean") return type === "boolean";
      if (kind === "string") return type !== "integer" && type !== "number" && type !== "boolean";
      return type !== "boolean" && type !== "date-time" && type !== "base64";
    }
  }
}
