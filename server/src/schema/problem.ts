import type { Span } from "../base/span.ts";
import type { Path, YMap, YNode, YPair } from "../yaml/node.ts";
import type { SchemaCursor } from "./cursor.ts";

interface Base extends Span {
  /** From the object's root to the value or field in question. */
  readonly path: Path;
}

/** A disagreement between a document and the schema of its kind, as data: rules turn it into words and fixes. */
export type SchemaProblem = UnknownField | WrongType | MissingField | NotAllowed | BadFormat | OutOfRange;

/** `cursor` is the object that does not know the key. The span is the key's. */
export interface UnknownField extends Base {
  readonly kind: "unknown-field";
  readonly cursor: SchemaCursor;
  readonly map: YMap;
  readonly pair: YPair;
}

/** The value is of a type that the field cannot decode. The span is the value's, or the key's when there is none. */
export interface WrongType extends Base {
  readonly kind: "wrong-type";
  readonly cursor: SchemaCursor;
  readonly node: YNode;
  readonly pair: YPair | undefined;
}

/**
 * `cursor` is the object that lacks `fields`. The span is the key that holds the object, or the object's first key; for
 * a field that is there without a value it is that field's key.
 */
export interface MissingField extends Base {
  readonly kind: "missing-field";
  readonly cursor: SchemaCursor;
  readonly fields: readonly string[];
  readonly map: YMap;
}

/** A value outside the enum. */
export interface NotAllowed extends Base {
  readonly kind: "not-allowed";
  readonly cursor: SchemaCursor;
  readonly node: YNode;
  readonly allowed: readonly string[];
}

/** A string that does not read as a quantity, date, base64 or pattern. */
export interface BadFormat extends Base {
  readonly kind: "bad-format";
  readonly cursor: SchemaCursor;
  readonly node: YNode;
  readonly format: "quantity" | "date-time" | "base64" | "pattern";
}

/** A number, length or count outside its bounds. */
export interface OutOfRange extends Base {
  readonly kind: "out-of-range";
  readonly cursor: SchemaCursor;
  readonly node: YNode;
  readonly bound: "minimum" | "maximum" | "length" | "count";
  readonly limit: number;
}
