import type { Path } from "../yaml/node.ts";

/** What a JSON Schema that people name has against a value. `path` leads to the value that is meant. */
export type Complaint = { readonly path: Path } & Grievance;

export type Grievance =
  | { readonly kind: "unknown-key"; readonly key: string; readonly known: readonly string[] }
  /** One of these must be there. */
  | { readonly kind: "missing-key"; readonly keys: readonly string[] }
  | { readonly kind: "bad-key"; readonly key: string }
  | { readonly kind: "wrong-type"; readonly wanted: readonly string[] }
  | { readonly kind: "not-allowed"; readonly allowed: readonly unknown[] }
  | { readonly kind: "pattern"; readonly pattern: string }
  | { readonly kind: "limit"; readonly keyword: LimitKeyword; readonly limit: number }
  | { readonly kind: "repeated-item" }
  | { readonly kind: "forbidden" }
  /** None of the choices fits, or more than one where only one may. */
  | { readonly kind: "no-choice" }
  | { readonly kind: "several-choices" }
  | { readonly kind: "other"; readonly keyword: string };

export const LIMIT_KEYWORDS = [
  "minimum",
  "maximum",
  "exclusiveMinimum",
  "exclusiveMaximum",
  "multipleOf",
  "minLength",
  "maxLength",
  "minItems",
  "maxItems",
  "minProperties",
  "maxProperties",
] as const;

export type LimitKeyword = (typeof LIMIT_KEYWORDS)[number];

export interface CompiledSchema {
  /** `value` as JSON would give it. */
  complaints(value: unknown): readonly Complaint[];
}

/** Why a schema cannot be asked. */
export interface SchemaFault {
  readonly fault: "unreadable" | "not-json" | "no-schema";
  /** In the words of whoever failed; may be empty. */
  readonly detail: string;
}

export type NamedSchema = CompiledSchema | SchemaFault;
