/**
 * Entries of the collections still open, those of the innermost on top. A closed collection takes its own off the pile as
 * an array of exactly their number: arrays that grow by pushing waste more memory than the entries of a small map need.
 */
export class Pile<T> {
  readonly #entries: T[] = [];
  count = 0;

  push(entry: T): void {
    this.#entries[this.count++] = entry;
  }

  at(index: number): T | undefined {
    return this.#entries[index];
  }

  /** Removes and returns the entries from `base` on. */
  take(base: number): T[] {
    const taken = this.#entries.slice(base, this.count);
    this.count = base;
    return taken;
  }
}
