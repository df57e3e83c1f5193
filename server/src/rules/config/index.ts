import type { Rule } from "../rule.ts";
import badKey from "./bad-key.ts";
import duplicateKey from "./duplicate-key.ts";
import encodedTwice from "./encoded-twice.ts";
import secretType from "./secret-type.ts";
import strayNewline from "./stray-newline.ts";

/** In the order of their ids. */
export const CONFIG_RULES: readonly Rule[] = [badKey, duplicateKey, encodedTwice, secretType, strayNewline];
