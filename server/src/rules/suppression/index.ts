import type { Rule } from "../rule.ts";
import missingReason from "./missing-reason.ts";
import unclear from "./unclear.ts";
import unknownRule from "./unknown-rule.ts";
import unused from "./unused.ts";

/** In the order of their ids. */
export const SUPPRESSION_RULES: readonly Rule[] = [missingReason, unclear, unknownRule, unused];
