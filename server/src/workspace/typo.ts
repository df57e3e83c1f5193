import { editDistance } from "../base/nearest.ts";

/**
 * Whether `typed` is `wanted` with a slip of the keyboard. Names of objects come in families (`web-1` and `web-2`,
 * `db-a` and `db-b`), so that likeness alone proves nothing: digits must agree, and the word that differs must be long
 * enough for the rest of it to be no accident.
 */
export function isTypo(typed: string, wanted: string): boolean {
  if (typed === wanted || Math.abs(typed.length - wanted.length) > 2) return false;
  if (typed.length < 3 || wanted.length < 3) return false;
  const lower = typed.toLowerCase();
  if (lower !== typed) return lower === wanted.toLowerCase() || isTypo(lower, wanted.toLowerCase());
  const start = commonStart(typed, wanted);
  const end = commonEnd(typed, wanted, start);
  // Most pairs of names end here: what differs is too long for one or two slips next to each other.
  if (Math.max(typed.length, wanted.length) - start - end > 4) return false;
  if (digitsOf(typed) !== digitsOf(wanted)) return false;
  if (isSwap(typed, wanted, start)) return true;
  if (Math.min(typed.length, wanted.length) < 4) return false;
  if (separatorsAside(typed) === separatorsAside(wanted)) return true;
  const allowed = Math.min(typed.length, wanted.length) >= 10 ? 2 : 1;
  if (editDistance(typed, wanted, allowed) > allowed) return false;
  const [left, right] = [wordAround(typed, start), wordAround(wanted, start)];
  return Math.max(left.length, right.length) >= 4;
}

/** Two neighbours in the wrong order: nobody names two things so. */
const isSwap = (a: string, b: string, at: number): boolean =>
  a.length === b.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);

function commonStart(a: string, b: string): number {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at;
}

function commonEnd(a: string, b: string, start: number): number {
  let count = 0;
  while (count < a.length - start && count < b.length - start && a[a.length - 1 - count] === b[b.length - 1 - count])
    count++;
  return count;
}

const digitsOf = (name: string): string => name.replace(/\D/g, "");

const separatorsAside = (name: string): string => name.replace(/[-_.]/g, "");

/** The word of a name such as `web-config` that holds the character at `offset`. */
function wordAround(name: string, offset: number): string {
  const separators = /[-_.]/;
  let start = Math.min(offset, name.length);
  while (start > 0 && !separators.test(name[start - 1] ?? "")) start--;
  let end = start;
  while (end < name.length && !separators.test(name[end] ?? "")) end++;
  return name.slice(start, end);
}

/** `cart` and `carts`: as often two things as one of them misspelt. */
export const differInPlural = (a: string, b: string): boolean => `${a}s` === b || `${b}s` === a;
