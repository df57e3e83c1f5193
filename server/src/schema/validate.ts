import type { Span } from "../base/span.ts";
import { deref, type Path, type YMap, type YNode, type YPair, type YScalar, type YSeq } from "../yaml/node.ts";
import { jsonValue, mergedEntries, scalarKind } from "../yaml/scalar.ts";
import type { SchemaCursor, ValueType } from "./cursor.ts";
import { checkFormat } from "./format.ts";
import type { SchemaProblem } from "./problem.ts";

export interface ValidateOptions {
  /** A patch or an unfinished base: absent fields are not missed. */
  readonly partial: boolean;
}

/**
 * Compares a tree with its schema as the API server's strict decoding does: unknown fields, wrong types, values outside
 * enums and bounds, and required fields. Null stands for "absent" anywhere, as in Go's JSON decoding. Scalars that a
 * template or a `${PLACEHOLDER}` will replace are taken for whatever is wanted.
 */
export function validate(root: YNode, cursor: SchemaCursor, options: ValidateOptions): readonly SchemaProblem[] {
  const walk = new Walk(options);
  walk.value(root, cursor, undefined);
  return walk.problems;
}

const MAX_DEPTH = 200;
/** Anchors may be followed again and again; past this many nodes a document is not a manifest but an attack. */
const MAX_NODES = 2_000_000;

class Walk {
  readonly problems: SchemaProblem[] = [];
  readonly #path: (string | number)[] = [];
  readonly #options: ValidateOptions;
  #visited = 0;

  constructor(options: ValidateOptions) {
    this.#options = options;
  }

  value(node: YNode, cursor: SchemaCursor, pair: YPair | undefined): void {
    if (this.#path.length > MAX_DEPTH || this.#visited++ > MAX_NODES) return;
    const value = deref(node);
    if (!value) return;
    switch (value.type) {
      case "map":
        return this.#map(value, cursor, pair);
      case "seq":
        return this.#seq(value, cursor, pair);
      case "scalar":
        return this.#scalar(value, cursor, pair);
    }
  }

  #map(map: YMap, cursor: SchemaCursor, pair: YPair | undefined): void {
    const { type } = cursor;
    if (type !== "object" && type !== "map" && type !== "any") return this.#wrongType(map, cursor, pair);
    const entries = mergedEntries(map);
    for (const entry of entries) {
      const key = entry.key.text;
      const child = cursor.child(key);
      if (!child) {
        if (cursor.closed && !isOpaque(key) && key !== "<<") this.#unknown(map, entry, cursor);
        continue;
      }
      if (entry.value === null) continue;
      this.#path.push(key);
      this.value(entry.value, child, entry);
      this.#path.pop();
    }
    if (!this.#options.partial) this.#required(map, entries, cursor, pair);
    this.#bound(map, cursor, "count", entries.length, cursor.schema.minProperties, cursor.schema.maxProperties);
  }

  #required(map: YMap, entries: readonly YPair[], cursor: SchemaCursor, pair: YPair | undefined): void {
    const { required } = cursor.schema;
    if (!required) return;
    if (required.every((field) => hasValue(entries, field))) return;
    if (entries.some(({ key }) => isOpaque(key.text))) return;
    const absent: string[] = [];
    for (const field of required) {
      const entry = entries.find((candidate) => candidate.key.text === field);
      // An entry that is there but empty is being typed, or is null on purpose: the key itself is the place to look.
      if (!entry) absent.push(field);
      else if (isNull(entry.value)) this.#missing([field], entry.key, map, cursor);
    }
    const place = pair?.key ?? map.entries[0]?.key ?? map;
    if (absent.length > 0) this.#missing(absent, place, map, cursor);
  }

  #missing(fields: readonly string[], { start, end }: Span, map: YMap, cursor: SchemaCursor): void {
    this.problems.push({ kind: "missing-field", path: [...this.#path], start, end, cursor, fields, map });
  }

  #seq(seq: YSeq, cursor: SchemaCursor, pair: YPair | undefined): void {
    if (cursor.type === "any") return;
    const item = cursor.type === "list" ? cursor.item() : undefined;
    if (cursor.type !== "list") return this.#wrongType(seq, cursor, pair);
    if (item) {
      for (let index = 0; index < seq.items.length; index++) {
        const node = seq.items[index]?.value;
        if (!node) continue;
        this.#path.push(index);
        this.value(node, item, undefined);
        this.#path.pop();
      }
    }
    this.#bound(seq, cursor, "count", seq.items.length, cursor.schema.minItems, cursor.schema.maxItems);
  }

  #scalar(scalar: YScalar, cursor: SchemaCursor, pair: YPair | undefined): void {
    if (cursor.type === "any" || isOpaque(scalar.text)) return;
    const kind = scalarKind(scalar);
    if (kind === "null") return;
    if (!accepts(cursor.type, kind, scalar)) return this.#wrongType(scalar, cursor, pair);
    this.#allowed(scalar, cursor);
    const format = checkFormat(cursor, scalar.text);
    if (format) {
      const { start, end } = scalar;
      this.problems.push({ kind: "bad-format", path: [...this.#path], start, end, cursor, node: scalar, format });
    }
    this.#numberBounds(scalar, kind, cursor);
  }

  #allowed(scalar: YScalar, cursor: SchemaCursor): void {
    const allowed = cursor.schema.enum ?? cursor.site.enum;
    if (!allowed) return;
    const value = jsonValue(scalar);
    // The empty string means "absent" to the API server for every enum-typed field: omitempty drops it.
    if (allowed.includes(value) || value === "") return;
    const { start, end } = scalar;
    const names = allowed.filter((choice) => choice !== null).map(String);
    this.problems.push({
      kind: "not-allowed",
      path: [...this.#path],
      start,
      end,
      cursor,
      node: scalar,
      allowed: names,
    });
  }

  #numberBounds(scalar: YScalar, kind: string, cursor: SchemaCursor): void {
    const { schema } = cursor;
    if (kind === "integer" || kind === "float") {
      const [low, high] = integerRange(schema.format);
      const value = Number(jsonValue(scalar));
      this.#bound(scalar, cursor, "number", value, schema.minimum ?? low, schema.maximum ?? high);
    } else if (schema.minLength !== undefined || schema.maxLength !== undefined) {
      this.#bound(scalar, cursor, "length", [...scalar.text].length, schema.minLength, schema.maxLength);
    }
  }

  #bound(
    node: YNode,
    cursor: SchemaCursor,
    of: "number" | "length" | "count",
    value: number,
    low: number | undefined,
    high: number | undefined,
  ): void {
    const under = low !== undefined && value < low;
    if (!under && !(high !== undefined && value > high)) return;
    const limit = under ? low : (high ?? 0);
    const bound = of === "number" ? (under ? "minimum" : "maximum") : of;
    const { start, end } = node;
    this.problems.push({ kind: "out-of-range", path: [...this.#path], start, end, cursor, node, bound, limit });
  }

  #unknown(map: YMap, pair: YPair, cursor: SchemaCursor): void {
    const path: Path = [...this.#path, pair.key.text];
    this.problems.push({
      kind: "unknown-field",
      path,
      start: pair.key.start,
      end: pair.key.end,
      cursor,
      map,
      pair,
    });
  }

  #wrongType(node: YNode, cursor: SchemaCursor, pair: YPair | undefined): void {
    const { start, end } = node;
    this.problems.push({ kind: "wrong-type", path: [...this.#path], start, end, cursor, node, pair });
  }
}

function isNull(node: YNode | null): boolean {
  const value = deref(node);
  return value === undefined || (value.type === "scalar" && scalarKind(value) === "null");
}

/** Text that something else will replace before Kubernetes reads it. Nearly all text holds no brace and is let go at once. */
export const isOpaque = (text: string): boolean =>
  text.includes("{") && (text.includes("{{") || /\$\{[^}]*\}/.test(text));

/** Whether the field is there and not null. */
function hasValue(entries: readonly YPair[], field: string): boolean {
  for (const { key, value } of entries) if (key.text === field) return !isNull(value);
  return false;
}

/** What Go's JSON decoder takes for each field type, after sigs.k8s.io/yaml has turned YAML scalars into JSON. */
function accepts(type: ValueType, kind: ReturnType<typeof scalarKind>, scalar: YScalar): boolean {
  switch (type) {
    case "string":
    case "date-time":
    case "base64":
      return kind === "string";
    case "integer":
      return kind === "integer" || (kind === "float" && Number.isInteger(jsonValue(scalar)));
    case "number":
      return kind === "integer" || kind === "float";
    case "boolean":
      return kind === "boolean";
    case "int-or-string":
      return kind === "integer" || kind === "string" || (kind === "float" && Number.isInteger(jsonValue(scalar)));
    case "quantity":
      return kind !== "boolean";
    case "any":
      return true;
    case "object":
    case "map":
    case "list":
      return false;
  }
}

function integerRange(format: string | undefined): readonly [number | undefined, number | undefined] {
  return format === "int32" ? [-2147483648, 2147483647] : [undefined, undefined];
}
