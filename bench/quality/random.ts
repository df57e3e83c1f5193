export { Random } from "../../test/kit/random.ts";

/** A seed from words, so that each generator has its own stream and adding one does not move the others. */
export function seedOf(words: string): number {
  let hash = 0x811c9dc5;
  for (const char of words) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}
