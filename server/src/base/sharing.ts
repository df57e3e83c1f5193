/** How many items two lists have in common at their start and, beyond those, at their end. */
export function sharedEnds<T>(
  before: readonly T[],
  after: readonly T[],
): { readonly start: number; readonly end: number } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return { start, end };
}

/** `after.map(make)`, where `results` holds what `before.map(make)` gave: only what changed between is made again. */
export function mapChanged<T, R>(
  before: readonly T[],
  results: readonly R[],
  after: readonly T[],
  make: (item: T) => R,
): readonly R[] {
  const { start, end } = sharedEnds(before, after);
  return [
    ...results.slice(0, start),
    ...after.slice(start, after.length - end).map(make),
    ...results.slice(results.length - end),
  ];
}
