import type { Generator } from "../mistake.ts";
import { INDENTATION } from "./indentation.ts";
import { MISSPELLING } from "./misspelling.ts";
import { STRUCTURE } from "./structure.ts";
import { SYNTAX } from "./syntax.ts";

export const GENERATORS: readonly Generator[] = [...SYNTAX, ...INDENTATION, ...STRUCTURE, ...MISSPELLING];
