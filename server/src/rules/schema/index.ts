import type { Rule } from "../rule.ts";
import badBase64 from "./bad-base64.ts";
import badDate from "./bad-date.ts";
import badQuantity from "./bad-quantity.ts";
import missingField from "./missing-field.ts";
import missingLevel from "./missing-level.ts";
import namedSchema from "./named-schema.ts";
import outOfRange from "./out-of-range.ts";
import patternMismatch from "./pattern-mismatch.ts";
import repeatedLevel from "./repeated-level.ts";
import unknownField from "./unknown-field.ts";
import valueNotAllowed from "./value-not-allowed.ts";
import wrongType from "./wrong-type.ts";

/** In the order of their ids. */
export const SCHEMA_RULES: readonly Rule[] = [
  badBase64,
  badDate,
  badQuantity,
  missingField,
  missingLevel,
  namedSchema,
  outOfRange,
  patternMismatch,
  repeatedLevel,
  unknownField,
  valueNotAllowed,
  wrongType,
];
