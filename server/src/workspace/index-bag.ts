import type { Entry } from "./view.ts";

/** Entries under keys, each list in the order of files: what order files came in can then never show. */
export class EntryBag {
  readonly #lists = new Map<string, Entry[]>();

  get(key: string): readonly Entry[] {
    return this.#lists.get(key) ?? NONE;
  }

  keys(): Iterable<string> {
    return this.#lists.keys();
  }

  /** True when the key is new. */
  add(key: string, entry: Entry): boolean {
    const list = this.#lists.get(key);
    if (!list) this.#lists.set(key, [entry]);
    else list.splice(endOf(list, entry.file), 0, entry);
    return list === undefined;
  }

  /** True when it was the key's last. */
  delete(key: string, entry: Entry): boolean {
    const list = this.#lists.get(key);
    if (!list) return false;
    if (list.length === 1 && list[0] === entry) return this.#lists.delete(key);
    const at = list.indexOf(entry, startOf(list, entry.file));
    if (at >= 0) list.splice(at, 1);
    return false;
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
