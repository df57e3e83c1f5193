import { API_RULES } from "./api/index.ts";
import { METADATA_RULES } from "./metadata/index.ts";
import { REFERENCE_RULES } from "./reference/index.ts";
import type { Rule } from "./rule.ts";
import { SCHEMA_RULES } from "./schema/index.ts";
import { YAML_RULES } from "./yaml/index.ts";

/** Every rule, in the order of their ids. A new rule is one file and two lines in the index.ts of its domain. */
export const RULES: readonly Rule[] = [
  ...API_RULES,
  ...METADATA_RULES,
  ...REFERENCE_RULES,
  ...SCHEMA_RULES,
  ...YAML_RULES,
];
