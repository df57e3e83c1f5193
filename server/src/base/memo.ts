/**
 * Keeps one derived value beside each object, on the object itself. A WeakMap says the same at a multiple of the cost:
 * with many short-lived keys the garbage collector goes through all of its entries again and again, which doubled the
 * time to index a large folder.
 */
export class Memo<K extends object, V> {
  readonly #slot = Symbol("memo");

  of(key: K, make: (key: K) => V): V {
    // The slot is this memo's alone: what it holds is what `make` gave.
    const holder = key as Slots<V>;
    let value = holder[this.#slot];
    if (value === undefined) {
      value = make(key);
      holder[this.#slot] = value;
    }
    return value;
  }
}

interface Slots<V> {
  [slot: symbol]: V | undefined;
}
