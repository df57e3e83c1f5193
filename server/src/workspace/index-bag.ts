import type { Entry } from "./view.ts";

/**
 * Entries under keys, each list in the order of files: what order files came in can then never show. Most keys have one
 * entry, which then needs no list.
 */
export class EntryBag {
  readonly #lists = new Map<string, Entry | Entry[]>();

  get(key: string): readonly Entry[] {
    const held = this.#lists.get(key);
    return held === undefined ? NONE : Array.isArray(held) ? held : [held];
  }

  keys(): Iterable<string> {
    return this.#lists.keys();
  }

  /** An entry is kept once under a key, however often it is added in one go. True when the key is new. */
  add(key: string, entry: Entry): boolean {
    const held = this.#lists.get(key);
    if (held === undefined) {
      this.#lists.set(key, entry);
      return true;
    }
    if (held === entry) return false;
    const list = Array.isArray(held) ? held : [held];
    const at = endOf(list, entry.file);
    if (list[at - 1] === entry) return false;
    list.splice(at, 0, entry);
    if (list !== held) this.#lists.set(key, list);
    return false;
  }

  /** True when it was the key's last. */
  delete(key: string, entry: Entry): boolean {
    const held = this.#lists.get(key);
    if (held === undefined) return false;
    if (!Array.isArray(held)) return held === entry && this.#lists.delete(key);
    const at = held.indexOf(entry, startOf(held, entry.file));
    if (at < 0) return false;
    held.splice(at, 1);
    return held.length === 0 && this.#lists.delete(key);
  }
}

const NONE: readonly Entry[] = [];

/** First position whose file is not before `file`. */
export function startOf(list: readonly Entry[], file: string): number {
  return partition(list, (entry) => entry.file < file);
}

function endOf(list: readonly Entry[], file: string): number {
  return partition(list, (entry) => entry.file <= file);
}

function partition(list: readonly Entry[], isBefore: (entry: Entry) => boolean): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = list[middle];
    if (entry && isBefore(entry)) low = middle + 1;
    else high = middle;
  }
  return low;
}
