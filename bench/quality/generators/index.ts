import type { Generator } from "../mistake.ts";
import { INDENTATION } from "./indentation.ts";
import { LINES } from "./lines.ts";
import { MISSPELLING } from "./misspelling.ts";
import { REFERENCES } from "./references.ts";
import { SEMANTICS } from "./semantics.ts";
import { STRUCTURE } from "./structure.ts";
import { SYNTAX } from "./syntax.ts";
import { VALUES } from "./values.ts";
import { VERSIONS } from "./versions.ts";

export const GENERATORS: readonly Generator[] = [
  ...SYNTAX,
  ...INDENTATION,
  ...STRUCTURE,
  ...LINES,
  ...MISSPELLING,
  ...VALUES,
  ...VERSIONS,
  ...SEMANTICS,
  ...REFERENCES,
];
