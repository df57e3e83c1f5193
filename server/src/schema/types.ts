/**
 * The subset of JSON Schema that Kubernetes uses, for built-in kinds and CRDs alike. Built-in definitions refer to each
 * other by `$ref: "io.k8s.api.core.v1.PodSpec"` (the bare definition name); CRD schemas have no references.
 */
export interface Schema {
  readonly $ref?: string;
  readonly type?: "object" | "array" | "string" | "integer" | "number" | "boolean";
  /** int32, int64, double, byte, date-time, int-or-string, quantity, duration... */
  readonly format?: string;
  readonly description?: string;
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  /** `false` or absent on an object with properties: other keys are unknown. A schema: a map of such values. */
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly enum?: readonly (string | number | boolean | null)[];
  readonly default?: unknown;
  readonly nullable?: boolean;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly exclusiveMaximum?: boolean;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly uniqueItems?: boolean;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly not?: Schema;
  readonly "x-kubernetes-int-or-string"?: boolean;
  readonly "x-kubernetes-preserve-unknown-fields"?: boolean;
  readonly "x-kubernetes-embedded-resource"?: boolean;
  readonly "x-kubernetes-list-type"?: "atomic" | "set" | "map";
  readonly "x-kubernetes-list-map-keys"?: readonly string[];
  /** Our overlay: the API server fills this field in; a manifest should not. */
  readonly "x-server-owned"?: boolean;
  /** Our overlay: the API server refuses to change it after creation. */
  readonly "x-immutable"?: boolean;
  /** Our overlay: Kubernetes release since which the field is deprecated, as "1.22"; otherwise "kustomize 5.0". */
  readonly "x-deprecated-since"?: string;
}

/** A group, version and kind. The core group is the empty string. */
export interface Gvk {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}

export const apiVersionOf = (gvk: Gvk): string => (gvk.group === "" ? gvk.version : `${gvk.group}/${gvk.version}`);

/** Splits `apps/v1` as the API machinery does (schema.ParseGroupVersion): no slash means the core group. */
export function parseApiVersion(apiVersion: string): { readonly group: string; readonly version: string } {
  const slash = apiVersion.indexOf("/");
  return slash < 0
    ? { group: "", version: apiVersion }
    : { group: apiVersion.slice(0, slash), version: apiVersion.slice(slash + 1) };
}

/**
 * The files that the build writes to `dist/schemas`. Each `*.ndjson` holds one JSON value per line and is split, not
 * parsed, at load; a line is parsed when a definition is first asked for. All files are ASCII.
 *
 * - `index.json`: a {@link SchemaIndex}.
 * - `releases/1.36.json`: the {@link KindTable} of a Kubernetes release.
 * - `definitions.ndjson`: each distinct definition of any release once, without descriptions.
 * - `descriptions.ndjson`: each distinct set of descriptions once: `{ "": "the definition", "field": "…" }`.
 * - `custom-kinds.json`, `custom-names.json`, `custom-definitions.ndjson`, `custom-descriptions.ndjson`: the same for the
 *   custom resources that ship with us (Gateway API, cert-manager…), which do not depend on the release. Kinds and names
 *   are apart because the kinds are asked for much more often.
 */
export interface SchemaIndex {
  /** Oldest first: "1.28", "1.29", … */
  readonly releases: readonly string[];
}

export interface KindTable {
  readonly definitions: DefinitionLines;
  /** By group; of one kind the preferred version first. */
  readonly kinds: readonly KindEntry[];
}

/** Definition name -> [line of its definition, line of its descriptions]; -1 when there are no descriptions. */
export interface DefinitionLines {
  readonly [name: string]: readonly [number, number];
}

export interface KindEntry extends Gvk {
  readonly definition: string;
  readonly namespaced: boolean;
  /** The lower-case plural of URLs and kubectl, "deployments". */
  readonly plural: string;
}
