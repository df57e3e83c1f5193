import type { SourceText } from "./read.mjs";

export function readPairs(): { readonly [key: string]: string };
export function englishHash(text: Pick<SourceText, "en">): string;
