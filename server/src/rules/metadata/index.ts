import type { Rule } from "../rule.ts";
import missingName from "./missing-name.ts";

/** In the order of their ids. */
export const METADATA_RULES: readonly Rule[] = [missingName];
