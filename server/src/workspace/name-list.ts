/**
 * Names in the order of their beginnings and in that of their ends. Two names that differ in one place share their first
 * half or their last, so that those like a given name are found without looking at all of them.
 */
export class NameList {
  readonly sorted: string[];
  readonly #byEnd: string[];

  constructor(names: Iterable<string>) {
    this.sorted = [...names].sort(byStart);
    this.#byEnd = [...this.sorted].sort(byEnd);
  }

  add(name: string): void {
    this.sorted.splice(position(this.sorted, name, byStart), 0, name);
    this.#byEnd.splice(position(this.#byEnd, name, byEnd), 0, name);
  }

  delete(name: string): void {
    this.sorted.splice(position(this.sorted, name, byStart), 1);
    this.#byEnd.splice(position(this.#byEnd, name, byEnd), 1);
  }

  /** Names whose first half, or last, is that of `name`; a little less than half, for what differs may straddle it. */
  sharingHalf(name: string): readonly string[] {
    const half = Math.floor(name.length / 2);
    const start = name.slice(0, Math.max(1, half - 1));
    const end = name.slice(name.length - Math.max(1, half - 3));
    const alike = new Set<string>();
    for (let at = position(this.sorted, start, byStart); this.sorted[at]?.startsWith(start); at++)
      alike.add(this.sorted[at] ?? "");
    for (let at = position(this.#byEnd, end, byEnd); this.#byEnd[at]?.endsWith(end); at++)
      alike.add(this.#byEnd[at] ?? "");
    return [...alike].sort(byStart);
  }
}

const byStart = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Compares from the last character backwards; a name comes after its own ending. */
function byEnd(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  for (let back = 1; back <= shorter; back++) {
    const difference = a.charCodeAt(a.length - back) - b.charCodeAt(b.length - back);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

/** First position whose name is not before `name`. */
function position(names: readonly string[], name: string, compare: (a: string, b: string) => number): number {
  let low = 0;
  let high = names.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(names[middle] ?? "", name) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
