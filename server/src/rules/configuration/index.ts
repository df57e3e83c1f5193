import type { Rule } from "../rule.ts";
import unknownRule from "./unknown-rule.ts";

/** In the order of their ids. */
export const CONFIGURATION_RULES: readonly Rule[] = [unknownRule];
