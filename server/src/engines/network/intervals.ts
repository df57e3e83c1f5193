/**
 * A set of points on a number line as the ascending bounds of disjoint half-open intervals: [from, until, from, until].
 * Two equal sets have equal bounds. Ports use numbers, addresses bigints.
 */
export type Intervals<T extends number | bigint> = readonly T[];

export const union = <T extends number | bigint>(a: Intervals<T>, b: Intervals<T>): Intervals<T> =>
  combine(a, b, (inA, inB) => inA || inB);

export const intersection = <T extends number | bigint>(a: Intervals<T>, b: Intervals<T>): Intervals<T> =>
  combine(a, b, (inA, inB) => inA && inB);

export const difference = <T extends number | bigint>(a: Intervals<T>, b: Intervals<T>): Intervals<T> =>
  combine(a, b, (inA, inB) => inA && !inB);

/** Walks the bounds of both sets in order and keeps those at which membership of the result changes. */
function combine<T extends number | bigint>(
  a: Intervals<T>,
  b: Intervals<T>,
  isIn: (inA: boolean, inB: boolean) => boolean,
): Intervals<T> {
  const bounds: T[] = [];
  let i = 0;
  let j = 0;
  for (;;) {
    const x = a[i];
    const y = b[j];
    const here = x === undefined || (y !== undefined && y < x) ? y : x;
    if (here === undefined) return bounds;
    if (x === here) i++;
    if (y === here) j++;
    if (isIn(i % 2 === 1, j % 2 === 1) !== (bounds.length % 2 === 1)) bounds.push(here);
  }
}

export function contains<T extends number | bigint>(set: Intervals<T>, point: T): boolean {
  let inside = false;
  for (const bound of set) {
    if (point < bound) return inside;
    inside = !inside;
  }
  return false;
}
