import type { SourceText } from "./read.mjs";

type Fingerprint = readonly [english: string, upstream: string];

export function readReviewed(): { readonly [key: string]: Fingerprint };
export function fingerprint(text: SourceText, upstream: (key: string) => string): Fingerprint;
export function upstreamDescriptions(): (key: string) => string;
