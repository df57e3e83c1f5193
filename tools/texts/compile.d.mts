import type { CompiledTexts } from "../../server/src/schema/texts.ts";

export function compileTexts(outFile: string): Promise<void>;
export function compiledTexts(): CompiledTexts;
